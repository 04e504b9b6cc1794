/* SPDX-License-Identifier: MIT */
/* para/protrude.h — how far the ends of a line may hang out of the measure. */
#ifndef RECTO_PARA_PROTRUDE_H
#define RECTO_PARA_PROTRUDE_H

#include "text/line.h"

/* How far the first or last glyph of a line hangs out [mpt]: a share of its advance. 0 for
 * monospaced faces and for an empty edge. */
mpt protrude_start(const struct text_edge *edge);
mpt protrude_end(const struct text_edge *edge);

/* Could a character that begins or ends with this byte hang out? Saves looking at its glyph. */
bool protrude_may(char byte);

#endif
