/* SPDX-License-Identifier: MIT */
/* model/diagram/mermaid_text.c — labels of Mermaid: quotes, tags, entities, line breaks. */
#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "model/diagram/mermaid_lex.h"

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* ---- entities: #quot; #35; &amp; ---- */

static const struct entity {
    const char *name, *text;
} entities[] = {
    {"quot",   "\"" },
    {"amp",    "&"  },
    {"lt",     "<"  },
    {"gt",     ">"  },
    {"apos",   "'"  },
    {"nbsp",   " "  },
    {"hash",   "#"  },
    {"semi",   ";"  },
    {"colon",  ":"  },
    {"comma",  ","  },
    {"lpar",   "("  },
    {"rpar",   ")"  },
    {"lsqb",   "["  },
    {"rsqb",   "]"  },
    {"lbrack", "["  },
    {"rbrack", "]"  },
    {"lbrace", "{"  },
    {"rbrace", "}"  },
    {"rarr",   "→"},
    {"larr",   "←"},
    {"harr",   "↔"},
    {"times",  "×" },
    {"middot", "·" },
    {"bull",   "•"},
    {"hellip", "…"},
    {"mdash",  "—"},
    {"ndash",  "–"},
    {"le",     "≤"},
    {"ge",     "≥"},
    {"ne",     "≠"},
    {"infin",  "∞"},
    {"check",  "✓"},
    {"deg",    "°" },
    {"plusmn", "±" },
    {"micro",  "µ" },
};

#define ENTITY_MAX 12 /* [bytes] of a name */

/* The number in "35", "x2192"; 0 where it is none. */
static uint32_t entity_number(struct str name)
{
    uint32_t value = 0;
    bool hex = name.n > 1 && (name.p[0] == 'x' || name.p[0] == 'X');
    for (size_t i = hex ? 1 : 0; i < name.n; i++) {
        char c = name.p[i];
        uint32_t digit = c >= '0' && c <= '9' ? (uint32_t)(c - '0') : 99;
        if (hex && digit == 99 && is_alnum(c))
            digit = (uint32_t)((c | 0x20) - 'a' + 10);
        if (digit >= (hex ? 16u : 10u) || value > 0x10FFFF)
            return 0;
        value = value * (hex ? 16u : 10u) + digit;
    }
    return value;
}

/* An entity at `i`; its length, or 0. */
static size_t put_entity(struct strbuf *b, struct str text, size_t i)
{
    size_t from = i + 1 + (text.p[i] == '&' && i + 1 < text.n && text.p[i + 1] == '#');
    size_t semi = from;
    while (semi < text.n && semi - from <= ENTITY_MAX && is_alnum(text.p[semi]))
        semi++;
    struct str name = str_sub(text, from, semi);
    if (semi >= text.n || text.p[semi] != ';' || name.n == 0)
        return 0;
    uint32_t number = entity_number(name);
    if (number) {
        strbuf_put_utf8(b, number);
        return semi + 1 - i;
    }
    for (size_t k = 0; k < countof(entities); k++) {
        if (str_eq(name, str_from(entities[k].name))) {
            strbuf_put(b, str_from(entities[k].text));
            return semi + 1 - i;
        }
    }
    return 0;
}

/* ---- tags and icons ---- */

/* An HTML tag at `i`: its length, or 0. `<br>` is told by `*line`. */
static size_t tag_length(struct str text, size_t i, bool *line)
{
    size_t k = i + 1;
    if (k < text.n && text.p[k] == '/')
        k++;
    size_t name = k;
    while (k < text.n && is_alnum(text.p[k]))
        k++;
    struct str tag = str_sub(text, name, k);
    if (tag.n == 0 || tag.p[0] <= '9')
        return 0;
    bool closed = k < text.n && (text.p[k] == '>' || text.p[k] == ' ' || text.p[k] == '/');
    size_t end = str_find_byte(text, '>', k);
    if (!closed || end >= text.n || str_find_byte(str_sub(text, 0, end), '<', k) < end)
        return 0;
    static const char *const shown[] = {"br",    "b",      "i",    "u",   "em",   "strong",
                                        "small", "code",   "p",    "div", "span", "sub",
                                        "sup",   "center", "font", "big", "hr",   "img"};
    for (size_t n = 0; n < countof(shown); n++) {
        if (str_eq_nocase(tag, str_from(shown[n]))) {
            *line = str_eq_nocase(tag, S("br")) || str_eq_nocase(tag, S("p")) ||
                    str_eq_nocase(tag, S("div")) || str_eq_nocase(tag, S("hr"));
            return end + 1 - i;
        }
    }
    return 0;
}

/* `fa:fa-user`, `fab:fa-github`: an icon that is not drawn. */
static size_t icon_length(struct str text, size_t i)
{
    if (i > 0 && is_alnum(text.p[i - 1]))
        return 0;
    struct str here = str_sub(text, i, text.n);
    size_t k = str_find(str_sub(here, 0, 8), S(":fa-"), 0);
    if (!str_starts(here, S("fa")) || k > 3 || k >= str_sub(here, 0, 8).n)
        return 0;
    for (k += 4; k < here.n && (is_alnum(here.p[k]) || here.p[k] == '-');)
        k++;
    return k;
}

static void break_line(struct strbuf *b)
{
    while (b->n && b->p[b->n - 1] == ' ')
        b->n--;
    if (b->n && b->p[b->n - 1] != '\n')
        strbuf_putc(b, '\n');
}

static void put_char(struct strbuf *b, char c)
{
    bool blank = c == ' ' || c == '\t';
    if (blank && (b->n == 0 || b->p[b->n - 1] == ' ' || b->p[b->n - 1] == '\n'))
        return;
    strbuf_putc(b, (char)(blank ? ' ' : c));
}

/* One sign of `raw` at `i`; gives its length. */
static size_t put_sign(struct strbuf *b, struct str raw, size_t i)
{
    bool line = false;
    char c = raw.p[i];
    size_t n = c == '<' ? tag_length(raw, i, &line) : 0;
    bool written = c == '\\' && i + 1 < raw.n && raw.p[i + 1] == 'n';
    if (line || written || c == '\n') {
        break_line(b);
        return line ? n : written ? 2 : 1;
    }
    if (n == 0 && (c == '#' || c == '&'))
        n = put_entity(b, raw, i);
    if (n == 0 && c == 'f')
        n = icon_length(raw, i);
    if (n)
        return n;
    put_char(b, c);
    return 1;
}

/* Stars and underscores of a Markdown string, "`**bold** text`". */
static struct str without_stars(struct arena *a, struct str text)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] != '*')
            strbuf_putc(&b, text.p[i]);
    }
    return strbuf_str(&b);
}

/* ---- labels ---- */

/* What stands between quotes, if it does. */
static struct str unquoted(struct str s)
{
    s = str_trim(s);
    bool quoted = s.n >= 2 && s.p[0] == '"' && s.p[s.n - 1] == '"';
    return quoted ? str_trim(str_sub(s, 1, s.n - 1)) : s;
}

/* Whether a line break ends `s`; it is cut off. */
static bool cut_break(struct str *s)
{
    static const char *const breaks[] = {"<br>", "<br/>", "<br />", "</br>", "\\n"};
    for (size_t i = 0; i < countof(breaks); i++) {
        struct str end = str_from(breaks[i]);
        if (s->n <= end.n || !str_eq_nocase(str_sub(*s, s->n - end.n, s->n), end))
            continue;
        *s = str_trim(str_sub(*s, 0, s->n - end.n));
        return true;
    }
    return false;
}

/* `inside` of <tag>inside</tag> at the end of `s`, and what stands before it. */
static bool cut_tag(const char *tag, struct str *s, struct str *inside)
{
    char open[12] = "<", close[12] = "</";
    size_t n = strlen(tag);
    memcpy(open + 1, tag, n);
    memcpy(close + 2, tag, n);
    open[n + 1] = close[n + 2] = '>';
    struct str begin = str_from(open), end = str_from(close);
    size_t at = str_find(*s, begin, 0);
    if (at >= s->n || !str_ends(*s, end) || str_find(*s, begin, at + begin.n) < s->n)
        return false;
    *inside = str_sub(*s, at + begin.n, s->n - end.n);
    *s = str_trim(str_sub(*s, 0, at));
    return true;
}

/* `Name<br><small>note</small>` */
static struct str cut_note(struct str *raw)
{
    static const char *const tags[] = {"small", "i", "em", "sub", "sup"};
    for (size_t i = 0; i < countof(tags); i++) {
        struct str before = *raw, inside;
        if (!cut_tag(tags[i], &before, &inside) || !cut_break(&before))
            continue;
        *raw = before;
        return inside;
    }
    return S("");
}

/* `**Name**`, `<b>Name</b>`: the marks go. */
static bool cut_strong(struct str *raw)
{
    static const char *const tags[] = {"b", "strong"};
    struct str s = *raw, inside;
    for (size_t i = 0; i < countof(tags); i++)
        if (cut_tag(tags[i], &s, &inside) && s.n == 0) {
            *raw = inside;
            return true;
        } else {
            s = *raw;
        }
    bool ticks = s.n > 2 && s.p[0] == '`' && s.p[s.n - 1] == '`';
    s = ticks ? str_trim(str_sub(s, 1, s.n - 1)) : s;
    if (s.n <= 4 || !str_starts(s, S("**")) || !str_ends(s, S("**")) ||
        str_find(s, S("**"), 2) != s.n - 2)
        return false;
    *raw = str_sub(s, 2, s.n - 2);
    return true;
}

void mermaid_label(struct arena *a, struct str raw, struct mermaid_node *out)
{
    raw = unquoted(raw);
    out->note = mermaid_text(a, cut_note(&raw));
    out->strong = cut_strong(&raw);
    out->label = mermaid_text(a, raw);
}

struct str mermaid_text(struct arena *a, struct str raw)
{
    struct strbuf b = strbuf_at(a);
    raw = str_trim(raw);
    if (raw.n >= 2 && raw.p[0] == '"' && raw.p[raw.n - 1] == '"')
        raw = str_trim(str_sub(raw, 1, raw.n - 1));
    if (raw.n >= 2 && raw.p[0] == '`' && raw.p[raw.n - 1] == '`')
        raw = without_stars(a, str_trim(str_sub(raw, 1, raw.n - 1)));
    for (size_t i = 0; i < raw.n;)
        i += put_sign(&b, raw, i);
    return str_trim(strbuf_str(&b));
}
