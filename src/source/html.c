/* SPDX-License-Identifier: MIT */
/* source/html.c — tags: where they are and what they mean to recto. */
#include "source/html.h"

#include "base/vec.h"
#include "source/ascii.h"

/* A longer one is no tag, and so the search for its end stays short [bytes]. */
#define TAG_MAX 4096

static const struct {
    char name[12];
    enum html_role role;
} elements[] = {
#define X(name, role) {name, HTML_##role},
#include "source/html.def"
#undef X
};

static bool is_name(char c)
{
    return ascii_is_alnum(c) || c == '-';
}

static enum html_role role_of(struct str name)
{
    for (size_t i = 0; i < countof(elements); i++)
        if (str_eq_nocase(name, str_from(elements[i].name)))
            return elements[i].role;
    return HTML_UNKNOWN;
}

/* Offset of the `>` that ends the tag, quotes respected; `s.n` where there is none near. */
static size_t tag_end(struct str s, size_t i)
{
    size_t limit = s.n < TAG_MAX ? s.n : TAG_MAX;
    char quote = 0;
    for (; i < limit; i++) {
        char c = s.p[i];
        if (quote) {
            if (c == quote)
                quote = 0;
        } else if ((c == '"' || c == '\'') && s.p[i - 1] == '=') {
            quote = c;
        } else if (c == '>') {
            return i;
        } else if (c == '<') {
            break;
        }
    }
    return s.n;
}

bool html_tag_at(struct str s, struct html_tag *tag)
{
    if (s.n < 3 || s.p[0] != '<')
        return false;
    *tag = (struct html_tag){.close = s.p[1] == '/'};
    size_t from = tag->close ? 2 : 1, i = from;
    if (!ascii_is_letter(s.p[i < s.n ? i : 0]))
        return false;
    while (i < s.n && is_name(s.p[i]))
        i++;
    if (i >= s.n || (!ascii_is_space(s.p[i]) && s.p[i] != '>' && s.p[i] != '/'))
        return false;
    tag->name = str_sub(s, from, i);
    size_t end = tag_end(s, i);
    if (end >= s.n)
        return false;
    tag->alone = s.p[end - 1] == '/';
    tag->attributes = str_trim(str_sub(s, i, tag->alone ? end - 1 : end));
    tag->length = end + 1;
    tag->role = role_of(tag->name);
    return true;
}

/* `name=value` or nothing: words without a value are how people write placeholders. */
static bool has_attributes(struct str s)
{
    return str_find_byte(s, '=', 0) < s.n;
}

bool html_is_known(const struct html_tag *tag)
{
    if (tag->role == HTML_UNKNOWN)
        return has_attributes(tag->attributes);
    bool bare = tag->attributes.n == 0;
    if (tag->role == HTML_ODD)
        return tag->close || has_attributes(tag->attributes);
    return bare || has_attributes(tag->attributes) ||
           str_eq_nocase(tag->attributes, S("open"));
}

bool html_attribute(const struct html_tag *tag, struct str name, struct str *value)
{
    struct str s = tag->attributes;
    for (size_t i = 0; i < s.n;) {
        while (i < s.n && ascii_is_space(s.p[i]))
            i++;
        size_t from = i;
        while (i < s.n && !ascii_is_space(s.p[i]) && s.p[i] != '=')
            i++;
        struct str found = str_sub(s, from, i);
        *value = S("");
        if (i < s.n && s.p[i] == '=') {
            char quote = ascii_at(s, i + 1);
            bool quoted = quote == '"' || quote == '\'';
            size_t start = i + 1 + quoted, end = start;
            while (end < s.n && (quoted ? s.p[end] != quote : !ascii_is_space(s.p[end])))
                end++;
            *value = str_sub(s, start, end);
            i = end + quoted;
        } else if (i == from) {
            i++;
        }
        if (str_eq_nocase(found, name))
            return true;
    }
    return false;
}

bool html_breaks_page(const struct html_tag *tag)
{
    static const char *const words[] = {"page-break", "pagebreak", "break-after",
                                        "break-before", "newpage"};
    for (size_t i = 0; i < countof(words); i++)
        if (str_find(tag->attributes, str_from(words[i]), 0) < tag->attributes.n)
            return true;
    return false;
}
