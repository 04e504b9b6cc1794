/* SPDX-License-Identifier: MIT */
/* unit/diagram/sketch.h — graphs out of one line of text, and a look to place them with.
 *
 *   "Client > Gateway > @Store; Gateway ~> ?Safe; Safe =yes> Model; Edge {Client, Gateway}"
 *
 * Edges: > forward, < back, <> both, - none, ~> dashed, =words> with words. Nodes: a name, with
 * @ store, ? decision, % round, * key, + side store before its first mention; "name|note".
 * "Title {a, b}" groups nodes; "Title in Outer {…}" nests. */
#ifndef RECTO_UNIT_DIAGRAM_SKETCH_H
#define RECTO_UNIT_DIAGRAM_SKETCH_H

#include "base/arena.h"
#include "diagram/drawing.h"
#include "test.h"
#include "text/shape.h"

struct sketch_pen {
    struct arena *a;
    struct graph *g;
};

static size_t sketch_node(struct sketch_pen *p, struct str name)
{
    struct node node = {.group = GRAPH_NONE};
    name = str_trim(name);
    for (bool mark = true; mark && name.n > 0;) {
        char c = name.p[0];
        mark = c == '@' || c == '?' || c == '%' || c == '*' || c == '+';
        if (c == '@' || c == '+')
            node.shape = NODE_STORE;
        if (c == '?')
            node.shape = NODE_DECISION;
        if (c == '%')
            node.shape = NODE_ROUND;
        node.key = node.key || c == '*';
        node.side = node.side || c == '+';
        if (mark)
            name = str_sub(name, 1, name.n);
    }
    node.note = name;
    node.label = str_trim(str_cut(&node.note, '|'));
    for (size_t i = 0; i < p->g->nodes.n; i++)
        if (str_eq(p->g->nodes.at[i].label, node.label))
            return i;
    node.id = str_fmt(p->a, "n%zu", p->g->nodes.n + 1);
    vec_push(p->a, &p->g->nodes, node);
    return p->g->nodes.n - 1;
}

static bool sketch_is_mark(char c)
{
    return c == '>' || c == '<' || c == '-' || c == '~' || c == '=';
}

/* The next arrow at or after `*at`; its edge without ends. */
static struct edge sketch_arrow(struct str s, size_t *from, size_t *to)
{
    struct edge e = {.kind = EDGE_FORWARD};
    size_t i = 0;
    while (i < s.n && !(sketch_is_mark(s.p[i]) && (i == 0 || s.p[i - 1] == ' ')))
        i++;
    *from = i;
    if (i < s.n && s.p[i] == '=') {
        size_t end = str_find_byte(s, '>', i);
        e.label = str_sub(s, i + 1, end);
        i = end + 1;
    } else if (i < s.n) {
        e.dashed = s.p[i] == '~';
        e.kind = s.p[i] == '<' ? EDGE_BACK : s.p[i] == '-' ? EDGE_NONE : EDGE_FORWARD;
        i++;
        if (i < s.n && s.p[i] == '>') {
            e.kind = e.kind == EDGE_BACK ? EDGE_BOTH : EDGE_FORWARD;
            i++;
        }
    }
    *to = i;
    return e;
}

static void sketch_path(struct sketch_pen *p, struct str s)
{
    size_t from, to;
    struct edge e = sketch_arrow(s, &from, &to);
    size_t last = sketch_node(p, str_sub(s, 0, from));
    while (from < s.n) {
        s = str_sub(s, to, s.n);
        struct edge next = sketch_arrow(s, &from, &to);
        e.from = last;
        e.to = last = sketch_node(p, str_sub(s, 0, from));
        vec_push(p->a, &p->g->edges, e);
        e = next;
    }
}

static void sketch_group(struct sketch_pen *p, struct str s)
{
    struct group group = {.parent = GRAPH_NONE};
    struct str rest = s;
    struct str title = str_trim(str_cut(&rest, '{'));
    size_t in = str_find(title, S(" in "), 0);
    if (in < title.n) {
        struct str outer = str_sub(title, in + 4, title.n);
        for (size_t i = 0; i < p->g->groups.n; i++)
            if (str_eq(p->g->groups.at[i].title, outer))
                group.parent = i;
        title = str_sub(title, 0, in);
    }
    group.title = title;
    vec_push(p->a, &p->g->groups, group);
    struct str members = str_cut(&rest, '}');
    while (members.p != NULL && members.n > 0)
        p->g->nodes.at[sketch_node(p, str_cut(&members, ','))].group = p->g->groups.n - 1;
}

static struct graph *sketch_graph(struct arena *a, const char *text,
                                  enum graph_direction way)
{
    struct sketch_pen p = {a, arena_make(a, struct graph)};
    p.g->direction = way;
    struct str rest = str_from(text);
    while (rest.p != NULL) {
        struct str part = str_cut(&rest, ';');
        if (str_find_byte(part, '{', 0) < part.n)
            sketch_group(&p, part);
        else if (str_trim(part).n > 0)
            sketch_path(&p, part);
    }
    return p.g;
}

static void sketch_role(struct look *look, enum role role, mpt size, int weight)
{
    look->roles[role] =
        (struct role_look){.family = S("Inter"), .weight = weight, .size = size};
}

static struct look *sketch_look(struct arena *a)
{
    struct look *look = arena_make(a, struct look);
    look->node_gap = PT(14);
    look->row_gap = PT(22);
    look->node_pad = PT(7);
    sketch_role(look, ROLE_NODE_LABEL, PT(7.6), 500);
    sketch_role(look, ROLE_NODE_NOTE, PT(6.3), 400);
    sketch_role(look, ROLE_ARROW_LABEL, PT(6.2), 400);
    sketch_role(look, ROLE_GROUP_TITLE, PT(6.4), 600);
    return look;
}

/* What a test draws with; fonts are freed by it. */
struct easel {
    struct arena *a;
    struct store *store;
    struct fonts *fonts;
    struct text_cache *cache;
    struct look *look;
};

static inline struct easel open_easel(void)
{
    struct easel e = {.a = test_arena()};
    e.store = arena_make(e.a, struct store);
    *e.store = store_open(e.a);
    const struct fonts_options options = {.no_system = true};
    e.fonts = fonts_new(NULL, e.store, &options);
    e.cache = text_cache_new(e.a, e.fonts, e.store, S("en"));
    e.look = sketch_look(e.a);
    return e;
}

#endif
