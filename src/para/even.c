/* SPDX-License-Identifier: MIT */
/* para/even.c — one word space for all lines of a paragraph. */
#include "para/even.h"

#include <stdbool.h>

/* No paragraph is set as tight or as loose as this throughout [thousandths of natural]. */
#define SPACE_LEAST 800
#define SPACE_MOST 1500

/* Half the derivative of the sum of squares at `space`; it never falls as `space` grows. */
static int64_t slope(const struct even_reach *lines, size_t n, int wanted, int space)
{
    int64_t sum = 0, spaces = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t off = 0;
        if (space < lines[i].least)
            off = space - lines[i].least;
        if (space > lines[i].most)
            off = space - lines[i].most;
        sum += off * lines[i].spaces;
        spaces += lines[i].spaces;
    }
    return sum + spaces * (space - wanted);
}

static bool has_spaces(const struct even_reach *lines, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (lines[i].spaces > 0)
            return true;
    return false;
}

int even_space(const struct even_reach *lines, size_t n, int wanted)
{
    if (!has_spaces(lines, n))
        return wanted;
    int low = SPACE_LEAST, high = SPACE_MOST;
    while (low < high) {
        int middle = (low + high) / 2;
        if (slope(lines, n, wanted, middle) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
