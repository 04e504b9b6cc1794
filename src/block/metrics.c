/* SPDX-License-Identifier: MIT */
/* block/metrics.c — numbers that count, set large: as tiles, a strip, big, or in the margin. */
#include "base/arena.h"
#include "block/kinds.h"
#include "block/metric_tile.h"
#include "block/path.h"

#define MAX 6
#define ROW_MAX 4
#define LABEL_DROP PT(4) /* numeral to label */
#define RADIUS 3402      /* 1.2 mm */

/* What stands around the tiles of a style. */
struct tile_style {
    mpt gap;               /* between tiles */
    mpt top, side, bottom; /* inside a tile */
};

/* 3 / 3.2 / 3.4 mm inside a tile, 3 mm between; 6 mm between the columns of a strip. */
static const struct tile_style styles[] = {
    [METRICS_TILES] = {8504,  8504,  9071, 9638   },
    [METRICS_STRIP] = {17008, PT(8), 0,    PT(8.5)},
    [METRICS_MARGIN] = {PT(7), PT(3), 0,    0      },
    [METRICS_BIG] = {11339, 0,     0,    0      },
    [METRICS_NONE] = {0,     0,     0,    0      },
};

/* Tiles beside each other share these. */
struct row {
    struct tile tiles[MAX];
    size_t n;
    mpt numeral_height, label_height, detail_height;
};

/* A layout without a margin sets a strip instead. */
static enum metrics_style style_of(const struct setter *s)
{
    enum metrics_style style = (enum metrics_style)s->look->metrics;
    bool margin =
        s->look->margin_column > 0 && !s->request->no_margin && s->out->list.n > 0;
    return style == METRICS_MARGIN && !margin ? METRICS_STRIP : style;
}

/* --- tiles ----------------------------------------------------------------------------------------- */

/* Bars, then numeral, label and what the bars say: value and label are read as one, and nothing
 * without words comes between them. */
static void mark_tile(struct setter *s, struct marks *m, const struct row *row, size_t i,
                      struct point at)
{
    mpt drop = row->numeral_height + LABEL_DROP;
    struct point below = {at.x, at.y + drop + row->label_height};
    detail_mark_shapes(s, m, &row->tiles[i], below);
    tile_mark(s, m, &row->tiles[i], at, drop);
    detail_mark_words(s, m, &row->tiles[i], below);
}

static void measure_row(struct row *row)
{
    for (size_t i = 0; i < row->n; i++) {
        const struct tile *tile = &row->tiles[i];
        row->numeral_height = mpt_max(row->numeral_height, tile_numeral_height(tile));
        row->label_height = mpt_max(row->label_height, tile->label.height);
        row->detail_height = mpt_max(row->detail_height, detail_height(tile));
    }
}

static mpt row_height(const struct row *row, const struct tile_style *style)
{
    return style->top + row->numeral_height + LABEL_DROP + row->label_height +
           row->detail_height + style->bottom;
}

static void mark_ground(struct setter *s, struct marks *m, struct rect r)
{
    const struct look *look = s->look;
    struct rect here = {0, 0, r.w, r.h};
    if (style_of(s) == METRICS_TILES)
        marks_path(s, m, path_round(s->a, here, RADIUS, ink_fill(look->tint)),
                   (struct point){r.x, r.y});
}

static void mark_frame(struct setter *s, struct marks *m, mpt height)
{
    const struct look *look = s->look;
    if (style_of(s) != METRICS_STRIP)
        return;
    marks_rule(s, m, (struct rect){s->x, 0, s->measure, 0}, PT(0.6), look->text_colour);
    marks_rule(s, m, (struct rect){s->x, height, s->measure, 0}, PT(0.4), look->rule);
}

static void put_row(struct setter *s, const struct metric *const *metrics, size_t n,
                    size_t columns, struct tag *parent)
{
    const struct tile_style *style = &styles[style_of(s)];
    mpt outside = (s->measure - (mpt)(columns - 1) * style->gap) / (mpt)columns;
    struct row row = {.n = n};
    for (size_t i = 0; i < n; i++)
        row.tiles[i] = tile_set(s, metrics[i], parent, outside - 2 * style->side);
    measure_row(&row);
    mpt height = row_height(&row, style);
    struct marks m = {{0}};
    mark_frame(s, &m, height);
    for (size_t i = 0; i < n; i++) {
        mpt x = set_x(s, (mpt)i * (outside + style->gap), outside);
        mark_ground(s, &m, (struct rect){x, 0, outside, height});
        mark_tile(s, &m, &row, i, (struct point){x + style->side, style->top});
    }
    set_box(s, &m, height, 0);
}

/* A box for each, level with the lead. */
static void put_margin(struct setter *s, const struct metric *const *metrics, size_t n,
                       struct tag *parent)
{
    struct setter outer = *s;
    const struct tile_style *style = &styles[METRICS_MARGIN];
    s->place = PLACE_MARGIN;
    s->x = 0;
    s->measure = s->look->margin_column;
    for (size_t i = 0; i < n; i++) {
        struct row row = {.n = 1};
        row.tiles[0] = tile_set(s, metrics[i], parent, s->measure);
        measure_row(&row);
        struct marks m = {{0}};
        marks_rule(s, &m, (struct rect){0, 0, s->measure, 0}, PT(0.5), s->look->accent);
        mark_tile(s, &m, &row, 0, (struct point){0, style->top});
        s->gap = i > 0 ? style->gap : 0;
        struct box *box = set_box(s, &m, row_height(&row, style), 0);
        box->beside = outer.beside < s->out->list.n ? outer.beside : SIZE_MAX;
    }
    s->place = outer.place;
    s->x = outer.x;
    s->measure = outer.measure;
    s->gap = outer.gap;
    s->penalty = outer.penalty;
    s->keep = outer.keep;
}

static void put_rows(struct setter *s, const struct metric *const *metrics, size_t n,
                     struct tag *parent)
{
    struct setter outer = *s;
    size_t rows = (n + ROW_MAX - 1) / ROW_MAX;
    size_t columns = (n + rows - 1) / rows;
    s->place = PLACE_WIDE;
    s->measure = s->look->wide;
    set_gap(s, s->look->leading);
    set_begin(s);
    for (size_t i = 0; i < n; i += columns) {
        if (i > 0) {
            set_gap(s, styles[style_of(s)].gap);
            set_penalty(s, BREAK_NEVER);
        }
        size_t here = n - i < columns ? n - i : columns;
        put_row(s, metrics + i, here, columns < 3 && here == 1 ? 3 : columns, parent);
    }
    set_end(s);
    s->place = outer.place;
    s->measure = outer.measure;
}

/* The `max` metrics most worth it, best first; ties in source order. */
static size_t choose(const struct study *study, size_t max, const struct metric **out)
{
    size_t n = 0;
    for (size_t i = 0; i < study->metrics.n; i++) {
        const struct metric *m = &study->metrics.at[i];
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

void build_metrics(struct setter *s)
{
    const struct metric *metrics[MAX];
    size_t max = s->look->metrics_max < MAX ? (size_t)s->look->metrics_max : MAX;
    if (s->look->metrics == METRICS_NONE || s->look->plain)
        return;
    size_t n = choose(s->study, max, metrics);
    if (n == 0)
        return;
    struct tag *parent = tag_new(s->a, s->tag, TAG_DIV);
    if (style_of(s) == METRICS_MARGIN)
        put_margin(s, metrics, n, parent);
    else
        put_rows(s, metrics, n, parent);
    s->again = false;
}
