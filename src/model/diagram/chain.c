/* SPDX-License-Identifier: MIT */
/* model/diagram/chain.c — one row of nodes with arrows between them. */
#include "model/diagram/chain.h"

#include "base/utf8.h"
#include "model/diagram/brackets.h"

struct scan {
    struct arena *a;
    const struct marked *m;
    struct chain *out;
    struct brackets brackets;
    bool in_code; /* arrows inside code spans count: there are none outside */
};

/* Behind the character at `*i`; behind all of a rule that is no arrow, so that it is walked once. */
static void skip_shaft(struct str text, size_t *i, size_t end)
{
    bool dash = arrow_is_dash(utf8_next(text, i));
    while (dash && *i < end) {
        size_t next = *i;
        if (!arrow_is_dash(utf8_next(text, &next)))
            break;
        *i = next;
    }
}

/* The next arrow that stands outside brackets, at or behind `*i`, which moves behind it. */
static bool next_arrow(const struct scan *s, size_t *i, size_t end, struct arrow *arrow)
{
    const struct marked *m = s->m;
    while (*i < end) {
        size_t close = brackets_close(&s->brackets, *i);
        if (close) {
            *i = close;
        } else if ((s->in_code || !(m->marks[*i] & MARK_CODE)) &&
                   arrow_read(m->text, *i, end, arrow)) {
            *i = arrow->at.to;
            return true;
        } else {
            skip_shaft(m->text, i, end);
        }
    }
    return false;
}

/* ---- lead and tail ---- */

/* The first `: ` or ` — ` outside brackets and code; false where there is none. `*after` is the
 * first byte behind it. */
static bool find_lead(const struct scan *s, struct stretch stage, size_t *at, size_t *after)
{
    struct str text = str_sub(s->m->text, 0, stage.to);
    static const char *const marks[] = {": ", ":\n", "\xEF\xBC\x9A", " — ", " – "};
    for (size_t i = stage.from; i < stage.to;) {
        size_t close = brackets_close(&s->brackets, i);
        if (close > i && close < stage.to) {
            i = close;
            continue;
        }
        for (size_t k = 0; k < countof(marks) && !(s->m->marks[i] & MARK_CODE); k++) {
            if (str_starts(str_sub(text, i, text.n), str_from(marks[k]))) {
                *at = i;
                *after = i + str_from(marks[k]).n;
                return true;
            }
        }
        utf8_next(text, &i);
    }
    if (stage.to > stage.from && s->m->text.p[stage.to - 1] == ':') {
        *at = stage.to - 1;
        *after = stage.to;
        return true;
    }
    return false;
}

/* "Step 1: Ingest → Step 2: Embed" has no lead: its second stage is written alike. */
static bool take_lead(const struct scan *s, struct stretch *first, struct stretch second)
{
    size_t at, after, ignored;
    struct stretch trimmed = marked_trim(s->m, *first);
    if (!find_lead(s, trimmed, &at, &after) || at == trimmed.from)
        return false;
    if (find_lead(s, marked_trim(s->m, second), &ignored, &ignored))
        return false;
    s->out->lead = marked_trim(s->m, (struct stretch){trimmed.from, at});
    first->from = after;
    return true;
}

/* Words after which a full stop ends no sentence. */
static bool is_abbreviation(struct str text, size_t stop)
{
    static const char *const known[] = {"e.g", "i.e", "etc", "vs", "incl", "approx", "z.B"};
    for (size_t i = 0; i < countof(known); i++) {
        if (str_ends(str_sub(text, 0, stop), str_from(known[i])))
            return true;
    }
    return false;
}

/* Where a sentence ends inside `stage` and another begins; `stage.to` where that is nowhere. */
static size_t sentence_end(const struct scan *s, struct stretch stage)
{
    struct str text = str_sub(s->m->text, 0, stage.to);
    for (size_t i = stage.from; i + 2 < stage.to; i++) {
        char c = text.p[i], blank = text.p[i + 1];
        size_t next = i + 2;
        bool stops = c == '.' || c == '!' || c == '?' || c == ';';
        if (!stops || (blank != ' ' && blank != '\n') || is_abbreviation(text, i))
            continue;
        uint32_t begins = utf8_next(text, &next);
        bool rest = text_words(str_sub(text, i + 1, text.n)) > 2;
        if (rest && (begins != utf8_lower(begins) || c == ';' || blank == '\n'))
            return i;
    }
    return stage.to;
}

static bool is_word_etc(struct str text)
{
    return str_ends(text, S("etc.")) || str_ends(text, S("...")) ||
           str_ends(text, S("Inc."));
}

/* "[Model], with [Redis] as cache": what follows the bracket is said of the whole. */
static size_t bracket_end(const struct scan *s, struct stretch stage)
{
    struct stretch t = marked_trim(s->m, stage);
    size_t close = brackets_close(&s->brackets, t.from);
    bool said = close && close + 1 < t.to &&
                (s->m->text.p[close + 1] == ',' || s->m->text.p[close + 1] == ';');
    return said ? close + 1 : stage.to;
}

/* Cut sentences, and the full stop, off the last stage. */
static void take_tail(const struct scan *s, struct stretch *last)
{
    size_t end = sentence_end(s, *last), bracket = bracket_end(s, *last);
    end = bracket < end ? bracket : end;
    if (end < last->to) {
        s->out->tail = marked_trim(s->m, (struct stretch){end + 1, last->to});
        last->to = end;
    }
    struct stretch t = marked_trim(s->m, *last);
    struct str text = marked_text(s->m, t);
    while (text.n && !is_word_etc(text) &&
           (str_ends(text, S(".")) || str_ends(text, S(";")) || str_ends(text, S(",")) ||
            str_ends(text, S(":"))))
        text.n--;
    if (str_ends(text, S("。")))
        text.n -= S("。").n;
    *last = (struct stretch){t.from, t.from + text.n};
}

/* ---- reading ---- */

/* A row that is bracketed, quoted or starred as a whole: what counts stands inside. */
static struct stretch unwrap(struct arena *a, const struct marked *m, struct stretch row)
{
    enum node_shape shape;
    struct stretch inside = row;
    for (int layers = 0; layers < 3 && frame_strip(m, &inside, &shape); layers++) {
        struct scan s = {.a = a, .m = m, .in_code = true};
        s.brackets = brackets_of(a, m->text, inside);
        struct arrow arrow;
        size_t i = inside.from;
        if (next_arrow(&s, &i, inside.to, &arrow))
            row = inside;
    }
    return row;
}

/* Two arrows with nothing between them are one. */
static void merge_arrow(struct chain *c, const struct arrow *second)
{
    struct arrow *first = vec_last(&c->arrows);
    if (first->kind != second->kind)
        first->kind = EDGE_BOTH;
}

struct bounds {
    VEC(struct stretch) list;
};

/* The stretches between the arrows of `row`; the arrows go to the chain. */
static struct bounds bounds_of(const struct scan *s, struct stretch row)
{
    struct bounds bounds = {
        {NULL, 0, 0}
    };
    struct arrow arrow;
    size_t from = row.from, i = from;
    while (next_arrow(s, &i, row.to, &arrow)) {
        vec_push(s->a, &s->out->arrows, arrow);
        vec_push(s->a, &bounds.list, (struct stretch){from, arrow.at.from});
        from = arrow.at.to;
    }
    vec_push(s->a, &bounds.list, (struct stretch){from, row.to});
    return bounds;
}

static bool arrow_outside_code(struct scan *s, struct stretch row)
{
    struct arrow arrow;
    size_t i = row.from;
    s->in_code = false;
    return next_arrow(s, &i, row.to, &arrow);
}

struct chain chain_of(struct arena *a, const struct marked *m, struct stretch row,
                      enum stage_gaps gaps)
{
    struct chain chain = {.at = marked_trim(m, row)};
    struct stretch inside = unwrap(a, m, chain.at);
    struct scan s = {.a = a, .m = m, .out = &chain};
    s.brackets = brackets_of(a, m->text, inside);
    s.in_code = !arrow_outside_code(&s, inside);
    struct bounds bounds = bounds_of(&s, inside);
    size_t n = bounds.list.n;
    if (n > 1)
        take_lead(&s, &bounds.list.at[0], bounds.list.at[1]);
    take_tail(&s, &bounds.list.at[n - 1]);
    struct arrow *arrows = chain.arrows.at;
    size_t count = chain.arrows.n;
    chain.arrows.n = 0;
    for (size_t i = 0; i < n; i++) {
        struct stage stage = stage_read(a, m, bounds.list.at[i], gaps);
        if (i > 0 && i < count && stage.units.n + stage.sides.n == 0) {
            merge_arrow(&chain, &arrows[i]);
            continue;
        }
        vec_push(a, &chain.stages, stage);
        if (i < count)
            chain.arrows.at[chain.arrows.n++] = arrows[i];
    }
    return chain;
}

size_t chain_units(const struct chain *chain)
{
    size_t n = 0;
    for (size_t i = 0; i < chain->stages.n; i++)
        n += chain->stages.at[i].units.n;
    return n;
}

/* ---- into the graph ---- */

size_t unit_make(struct make *make, const struct marked *m, const struct unit *u)
{
    size_t known = make_find(make, u->label);
    if (known != GRAPH_NONE) {
        struct node *node = &make->graph->nodes.at[known];
        node->key |= u->key;
        node->note = node->note.n > 0 ? node->note : u->note;
        return known;
    }
    struct node node = {
        .label = u->label, .note = u->note, .shape = u->shape, .key = u->key};
    node.span = marked_span(m, u->at);
    return make_node(make, u->label, node);
}

static void make_sides(struct make *make, const struct marked *m, const struct stage *stage,
                       size_t host)
{
    for (size_t i = 0; i < stage->sides.n; i++) {
        const struct unit *u = &stage->sides.at[i];
        bool known = make_find(make, u->label) != GRAPH_NONE;
        size_t side = unit_make(make, m, u);
        if (side != GRAPH_NONE && !known)
            make->graph->nodes.at[side].side = true;
        make_edge(make, host, side, (struct edge){.kind = u->kind});
    }
}

struct indices {
    VEC(size_t) list;
};

static struct indices make_stage(struct make *make, const struct marked *m,
                                 const struct stage *stage)
{
    struct indices nodes = {
        {NULL, 0, 0}
    };
    for (size_t i = 0; i < stage->units.n; i++) {
        size_t node = unit_make(make, m, &stage->units.at[i]);
        vec_push(make->a, &nodes.list, node);
        if (stage->units.at[i].strong && node != GRAPH_NONE)
            vec_push(make->a, &make->bold, node);
    }
    return nodes;
}

static void connect(struct make *make, const struct marked *m, const struct arrow *arrow,
                    const struct indices *from, const struct indices *to)
{
    struct edge edge = {.kind = arrow->kind, .dashed = arrow->dashed};
    edge.label = label_of(make->a, marked_text(m, arrow->label));
    for (size_t i = 0; i < from->list.n; i++) {
        for (size_t k = 0; k < to->list.n; k++)
            make_edge(make, from->list.at[i], to->list.at[k], edge);
    }
}

struct chain_ends chain_make(struct make *make, const struct marked *m,
                             const struct chain *chain)
{
    struct chain_ends ends = {
        {NULL, 0, 0},
        {NULL, 0, 0}
    };
    struct indices before = {
        {NULL, 0, 0}
    };
    for (size_t i = 0; i < chain->stages.n; i++) {
        struct indices nodes = make_stage(make, m, &chain->stages.at[i]);
        if (before.list.n && nodes.list.n)
            connect(make, m, &chain->arrows.at[i - 1], &before, &nodes);
        for (size_t k = 0; k < nodes.list.n && !before.list.n; k++)
            vec_push(make->a, &ends.first, nodes.list.at[k]);
        before = nodes.list.n ? nodes : before;
        make_sides(make, m, &chain->stages.at[i],
                   before.list.n ? *vec_last(&before.list) : GRAPH_NONE);
    }
    for (size_t k = 0; k < before.list.n; k++)
        vec_push(make->a, &ends.last, before.list.at[k]);
    return ends;
}
