/* SPDX-License-Identifier: MIT */
/* base/utf8.c — code points in and out of UTF-8. */
#include "base/utf8.h"

#include "base/arena.h"
#include "base/vec.h"

/* Length of the well-formed sequence at `i` (Unicode 15, table 3-7), 0 where there is none. */
static size_t sequence(struct str s, size_t i)
{
    unsigned char b[4] = {0};
    size_t left = s.n - i < 4 ? s.n - i : 4;
    for (size_t k = 0; k < left; k++)
        b[k] = (unsigned char)s.p[i + k];
    size_t n = b[0] < 0x80 ? 1 : b[0] < 0xC2 ? 0 : b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3 : 4;
    if (n == 0 || n > left || b[0] > 0xF4)
        return 0;
    for (size_t k = 1; k < n; k++) {
        if ((b[k] & 0xC0) != 0x80)
            return 0;
    }
    bool overlong = (b[0] == 0xE0 && b[1] < 0xA0) || (b[0] == 0xF0 && b[1] < 0x90);
    bool surrogate = b[0] == 0xED && b[1] > 0x9F;
    bool beyond = b[0] == 0xF4 && b[1] > 0x8F;
    return overlong || surrogate || beyond ? 0 : n;
}

uint32_t utf8_next_wide(struct str s, size_t *i)
{
    uint32_t c = (unsigned char)s.p[*i];
    size_t n = sequence(s, *i);
    if (n == 0) {
        ++*i;
        return UTF8_BAD;
    }
    c &= 0x7Fu >> n;
    for (size_t k = 1; k < n; k++)
        c = c << 6 | ((unsigned char)s.p[*i + k] & 0x3Fu);
    *i += n;
    return c;
}

uint32_t utf8_prev(struct str s, size_t *i)
{
    size_t end = *i;
    for (size_t n = 1; n <= 4 && n <= end; n++) {
        if (sequence(s, end - n) == n) {
            *i = end - n;
            size_t at = *i;
            return utf8_next(s, &at);
        }
    }
    --*i;
    return UTF8_BAD;
}

size_t utf8_put(uint32_t c, char out[4])
{
    if ((c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF)
        c = UTF8_BAD;
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

void strbuf_put_utf8(struct strbuf *b, uint32_t c)
{
    char bytes[4];
    strbuf_put(b, (struct str){bytes, utf8_put(c, bytes)});
}

size_t utf8_invalid_at(struct str s)
{
    size_t i = 0;
    while (i < s.n) {
        size_t n = sequence(s, i);
        if (n == 0)
            return i;
        i += n;
    }
    return s.n;
}

size_t utf8_length(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; n++)
        utf8_next(s, &i);
    return n;
}

struct range {
    uint32_t first, last;
};

static bool in_ranges(const struct range *ranges, size_t n, uint32_t c)
{
    for (size_t i = 0; i < n; i++) {
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    }
    return false;
}

bool utf8_is_space(uint32_t c)
{
    if (c < 0x80) /* most text is */
        return c == ' ' || (c >= 0x09 && c <= 0x0D);
    static const struct range spaces[] = {
        {0x85,   0x85  },
        {0xA0,   0xA0  },
        {0x1680, 0x1680},
        {0x2000, 0x200B},
        {0x2028, 0x2029},
        {0x202F, 0x202F},
        {0x205F, 0x205F},
        {0x3000, 0x3000},
        {0xFEFF, 0xFEFF},
    };
    return in_ranges(spaces, countof(spaces), c);
}

bool utf8_is_word(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    static const struct range others[] = {
        {0x80,    0xA9   },
        {0xAB,    0xB1   },
        {0xB4,    0xB4   },
        {0xB6,    0xB8   },
        {0xBB,    0xBB   },
        {0xBF,    0xBF   },
        {0xD7,    0xD7   },
        {0xF7,    0xF7   },
        {0x60C,   0x60D  }, /* Arabic comma */
        {0x61B,   0x61F  }, /* Arabic semicolon and question mark */
        {0x6D4,   0x6D4  }, /* Urdu full stop */
        {0x964,   0x965  }, /* dandas */
        {0x1680,  0x1680 },
        {0x2000,  0x206F },
        {0x20A0,  0x20CF },
        {0x2190,  0x23FF },
        {0x2500,  0x27FF },
        {0x2900,  0x2BFF },
        {0x2E00,  0x2E7F },
        {0x3000,  0x3003 },
        {0x3008,  0x3020 },
        {0xE000,  0xF8FF },
        {0xFE00,  0xFE0F },
        {0xFE30,  0xFE6F },
        {0xFEFF,  0xFF0F },
        {0xFF1A,  0xFF20 },
        {0xFF3B,  0xFF40 },
        {0xFF5B,  0xFF65 },
        {0xFFF0,  0xFFFF },
        {0x1F000, 0x1FAFF},
        {0xE0000, 0xE0FFF},
    };
    return !in_ranges(others, countof(others), c);
}

/* Capitals: every `step`-th code point of the range is one, its small letter `delta` away.
 * After UnicodeData.txt, field "Simple_Lowercase_Mapping". */
struct capitals {
    uint32_t first, last;
    uint32_t step;
    int32_t delta;
};

static const struct capitals capitals[] = {
    {0x0041, 0x005A, 1, 32   },
    {0x00C0, 0x00D6, 1, 32   },
    {0x00D8, 0x00DE, 1, 32   },
    {0x0100, 0x012E, 2, 1    },
    {0x0130, 0x0130, 1, -199 },
    {0x0132, 0x0136, 2, 1    },
    {0x0139, 0x0147, 2, 1    },
    {0x014A, 0x0176, 2, 1    },
    {0x0178, 0x0178, 1, -121 },
    {0x0179, 0x017D, 2, 1    },
    {0x0186, 0x0186, 1, 206  },
    {0x018F, 0x018F, 1, 202  },
    {0x01A0, 0x01A4, 2, 1    },
    {0x01AF, 0x01AF, 1, 1    },
    {0x01CD, 0x01DB, 2, 1    },
    {0x01DE, 0x01EE, 2, 1    },
    {0x01F8, 0x021E, 2, 1    },
    {0x0222, 0x0232, 2, 1    },
    {0x0246, 0x024E, 2, 1    },
    {0x0386, 0x0386, 1, 38   },
    {0x0388, 0x038A, 1, 37   },
    {0x038C, 0x038C, 1, 64   },
    {0x038E, 0x038F, 1, 63   },
    {0x0391, 0x03A1, 1, 32   },
    {0x03A3, 0x03AB, 1, 32   },
    {0x0400, 0x040F, 1, 80   },
    {0x0410, 0x042F, 1, 32   },
    {0x0460, 0x0480, 2, 1    },
    {0x048A, 0x04BE, 2, 1    },
    {0x04C0, 0x04C0, 1, 15   },
    {0x04C1, 0x04CD, 2, 1    },
    {0x04D0, 0x052E, 2, 1    },
    {0x1E00, 0x1E94, 2, 1    },
    {0x1E9E, 0x1E9E, 1, -7615},
    {0x1EA0, 0x1EFE, 2, 1    },
    {0x1F08, 0x1F0F, 1, -8   },
    {0x1F18, 0x1F1D, 1, -8   },
    {0x1F28, 0x1F2F, 1, -8   },
    {0x1F38, 0x1F3F, 1, -8   },
    {0x1F48, 0x1F4D, 1, -8   },
    {0x1F59, 0x1F5F, 2, -8   },
    {0x1F68, 0x1F6F, 1, -8   },
};

uint32_t utf8_lower(uint32_t c)
{
    for (size_t i = 0; i < countof(capitals); i++) {
        const struct capitals *row = &capitals[i];
        if (c < row->first)
            return c;
        if (c <= row->last)
            return (c - row->first) % row->step ? c : (uint32_t)((int32_t)c + row->delta);
    }
    return c;
}

struct str str_lower(struct arena *a, struct str s)
{
    struct strbuf b = strbuf_at(a);
    if (s.n)
        strbuf_grow(&b, s.n);
    for (size_t i = 0; i < s.n;) {
        unsigned char c = (unsigned char)s.p[i];
        if (c < 0x80)
            strbuf_putc(&b, s.p[i++] | (c >= 'A' && c <= 'Z' ? 0x20 : 0));
        else
            strbuf_put_utf8(&b, utf8_lower(utf8_next(s, &i)));
    }
    return strbuf_str(&b);
}
