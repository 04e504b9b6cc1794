/* SPDX-License-Identifier: MIT */
/* style/lightness.h — a colour at another lightness. */
#ifndef RECTO_STYLE_LIGHTNESS_H
#define RECTO_STYLE_LIGHTNESS_H

#include <stdint.h>

/* `rgb` (0xRRGGBB, sRGB) at CIE L* `milli` [thousandths], its hue kept and its chroma scaled by
 * `chroma` [thousandths], or by less where the colour would leave sRGB. The same on every machine. */
uint32_t lightness_move(uint32_t rgb, int32_t milli, int32_t chroma);

/* CIE L* of `rgb` [thousandths]. */
int32_t lightness_of(uint32_t rgb);

#endif
