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
    mpt width; /* inside */
};

/* Set `metric` in `width` [mpt], as a child of `parent`. */
struct tile tile_set(struct setter *s, const struct metric *metric, struct tag *parent,
                     mpt width);
/* Height of the numeral [mpt]. */
mpt tile_numeral_height(const struct tile *tile);
/* Numeral and label, the label `drop` below the numeral's top. */
void tile_mark(struct setter *s, struct marks *m, const struct tile *tile, struct point at,
               mpt drop);

/* Before and after: as bars, in words, or, where they are not known, not at all. */
void detail_set(struct setter *s, struct tile *tile);
mpt detail_height(const struct tile *tile);
/* Bars or triangle; then what stands beside them. */
void detail_mark_shapes(struct setter *s, struct marks *m, const struct tile *tile,
                        struct point at);
void detail_mark_words(struct setter *s, struct marks *m, const struct tile *tile,
                       struct point at);

#endif
