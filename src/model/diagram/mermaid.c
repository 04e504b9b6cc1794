/* SPDX-License-Identifier: MIT */
/* model/diagram/mermaid.c — Mermaid flowcharts. */
#include "base/arena.h"
#include "model/diagram/mermaid_lex.h"
#include "model/diagram/notation.h"

/* A node of one name or the `&` row that it stands in. */
struct row {
    VEC(size_t) nodes;
};

struct mermaid {
    struct arena *a;
    const struct ask *ask;
    struct reading *out;
    struct make make;
    VEC(size_t) open; /* subgraphs around, innermost last */
    VEC(struct str) group_ids;
    VEC(bool) bare; /* node i was never given a shape */
    bool styled;    /* classes or styles were read and ignored */
    bool trial;     /* without a header: any line that cannot be read ends it */
    size_t unread;
};

#define GROUP_MAX_DEPTH 16

static struct span place_at(const struct mermaid *m, size_t from, size_t to)
{
    return marked_span(&m->ask->text, (struct stretch){from, to > from ? to : from + 1});
}

/* ---- statements ---- */

static bool starts_word(struct str s, const char *word)
{
    struct str w = str_from(word);
    return str_starts(s, w) && (s.n == w.n || s.p[w.n] == ' ' || s.p[w.n] == '\t');
}

static size_t find_group(const struct mermaid *m, struct str id)
{
    for (size_t i = 0; i < m->group_ids.n; i++) {
        if (str_eq(m->group_ids.at[i], id))
            return i;
    }
    return GRAPH_NONE;
}

/* `id [Title]` or `id["Title"]`; false for a title alone. */
static bool read_group_name(struct arena *a, struct str text, struct str *id,
                            struct str *title)
{
    struct cursor c = {a, text, 0, text.n};
    struct mermaid_node node;
    if (!mermaid_node_read(&c, &node))
        return false;
    cursor_skip_blanks(&c);
    struct str tail = str_sub(text, c.i, text.n);
    bool bracket = !node.labelled && str_starts(tail, S("[")) && str_ends(tail, S("]"));
    if (!bracket && (!node.labelled || tail.n))
        return false;
    *id = node.id;
    *title = bracket ? mermaid_text(a, str_sub(tail, 1, tail.n - 1)) : node.label;
    return true;
}

/* `subgraph id [Title]`, `subgraph Title of words`, `subgraph "Title"` */
static void open_group(struct mermaid *m, struct str rest)
{
    rest = str_trim(rest);
    struct str id = rest, title;
    if (!read_group_name(m->a, rest, &id, &title))
        title = mermaid_text(m->a, rest);
    size_t parent = m->open.n ? *vec_last(&m->open) : GRAPH_NONE;
    if (m->open.n >= GROUP_MAX_DEPTH)
        m->make.full = true;
    size_t group = make_group(&m->make, title, parent);
    if (group == GRAPH_NONE)
        return;
    vec_push(m->a, &m->group_ids, id);
    vec_push(m->a, &m->open, group);
    m->make.group = group;
}

static void close_group(struct mermaid *m)
{
    if (m->open.n)
        m->open.n--;
    m->make.group = m->open.n ? *vec_last(&m->open) : GRAPH_NONE;
}

/* What a mention says besides the label. */
static void say(struct mermaid *m, size_t i, const struct mermaid_node *n)
{
    struct node *node = &m->out->graph.nodes.at[i];
    node->key = node->key || n->key;
    if (n->labelled)
        node->note = n->note;
    if (n->strong)
        vec_push(m->a, &m->make.bold, i);
}

/* A node mentioned: known by its id, labelled and grouped where that is first said. */
static size_t mention(struct mermaid *m, const struct mermaid_node *n)
{
    size_t i = make_find(&m->make, n->id);
    if (i == GRAPH_NONE) {
        struct node node = {.label = n->labelled ? n->label : n->id, .shape = n->shape};
        node.span = place_at(m, n->at, n->at + n->id.n);
        i = make_node(&m->make, n->id, node);
        if (i == GRAPH_NONE)
            return i;
        vec_push(m->a, &m->bare, !n->labelled);
        say(m, i, n);
        return i;
    }
    struct node *known = &m->out->graph.nodes.at[i];
    if (n->labelled) {
        known->label = n->label;
        known->shape = n->shape;
        m->bare.at[i] = false;
    }
    say(m, i, n);
    if (known->group == GRAPH_NONE)
        known->group = m->make.group;
    return i;
}

/* `A & B & C` */
static bool read_row(struct mermaid *m, struct cursor *c, struct row *row)
{
    struct mermaid_node node;
    *row = (struct row){
        {NULL, 0, 0}
    };
    do {
        if (!mermaid_node_read(c, &node))
            return false;
        m->styled |= node.classed;
        vec_push(m->a, &row->nodes, mention(m, &node));
        cursor_skip_blanks(c);
    } while (cursor_take(c, S("&")));
    return true;
}

static void connect(struct mermaid *m, const struct row *from, const struct row *to,
                    const struct mermaid_link *link)
{
    struct edge edge = {.label = link->label, .kind = link->kind, .dashed = link->dashed};
    for (size_t i = 0; i < from->nodes.n; i++) {
        for (size_t k = 0; k < to->nodes.n && !link->invisible; k++)
            make_edge(&m->make, from->nodes.at[i], to->nodes.at[k], edge);
    }
}

/* `A --> B & C -.-> D`; false where something is left over. */
static bool read_links(struct mermaid *m, struct str text, size_t from, size_t to)
{
    struct cursor c = {m->a, text, from, to};
    struct row left, right;
    struct mermaid_link link;
    if (!read_row(m, &c, &left))
        return false;
    while (mermaid_link_read(&c, &link)) {
        if (!read_row(m, &c, &right))
            return false;
        connect(m, &left, &right, &link);
        left = right;
    }
    cursor_skip_blanks(&c);
    return c.i >= to;
}

static bool is_styling(struct str s)
{
    static const char *const words[] = {"classDef",  "class", "style",
                                        "linkStyle", "click", "href"};
    for (size_t i = 0; i < countof(words); i++) {
        if (starts_word(s, words[i]))
            return true;
    }
    return false;
}

/* What is said about the figure, and not in it. */
static bool read_remark(struct mermaid *m, struct str s)
{
    static const char *const said[] = {"accTitle", "accDescr", "title"};
    for (size_t i = 0; i < countof(said); i++) {
        struct str word = str_from(said[i]), rest = str_sub(s, word.n, s.n);
        if (!str_starts(s, word) || !str_starts(str_trim(rest), S(":")))
            continue;
        rest = str_trim(rest);
        words_add(m->a, &m->out->graph.caption, str_sub(rest, 1, rest.n));
        return true;
    }
    return starts_word(s, "direction");
}

static void read_statement(struct mermaid *m, size_t from, size_t to)
{
    struct str text = m->ask->text.text;
    struct stretch at = marked_trim(&m->ask->text, (struct stretch){from, to});
    struct str s = str_sub(text, at.from, at.to);
    if (s.n == 0 || str_starts(s, S("%%")))
        return;
    if (starts_word(s, "subgraph")) {
        open_group(m, str_sub(s, S("subgraph").n, s.n));
    } else if (str_eq(s, S("end"))) {
        close_group(m);
    } else if (is_styling(s)) {
        m->styled = true;
    } else if (!read_remark(m, s) && !read_links(m, text, at.from, at.to)) {
        m->unread++;
        if (m->trial)
            return;
        diag_push(m->ask->d, D_M0503, place_at(m, at.from, at.to), "cannot read “%.*s”",
                  STR(str_sub(s, 0, 60)));
        words_add(m->a, &m->out->rest, s);
    }
}

/* Where the statement that begins at `i` ends: a line end or `;` outside quotes and brackets. What
 * is never closed ends with its line, so that it does not eat the rest of the figure. */
static size_t statement_end(struct str text, size_t begin)
{
    bool quoted = false;
    int depth = 0;
    for (size_t i = begin; i < text.n; i++) {
        char c = text.p[i];
        quoted ^= c == '"';
        depth += !quoted && (c == '[' || c == '(' || c == '{');
        depth -= !quoted && depth > 0 && (c == ']' || c == ')' || c == '}');
        if (depth == 0 && !quoted && (c == '\n' || c == ';'))
            return i;
    }
    return depth > 0 || quoted ? str_find_byte(text, '\n', begin) : text.n;
}

/* ---- what stands before the statements ---- */

/* Behind YAML front matter, directives, comments and blank lines. `title:` becomes the caption. */
static size_t skip_preamble(struct arena *a, struct str text, struct str *caption)
{
    size_t i = 0;
    bool front = str_starts(str_trim(text), S("---\n")), opened = false;
    while (i < text.n) {
        size_t end = str_find_byte(text, '\n', i);
        struct str line = str_trim(str_sub(text, i, end));
        if (front && str_eq(line, S("---"))) {
            front = !opened;
            opened = true;
        } else if (front && str_starts(line, S("title:"))) {
            words_add(a, caption, mermaid_text(a, str_sub(line, 6, line.n)));
        } else if (str_starts(line, S("%%{"))) {
            size_t close = str_find(text, S("}%%"), i);
            end = close < text.n ? str_find_byte(text, '\n', close) : end;
        } else if (!front && line.n && !str_starts(line, S("%%"))) {
            return i;
        }
        i = end + 1;
    }
    return text.n;
}

static bool read_direction(struct str word, enum graph_direction *direction)
{
    static const struct {
        const char *name;
        enum graph_direction direction;
    } names[] = {
        {"LR", GRAPH_RIGHT},
        {"RL", GRAPH_LEFT },
        {"TB", GRAPH_DOWN },
        {"TD", GRAPH_DOWN },
        {"BT", GRAPH_UP   },
        {"",   GRAPH_DOWN }
    };
    for (size_t i = 0; i < countof(names); i++) {
        if (str_eq(word, str_from(names[i].name))) {
            *direction = names[i].direction;
            return true;
        }
    }
    return false;
}

/* `flowchart LR`; gives the first byte behind it, or `i` where there is no such header. */
static size_t read_header(struct str text, size_t i, enum graph_direction *direction)
{
    size_t end = str_find_byte(text, '\n', i), semi = str_find_byte(text, ';', i);
    end = semi < end ? semi : end;
    struct str rest = str_trim(str_sub(text, i, end));
    struct str word = str_cut(&rest, ' ');
    if (!str_eq(word, S("graph")) && !str_eq(word, S("flowchart")) &&
        !str_eq(word, S("flowchart-elk")))
        return i;
    rest = str_trim(rest);
    struct str tail = rest, way = str_cut(&tail, ' ');
    if (read_direction(way, direction) && str_trim(tail).n == 0)
        return end + 1 < text.n ? end + 1 : text.n;
    if (read_direction(way, direction)) /* a statement on the header's line */
        return (size_t)(way.p + way.n - text.p);
    *direction = GRAPH_DOWN;
    return end;
}

/* The first word of other kinds of Mermaid figures. */
static bool is_other_kind(struct str word)
{
    static const char *const kinds[] = {
        "sequenceDiagram",
        "classDiagram",
        "classDiagram-v2",
        "stateDiagram",
        "stateDiagram-v2",
        "erDiagram",
        "gantt",
        "pie",
        "journey",
        "gitGraph",
        "mindmap",
        "timeline",
        "quadrantChart",
        "requirementDiagram",
        "C4Context",
        "C4Container",
        "C4Component",
        "C4Dynamic",
        "C4Deployment",
        "sankey-beta",
        "sankey",
        "xychart-beta",
        "xychart",
        "block-beta",
        "block",
        "packet-beta",
        "packet",
        "architecture-beta",
        "architecture",
        "kanban",
        "zenuml",
        "radar-beta",
        "treemap",
        "treemap-beta",
        "info",
    };
    while (word.n && (word.p[word.n - 1] == ':' || word.p[word.n - 1] == ';'))
        word.n--;
    for (size_t i = 0; i < countof(kinds); i++) {
        if (str_eq(word, str_from(kinds[i])))
            return true;
    }
    return false;
}

/* ---- settling ---- */

/* An edge that names a subgraph leads to its first node. */
static size_t member_of(const struct graph *g, size_t group)
{
    for (size_t i = 0; i < g->nodes.n; i++) {
        size_t at = g->nodes.at[i].group;
        for (size_t up = 0; at != GRAPH_NONE && up <= GROUP_MAX_DEPTH; up++) {
            if (at == group)
                return i;
            at = g->groups.at[at].parent;
        }
    }
    return GRAPH_NONE;
}

/* Take node `gone` out; edges on it go to `to`. */
static void replace_node(struct mermaid *m, size_t gone, size_t to)
{
    struct graph *g = &m->out->graph;
    for (size_t i = 0; i < g->edges.n; i++) {
        struct edge *e = &g->edges.at[i];
        e->from = e->from == gone ? to : e->from;
        e->to = e->to == gone ? to : e->to;
        e->from -= e->from > gone;
        e->to -= e->to > gone;
    }
    for (size_t i = gone; i + 1 < g->nodes.n; i++) {
        g->nodes.at[i] = g->nodes.at[i + 1];
        m->bare.at[i] = m->bare.at[i + 1];
    }
    g->nodes.n--;
    m->bare.n--;
}

static void settle_groups(struct mermaid *m)
{
    struct graph *g = &m->out->graph;
    for (size_t i = m->bare.n; i > 0 && i <= g->nodes.n; i--) {
        size_t node = i - 1;
        size_t group =
            m->bare.at[node] ? find_group(m, g->nodes.at[node].label) : GRAPH_NONE;
        if (group == GRAPH_NONE)
            continue;
        size_t kept = g->nodes.at[node].group;
        g->nodes.at[node].group = GRAPH_NONE; /* it is no member of itself */
        size_t member = member_of(g, group);
        g->nodes.at[node].group = kept;
        if (member != GRAPH_NONE)
            replace_node(m, node, member);
    }
}

static bool is_mermaid_fence(const struct block *code)
{
    struct str rest = code->info;
    struct str word = str_cut(&rest, ' ');
    return str_eq_nocase(word, S("mermaid")) || str_eq_nocase(word, S("{mermaid}")) ||
           str_eq_nocase(word, S("mmd"));
}

/* Without a header only ids with shapes make it sure: `A["Upload"] --> B[(Store)]`. */
static bool trial_is_sure(const struct mermaid *m)
{
    struct str text = m->ask->text.text;
    const struct graph *g = &m->out->graph;
    size_t shaped = 0;
    for (size_t i = 0; i < m->bare.n; i++)
        shaped += !m->bare.at[i];
    bool quoted =
        str_find(text, S("[\""), 0) < text.n || str_find(text, S("[("), 0) < text.n;
    bool squared = str_find_byte(text, '[', 0) < text.n;
    return m->unread == 0 && g->edges.n > 0 && shaped > 0 && (quoted || squared);
}

static void read_flowchart(struct mermaid *m, size_t i)
{
    struct str text = m->ask->text.text;
    while (i < text.n) {
        size_t end = statement_end(text, i);
        read_statement(m, i, end);
        i = end + 1;
    }
    settle_groups(m);
    make_key(&m->make);
    if (m->trial && !trial_is_sure(m))
        return;
    if (m->styled)
        diag_push(m->ask->d, D_M0504, m->ask->block->span,
                  "styles of this diagram are not used");
    m->out->coded = true;
    if (!m->make.full && m->out->graph.nodes.n > 0)
        m->out->blocks = 1;
}

/* Lines without a header, in a fence or under a heading that announces a diagram. */
static void read_headless(struct arena *a, const struct ask *ask, struct reading *out,
                          bool fence)
{
    struct mermaid m = {.a = a, .ask = ask, .out = out, .trial = true};
    struct str text = ask->text.text;
    size_t bracket = str_find_byte(text, '[', 0);
    m.make = make_at(a, &out->graph);
    out->graph.direction = GRAPH_DOWN;
    if (bracket > 0 && bracket < text.n && text.p[bracket - 1] > ' ')
        read_flowchart(&m, 0);
    if (out->blocks || !fence)
        return;
    *out = (struct reading){.blocks = 0};
    read_lines(a, ask, out); /* `Candidate generation --> Ranking` */
}

void read_mermaid(struct arena *a, const struct ask *ask, struct reading *out)
{
    struct str text = ask->text.text;
    bool fence = is_mermaid_fence(ask->block);
    bool bare = ask->block->info.n == 0 || str_eq(ask->block->info, S("text"));
    if (!fence && (!bare || ask->place <= PLACE_SOLUTION))
        return;
    struct mermaid m = {.a = a, .ask = ask, .out = out};
    m.make = make_at(a, &out->graph);
    size_t i = skip_preamble(a, text, &out->graph.caption);
    size_t body = read_header(text, i, &out->graph.direction);
    struct str rest = str_trim(str_sub(text, i, str_find_byte(text, '\n', i)));
    struct str first = str_cut(&rest, ' ');
    if (body > i)
        read_flowchart(&m, body);
    else if (fence && is_other_kind(first))
        diag_push(ask->d, D_M0502, ask->block->span, "a Mermaid “%.*s” is set as code",
                  STR(first));
    else
        read_headless(a, ask, out, fence);
}
