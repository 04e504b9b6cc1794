/* SPDX-License-Identifier: MIT */
/* model/diagram/lines.c — chains, one or more, each on a line or wrapped over several. */
#include "base/utf8.h"
#include "model/diagram/notation.h"

enum row_kind { ROW_BLANK, ROW_PLAIN, ROW_CHAIN };

struct row {
    struct stretch at;
    enum row_kind kind;
    bool opens, closes; /* begins, ends with an arrow */
    bool unclosed;      /* a bracket stays open */
    bool hard;          /* ends where the author wanted it to */
};

struct rows {
    VEC(struct row) list;
};

static bool is_unclosed(struct str text)
{
    int depth = 0;
    for (size_t i = 0; i < text.n; i++) {
        depth += text.p[i] == '[' || text.p[i] == '(';
        depth -= text.p[i] == ']' || text.p[i] == ')';
    }
    return depth > 0;
}

static struct row row_of(struct arena *a, const struct marked *m, struct stretch line)
{
    struct row row = {.at = marked_trim(m, line), .kind = ROW_BLANK};
    row.hard = line.to >= m->text.n || (m->marks[line.to] & MARK_HARD);
    if (row.at.from >= row.at.to)
        return row;
    struct chain c = chain_of(a, m, row.at, GAPS_JOIN);
    row.kind = c.arrows.n ? ROW_CHAIN : ROW_PLAIN;
    row.opens = c.arrows.n && c.stages.at[0].units.n == 0 && c.lead.to == c.lead.from;
    row.closes = c.arrows.n && vec_last(&c.stages)->units.n == 0;
    row.unclosed = is_unclosed(marked_text(m, row.at));
    return row;
}

#define WRAP_WIDTH 80  /* [bytes] where editors break lines */
#define WRAPPED_MIN 56 /* a shorter line was not broken by an editor */
#define NAME_WORDS 6   /* a plain line of more words is a sentence */

/* No chain is longer; joining line by line would take for ever. */
#define ROW_MAX_BYTES 4000

/* Did an editor break the line because the next word had no room? */
static bool is_wrapped(const struct marked *m, const struct row *row,
                       const struct row *next)
{
    size_t length = row->at.to - row->at.from;
    struct str behind = marked_text(m, next->at);
    return length >= WRAPPED_MIN &&
           length + 1 + str_find_byte(behind, ' ', 0) > WRAP_WIDTH - 8;
}

static bool ends_sentence(struct str text)
{
    return str_ends(text, S(".")) || str_ends(text, S(":")) || str_ends(text, S("!"));
}

/* Does `next` carry on what `row` says? */
static bool carries_on(const struct marked *m, const struct row *row,
                       const struct row *next)
{
    if (row->at.to - row->at.from > ROW_MAX_BYTES)
        return false;
    if (row->closes || next->opens || row->unclosed)
        return next->kind != ROW_BLANK;
    struct str text = marked_text(m, row->at), more = marked_text(m, next->at);
    if (row->kind == ROW_PLAIN && str_starts(more, S("("))) /* Camera<br>(1080p) → … */
        return text_words(text) <= NAME_WORDS;
    if (m->fence || row->hard || row->kind == ROW_BLANK || next->kind == ROW_BLANK ||
        ends_sentence(text))
        return false;
    if (row->kind == ROW_CHAIN && next->kind == ROW_CHAIN)
        return is_wrapped(m, row, next);
    size_t i = 0;
    uint32_t first = more.n ? utf8_next(more, &i) : 0;
    bool lower = first == '(' || utf8_lower(first) == first;
    bool plain_is_name = text_words(row->kind == ROW_PLAIN ? text : more) <= NAME_WORDS;
    return plain_is_name && (row->kind == ROW_PLAIN || lower || is_wrapped(m, row, next));
}

static struct rows rows_of(struct arena *a, const struct marked *m)
{
    struct rows rows = {
        {NULL, 0, 0}
    };
    struct stretch rest = marked_all(m), line;
    while (marked_line(m, &rest, &line)) {
        struct row row = row_of(a, m, line);
        struct row *last = rows.list.n ? vec_last(&rows.list) : NULL;
        if (last && carries_on(m, last, &row)) {
            struct row joined = row_of(a, m, (struct stretch){last->at.from, line.to});
            joined.hard = row.hard;
            *last = joined;
        } else {
            vec_push(a, &rows.list, row);
        }
    }
    return rows;
}

/* ---- reading ---- */

struct lines {
    struct arena *a;
    const struct ask *ask;
    struct reading *out;
    struct make make;
    size_t chains, units;
    bool sure;
};

static struct str without_colon(struct str text)
{
    text = str_trim(text);
    while (text.n && text.p[text.n - 1] == ':')
        text.n--;
    return str_trim_end(text);
}

/* A title for the nodes to come. One that no node fell under would lose its words. */
static void open_group(struct lines *l, struct str title)
{
    l->make.group = make_group(&l->make, without_colon(title), GRAPH_NONE);
}

static void read_chain(struct lines *l, const struct row *row, bool alone)
{
    const struct marked *m = &l->ask->text;
    struct chain c = chain_of(l->a, m, row->at, GAPS_JOIN);
    struct str lead = marked_text(m, c.lead);
    if (!chain_is_sure(m, &c, l->ask->place)) {
        l->sure = false;
        return;
    }
    size_t before = l->make.graph->nodes.n, outer = l->make.group;
    if (lead.n && !alone)
        open_group(l, lead);
    else
        words_add(l->a, &l->out->graph.caption, without_colon(lead));
    chain_make(&l->make, m, &c);
    if (lead.n && !alone && l->make.graph->nodes.n == before) {
        l->make.graph->groups.n--;
        words_add(l->a, &l->out->rest, lead);
    }
    if (lead.n && !alone)
        l->make.group = outer;
    words_add(l->a, &l->out->rest, marked_text(m, c.tail));
    l->chains++;
    l->units += chain_units(&c);
}

static size_t count_kind(const struct rows *rows, enum row_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < rows->list.n; i++)
        n += rows->list.at[i].kind == kind;
    return n;
}

/* Is the plain row `i` a title of the chain below it? */
static bool is_title(const struct lines *l, const struct rows *rows, size_t i)
{
    struct str text = marked_text(&l->ask->text, rows->list.at[i].at);
    bool before_chain = i + 1 < rows->list.n && rows->list.at[i + 1].kind == ROW_CHAIN;
    return before_chain && text_words(text) <= NAME_WORDS &&
           (l->ask->text.fence || str_ends(text, S(":")));
}

static size_t count_titles(const struct lines *l, const struct rows *rows)
{
    size_t n = 0;
    for (size_t i = 0; i < rows->list.n; i++)
        n += rows->list.at[i].kind == ROW_PLAIN && is_title(l, rows, i);
    return n;
}

/* A row without arrows: a title, a caption above all chains, or a remark below them. */
static void read_plain(struct lines *l, const struct rows *rows, size_t i, size_t chains)
{
    struct str text = marked_text(&l->ask->text, rows->list.at[i].at);
    bool drawn = text_words(text) == 0; /* pieces of a drawing */
    bool between = l->chains > 0 && l->chains < chains;
    if (is_title(l, rows, i) && count_titles(l, rows) > 1)
        open_group(l, text);
    else if (drawn || between)
        l->sure = false;
    else if (l->chains == 0)
        words_add(l->a, &l->out->graph.caption, without_colon(text));
    else
        words_add(l->a, &l->out->rest, text);
}

static enum graph_direction direction_of(struct arena *a, const struct marked *m,
                                         const struct rows *rows)
{
    for (size_t i = 0; i < rows->list.n; i++) {
        struct chain c = chain_of(a, m, rows->list.at[i].at, GAPS_JOIN);
        for (size_t k = 0; k < c.arrows.n; k++) {
            if (!c.arrows.at[k].vertical)
                return GRAPH_RIGHT;
        }
    }
    return GRAPH_DOWN;
}

#define FENCE_MIN_NODES 3 /* "a -> b" alone in a fence may be anything */
#define CAPTION_MAX_BYTES 300

void read_lines(struct arena *a, const struct ask *ask, struct reading *out)
{
    struct rows rows = rows_of(a, &ask->text);
    size_t chains = count_kind(&rows, ROW_CHAIN);
    bool remarks = count_kind(&rows, ROW_PLAIN) > 0;
    if (chains == 0 || (remarks && ask->place == PLACE_SOLUTION))
        return;
    struct lines l = {.a = a, .ask = ask, .out = out, .sure = true};
    l.make = make_at(a, &out->graph);
    for (size_t i = 0; i < rows.list.n && l.sure; i++) {
        if (rows.list.at[i].kind == ROW_CHAIN)
            read_chain(&l, &rows.list.at[i], chains == 1);
        else if (rows.list.at[i].kind == ROW_PLAIN)
            read_plain(&l, &rows, i, chains);
    }
    make_key(&l.make);
    bool enough = ask->place != PLACE_FENCE || l.units >= FENCE_MIN_NODES;
    if (!l.sure || l.make.full || !enough || out->graph.caption.n > CAPTION_MAX_BYTES)
        return;
    out->graph.direction = direction_of(a, &ask->text, &rows);
    out->blocks = 1;
}
