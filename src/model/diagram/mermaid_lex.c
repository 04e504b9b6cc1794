/* SPDX-License-Identifier: MIT */
/* model/diagram/mermaid_lex.c — the tokens of a Mermaid flowchart: nodes and links. */
#include "model/diagram/mermaid_lex.h"

#include "base/utf8.h"
#include "base/vec.h"

static struct str left(const struct cursor *c)
{
    return str_sub(c->text, c->i, c->end);
}

static char peek(const struct cursor *c, size_t ahead)
{
    return (char)(c->i + ahead < c->end ? c->text.p[c->i + ahead] : 0);
}

void cursor_skip_blanks(struct cursor *c)
{
    while (peek(c, 0) == ' ' || peek(c, 0) == '\t' || peek(c, 0) == '\n')
        c->i++;
}

bool cursor_take(struct cursor *c, struct str literal)
{
    if (!str_starts(left(c), literal))
        return false;
    c->i += literal.n;
    return true;
}

/* ---- links ---- */

enum link_line { LINE_SOLID, LINE_THICK, LINE_DOTTED };

/* Shaft of a link: `--`, `==`, `-.-`; the number of characters, 0 where there is none. */
static size_t shaft_at(struct str s, size_t i, enum link_line *line)
{
    size_t from = i;
    if (i + 1 < s.n && s.p[i] == '-' && s.p[i + 1] == '.') {
        *line = LINE_DOTTED;
        for (i++; i < s.n && s.p[i] == '.';)
            i++;
        if (i < s.n && s.p[i] == '-')
            i++;
        return i - from;
    }
    if (i + 1 >= s.n || (s.p[i] != '-' && s.p[i] != '=') || s.p[i + 1] != s.p[i])
        return 0;
    *line = s.p[i] == '=' ? LINE_THICK : LINE_SOLID;
    while (i < s.n && s.p[i] == s.p[from])
        i++;
    return i - from;
}

/* The shaft that closes `-- label -->`, `-. label .->`, `== label ==>`, from `i` on. */
static size_t closing_shaft(struct str s, size_t i, enum link_line line)
{
    if (line == LINE_DOTTED) {
        size_t from = i;
        while (i < s.n && s.p[i] == '.')
            i++;
        return i > from && i < s.n && s.p[i] == '-' ? i + 1 - from : 0;
    }
    enum link_line other = line;
    size_t n = shaft_at(s, i, &other);
    return other == line ? n : 0;
}

/* A head behind a shaft: > o x; letters not where they begin a word, as in `--only if-->`. */
static size_t head_at(struct str s, size_t i)
{
    if (i >= s.n)
        return 0;
    if (s.p[i] == '>')
        return 1;
    bool letter = s.p[i] == 'x' || s.p[i] == 'o';
    char next = (char)(i + 1 < s.n ? s.p[i + 1] : ' ');
    return letter && !(next >= 'a' && next <= 'z') ? 1 : 0;
}

/* `<`, or `x` and `o` before a shaft. */
static size_t tail_at(struct str s, size_t i)
{
    enum link_line line;
    if (i >= s.n || (s.p[i] != '<' && s.p[i] != 'x' && s.p[i] != 'o'))
        return 0;
    return shaft_at(s, i + 1, &line) ? 1 : 0;
}

/* `|label|` behind the head. Quotes may hold a bar. */
static void bar_label(struct cursor *c, struct mermaid_link *out)
{
    struct cursor at = *c;
    cursor_skip_blanks(&at);
    if (peek(&at, 0) != '|')
        return;
    struct str s = left(&at);
    size_t from = 1, quote = str_trim(str_sub(s, 1, s.n)).n && peek(&at, 1) == '"' ? 2 : 0;
    if (quote)
        from = str_find_byte(s, '"', quote) + 1;
    size_t close = str_find_byte(s, '|', from);
    if (close >= s.n)
        return;
    out->label = mermaid_text(c->a, str_sub(s, 1, close));
    c->i = at.i + close + 1;
}

/* Find the shaft that closes a label; quotes hide what looks like one. */
static size_t find_closing(struct str s, size_t i, enum link_line line)
{
    bool quoted = false;
    for (; i < s.n; i++) {
        quoted ^= s.p[i] == '"';
        if (!quoted && closing_shaft(s, i, line))
            return i;
    }
    return s.n;
}

/* A shaft without a head that is too short to be a link opens a label: `--`, `==`, `-.`. */
static bool opens_label(size_t n, enum link_line line, struct str s, size_t i)
{
    return line == LINE_DOTTED ? s.p[i + n - 1] == '.' : n == 2;
}

static enum edge_kind kind_of(bool tail, bool head)
{
    if (tail && head)
        return EDGE_BOTH;
    return tail ? EDGE_BACK : head ? EDGE_FORWARD : EDGE_NONE;
}

/* `e1@` names an edge. */
static void skip_edge_id(struct cursor *c)
{
    struct str s = left(c);
    size_t i = 0;
    while (i < s.n &&
           ((s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= '0' && s.p[i] <= '9')))
        i++;
    enum link_line line;
    if (i > 0 && i + 1 < s.n && s.p[i] == '@' &&
        (shaft_at(s, i + 1, &line) || tail_at(s, i + 1)))
        c->i += i + 1;
}

static bool invisible_read(struct cursor *c, struct mermaid_link *out)
{
    if (!cursor_take(c, S("~~~")))
        return false;
    while (cursor_take(c, S("~")))
        continue;
    out->invisible = true;
    return true;
}

bool mermaid_link_read(struct cursor *c, struct mermaid_link *out)
{
    struct cursor at = *c;
    *out = (struct mermaid_link){.kind = EDGE_NONE};
    cursor_skip_blanks(&at);
    skip_edge_id(&at);
    if (invisible_read(&at, out)) {
        *c = at;
        return true;
    }
    struct str s = left(&at);
    enum link_line line = LINE_SOLID;
    size_t tail = tail_at(s, 0), n = shaft_at(s, tail, &line), i = tail + n;
    if (n == 0)
        return false;
    size_t head = head_at(s, i);
    if (!head && opens_label(n, line, s, tail)) {
        size_t close = find_closing(s, i, line);
        if (close >= s.n)
            return false;
        out->label = mermaid_text(c->a, str_sub(s, i, close));
        i = close + closing_shaft(s, close, line);
        head = head_at(s, i);
    }
    out->kind = kind_of(tail > 0, head > 0);
    out->dashed = line == LINE_DOTTED;
    at.i += i + head;
    *c = at;
    bar_label(c, out);
    return true;
}

/* ---- nodes ---- */

static const struct mermaid_shape {
    const char *open, *close;
    enum node_shape shape;
} shapes[] = {
    {"(((", ")))", NODE_ROUND   },
    {"((",  "))",  NODE_ROUND   },
    {"([",  "])",  NODE_ROUND   },
    {"[(",  ")]",  NODE_STORE   },
    {"[[",  "]]",  NODE_BOX     },
    {"[/",  "/]",  NODE_BOX     },
    {"[/",  "\\]", NODE_BOX     },
    {"[\\", "\\]", NODE_BOX     },
    {"[\\", "/]",  NODE_BOX     },
    {"{{",  "}}",  NODE_BOX     },
    {"[",   "]",   NODE_BOX     },
    {"(",   ")",   NODE_ROUND   },
    {"{",   "}",   NODE_DECISION},
    {">",   "]",   NODE_BOX     },
};

/* Where `close` stands in `s` from `i` on, outside quotes and inner brackets; s.n if nowhere. */
static size_t find_close(struct str s, size_t i, struct str close)
{
    bool quoted = false;
    int depth = 0;
    for (; i < s.n; i++) {
        char c = s.p[i];
        quoted ^= c == '"';
        if (quoted)
            continue;
        if (depth == 0 && str_starts(str_sub(s, i, s.n), close))
            return i;
        depth += c == '(' || c == '[' || c == '{';
        depth -= depth > 0 && (c == ')' || c == ']' || c == '}');
    }
    return s.n;
}

static bool shape_read(struct cursor *c, struct mermaid_node *out)
{
    struct str s = left(c);
    for (size_t k = 0; k < countof(shapes); k++) {
        struct str open = str_from(shapes[k].open), close = str_from(shapes[k].close);
        if (!str_starts(s, open))
            continue;
        size_t end = find_close(s, open.n, close);
        if (end >= s.n || end == open.n)
            continue;
        mermaid_label(c->a, str_sub(s, open.n, end), out);
        out->shape = shapes[k].shape;
        out->labelled = true;
        c->i += end + close.n;
        return true;
    }
    return false;
}

/* `@{ shape: cyl, label: "Store" }` */
static void properties_read(struct cursor *c, struct mermaid_node *out)
{
    if (!str_starts(left(c), S("@{")))
        return;
    struct str s = left(c);
    size_t end = find_close(s, 2, S("}"));
    if (end >= s.n)
        return;
    struct str rest = str_sub(s, 2, end);
    while (rest.n) {
        struct str value = str_trim(str_cut(&rest, ','));
        struct str key = str_trim(str_cut(&value, ':'));
        value = str_trim(value);
        if (str_eq(key, S("label")))
            mermaid_label(c->a, value, out);
        if (!str_eq(key, S("shape")))
            continue;
        bool store = str_eq(value, S("cyl")) || str_eq(value, S("cylinder")) ||
                     str_eq(value, S("db")) || str_eq(value, S("database"));
        bool round = str_eq(value, S("circle")) || str_eq(value, S("rounded")) ||
                     str_eq(value, S("stadium")) || str_eq(value, S("pill"));
        bool choice = str_eq(value, S("diam")) || str_eq(value, S("diamond")) ||
                      str_eq(value, S("decision"));
        out->shape = store    ? NODE_STORE
                     : round  ? NODE_ROUND
                     : choice ? NODE_DECISION
                              : NODE_BOX;
    }
    out->labelled |= out->label.n > 0;
    c->i += end + 1;
}

static bool is_id_char(uint32_t c)
{
    return c == '_' || c == '.' || c == '-' || c == '/' || c == '\'' || c == '*' ||
           c == '#' || c == '$' || c == '%' || c == '!' || c == '?' || c == '+' ||
           utf8_is_word(c) || c >= 0x2190;
}

/* An id ends where a link begins, even without a space: `A-->B`. */
static size_t id_length(const struct cursor *c)
{
    struct str s = left(c);
    enum link_line line;
    size_t i = 0;
    while (i < s.n) {
        size_t next = i;
        uint32_t sign = utf8_next(s, &next);
        bool shaft = (sign == '-' || sign == '=') && shaft_at(s, i, &line);
        if (shaft || !is_id_char(sign) || str_starts(str_sub(s, i, s.n), S(".->")))
            break;
        i = next;
    }
    return i;
}

bool mermaid_node_read(struct cursor *c, struct mermaid_node *out)
{
    struct cursor at = *c;
    cursor_skip_blanks(&at);
    *out = (struct mermaid_node){.at = at.i, .shape = NODE_BOX};
    size_t n = id_length(&at);
    if (n == 0)
        return false;
    out->id = str_sub(at.text, at.i, at.i + n);
    at.i += n;
    struct cursor shape = at;
    if (shape_read(&shape, out))
        at = shape;
    else if (str_find(S("[({"), str_sub(left(&at), 0, 1), 0) < 3 && left(&at).n)
        return false;
    properties_read(&at, out);
    if (cursor_take(&at, S(":::"))) {
        size_t name = id_length(&at);
        out->key = str_eq(str_sub(at.text, at.i, at.i + name), S("key"));
        out->classed = !out->key;
        at.i += name;
    }
    *c = at;
    return true;
}
