/* SPDX-License-Identifier: MIT */
/* draw/words.c — finds the words that line ends cut, so that readers of the text get them
 * whole. */
#include <stdlib.h>

#include "base/utf8.h"
#include "draw/recorder.h"

/* Extractors keep the line ends of a page: of "infor-" and "mation" they make two words,
 * or drop a hyphen that the author wrote. So the first part says the whole word and the
 * rest says no more than a space. Not so where lines end between words without a space:
 * there a line is one long row of letters, and most of the next line would be said with
 * the first. */
static bool without_spaces(uint32_t c)
{
    return (c >= 0x0E00 && c < 0x1000) ||
           (c >= 0x1000 && c < 0x10A0) || /* Thai to Myanmar */
           (c >= 0x1780 && c < 0x1800) || (c >= 0x2E80 && c < 0xFB00) || c >= 0x20000;
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static void add_line(const struct line *line, struct cut *out)
{
    for (uint32_t i = 0; i < line->piece_count; i++) {
        const struct piece *p = &line->pieces[i];
        if (str_empty(p->text))
            continue;
        if (!out->begin || p->text.p < out->begin) {
            out->begin = p->text.p;
            out->first = p;
        }
        if (!out->end || p->text.p + p->text.n > out->end) {
            out->end = p->text.p + p->text.n;
            out->last = p;
        }
    }
    out->open = !line->last;
}

static int by_begin(const void *one, const void *other)
{
    uintptr_t x = (uintptr_t)((const struct cut *)one)->begin;
    uintptr_t y = (uintptr_t)((const struct cut *)other)->begin;
    return x < y ? -1 : x > y;
}

static struct cut *find(const struct cuts *cuts, const char *begin)
{
    struct cut key = {.begin = begin};
    return cuts->n ? bsearch(&key, cuts->at, cuts->n, sizeof key, by_begin) : NULL;
}

/* The line that goes on where `line` ends in the middle of a word, else NULL. */
static struct cut *rest_of(const struct cuts *cuts, const struct cut *line)
{
    struct cut *next = line->open ? find(cuts, line->end) : NULL;
    if (!next || next == line || line->last->rtl || next->first->rtl)
        return NULL;
    const struct stretch *end = line->last->stretch;
    if (end->flags & STRETCH_BREAK_AFTER && end != next->first->stretch)
        return NULL; /* the author ended the line */
    if (line->last->stretch->tag != next->first->stretch->tag ||
        !str_eq(line->last->stretch->link, next->first->stretch->link))
        return NULL;
    struct str left = line->last->text;
    size_t i = left.n, k = 0;
    uint32_t before = utf8_prev(left, &i), after = utf8_next(next->first->text, &k);
    if (is_space(before) || is_space(after))
        return NULL;
    return without_spaces(before) || without_spaces(after) ? NULL : next;
}

/* Up to where the word goes that begins `line`. */
static const char *head_of(const struct cut *line)
{
    struct str text = line->first->text;
    size_t n = 0;
    while (n < text.n && !is_space((unsigned char)text.p[n]))
        n++;
    return text.p + n;
}

static const char *tail_of(const struct cut *line)
{
    struct str text = line->last->text;
    size_t n = text.n;
    while (n > 0 && !is_space((unsigned char)text.p[n - 1]))
        n--;
    return text.p + n;
}

/* `line` begins a word that it does not end. A long address may take several lines. */
static void join(const struct cuts *cuts, struct cut *line)
{
    struct cut *next = rest_of(cuts, line);
    if (!next)
        return;
    const char *end;
    line->tail = tail_of(line);
    do {
        end = head_of(next);
        next->head_end = end;
        next = end == next->end ? rest_of(cuts, next) : NULL;
    } while (next);
    line->word = (struct str){line->tail, (size_t)(end - line->tail)};
}

static size_t lines_on(const struct sheet *sheet)
{
    size_t n = 0;
    for (size_t i = 0; i < sheet->boxes.n; i++)
        n += sheet->boxes.at[i].repeated ? 0 : sheet->boxes.at[i].box->mark_count;
    return n;
}

static void add_sheet(const struct sheet *sheet, struct cuts *cuts)
{
    for (size_t i = 0; i < sheet->boxes.n; i++) {
        const struct placed *placed = &sheet->boxes.at[i];
        for (size_t k = 0; !placed->repeated && k < placed->box->mark_count; k++) {
            const struct mark *mark = &placed->box->marks[k];
            struct cut *cut = &cuts->at[cuts->n];
            if (mark->kind == MARK_LINE)
                add_line(&mark->line, cut);
            cuts->n += cut->begin != NULL;
        }
    }
}

struct cuts words_cut(struct arena *a, const struct sheets *sheets)
{
    size_t most = 0;
    for (size_t i = 0; i < sheets->list.n; i++)
        most += lines_on(&sheets->list.at[i]);
    struct cuts cuts = {arena_many(a, most + 1, struct cut), 0};
    for (size_t i = 0; i < sheets->list.n; i++)
        add_sheet(&sheets->list.at[i], &cuts);
    qsort(cuts.at, cuts.n, sizeof *cuts.at, by_begin);
    for (size_t i = 0; i < cuts.n; i++) {
        struct cut *line = &cuts.at[i];
        bool told = line->head_end == line->end; /* all of it belongs to an earlier word */
        if (!told)
            join(&cuts, line);
    }
    return cuts;
}

const struct cut *words_find(const struct cuts *cuts, const struct line *line)
{
    struct cut key = {0};
    add_line(line, &key);
    return key.begin ? find(cuts, key.begin) : NULL;
}
