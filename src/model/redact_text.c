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

static size_t secret_at(struct str s, size_t i, const struct secret *secret)
{
    size_t n = secret->text.n;
    if (i > 0 && is_alnum(s.p[i - 1]) && is_alnum(s.p[i]))
        return 0;
    if (secret->phone)
        return phone_at(s, i, secret->text);
    if (!str_eq_nocase(str_sub(s, i, i + n), secret->text))
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

struct str redact_text(struct arena *a, const struct secrets *secrets, struct str text)
{
    struct strbuf out = strbuf_at(a);
    size_t done = 0;
    for (size_t i = 0; i < text.n; i++)
        for (size_t k = 0; k < secrets->list.n; k++) {
            const struct secret *secret = &secrets->list.at[k];
            size_t n = secret_at(text, i, secret), from = i, to = i + n;
            if (n == 0)
                continue;
            widen(text, secret, done, &from, &to);
            strbuf_put(&out, str_sub(text, done, from));
            strbuf_put(&out, REDACTED);
            done = to;
            i = to - 1;
            break;
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

void redact_blocks(struct arena *a, const struct secrets *secrets, struct block *root)
{
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
