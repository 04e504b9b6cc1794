/* SPDX-License-Identifier: MIT */
/* source/inline.c — inlines from what the parser found to what the author meant. */
#include "source/inline.h"

#include "base/arena.h"

struct raw *inline_new(struct arena *a, enum inline_kind kind, size_t from, size_t to)
{
    struct raw *raw = arena_make(a, struct raw);
    raw->node.kind = kind;
    raw->from = from;
    raw->to = to;
    return raw;
}

struct inline_node *inline_split(const struct inlines_context *c, struct inline_node *node,
                                 size_t at)
{
    struct raw *raw = raw_of(node);
    struct align al = {cooked_str(c->text), raw->from, raw->to, 0, c->budget};
    size_t middle = align_behind(&al, raw->from, str_sub(node->text, 0, at));
    if (middle == SIZE_MAX || middle > raw->to)
        middle = raw->from + at < raw->to ? raw->from + at : raw->to;
    struct raw *rest = inline_new(c->k->a, INLINE_TEXT, middle, raw->to);
    rest->node.text = str_sub(node->text, at, node->text.n);
    rest->node.next = node->next;
    node->text = str_sub(node->text, 0, at);
    node->next = &rest->node;
    raw->to = middle;
    return &rest->node;
}

/* --- the last look ------------------------------------------------------------------------------ */

/* What is left of the marks that carried meaning through the parser. */
static struct str without_marks(struct arena *a, struct str s)
{
    bool marked = false;
    for (size_t i = 0; i < s.n; i++)
        marked = marked || (s.p[i] > 0 && s.p[i] <= MARK_TEXT);
    if (!marked)
        return s;
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == MARK_STRIKE)
            strbuf_putc(&b, '~');
        else if (s.p[i] < 0 || s.p[i] > MARK_TEXT)
            strbuf_putc(&b, s.p[i]);
    }
    return strbuf_str(&b);
}

static bool is_break(const struct inline_node *node)
{
    return node->kind == INLINE_SOFT_BREAK || node->kind == INLINE_HARD_BREAK;
}

static bool is_empty(const struct inline_node *node)
{
    return node->kind == INLINE_TEXT && node->text.n == 0;
}

static void trim_end(struct inline_node *node)
{
    if (node->kind != INLINE_TEXT)
        return;
    struct str trimmed = str_trim_end(node->text);
    raw_of(node)->to -= node->text.n - trimmed.n;
    node->text = trimmed;
}

/* Make one text of `node` and the texts that follow it. */
static void join_run(struct arena *a, struct inline_node *node)
{
    struct inline_node *last = node;
    struct strbuf b = strbuf_at(a);
    for (; last && last->kind == INLINE_TEXT; last = last->next) {
        strbuf_put(&b, without_marks(a, last->text));
        if (last->text.n > 0)
            raw_of(node)->to = raw_of(last)->to;
    }
    node->text = strbuf_str(&b);
    node->next = last;
}

/* Leave out empty texts, and join those that stand next to each other. */
static void join_texts(struct arena *a, struct inline_node **first)
{
    struct inline_node *last = NULL;
    for (struct inline_node **at = first; *at;) {
        struct inline_node *node = *at;
        if (node->kind == INLINE_TEXT && node->next && node->next->kind == INLINE_TEXT)
            join_run(a, node);
        else if (node->kind == INLINE_TEXT)
            node->text = without_marks(a, node->text);
        if (last && is_break(node))
            trim_end(last);
        if (is_empty(node)) {
            *at = node->next;
            continue;
        }
        last = node;
        at = &node->next;
    }
}

/* White space and breaks at the ends say nothing; a lone backslash at the end was a break once. */
static void trim_ends(struct inline_node **first)
{
    while (*first && (is_break(*first) ||
                      ((*first)->kind == INLINE_TEXT && str_trim((*first)->text).n == 0)))
        *first = (*first)->next;
    if (*first && (*first)->kind == INLINE_TEXT) {
        struct str text = (*first)->text, trimmed = str_trim_end(text);
        size_t lead = trimmed.n - str_trim(text).n;
        (*first)->text = str_sub(text, lead, text.n);
        raw_of(*first)->from += lead;
    }
    struct inline_node **keep = first; /* behind the last node that says something */
    for (struct inline_node **at = first; *at; at = &(*at)->next) {
        struct str text = (*at)->text;
        if ((*at)->kind == INLINE_TEXT && !(*at)->next) {
            text = str_trim_end(text);
            if (str_ends(text, S("\\")))
                text = str_trim_end(str_sub(text, 0, text.n - 1));
            raw_of(*at)->to -= (*at)->text.n - text.n;
            (*at)->text = text;
        }
        if (!is_break(*at) && !is_empty(*at))
            keep = &(*at)->next;
    }
    *keep = NULL;
}

/* A row of siblings that waits for its turn; deeper rows are few, so no recursion is needed. */
struct row {
    struct inline_node **first;
};

/* Apply `step` to each row of siblings below and including `*first`; the innermost come last. */
static void each_row(const struct inlines_context *c, struct inline_node **first,
                     void (*step)(const struct inlines_context *, struct inline_node **))
{
    VEC(struct row) rows = {0};
    vec_push(c->k->a, &rows, ((struct row){first}));
    for (size_t i = 0; i < rows.n; i++) {
        struct inline_node **row = rows.at[i].first;
        step(c, row);
        for (struct inline_node *node = *row; node; node = node->next)
            if (node->first)
                vec_push(c->k->a, &rows, ((struct row){&node->first}));
    }
}

static void html_step(const struct inlines_context *c, struct inline_node **first)
{
    inlines_html(c, first);
    inlines_strike(c, first);
}

static void attrs_step(const struct inlines_context *c, struct inline_node **first)
{
    inlines_attrs(c, first, NULL);
}

static void join_step(const struct inlines_context *c, struct inline_node **first)
{
    join_texts(c->k->a, first);
}

/* A link inside a link's text is text. */
static void unlink_step(const struct inlines_context *c, struct inline_node **first)
{
    (void)c;
    for (struct inline_node *node = *first; node; node = node->next)
        for (struct inline_node *inner = node->kind == INLINE_LINK ? node->first : NULL;
             inner; inner = inner->next)
            if (inner->kind == INLINE_LINK && inner->bare) {
                inner->kind = INLINE_TEXT;
                inner->text = inner->first ? inner->first->text : S("");
                inner->first = NULL;
                inner->bare = false;
            }
}

void inlines_mend(const struct inlines_context *c, struct block *block)
{
    struct inline_node **first = &block->inlines;
    each_row(c, first, unlink_step);
    each_row(c, first, html_step);
    inlines_attrs(c, first, block);
    each_row(c, first, attrs_step);
    each_row(c, first, join_step);
    trim_ends(first);
}

/* A script, bytes in the address itself, a file on the author's machine: what runs code in a viewer,
 * or leads a reader nowhere. Gives the scheme, NULL for all other addresses. */
static const char *harmful_scheme(struct str url)
{
    static const char *const schemes[] = {"javascript:", "vbscript:", "data:", "file:"};
    while (url.n > 0 && url.p[0] >= 0 && url.p[0] <= ' ')
        url = str_sub(url, 1, url.n);
    for (size_t i = 0; i < countof(schemes); i++) {
        struct str scheme = str_from(schemes[i]);
        if (str_eq_nocase(str_sub(url, 0, scheme.n), scheme))
            return schemes[i];
    }
    return NULL;
}

/* The words of a link stay where its address cannot. */
static void drop_harmful(const struct inlines_context *c, struct inline_node *link)
{
    const char *scheme = harmful_scheme(link->url);
    if (!scheme)
        return;
    diag_push(c->k->d, D_S0317, link->span, "the address “%s…” is left out", scheme);
    link->kind = INLINE_SPAN;
    link->url = S("");
    link->bare = false;
}

static void place_step(const struct inlines_context *c, struct inline_node **first)
{
    for (struct inline_node *node = *first; node; node = node->next) {
        node->span = cook_span(c->k, c->text, raw_of(node)->from, raw_of(node)->to);
        if (node->kind == INLINE_LINK)
            drop_harmful(c, node);
    }
}

void inlines_place(const struct inlines_context *c, struct inline_node *first)
{
    each_row(c, &first, place_step);
}
