/* SPDX-License-Identifier: MIT */
/* page/bound.c — what one look at a step tells about the steps before it. */
#include "page/bound.h"

#include "block/box.h"

/* Lengths that make a study longer, or shorter, as they shrink: they must not change. All others
 * leave it as long as it is, or make it shorter. */
static bool same_columns(const struct look *a, const struct look *b)
{
    return a->page_width == b->page_width && a->page_height == b->page_height &&
           a->text_column == b->text_column && a->gutter == b->gutter &&
           a->margin_column == b->margin_column && a->title_column == b->title_column &&
           a->column_gap == b->column_gap && a->left == b->left && a->side == b->side &&
           a->side_top == b->side_top && a->side_bottom == b->side_bottom &&
           a->facts_label == b->facts_label;
}

static bool tighter_tokens(const struct look *a, const struct look *b)
{
    bool good = true;
#define TOKEN_LENGTH(field) good = good && b->field <= a->field;
#define TOKEN_INTEGER(field) good = good && b->field == a->field;
#define TOKEN_RATIO(field) good = good && b->field == a->field;
#define TOKEN_SWITCH(field) good = good && b->field == a->field;
#define TOKEN_COLOUR(field)
#define TOKEN_CHOICE(field) good = good && b->field == a->field;
#define TOKEN_WORDS(field) good = good && str_eq(b->field, a->field);
#define X(key, type, field, low, high, preset, help) TOKEN_##type(field)
#include "style/schema.def"
#undef X
#undef TOKEN_LENGTH
#undef TOKEN_INTEGER
#undef TOKEN_RATIO
#undef TOKEN_SWITCH
#undef TOKEN_COLOUR
#undef TOKEN_CHOICE
#undef TOKEN_WORDS
    return good;
}

static bool tighter_role(const struct role_look *a, const struct role_look *b)
{
    return b->size <= a->size && b->leading <= a->leading && b->weight == a->weight &&
           b->italic == a->italic && b->tracking == a->tracking &&
           b->features == a->features && b->align == a->align &&
           b->hyphenate == a->hyphenate && str_eq(b->family, a->family);
}

bool bound_tighter(const struct look *look, const struct look *next)
{
    if (!same_columns(look, next) || !tighter_tokens(look, next))
        return false;
    for (size_t role = 0; role < ROLES; role++)
        if (!tighter_role(&look->roles[role], &next->roles[role]))
            return false;
    return true;
}

int64_t bound_rounding(const struct boxes *boxes, const struct look *look)
{
    if (!look->grid)
        return 0;
    int64_t gaps = 2; /* masthead and foot */
    for (size_t i = 0; i < boxes->list.n; i++)
        gaps += boxes->list.at[i].gap > 0;
    return gaps *
           look->leading; /* a half-line for the gap, another for the block below it */
}
