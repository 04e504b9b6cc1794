/* SPDX-License-Identifier: MIT */
/* style/keys.c — lists every key of a layout with its type, range and meaning. */
#include "base/arena.h"
#include "style/slot.h"

static const char *const type_names[] = {
    [SLOT_LENGTH] = "length", [SLOT_INTEGER] = "integer", [SLOT_RATIO] = "ratio",
    [SLOT_SWITCH] = "switch", [SLOT_COLOUR] = "colour",   [SLOT_INK] = "ink",
    [SLOT_CHOICE] = "choice", [SLOT_WORDS] = "words",     [SLOT_TEXT] = "text",
};

static struct style_key key_of(const struct slot_row *row, struct str key)
{
    return (struct style_key){
        key, type_names[row->type], row->preset, row->help, row->low, row->high};
}

bool style_key_known(struct str key)
{
    return slot_find(key) != SIZE_MAX;
}

struct str style_key_nearest(struct arena *a, struct str key)
{
    return slot_nearest(a, key);
}

size_t style_keys(struct arena *a, struct style_key **out)
{
    struct style_key *keys = arena_many(a, SLOTS, struct style_key);
    size_t n = 0;
    for (size_t i = 0; i < SLOT_TOKENS; i++)
        keys[n++] = key_of(&slot_token_rows()[i], str_from(slot_token_rows()[i].key));
    for (size_t r = 0; r < ROLES; r++)
        for (size_t f = 0; f < FIELDS; f++) {
            const struct slot_row *row = &slot_field_rows()[f];
            keys[n++] = key_of(row, str_fmt(a, "roles.%s.%s", slot_role_name(r), row->key));
        }
    *out = keys;
    return n;
}
