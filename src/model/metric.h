/* SPDX-License-Identifier: MIT */
/* model/metric.h — numbers that count, out of prose. */
#ifndef RECTO_MODEL_METRIC_H
#define RECTO_MODEL_METRIC_H

#include "model/study.h"

struct lexicon;

/* Zero-initialise to begin, and use the same one for all blocks of a study. */
struct metrics {
    VEC(struct metric) list;
    const struct lexicon *lexicon; /* of the language, built at the first block */
    struct shelf *shelf;           /* where it is kept for other studies; NULL: nowhere */
};

/* One phrase such as "−37% cost/1k queries": value and label parsed, value.n == 0 where the
 * phrase holds no metric. `lang` decides decimal comma and words. */
struct metric metric_parse(struct arena *a, struct str phrase, struct str lang);

/* Find the metrics of one block (paragraph, list item, table cell …) that stands in `section`, and
 * append them. Strong numbers always count; plain ones only where the section and the shape make
 * it sure (see tests/spec/metrics.md). `section_index` is stored. */
void metrics_find(struct arena *a, const struct block *block, enum section_kind section,
                  size_t section_index, struct str lang, struct metrics *out);

/* Apply front matter `metrics:` (value, label, from, to, good, note, order, hide), remove doubles
 * between sections (the same value and label), pair a headline with its from → to told later in
 * the study, and rank. */
void metrics_settle(struct arena *a, const struct study *study, const struct yaml *front,
                    struct metrics *out, struct diags *d);

#endif
