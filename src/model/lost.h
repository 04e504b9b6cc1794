/* SPDX-License-Identifier: MIT */
/* model/lost.h — words of the author that are set nowhere. */
#ifndef RECTO_MODEL_LOST_H
#define RECTO_MODEL_LOST_H

#include "model/build.h"

/* Tell of the first heading what the front matter's title, subtitle and kicker stand for instead, and
 * of the front matter's author, facts, links and contact the values that nothing is made of.
 * To be asked before anybody's wishes take facts away. */
void lost_tell(const struct build *b);
/* The same of the front matter's metrics, once they are settled. */
void lost_tell_metrics(const struct build *b);

#endif
