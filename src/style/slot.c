/* SPDX-License-Identifier: MIT */
/* style/slot.c — finds the slot of a key. */
#include "style/slot.h"

#include "base/arena.h"
#include "base/vec.h"

#define X(key, type, field, low, high, preset, help) \
    {key, SLOT_##type, low, high, preset, help},
static const struct slot_row tokens[] = {
#include "style/schema.def"
};
static const struct slot_row fields[] = {
#include "style/fields.def"
};
#undef X

#define X(role, name, help) {name, help},
static const struct {
    const char *name, *help;
} roles[] = {
#include "style/roles.def"
};
#undef X

/* Short names that people use for the most wanted keys. */
static const struct {
    const char *alias, *key;
} aliases[] = {
    {"body.font",    "roles.text.family" },
    {"body.family",  "roles.text.family" },
    {"body.size",    "roles.text.size"   },
    {"body.leading", "roles.text.leading"},
    {"page.margin",  "page.left"         },
    {"color.body",   "color.text"        },
};

const struct slot_row *slot_row(size_t slot)
{
    return slot < SLOT_TOKENS ? &tokens[slot] : &fields[(slot - SLOT_TOKENS) % FIELDS];
}

const struct slot_row *slot_token_rows(void)
{
    return tokens;
}

const struct slot_row *slot_field_rows(void)
{
    return fields;
}

const char *slot_role_name(size_t role)
{
    return roles[role].name;
}

const char *slot_role_help(size_t role)
{
    return roles[role].help;
}

static size_t role_slot(struct str rest)
{
    struct str role = str_cut(&rest, '.');
    for (size_t r = 0; r < countof(roles); r++) {
        if (!str_eq(role, str_from(roles[r].name)))
            continue;
        for (size_t f = 0; f < countof(fields); f++)
            if (str_eq(rest, str_from(fields[f].key)))
                return SLOT_OF(r, f);
    }
    return SIZE_MAX;
}

size_t slot_find(struct str key)
{
    for (size_t i = 0; i < countof(aliases); i++)
        if (str_eq(key, str_from(aliases[i].alias)))
            key = str_from(aliases[i].key);
    if (str_starts(key, S("roles.")))
        return role_slot(str_sub(key, 6, key.n));
    for (size_t i = 0; i < countof(tokens); i++)
        if (str_eq(key, str_from(tokens[i].key)))
            return i;
    return SIZE_MAX;
}

struct nearest {
    struct str want, best;
    size_t distance;
};

static void consider(struct nearest *n, struct str candidate)
{
    size_t d = str_distance(n->want, candidate, n->distance);
    if (d < n->distance) {
        n->distance = d;
        n->best = candidate;
    }
}

struct str slot_nearest(struct arena *a, struct str key)
{
    struct nearest n = {
        key, {NULL, 0},
         key.n / 3 + 2
    };
    for (size_t i = 0; i < countof(tokens); i++)
        consider(&n, str_from(tokens[i].key));
    for (size_t i = 0; i < countof(aliases); i++)
        consider(&n, str_from(aliases[i].alias));
    for (size_t r = 0; r < countof(roles); r++)
        for (size_t f = 0; f < countof(fields); f++)
            consider(&n, str_fmt(a, "roles.%s.%s", roles[r].name, fields[f].key));
    return n.best;
}
