/* SPDX-License-Identifier: MIT */
/* block/table_number.c — columns of numbers: which they are, and where their decimal signs stand. */
#include "base/arena.h"
#include "base/utf8.h"
#include "block/rich.h"
#include "block/table.h"

#define NUMBER_MAX_BYTES 20
#define NUMBER_MAX_LETTERS 4 /* of a unit */

/* Languages that write 1,5; the others write 1.5. */
static char decimal_sign(struct str lang)
{
    static const char comma[] =
        "|de|fr|es|it|pt|nl|ru|uk|pl|cs|da|sv|nb|nn|fi|tr|el|hu|ro|";
    struct str two = str_sub(lang, 0, 2);
    for (size_t i = 0; two.n == 2 && i + 3 < sizeof comma; i++)
        if (comma[i] == '|' && comma[i + 1] == two.p[0] && comma[i + 2] == two.p[1] &&
            comma[i + 3] == '|')
            return ',';
    return '.';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "2024-03-02", "12/03/2024": two signs of one kind between digits. */
static bool is_date(struct str text)
{
    size_t parts[2] = {0};
    for (size_t i = 1; i + 1 < text.n; i++)
        if (is_digit(text.p[i - 1]) && is_digit(text.p[i + 1])) {
            parts[0] += text.p[i] == '-';
            parts[1] += text.p[i] == '/';
        }
    return parts[0] == 2 || parts[1] == 2;
}

/* "12.4%", "−6 ms", "$2.10", "0.93 ± 0.01"; not "A100", not "24/7", no dates. */
static bool is_number(struct str text)
{
    if (text.n == 0 || text.n > NUMBER_MAX_BYTES || is_date(text))
        return false;
    size_t letters = 0, digits = 0;
    for (size_t i = 0; i < text.n;) {
        uint32_t c = utf8_next(text, &i);
        bool digit = c < 128 && is_digit((char)c);
        bool letter = !digit && utf8_is_word(c) && c != 0x20AC && c != 0xA3;
        if (letter && digits == 0)
            return false;
        digits += digit;
        letters += letter;
    }
    return digits > 0 && letters <= NUMBER_MAX_LETTERS;
}

static bool is_none(struct str text)
{
    return text.n == 0 || str_eq(text, S("—")) || str_eq(text, S("–")) ||
           str_eq(text, S("-")) || str_eq_nocase(text, S("n/a"));
}

/* Where the decimal sign stands, else the end of the digits. */
static size_t decimal_at(struct str text, char sign)
{
    size_t i = 0;
    while (i < text.n && !is_digit(text.p[i]))
        i++;
    for (; i < text.n; i++) {
        bool digit = is_digit(text.p[i]);
        bool group = text.p[i] != sign && i + 1 < text.n && is_digit(text.p[i + 1]) &&
                     (text.p[i] == ',' || text.p[i] == '.' || text.p[i] == '\'');
        if (!digit && !group)
            return i;
    }
    return text.n;
}

/* The letters and percent signs that end a number. */
static struct str unit_of(struct str text)
{
    size_t from = text.n;
    while (from > 0 && !is_digit(text.p[from - 1]) && text.p[from - 1] != ' ')
        from--;
    struct str unit = str_sub(text, from, text.n);
    size_t i = 0;
    uint32_t first = unit.n > 0 ? utf8_next(unit, &i) : 0;
    bool sign = first == '%' || first == 0x2030 || utf8_is_word(first);
    return sign ? unit : S("");
}

static void measure_number(struct setter *s, struct cell *cell, struct str text)
{
    const struct rich *rich = &cell->rich;
    const struct shaped *shaped =
        text_shape(s->cache, rich->list.at, rich->list.n, false, false, s->d);
    size_t at = decimal_at(text, decimal_sign(s->study->lang));
    mpt whole = text_width(shaped, rich->list.at, 0, (uint32_t)shaped->text.n);
    cell->before =
        at < shaped->text.n ? text_width(shaped, rich->list.at, 0, (uint32_t)at) : whole;
    cell->after = whole - cell->before;
}

/* Digits of one width, so that the same number of them takes the same room in every row. */
static void set_tabular(struct cell *cell)
{
    for (size_t i = 0; i < cell->rich.list.n; i++) {
        struct stretch *st = &cell->rich.list.at[i];
        st->features =
            (st->features & ~(uint32_t)FEATURE_PNUM) | FEATURE_TNUM | FEATURE_NO_KERN;
    }
}

static bool one_unit(const struct table *t, size_t column)
{
    const struct cell *first = NULL;
    struct arena *a = t->s->a;
    for (size_t r = t->head; r < t->rows; r++) {
        const struct cell *cell = cell_at(t, r, column);
        if (!cell->number)
            continue;
        first = first ? first : cell;
        if (!str_eq(unit_of(str_trim(rich_said(a, &cell->rich))),
                    unit_of(str_trim(rich_said(a, &first->rich)))))
            return false;
    }
    return true;
}

void table_find_numeric(struct table *t, size_t column)
{
    struct column *c = &t->column[column];
    size_t numbers = 0;
    for (size_t r = t->head; r < t->rows; r++) {
        struct cell *cell = cell_at(t, r, column);
        struct str text = str_trim(rich_said(t->s->a, &cell->rich));
        cell->number = is_number(text);
        if (!cell->number && !is_none(text))
            return;
        numbers += cell->number;
    }
    c->numeric = numbers > 0;
    bool alike = one_unit(t, column);
    for (size_t r = t->head; r < t->rows && c->numeric; r++) {
        struct cell *cell = cell_at(t, r, column);
        if (!cell->number)
            continue;
        set_tabular(cell);
        measure_number(t->s, cell, rich_said(t->s->a, &cell->rich));
        if (!alike) { /* what is measured in other units has no decimal places in common */
            cell->before += cell->after;
            cell->after = 0;
        }
        c->before = mpt_max(c->before, cell->before);
        c->after = mpt_max(c->after, cell->after);
    }
}

enum par_align table_align(const struct table *t, size_t column)
{
    enum column_align asked = ALIGN_DEFAULT;
    if (column < t->block->columns && t->block->aligns)
        asked = t->block->aligns[column];
    switch (asked) {
    case ALIGN_LEFT:
        return PAR_RAGGED;
    case ALIGN_CENTER:
        return PAR_CENTER;
    case ALIGN_RIGHT:
        return PAR_END;
    case ALIGN_DEFAULT:
        break;
    }
    return t->column[column].numeric ? PAR_END : PAR_RAGGED;
}

mpt table_decimal_shift(const struct table *t, size_t row, size_t column)
{
    const struct cell *cell = cell_at(t, row, column);
    const struct column *c = &t->column[column];
    if (!cell->number || row < t->head || !c->numeric ||
        table_align(t, column) != PAR_END || cell->set.lines.count != 1 ||
        c->before + c->after > c->width)
        return 0;
    /* A bold number is a little wider than its neighbours; that is no digit less. */
    bool rtl = t->s->study->rtl;
    mpt shift = rtl ? c->before - cell->before : c->after - cell->after;
    if (shift * 4 < t->s->look->roles[ROLE_TABLE_CELL].size)
        return 0;
    return rtl ? -shift : shift;
}
