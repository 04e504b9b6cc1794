/* SPDX-License-Identifier: MIT */
/* model/metric_front.h — metrics that the author names in front matter. */
#ifndef RECTO_MODEL_METRIC_FRONT_H
#define RECTO_MODEL_METRIC_FRONT_H

#include "model/metric.h"

/* Apply the `metrics:` of front matter, and the keys that hold a strip of them, to what was found
 * in the text: an entry with the value or label of a found metric changes or hides it, any other
 * is a metric of its own. */
void metrics_from_front(struct arena *a, const struct study *study,
                        const struct yaml *front, struct metrics *out, struct diags *d);

/* Whether two values are the same but for spaces, kinds of minus and "about" signs. */
bool metric_same_value(struct str one, struct str other);

#endif
