/* SPDX-License-Identifier: MIT */
/* model/outline_title.c — which of a document's blocks is its title. */
#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "model/lead.h"
#include "model/name.h"
#include "model/outline.h"
#include "model/title.h"

#define TITLE_MAX 120    /* bytes; a longer first line is the first sentence */
#define SUBTITLE_MAX 240 /* bytes */
#define BYLINE_MAX 120   /* the same; more is a sentence */

static size_t first_heading(const struct outline *o)
{
    size_t i = 0;
    while (i < o->list.n && !o->list.at[i].heading)
        i++;
    return i;
}

static bool has_kicker(struct arena *a, struct str title)
{
    struct title_parts parts = title_parts(a, title);
    return parts.kicker_to > parts.kicker_from;
}

/* Headings at the level of `i`, itself included, and whether any stands higher. */
static size_t count_level(const struct outline *o, int level, bool *higher)
{
    size_t n = 0;
    *higher = false;
    for (size_t i = 0; i < o->list.n; i++) {
        n += o->list.at[i].heading && o->list.at[i].level == level;
        *higher = *higher || (o->list.at[i].heading && o->list.at[i].level < level);
    }
    return n;
}

/* The first heading is the title where none stands higher, and it is the only one of its level or
 * names no section. */
static bool heading_is_title(struct arena *a, const struct outline *o, size_t i)
{
    const struct entry *e = &o->list.at[i];
    bool higher, known = e->match.trust == TRUST_WHOLE;
    size_t n = count_level(o, e->level, &higher);
    if (has_kicker(a, e->title))
        return true;
    if (higher || o->list.n == 1)
        return !higher && !known;
    return e->level == 1 ? n == 1 || !known : n == 1 && !known;
}

static bool ends_sentence(struct str s)
{
    return str_ends(s, S(".")) || str_ends(s, S("!")) || str_ends(s, S("?")) ||
           str_ends(s, S(";")) || str_ends(s, S(",")) || str_ends(s, S("。"));
}

static bool is_linked(const struct inline_node *node)
{
    return node && node->kind == INLINE_LINK;
}

/* A first line that stands alone above the rest: bold, or short and no sentence. */
static bool line_is_title(struct arena *a, const struct outline *o, size_t i)
{
    const struct block *block = o->list.at[i].block;
    if (block->kind != BLOCK_PARAGRAPH || i + 1 >= o->list.n)
        return false;
    struct str text = str_trim(inlines_text(a, block->inlines));
    struct lead lead = lead_of(a, block);
    if (has_kicker(a, text))
        return text.n <= TITLE_MAX;
    if (text.n == 0 || text.n > TITLE_MAX || lead.form != LEAD_LINE ||
        is_linked(block->inlines))
        return false;
    return lead.match.trust != TRUST_WHOLE && !ends_sentence(text) && !lead.marked &&
           text_words(text) > 0;
}

/* Blocks that may stand before a title: pictures and rules. */
static bool says_nothing(const struct block *block)
{
    if (block->kind == BLOCK_RULE || block->kind == BLOCK_PAGE_BREAK)
        return true;
    if (block->kind != BLOCK_PARAGRAPH)
        return false;
    for (const struct inline_node *n = block->inlines; n; n = n->next) {
        bool picture = n->kind == INLINE_IMAGE || (n->kind == INLINE_LINK && n->first &&
                                                   n->first->kind == INLINE_IMAGE);
        bool gap = n->kind == INLINE_SOFT_BREAK || n->kind == INLINE_HARD_BREAK ||
                   (n->kind == INLINE_TEXT && text_words(n->text) == 0);
        if (!picture && !gap)
            return false;
    }
    return true;
}

static bool is_capital(struct str word)
{
    size_t i = 0;
    uint32_t c = word.n ? utf8_next(word, &i) : 0;
    return utf8_is_word(c) && utf8_lower(c) != c;
}

/* "By Priya Nair, Build Engineer": a line that says who wrote it, with two names at least. */
static bool is_byline(struct arena *a, const struct block *block)
{
    static const char *const words[] = {"by",     "written by", "von",  "par",
                                        "por",    "di",         "door", "af",
                                        "autor:", "author:",    "od"};
    bool plain = block->kind == BLOCK_PARAGRAPH && block->inlines &&
                 block->inlines->kind == INLINE_TEXT && !block->inlines->next;
    struct str text = plain ? str_trim(inlines_text(a, block->inlines)) : S("");
    if (text.n == 0 || text.n > BYLINE_MAX || ends_sentence(text))
        return false;
    for (size_t i = 0; i < countof(words); i++) {
        struct str word = str_from(words[i]);
        if (!str_eq_nocase(str_sub(text, 0, word.n), word) || word.n >= text.n ||
            text.p[word.n] != ' ')
            continue;
        struct str rest = str_sub(text, word.n + 1, text.n);
        return is_capital(str_cut(&rest, ' ')) && is_capital(str_cut(&rest, ' '));
    }
    return false;
}

/* An italic line right below the title, who wrote it, or a lower heading that no text follows. */
static bool is_subtitle(struct arena *a, const struct outline *o, size_t i)
{
    if (i >= o->list.n)
        return false;
    const struct entry *e = &o->list.at[i];
    const struct block *block = e->block;
    if (e->heading) {
        bool followed = i + 1 < o->list.n && o->list.at[i + 1].heading;
        bool skips = followed && o->list.at[i + 1].level < e->level;
        return e->match.trust == TRUST_NONE && skips;
    }
    bool italic = block->kind == BLOCK_PARAGRAPH && block->inlines &&
                  block->inlines->kind == INLINE_EMPH && !block->inlines->next;
    return (italic && inlines_text(a, block->inlines).n <= SUBTITLE_MAX) ||
           is_byline(a, block);
}

/* A title of the front matter is often said again by the first heading. */
static bool says_same(struct arena *a, struct str known, struct str written)
{
    struct title_parts parts = title_parts(a, written), other = title_parts(a, known);
    struct str left = name_fold(a, str_sub(written, parts.from, parts.to));
    struct str right = name_fold(a, str_sub(known, other.from, other.to));
    return left.n > 0 && right.n > 0 &&
           (str_starts(left, right) || str_starts(right, left) || str_eq(left, right));
}

static struct str entry_text(struct arena *a, const struct entry *e)
{
    return e->heading ? e->title : str_trim(inlines_text(a, e->block->inlines));
}

/* "Case Study" on a line of its own: the title is the line below, unless that opens a section. */
static void part_kicker(struct arena *a, struct outline *o)
{
    size_t next = o->title + 1;
    if (next >= o->list.n || !title_is_kicker(a, entry_text(a, &o->list.at[o->title])))
        return;
    const struct entry *e = &o->list.at[next];
    bool heading = e->heading && e->match.trust == TRUST_NONE;
    if (!heading && (e->heading || !line_is_title(a, o, next)))
        return;
    o->kicker = o->title;
    o->title = next;
}

void outline_find_title(struct arena *a, struct outline *o, struct str title)
{
    size_t heading = first_heading(o), first = 0;
    while (first < o->list.n && !o->list.at[first].heading &&
           says_nothing(o->list.at[first].block))
        first++;
    if (heading < o->list.n && heading_is_title(a, o, heading))
        o->title = heading;
    else if (first < o->list.n && first < heading && line_is_title(a, o, first))
        o->title = first;
    if (o->title != SIZE_MAX && title.n > 0) {
        struct entry *e = &o->list.at[o->title];
        struct str written =
            e->heading ? e->title : str_trim(inlines_text(a, e->block->inlines));
        bool sole = e->heading && e->block->level == 1;
        if (!sole && !says_same(a, title, written))
            o->title = SIZE_MAX;
    }
    if (o->title != SIZE_MAX)
        part_kicker(a, o);
    if (o->title != SIZE_MAX && is_subtitle(a, o, o->title + 1))
        o->subtitle = o->title + 1;
}
