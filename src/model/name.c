/* SPDX-License-Identifier: MIT */
/* model/name.c — titles made comparable: the same words, however they are written. */
#include "model/name.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "source/ascii.h"

/* U+00C0 to U+017F and U+1E00 to U+1EFF without their marks; a space drops the character. */
static const char latin[] = "aaaaaaeceeeeiiiidnooooo ouuuuytsaaaaaaeceeeeiiiidnooooo "
                            "ouuuuytyaaaaaaccccccccddddeeeeeeeeeeg"
                            "ggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnooooooeerrrrrrs"
                            "sssssssttttttuuuuuuuuuuuuwwyyy"
                            "zzzzzzs";
static const char latin_additional[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopp"
    "pprrrrr"
    "rrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy      "
    "aaaaaaaaaaaaaaaaaaaaaaaae"
    "eeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";

/* Characters that are written for each other. */
static const struct {
    uint16_t c, plain;
} twins[] = {
    {0x01A1, 'o'   },
    {0x01B0, 'u'   },
    {0x0439, 0x0438},
    {0x0451, 0x0435},
    {0x0457, 0x0456},
    {0x0622, 0x0627},
    {0x0623, 0x0627},
    {0x0625, 0x0627},
    {0x0649, 0x064A},
    {0x0629, 0x0647},
    {0x0624, 0x0648},
    {0x0626, 0x064A},
    {0x06CC, 0x064A},
    {0x06A9, 0x0643},
};

/* "and", folded. */
static const char *const ands[] = {
    "and", "und", "et", "y",  "e",  "i",  "en",   "ve", "oraz", "и",  "та", "і", "या",
    "और",  "एवं",  "va", "及", "与", "與", "及び", "및", "와",   "과", "ve", "n"};

static bool within(uint32_t c, uint32_t from, uint32_t to)
{
    return c >= from && c <= to;
}

bool name_is_cjk(uint32_t c)
{
    return within(c, 0x3040, 0x30FF) || within(c, 0x3400, 0x4DBF) ||
           within(c, 0x4E00, 0x9FFF) || within(c, 0xAC00, 0xD7AF) ||
           within(c, 0xF900, 0xFAFF) || within(c, 0x20000, 0x3FFFF);
}

bool name_is_emoji(uint32_t c)
{
    return within(c, 0x1F000, 0x1FAFF) || within(c, 0x2300, 0x23FF) ||
           within(c, 0x2600, 0x27BF) || within(c, 0x2B00, 0x2BFF) ||
           within(c, 0xE0020, 0xE007F);
}

/* Marks that change no word: accents, vowel points, joiners, selectors, apostrophes. */
static bool is_silent(uint32_t c)
{
    return within(c, 0x0300, 0x036F) || within(c, 0x0591, 0x05C7) ||
           within(c, 0x064B, 0x065F) || c == 0x0640 || c == 0x0670 || c == 0x093C ||
           within(c, 0x200B, 0x200F) || within(c, 0xFE00, 0xFE0F) || c == 0x20E3 ||
           c == 0xAD || c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x05F3 ||
           c == 0x05F4 || c == '`';
}

static uint32_t without_mark(uint32_t c)
{
    if (within(c, 0xC0, 0x17F))
        return (unsigned char)latin[c - 0xC0];
    if (within(c, 0x1E00, 0x1EFF))
        return (unsigned char)latin_additional[c - 0x1E00];
    for (size_t i = 0; i < countof(twins); i++)
        if (twins[i].c == c)
            return twins[i].plain;
    return c;
}

/* The character that stands for `c` in folded names; a space for what parts words. */
static uint32_t folded(uint32_t c)
{
    if (within(c, 0xFF01, 0xFF5E))
        c -= 0xFEE0;
    if (c == '&' || c == '+')
        return '&';
    if (c < 0x80 ? !utf8_is_word(c) : name_is_emoji(c) || utf8_is_space(c))
        return ' ';
    if (c == 0x3001 || c == 0x30FB || within(c, 0x3008, 0x3011) || !utf8_is_word(c))
        return ' ';
    c = without_mark(utf8_lower(c));
    return c == 0x0456 ? 0x0438 : c; /* Ukrainian і beside Russian и, as both are typed */
}

static bool is_and(struct str word)
{
    if (str_eq(word, S("&")))
        return true;
    for (size_t i = 0; i < countof(ands); i++)
        if (str_eq(word, str_from(ands[i])))
            return true;
    return false;
}

static void put_word(struct strbuf *out, struct str word)
{
    if (word.n == 0)
        return;
    if (out->n > 0)
        strbuf_putc(out, ' ');
    strbuf_put(out, is_and(word) ? S("&") : word);
}

struct str name_fold(struct arena *a, struct str title)
{
    struct strbuf plain = strbuf_at(a), out = strbuf_at(a);
    for (size_t i = 0; i < title.n;) {
        uint32_t c = utf8_next(title, &i);
        if (is_silent(c))
            continue;
        c = folded(c);
        if (c == '&')
            strbuf_put(&plain, S(" & "));
        else
            strbuf_put_utf8(&plain, c);
    }
    struct str rest = strbuf_str(&plain);
    while (rest.p)
        put_word(&out, str_cut(&rest, ' '));
    struct str s = strbuf_str(&out);
    while (str_starts(s, S("&")))
        s = str_trim(str_sub(s, 1, s.n));
    while (str_ends(s, S("&")))
        s = str_trim(str_sub(s, 0, s.n - 1));
    return s;
}

/* --- numbering ---------------------------------------------------------------------------------- */

static bool is_roman(char c)
{
    return str_find_byte(S("IVXivx"), c, 0) < 6;
}

/* Behind white space and decoration. */
static size_t skip_decoration(struct str s, size_t i)
{
    while (i < s.n) {
        size_t next = i;
        uint32_t c = utf8_next(s, &next);
        if (!utf8_is_space(c) && !name_is_emoji(c) && !within(c, 0xFE00, 0xFE0F) &&
            c != 0x200D)
            break;
        i = next;
    }
    return i;
}

/* Behind what may stand between a number and the title, `needed` or not; `from` where it is
 * needed and missing. */
static size_t skip_separator(struct str s, size_t from, bool needed)
{
    size_t i = from;
    bool found = false;
    while (i < s.n) {
        size_t next = i;
        uint32_t c = utf8_next(s, &next);
        bool mark = c == '.' || c == ')' || c == ':' || c == '|' || c == '-' ||
                    c == 0x2013 || c == 0x2014 || c == 0x3001 || c == 0xFF0E ||
                    c == 0xFF09 || c == 0xFF1A || c == 0x20E3 || c == 0xFE0F;
        if (!mark && !utf8_is_space(c))
            break;
        found = found || mark;
        i = next;
    }
    return i >= s.n || (needed && !found) || i == from ? from : i;
}

/* Behind `Part `, `Step `, `§` and the like. */
static size_t skip_ordinal_word(struct str s, size_t i)
{
    static const char *const words[] = {
        "section ", "part ", "chapter ", "step ", "phase ", "teil ", "partie ",
        "parte ",   "§ ",    "§",        "#",     "no. ",   "第"};
    struct str rest = str_sub(s, i, s.n);
    for (size_t k = 0; k < countof(words); k++) {
        struct str word = str_from(words[k]);
        if (rest.n > word.n && str_eq_nocase(str_sub(rest, 0, word.n), word))
            return i + word.n;
    }
    return i;
}

/* `一、`, `（二）`: numerals of three bytes each. */
static size_t skip_chinese(struct str s, size_t from)
{
    size_t i = from;
    if (str_starts(str_sub(s, i, s.n), S("（")))
        i += 3;
    size_t digits = i;
    while (i + 3 <= s.n &&
           str_find(S("一二三四五六七八九十"), str_sub(s, i, i + 3), 0) < 30)
        i += 3;
    if (i == digits)
        return from;
    struct str rest = str_sub(s, i, s.n);
    if (str_starts(rest, S("章")) || str_starts(rest, S("部")) || str_starts(rest, S("节")))
        return skip_decoration(s, i + 3);
    size_t behind = skip_separator(s, i, true);
    return behind > i ? behind : from;
}

struct str name_unnumbered(struct str title)
{
    size_t start = skip_decoration(title, 0), i = skip_ordinal_word(title, start), from = i;
    bool named = i > start;
    while (i < title.n && (ascii_is_digit(title.p[i]) || (title.p[i] == '.' && i > from)))
        i++;
    if (i > from && i - from <= 5) {
        while (i > from && title.p[i - 1] == '.')
            i--;
        bool big = i - from > 2 && str_find_byte(title, '.', from) >= i;
        size_t behind = skip_separator(title, i, big);
        return str_sub(title, behind > i ? behind : start, title.n);
    }
    for (i = from; i < title.n && is_roman(title.p[i]);)
        i++;
    bool letter = i == from && i + 1 < title.n && title.p[i] >= 'A' && title.p[i] <= 'Z';
    size_t number = letter ? i + 1 : i;
    size_t behind = number > from && number - from <= 5
                        ? skip_separator(title, number, !named)
                        : number;
    if (number > from && behind > number && (named || title.p[number] != '-'))
        return str_sub(title, behind, title.n);
    return str_sub(title, skip_chinese(title, start), title.n);
}
