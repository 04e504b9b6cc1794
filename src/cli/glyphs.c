/* SPDX-License-Identifier: MIT */
/* cli/glyphs.c — characters as a terminal shows them. */
#include "cli/glyphs.h"

#include <stddef.h>

#define REPLACEMENT 0xFFFDu
#define REPLACEMENT_UTF8 "\xEF\xBF\xBD"

struct range {
    uint32_t first, last;
};

/* Blocks of letters that take two columns (East Asian Width W and F, Unicode Annex 11), by block:
 * unassigned characters in them will be wide when they are assigned. */
static const struct range wide[] = {
    {0x1100,  0x115F },
    {0x231A,  0x231B },
    {0x23E9,  0x23EC },
    {0x25FD,  0x25FE },
    {0x2614,  0x2615 },
    {0x2648,  0x2653 },
    {0x26A1,  0x26A1 },
    {0x26BD,  0x26BE },
    {0x26C4,  0x26C5 },
    {0x26D4,  0x26D4 },
    {0x2705,  0x2705 },
    {0x270A,  0x270B },
    {0x2728,  0x2728 },
    {0x274C,  0x274C },
    {0x2753,  0x2755 },
    {0x2757,  0x2757 },
    {0x2795,  0x2797 },
    {0x27B0,  0x27B0 },
    {0x2B1B,  0x2B1C },
    {0x2B50,  0x2B50 },
    {0x2E80,  0x303E },
    {0x3041,  0x4DBF },
    {0x4E00,  0xA4CF },
    {0xA960,  0xA97F },
    {0xAC00,  0xD7A3 },
    {0xF900,  0xFAFF },
    {0xFE10,  0xFE19 },
    {0xFE30,  0xFE6F },
    {0xFF01,  0xFF60 },
    {0xFFE0,  0xFFE6 },
    {0x16FE0, 0x18DFF},
    {0x1AFF0, 0x1B2FF},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1FAFF},
    {0x20000, 0x3FFFD},
};

/* Marks that are set over or between other characters, of the scripts that recto sets. */
static const struct range narrow[] = {
    {0x0300, 0x036F},
    {0x0483, 0x0489},
    {0x0591, 0x05BD},
    {0x05BF, 0x05BF},
    {0x05C1, 0x05C2},
    {0x05C4, 0x05C5},
    {0x05C7, 0x05C7},
    {0x0610, 0x061A},
    {0x064B, 0x065F},
    {0x0670, 0x0670},
    {0x06D6, 0x06DC},
    {0x06DF, 0x06E4},
    {0x06E7, 0x06E8},
    {0x06EA, 0x06ED},
    {0x0900, 0x0902},
    {0x093A, 0x093A},
    {0x093C, 0x093C},
    {0x0941, 0x0948},
    {0x094D, 0x094D},
    {0x0951, 0x0957},
    {0x0962, 0x0963},
    {0x0E31, 0x0E31},
    {0x0E34, 0x0E3A},
    {0x0E47, 0x0E4E},
    {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF},
    {0x200B, 0x200F},
    {0x2060, 0x2064},
    {0x20D0, 0x20F0},
    {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF},
};

static int listed(const struct range *ranges, size_t n, uint32_t c)
{
    size_t low = 0;
    while (low < n) {
        size_t middle = low + (n - low) / 2;
        if (c < ranges[middle].first)
            n = middle;
        else if (c > ranges[middle].last)
            low = middle + 1;
        else
            return 1;
    }
    return 0;
}

uint32_t glyph_next(const char **p)
{
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    const unsigned char *s = (const unsigned char *)*p;
    uint32_t c = *s;
    *p += 1;
    if (c < 0x80)
        return c;
    int more = c >= 0xF0 && c < 0xF5   ? 3
               : c >= 0xE0 && c < 0xF0 ? 2
                                       : c >= 0xC2 && c < 0xE0;
    if (more == 0)
        return REPLACEMENT;
    c &= 0x3Fu >> more;
    for (int i = 1; i <= more; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return REPLACEMENT;
        c = c << 6 | (s[i] & 0x3F);
    }
    if (c < least[more] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return REPLACEMENT;
    *p += more;
    return c;
}

int glyph_length(const char *text)
{
    const char *p = text;
    (void)glyph_next(&p);
    return (int)(p - text);
}

int glyph_width(uint32_t c)
{
    if (c < 0x300)
        return 1;
    if (listed(narrow, sizeof narrow / sizeof *narrow, c))
        return 0;
    return listed(wide, sizeof wide / sizeof *wide, c) ? 2 : 1;
}

int glyph_is_unsafe(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

int glyphs_width(const char *text)
{
    int width = 0;
    while (*text)
        width += glyph_width(glyph_next(&text));
    return width;
}

void glyphs_print(FILE *to, const char *text)
{
    while (*text) {
        const char *start = text;
        uint32_t c = glyph_next(&text);
        if (glyph_is_unsafe(c) || c == REPLACEMENT)
            fputs(REPLACEMENT_UTF8, to);
        else
            fwrite(start, 1, (size_t)(text - start), to);
    }
}
