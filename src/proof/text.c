/* SPDX-License-Identifier: MIT */
/* proof/text.c — is a text in another, letter by letter? */
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "proof/reader.h"

static bool runs_left(uint32_t c)
{
    return (c >= 0x0590 && c < 0x0900) || (c >= 0xFB1D && c < 0xFE00) ||
           (c >= 0xFE70 && c < 0xFEFF);
}

/* Letters and digits; what stands between them may be set in another form. */
struct letters {
    uint32_t *at;
    size_t n;
    bool turned; /* some run from right to left */
};

static struct letters letters_of(struct arena *a, struct str text)
{
    struct letters l = {arena_many(a, text.n, uint32_t), 0, false};
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        if (utf8_is_word(c))
            l.at[l.n++] = c;
        l.turned |= runs_left(c);
    }
    return l;
}

static int by_number(const void *one, const void *other)
{
    uint32_t a = *(const uint32_t *)one, b = *(const uint32_t *)other;
    return a < b ? -1 : a > b;
}

/* What is left of `wanted` when its letters have been taken from `there` in order. */
static size_t taken(const struct letters *wanted, const struct letters *there)
{
    size_t n = 0;
    for (size_t i = 0; i < there->n && n < wanted->n; i++)
        n += there->at[i] == wanted->at[n];
    return n;
}

#define CONTEXT 24 /* letters that a message quotes */

struct str text_lost(struct arena *a, struct str wanted, struct str text)
{
    struct letters need = letters_of(a, wanted), there = letters_of(a, text);
    if (need.turned) { /* codes stand in the order of the page: only their number counts */
        qsort(need.at, need.n, sizeof *need.at, by_number);
        if (there.n > 0)
            qsort(there.at, there.n, sizeof *there.at, by_number);
    }
    size_t n = taken(&need, &there);
    struct strbuf b = strbuf_at(a);
    for (size_t i = n; i < need.n && i < n + CONTEXT; i++)
        strbuf_put_utf8(&b, need.at[i]);
    return strbuf_str(&b);
}
