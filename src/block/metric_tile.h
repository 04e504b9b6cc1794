/* SPDX-License-Identifier: MIT */
/* block/metric_tile.h — one metric set large: numeral, label, before and after. */
#ifndef RECTO_BLOCK_METRIC_TILE_H
#define RECTO_BLOCK_METRIC_TILE_H

#include "block/set.h"

#define METRIC_STRONG 600 /* weight of what counts beside a figure */

enum detail { DETAIL_NONE, DETAIL_BARS, DETAIL_WORDS };

struct tile {
    const struct metric *metric;
    struct tag *tag, *value;
    struct setting numeral, label, words, before, after;
    struct str said; /* by the label */
    enum detail detail;
    bool parted;     /* the unit opens the label: it has no room behind the number */
    bool as_written; /* number and unit together are the value */
    mpt width;       /* inside */
    mpt bar;         /* of the longer bar */
    int scale;       /* of the numeral's size [thousandths] */
    mpt label_drop, detail_drop; /* from the top; shared by the tiles of a row */
};

/* Width that the metric's numeral needs on one line: a unit that may open the label instead is not
 * counted [mpt]. */
mpt tile_natural(struct setter *s, const struct metric *metric);
/* Width of its label on one line [mpt]. */
mpt tile_label_natural(struct setter *s, const struct metric *metric);
/* `metric` for a cell of `width` [mpt], as a child of `parent`; nothing is set yet. */
struct tile tile_read(struct setter *s, const struct metric *metric, struct tag *parent,
                      mpt width);
/* Numerals of one size, where that costs the larger ones little: else they come towards the
 * smallest. */
void tiles_share_scale(struct tile *tiles, size_t n);
/* Set `n` tiles that stand beside each other: their labels are level, their bars of one length, their
 * numerals share a scale; gives the height of the highest [mpt]. */
mpt tiles_set(struct setter *s, struct tile *tiles, size_t n);
/* All of it, the top left corner at `at`: bars first, then what is said. */
void tile_mark(struct setter *s, struct marks *m, const struct tile *tile, struct point at);

/* True where `unit` touches its number, as "%" does. */
bool tile_unit_touches(struct str unit);

/* Before and after: as bars, in words, or, where they are not known, not at all. */
void detail_set(struct setter *s, struct tile *tile);
mpt detail_height(const struct tile *tile);
/* How long the longer bar may be, so that both labels fit beside their bars [mpt]. */
mpt detail_bar_room(const struct tile *tile);
/* Bars or triangle; then what stands beside them. */
void detail_mark_shapes(struct setter *s, struct marks *m, const struct tile *tile,
                        struct point at);
void detail_mark_words(struct setter *s, struct marks *m, const struct tile *tile,
                       struct point at);
/* True for a change that is known to be for better or worse, or that has a direction which its value
 * does not say. */
bool change_shown(const struct metric *metric);
/* The triangle of such a change, `width` [mpt] wide, on the baseline at `base`. */
void change_mark(struct setter *s, struct marks *m, const struct metric *metric,
                 struct point base, mpt width);

#endif
