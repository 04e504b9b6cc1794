/* SPDX-License-Identifier: MIT */
/* out/pdf/object.c — the notation of PDF objects. */
#include "out/pdf/object.h"

#include <string.h>

#include "base/utf8.h"
#include "out/put.h"

void put_ref(struct strbuf *b, const struct object *object)
{
    put_int(b, object->id);
    strbuf_put(b, S(" 0 R "));
}

void put_length(struct strbuf *b, mpt length)
{
    put_decimal(b, length, 3);
    strbuf_putc(b, ' ');
}

void put_name(struct strbuf *b, struct str name)
{
    strbuf_putc(b, '/');
    for (size_t i = 0; i < name.n; i++) {
        unsigned char c = (unsigned char)name.p[i];
        if (c > ' ' && c < 0x7F && !strchr("()<>[]{}/%#", c)) {
            strbuf_putc(b, (char)c);
        } else {
            strbuf_putc(b, '#');
            put_hex(b, c, 2);
        }
    }
}

static bool is_plain(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < 0x20 || (unsigned char)s.p[i] > 0x7E)
            return false;
    return true;
}

void put_bytes(struct strbuf *b, struct str bytes)
{
    strbuf_putc(b, '(');
    for (size_t i = 0; i < bytes.n; i++) {
        char c = bytes.p[i];
        if (c == '(' || c == ')' || c == '\\')
            strbuf_putc(b, '\\');
        strbuf_putc(b, c);
    }
    strbuf_putc(b, ')');
}

void put_utf16(struct strbuf *b, struct str utf8)
{
    for (size_t i = 0; i < utf8.n;) {
        uint32_t c = utf8_next(utf8, &i);
        if (c >= 0x10000) {
            put_hex(b, 0xD800 + ((c - 0x10000) >> 10), 4);
            put_hex(b, 0xDC00 + ((c - 0x10000) & 0x3FF), 4);
        } else {
            put_hex(b, c, 4);
        }
    }
}

void put_text(struct strbuf *b, struct str utf8)
{
    if (is_plain(utf8)) {
        put_bytes(b, utf8);
        return;
    }
    strbuf_put(b, S("<FEFF"));
    put_utf16(b, utf8);
    strbuf_putc(b, '>');
}

void put_key_text(struct strbuf *b, const char *key, struct str value)
{
    if (str_empty(value))
        return;
    strbuf_fmt(b, "/%s", key);
    put_text(b, value);
}

void put_uri(struct strbuf *b, struct str url)
{
    struct strbuf plain = strbuf_at(b->a);
    for (size_t i = 0; i < url.n; i++) {
        unsigned char c = (unsigned char)url.p[i];
        if (c > ' ' && c < 0x7F && !strchr("\"<>\\^`{|}", c)) {
            strbuf_putc(&plain, (char)c);
        } else {
            strbuf_putc(&plain, '%');
            put_hex(&plain, c, 2);
        }
    }
    put_bytes(b, strbuf_str(&plain));
}

void object_fill(struct object *object, struct deflater *z, struct arena *a,
                 struct str bytes)
{
    object->stream = deflate_zlib(z, a, bytes);
    object->streamed = true;
    strbuf_put(&object->body, S("/Filter/FlateDecode"));
}

void object_fill_raw(struct object *object, struct str bytes)
{
    object->stream = bytes;
    object->streamed = true;
}
