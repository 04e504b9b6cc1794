/* SPDX-License-Identifier: MIT */
/* para/even.h — one word space for all lines of a paragraph. */
#ifndef RECTO_PARA_EVEN_H
#define RECTO_PARA_EVEN_H

#include <stddef.h>
#include <stdint.h>

/* The word spaces that a line can be given by widening or narrowing its letters [thousandths of
 * the natural space]. */
struct even_reach {
    int least, most;
    uint32_t spaces; /* how many of them; 0: it has no say */
};

/* The word space [thousandths of natural] that the lines can keep to best: least squares of what
 * each must differ from it, and of its own distance from `wanted`, so that paragraphs do not differ
 * where their lines need not. */
int even_space(const struct even_reach *lines, size_t n, int wanted);

#endif
