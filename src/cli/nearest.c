/* SPDX-License-Identifier: MIT */
/* cli/nearest.c — “did you mean”. */
#include <stdint.h>
#include <string.h>

#include "cli/args.h"

#define LONGEST 40 /* bytes; a longer word is no slip of the fingers */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Steps from one word to the other: a letter put in, left out, changed, or two swapped (optimal
 * string alignment). Three rows of the table are kept. */
static size_t distance(const char *one, const char *other)
{
    size_t n = strlen(one), m = strlen(other), rows[3][LONGEST + 1];
    if (n > LONGEST || m > LONGEST)
        return SIZE_MAX;
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t changed = last[j - 1] + (one[i - 1] != other[j - 1]);
            now[j] = least(changed, least(last[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
    }
    return rows[n % 3][m];
}

const char *nearest_word(const char *word, const char *const *candidates, size_t count)
{
    const char *best = NULL;
    size_t limit =
        strlen(word) / 5 + 2; /* one slip in a short word, two from five letters on */
    for (size_t i = 0; i < count; i++) {
        size_t d = candidates[i] ? distance(word, candidates[i]) : SIZE_MAX;
        if (d < limit && d < strlen(word)) {
            limit = d;
            best = candidates[i];
        }
    }
    return best;
}
