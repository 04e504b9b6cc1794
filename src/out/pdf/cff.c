/* SPDX-License-Identifier: MIT */
/* out/pdf/cff.c — a CFF program taken apart, and put together without its names. */
#include "out/pdf/cff.h"

#include "base/arena.h"

/* Adobe Technical Note 5176. A number of a glyph is all that a PDF knows it by (ISO 32000-1,
 * 9.7.4.2), so names of glyphs and of the font go. And because CFF has no map from codes to glyphs,
 * as CIDToGIDMap is one for TrueType, a code with a text of its own gets a copy of its glyph: a
 * repetition, which deflate makes small. */

enum { OP_BBOX = 5, OP_CHARSET = 15, OP_CHARSTRINGS = 17, OP_PRIVATE = 18, OP_SUBRS = 19 };
enum { OP_ESCAPE = 12, OP_MATRIX = 7 /* behind the escape */ };

/* An INDEX: `n` objects; `end` is behind it. */
struct index {
    size_t n, offsets, data, end; /* data: one less than where the first begins */
    int width;                    /* of an offset [bytes] */
};

static uint32_t number_at(struct str s, size_t at, int width)
{
    uint32_t value = 0;
    for (int i = 0; i < width; i++)
        value =
            value << 8 | (at + (size_t)i < s.n ? (unsigned char)s.p[at + (size_t)i] : 0u);
    return value;
}

static bool read_index(struct str s, size_t at, struct index *index)
{
    if (at > s.n)
        return false;
    *index = (struct index){.n = number_at(s, at, 2), .end = at + 2};
    if (at + 2 > s.n || index->n == 0)
        return at + 2 <= s.n;
    index->width = (int)number_at(s, at + 2, 1);
    if (index->width < 1 || index->width > 4)
        return false;
    index->offsets = at + 3;
    index->data = index->offsets + (index->n + 1) * (size_t)index->width - 1;
    size_t last = index->offsets + index->n * (size_t)index->width;
    index->end = index->data + number_at(s, last, index->width);
    return index->end <= s.n;
}

/* Object `i`; empty where the index lies. */
static struct str object_at(struct str s, const struct index *index, size_t i)
{
    size_t width = (size_t)index->width;
    size_t from = index->data + number_at(s, index->offsets + i * width, index->width);
    size_t to = index->data + number_at(s, index->offsets + (i + 1) * width, index->width);
    return to <= index->end ? str_sub(s, from, to) : (struct str){NULL, 0};
}

static void put_number(struct strbuf *b, uint32_t value, int width)
{
    for (int i = width; i-- > 0;)
        strbuf_putc(b, (char)(unsigned char)(value >> (8 * i)));
}

static void put_index(struct strbuf *b, const struct str *objects, size_t n)
{
    uint32_t at = 1, size = 1;
    for (size_t i = 0; i < n; i++)
        size += (uint32_t)objects[i].n;
    int width = size < 0x100 ? 1 : size < 0x10000 ? 2 : size < 0x1000000 ? 3 : 4;
    put_number(b, (uint32_t)n, 2);
    if (n == 0)
        return;
    put_number(b, (uint32_t)width, 1);
    put_number(b, at, width);
    for (size_t i = 0; i < n; i++)
        put_number(b, at += (uint32_t)objects[i].n, width);
    for (size_t i = 0; i < n; i++)
        strbuf_put(b, objects[i]);
}

/* --- dictionaries ---------------------------------------------------------------------------- */

/* One entry: the bytes of its operands, and its operator; 256 and more behind the escape. */
struct entry {
    struct str operands;
    int op;
};

static size_t operand_size(struct str s, size_t at)
{
    unsigned first = (unsigned char)s.p[at];
    if (first == 30) {
        size_t n = 1;
        while (at + n < s.n && (s.p[at + n] & 15) != 15 && (s.p[at + n] >> 4 & 15) != 15)
            n++;
        return n + 1;
    }
    return first == 28 ? 3 : first == 29 ? 5 : first >= 247 ? 2 : 1;
}

/* The entry at `*at`, which moves behind it; false at the end. */
static bool next_entry(struct str s, size_t *at, struct entry *entry)
{
    size_t begin = *at, i = begin;
    while (i < s.n && (unsigned char)s.p[i] > 21)
        i += operand_size(s, i);
    if (i >= s.n)
        return false;
    entry->operands = str_sub(s, begin, i);
    entry->op = (unsigned char)s.p[i++];
    if (entry->op == OP_ESCAPE)
        entry->op = 256 + (int)number_at(s, i++, 1);
    *at = i;
    return true;
}

/* Operand number `which` as an integer; 0 where there is none. */
static int32_t integer(struct str s, int which)
{
    size_t at = 0;
    for (; which > 0 && at < s.n; which--)
        at += operand_size(s, at);
    if (at >= s.n)
        return 0;
    int32_t first = (unsigned char)s.p[at];
    int32_t second = (int32_t)number_at(s, at + 1, 1);
    if (first == 28)
        return (int16_t)number_at(s, at + 1, 2);
    if (first == 29)
        return (int32_t)number_at(s, at + 1, 4);
    if (first < 247)
        return first - 139;
    return first < 251 ? (first - 247) * 256 + second + 108
                       : -(first - 251) * 256 - second - 108;
}

/* --- the program ----------------------------------------------------------------------------- */

/* The local subroutines stand at an offset from the private dictionary that does not change when
 * both are moved together. */
static bool read_private(struct str s, struct str operands, struct cff_parts *parts)
{
    size_t size = (size_t)integer(operands, 0), at = (size_t)integer(operands, 1), i = 0;
    if (at >= s.n || size > s.n - at)
        return false;
    struct str dict = str_sub(s, at, at + size);
    size_t end = at + size;
    for (struct entry e; next_entry(dict, &i, &e);) {
        struct index subrs;
        if (e.op != OP_SUBRS)
            continue;
        if ((size_t)integer(e.operands, 0) != size || !read_index(s, at + size, &subrs))
            return false;
        end = subrs.end;
    }
    parts->locals = str_sub(s, at, end);
    parts->locals_size = size;
    return true;
}

static bool read_glyphs(struct arena *a, struct str s, size_t at, struct cff_parts *parts)
{
    struct index index;
    if (!read_index(s, at, &index) || index.n == 0)
        return false;
    parts->glyphs = arena_many(a, index.n, struct str);
    parts->n = index.n;
    for (size_t i = 0; i < index.n; i++)
        parts->glyphs[i] = object_at(s, &index, i);
    return true;
}

bool cff_read(struct arena *a, struct str s, struct cff_parts *parts)
{
    struct index names, dicts, strings, subrs;
    bool whole = read_index(s, number_at(s, 2, 1), &names) &&
                 read_index(s, names.end, &dicts) && dicts.n == 1 &&
                 read_index(s, dicts.end, &strings) && read_index(s, strings.end, &subrs);
    if (!whole)
        return false;
    parts->subrs = str_sub(s, strings.end, subrs.end);
    struct str dict = object_at(s, &dicts, 0);
    struct strbuf kept = strbuf_at(a);
    bool glyphs = false, locals = false;
    size_t i = 0;
    for (struct entry e; next_entry(dict, &i, &e);) {
        if (e.op == OP_BBOX || e.op == 256 + OP_MATRIX) {
            strbuf_put(&kept, e.operands);
            put_number(&kept, e.op < 256 ? OP_BBOX : OP_ESCAPE << 8 | OP_MATRIX,
                       e.op < 256 ? 1 : 2);
        }
        if (e.op == OP_CHARSTRINGS)
            glyphs = read_glyphs(a, s, (size_t)integer(e.operands, 0), parts);
        if (e.op == OP_PRIVATE)
            locals = read_private(s, e.operands, parts);
    }
    parts->kept = strbuf_str(&kept);
    return glyphs && locals;
}

static void put_integer(struct strbuf *b, size_t value)
{
    put_number(b, 29, 1);
    put_number(b, (uint32_t)value, 4);
}

#define DICT_ENTRIES 23 /* bytes of the entries that say where things are: 6 + 6 + 11 */

struct str cff_write(struct arena *a, const struct cff_parts *parts)
{
    struct strbuf b = strbuf_at(a), dict = strbuf_at(a), glyphs = strbuf_at(a);
    struct str head = S("\x01\x00\x04\x04"), none = S("\0\0"), name = S("F");
    size_t names = 2 + 1 + 2 + 1, dicts = 2 + 1 + 2 + parts->kept.n + DICT_ENTRIES;
    size_t charset = head.n + names + dicts + none.n + parts->subrs.n;
    if (parts->kept.n + DICT_ENTRIES > 250) /* the offsets of its INDEX have one byte */
        return (struct str){NULL, 0};
    put_index(&glyphs, parts->glyphs, parts->n);
    strbuf_put(&dict, parts->kept);
    put_integer(&dict, charset);
    put_number(&dict, OP_CHARSET, 1);
    put_integer(&dict, charset + 5);
    put_number(&dict, OP_CHARSTRINGS, 1);
    put_integer(&dict, parts->locals_size);
    put_integer(&dict, charset + 5 + glyphs.n);
    put_number(&dict, OP_PRIVATE, 1);
    struct str whole = strbuf_str(&dict);
    strbuf_put(&b, head);
    put_index(&b, &name, 1);
    put_index(&b, &whole, 1);
    strbuf_put(&b, none);
    strbuf_put(&b, parts->subrs);
    put_number(&b, 2, 1); /* a charset of one range: names that nobody asks for */
    put_number(&b, 1, 2);
    put_number(&b, (uint32_t)(parts->n - (parts->n > 1 ? 2 : 1)), 2);
    strbuf_put(&b, strbuf_str(&glyphs));
    strbuf_put(&b, parts->locals);
    return strbuf_str(&b);
}
