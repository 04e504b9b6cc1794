/* SPDX-License-Identifier: MIT */
/* source/front.c — the YAML between `---` lines at the head of a document. */
#include "source/front.h"

#include "base/utf8.h"

struct cursor {
    struct str text;
    size_t at;     /* of the line */
    uint32_t line; /* from 1 */
};

static struct str line_here(const struct cursor *c)
{
    return str_sub(c->text, c->at, str_find_byte(c->text, '\n', c->at));
}

static void next_line(struct cursor *c)
{
    size_t end = str_find_byte(c->text, '\n', c->at);
    c->at = end < c->text.n ? end + 1 : c->text.n;
    c->line++;
}

/* `key:` or `"key":` at the start of a line: what front matter begins with. */
static bool is_key_line(struct str line)
{
    size_t i = 0;
    while (i < line.n && line.p[i] != ':') {
        size_t at = i;
        uint32_t c = utf8_next(line, &i);
        bool mark = c == '_' || c == '-' || c == '"' || c == '\'' || c == ' ' || c == '.';
        if (!utf8_is_word(c) && !mark)
            return false;
        if (c == ' ' && at == 0)
            return false;
    }
    return i > 0 && i < line.n &&
           (i + 1 == line.n || line.p[i + 1] == ' ' || line.p[i + 1] == '\t');
}

/* Whether front matter stands behind the opening line: comments may come before the first key. */
static bool looks_like_front(struct cursor c)
{
    for (next_line(&c); c.at < c.text.n; next_line(&c)) {
        struct str line = str_trim_end(line_here(&c));
        if (str_eq(line, S("---")) || str_eq(line, S("...")))
            return true; /* an empty one */
        if (line.n > 0 && line.p[0] != '#')
            return is_key_line(line);
    }
    return false;
}

/* An unclosed front matter ends before the first blank line or heading. */
static bool ends_unclosed(struct str line)
{
    return line.n == 0 || str_starts(line, S("# ")) || str_starts(line, S("##"));
}

static bool is_close(struct str line)
{
    return str_eq(line, S("---")) || str_eq(line, S("..."));
}

static struct front read_values(struct arena *a, struct cursor open, struct diags *d)
{
    struct cursor c = open;
    next_line(&c);
    size_t start = c.at;
    uint32_t offset = c.line - 1;
    while (c.at < c.text.n && !is_close(str_trim_end(line_here(&c))))
        next_line(&c);
    bool closed = c.at < c.text.n;
    if (!closed) {
        struct span span = {open.line, 1, open.line, 3};
        diag_push(d, D_S0206, span, "the front matter is never closed");
        for (c = open, next_line(&c); c.at < c.text.n && !ends_unclosed(line_here(&c));)
            next_line(&c);
    }
    struct front front = {.body = c.at};
    struct str text = str_sub(c.text, start, c.at);
    if (closed) {
        next_line(&c);
        front.body = c.at;
    }
    front.values = yaml_parse_lenient(a, text, offset, d);
    if (front.values && front.values->kind != YAML_MAP)
        front.values = NULL;
    return front;
}

/* Hugo's `+++`: told, and left out, for its lines are settings and no words of the study. */
static struct front skip_toml(struct cursor open, struct diags *d)
{
    struct cursor c = open;
    for (next_line(&c); c.at < c.text.n; next_line(&c)) {
        if (!str_eq(str_trim_end(line_here(&c)), S("+++")))
            continue;
        struct span span = {open.line, 1, c.line, 3};
        diag_push(d, D_S0207, span, "front matter in TOML is left out");
        next_line(&c);
        return (struct front){.body = c.at};
    }
    return (struct front){0};
}

struct front front_read(struct arena *a, struct str bytes, struct diags *d)
{
    struct cursor c = {.text = bytes, .line = 1};
    while (c.at < bytes.n && str_trim(line_here(&c)).n == 0)
        next_line(&c);
    struct str first = str_trim_end(line_here(&c));
    if (str_eq(first, S("---")) && looks_like_front(c))
        return read_values(a, c, d);
    if (str_eq(first, S("+++")))
        return skip_toml(c, d);
    return (struct front){0};
}
