/* SPDX-License-Identifier: MIT */
/* style/knobs.c — which keys of a layout the ladder has moved, and how far. */
#include <string.h>

#include "base/arena.h"
#include "style/style.h"

/* "9.7" of 9700, without zeros at the end. */
static struct str thousandths(struct arena *a, int64_t milli)
{
    uint64_t size = milli < 0 ? 0 - (uint64_t)milli : (uint64_t)milli;
    struct str s =
        str_fmt(a, "%s%llu.%03llu", milli < 0 ? "-" : "", (unsigned long long)(size / 1000),
                (unsigned long long)(size % 1000));
    while (s.p[s.n - 1] == '0')
        s.n--;
    return s.p[s.n - 1] == '.' ? str_sub(s, 0, s.n - 1) : s;
}

/* Margins and columns are thought of in millimetres, to a hundredth. */
static struct str millimetres(struct arena *a, int64_t amount)
{
    int64_t hundredths = (amount * 2540 + (amount < 0 ? -36000 : 36000)) / 72000;
    return str_fmt(a, "%.*smm", STR(thousandths(a, hundredths * 10)));
}

/* A value as one would write it in a layout. */
static struct str value_text(struct arena *a, size_t slot, const struct slot_value *v)
{
    static const char *const units[] = {
        [UNIT_NONE] = "", [UNIT_PT] = "pt", [UNIT_EM] = "em", [UNIT_LEADING] = "L"};
    switch (slot_row(slot)->type) {
    case SLOT_LENGTH:
        if (v->unit == UNIT_PT && str_starts(str_from(slot_row(slot)->key), S("page.")))
            return millimetres(a, v->amount);
        return str_fmt(a, "%.*s%s", STR(thousandths(a, v->amount)), units[v->unit]);
    case SLOT_RATIO:
        return thousandths(a, v->amount);
    case SLOT_INTEGER:
        return str_fmt(a, "%lld", (long long)v->amount);
    case SLOT_SWITCH:
    case SLOT_COLOUR:
    case SLOT_INK:
    case SLOT_CHOICE:
    case SLOT_WORDS:
    case SLOT_TEXT:
        break;
    }
    return v->text;
}

static struct str key_text(struct arena *a, size_t slot)
{
    if (slot < SLOT_TOKENS)
        return str_from(slot_row(slot)->key);
    return str_fmt(a, "roles.%s.%s", slot_role_name((slot - SLOT_TOKENS) / FIELDS),
                   slot_row(slot)->key);
}

size_t style_knobs(struct arena *a, const struct style *style, int step,
                   struct style_knob **out)
{
    struct slot_value *airy = arena_copy(a, style->values, sizeof style->values);
    struct slot_value *now = arena_copy(a, style->values, sizeof style->values);
    VEC(struct style_knob) moved = {NULL, 0, 0};
    style_move_knobs(style, 0, airy);
    style_move_knobs(style, step, now);
    for (size_t slot = 0; slot < SLOTS; slot++) {
        if (airy[slot].amount == now[slot].amount &&
            str_eq(airy[slot].text, now[slot].text))
            continue;
        struct str from = value_text(a, slot, &airy[slot]),
                   to = value_text(a, slot, &now[slot]);
        if (!str_eq(from, to))
            vec_push(a, &moved, (struct style_knob){key_text(a, slot), from, to});
    }
    *out = moved.at;
    return moved.n;
}
