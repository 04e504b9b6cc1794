/* SPDX-License-Identifier: MIT */
/* model/lead.c — how a paragraph begins, where it might be a heading. */
#include "model/lead.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/flat.h"

#define TITLE_MAX 90 /* bytes; a longer line is a sentence */
#define KEY_MAX 40   /* bytes before the colon of a key */

/* Colons, full stops and dashes between a title and its text. */
static bool is_separator(uint32_t c)
{
    return c == ':' || c == 0xFF1A || c == '.' || c == '-' || c == 0x2013 || c == 0x2014 ||
           c == '|' || c == 0x3002;
}

/* Behind separators and white space; `*marked` where there was a separator. */
static size_t skip_separators(struct str s, size_t i, bool *marked)
{
    while (i < s.n) {
        size_t next = i;
        uint32_t c = utf8_next(s, &next);
        bool separator = is_separator(c);
        if (!separator && !utf8_is_space(c))
            break;
        *marked = *marked || separator;
        i = next;
    }
    return i;
}

/* Before the separators and white space that end [0, to). */
static size_t trim_back(struct str s, size_t to, bool *marked)
{
    while (to > 0) {
        size_t before = to;
        uint32_t c = utf8_prev(s, &before);
        if (!is_separator(c) && !utf8_is_space(c))
            break;
        *marked = *marked || is_separator(c);
        to = before;
    }
    return to;
}

static bool has_break(const struct flat *f, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (f->marks[i] & FLAT_BREAK)
            return true;
    return false;
}

static size_t first_break(const struct flat *f)
{
    size_t i = 0;
    while (i < f->text.n && !(f->marks[i] & FLAT_BREAK))
        i++;
    return i;
}

static size_t strong_end(const struct flat *f)
{
    size_t i = 0;
    while (i < f->text.n && (f->marks[i] & FLAT_STRONG))
        i++;
    return i;
}

/* The end of a plain title: a colon, or a dash with spaces, on the first line. */
static size_t plain_end(const struct flat *f)
{
    size_t line = first_break(f);
    for (size_t i = 0; i < line && i <= KEY_MAX;) {
        size_t at = i;
        uint32_t c = utf8_next(f->text, &i);
        bool end = i >= line || f->text.p[i] == ' ';
        bool spaced = at > 0 && f->text.p[at - 1] == ' ';
        if (((c == ':' && end) || c == 0xFF1A) ||
            ((c == 0x2014 || c == 0x2013) && spaced && end))
            return at;
    }
    return line;
}

static bool ends_sentence(struct str s)
{
    s = str_trim_end(s);
    size_t i = s.n;
    uint32_t c = s.n > 0 ? utf8_prev(s, &i) : 0;
    return c == '.' || c == '!' || c == '?' || c == ';' || c == ',' || c == 0x3002;
}

struct lead lead_of(struct arena *a, const struct block *block)
{
    struct lead lead = {0};
    if (block->kind != BLOCK_PARAGRAPH)
        return lead;
    struct flat f = flat_of(a, block->inlines);
    size_t strong = strong_end(&f), end = strong > 0 ? strong : plain_end(&f);
    lead.strong = strong > 0;
    lead.sentence = ends_sentence(f.text);
    lead.to = trim_back(f.text, end, &lead.marked);
    lead.rest = skip_separators(f.text, end, &lead.marked);
    if (lead.to == 0 || lead.to > TITLE_MAX || has_break(&f, 0, lead.to))
        return (struct lead){0};
    lead.title = str_sub(f.text, 0, lead.to);
    lead.form = lead.rest >= f.text.n               ? LEAD_LINE
                : has_break(&f, lead.to, lead.rest) ? LEAD_FIRST
                                                    : LEAD_RUN;
    lead.match = section_match(a, lead.title);
    return lead;
}

const struct inline_node *lead_title(struct arena *a, const struct block *block,
                                     const struct lead *lead)
{
    const struct inline_node *title = flat_slice(a, block->inlines, lead->from, lead->to);
    bool alone = title && title->kind == INLINE_STRONG && !title->next;
    return alone ? title->first : title; /* a heading is bold by itself */
}

struct block *lead_rest(struct arena *a, const struct block *block, const struct lead *lead)
{
    if (lead->form == LEAD_LINE)
        return NULL;
    struct block *rest = arena_copy(a, block, sizeof *block);
    struct flat f = flat_of(a, block->inlines);
    const struct inline_node *inlines = flat_slice(a, block->inlines, lead->rest, f.text.n);
    /* The slice is ours; the tree type has no const for what hangs below a block. */
    rest->next = NULL;
    rest->inlines = inlines ? arena_copy(a, inlines, sizeof *inlines) : NULL;
    rest->span = span_join(flat_span(&f, lead->rest, f.text.n), block->span);
    return rest->inlines ? rest : NULL;
}

bool lead_is_keys(struct arena *a, const struct block *block)
{
    if (block->kind != BLOCK_PARAGRAPH)
        return false;
    struct flat f = flat_of(a, block->inlines);
    size_t lines = 0, keys = 0, start = 0;
    for (size_t i = 0; i <= f.text.n; i++) {
        if (i < f.text.n && !(f.marks[i] & FLAT_BREAK))
            continue;
        struct str line = str_sub(f.text, start, i);
        size_t colon = str_find_byte(line, ':', 0), tab = str_find_byte(line, '\t', 0);
        keys += (colon < line.n && colon <= KEY_MAX) || (tab < line.n && tab <= KEY_MAX);
        lines++;
        start = i + 1;
    }
    return lines > 1 && keys == lines;
}
