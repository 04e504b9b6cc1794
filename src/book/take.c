/* SPDX-License-Identifier: MIT */
/* book/take.c — what a book keeps of a study. */
#include "base/arena.h"
#include "base/utf8.h"
#include "block/set.h"
#include "book/book.h"
#include "book/copy.h"
#include "page/grid.h"

/* Bytes of the sign that `text` begins with; 0 where it has none. */
static size_t sign_size(struct str text)
{
    static const char *const signs[] = {"+", "-", "−", "–", "±"};
    for (size_t i = 0; i < countof(signs); i++)
        if (str_starts(text, str_from(signs[i])))
            return str_from(signs[i]).n;
    return 0;
}

/* The metric that was asked for by value or label, else the first of those worth most. */
static const struct metric *metric_of(const struct study *study, struct str wish)
{
    const struct metric *best = NULL;
    for (size_t i = 0; i < study->metrics.n; i++) {
        const struct metric *m = &study->metrics.at[i];
        if (!str_empty(wish) && (str_eq(m->value, wish) || str_eq_nocase(m->label, wish)))
            return m;
        if (!best || m->rank < best->rank)
            best = m;
    }
    return best;
}

static void take_metric(struct arena *a, const struct metric *m, struct book_entry *entry)
{
    bool parted = !str_empty(m->number);
    struct str number = parted ? m->number : m->value;
    size_t sign = sign_size(number);
    entry->sign = str_dup(a, str_sub(number, 0, sign));
    entry->number = str_dup(a, str_sub(number, sign, number.n));
    entry->unit = parted ? str_dup(a, str_trim(m->unit)) : S("");
    entry->value = str_dup(a, m->value);
    bool both = !str_empty(m->prefix) && !str_eq_nocase(m->prefix, m->label);
    entry->label = both ? str_fmt(a, "%.*s %.*s", STR(m->prefix), STR(m->label))
                        : str_dup(a, m->label);
}

/* End of the first sentence: a full stop, question or exclamation mark before a space and no small
 * letter, or before the end. */
static size_t sentence_end(struct str text)
{
    static const char *const stops[] = {".", "!", "?", "。", "！", "？", "؟", "।"};
    for (size_t i = 0; i < text.n; i++)
        for (size_t k = 0; k < countof(stops); k++) {
            struct str stop = str_from(stops[k]), rest = str_sub(text, i, text.n);
            if (!str_starts(rest, stop))
                continue;
            struct str after = str_sub(rest, stop.n, rest.n);
            bool wide = stop.n > 2 || str_empty(after);
            bool next = after.n > 1 && after.p[0] == ' ' &&
                        !(after.p[1] >= 'a' && after.p[1] <= 'z');
            if (wide || next)
                return i + stop.n;
        }
    return text.n;
}

static struct str sentence_of(struct arena *a, const struct study *study)
{
    for (size_t i = 0; i < study->sections.n; i++) {
        const struct section *section = &study->sections.at[i];
        if (section->kind != SECTION_TLDR)
            continue;
        for (size_t k = 0; k < section->parts.n; k++) {
            const struct block *block = section->parts.at[k].block;
            if (!block || block->kind != BLOCK_PARAGRAPH)
                continue;
            struct str text = str_trim(block_text(a, block));
            return str_dup(a, str_sub(text, 0, sentence_end(text)));
        }
    }
    return str_dup(a, study->subtitle);
}

static void take_grid(const struct sheets *sheets, struct book_entry *entry)
{
    const struct look *look = sheets->look;
    entry->opener = look->title_column > 0;
    entry->mirrored = sheets->study->rtl;
    for (size_t i = 0; i < countof(entry->head); i++) {
        const struct grid grid = grid_on(look, sheets->study->rtl, i);
        struct head_edges *e = &entry->head[i];
        e->left = grid_x(&grid, PLACE_WIDE, 0);
        e->right = e->left + grid_width(&grid, PLACE_WIDE);
        e->text = e->left + (entry->mirrored ? 0 : look->title_column);
    }
    entry->head_top = look->top - BOOK_HEAD_ROOM;
    entry->foot_baseline = look->foot_baseline;
    const struct setter on = {.look = look};
    if (look->first_rule > 0 && look->title_column > 0)
        entry->later_rule = look->top - set_on_grid(&on, look->rule_gap);
    entry->later_weight = look->first_rule;
}

void book_take(struct book *book, size_t which, const struct sheets *sheets,
               const struct display *display)
{
    struct arena *a = book->a;
    const struct portfolio_study *study = &book->portfolio->studies.at[which];
    struct book_entry *entry = vec_add(a, &book->entries);
    entry->title = str_dup(a, sheets->title);
    entry->sentence =
        str_empty(study->sentence) ? sentence_of(a, sheets->study) : study->sentence;
    const struct metric *metric = metric_of(sheets->study, study->metric);
    if (metric)
        take_metric(a, metric, entry);
    entry->part = study->part;
    entry->place = str_fmt(a, "study-%zu", book->entries.n);
    take_grid(sheets, entry);
    entry->display = display_copy(a, display);
}
