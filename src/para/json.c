/* SPDX-License-Identifier: MIT */
/* para/json.c — a small reader of JSON (RFC 8259). */
#include "para/json.h"

#include "base/arena.h"
#include "base/utf8.h"

#define DIGITS_MAX 18 /* of a whole number: fits 63 bits */

struct reader {
    struct arena *a;
    struct str text;
    size_t at;
    bool failed;
};

static struct json *read_value(struct reader *r, int depth);

static char peek(const struct reader *r)
{
    if (r->at >= r->text.n)
        return '\0';
    return r->text.p[r->at];
}

static void skip_space(struct reader *r)
{
    for (;;) {
        char c = peek(r);
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return;
        r->at++;
    }
}

/* Read past `c`, white space before it skipped. */
static bool accept(struct reader *r, char c)
{
    skip_space(r);
    if (r->at >= r->text.n || peek(r) != c)
        return false;
    r->at++;
    return true;
}

static void expect(struct reader *r, char c)
{
    if (!accept(r, c))
        r->failed = true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t skip_digits(struct reader *r)
{
    size_t from = r->at;
    while (is_digit(peek(r)))
        r->at++;
    return r->at - from;
}

static void read_number(struct reader *r, struct json *v)
{
    size_t from = r->at;
    v->kind = JSON_NUMBER;
    r->at += peek(r) == '-';
    size_t whole = skip_digits(r);
    r->failed |= whole == 0 || whole > DIGITS_MAX ||
                 !str_to_int(str_sub(r->text, from, r->at), &v->number);
    if (peek(r) == '.') {
        r->at++;
        r->failed |= skip_digits(r) == 0;
    }
    /* An exponent would make the whole part a lie. */
    r->failed |= peek(r) == 'e' || peek(r) == 'E';
    v->text = str_sub(r->text, from, r->at);
}

static int hex_digit(char c)
{
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

static uint32_t read_hex4(struct reader *r)
{
    uint32_t c = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(peek(r));
        if (digit < 0) {
            r->failed = true;
            return 0;
        }
        c = c << 4 | (uint32_t)digit;
        r->at++;
    }
    return c;
}

/* \uXXXX, or two of them where they make a surrogate pair. */
static uint32_t read_unicode(struct reader *r)
{
    uint32_t c = read_hex4(r);
    if (c < 0xD800 || c > 0xDBFF ||
        !str_starts(str_sub(r->text, r->at, r->text.n), S("\\u")))
        return c;
    size_t back = r->at;
    r->at += 2;
    uint32_t low = read_hex4(r);
    if (low >= 0xDC00 && low <= 0xDFFF)
        return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    r->at = back;
    return c;
}

static void read_escape(struct reader *r, struct strbuf *out)
{
    static const char names[] = "\"\\/bfnrt";
    static const char meant[] = "\"\\/\b\f\n\r\t";
    char c = peek(r);
    r->at++;
    if (c == 'u') {
        strbuf_put_utf8(out, read_unicode(r));
        return;
    }
    for (size_t i = 0; names[i] != '\0'; i++)
        if (c == names[i]) {
            strbuf_putc(out, meant[i]);
            return;
        }
    r->failed = true;
}

static struct str read_string(struct reader *r)
{
    struct strbuf out = strbuf_at(r->a);
    expect(r, '"');
    while (!r->failed) {
        if (r->at >= r->text.n || (unsigned char)peek(r) < 0x20) {
            r->failed = true;
            break;
        }
        char c = r->text.p[r->at++];
        if (c == '"')
            break;
        if (c == '\\')
            read_escape(r, &out);
        else
            strbuf_putc(&out, c);
    }
    return strbuf_str(&out);
}

static void read_members(struct reader *r, struct json *v, int depth, char close)
{
    const struct json **tail = &v->first;
    r->at++;
    if (accept(r, close))
        return;
    do {
        struct str key = {NULL, 0};
        if (close == '}') {
            skip_space(r);
            key = read_string(r);
            expect(r, ':');
        }
        struct json *child = r->failed ? NULL : read_value(r, depth + 1);
        if (child == NULL)
            return;
        child->key = key;
        *tail = child;
        tail = &child->next;
        v->count++;
    } while (accept(r, ','));
    expect(r, close);
}

static void read_word(struct reader *r, struct json *v)
{
    static const struct {
        const char *word;
        enum json_kind kind;
        int64_t number;
    } words[] = {
        {"null",  JSON_NULL, 0},
        {"true",  JSON_BOOL, 1},
        {"false", JSON_BOOL, 0},
    };
    struct str rest = str_sub(r->text, r->at, r->text.n);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct str word = str_from(words[i].word);
        if (str_starts(rest, word)) {
            v->kind = words[i].kind;
            v->number = words[i].number;
            r->at += word.n;
            return;
        }
    }
    r->failed = true;
}

/* At most JSON_DEPTH calls deep. */
static struct json *read_value(struct reader *r, int depth)
{
    struct json *v = arena_make(r->a, struct json);
    skip_space(r);
    char c = peek(r);
    if (depth > JSON_DEPTH) {
        r->failed = true;
    } else if (c == '{') {
        v->kind = JSON_OBJECT;
        read_members(r, v, depth, '}');
    } else if (c == '[') {
        v->kind = JSON_ARRAY;
        read_members(r, v, depth, ']');
    } else if (c == '"') {
        v->kind = JSON_STRING;
        v->text = read_string(r);
    } else if (c == '-' || is_digit(c)) {
        read_number(r, v);
    } else {
        read_word(r, v);
    }
    return r->failed ? NULL : v;
}

const struct json *json_read(struct arena *a, struct str text, size_t *bad)
{
    struct reader r = {.a = a, .text = text};
    const struct json *v = read_value(&r, 0);
    skip_space(&r);
    *bad = r.at < text.n ? r.at : text.n;
    return r.failed || r.at < text.n ? NULL : v;
}

const struct json *json_find(const struct json *object, struct str key)
{
    if (object == NULL || object->kind != JSON_OBJECT)
        return NULL;
    for (const struct json *v = object->first; v != NULL; v = v->next)
        if (str_eq(v->key, key))
            return v;
    return NULL;
}

int64_t json_number(const struct json *object, struct str key, int64_t preset)
{
    const struct json *v = json_find(object, key);
    return v != NULL && (v->kind == JSON_NUMBER || v->kind == JSON_BOOL) ? v->number
                                                                         : preset;
}
