/* SPDX-License-Identifier: MIT */
/* model/redact_text.c — secrets taken out of texts and trees. */
#include "base/arena.h"
#include "base/utf8.h"
#include "model/redact.h"

#define YAML_DEPTH 64 /* as deep as front matter may be */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* What an address is made of. */
static bool is_address(char c)
{
    return is_alnum(c) || (c && strchr(":/.~?#=&%+-@", c));
}

/* Length of a telephone number of these digits at `i`, however it is grouped; 0 where it is none. */
static size_t phone_at(struct str s, size_t i, struct str digits)
{
    size_t k = 0, from = i;
    for (; i < s.n && k < digits.n; i++) {
        if (s.p[i] == digits.p[k])
            k++;
        else if (is_digit(s.p[i]) || k == 0 || !strchr(" -./()", s.p[i]))
            return 0;
    }
    return k == digits.n && !(i < s.n && is_digit(s.p[i])) ? i - from : 0;
}

/* Length of a gap between words at `i`: a space, a line end, a no-break space. */
static size_t gap_at(struct str s, size_t i)
{
    struct str rest = str_sub(s, i, s.n);
    if (rest.n > 0 && (rest.p[0] == ' ' || rest.p[0] == '\n' || rest.p[0] == '\t'))
        return 1;
    if (str_starts(rest, S("\u00A0")))
        return 2;
    return str_starts(rest, S("\u202F")) ? 3 : 0;
}

/* Length of these words at `i`, whatever their case and the gaps between them; 0 where they are not. */
static size_t words_at(struct str s, size_t i, struct str words)
{
    size_t at = i;
    while (words.p) {
        struct str word = str_cut(&words, ' ');
        if (!str_eq_nocase(str_sub(s, at, at + word.n), word))
            return 0;
        at += word.n;
        size_t gap = gap_at(s, at);
        if (words.p && gap == 0)
            return 0;
        for (; words.p && gap > 0; gap = gap_at(s, at))
            at += gap;
    }
    return at - i;
}

static size_t secret_at(struct str s, size_t i, const struct secret *secret)
{
    if (i > 0 && is_alnum(s.p[i - 1]) && is_alnum(s.p[i]))
        return 0;
    if (secret->phone)
        return phone_at(s, i, secret->text);
    size_t n = words_at(s, i, secret->text);
    if (n == 0)
        return 0;
    bool hyphen = i + n + 1 < s.n && s.p[i + n] == '-';
    bool inside = i + n < s.n && is_alnum(s.p[i + n - 1]) && is_alnum(s.p[i + n + hyphen]);
    return inside ? 0 : n;
}

static bool is_like_address(const struct secret *secret)
{
    return !secret->phone && str_find_byte(secret->text, '.', 0) < secret->text.n &&
           str_find_byte(secret->text, ' ', 0) == secret->text.n;
}

/* The whole of an address, or of a number with its "+", around what was found at [*from, *to). */
static void widen(struct str s, const struct secret *secret, size_t least, size_t *from,
                  size_t *to)
{
    bool address = is_like_address(secret);
    while (*from > least && (address ? is_address(s.p[*from - 1])
                                     : secret->phone && strchr("+(", s.p[*from - 1])))
        --*from;
    size_t end = *to;
    while (address && end < s.n && is_address(s.p[end]))
        end++;
    while (end > *to && !is_alnum(s.p[end - 1]) && s.p[end - 1] != '/')
        end--;
    *to = end;
}

/* The first secret of `s` at or behind `done`, as [*from, *to). */
static bool find_secret(const struct secrets *secrets, struct str s, size_t done,
                        size_t *from, size_t *to)
{
    for (size_t i = done; i < s.n; i++)
        for (size_t k = 0; k < secrets->list.n; k++) {
            const struct secret *secret = &secrets->list.at[k];
            size_t n = secret_at(s, i, secret);
            if (n == 0)
                continue;
            *from = i;
            *to = i + n;
            widen(s, secret, done, from, to);
            return true;
        }
    return false;
}

struct str redact_text(struct arena *a, const struct secrets *secrets, struct str text)
{
    struct strbuf out = strbuf_at(a);
    size_t done = 0, from = 0, to = 0;
    while (find_secret(secrets, text, done, &from, &to)) {
        strbuf_put(&out, str_sub(text, done, from));
        strbuf_put(&out, REDACTED);
        done = to;
    }
    if (done == 0)
        return text;
    strbuf_put(&out, str_sub(text, done, text.n));
    return strbuf_str(&out);
}

/* --- trees --------------------------------------------------------------------------------------- */

static void redact_inlines(struct arena *a, const struct secrets *secrets,
                           struct inline_node *node)
{
    for (; node; node = node->next) {
        node->text = redact_text(a, secrets, node->text);
        node->title = redact_text(a, secrets, node->title);
        redact_inlines(a, secrets, node->first);
        bool hidden = redact_text(a, secrets, node->url).p != node->url.p;
        if (!hidden)
            continue;
        node->url = S("");
        node->bare = false;
        if (node->kind == INLINE_LINK)
            node->kind = INLINE_SPAN;
    }
}

/* A secret may be parted by marks and line ends, as in `**jane**@example.org`: the text of a block as
 * it is read, and which node says which part of it. */
struct leaf {
    struct inline_node *node;
    size_t from, to;
};

struct joined {
    struct arena *a;
    struct strbuf text;
    VEC(struct leaf) leaves;
};

static void join(struct joined *j, struct inline_node *node)
{
    for (; node; node = node->next) {
        size_t from = j->text.n;
        if (node->kind == INLINE_SOFT_BREAK || node->kind == INLINE_HARD_BREAK)
            strbuf_putc(&j->text, ' ');
        else if (node->kind != INLINE_FOOTNOTE_REF)
            strbuf_put(&j->text, node->text);
        if (j->text.n > from && node->text.n > 0)
            vec_push(j->a, &j->leaves, (struct leaf){node, from, j->text.n});
        join(j, node->first);
    }
}

/* Take [from, to) of the joined text out of its leaves, of which `n` begin before `to`. What stands
 * behind it has been taken out already, what stands before it has not. */
static void cut_leaves(struct joined *j, size_t n, size_t from, size_t to)
{
    for (; n > 0 && j->leaves.at[n - 1].to > from; n--) {
        const struct leaf *leaf = &j->leaves.at[n - 1];
        bool first = leaf->from <= from || n == 1 || j->leaves.at[n - 2].to <= from;
        struct str text = leaf->node->text;
        size_t start = from > leaf->from ? from - leaf->from : 0,
               end = (to < leaf->to ? to : leaf->to) - leaf->from;
        struct strbuf out = strbuf_at(j->a);
        strbuf_put(&out, str_sub(text, 0, start));
        strbuf_put(&out, first ? REDACTED : S(""));
        strbuf_put(&out, str_sub(text, end, text.n));
        leaf->node->text = strbuf_str(&out);
    }
}

struct range {
    size_t from, to;
};

static void redact_parted(struct arena *a, const struct secrets *secrets,
                          struct inline_node *inlines)
{
    struct joined j = {.a = a, .text = strbuf_at(a)};
    join(&j, inlines);
    VEC(struct range) found = {NULL, 0, 0};
    struct range r = {0, 0};
    while (find_secret(secrets, strbuf_str(&j.text), r.to, &r.from, &r.to))
        vec_push(a, &found, r);
    for (size_t i = found.n, n = j.leaves.n; i > 0; i--) {
        while (n > 0 && j.leaves.at[n - 1].from >= found.at[i - 1].to)
            n--;
        cut_leaves(&j, n, found.at[i - 1].from, found.at[i - 1].to);
    }
}

void redact_blocks(struct arena *a, const struct secrets *secrets, struct block *root)
{
    redact_parted(a, secrets, root->inlines);
    redact_inlines(a, secrets, root->inlines);
    root->text = redact_text(a, secrets, root->text);
    root->info = redact_text(a, secrets, root->info);
    for (struct block *child = root->first; child; child = child->next)
        redact_blocks(a, secrets, child);
}

static struct yaml *redact_value(struct arena *a, const struct secrets *secrets,
                                 const struct yaml *value, int depth)
{
    struct yaml *copy = arena_copy(a, value, sizeof *value), **tail = &copy->first;
    copy->text = redact_text(a, secrets, value->text);
    copy->first = copy->next = NULL;
    for (const struct yaml *v = value->first; v && depth < YAML_DEPTH; v = v->next) {
        if (depth == 0 && secrets->author && str_eq(v->key, S("author")))
            continue;
        *tail = redact_value(a, secrets, v, depth + 1);
        tail = &(*tail)->next;
    }
    return copy;
}

const struct yaml *redact_front(struct arena *a, const struct secrets *secrets,
                                const struct yaml *front)
{
    return front ? redact_value(a, secrets, front, 0) : NULL;
}
