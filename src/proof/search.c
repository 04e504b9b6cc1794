/* SPDX-License-Identifier: MIT */
/* proof/search.c — is something in a file that must not be? */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "proof/proof.h"
#include "proof/reader.h"

/* Where something may be: words of people, or bytes of which any may be there by chance. */
enum place { PLACE_WORDS, PLACE_BYTES };

/* One thing that is looked for. */
struct secret {
    struct str said;  /* as it was given */
    struct str plain; /* as texts are compared: see normal() */
    struct str tight; /* the same without spaces */
    bool number;      /* digits only: a telephone number, however it is grouped */
};

struct search {
    struct reader *r;
    struct secret *secrets;
    size_t n;
    bool found;
};

/* Shorter ones may be in any bytes by chance: five letters are in one file of a thousand. */
#define LONG_ENOUGH 8

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* Small letters of ASCII, `blank` for all that is blank, nothing for what cannot be seen. */
static struct str normal(struct arena *a, struct str s, struct str blank)
{
    struct strbuf b = strbuf_at(a);
    bool space = false;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        bool unseen =
            c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
        if (unseen)
            continue;
        bool blanks = c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A);
        if (blanks && !space)
            strbuf_put(&b, blank);
        space = blanks;
        if (!blanks)
            strbuf_put_utf8(&b, c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return strbuf_str(&b);
}

/* As a word of its own, or several. */
static bool has_words(struct str text, struct str words)
{
    for (size_t at = 0; (at = str_find(text, words, at)) < text.n; at++) {
        size_t end = at + words.n;
        bool before = at > 0 && is_letter(text.p[at - 1]) && is_letter(words.p[0]);
        bool behind =
            end < text.n && is_letter(text.p[end]) && is_letter(words.p[words.n - 1]);
        if (!before && !behind)
            return true;
    }
    return false;
}

/* Digits that begin at `i`, grouped by blanks, points, strokes and brackets. */
static bool number_at(struct str text, size_t i, struct str digits)
{
    size_t k = 0;
    for (; i < text.n && k < digits.n; i++) {
        if (text.p[i] == digits.p[k])
            k++;
        else if (is_digit(text.p[i]) || !strchr(" -./()", text.p[i]))
            return false;
    }
    return k == digits.n && !(i < text.n && is_digit(text.p[i]));
}

static bool has_number(struct str text, struct str digits)
{
    for (size_t i = 0; i < text.n; i++)
        if (is_digit(text.p[i]) && !(i > 0 && is_digit(text.p[i - 1])) &&
            number_at(text, i, digits))
            return true;
    return false;
}

static bool is_in(const struct secret *secret, struct str plain, struct str tight,
                  enum place place)
{
    if (str_empty(secret->plain))
        return false;
    if (secret->number)
        return place == PLACE_WORDS && has_number(plain, secret->plain);
    if (place == PLACE_WORDS && has_words(plain, secret->plain))
        return true;
    return secret->tight.n >= LONG_ENOUGH && str_find(tight, secret->tight, 0) < tight.n;
}

static void look(struct search *s, struct str text, enum place place, const char *where)
{
    struct arena_mark mark = arena_mark(s->r->a);
    struct str plain = normal(s->r->a, text, S(" ")), tight = normal(s->r->a, text, S(""));
    size_t hit = 0;
    while (hit < s->n && !is_in(&s->secrets[hit], plain, tight, place))
        hit++;
    arena_rewind(s->r->a, mark);
    if (hit == s->n)
        return;
    struct str said = s->secrets[hit].said;
    size_t end = 0;
    for (int i = 0; i < 3 && end < said.n; i++)
        utf8_next(said, &end);
    /* quoted in part: findings are kept in logs */
    diag_push(s->r->d, D_R0301, (struct span){0},
              "what begins with “%.*s” and is redacted is still %s",
              STR(str_sub(said, 0, end)), where);
    s->found = true;
}

#define DEPTH_MAX 60

/* All strings and names of an object that stand in it directly. */
static void look_into(struct search *s, struct node n, int depth)
{
    struct arena *a = s->r->a;
    enum node_kind kind = node_kind(n);
    struct str *keys;
    if (kind == NODE_STRING)
        look(s, node_text(a, n), PLACE_WORDS,
             "in a string, such as an address or a bookmark");
    if (kind == NODE_NAME)
        look(s, node_name(a, n), PLACE_BYTES, "in a name");
    if (depth > DEPTH_MAX)
        return;
    for (int i = 0; kind == NODE_ARRAY && i < node_count(n); i++) {
        struct node item = node_item(n, i);
        if (node_id(item) == 0)
            look_into(s, item, depth + 1);
    }
    size_t count = kind == NODE_DICT || kind == NODE_STREAM ? node_keys(a, n, &keys) : 0;
    for (size_t i = 0; i < count; i++) {
        struct node value = node_at(n, str_cstr(a, keys[i]));
        if (node_id(value) == 0)
            look_into(s, value, depth + 1);
    }
    if (kind != NODE_STREAM)
        return;
    bool words = node_is(node_at(n, "/Type"), "Metadata") ||
                 node_is(node_at(n, "/Type"), "EmbeddedFile");
    look(s, node_stream(a, n), words ? PLACE_WORDS : PLACE_BYTES,
         "in a stream, such as metadata or an attachment");
}

/* Texts that replace others stand in content streams in hexadecimal. */
static void look_at_replacements(struct search *s, struct node page)
{
    struct arena *a = s->r->a;
    struct node contents = node_at(page, "/Contents");
    struct str all = node_stream(a, node_item(contents, 0));
    for (size_t at = 0; (at = str_find(all, S("<FEFF"), at)) < all.n; at += 5) {
        struct strbuf b = strbuf_at(a);
        uint32_t unit = 0;
        for (size_t i = at + 5, n = 1; i < all.n && all.p[i] != '>'; i++, n++) {
            char c = all.p[i];
            unit = unit << 4 | (uint32_t)(c <= '9' ? c - '0' : c - 'A' + 10);
            if (n % 4 == 0)
                strbuf_put_utf8(&b, unit & 0xFFFF);
        }
        look(s, strbuf_str(&b), PLACE_WORDS, "in a text that replaces another");
    }
}

static struct secret secret_of(struct arena *a, struct str said)
{
    struct secret secret = {said, normal(a, str_trim(said), S(" ")),
                            normal(a, str_trim(said), S("")), said.n > 0};
    for (size_t i = 0; i < secret.plain.n; i++)
        secret.number &= is_digit(secret.plain.p[i]);
    return secret;
}

static struct search search_for(struct reader *r, const struct str *strings, size_t n)
{
    struct search s = {.r = r, .n = n};
    s.secrets = arena_many(r->a, n, struct secret);
    for (size_t i = 0; i < n; i++)
        s.secrets[i] = secret_of(r->a, strings[i]);
    return s;
}

recto_status proof_lacks(struct arena *a, struct str pdf, const struct str *strings,
                         size_t n, struct diags *d)
{
    struct reader r = {.a = a, .d = d};
    struct search s = search_for(&r, strings, n);
    if (!reader_open(&r, pdf))
        return RECTO_BAD_INPUT;
    look(&s, pdf, PLACE_BYTES, "in its bytes");
    look(&s, reader_text(&r), PLACE_WORDS, "in the text of its pages");
    for (size_t i = 0; i < r.shown.n; i++) /* artifacts, too */
        look(&s, strbuf_str(&r.shown.at[i].text), PLACE_WORDS, "in the text of its pages");
    for (int id = 1; id < doc_size(r.doc); id++)
        look_into(&s, doc_object(r.doc, id), 0);
    for (size_t i = 0; i < r.pages.n; i++)
        look_at_replacements(&s, r.pages.at[i]);
    return s.found ? RECTO_BAD_INPUT : RECTO_OK;
}

recto_status proof_text_lacks(struct arena *a, struct str text, const struct str *strings,
                              size_t n, struct diags *d)
{
    struct reader r = {.a = a, .d = d};
    struct search s = search_for(&r, strings, n);
    look(&s, text, PLACE_WORDS, "in what would be written");
    return s.found ? RECTO_BAD_INPUT : RECTO_OK;
}
