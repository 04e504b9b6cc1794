/* SPDX-License-Identifier: MIT */
/* block/caption.c — the paragraph beside a table, or below pictures, that is their caption.
 *
 * Markdown has no captions. Two habits stand for them: a paragraph that begins with "Table" or
 * "Figure", and a short one that is emphasised from end to end. */
#include "block/caption.h"

#include "base/arena.h"
#include "block/aside.h"
#include "block/opening.h"
#include "block/rich.h"

#define WORDS_MAX 40 /* a longer paragraph is prose */
#define GAP PT(1)    /* caption to table */

/* What captions begin with; each list ends with NULL. */
static const char *const table_words[] = {"table",  "tab.",  "tabelle", "tableau", "tabla",
                                          "tabela", "tabel", "tabell",  "tabella", NULL};
static const char *const figure_words[] = {"figure", "fig.",  "abbildung",  "abb.",
                                           "figura", "figur", "afbeelding", "rysunek",
                                           "рис.",   "图",    "図",         NULL};

static bool begins_with(const char *const *words, struct str text)
{
    for (; *words; words++) {
        struct str word = str_from(*words);
        struct str next = str_sub(text, word.n, text.n);
        if (text.n > word.n && str_eq_nocase(str_sub(text, 0, word.n), word) &&
            (str_starts(next, S(":")) ||
             (next.n > 1 && next.p[0] == ' ' && next.p[1] >= '0' && next.p[1] <= '9')))
            return true;
    }
    return false;
}

/* What stands in a paragraph that is emphasised from end to end, else NULL. */
static const struct inline_node *emphasised(const struct block *paragraph)
{
    const struct inline_node *only = paragraph->inlines;
    return only && only->kind == INLINE_EMPH && !only->next ? only->first : NULL;
}

static bool is_caption(struct setter *s, const struct block *block,
                       const char *const *words)
{
    if (!block || block->kind != BLOCK_PARAGRAPH || s->look->plain)
        return false;
    struct str text = str_trim(block_text(s->a, block));
    return text_words(text) <= WORDS_MAX && (begins_with(words, text) || emphasised(block));
}

bool caption_leads(struct setter *s, const struct block *paragraph)
{
    const struct block *next = paragraph->next;
    return next && next->kind == BLOCK_TABLE && next->first && next->first->first &&
           is_caption(s, paragraph, table_words);
}

bool caption_wait(struct setter *s, const struct block *paragraph)
{
    if (paragraph == s->spent)
        return true;
    if (s->run_in || s->hang || !caption_leads(s, paragraph))
        return false;
    s->caption = paragraph;
    return true;
}

const struct block *caption_take(struct setter *s, const struct block *table)
{
    const struct block *waiting = s->caption, *next = table->next;
    s->caption = NULL;
    if (waiting && waiting->next == table)
        return waiting;
    bool other = next && next->next && next->next->kind == BLOCK_TABLE;
    if (other || !is_caption(s, next, table_words))
        return NULL;
    s->spent = next;
    return next;
}

const struct block *caption_below(struct setter *s, const struct block *pictures)
{
    const struct block *next = pictures->next;
    if (!is_caption(s, next, figure_words) || caption_leads(s, next))
        return NULL;
    s->spent = next;
    return next;
}

const struct inline_node *caption_words(const struct block *caption)
{
    const struct inline_node *inside = emphasised(caption);
    return inside ? inside : caption->inlines;
}

/* How much lower a caption stands beside the head of a table than its own baseline would have it. */
static mpt drop_to_head(struct setter *s)
{
    return mpt_max(0, set_baseline(s, ROLE_TABLE_HEAD) - set_baseline(s, ROLE_CAPTION));
}

/* In the title column, level with the head of the table: a box without height, from which the
 * table goes on. */
static void set_beside_table(struct setter *s, const struct rich *rich, struct tag *tag)
{
    struct marks m = {{0}};
    mpt drop = opening_foot(s) > 0 ? 0 : drop_to_head(s);
    s->caption_foot = drop + opening_caption(s, &m, rich, tag);
    marks_shift(&m, 0, 0, drop);
    set_box(s, &m, 0, 0);
    s->caption_box = s->out->list.n - 1;
    s->keep = KEEP_LINES;
}

/* Beside the last lines before a table that runs over the margin; these stay with it. */
static bool set_beside_text(struct setter *s, struct marks *m, mpt height)
{
    size_t from = aside_above(s, height);
    if (from == SIZE_MAX)
        return false;
    for (size_t i = from + 1; i < s->out->list.n; i++)
        s->out->list.at[i].penalty = BREAK_NEVER;
    aside_caption(s, m, height, from);
    s->keep = KEEP_LINES;
    return true;
}

/* In the margin: false, and nothing put, where there is no room for it. */
static bool set_in_margin(struct setter *s, const struct rich *rich, struct tag *tag)
{
    if (!aside_room(s))
        return false;
    struct setting t = set_role(s, rich, ROLE_CAPTION, s->look->margin_column);
    bool wide = s->place == PLACE_WIDE;
    struct marks *m = arena_make(s->a, struct marks);
    mpt drop = wide ? 0 : drop_to_head(s);
    marks_setting(s, m, &t, (struct point){0, drop}, tag);
    if (wide)
        return set_beside_text(s, m, t.height);
    s->caption_marks = m;
    s->caption_height = drop + t.height;
    return true;
}

void caption_level(struct setter *s)
{
    if (!s->caption_marks)
        return;
    aside_caption(s, s->caption_marks, s->caption_height, s->out->list.n - 1);
    s->caption_marks = NULL;
}

void caption_close(struct setter *s)
{
    int64_t beside = 0;
    if (s->caption_foot == 0)
        return;
    for (size_t i = s->caption_box + 1; i < s->out->list.n; i++)
        beside += s->out->list.at[i].gap + s->out->list.at[i].height;
    if (beside < s->caption_foot)
        vec_last(&s->out->list)->height += s->caption_foot - (mpt)beside;
    s->caption_foot = 0;
}

void caption_set(struct setter *s, const struct block *paragraph, struct tag *tag)
{
    struct rich rich = rich_inlines(s, caption_words(paragraph), ROLE_CAPTION, tag);
    if (opening_room(s) > 0) {
        set_beside_table(s, &rich, tag);
        return;
    }
    if (set_in_margin(s, &rich, tag))
        return;
    struct setting t = set_role(s, &rich, ROLE_CAPTION, s->measure);
    set_lines(s, &t, s->x, tag);
    s->gap = GAP;
    s->keep = KEEP_LINES;
}
