/* SPDX-License-Identifier: MIT */
/* text/breaks.h — where a line may end. */
#ifndef RECTO_TEXT_BREAKS_H
#define RECTO_TEXT_BREAKS_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Classes of UAX 14 after its rule LB1. */
#define X(name) LB_##name,
enum line_class {
#include "text/linebreak.def"
    LINE_CLASSES
};
#undef X

enum line_class line_class(uint32_t codepoint);

/* UAX 14 for Unicode 15, numbers as in its example 7 of section 8.2, nothing else tailored:
 * out[i] is TEXT_BREAK_NO, _YES or _MUST for the place before codepoints[i]; out[n], the end, is
 * TEXT_BREAK_MUST. `out` has room for n + 1. Linear in n. */
void breaks_find(const uint32_t *codepoints, size_t n, uint8_t *out);

struct chars;

/* Recto's own rules on top of breaks_find's result for the same characters: words with signs in
 * them (C++, p95=78ms, $1k/req, 2.3.1) stay whole, a slash parts only words of three letters and
 * more, dashes end a line and never begin one, addresses and code break at their own places,
 * no-break stretches nowhere; soft hyphens become TEXT_BREAK_HYPHEN. */
void breaks_tailor(const struct chars *chars, uint8_t *breaks);

#endif
