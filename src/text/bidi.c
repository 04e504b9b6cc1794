/* SPDX-License-Identifier: MIT */
/* text/bidi.c — the door to FriBidi: levels, only where something runs right to left. */
#include <fribidi.h>

#include "text/shaping.h"

/* Right-to-left letters, Arabic numbers, and the controls that make text run that way. */
static bool is_rtl(uint32_t c)
{
    return c >= 0x590 &&
           ((c <= 0x8FF) || c == 0x200F || c == 0x202B || c == 0x202E || c == 0x2067 ||
            (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
            (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF));
}

bool bidi_levels(const uint32_t *codepoints, size_t n, bool rtl, struct arena *a,
                 uint8_t *levels)
{
    bool any = rtl;
    for (size_t i = 0; i < n && !any; i++)
        any = is_rtl(codepoints[i]);
    if (!any || n == 0 || n > INT32_MAX)
        return false;
    FriBidiCharType *types = arena_many(a, n, FriBidiCharType);
    FriBidiBracketType *brackets = arena_many(a, n, FriBidiBracketType);
    FriBidiLevel *found = arena_many(a, n, FriBidiLevel);
    FriBidiParType base = rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    fribidi_get_bidi_types(codepoints, (FriBidiStrIndex)n, types);
    fribidi_get_bracket_types(codepoints, (FriBidiStrIndex)n, types, brackets);
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, (FriBidiStrIndex)n, &base,
                                             found))
        return false;
    for (size_t i = 0; i < n; i++)
        levels[i] = found[i] < 0 ? 0 : (uint8_t)found[i];
    return true;
}
