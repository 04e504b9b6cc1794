/* SPDX-License-Identifier: MIT */
/* text/tailor.c — recto's own rules about where words, addresses and code may break. */
#include "text/breaks.h"
#include "text/chars.h"

/* A word in prose that is longer than this breaks at signs and changes of case, as code does: no
 * measure of ours holds two of them. */
#define LONG_WORD 24
/* Longer still, without any sign: between any two letters. */
#define ENDLESS_WORD 60
/* Part of an address that a narrow column may not hold: it parts before signs, or anywhere. */
#define LONG_PIECE 22

#define BIT(name) (UINT64_C(1) << LB_##name)
/* Scripts that part words by blanks: what stands together belongs together. */
#define WESTERN                                                                      \
    (BIT(AL) | BIT(HL) | BIT(NU) | BIT(PR) | BIT(PO) | BIT(IS) | BIT(SY) | BIT(EX) | \
     BIT(QU) | BIT(OP) | BIT(CL) | BIT(CP) | BIT(HY) | BIT(BA) | BIT(BB) | BIT(B2) | \
     BIT(IN) | BIT(CM))

/* A word: characters [from, to) without a blank among them. */
struct token {
    const struct chars *chars;
    uint8_t *breaks;
    size_t from, to;
};

static uint32_t at(const struct token *t, size_t i)
{
    return i >= t->from && i < t->to ? t->chars->list.at[i].drawn : 0;
}

static unsigned flags_at(const struct chars *chars, size_t i)
{
    return chars->stretches[chars->list.at[i].stretch].flags;
}

/* Punctuation of ideographic text: blanks are part of it, so that none stands behind it. */
static bool is_fullwidth(uint32_t c)
{
    return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
}

static bool is_western(uint32_t c)
{
    return !is_fullwidth(c) && (WESTERN >> line_class(c) & 1);
}

/* Letters (and, where `digits`, digits) in a row before or behind place `i`, at most 3. */
static int letters_before(const struct token *t, size_t i, bool digits)
{
    int n = 0;
    while (n < 3 && i-- > t->from && is_western(at(t, i)) &&
           (is_letter(at(t, i)) || (digits && is_digit(at(t, i)))))
        n++;
    return n;
}

static int letters_after(const struct token *t, size_t i, bool digits)
{
    int n = 0;
    while (n < 3 && i < t->to && (is_letter(at(t, i)) || (digits && is_digit(at(t, i))))) {
        n++;
        i++;
    }
    return n;
}

static bool is_dash(uint32_t c)
{
    return c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015;
}

/* "OR-Tools", "UI-Kit": capitals that stand for words before the hyphen at `i` hold to what follows. */
static bool is_acronym(const struct token *t, size_t i)
{
    int letters = letters_before(t, i, false), capitals = 0;
    while (capitals < letters && is_capital(at(t, i - 1 - (size_t)capitals)))
        capitals++;
    return capitals == letters && letters < 3;
}

/* Between two western characters UAX 14 has allowed a break: is it one a reader expects? */
static enum text_break expected(const struct token *t, size_t i)
{
    uint32_t before = at(t, i - 1);
    if (before == '-' || before == 0x2010) /* "e-mail" stays whole, "end-to-end" may part */
        return letters_before(t, i - 1, true) >= 2 && letters_after(t, i, false) >= 2 &&
                       !is_acronym(t, i - 1)
                   ? TEXT_BREAK_EXPLICIT
                   : TEXT_BREAK_NO;
    if (before == '/')
        return letters_before(t, i - 1, false) >= 3 && letters_after(t, i, false) >= 3
                   ? TEXT_BREAK_EXPLICIT
                   : TEXT_BREAK_NO;
    if (is_dash(before)) /* not in ranges: 2019–2023 */
        return i - 1 > t->from && !is_digit(at(t, i)) ? TEXT_BREAK_EXPLICIT : TEXT_BREAK_NO;
    if (before == 0x2026)
        return letters_after(t, i, false) >= 2 ? TEXT_BREAK_EXPLICIT : TEXT_BREAK_NO;
    return TEXT_BREAK_NO;
}

/* Ideographs and kana, which part everywhere, and so beside curly quotes, too: UAX 14 cannot tell
 * an opening one from a closing one in every language, but none of theirs has them the other way. */
static bool parts_at_quote(uint32_t before, uint32_t after)
{
    if (after == 0x201C || after == 0x2018)
        return line_class(before) == LB_ID;
    return (before == 0x201D || before == 0x2019) && line_class(after) == LB_ID;
}

/* "2025年", "96分": a number and what it counts. */
static bool is_counted(uint32_t before, uint32_t after)
{
    return is_digit(before) && after >= 0x3400 && after <= 0x9FFF;
}

static enum text_break tailored(const struct token *t, size_t i)
{
    enum text_break given = (enum text_break)t->breaks[i];
    uint32_t before = at(t, i - 1), after = at(t, i);
    if (given == TEXT_BREAK_NO && parts_at_quote(before, after))
        return TEXT_BREAK_YES;
    if (given != TEXT_BREAK_YES || before == 0x200B)
        return given;
    if (before == 0xAD)
        return is_letter(after) ? TEXT_BREAK_HYPHEN : TEXT_BREAK_NO;
    if (is_dash(after) || is_counted(before, after))
        return TEXT_BREAK_NO;
    if (is_western(before) && is_western(after))
        return expected(t, i);
    return given;
}

static bool is_any(uint32_t c, const char *signs)
{
    while (*signs && c != (uint32_t)*signs)
        signs++;
    return *signs != '\0';
}

/* A line may begin with the sign that goes on in an address, so that nobody takes the end of the
 * line for its end; not inside "://". A host stays whole, and so do names and values. */
static bool parts_address(const struct token *t, size_t i)
{
    return is_any(at(t, i), "/?&#@") && !is_any(at(t, i - 1), "/.?&=#%~_:@");
}

/* Inside a host, a name or a value. */
static bool parts_piece(const struct token *t, size_t i)
{
    static const char signs[] = ".-_=%~:+,;";
    return is_any(at(t, i), signs) && !is_any(at(t, i - 1), signs) && at(t, i + 1) != '/';
}

static bool parts_code(const struct token *t, size_t i)
{
    uint32_t before = at(t, i - 1), after = at(t, i);
    if (before == '.' && is_digit(after))
        return false;
    return is_any(before, "/._-,:=&|+(;@") && is_word_char(after);
}

/* Where an overlong word of prose may part: at signs, at changes of case. */
static bool parts_long(const struct token *t, size_t i)
{
    uint32_t before = at(t, i - 1), after = at(t, i);
    bool hump = is_letter(before) && !is_capital(before) && is_capital(after);
    return hump || parts_code(t, i);
}

/* Between any two that are no marks on a letter. */
static bool parts_anywhere(const struct token *t, size_t i)
{
    enum line_class after = line_class(at(t, i));
    return after != LB_CM && after != LB_ZWJ && line_class(at(t, i - 1)) != LB_ZWJ &&
           (i - t->from) % 4 == 0;
}

/* Replace what is inside the token by places that `parts` finds, `edge` characters from its ends. */
static void break_where(const struct token *t, size_t edge,
                        bool (*parts)(const struct token *t, size_t i))
{
    for (size_t i = t->from + 1; i < t->to; i++) {
        if (t->breaks[i] == TEXT_BREAK_MUST)
            continue;
        bool inside = i - t->from >= edge && t->to - i >= edge;
        t->breaks[i] = inside && parts(t, i) ? TEXT_BREAK_URL : TEXT_BREAK_NO;
    }
}

static bool has_breaks(const struct token *t)
{
    for (size_t i = t->from + 1; i < t->to; i++)
        if (t->breaks[i] != TEXT_BREAK_NO)
            return true;
    return false;
}

/* Where the piece [from, to) of an address may part when nothing better is left. */
static void part_piece(const struct token *t, size_t from, size_t to)
{
    size_t begun = from;
    for (size_t i = from + 1; i < to; i++) {
        bool sign = parts_piece(t, i) && i - from >= 3 && to - i >= 4;
        bool endless = i - begun >= LONG_PIECE && to - i >= 4 &&
                       line_class(at(t, i)) != LB_CM && line_class(at(t, i)) != LB_ZWJ;
        if (!sign && !endless)
            continue;
        t->breaks[i] = TEXT_BREAK_LAST;
        begun = i;
    }
}

static void part_pieces(const struct token *t)
{
    size_t from = t->from;
    for (size_t i = t->from + 1; i <= t->to; i++) {
        if (i < t->to && t->breaks[i] == TEXT_BREAK_NO)
            continue;
        if (i - from > LONG_PIECE)
            part_piece(t, from, i);
        from = i;
    }
}

static void tailor_prose(const struct token *t)
{
    for (size_t i = t->from + 1; i < t->to; i++)
        t->breaks[i] = (uint8_t)tailored(t, i);
    if (t->to - t->from > LONG_WORD && !has_breaks(t))
        break_where(t, 3, parts_long);
}

static void tailor(const struct token *t)
{
    unsigned flags = flags_at(t->chars, t->from);
    bool address = (flags & STRETCH_URL) != 0;
    bool raw =
        t->chars->list.at[t->from].raw && (flags & (STRETCH_CODE | STRETCH_AS_IS)) == 0;
    if (address || raw) {
        break_where(t, 3, parts_address);
        part_pieces(t);
    } else if (flags & STRETCH_CODE) {
        break_where(t, 2, parts_code);
    } else {
        tailor_prose(t);
    }
    if (t->to - t->from > ENDLESS_WORD && !has_breaks(t))
        break_where(t, 4, parts_anywhere);
}

/* Stretches that must not break; a break at their edges is the neighbours' business. */
static void keep_whole(const struct chars *chars, uint8_t *breaks)
{
    for (size_t i = 1; i < chars->list.n; i++)
        if (chars->list.at[i].stretch == chars->list.at[i - 1].stretch &&
            flags_at(chars, i) & STRETCH_NO_BREAK && breaks[i] != TEXT_BREAK_MUST)
            breaks[i] = TEXT_BREAK_NO;
}

/* A line ends behind a stretch that asks for it; blanks there stay on it. */
static void end_lines(const struct chars *chars, uint8_t *breaks)
{
    for (size_t i = 1; i < chars->list.n; i++) {
        bool ends = chars->list.at[i].stretch != chars->list.at[i - 1].stretch &&
                    flags_at(chars, i - 1) & STRETCH_BREAK_AFTER;
        while (ends && i < chars->list.n && chars->list.at[i].author == ' ')
            breaks[i++] = TEXT_BREAK_NO;
        if (ends && i < chars->list.n)
            breaks[i] = TEXT_BREAK_MUST;
    }
}

void breaks_tailor(const struct chars *chars, uint8_t *breaks)
{
    struct token t = {.chars = chars, .breaks = breaks};
    while (t.from < chars->list.n) {
        for (t.to = t.from; t.to < chars->list.n && !is_blank(drawn_at(chars, t.to));
             t.to++)
            continue;
        if (t.to - t.from > 1)
            tailor(&t);
        t.from = t.to + (t.to == t.from);
    }
    keep_whole(chars, breaks);
    end_lines(chars, breaks);
}
