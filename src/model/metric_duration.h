/* SPDX-License-Identifier: MIT */
/* model/metric_duration.h — times written in more than one unit. */
#ifndef RECTO_MODEL_METRIC_DURATION_H
#define RECTO_MODEL_METRIC_DURATION_H

#include "model/metric_value.h"

/* Behind the whole number of `q`: the digits of "3:40 min" or "1:02:30 h", where `at` is the first
 * colon, are added to it. Gives where its unit is to be looked for; `at` where no unit of time
 * follows that is parted by sixty: "10:30" is a time of day. */
size_t duration_clock(struct str text, size_t at, struct quantity *q);

/* Behind the time `q`: smaller units that follow it, "20 min" of "1 h 20 min", are added to it,
 * which is counted in the last of them then. Gives where the time ends. */
size_t duration_join(struct str text, size_t at, struct str lang, struct quantity *q);

#endif
