/* SPDX-License-Identifier: MIT */
/* block/metrics.c — numbers that count, set large: as tiles, a strip, big, or stacked. */
#include "base/arena.h"
#include "block/kinds.h"
#include "block/metric_tile.h"
#include "block/path.h"

#define MAX 6
#define ROW_MAX 4
#define RADIUS 3402     /* 1.2 mm */
#define CELL_MIN PT(72) /* a narrower cell holds no bars */
#define LEGIBLE 850     /* of a numeral's size: rather fewer cells in a row [thousandths] */
#define LEGIBLE_FEW 640 /* the same where there are three or fewer: rows are for more */
#define FEW 3
#define LABEL_LINES 2
/* A long label takes so much of its neighbours' cells [thousandths]. */
#define CELL_MORE 1150
#define STACK_TOP PT(5) /* rule to numeral, and last line to next rule, in a side column */
#define STACK_BOTTOM PT(8.5)
#define MARGIN_TOP PT(3)
#define MARGIN_GAP PT(10) /* bars, or the lines of a label, to the next rule */
#define STRIP_TOP PT(8)
#define STRIP_BOTTOM PT(8.5)
#define OPEN_TOP PT(4) /* below the rule over a tile without a panel */
#define RULE_BELOW PT(0.4)
#define THIN_RULE PT(0.5)

/* What stands around the cells of a row. */
struct spacing {
    mpt gap;         /* between cells; a divider stands in its middle */
    mpt top, bottom; /* above and below what is in a cell */
    mpt side;        /* left and right inside a panel */
};

/* A row of cells, or a single one, on its way to the page. */
struct callouts {
    struct setter *s;
    enum metrics_style style;
    struct spacing space;
    struct tag *parent;
    const struct metric *metrics[MAX];
    size_t n, columns; /* all of them; beside each other */
};

static bool has_margin(const struct setter *s)
{
    return s->look->margin_column > 0 && !s->request->no_margin && s->out->list.n > 0;
}

/* A layout without a margin sets a strip instead. */
static enum metrics_style style_of(const struct setter *s)
{
    enum metrics_style style = (enum metrics_style)s->look->metrics;
    return style == METRICS_MARGIN && !has_margin(s) ? METRICS_STRIP : style;
}

/* Where panels are not tinted, as in print, callouts stand below rules, on the edges of the text. */
static bool has_panels(const struct look *look)
{
    return look->metrics_fill && look->tint != look->paper_tone;
}

/* A panel is padded 3 / 3.2 / 3.4 mm around a tile, 2.5 / 3.4 / 2.8 mm around a strip, where the
 * layout says 3 mm. */
static struct spacing spacing_of(const struct look *look, enum metrics_style style)
{
    mpt pad = look->metrics_pad, gap = look->metrics_gap;
    switch (style) {
    case METRICS_TILES:
        if (!has_panels(look))
            return (struct spacing){gap, OPEN_TOP, 0, 0};
        return (struct spacing){gap, pad, mpt_scale(pad, 1133, 1000),
                                mpt_scale(pad, 1067, 1000)};
    case METRICS_STRIP:
        if (!has_panels(look))
            return (struct spacing){gap, STRIP_TOP, STRIP_BOTTOM, 0};
        return (struct spacing){mpt_scale(pad, 2267, 1000), mpt_scale(pad, 823, 1000),
                                mpt_scale(pad, 941, 1000), mpt_scale(pad, 1133, 1000)};
    case METRICS_MARGIN:
        return (struct spacing){MARGIN_GAP, MARGIN_TOP, 0, 0};
    case METRICS_BIG:
    case METRICS_NONE:
        break;
    }
    return (struct spacing){gap, 0, 0, 0};
}

/* --- a row --------------------------------------------------------------------------------- */

static bool is_panel(const struct callouts *c)
{
    return c->style == METRICS_STRIP && has_panels(c->s->look);
}

/* What a cell may be wide where `columns` stand beside each other. */
static mpt cell_width(const struct callouts *c, size_t columns)
{
    mpt outer = is_panel(c) ? 2 * c->space.side : 0;
    mpt room = c->s->measure - outer - (mpt)(columns - 1) * c->space.gap;
    mpt cell = room / (mpt)columns;
    return c->style == METRICS_TILES ? cell - 2 * c->space.side : cell;
}

/* The cells of a row, side by side. */
struct cells {
    mpt x[MAX], width[MAX]; /* inside; from the left of the sheet's text */
    size_t n;
};

/* Below rules, where nothing shows the cells' edges, a cell may be wider than the others by what its
 * label lacks for one line, if they can spare it. */
static void share_widths(const struct callouts *c, const struct metric *const *metrics,
                         struct cells *cells)
{
    mpt need[MAX], even = cells->width[0];
    int64_t lack = 0, spare = 0;
    if (c->style != METRICS_TILES || has_panels(c->s->look) || cells->n < c->columns)
        return;
    for (size_t i = 0; i < cells->n; i++) {
        need[i] = mpt_max(tile_label_natural(c->s, metrics[i]) + 1,
                          tile_natural(c->s, metrics[i]));
        lack += mpt_max(need[i] - even, 0);
        spare += mpt_max(even - need[i], 0);
        if (need[i] > mpt_scale(even, CELL_MORE, 1000))
            return;
    }
    if (lack == 0 || lack > spare)
        return;
    for (size_t i = 0; i < cells->n; i++)
        cells->width[i] =
            need[i] > even ? need[i] : even - (mpt)((even - need[i]) * lack / spare);
}

static struct cells cells_of(const struct callouts *c, const struct metric *const *metrics,
                             size_t here)
{
    struct cells cells = {.n = here};
    bool padded = is_panel(c) || c->style == METRICS_TILES;
    mpt x = padded ? c->space.side : 0, sides = c->style == METRICS_TILES ? 2 * x : 0;
    for (size_t i = 0; i < here; i++)
        cells.width[i] = cell_width(c, c->columns);
    share_widths(c, metrics, &cells);
    for (size_t i = 0; i < here; i++) {
        cells.x[i] = x;
        x += cells.width[i] + c->space.gap + sides;
    }
    return cells;
}

/* A panel, or a strong rule above the first row and a light one below each. */
static void mark_strip(struct callouts *c, struct marks *m, bool first, mpt height)
{
    struct setter *s = c->s;
    const struct look *look = s->look;
    struct rect all = {s->x, 0, s->measure, height};
    if (is_panel(c)) {
        marks_path(s, m, path_rect(s->a, all, ink_fill(look->tint)), (struct point){0, 0});
        return;
    }
    if (first)
        marks_rule(s, m, all, look->metrics_rule, look->text_colour);
    all.y = height;
    marks_rule(s, m, all, RULE_BELOW, look->rule);
}

static void mark_tiles(struct callouts *c, struct marks *m, const struct cells *cells,
                       mpt height)
{
    struct setter *s = c->s;
    const struct look *look = s->look;
    for (size_t i = 0; i < cells->n; i++) {
        mpt outside = cells->width[i] + 2 * c->space.side;
        mpt x = set_x(s, cells->x[i] - c->space.side, outside);
        struct rect tile = {0, 0, outside, height};
        if (has_panels(look))
            marks_path(s, m, path_round(s->a, tile, RADIUS, ink_fill(look->tint)),
                       (struct point){x, 0});
        else
            marks_rule(s, m, (struct rect){x, 0, outside, 0}, look->metrics_rule,
                       look->text_colour);
    }
}

/* Between the cells of a strip. */
static void mark_dividers(struct callouts *c, struct marks *m, const struct cells *cells,
                          mpt height)
{
    struct setter *s = c->s;
    const struct look *look = s->look;
    if (look->metrics_divider == 0)
        return;
    mpt top = mpt_min(c->space.top, PT(7)), foot = mpt_min(c->space.bottom, PT(7));
    struct ink ink =
        ink_stroke(is_panel(c) ? look->line : look->rule, look->metrics_divider);
    for (size_t i = 1; i < cells->n; i++) {
        mpt x = cells->x[i] - c->space.gap / 2;
        struct point end = {0, mpt_max(height - top - foot, 1)};
        marks_path(s, m, path_rule(s->a, (struct point){0, 0}, end, ink),
                   (struct point){set_x(s, x, 0), top});
    }
}

static void put_row(struct callouts *c, size_t first, size_t here)
{
    struct setter *s = c->s;
    struct cells cells = cells_of(c, c->metrics + first, here);
    struct tile tiles[MAX];
    for (size_t i = 0; i < here; i++)
        tiles[i] = tile_read(s, c->metrics[first + i], c->parent, cells.width[i]);
    mpt inside = tiles_set(s, tiles, here);
    mpt height = c->space.top + inside + c->space.bottom;
    struct marks m = {{0}};
    if (c->style == METRICS_STRIP) {
        mark_strip(c, &m, first == 0, height);
        mark_dividers(c, &m, &cells, height);
    } else if (c->style == METRICS_TILES) {
        mark_tiles(c, &m, &cells, height);
    }
    for (size_t i = 0; i < here; i++)
        tile_mark(s, &m, &tiles[i],
                  (struct point){set_x(s, cells.x[i], cells.width[i]), c->space.top});
    set_box(s, &m, height, 0);
}

/* Width of a cell, one of `columns`, that can be read with a numeral of `widest` in it [mpt]. */
static mpt cell_need(size_t columns, mpt widest)
{
    int legible = columns > FEW ? LEGIBLE : LEGIBLE_FEW;
    return mpt_max(CELL_MIN, mpt_scale(widest, legible, 1000));
}

/* A single one keeps to the columns that three would have, unless its label takes many lines there. */
static size_t columns_of_one(const struct callouts *c, mpt widest)
{
    mpt label = tile_label_natural(c->s, c->metrics[0]);
    size_t columns = cell_width(c, FEW) >= cell_need(FEW, widest) ? FEW : 1;
    while (columns > 1 && cell_width(c, columns) * LABEL_LINES < label)
        columns--;
    return columns;
}

/* How many stand beside each other: as many as can be read, in rows that are even. */
static size_t columns_of(const struct callouts *c)
{
    size_t columns = ROW_MAX, least = c->n > 1 ? 2 : 1;
    mpt widest = 0;
    if (c->style == METRICS_BIG)
        columns = c->n == 4 ? 2 : 3;
    for (size_t i = 0; i < c->n; i++)
        widest = mpt_max(widest, tile_natural(c->s, c->metrics[i]));
    while (columns > least && cell_width(c, columns) < cell_need(columns, widest))
        columns--;
    size_t rows = (c->n + columns - 1) / columns;
    size_t even = (c->n + rows - 1) / rows;
    if (c->n == 1)
        return columns_of_one(c, widest);
    /* Big ones keep to the columns that three would have. */
    bool thirds = c->style == METRICS_BIG && columns == 3;
    return thirds && cell_width(c, 3) >= cell_need(3, widest) ? 3 : even;
}

/* Rows of a strip share their rules. */
static mpt row_gap(const struct callouts *c)
{
    if (c->style == METRICS_STRIP)
        return 0;
    return c->style == METRICS_BIG ? c->s->look->leading * 3 / 2 : c->space.gap;
}

static void put_rows(struct callouts *c)
{
    struct setter *s = c->s, outer = *s;
    if (c->style != METRICS_BIG)
        set_widen(s);
    c->columns = columns_of(c);
    /* Numerals on the lines of a masthead bring white of their own. */
    if (c->style == METRICS_BIG && s->place == PLACE_TEXT)
        s->gap = mpt_max(s->gap - s->look->leading / 2, 0);
    set_gap(s, s->look->leading);
    set_begin(s);
    for (size_t i = 0; i < c->n; i += c->columns) {
        if (i > 0) {
            s->gap = row_gap(c);
            set_penalty(s, BREAK_NEVER);
        }
        put_row(c, i, c->n - i < c->columns ? c->n - i : c->columns);
    }
    set_end(s);
    if (c->style == METRICS_STRIP)
        set_edge(s);
    s->place = outer.place;
    s->measure = outer.measure;
    bool open = c->style == METRICS_TILES && !has_panels(s->look);
    if (open || is_panel(c)) /* no rule closes such a row: white space does */
        set_gap(s, s->look->leading);
}

/* --- below each other ------------------------------------------------------------------------ */

/* One below the other, a rule above each. */
static void put_stack(struct callouts *c, uint32_t rule)
{
    struct setter *s = c->s;
    size_t beside = s->beside < s->out->list.n ? s->beside : SIZE_MAX;
    struct tile tiles[MAX];
    for (size_t i = 0; i < c->n; i++)
        tiles[i] = tile_read(s, c->metrics[i], c->parent, s->measure);
    tiles_share_scale(tiles, c->n);
    for (size_t i = 0; i < c->n; i++) {
        struct tile *tile = &tiles[i];
        mpt height = c->space.top + tiles_set(s, tile, 1) + c->space.bottom;
        struct marks m = {{0}};
        marks_rule(s, &m, (struct rect){s->x, 0, s->measure, 0}, THIN_RULE, rule);
        tile_mark(s, &m, tile, (struct point){s->x, c->space.top});
        if (i > 0)
            s->gap = c->space.gap;
        struct box *box = set_box(s, &m, height, 0);
        if (s->place == PLACE_MARGIN)
            box->beside = beside;
    }
}

/* A box for each, level with the lead; the text goes on as if they were not there. */
static void put_margin(struct callouts *c)
{
    struct stand stand = set_to_margin(c->s);
    put_stack(c, c->s->look->accent);
    set_return(c->s, &stand);
}

static void put_side(struct callouts *c)
{
    c->space = (struct spacing){0, STACK_TOP, STACK_BOTTOM, 0};
    put_stack(c, c->s->look->line);
}

/* --- which ------------------------------------------------------------------------------------- */

/* A bare number out of a sentence: without it nobody knows what was counted. */
static bool says_nothing(const struct metric *m)
{
    return str_empty(m->label) && str_empty(m->prefix) && str_empty(m->unit) &&
           str_empty(m->note) && !m->named;
}

/* The `max` metrics most worth it, best first; ties in source order. */
static size_t choose(const struct study *study, size_t max, const struct metric **out)
{
    size_t n = 0;
    for (size_t i = 0; i < study->metrics.n; i++) {
        const struct metric *m = &study->metrics.at[i];
        if (says_nothing(m))
            continue;
        size_t at = n < max ? n++ : max;
        if (at == max) {
            if (max == 0 || out[max - 1]->rank <= m->rank)
                continue;
            at = max - 1;
        }
        for (; at > 0 && out[at - 1]->rank > m->rank; at--)
            out[at] = out[at - 1];
        out[at] = m;
    }
    return n;
}

static bool is_among(const struct metric *m, const struct metric *const *chosen, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (chosen[i] == m)
            return true;
    return false;
}

/* What the text tells stands there; what the front matter names may stand nowhere else. */
static void tell_left(struct setter *s, const struct metric *const *chosen, size_t n)
{
    for (size_t i = 0; i < s->study->metrics.n; i++) {
        const struct metric *m = &s->study->metrics.at[i];
        if (m->named && !is_among(m, chosen, n))
            diag_push(s->d, D_B0110, m->span, "“%.*s%s%.*s” is not set as a callout",
                      STR(m->value), m->label.n > 0 ? " " : "", STR(m->label));
    }
}

void build_metrics(struct setter *s)
{
    struct callouts c = {.s = s, .style = style_of(s)};
    size_t max = s->look->metrics_max < MAX ? (size_t)s->look->metrics_max : MAX;
    bool none = s->look->metrics == METRICS_NONE || s->look->plain;
    c.n = choose(s->study, none ? 0 : max, c.metrics);
    tell_left(s, c.metrics, c.n);
    if (c.n == 0)
        return;
    c.space = spacing_of(s->look, c.style);
    c.parent = tag_new(s->a, s->tag, TAG_DIV);
    if (s->place == PLACE_SIDE)
        put_side(&c);
    else if (c.style == METRICS_MARGIN)
        put_margin(&c);
    else
        put_rows(&c);
    s->again = false;
}
