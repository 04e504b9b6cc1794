/* SPDX-License-Identifier: MIT */
/* style/value.c — reads lengths, ratios, colours and choices. */
#include "base/arena.h"
#include "style/lightness.h"
#include "style/slot.h"

#define TEXT_MAX 4096 /* bytes of a name or list */

/* What a unit is worth: in mpt where it is absolute, else thousandths. */
static const struct {
    const char *name;
    enum slot_unit unit;
    int64_t num, den;
} units[] = {
    {"pt", UNIT_PT,      1,    1  },
    {"mm", UNIT_PT,      720,  254},
    {"cm", UNIT_PT,      7200, 254},
    {"in", UNIT_PT,      72,   1  },
    {"em", UNIT_EM,      1,    1  },
    {"L",  UNIT_LEADING, 1,    1  },
};

static const char *parse_length(struct str text, struct slot_value *out)
{
    size_t digits = 0;
    while (digits < text.n && (text.p[digits] == '-' || text.p[digits] == '.' ||
                               (text.p[digits] >= '0' && text.p[digits] <= '9')))
        digits++;
    int64_t milli;
    if (!str_to_milli(str_sub(text, 0, digits), &milli) || milli > 100000000 ||
        milli < -100000000)
        return "is no length";
    struct str unit = str_trim(str_sub(text, digits, text.n));
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_eq(unit, str_from(units[i].name))) {
            out->unit = units[i].unit;
            out->amount = mpt_scale(milli, units[i].num, units[i].den);
            return NULL;
        }
    if (unit.n == 0 && milli == 0) {
        out->unit = UNIT_PT;
        return NULL;
    }
    return "needs a unit: pt, mm, em or L";
}

static const char *parse_ratio(struct str text, struct slot_value *out)
{
    bool percent = str_ends(text, S("%"));
    if (percent)
        text = str_trim(str_sub(text, 0, text.n - 1));
    if (!str_to_milli(text, &out->amount) || out->amount > 1000000 ||
        out->amount < -1000000)
        return "is no ratio such as 0.98 or 98%";
    if (percent)
        out->amount /= 100;
    return NULL;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static const char *parse_colour(struct str text, struct slot_value *out)
{
    if (text.n != 7 || text.p[0] != '#')
        return "is no colour such as #15633F";
    for (size_t i = 1; i < 7; i++) {
        int digit = hex_digit(text.p[i]);
        if (digit < 0)
            return "is no colour such as #15633F";
        out->amount = out->amount * 16 + digit;
    }
    return NULL;
}

static const char *parse_switch(struct str text, struct slot_value *out)
{
    if (str_eq(text, S("true")) || str_eq(text, S("yes")) || str_eq(text, S("on")))
        out->amount = 1;
    else if (!str_eq(text, S("false")) && !str_eq(text, S("no")) && !str_eq(text, S("off")))
        return "is neither true nor false";
    return NULL;
}

static const char *parse_choice(struct arena *a, const struct slot_row *row,
                                struct str text, struct slot_value *out)
{
    struct str rest = str_from(row->low);
    for (int64_t i = 0; rest.p; i++)
        if (str_eq(text, str_cut(&rest, '|'))) {
            out->amount = i;
            return NULL;
        }
    return str_cstr(a, str_fmt(a, "is none of %s", row->low));
}

static const char *parse_ink(struct arena *a, const struct slot_row *row, struct str text)
{
    struct slot_value colour = {.set = true};
    if (!parse_colour(text, &colour) || !parse_choice(a, row, text, &colour))
        return NULL;
    return str_cstr(a,
                    str_fmt(a, "is no colour such as #15633F, and none of %s", row->low));
}

/* The next word of a list, with spaces or commas between; empty at its end. */
static struct str next_word(struct str text, size_t *at)
{
    while (*at < text.n && (text.p[*at] == ' ' || text.p[*at] == ','))
        ++*at;
    size_t from = *at;
    while (*at < text.n && text.p[*at] != ' ' && text.p[*at] != ',')
        ++*at;
    return str_sub(text, from, *at);
}

/* The first word that the row does not have; empty where it has all. */
static struct str wrong_word(const struct slot_row *row, struct str text)
{
    struct str word;
    for (size_t at = 0; (word = next_word(text, &at)).n > 0;) {
        bool known = false;
        struct str rest = str_from(row->low);
        while (rest.p && !known)
            known = str_eq(word, str_cut(&rest, '|'));
        if (!known)
            return word;
    }
    return S("");
}

static const char *parse_words(struct arena *a, const struct slot_row *row, struct str text)
{
    struct str wrong = wrong_word(row, text);
    if (text.n > TEXT_MAX)
        return "is too long";
    if (wrong.n == 0)
        return NULL;
    return str_cstr(a,
                    str_fmt(a, "names “%.*s”, which is none of %s", STR(wrong), row->low));
}

struct str slot_nearest_word(const struct slot_row *row, struct str text)
{
    bool words = row->type == SLOT_WORDS;
    struct str want = words ? wrong_word(row, text) : text, best = {NULL, 0};
    size_t distance = want.n / 3 + 2;
    struct str rest = str_from(row->low);
    while (rest.p && (words || row->type == SLOT_CHOICE || row->type == SLOT_INK)) {
        struct str word = str_cut(&rest, '|');
        size_t d = str_distance(want, word, distance);
        if (d < distance) {
            distance = d;
            best = word;
        }
    }
    return best;
}

static const char *parse_by_type(struct arena *a, const struct slot_row *row,
                                 struct str text, struct slot_value *out)
{
    switch (row->type) {
    case SLOT_LENGTH:
        return parse_length(text, out);
    case SLOT_INTEGER:
        return str_to_int(text, &out->amount) ? NULL : "is no whole number";
    case SLOT_RATIO:
        return parse_ratio(text, out);
    case SLOT_SWITCH:
        return parse_switch(text, out);
    case SLOT_COLOUR:
        return parse_colour(text, out);
    case SLOT_INK:
        return parse_ink(a, row, text);
    case SLOT_CHOICE:
        return parse_choice(a, row, text, out);
    case SLOT_WORDS:
        return parse_words(a, row, text);
    case SLOT_TEXT:
        return text.n <= TEXT_MAX ? NULL : "is too long";
    }
    return "has no type";
}

/* Lengths in em or L are held to their bounds when they are resolved. */
static bool beyond(struct arena *a, const struct slot_row *row, const char *bound, int sign,
                   const struct slot_value *value)
{
    struct slot_value limit = {.set = true};
    if (!*bound || row->type == SLOT_CHOICE || row->type == SLOT_WORDS ||
        row->type == SLOT_INK || parse_by_type(a, row, str_from(bound), &limit))
        return false;
    return limit.unit == value->unit && (value->amount - limit.amount) * sign > 0;
}

/* In messages the lightest and the darkest colour allowed are given as greys. */
static const char *wrong_lightness(struct arena *a, const struct slot_row *row,
                                   const struct slot_value *value)
{
    struct slot_value least = {.set = true};
    if (!*row->low || parse_colour(str_from(row->low), &least) ||
        lightness_of((uint32_t)value->amount) >= lightness_of((uint32_t)least.amount))
        return NULL;
    return str_cstr(a, str_fmt(a, "is darker than %s", row->low));
}

const char *slot_parse(struct arena *a, const struct slot_row *row, struct str text,
                       struct slot_value *out)
{
    *out = (struct slot_value){.set = true, .text = text};
    const char *wrong = parse_by_type(a, row, text, out);
    if (wrong)
        return wrong;
    if (row->type == SLOT_COLOUR)
        return wrong_lightness(a, row, out);
    if (beyond(a, row, row->low, -1, out))
        return str_cstr(a, str_fmt(a, "is less than %s", row->low));
    if (beyond(a, row, row->high, 1, out))
        return str_cstr(a, str_fmt(a, "is more than %s", row->high));
    return NULL;
}
