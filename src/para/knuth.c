/* SPDX-License-Identifier: MIT */
/* para/knuth.c — even lines for a whole paragraph. */
#include "para/knuth.h"

#include "base/arena.h"
#include "para/engine.h"

static uint8_t run_after(const struct candidate *c, const struct node *r)
{
    if (!c->hyphen)
        return 0;
    return r->run >= 1 ? 2 : 1;
}

static void record(struct engine *e, const struct node *r, const struct candidate *c,
                   const struct look_of_line *l, bool free)
{
    int64_t d = price_line(e, r, c, l);
    int64_t total = r->total + (free ? 0 : d);
    /* TeX knows fitness classes only; for ladders the run of hyphens is part of the state. */
    size_t class = (size_t)l->fit;
    if (e->p->rules != KNUTH_TEX && run_after(c, r) == 2)
        class += FITNESSES;
    struct best *best = &e->best[class];
    if (total > best->total)
        return;
    *best = (struct best){total, r->clean + d, r, free && price_too_bad(e, l)};
    if (total < e->least)
        e->least = total;
}

/* Would the line end far enough without this hyphen? */
static bool hyphen_is_idle(const struct engine *e, const struct node *r,
                           const struct candidate *c)
{
    if (!c->automatic || e->p->hyphen_below == 0 || e->plain <= r->at)
        return false;
    int64_t width = e->before[e->plain].width - r->start->width + e->plain_pre;
    return width >= e->p->hyphen_below;
}

/* Known from its width alone. */
static bool too_short(const struct engine *e, const struct node *r,
                      const struct candidate *c)
{
    if (c->penalty <= KNUTH_ALWAYS)
        return false;
    int64_t width = e->before[c->at].width - r->start->width + c->pre;
    return e->p->measure - width > e->short_most;
}

/* Consider the line from *link to `c`. Gives the link to go on with; a node that can reach no
 * further break leaves the list (tex.web 851-854). */
static struct node **weigh(struct engine *e, const struct candidate *c, struct node **link)
{
    struct node *r = *link;
    if (too_short(e, r, c))
        return &r->next;
    struct look_of_line l = price_look(e, r, c);
    bool bad = price_too_bad(e, &l);
    bool ends = l.badness == OVERFULL || c->penalty <= KNUTH_ALWAYS;
    bool free = ends && e->last_pass && e->least == e->awful && r->next == NULL &&
                link == &e->active;
    if (!ends && hyphen_is_idle(e, r, c))
        return &r->next;
    if (free || !bad)
        record(e, r, c, &l, free);
    if (!ends)
        return &r->next;
    *link = r->next;
    return link;
}

/* Where the line after a break at item `at` begins: glue and penalties there are dropped. */
static const struct sums *start_after(const struct engine *e, uint32_t at)
{
    struct sums *start = arena_make(e->a, struct sums);
    uint32_t i = at;
    int64_t post = 0;
    if (at < e->n) {
        const struct item *item = &e->items[at];
        post = item->post;
        i += item->kind == ITEM_DISC;
        if (item->kind != ITEM_DISC || post == 0)
            while (i < e->n &&
                   (e->items[i].kind == ITEM_GLUE || e->items[i].kind == ITEM_PENALTY))
                i++;
    }
    *start = e->before[i];
    start->width -= post;
    return start;
}

static int64_t worst_to_keep(const struct engine *e)
{
    if (e->p->rules != KNUTH_TEX)
        return e->awful - 1;
    int64_t adjacent = e->p->adjacent < 0 ? -e->p->adjacent : e->p->adjacent;
    return adjacent >= e->awful - e->least ? e->awful - 1 : e->least + adjacent;
}

static void forget_best(struct engine *e)
{
    for (size_t i = 0; i < CLASSES; i++)
        e->best[i].total = e->awful;
    e->least = e->awful;
}

/* Turn the best ways found into active nodes, put in at `link` (tex.web 836, 845). */
static struct node **add_nodes(struct engine *e, const struct candidate *c,
                               struct node **link)
{
    if (e->least >= e->awful)
        return link;
    int64_t worst = worst_to_keep(e);
    const struct sums *start = start_after(e, c->at);
    for (size_t i = 0; i < CLASSES; i++) {
        const struct best *best = &e->best[i];
        if (best->total > worst)
            continue;
        struct node *node = arena_make(e->a, struct node);
        *node = (struct node){.next = *link,
                              .before = best->from,
                              .start = start,
                              .total = best->total,
                              .clean = best->clean,
                              .at = c->at,
                              .line = best->from->line + 1,
                              .fit = (uint8_t)(i % FITNESSES),
                              .run = run_after(c, best->from),
                              .flagged = c->flagged,
                              .overfull = best->overfull || best->from->overfull};
        *link = node;
        link = &node->next;
    }
    forget_best(e);
    return link;
}

/* Try to end a line at `c`, from every active node. With looseness the nodes are kept apart by
 * line number, which grows along the list. */
static void try_break(struct engine *e, const struct candidate *c)
{
    struct node **link = &e->active;
    uint32_t line = 0;
    forget_best(e);
    for (;;) {
        const struct node *r = *link;
        if (r == NULL || (e->p->looseness != 0 && r->line > line))
            link = add_nodes(e, c, link);
        if (r == NULL)
            break;
        line = r->line;
        link = weigh(e, c, link);
    }
    if (!c->automatic) {
        e->plain = c->at;
        e->plain_pre = c->pre;
    }
}

static void try_item(struct engine *e, uint32_t at)
{
    const struct item *item = &e->items[at];
    struct candidate c = {.at = at,
                          .penalty = item->penalty,
                          .pre = item->pre,
                          .flagged = item->flagged,
                          .hyphen = item->hyphen};
    switch (item->kind) {
    case ITEM_BOX:
        return;
    case ITEM_GLUE: {
        bool legal = at > 0 && (e->items[at - 1].kind == ITEM_BOX ||
                                e->items[at - 1].kind == ITEM_DISC);
        if (!legal)
            return;
        c.penalty = 0;
        break;
    }
    case ITEM_PENALTY:
        break;
    case ITEM_DISC:
        if (item->automatic && !e->pass->hyphenate)
            return;
        c.automatic = item->automatic;
        break;
    }
    if (c.penalty < KNUTH_NEVER)
        try_break(e, &c);
}

static void run_pass(struct engine *e)
{
    e->active = arena_make(e->a, struct node);
    *e->active = (struct node){.start = &e->before[0], .line = 1, .fit = DECENT};
    e->plain = 0;
    e->plain_pre = 0;
    e->short_most = price_short_most(e);
    for (uint32_t i = 0; i < e->n && e->active != NULL; i++)
        try_item(e, i);
    if (e->active == NULL)
        return;
    const struct candidate end = {
        .at = e->n, .penalty = KNUTH_ALWAYS, .flagged = true, .end = true};
    try_break(e, &end);
}

static const struct node *fewest_demerits(const struct engine *e)
{
    const struct node *best = e->active;
    for (const struct node *r = e->active; r != NULL; r = r->next)
        if (r->total < best->total)
            best = r;
    return best;
}

/* The way nearest to the looseness asked for (tex.web 875); its own goes to *actual. */
static const struct node *as_loose(const struct engine *e, int *actual)
{
    const struct node *best = fewest_demerits(e);
    int64_t optimum = best->line, asked = e->p->looseness, reached = 0;
    for (const struct node *r = e->active; r != NULL; r = r->next) {
        int64_t more = (int64_t)r->line - optimum;
        bool nearer =
            (more < reached && asked <= more) || (more > reached && asked >= more);
        if (nearer || (more == reached && r->total < best->total)) {
            best = r;
            reached = more;
        }
    }
    *actual = (int)reached;
    return best;
}

static const struct sums *sum_up(struct arena *a, const struct item *items, size_t n)
{
    struct sums *before = arena_many(a, n + 1, struct sums);
    for (size_t i = 0; i < n; i++) {
        const struct item *item = &items[i];
        struct sums s = before[i];
        s.width += item->kind == ITEM_PENALTY ? 0 : item->width;
        if (item->order == 0)
            s.stretch += item->stretch;
        else
            s.fil[(item->order - 1) % KNUTH_ORDERS] += item->stretch;
        s.shrink += item->shrink;
        s.give += item->give;
        s.words += item->word;
        before[i + 1] = s;
    }
    return before;
}

static const struct node *best_lines(struct engine *e, size_t *pass)
{
    for (size_t i = 0;; i++) {
        e->pass = &e->p->pass[i];
        e->last_pass = i + 1 >= e->p->passes;
        *pass = i;
        run_pass(e);
        if (e->active == NULL && e->last_pass)
            return NULL;
        if (e->active == NULL)
            continue;
        int reached = 0;
        const struct node *best = as_loose(e, &reached);
        bool good = reached == e->p->looseness &&
                    (e->p->acceptable == 0 || best->total < e->p->acceptable);
        if (good || e->last_pass)
            return best;
    }
}

struct knuth_result knuth_break(struct arena *a, const struct item *items, size_t n,
                                const struct knuth_params *params)
{
    uint32_t *breaks = arena_many(a, n + 1, uint32_t);
    struct knuth_result result = {.breaks = breaks, .count = 1};
    struct arena_mark mark = arena_mark(a);
    struct engine e = {.a = a, .items = items, .n = (uint32_t)n, .p = params};
    e.awful = params->rules == KNUTH_TEX ? AWFUL_TEX : AWFUL;
    e.before = sum_up(a, items, n);
    const struct node *end = best_lines(&e, &result.pass);
    if (end == NULL) { /* only where TeX's totals run over: its limits are kept */
        breaks[0] = (uint32_t)n;
        result.overfull = true;
    } else {
        result.count = end->line - 1;
        result.total = end->total;
        result.clean_total = end->clean;
        result.overfull = end->overfull;
        for (size_t i = result.count; i-- > 0; end = end->before)
            breaks[i] = end->at;
    }
    arena_rewind(a, mark);
    return result;
}
