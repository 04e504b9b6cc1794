/* SPDX-License-Identifier: MIT */
/* block/figure.c — a placed diagram as shapes, arrows and words. */
#include "base/arena.h"
#include "block/figure_rule.h"
#include "block/kinds.h"
#include "block/memo.h"
#include "block/opening.h"
#include "block/path.h"
#include "block/rich.h"

#define NODE_STROKE PT(0.6)
#define NODE_RADIUS PT(2.5)
#define GROUP_RADIUS PT(4)
#define ELBOW_RADIUS PT(3)
#define LID PT(3) /* half the height of a cylinder's lid */
#define ARROW_STROKE PT(0.7)
#define HEAD_LENGTH PT(5.2)
#define HEAD_WIDTH PT(4.4)
#define TIP_GAP PT(1.4) /* tip to node */
#define DASH PT(2.2)
#define DASH_GAP PT(1.8)
#define SPACE_ABOVE PT(5)
#define CAPTION_GAP PT(6)
#define CAPTION_MIN PT(130)  /* a narrower free corner holds no caption */
#define CAPTION_INSET PT(20) /* figure to a caption in its free corner */
#define CORNER_LINES 4       /* a taller caption goes below */
#define CORNER_WORDS 40      /* a longer paragraph stays prose */

/* A diagram on its way to the page. */
struct plan {
    struct setter *s;
    const struct graph *graph;
    const struct drawing *drawing;
    struct marks *m;
    struct tag *tag;
    mpt x, y; /* of the drawing in its box */
};

/* Boxes and arrows are the figure as much as its words. */
static void put(struct plan *p, const struct path *path)
{
    marks_path(p->s, p->m, path, (struct point){p->x, p->y});
    vec_last(&p->m->list)->tag = p->tag;
}

static void mark_groups(struct plan *p)
{
    const struct look *look = p->s->look;
    for (size_t i = 0; i < p->drawing->groups.n; i++) {
        struct ink ink = {.fill = look->tint, .stroke = look->line, .width = NODE_STROKE};
        put(p, path_round(p->s->a, p->drawing->groups.at[i].rect, GROUP_RADIUS, ink));
    }
}

/* --- arrows ---------------------------------------------------------------------------------- */

/* A head whose tip is short of `end`, seen from `from`. The legs of edges are level or upright. */
static void mark_head(struct plan *p, struct point end, struct point from)
{
    struct point tip = point_towards(end, from, TIP_GAP);
    struct point base = point_towards(end, from, TIP_GAP + HEAD_LENGTH);
    mpt half = HEAD_WIDTH / 2;
    mpt across = end.x > from.x ? end.x - from.x : from.x - end.x;
    mpt down = end.y > from.y ? end.y - from.y : from.y - end.y;
    bool level = across >= down;
    struct point corners[] = {tip, base, base};
    if (level) {
        corners[1].y -= half;
        corners[2].y += half;
    } else {
        corners[1].x -= half;
        corners[2].x += half;
    }
    put(p,
        path_polygon(p->s->a, corners, countof(corners), ink_fill(p->s->look->secondary)));
}

static void mark_edge(struct plan *p, const struct drawn_edge *edge)
{
    struct arena *a = p->s->a;
    size_t n = edge->count;
    if (n < 2)
        return;
    struct point *points = arena_copy(a, edge->points, n * sizeof *points);
    mpt back = TIP_GAP + HEAD_LENGTH - ARROW_STROKE; /* the line ends inside its head */
    if (edge->head_at_end)
        points[n - 1] = point_towards(edge->points[n - 1], edge->points[n - 2], back);
    if (edge->head_at_start)
        points[0] = point_towards(edge->points[0], edge->points[1], back);
    struct ink ink = ink_stroke(p->s->look->secondary, ARROW_STROKE);
    if (p->graph->edges.at[edge->edge].dashed) {
        ink.dash = DASH;
        ink.dash_gap = DASH_GAP;
    }
    put(p, path_polyline(a, points, n, ELBOW_RADIUS, ink));
    if (edge->head_at_end)
        mark_head(p, edge->points[n - 1], edge->points[n - 2]);
    if (edge->head_at_start)
        mark_head(p, edge->points[0], edge->points[1]);
}

/* --- nodes ----------------------------------------------------------------------------------- */

static const struct path *node_shape(struct plan *p, enum node_shape shape, struct rect r,
                                     struct ink ink)
{
    struct arena *a = p->s->a;
    struct point diamond[] = {
        {r.x + r.w / 2, r.y          },
        {r.x + r.w,     r.y + r.h / 2},
        {r.x + r.w / 2, r.y + r.h    },
        {r.x,           r.y + r.h / 2}
    };
    switch (shape) {
    case NODE_BOX:
        return path_round(a, r, NODE_RADIUS, ink);
    case NODE_STORE:
        return path_cylinder(a, r, LID, ink);
    case NODE_ROUND:
        return path_round(a, r, r.h / 2, ink);
    case NODE_DECISION:
        return path_polygon(a, diamond, countof(diamond), ink);
    }
    return path_rect(a, r, ink);
}

static void mark_node(struct plan *p, const struct drawn_node *drawn)
{
    const struct look *look = p->s->look;
    const struct node *node = &p->graph->nodes.at[drawn->node];
    struct ink ink = {
        .fill = look->paper_tone, .stroke = look->secondary, .width = NODE_STROKE};
    if (node->key)
        ink.fill = ink.stroke = look->accent;
    put(p, node_shape(p, node->shape, drawn->rect, ink));
}

static void mark_labels(struct plan *p)
{
    for (size_t i = 0; i < p->drawing->labels.n; i++) {
        const struct drawn_label *label = &p->drawing->labels.at[i];
        struct point at = {p->x + label->at.x, p->y + label->at.y};
        marks_line(p->s, p->m, &label->line, at, p->tag);
    }
}

static void mark_drawing(struct plan *p)
{
    mark_groups(p);
    for (size_t i = 0; i < p->drawing->edges.n; i++)
        mark_edge(p, &p->drawing->edges.at[i]);
    for (size_t i = 0; i < p->drawing->nodes.n; i++)
        mark_node(p, &p->drawing->nodes.at[i]);
    mark_labels(p);
}

/* --- caption --------------------------------------------------------------------------------- */

/* The lower right corner that no node, group or edge reaches into, below `top`. */
static mpt right_of_all(const struct drawing *d, mpt top)
{
    mpt right = 0;
    for (size_t i = 0; i < d->nodes.n; i++) {
        struct rect r = d->nodes.at[i].rect;
        if (r.y + r.h > top)
            right = mpt_max(right, r.x + r.w);
    }
    for (size_t i = 0; i < d->groups.n; i++) {
        struct rect r = d->groups.at[i].rect;
        if (r.y + r.h > top)
            right = mpt_max(right, r.x + r.w);
    }
    for (size_t i = 0; i < d->edges.n; i++)
        for (size_t k = 0; k < d->edges.at[i].count; k++)
            if (d->edges.at[i].points[k].y > top)
                right = mpt_max(right, d->edges.at[i].points[k].x);
    for (size_t i = 0; i < d->labels.n; i++)
        if (d->labels.at[i].at.y > top)
            right = mpt_max(right, d->labels.at[i].at.x + d->labels.at[i].line.width);
    return right;
}

/* The lower left corner, likewise. */
static mpt left_of_all(const struct drawing *d, mpt top)
{
    mpt left = d->width;
    for (size_t i = 0; i < d->nodes.n; i++) {
        struct rect r = d->nodes.at[i].rect;
        if (r.y + r.h > top)
            left = mpt_min(left, r.x);
    }
    for (size_t i = 0; i < d->groups.n; i++) {
        struct rect r = d->groups.at[i].rect;
        if (r.y + r.h > top)
            left = mpt_min(left, r.x);
    }
    for (size_t i = 0; i < d->edges.n; i++)
        for (size_t k = 0; k < d->edges.at[i].count; k++)
            if (d->edges.at[i].points[k].y > top)
                left = mpt_min(left, d->edges.at[i].points[k].x);
    for (size_t i = 0; i < d->labels.n; i++)
        if (d->labels.at[i].at.y > top)
            left = mpt_min(left, d->labels.at[i].at.x);
    return left;
}

/* The part of the measure that is free below `top`: on the end side of the drawing, or, where it is
 * wider, on the start side. */
static struct rect corner(const struct plan *p, mpt top, mpt width)
{
    mpt right = right_of_all(p->drawing, top) + CAPTION_INSET;
    struct rect after = {right, top, width - right, 0};
    struct rect before = {0, top, left_of_all(p->drawing, top) - CAPTION_INSET, 0};
    return after.w >= CAPTION_MIN || after.w >= before.w ? after : before;
}

/* Set `rich` in a free corner beside a store. False, and nothing set, where none is wide enough:
 * the fewest lines that fit are taken. */
static bool mark_in_corner(struct plan *p, const struct rich *rich, mpt width,
                           struct tag *tag)
{
    struct setter *s = p->s;
    const struct drawing *d = p->drawing;
    mpt leading = s->look->roles[ROLE_CAPTION].leading;
    for (uint32_t lines = 1; lines <= CORNER_LINES; lines++) {
        mpt height = (mpt)lines * leading;
        struct rect free = corner(p, d->height - height - leading, width);
        if (free.w < CAPTION_MIN || height > d->height)
            return false;
        struct setting t = set_role(s, rich, ROLE_CAPTION, free.w);
        if (t.lines.count > lines)
            continue;
        struct point at = {set_x(s, free.x, free.w), p->y + d->height - t.height};
        marks_setting(s, p->m, &t, at, tag);
        return true;
    }
    return false;
}

/* The diagram's own caption: in its free corner, else below it. Gives the height of all. */
static mpt mark_caption(struct plan *p, mpt width)
{
    struct setter *s = p->s;
    mpt below = p->y + p->drawing->height;
    if (str_empty(p->graph->caption))
        return below;
    struct tag *tag = tag_new(s->a, p->tag->parent, TAG_CAPTION);
    struct rich rich = rich_text(s, p->graph->caption, ROLE_CAPTION);
    if (opening_room(s) > 0)
        return mpt_max(below, opening_caption(s, p->m, &rich, tag));
    if (mark_in_corner(p, &rich, width, tag))
        return below;
    width = mpt_min(width, s->look->measure);
    struct setting t = set_role(s, &rich, ROLE_CAPTION, width);
    struct point at = {set_x(s, 0, width), below + CAPTION_GAP};
    marks_setting(s, p->m, &t, at, tag);
    return at.y + t.height;
}

/* A short paragraph that ends the section may stand in the free corner or in the title column, as
 * a caption does. */
static bool take_paragraph(struct plan *p, const struct block *after, mpt width,
                           mpt *height)
{
    struct setter *s = p->s;
    if (!after || !str_empty(p->graph->caption) ||
        text_words(block_text(s->a, after)) > CORNER_WORDS)
        return false;
    struct tag *tag = tag_new(s->a, p->tag->parent, TAG_CAPTION);
    struct rich rich = rich_inlines(s, after->inlines, ROLE_CAPTION, tag);
    if (rich.list.n > 0 && opening_room(s) > 0) {
        *height = mpt_max(*height, opening_caption(s, p->m, &rich, tag));
        return true;
    }
    return rich.list.n > 0 && mark_in_corner(p, &rich, width, tag);
}

/* --- the whole ------------------------------------------------------------------------------- */

/* A diagram that no page or column holds is set as the author's line. */
static void set_as_text(struct setter *s, const struct graph *graph,
                        const struct drawing *d)
{
    struct tag *tag = tag_new(s->a, s->tag, TAG_P);
    struct rich rich = rich_text(s, graph->source, ROLE_TEXT);
    build_prose(s, &rich, ROLE_TEXT, tag);
    if (d->nodes.n > 0 && d->overflow > 0)
        diag_push(s->d, D_D0101, graph->span, "the diagram is %d pt wider than its column",
                  (int)(d->overflow / MPT_PER_PT) + 1);
    else if (d->nodes.n > 0)
        diag_push(s->d, D_B0107, graph->span,
                  "the diagram of %zu nodes is higher than a page", graph->nodes.n);
}

/* Place a diagram over the text and what stands beside it. Where the title column does, only one
 * that would fold in the text and does not across both, or is so much lower there that the title
 * may stand above. */
static struct drawing draw(struct setter *s, const struct graph *graph)
{
    const struct look *look = s->look;
    bool may_widen = s->place == PLACE_TEXT && !s->item && !s->frame;
    if (may_widen)
        set_widen(s);
    struct drawing d = memo_draw(s, graph, s->measure);
    if (!may_widen || look->title_column == 0)
        return d;
    struct drawing wide = memo_draw(s, graph, look->wide);
    bool lower = wide.height + opening_foot(s) < d.height;
    bool unfolds = look->unfold && d.folded && !wide.folded;
    if (wide.overflow > d.overflow || (d.overflow == 0 && !lower && !unfolds))
        return d;
    s->place = PLACE_WIDE;
    s->measure = look->wide;
    return wide;
}

bool build_figure(struct setter *s, const struct graph *graph, const struct block *after)
{
    struct setter outer = *s;
    s->span = graph->span;
    struct drawing d = draw(s, graph);
    if (s->study->rtl && graph->direction == GRAPH_RIGHT)
        drawing_mirror(&d);
    if (d.overflow > 0 || d.height > set_tallest(s)) {
        s->place = outer.place;
        s->measure = outer.measure;
        set_as_text(s, graph, &d);
        return false;
    }
    struct marks m = {{0}};
    struct tag *div = tag_new(s->a, s->tag, TAG_DIV);
    struct plan p = {.s = s, .graph = graph, .drawing = &d, .m = &m};
    p.tag = tag_new(s->a, div, TAG_FIGURE);
    p.tag->alt = graph_sentence(s->a, graph);
    p.tag->actual = graph->source;
    p.tag->span = graph->span;
    p.x = set_x(s, 0, d.width);
    p.y = set_headed(s) ? SPACE_ABOVE : 0;
    if (!set_headed(s))
        set_gap(s, s->look->block_gap);
    mark_drawing(&p);
    mpt height = mark_caption(&p, s->measure);
    bool taken = take_paragraph(&p, after, s->measure, &height);
    set_begin(s);
    set_box(s, &m, height, 0);
    figure_rules(s, s->out->list.n - 1);
    set_end(s);
    set_gap(s, s->look->diagram_rule > 0 ? s->look->leading : 0);
    set_gap(s, mpt_max(s->look->block_gap, s->look->leading * 3 / 4));
    s->place = outer.place;
    s->measure = outer.measure;
    s->again = false;
    return taken;
}
