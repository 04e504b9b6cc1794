/* SPDX-License-Identifier: MIT */
/* proof/cmap.c — what the codes of a font say: its ToUnicode. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "proof/reader.h"

struct said_codes {
    struct says *at;
    size_t n, cap;
};

static int by_code(const void *one, const void *other)
{
    uint32_t a = ((const struct says *)one)->code, b = ((const struct says *)other)->code;
    return a < b ? -1 : a > b;
}

/* The number in <hex> at `*at`, which moves behind it; false where there is none on this line. */
static bool hex_at(struct str s, size_t *at, struct str *hex)
{
    while (*at < s.n && s.p[*at] == ' ')
        ++*at;
    if (*at >= s.n || s.p[*at] != '<')
        return false;
    size_t end = str_find_byte(s, '>', *at);
    *hex = str_sub(s, *at + 1, end);
    *at = end < s.n ? end + 1 : s.n;
    return true;
}

static uint32_t value_of(struct str hex)
{
    uint32_t value = 0;
    for (size_t i = 0; i < hex.n && i < 8; i++) {
        char c = hex.p[i];
        uint32_t d = c <= '9' ? (uint32_t)(c - '0') : (uint32_t)((c | 32) - 'a' + 10);
        value = value << 4 | (d & 15);
    }
    return value;
}

static struct str text_of(struct arena *a, struct str hex)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i + 4 <= hex.n; i += 4) {
        uint32_t unit = value_of(str_sub(hex, i, i + 4));
        if (unit >= 0xD800 && unit < 0xDC00 && i + 8 <= hex.n) {
            uint32_t low = value_of(str_sub(hex, i + 4, i + 8));
            unit = 0x10000 + ((unit - 0xD800) << 10) + ((low - 0xDC00) & 0x3FF);
            i += 4;
        }
        strbuf_put_utf8(&b, unit);
    }
    return strbuf_str(&b);
}

/* Codes [from, to] that say `text` and the characters behind it. */
static void add_range(struct reader *r, struct said_codes *all, uint32_t from, uint32_t to,
                      struct str text)
{
    size_t at = 0;
    uint32_t first = utf8_next(text, &at);
    for (uint32_t code = from; code <= to && code - from < 256; code++) {
        struct strbuf b = strbuf_at(r->a);
        strbuf_put_utf8(&b, first + (code - from));
        vec_push(r->a, all, ((struct says){code, strbuf_str(&b)}));
    }
}

/* Lines of bfchar and bfrange, an entry each, as recto writes them. */
static void read_cmap(struct reader *r, struct typeface *font, struct str cmap)
{
    struct said_codes all = {NULL, 0, 0};
    int parts = 0; /* of an entry: 2 in bfchar, 3 in bfrange */
    while (cmap.p) {
        struct str line = str_cut(&cmap, '\n'), code, last, text;
        size_t at = 0;
        if (str_ends(line, S("beginbfchar")) || str_ends(line, S("beginbfrange")))
            parts = str_ends(line, S("char")) ? 2 : 3;
        else if (str_starts(line, S("endbf")))
            parts = 0;
        else if (parts == 2 && hex_at(line, &at, &code) && hex_at(line, &at, &text))
            vec_push(r->a, &all, ((struct says){value_of(code), text_of(r->a, text)}));
        else if (parts == 3 && hex_at(line, &at, &code) && hex_at(line, &at, &last) &&
                 hex_at(line, &at, &text))
            add_range(r, &all, value_of(code), value_of(last), text_of(r->a, text));
    }
    if (all.n > 0)
        qsort(all.at, all.n, sizeof *all.at, by_code);
    font->says = all.at;
    font->count = all.n;
}

struct typeface *font_of(struct reader *r, struct node node)
{
    int id = node_id(node);
    for (size_t i = 0; i < r->fonts.n; i++)
        if (r->fonts.at[i].id == id)
            return &r->fonts.at[i];
    struct typeface *font = vec_add(r->a, &r->fonts);
    font->id = id;
    font->name = node_name(r->a, node_at(node, "/BaseFont"));
    read_cmap(r, font, node_stream(r->a, node_at(node, "/ToUnicode")));
    return font;
}

struct str code_says(const struct typeface *font, uint32_t code)
{
    struct says key = {.code = code};
    const struct says *says =
        font->count ? bsearch(&key, font->says, font->count, sizeof key, by_code) : NULL;
    return says ? says->text : (struct str){NULL, 0};
}
