/* SPDX-License-Identifier: MIT */
/* text/breaks.c — line break opportunities by UAX 14 (Unicode 15). */
#include "text/breaks.h"

#include <assert.h>

#include "base/vec.h"
#include "text/linebreak_table.h"
#include "text/shape.h"

/* Sets of classes, one bit each. */
#define BIT(name) (UINT64_C(1) << LB_##name)
#define ANY (~UINT64_C(0))
#define ALPHA (BIT(AL) | BIT(HL))
#define OPEN (BIT(OP) | BIT(OPW))
#define CLOSE_PAREN (BIT(CP) | BIT(CPW))
#define CLOSE (BIT(CL) | CLOSE_PAREN)
#define AFFIX (BIT(PR) | BIT(PO))
#define IDEO (BIT(ID) | BIT(XPU) | BIT(EB) | BIT(EM))
#define HANGUL (BIT(JL) | BIT(JV) | BIT(JT) | BIT(H2) | BIT(H3))
#define HARD (BIT(BK) | BIT(CR) | BIT(LF) | BIT(NL))

_Static_assert(LINE_CLASSES <= 64, "a set of classes is one 64-bit word");

/* Rules that look at two neighbours only, in the order of UAX 14; the first that fits decides. */
struct pair_rule {
    uint64_t left, right;
    uint8_t verdict; /* enum text_break */
};

enum { NO = TEXT_BREAK_NO, YES = TEXT_BREAK_YES };

/* LB11 to LB13; a space may stand on the left. LB13t is tailored for numbers. */
static const struct pair_rule before_spaces[] = {
    {ANY,                            BIT(WJ),                   NO}, /* LB11 */
    {BIT(WJ),                        ANY,                       NO}, /* LB11 */
    {BIT(GL),                        ANY,                       NO}, /* LB12 */
    {~(BIT(SP) | BIT(BA) | BIT(HY)), BIT(GL),                   NO}, /* LB12a */
    {ANY,                            BIT(EX),                   NO}, /* LB13 */
    {~BIT(NU),                       CLOSE | BIT(IS) | BIT(SY), NO}, /* LB13t */
};

/* LB14 to LB17: `left` is what stands before the spaces, or next to the place. */
static const struct pair_rule across_spaces[] = {
    {OPEN,    ANY,     NO}, /* LB14 */
    {BIT(QU), OPEN,    NO}, /* LB15 */
    {CLOSE,   BIT(NS), NO}, /* LB16 */
    {BIT(B2), BIT(B2), NO}, /* LB17 */
};

static const struct pair_rule after_spaces[] = {
    {BIT(SP),                ANY,                                   YES}, /* LB18 */
    {ANY,                    BIT(QU),                               NO }, /* LB19 */
    {BIT(QU),                ANY,                                   NO }, /* LB19 */
    {ANY,                    BIT(CB),                               YES}, /* LB20 */
    {BIT(CB),                ANY,                                   YES}, /* LB20 */
    {ANY,                    BIT(BA) | BIT(HY) | BIT(NS),           NO }, /* LB21 */
    {BIT(BB),                ANY,                                   NO }, /* LB21 */
    {BIT(SY),                BIT(HL),                               NO }, /* LB21b */
    {ANY,                    BIT(IN),                               NO }, /* LB22 */
    {ALPHA,                  BIT(NU),                               NO }, /* LB23 */
    {BIT(NU),                ALPHA,                                 NO }, /* LB23 */
    {BIT(PR),                IDEO,                                  NO }, /* LB23a */
    {IDEO,                   BIT(PO),                               NO }, /* LB23a */
    {AFFIX,                  ALPHA,                                 NO }, /* LB24 */
    {ALPHA,                  AFFIX,                                 NO }, /* LB24 */
    {AFFIX | OPEN | BIT(HY), BIT(NU),                               NO }, /* LB25 */
    {BIT(JL),                BIT(JL) | BIT(JV) | BIT(H2) | BIT(H3), NO }, /* LB26 */
    {BIT(JV) | BIT(H2),      BIT(JV) | BIT(JT),                     NO }, /* LB26 */
    {BIT(JT) | BIT(H3),      BIT(JT),                               NO }, /* LB26 */
    {HANGUL,                 BIT(PO),                               NO }, /* LB27 */
    {BIT(PR),                HANGUL,                                NO }, /* LB27 */
    {ALPHA,                  ALPHA,                                 NO }, /* LB28 */
    {BIT(IS),                ALPHA,                                 NO }, /* LB29 */
    {ALPHA | BIT(NU),        BIT(OP),                               NO }, /* LB30 */
    {BIT(CP),                ALPHA | BIT(NU),                       NO }, /* LB30 */
    {BIT(EB) | BIT(XPU),     BIT(EM),                               NO }, /* LB30b */
    {ANY,                    ANY,                                   YES}, /* LB31 */
};

/* How much of a number (LB25) has been read. */
enum number_part { NUMBER_NONE, NUMBER_DIGITS, NUMBER_CLOSED };

/* What the rules remember of the text before a place. */
struct scan {
    enum line_class prev;   /* combining marks taken into their base (LB9) */
    enum line_class before; /* the same, spaces skipped */
    enum line_class behind; /* the one before prev */
    bool joiner;            /* a zero width joiner stands right before (LB8a) */
    unsigned indicators;    /* regional indicators in a row up to here (LB30a) */
    enum number_part number;
};

enum line_class line_class(uint32_t c)
{
    if (c > 0x10FFFF)
        return LB_AL;
    return (enum line_class)
        linebreak_class[linebreak_block[c / LINEBREAK_BLOCK]][c % LINEBREAK_BLOCK];
}

static bool in(enum line_class c, uint64_t set)
{
    return set >> c & 1;
}

/* The verdict of the first rule that fits; -1 where none does. */
static int decide(const struct pair_rule *rules, size_t n, enum line_class left,
                  enum line_class right)
{
    for (size_t i = 0; i < n; i++)
        if (in(left, rules[i].left) && in(right, rules[i].right))
            return rules[i].verdict;
    return -1;
}

/* LB4 to LB8a. */
static int hard_break(const struct scan *s, enum line_class next)
{
    if (s->prev == LB_CR && next == LB_LF)
        return TEXT_BREAK_NO;
    if (in(s->prev, HARD))
        return TEXT_BREAK_MUST;
    if (in(next, HARD | BIT(SP) | BIT(ZW)))
        return TEXT_BREAK_NO;
    if (s->before == LB_ZW)
        return TEXT_BREAK_YES;
    return s->joiner ? TEXT_BREAK_NO : -1;
}

/* True where LB21a, LB25 or LB30a forbid a break; `number_follows`: a digit comes right
 * behind `next`. */
static bool held_together(const struct scan *s, enum line_class next, bool number_follows)
{
    if (s->behind == LB_HL && in(s->prev, BIT(HY) | BIT(BA)) && next != LB_CB)
        return true;
    if (s->prev == LB_RI && next == LB_RI && s->indicators % 2 == 1)
        return true;
    if (s->number == NUMBER_DIGITS && in(next, BIT(NU) | BIT(SY) | BIT(IS) | CLOSE))
        return true;
    if (s->number != NUMBER_NONE && in(next, AFFIX))
        return true;
    return in(s->prev, AFFIX) && in(next, OPEN | BIT(HY)) && number_follows;
}

static enum text_break verdict(const struct scan *s, enum line_class next,
                               bool number_follows)
{
    if (in(s->prev, ALPHA) && in(next, ALPHA)) /* LB28: four of five places, so at once */
        return TEXT_BREAK_NO;
    int v = hard_break(s, next);
    if (v < 0)
        v = decide(before_spaces, countof(before_spaces), s->prev, next);
    if (v < 0)
        v = decide(across_spaces, countof(across_spaces), s->before, next);
    if (v < 0 && s->prev != LB_SP && held_together(s, next, number_follows))
        v = TEXT_BREAK_NO;
    if (v < 0)
        v = decide(after_spaces, countof(after_spaces), s->prev, next);
    return (enum text_break)v;
}

static enum number_part number_after(enum number_part number, enum line_class next)
{
    if (next == LB_NU)
        return NUMBER_DIGITS;
    if (number == NUMBER_DIGITS && in(next, BIT(SY) | BIT(IS)))
        return NUMBER_DIGITS;
    if (number == NUMBER_DIGITS && in(next, CLOSE))
        return NUMBER_CLOSED;
    return NUMBER_NONE;
}

static void step(struct scan *s, enum line_class next)
{
    s->number = number_after(s->number, next);
    s->indicators = next == LB_RI ? s->indicators + 1 : 0;
    s->behind = s->prev;
    s->prev = next;
    if (next != LB_SP)
        s->before = next;
    s->joiner = false;
}

/* True where the first character from `i` on that is no combining mark is a digit. */
static bool number_at(const uint32_t *codepoints, size_t n, size_t i)
{
    enum line_class c = LB_CM;
    while (i < n && (c = line_class(codepoints[i]), in(c, BIT(CM) | BIT(ZWJ))))
        i++;
    return i < n && c == LB_NU;
}

void breaks_find(const uint32_t *codepoints, size_t n, uint8_t *out)
{
    const uint64_t marks = BIT(CM) | BIT(ZWJ), no_base = HARD | BIT(SP) | BIT(ZW);
    struct scan s = {.prev = LB_BK, .before = LB_BK, .behind = LB_BK};
    for (size_t i = 0; i < n; i++) {
        enum line_class raw = line_class(codepoints[i]), next = raw;
        if (in(raw, marks) && i > 0 && !in(s.prev, no_base)) { /* LB9 */
            out[i] = TEXT_BREAK_NO;
            s.joiner = raw == LB_ZWJ;
            continue;
        }
        if (in(raw, marks)) /* LB10 */
            next = LB_AL;
        bool ahead = in(next, OPEN) && in(s.prev, AFFIX) && number_at(codepoints, n, i + 1);
        out[i] = i == 0 ? TEXT_BREAK_NO : (uint8_t)verdict(&s, next, ahead); /* LB2 */
        step(&s, next);
        s.joiner = raw == LB_ZWJ;
    }
    out[n] = TEXT_BREAK_MUST; /* LB3 */
}
