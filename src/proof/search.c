/* SPDX-License-Identifier: MIT */
/* proof/search.c — is something in a file that must not be? */
#include "base/arena.h"
#include "base/utf8.h"
#include "proof/proof.h"
#include "proof/reader.h"

/* What is looked for, in the form in which texts are compared. */
struct search {
    struct reader *r;
    const struct str *strings;
    struct str *folded;
    size_t n;
    bool found;
};

/* Without white space, invisible marks and the case of ASCII letters: words that a line or an
 * item of a list cuts are found as well. */
static struct str fold(struct arena *a, struct str s)
{
    struct strbuf b = strbuf_at(a);
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        bool blank = c <= ' ' || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
                     c == 0x2060 || c == 0xFEFF;
        if (c >= 'A' && c <= 'Z')
            c += 'a' - 'A';
        if (!blank)
            strbuf_put_utf8(&b, c);
    }
    return strbuf_str(&b);
}

static void look(struct search *s, struct str text, const char *where)
{
    struct arena_mark mark = arena_mark(s->r->a);
    struct str folded = fold(s->r->a, text);
    size_t hit = s->n;
    for (size_t i = 0; i < s->n && hit == s->n; i++)
        if (s->folded[i].n > 0 && str_find(folded, s->folded[i], 0) < folded.n)
            hit = i;
    arena_rewind(s->r->a, mark);
    if (hit == s->n)
        return;
    diag_push(s->r->d, D_R0301, (struct span){0}, "“%.*s” is still %s",
              STR(s->strings[hit]), where);
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
        look(s, node_text(a, n), "in a string, such as an address or a bookmark");
    if (kind == NODE_NAME)
        look(s, node_name(a, n), "in a name");
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
    if (kind == NODE_STREAM)
        look(s, node_stream(a, n), "in a stream, such as metadata or an attachment");
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
        look(s, strbuf_str(&b), "in a text that replaces another");
    }
}

recto_status proof_lacks(struct arena *a, struct str pdf, const struct str *strings,
                         size_t n, struct diags *d)
{
    struct reader r = {.a = a, .d = d};
    struct search s = {.r = &r, .strings = strings, .n = n};
    s.folded = arena_many(a, n, struct str);
    for (size_t i = 0; i < n; i++)
        s.folded[i] = fold(a, strings[i]);
    if (!reader_open(&r, pdf))
        return RECTO_BAD_INPUT;
    look(&s, pdf, "in its bytes");
    look(&s, reader_text(&r), "in the text of its pages");
    for (size_t i = 0; i < r.shown.n; i++) /* artifacts, too */
        look(&s, strbuf_str(&r.shown.at[i].text), "in the text of its pages");
    for (int id = 1; id < doc_size(r.doc); id++)
        look_into(&s, doc_object(r.doc, id), 0);
    for (size_t i = 0; i < r.pages.n; i++)
        look_at_replacements(&s, r.pages.at[i]);
    return s.found ? RECTO_BAD_INPUT : RECTO_OK;
}
