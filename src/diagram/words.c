/* SPDX-License-Identifier: MIT */
/* diagram/words.c — names in nodes, titles of groups, words on arrows. */
#include "base/arena.h"
#include "diagram/figure.h"

/* Parts of a size [thousandths]. */
#define BASELINE 363 /* a single line's, below the middle of its node */
#define LEADING 1180
#define NOTE_UP 560       /* how much higher the label stands over a note */
#define NOTE_LEADING 1170 /* of label size, from the label's last baseline to the note */
#define ASCENT 760        /* height of words above their baseline, for collisions */
#define DESCENT 240
#define EDGE_LEADING 1200

#define STORE_DOWN PT(2) /* a cylinder's words stand below the middle, clear of the lid */
#define TITLE_X PT(7)
#define TITLE_Y PT(8.6)
#define ABOVE_LINE PT(3.4)
#define BESIDE_LINE PT(4.5)
#define AIR PT(1) /* kept between words and anything else */
#define PLACES_MAX 96
#define BELOW_LOOP 12 /* what it costs to stand below an arrow to its own node … */
#define SHARED 60     /* … and where two arrows run as one */

struct setter {
    const struct plan *plan;
    const struct frame *frame;
    struct drawing *out;
    VEC(struct rect) taken; /* words and titles set so far */
};

static mpt part(mpt size, mpt thousandths)
{
    return mpt_scale(size, thousandths, 1000);
}

/* What is drawn of a label. */
struct drawing_of {
    enum label_of of;
    size_t index; /* of its node, edge or group */
    const struct label *label;
    size_t lines; /* that it is set in */
    int size;     /* of its own size [thousandths] */
};

/* Its line number `i`, the middle of the baseline at `middle`. */
static void set_line(struct setter *s, const struct drawing_of *d, size_t i,
                     struct point middle)
{
    struct drawn_label l = {
        .of = d->of, .index = d->index, .size = part(d->label->size, d->size)};
    l.line = label_line_at(s->plan->a, d->label, d->lines, i, d->size);
    l.at = (struct point){middle.x - l.line.width / 2, middle.y};
    vec_push(s->plan->a, &s->out->labels, l);
}

static void set_node(struct setter *s, size_t node)
{
    const struct sizes *z = &s->frame->sizes;
    const struct label *label = &s->plan->labels[node], *note = &s->plan->notes[node];
    struct rect r = s->out->nodes.at[node].rect;
    mpt size = part(s->plan->look->roles[ROLE_NODE_LABEL].size, z->size);
    size_t lines = z->lines[node], notes = z->note_lines[node];
    mpt note_lead = part(part(note->size, z->size), LEADING);
    struct point at = {r.x + r.w / 2, r.y + r.h / 2 + part(size, BASELINE)};
    if (s->plan->graph->nodes.at[node].shape == NODE_STORE)
        at.y += STORE_DOWN;
    if (lines > 1)
        at.y -= (mpt)(lines - 1) * part(size, LEADING) / 2;
    if (notes > 0)
        at.y -= part(size, NOTE_UP) + (mpt)(notes - 1) * note_lead / 2;
    const struct drawing_of name = {LABEL_NODE, node, label, lines, z->size};
    const struct drawing_of below = {LABEL_NOTE, node, note, notes, z->size};
    for (size_t i = 0; i < lines; i++, at.y += part(size, LEADING))
        set_line(s, &name, i, at);
    if (lines > 0)
        at.y += part(size, NOTE_LEADING) - part(size, LEADING);
    for (size_t i = 0; i < notes; i++, at.y += note_lead)
        set_line(s, &below, i, at);
}

/* --- what words must keep off ----------------------------------------------------------------- */

static bool meet(struct rect a, struct rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static struct rect between(struct point a, struct point b)
{
    struct rect r = {mpt_min(a.x, b.x), mpt_min(a.y, b.y), 0, 0};
    r.w = mpt_max(a.x, b.x) - r.x + 1;
    r.h = mpt_max(a.y, b.y) - r.y + 1;
    return r;
}

static int hit_lines(const struct drawing *d, struct rect box)
{
    int n = 0;
    for (size_t i = 0; i < d->edges.n; i++)
        for (size_t j = 0; j + 1 < d->edges.at[i].count; j++) {
            const struct point *p = &d->edges.at[i].points[j];
            n += meet(box, between(p[0], p[1]));
        }
    return n;
}

static mpt distance(mpt at, mpt from, mpt to)
{
    return mpt_max(0, mpt_max(from - at, at - to));
}

/* Does the box reach into a node? The corners around a diamond are free. */
static bool on_node(const struct setter *s, size_t node, struct rect box)
{
    struct rect r = s->out->nodes.at[node].rect;
    if (!meet(box, r) || s->plan->graph->nodes.at[node].shape != NODE_DECISION)
        return meet(box, r);
    int64_t across = distance(r.x + r.w / 2, box.x, box.x + box.w);
    int64_t down = distance(r.y + r.h / 2, box.y, box.y + box.h);
    return 2 * (across * r.h + down * r.w) < (int64_t)r.w * r.h;
}

/* Does a border of the group run through the box? */
static bool on_border(struct rect group, struct rect box)
{
    bool inside = box.x >= group.x && box.x + box.w <= group.x + group.w &&
                  box.y >= group.y && box.y + box.h <= group.y + group.h;
    return meet(box, group) && !inside;
}

/* How bad it would be to set words in `box`: 0 where it is free. */
static int hits(const struct setter *s, struct rect box)
{
    const struct drawing *d = s->out;
    box = (struct rect){box.x - AIR, box.y - AIR, box.w + 2 * AIR, box.h + 2 * AIR};
    int n = 10 * hit_lines(d, box);
    for (size_t i = 0; i < d->nodes.n; i++)
        n += 20 * on_node(s, i, box);
    for (size_t i = 0; i < s->taken.n; i++)
        n += 20 * meet(box, s->taken.at[i]);
    for (size_t i = 0; i < d->groups.n; i++)
        n += 3 * on_border(d->groups.at[i].rect, box);
    n += 5 * (box.x < -AIR) + 5 * (box.x + box.w > s->plan->width + AIR);
    return n;
}

/* --- titles ----------------------------------------------------------------------------------- */

static void set_title(struct setter *s, const struct drawn_group *g)
{
    const struct label *title = &s->plan->titles[g->group];
    if (title->text == NULL)
        return;
    mpt w = title->width[title->least], free = g->rect.w - 2 * TITLE_X - w;
    struct rect best = {0, 0, 0, 0};
    int least = -1;
    for (int i = 0; i < 9; i++) { /* left, right, middle, then between them */
        static const int share[] = {0, 8, 4, 2, 6, 1, 7, 3, 5};
        struct rect box = {g->rect.x + TITLE_X + free * share[i] / 8,
                           g->rect.y + TITLE_Y - part(title->size, ASCENT), w,
                           part(title->size, ASCENT + DESCENT)};
        int n = hits(s, box);
        if (least >= 0 && n >= least)
            continue;
        least = n;
        best = box;
    }
    struct point middle = {best.x + w / 2, g->rect.y + TITLE_Y};
    const struct drawing_of whole = {LABEL_GROUP, g->group, title, title->least, 1000};
    for (size_t i = 0; i < title->least; i++) {
        set_line(s, &whole, i, middle);
        middle.y += part(title->size, LEADING);
    }
    vec_push(s->plan->a, &s->taken, best);
}

/* --- words on arrows -------------------------------------------------------------------------- */

struct places {
    mpt w, h; /* of the words */
    struct rect at[PLACES_MAX];
    struct point on[PLACES_MAX]; /* the point of the line that they stand at */
    int cost[PLACES_MAX];
    size_t n;
};

static void add_place(struct places *p, struct point on, struct point middle, int cost)
{
    if (p->n == PLACES_MAX)
        return;
    p->on[p->n] = on;
    p->at[p->n] = (struct rect){middle.x - p->w / 2, middle.y - p->h / 2, p->w, p->h};
    p->cost[p->n++] = cost;
}

/* Room along a segment: at both ends a head may stand, or a corner. */
static void along_segment(struct places *p, struct point a, struct point b, bool down,
                          int base)
{
    static const int shares[] = {500, 300, 700, 150, 850};
    bool level = a.y == b.y;
    mpt length = level ? b.x - a.x : b.y - a.y;
    mpt size = length < 0 ? -length : length;
    /* Words that are hardly shorter than their line are hard to attribute; words across the flow of
     * the figure come second. */
    bool stub = size < (level ? p->w : p->h) + HEAD_LENGTH;
    int cost = base + (stub ? 4 : 0) + (level == down ? 1 : 0);
    mpt aside = level ? 0 : BESIDE_LINE + p->w / 2;
    mpt above = level ? ABOVE_LINE + p->h / 2 : 0;
    for (size_t i = 0; i < countof(shares); i++) {
        mpt off = part(length, shares[i]);
        int far = cost + (i > 0) + (i > 2);
        struct point on = {level ? a.x + off : a.x, level ? a.y : a.y + off};
        add_place(p, on, (struct point){on.x + aside, on.y - above}, far);
        add_place(p, on, (struct point){on.x - aside, on.y + above}, far + 1);
    }
}

/* Where an arrow ends there are most words to be expected: the last segments come first. */
static struct places find_places(const struct setter *s, const struct drawn_edge *e, mpt w,
                                 mpt h)
{
    struct places p = {.w = w, .h = h};
    bool down = s->frame->down;
    for (size_t i = e->count - 1; i > 0; i--) {
        int base = i + 1 == e->count ? 0 : i == 1 ? 1 : 2;
        struct point a = e->points[i - 1], b = e->points[i];
        /* The head is part of the arrow, not of its line, where there is that much room. */
        mpt length = mpt_max(mpt_max(b.x - a.x, a.x - b.x), mpt_max(b.y - a.y, a.y - b.y));
        if (i + 1 == e->count && e->head_at_end &&
            length > (a.y == b.y ? w : h) + 2 * HEAD_LENGTH) {
            b.x -= mpt_max(-HEAD_LENGTH, mpt_min(HEAD_LENGTH, b.x - a.x));
            b.y -= mpt_max(-HEAD_LENGTH, mpt_min(HEAD_LENGTH, b.y - a.y));
        }
        along_segment(&p, a, b, down, base);
    }
    const struct edge *of = &s->plan->graph->edges.at[e->edge];
    if (of->from == of->to) { /* an arrow to its own node is small: below it is more room */
        struct rect r = s->out->nodes.at[of->to].rect;
        struct point low = {r.x + r.w - r.w / 8 + w / 2, r.y + r.h * 3 / 4 + h / 2};
        add_place(&p, e->points[e->count - 1], low, BELOW_LOOP);
    }
    return p;
}

/* Does another arrow run through this point of the line, too? Then words there would be said of
 * both. */
static bool is_shared(const struct drawing *d, const struct drawn_edge *self,
                      struct point on)
{
    for (size_t i = 0; i < d->edges.n; i++)
        for (size_t j = 0; j + 1 < d->edges.at[i].count; j++) {
            const struct point *p = &d->edges.at[i].points[j];
            struct rect line = between(p[0], p[1]);
            bool on_it = on.x >= line.x && on.x < line.x + line.w && on.y >= line.y &&
                         on.y < line.y + line.h;
            if (on_it && &d->edges.at[i] != self)
                return true;
        }
    return false;
}

static void set_words(struct setter *s, const struct drawn_edge *e)
{
    const struct label *words = &s->plan->words[e->edge];
    if (words->text == NULL)
        return;
    mpt w = words->width[words->least];
    mpt lead = part(words->size, EDGE_LEADING);
    mpt h = (mpt)(words->least - 1) * lead + part(words->size, ASCENT + DESCENT);
    struct places p = find_places(s, e, w, h);
    size_t best = 0;
    int least = -1;
    for (size_t i = 0; i < p.n; i++) {
        int n = 10 * hits(s, p.at[i]) + SHARED * is_shared(s->out, e, p.on[i]) + p.cost[i];
        if (least >= 0 && n >= least)
            continue;
        least = n;
        best = i;
    }
    struct point middle = {p.at[best].x + w / 2, p.at[best].y + part(words->size, ASCENT)};
    const struct drawing_of whole = {LABEL_EDGE, e->edge, words, words->least, 1000};
    for (size_t i = 0; i < words->least; i++, middle.y += lead)
        set_line(s, &whole, i, middle);
    vec_push(s->plan->a, &s->taken, p.at[best]);
}

/* --- all ---------------------------------------------------------------------------------------- */

static void set_nodes(struct setter *s)
{
    for (size_t i = 0; i < s->plan->graph->nodes.n; i++)
        set_node(s, i);
}

/* The first node inside `group` or the groups in it. */
static size_t first_in(const struct graph *g, size_t group)
{
    for (size_t i = 0; i < g->nodes.n; i++)
        for (size_t in = g->nodes.at[i].group; in < g->groups.n;
             in = g->groups.at[in].parent)
            if (in == group)
                return i;
    return g->nodes.n;
}

/* The node that a store hangs off; GRAPH_NONE for all other nodes. */
static size_t anchor_of(const struct graph *g, size_t node)
{
    for (size_t i = 0; g->nodes.at[node].side && i < g->edges.n; i++)
        if (g->edges.at[i].to == node && g->edges.at[i].from != node)
            return g->edges.at[i].from;
    return GRAPH_NONE;
}

/* What is said with a node, in this order. */
enum turn {
    TURN_ARROW,
    TURN_TITLE,
    TURN_NAME,
    TURN_NOTE,
    TURN_STORE_ARROW,
    TURN_STORE,
    TURNS
};

static size_t key_of_node(const struct graph *g, size_t node, bool arrow, enum turn turn)
{
    size_t anchor = anchor_of(g, node);
    if (anchor == GRAPH_NONE)
        return node * TURNS + turn;
    return anchor * TURNS + (arrow ? TURN_STORE_ARROW : TURN_STORE);
}

/* Labels in the order of their keys are in the author's. */
static size_t key_of(const struct graph *g, const struct drawn_label *label)
{
    switch (label->of) {
    case LABEL_EDGE: {
        const struct edge *e = &g->edges.at[label->index];
        return key_of_node(g, e->from > e->to ? e->from : e->to, true, TURN_ARROW);
    }
    case LABEL_GROUP:
        return first_in(g, label->index) * TURNS + TURN_TITLE;
    case LABEL_NOTE:
        return key_of_node(g, label->index, false, TURN_NOTE);
    case LABEL_NODE:
        break;
    }
    return key_of_node(g, label->index, false, TURN_NAME);
}

/* Readers that know no replacement text read labels as they are drawn. */
static void sort_labels(struct setter *s)
{
    size_t n = s->out->labels.n;
    struct drawn_label *labels = s->out->labels.at;
    size_t *keys = arena_many(s->plan->a, n + 1, size_t);
    for (size_t i = 0; i < n; i++) {
        struct drawn_label label = labels[i];
        size_t key = key_of(s->plan->graph, &label), at = i;
        for (; at > 0 && keys[at - 1] > key; at--) {
            keys[at] = keys[at - 1];
            labels[at] = labels[at - 1];
        }
        keys[at] = key;
        labels[at] = label;
    }
}

void figure_words(const struct plan *plan, const struct frame *frame, struct drawing *out)
{
    struct setter s = {.plan = plan, .frame = frame, .out = out};
    set_nodes(&s);
    for (size_t i = 0; i < out->groups.n; i++)
        set_title(&s, &out->groups.at[i]);
    for (size_t i = 0; i < out->edges.n; i++)
        set_words(&s, &out->edges.at[i]);
    sort_labels(&s);
}
