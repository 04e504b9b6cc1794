/* SPDX-License-Identifier: MIT */
/* style/slot.h — every key of a layout as a numbered slot with a type and bounds. */
#ifndef RECTO_STYLE_SLOT_H
#define RECTO_STYLE_SLOT_H

#include "style/look.h"

#define X(key, type, field, low, high, preset, help) SLOT_##field,
enum slot_token {
#include "style/schema.def"
    SLOT_TOKENS
};
#undef X

#define X(key, type, field, low, high, preset, help) FIELD_##field,
enum slot_field {
#include "style/fields.def"
    FIELDS
};
#undef X

/* Tokens first, then all fields of all roles. */
#define SLOTS (SLOT_TOKENS + ROLES * FIELDS)
#define SLOT_OF(role, field) (SLOT_TOKENS + (size_t)(role)*FIELDS + (size_t)(field))

enum slot_type {
    SLOT_LENGTH,
    SLOT_INTEGER,
    SLOT_RATIO,
    SLOT_SWITCH,
    SLOT_COLOUR,
    SLOT_INK, /* a colour, or the name of one of the layout's */
    SLOT_CHOICE,
    SLOT_WORDS,
    SLOT_TEXT
};

enum slot_unit { UNIT_NONE, UNIT_PT, UNIT_EM, UNIT_LEADING };

struct slot_row {
    const char *key;
    enum slot_type type;
    const char *low, *high; /* of CHOICE, WORDS and INK: words joined by bars, in `low` */
    const char *preset, *help;
};

/* A value as written: a length keeps its unit until a step is known. */
struct slot_value {
    bool set;
    enum slot_unit unit;
    /* LENGTH: mpt, or thousandths of em or L; RATIO: thousandths; CHOICE: index; SWITCH:
     * 0, 1; COLOUR: 0xRRGGBB. */
    int64_t amount;
    struct str text; /* TEXT, WORDS and INK, and what was written */
};

/* The row of a slot; of a role's field the field's row. */
const struct slot_row *slot_row(size_t slot);
const struct slot_row *slot_token_rows(void);
const struct slot_row *slot_field_rows(void);
const char *slot_role_name(size_t role);
const char *slot_role_help(size_t role);
/* "page.top", "roles.text.size", or an alias such as "body.size"; SIZE_MAX where there is none. */
size_t slot_find(struct str key);
/* The key nearest to a wrong one, for "did you mean"; empty where none is near. */
struct str slot_nearest(struct arena *a, struct str key);

/* Read `text` as a value of `row`. Gives NULL, else what is wrong with it, in words; lives in
 * `a`. */
const char *slot_parse(struct arena *a, const struct slot_row *row, struct str text,
                       struct slot_value *out);

/* The word of a CHOICE, WORDS or INK that is nearest to a wrong one; empty where none is near. */
struct str slot_nearest_word(const struct slot_row *row, struct str text);

#endif
