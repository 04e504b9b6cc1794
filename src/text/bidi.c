/* SPDX-License-Identifier: MIT */
/* text/bidi.c — the door to FriBidi: levels, only where something runs right to left. */
#include <fribidi.h>

#include "text/isolate.h"
#include "text/shaping.h"

/* A paragraph as FriBidi sees it. */
struct seen {
    const uint32_t *at;
    size_t n;
    const size_t *from; /* which character each is; NULL: as they stand */
};

static struct seen look(const uint32_t *codepoints, size_t n, bool rtl, struct arena *a)
{
    if (!rtl)
        return (struct seen){codepoints, n, NULL};
    uint32_t *at = arena_many(a, 3 * n, uint32_t);
    size_t *from = arena_many(a, 3 * n, size_t);
    return (struct seen){at, isolate_values(codepoints, n, at, from), from};
}

static FriBidiLevel *find_levels(const struct seen *seen, bool rtl, struct arena *a)
{
    FriBidiStrIndex n = (FriBidiStrIndex)seen->n;
    FriBidiCharType *types = arena_many(a, seen->n, FriBidiCharType);
    FriBidiBracketType *brackets = arena_many(a, seen->n, FriBidiBracketType);
    FriBidiLevel *found = arena_many(a, seen->n, FriBidiLevel);
    FriBidiParType base = rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    fribidi_get_bidi_types(seen->at, n, types);
    fribidi_get_bracket_types(seen->at, n, types, brackets);
    bool good = fribidi_get_par_embedding_levels_ex(types, brackets, n, &base, found) != 0;
    return good ? found : NULL;
}

bool bidi_levels(const uint32_t *codepoints, size_t n, bool rtl, struct arena *a,
                 uint8_t *levels)
{
    bool any = rtl;
    for (size_t i = 0; i < n && !any; i++)
        any = isolate_is_rtl(codepoints[i]);
    if (!any || n == 0 || n > INT32_MAX / 3)
        return false;
    struct seen seen = look(codepoints, n, rtl, a);
    const FriBidiLevel *found = find_levels(&seen, rtl, a);
    if (!found)
        return false;
    for (size_t i = 0; i < seen.n; i++) {
        size_t at = seen.from ? seen.from[i] : i;
        if (at < n)
            levels[at] = found[i] < 0 ? 0 : (uint8_t)found[i];
    }
    return true;
}
