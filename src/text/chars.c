/* SPDX-License-Identifier: MIT */
/* text/chars.c — reads stretches into characters; what kind of character is what. */
#include "text/chars.h"

#include <hb.h>

#include "base/arena.h"
#include "base/utf8.h"

bool is_letter(uint32_t c)
{
    if (c < 128)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    switch ((int)hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
    case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
        return true;
    default:
        return false;
    }
}

bool is_capital(uint32_t c)
{
    if (c < 128)
        return c >= 'A' && c <= 'Z';
    hb_unicode_general_category_t g =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
    return g == HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER ||
           g == HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER;
}

bool is_blank(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

bool lang_is(struct str lang, struct str prefix)
{
    return lang.n >= prefix.n && str_eq_nocase(str_sub(lang, 0, prefix.n), prefix) &&
           (lang.n == prefix.n || lang.p[prefix.n] == '-' || lang.p[prefix.n] == '_');
}

/* Soft hyphen, zero-width space, joiners of words, direction marks, controls: they have their effect
 * and are gone, so that no copied text holds them. */
static bool is_unseen(uint32_t c)
{
    if (c < 0xAD)
        return (c < ' ' && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
    return c == 0xAD || c == 0x61C || c == 0x200B || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || c == 0x2060 || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF;
}

static void read_stretch(struct chars *chars, uint32_t index, struct strbuf *text)
{
    const struct stretch *s = &chars->stretches[index];
    bool raw = (s->flags & (STRETCH_CODE | STRETCH_AS_IS | STRETCH_URL)) != 0;
    for (size_t i = 0; i < s->text.n;) {
        size_t from = i;
        uint32_t c = utf8_next(s->text, &i);
        struct text_char ch = {c, c, (uint32_t)text->n, index, CHAR_DRAWN, raw};
        if (is_unseen(c))
            ch.state = CHAR_UNSEEN;
        else
            strbuf_put(text, str_sub(s->text, from, i));
        vec_push(chars->a, &chars->list, ch);
    }
}

/* True where an address begins: a scheme, "www.", or "name@host". */
static bool begins_address(const struct text_char *c, size_t n)
{
    static const char www[] = "www.";
    size_t i = 0;
    while (i < n && i < 4 && c[i].author == (uint32_t)www[i])
        i++;
    if (i == 4)
        return true;
    for (i = 1; i + 2 < n; i++) {
        if (c[i].author == ':' && c[i + 1].author == '/' && c[i + 2].author == '/')
            return true;
        if (c[i].author == '@' && is_word_char(c[i - 1].author) &&
            is_word_char(c[i + 1].author))
            return true;
    }
    return false;
}

/* Addresses that no link marks are not cleaned either: "--" in them is no dash. */
static void mark_addresses(struct chars *chars)
{
    struct text_char *c = chars->list.at;
    for (size_t i = 0, end; i < chars->list.n; i = end + 1) {
        for (end = i; end < chars->list.n && !is_blank(c[end].author); end++)
            continue;
        if (begins_address(c + i, end - i))
            for (size_t k = i; k < end; k++)
                c[k].raw = true;
    }
}

void chars_read(struct arena *a, struct chars *chars, const struct stretch *stretches,
                size_t n)
{
    struct strbuf text = strbuf_at(a);
    chars->stretches = stretches;
    chars->list.n = 0;
    for (size_t i = 0; i < n; i++)
        read_stretch(chars, (uint32_t)i, &text);
    chars->text = strbuf_str(&text);
    mark_addresses(chars);
}

/* U+202F at the offset of `beside`. */
static struct text_char pad(const struct text_char *beside)
{
    struct text_char c = *beside;
    c.drawn = 0x202F;
    c.author = 0;
    c.state = CHAR_PAD;
    return c;
}

void chars_pack(struct chars *chars)
{
    VEC(struct text_char) packed = {0};
    size_t merged = 0, pads = 0;
    for (size_t i = 0; i < chars->list.n; i++) {
        merged += chars->list.at[i].state == CHAR_MERGED;
        pads += chars->list.at[i].state == CHAR_PAD;
    }
    if (merged + pads == 0)
        return;
    /* Pads are marked on the quote that wants one: « takes it behind, » before itself. */
    for (size_t i = 0; i < chars->list.n; i++) {
        struct text_char c = chars->list.at[i];
        bool wants = c.state == CHAR_PAD;
        if (c.state == CHAR_MERGED)
            continue;
        if (wants)
            c.state = CHAR_DRAWN;
        if (wants && c.drawn == 0xBB)
            vec_push(chars->a, &packed, pad(&c));
        vec_push(chars->a, &packed, c);
        if (wants && c.drawn == 0xAB)
            vec_push(chars->a, &packed, pad(&c));
    }
    chars->list.at = packed.at;
    chars->list.n = packed.n;
    chars->list.cap = packed.cap;
}
