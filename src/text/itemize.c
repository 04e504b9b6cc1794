/* SPDX-License-Identifier: MIT */
/* text/itemize.c — cuts a paragraph into pieces that one face can shape: script, level, face. */
#include "base/utf8.h"
#include "text/breaks.h"
#include "text/shaping.h"

#define BRACKETS_OPEN 32 /* nested brackets whose script is remembered */

/* Signs that may be drawn by a like one that more fonts have, tried in this order. */
static const struct {
    uint32_t wanted, like;
} alikes[] = {
    {0x2011, 0x2010},
    {0x2011, '-'   },
    {0x2010, '-'   },
    {0x2212, 0x2013},
    {0x2212, '-'   },
    {0x2032, '\''  },
    {0x2033, '"'   },
    {0x2039, '<'   },
    {0x203A, '>'   },
    {0x2015, 0x2014},
};

static hb_script_t script_of(uint32_t c)
{
    if (c < 128)
        return is_letter(c) ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    return hb_unicode_script(hb_unicode_funcs_get_default(), c);
}

static bool is_real(hb_script_t s)
{
    return s != HB_SCRIPT_COMMON && s != HB_SCRIPT_INHERITED && s != HB_SCRIPT_UNKNOWN;
}

/* Brackets take the script of what they enclose from outside, so that both sides of a pair agree. */
struct bracket_stack {
    hb_script_t script[BRACKETS_OPEN];
    uint32_t close[BRACKETS_OPEN];
    size_t n;
};

/* The closing bracket of an opening one; 0 for everything else. */
static uint32_t closing(uint32_t c)
{
    if (c < 128)
        return c == '(' ? ')' : c == '[' || c == '{' ? c + 2 : 0;
    enum line_class class = line_class(c);
    uint32_t other = hb_unicode_mirroring(hb_unicode_funcs_get_default(), c);
    return (class == LB_OP || class == LB_OPW) && other != c ? other : 0;
}

/* Script of a character without one of its own, whose last real neighbour is `last`. */
static hb_script_t borrowed(struct bracket_stack *stack, uint32_t c, hb_script_t last)
{
    uint32_t close = closing(c);
    if (close && stack->n < BRACKETS_OPEN) {
        stack->script[stack->n] = last;
        stack->close[stack->n++] = close;
    }
    for (size_t i = stack->n; !close && i-- > 0;)
        if (stack->close[i] == c) {
            stack->n = i;
            return stack->script[i];
        }
    return last;
}

static void choose_scripts(const struct drawn *drawn, struct choice *out)
{
    struct bracket_stack stack = {.n = 0};
    hb_script_t last = HB_SCRIPT_INVALID;
    for (uint32_t i = 0; i < drawn->n; i++) {
        hb_script_t s = script_of(drawn->codepoint[i]);
        if (is_real(s))
            last = s;
        out[i].script = is_real(s) ? s : borrowed(&stack, drawn->codepoint[i], last);
    }
    hb_script_t next = last == HB_SCRIPT_INVALID ? HB_SCRIPT_LATIN : last;
    for (uint32_t i = drawn->n;
         i-- > 0;) { /* what stands before the first letter is of its script */
        if (out[i].script == HB_SCRIPT_INVALID)
            out[i].script = next;
        next = out[i].script;
    }
}

/* Characters that need no glyph of their own, or that HarfBuzz makes from others: it sets every
 * width of blank by the space. */
static bool needs_no_glyph(uint32_t c)
{
    return is_blank(c) || c == 0x200C || c == 0x200D || c == 0x34F ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/* `mark` may come out as one glyph with the letter before it. */
static bool composes(const struct face *face, uint32_t base, uint32_t mark)
{
    hb_codepoint_t whole;
    return hb_unicode_compose(hb_unicode_funcs_get_default(), base, mark, &whole) &&
           face_has(face, whole);
}

/* True where `face` has all of the grapheme [from, to). */
static bool covers(const struct face *face, const struct drawn *drawn, uint32_t from,
                   uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        uint32_t c = drawn->codepoint[i];
        if (!needs_no_glyph(c) && !face_has(face, c) &&
            !(i > from && composes(face, drawn->codepoint[i - 1], c)))
            return false;
    }
    return true;
}

/* Behind the grapheme that begins at `i`: marks and what is joined by U+200D belong to it. */
static uint32_t grapheme_end(const struct drawn *drawn, uint32_t i)
{
    if (i + 1 < drawn->n && drawn->codepoint[i] < 128 && drawn->codepoint[i + 1] < 128)
        return i + 1;
    for (i++; i < drawn->n; i++) {
        enum line_class c = line_class(drawn->codepoint[i]);
        if (c != LB_CM && c != LB_ZWJ && c != LB_EM && drawn->codepoint[i - 1] != 0x200D)
            break;
    }
    return i;
}

/* "1F600", four digits at least; `room` has space for eight and the end. */
static struct str hex(uint32_t c, char room[9])
{
    size_t i = 9;
    for (room[--i] = '\0'; c || i > 4; c >>= 4)
        room[--i] = "0123456789ABCDEF"[c & 15];
    return (struct str){room + i, 8 - i};
}

/* What choosing a face for each character needs. */
struct chooser {
    struct text_cache *cache;
    const struct stretch *stretches;
    struct drawn *drawn;
    struct choice *out;
    struct diags *d;
};

static const struct stretch *stretch_at(const struct chooser *ch, uint32_t i)
{
    return &ch->stretches[ch->drawn->stretch[i]];
}

static void tell_missing(const struct chooser *ch, uint32_t i)
{
    struct text_cache *cache = ch->cache;
    const struct stretch *s = stretch_at(ch, i);
    uint32_t c = ch->drawn->codepoint[i];
    for (size_t k = 0; k < cache->missing.n; k++)
        if (cache->missing.at[k] == c)
            return;
    if (cache->missing.n == MISSING_MAX)
        return;
    vec_push(cache->a, &cache->missing, c);
    char digits[9], shown[4];
    struct str character = {shown, utf8_put(c, shown)};
    if (ch->d)
        diag_push(ch->d, D_T0103, s->span, "no font has “%.*s” (U+%.*s); tried %.*s",
                  STR(character), STR(hex(c, digits)),
                  STR(fonts_tried(cache->fonts, cache->a, s->face.family)));
}

/* Draw what stands for a missing character: U+FFFD, or a space where not even that is to be had. */
static void stand_for_missing(const struct chooser *ch, uint32_t i)
{
    const struct face *own = ch->out[i].face, *face = own;
    if (!face_has(own, 0xFFFD))
        face = cache_stand_in(ch->cache, stretch_at(ch, i), 0xFFFD);
    ch->drawn->codepoint[i] = face ? 0xFFFD : ' ';
    ch->out[i].face = face ? face : own;
    ch->out[i].missing = true;
}

/* Draw another sign that `own` has in place of one that it lacks; true where there is one. */
static bool draw_alike(const struct face *own, struct drawn *drawn, uint32_t i)
{
    for (size_t k = 0; k < countof(alikes); k++)
        if (alikes[k].wanted == drawn->codepoint[i] && face_has(own, alikes[k].like)) {
            drawn->codepoint[i] = alikes[k].like;
            return true;
        }
    return false;
}

/* The face for the grapheme [from, to), which its own lacks: one that has it whole, else for each
 * character the one that has it. */
static void choose_fallback(const struct chooser *ch, uint32_t from, uint32_t to)
{
    const struct face *own = ch->out[from].face;
    if (to == from + 1 && draw_alike(own, ch->drawn, from))
        return;
    for (uint32_t i = from; i < to; i++) {
        if (covers(own, ch->drawn, i, i + 1))
            continue;
        const struct face *face =
            cache_stand_in(ch->cache, stretch_at(ch, i), ch->drawn->codepoint[i]);
        if (face && covers(face, ch->drawn, from, to)) {
            for (uint32_t k = from; k < to; k++)
                ch->out[k].face = face;
            return;
        }
        if (face) {
            ch->out[i].face = face;
            continue;
        }
        tell_missing(ch, i);
        stand_for_missing(ch, i);
    }
}

/* Signs that Chinese and Japanese set as wide as an ideograph, and Latin narrow. */
static bool is_ambiguous(uint32_t c)
{
    return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2014 ||
           c == 0x2026 || c == 0xB7;
}

/* In Chinese and Japanese such signs come from the face of the ideograph they stand beside: opening
 * quotes belong to what follows, the others to what they follow. */
static void widen(const struct chooser *ch, uint32_t i)
{
    const struct drawn *drawn = ch->drawn;
    uint32_t c = drawn->codepoint[i];
    bool opens = c == 0x2018 || c == 0x201C;
    uint32_t beside = opens ? i + 1 : i - 1;
    struct str lang = cache_lang(ch->cache, stretch_at(ch, i));
    if (!is_ambiguous(c) || beside >= drawn->n ||
        !(lang_is(lang, S("zh")) || lang_is(lang, S("ja"))))
        return;
    /* The second dash of a pair follows the first, which has been widened before it. */
    bool follows = !opens && is_ambiguous(drawn->codepoint[beside]);
    if (drawn->codepoint[beside] < 0x2E80 && !follows)
        return;
    const struct face *face = ch->out[beside].face;
    if (face && face_has(face, c))
        ch->out[i].face = face;
}

static void choose_faces(const struct chooser *ch)
{
    const struct drawn *drawn = ch->drawn;
    struct choice *out = ch->out;
    const struct face *own = NULL;
    for (uint32_t i = 0, end; i < drawn->n; i = end) {
        if (i == 0 || drawn->stretch[i] != drawn->stretch[i - 1])
            own = cache_face(ch->cache, &stretch_at(ch, i)->face, ch->d);
        end = grapheme_end(drawn, i);
        for (uint32_t k = i; k < end; k++)
            out[k].face = own;
        if (own && !covers(own, drawn, i, end))
            choose_fallback(ch, i, end);
    }
    for (uint32_t i = 0; i < drawn->n; i++)
        if (drawn->codepoint[i] >= 0xB7)
            widen(ch, i);
    /* A blank between two words of one fallback face is of that face, so that they are one run. */
    for (uint32_t i = 1; i + 1 < drawn->n; i++)
        if (is_blank(drawn->codepoint[i]) && out[i - 1].face == out[i + 1].face &&
            drawn->stretch[i - 1] == drawn->stretch[i + 1] && out[i - 1].face &&
            face_has(out[i - 1].face, ' '))
            out[i].face = out[i - 1].face;
}

/* Scripts with small letters, whose height is what the eye compares. */
static bool has_x_height(hb_script_t s)
{
    return s == HB_SCRIPT_LATIN || s == HB_SCRIPT_GREEK || s == HB_SCRIPT_CYRILLIC;
}

/* A fallback face is fitted to the x-height of the one it stands in for [thousandths]. */
static uint32_t fitting(const struct face *own, const struct face *face, hb_script_t script)
{
    if (own == face || !own || !has_x_height(script))
        return 1000;
    const struct face_info *o = face_info(own), *f = face_info(face);
    int64_t scale = f->x_height > 0
                        ? (int64_t)o->x_height * f->upem * 1000 / o->upem / f->x_height
                        : 1000;
    return scale < 800    ? 800
           : scale > 1250 ? 1250
                          : (uint32_t)scale; /* else the metrics are odd */
}

static bool joins(const struct item *item, const struct choice *c,
                  const struct drawn *drawn, uint32_t i, uint8_t level)
{
    return item->face == c->face && item->script == c->script && item->level == level &&
           item->stretch == drawn->stretch[i] && item->missing == c->missing;
}

void itemize(struct text_cache *cache, const struct stretch *stretches, struct drawn *drawn,
             const uint8_t *levels, struct diags *d)
{
    struct choice *choices = cache->choices;
    for (uint32_t i = 0; i < drawn->n; i++)
        choices[i] = (struct choice){0};
    choose_faces(&(struct chooser){cache, stretches, drawn, choices, d});
    choose_scripts(drawn, choices);
    cache->items.n = 0;
    for (uint32_t i = 0; i < drawn->n; i++) {
        const struct choice *c = &choices[i];
        uint8_t level = levels ? levels[i] : 0;
        if (!c->face)
            continue;
        if (cache->items.n && vec_last(&cache->items)->to == i &&
            joins(vec_last(&cache->items), c, drawn, i, level)) {
            vec_last(&cache->items)->to++;
            continue;
        }
        const struct stretch *s = &stretches[drawn->stretch[i]];
        struct item item = {.from = i, .to = i + 1, .face = c->face, .script = c->script};
        item.scale = fitting(cache_face(cache, &s->face, d), c->face, c->script);
        item.stretch = drawn->stretch[i];
        item.level = level;
        item.missing = c->missing;
        vec_push(cache->a, &cache->items, item);
    }
}
