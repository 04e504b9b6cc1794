/* SPDX-License-Identifier: MIT */
/* text/isolate.h — private to text: what runs left to right inside text right to left. */
#ifndef RECTO_TEXT_ISOLATE_H
#define RECTO_TEXT_ISOLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Right-to-left letters, Arabic numbers, and the controls that make text run that way. */
bool isolate_is_rtl(uint32_t c);

/* Copy `n` code points of a paragraph right to left to `out`, which has room for 3 n, with controls
 * around each value and name whose signs would go astray without (UAX 9 4.3, HL3): isolates for
 * "+18%" and "3.5 GHz", marks for "C++". from[i] is the index that out[i] came from, n for what was put in. Gives
 * the number of code points in `out`. */
size_t isolate_values(const uint32_t *codepoints, size_t n, uint32_t *out, size_t *from);

#endif
