/* SPDX-License-Identifier: MIT */
/* source/attrs.c — classes and keys between braces. */
#include "base/arena.h"
#include "base/vec.h"
#include "source/ascii.h"
#include "source/inline.h"

#define ATTRS_MAX 32 /* of each; nobody writes more by hand */

bool attrs_has(const struct attrs *attrs, struct str class_name)
{
    for (size_t i = 0; i < attrs->class_count; i++)
        if (str_eq(attrs->classes[i], class_name))
            return true;
    return false;
}

struct str attrs_value(const struct attrs *attrs, struct str key)
{
    for (size_t i = attrs->pair_count; i > 0; i--)
        if (str_eq(attrs->pairs[i - 1].key, key))
            return attrs->pairs[i - 1].value;
    return S("");
}

static void add_class(struct arena *a, struct attrs *attrs, struct str name)
{
    if (name.n == 0 || attrs->class_count == ATTRS_MAX || attrs_has(attrs, name))
        return;
    if (!attrs->classes)
        attrs->classes = arena_many(a, ATTRS_MAX, struct str);
    attrs->classes[attrs->class_count++] = str_dup(a, name);
}

static void add_pair(struct arena *a, struct attrs *attrs, struct str key, struct str value)
{
    if (key.n == 0 || attrs->pair_count == ATTRS_MAX)
        return;
    if (!attrs->pairs)
        attrs->pairs = arena_many(a, ATTRS_MAX, struct attr_pair);
    attrs->pairs[attrs->pair_count++] =
        (struct attr_pair){str_dup(a, key), str_dup(a, value)};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == ',';
}

/* The value at `*i`, in quotes or up to white space, moving behind it. */
static struct str value_at(struct str s, size_t *i)
{
    char quote = ascii_at(s, *i);
    bool quoted = quote == '"' || quote == '\'';
    size_t from = *i + quoted, to = from;
    while (to < s.n && (quoted ? s.p[to] != quote : !is_blank(s.p[to])))
        to++;
    *i = to < s.n && quoted ? to + 1 : to;
    return str_sub(s, from, to);
}

void attrs_read(struct arena *a, struct str s, struct attrs *attrs)
{
    for (size_t i = 0; i < s.n;) {
        size_t from = i;
        while (i < s.n && !is_blank(s.p[i]) && s.p[i] != '=')
            i++;
        struct str word = str_sub(s, from, i);
        if (i < s.n && s.p[i] == '=') {
            i++;
            add_pair(a, attrs, word, value_at(s, &i));
        } else if (str_starts(word, S("."))) {
            add_class(a, attrs, str_sub(word, 1, word.n));
        } else if (str_starts(word, S("#"))) {
            add_pair(a, attrs, S("id"), str_sub(word, 1, word.n));
        } else if (word.n == 0) {
            i++;
        }
    }
}
