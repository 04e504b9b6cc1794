/* SPDX-License-Identifier: MIT */
/* model/metric_build.h — from a shape and its label to a metric, and whether it counts. */
#ifndef RECTO_MODEL_METRIC_BUILD_H
#define RECTO_MODEL_METRIC_BUILD_H

#include "model/metric.h"
#include "model/metric_label.h"

/* The metric of a shape; section and rank are left to the caller. */
struct metric metric_build(const struct phrase *p, const struct shape *s,
                           const struct telling *t);

/* The first metric of a phrase, as metric_parse. */
struct metric metric_read(struct arena *a, const struct lexicon *lex, struct str phrase);

/* The words of `lang`, kept in `out` from one block to the next. */
const struct lexicon *metrics_lexicon(struct arena *a, struct metrics *out,
                                      struct str lang);

/* What an author may say about a metric by hand; empty where nothing is said. */
struct metric_hand {
    struct str label, from, to, good, note;
};

/* Let the author's word count: label and ends are set, direction and goodness follow them. `good`
 * is "up" or "down" (which way is good), or a truth value. */
void metric_set(struct arena *a, struct metric *m, const struct metric_hand *hand,
                const struct lexicon *lex);

/* How much of the shorter label's words the other holds, but for the little ones [per mille]. */
int metric_overlap(struct arena *a, struct str one, struct str other,
                   const struct lexicon *lex);

/* How much a section is a place for outcomes. */
enum metric_ground {
    GROUND_NONE,    /* only what is strong or marked */
    GROUND_LOOSE,   /* changes that are named */
    GROUND_RESULTS, /* every shape that is no doubt a result */
    GROUND_OUTCOMES /* the same, and shares: "38% of tickets" */
};

enum metric_ground metric_ground(enum section_kind section);

/* Whether a plain number is sure enough to count on this ground. */
bool metric_is_sure(const struct phrase *p, const struct shape *s, const struct telling *t,
                    enum metric_ground ground);
/* Whether a strong number counts: nearly all do. */
bool metric_is_strong(const struct phrase *p, const struct shape *s,
                      const struct telling *t);

/* How much is taken for a metric without further signs. */
enum metric_trust {
    TRUST_PROSE,
    TRUST_CELL, /* a cell or line that is meant for outcomes: all but noise counts */
    TRUST_ALL   /* named by hand */
};

struct metric_place {
    enum section_kind section;
    size_t index;
    enum metric_trust trust;
    struct str label; /* for values that have none */
};

/* Find the metrics of a phrase and append them to `out`. */
void metric_find_in(struct phrase *p, const struct metric_place *place,
                    struct metrics *out);

/* The metrics of a table: before and after columns, named values, columns of outcomes. */
void metric_find_in_table(struct arena *a, const struct block *table,
                          const struct metric_place *place, const struct lexicon *lex,
                          struct metrics *out);

/* Smaller = more worth a tile: TL;DR, then impact, evaluation and the rest. */
int metric_rank(const struct metric *m, enum section_kind section, bool strong);

#endif
