/* SPDX-License-Identifier: MIT */
/* proof/content.c — reads the content stream of a page: marked content, and what its codes say. */
#include <string.h>

#include "base/arena.h"
#include "proof/reader.h"

/* One content stream while it is read. */
struct stream {
    struct reader *r;
    struct node fonts; /* of the page's resources */
    struct str bytes;
    size_t at;
    int page;
    VEC(struct str) operands;
    VEC(int)
    open; /* MCIDs of the marked content around; a Span around others keeps theirs */
    size_t shown; /* index in r->shown of what is open, SIZE_MAX: none */
    struct typeface *font;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
}

static bool ends_token(char c)
{
    return is_blank(c) || strchr("()<>[]{}/%", c);
}

/* Behind the string that begins at `at`. */
static size_t end_of_string(struct str s, size_t at)
{
    int depth = 0;
    for (; at < s.n; at++) {
        if (s.p[at] == '\\')
            at++;
        else if (s.p[at] == '(')
            depth++;
        else if (s.p[at] == ')' && --depth == 0)
            return at + 1;
    }
    return s.n;
}

/* The next token; empty at the end. */
static struct str next_token(struct stream *s)
{
    struct str b = s->bytes;
    while (s->at < b.n && is_blank(b.p[s->at]))
        s->at++;
    size_t from = s->at;
    if (from >= b.n)
        return (struct str){NULL, 0};
    char c = b.p[from];
    bool twice = from + 1 < b.n && b.p[from + 1] == c;
    if (c == '(')
        s->at = end_of_string(b, from);
    else if ((c == '<' || c == '>') && twice)
        s->at = from + 2;
    else if (c == '<') {
        size_t end = str_find_byte(b, '>', from);
        s->at = end < b.n ? end + 1 : b.n;
    } else if (strchr("[]{}>)", c))
        s->at = from + 1;
    else
        for (s->at = from + 1; s->at < b.n && !ends_token(b.p[s->at]);)
            s->at++;
    return str_sub(b, from, s->at);
}

/* --- marked content -------------------------------------------------------------------------- */

static bool has_operand(const struct stream *s, struct str word)
{
    for (size_t i = 0; i < s->operands.n; i++)
        if (str_eq(s->operands.at[i], word))
            return true;
    return false;
}

/* The number behind /MCID; MCID_OUTSIDE where there is none. */
static int mcid_of(const struct stream *s)
{
    int64_t n;
    for (size_t i = 0; i + 1 < s->operands.n; i++)
        if (str_eq(s->operands.at[i], S("/MCID")) &&
            str_to_int(s->operands.at[i + 1], &n) && n >= 0 && n < 1000000)
            return (int)n;
    return MCID_OUTSIDE;
}

static void open_shown(struct stream *s, int mcid)
{
    struct shown *shown = vec_add(s->r->a, &s->r->shown);
    shown->page = s->page;
    shown->mcid = mcid;
    shown->text = strbuf_at(s->r->a);
    s->shown = s->r->shown.n - 1;
}

static void begin(struct stream *s)
{
    int around = s->open.n ? *vec_last(&s->open) : MCID_OUTSIDE, mcid = mcid_of(s);
    if (has_operand(s, S("/Artifact"))) {
        if (around >= 0)
            found(s->r, "page %d: an artifact inside content", s->page + 1);
        mcid = MCID_ARTIFACT;
    } else if (mcid >= 0 && around != MCID_OUTSIDE) {
        found(s->r, "page %d: content %d inside other content", s->page + 1, mcid);
    }
    bool own = mcid != MCID_OUTSIDE;
    vec_push(s->r->a, &s->open, own ? mcid : around);
    if (own)
        open_shown(s, mcid);
}

static void end(struct stream *s)
{
    if (s->open.n == 0) {
        found(s->r, "page %d: marked content ends that did not begin", s->page + 1);
        return;
    }
    s->open.n--;
    int around = s->open.n ? *vec_last(&s->open) : MCID_OUTSIDE;
    if (around == MCID_OUTSIDE)
        s->shown = SIZE_MAX;
}

/* Something is painted: it has to belong to something. */
static void paint(struct stream *s)
{
    if (s->shown != SIZE_MAX)
        return;
    found(s->r, "page %d: something is painted outside the structure", s->page + 1);
    open_shown(s, MCID_OUTSIDE);
}

/* --- text ------------------------------------------------------------------------------------ */

static int digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

static void show_code(struct stream *s, uint32_t code)
{
    struct str says = s->font ? code_says(s->font, code) : (struct str){NULL, 0};
    if (s->font) {
        s->font->silent |= str_empty(says);
        s->font->notdef |= code == 0;
    }
    strbuf_put(&s->r->shown.at[s->shown].text, says);
}

/* Codes of two bytes in hexadecimal, as recto writes them all. */
static void show_hex(struct stream *s, struct str hex)
{
    uint32_t code = 0;
    int digits = 0;
    for (size_t i = 1; i + 1 < hex.n; i++) {
        int value = digit(hex.p[i]);
        if (value < 0)
            continue;
        code = (code << 4 | (uint32_t)value) & 0xFFFF;
        if (++digits % 4 == 0)
            show_code(s, code);
    }
}

static void show(struct stream *s)
{
    paint(s);
    for (size_t i = 0; i < s->operands.n; i++) {
        if (s->operands.at[i].p[0] == '<')
            show_hex(s, s->operands.at[i]);
        if (s->operands.at[i].p[0] == '(')
            found(s->r, "page %d: text that is no code of two bytes", s->page + 1);
    }
}

static void choose_font(struct stream *s)
{
    s->font = NULL;
    if (s->operands.n < 2 || s->operands.at[0].p[0] != '/')
        return;
    const char *key = str_cstr(s->r->a, s->operands.at[0]);
    struct node font = node_at(s->fonts, key);
    if (node_kind(font) == NODE_DICT)
        s->font = font_of(s->r, font);
    else
        found(s->r, "page %d: no font is called %s", s->page + 1, key);
}

static bool paints(struct str op)
{
    static const char *const names[] = {"f",  "F", "f*", "B",  "B*", "b",
                                        "b*", "s", "S",  "sh", "Do"};
    for (size_t i = 0; i < countof(names); i++)
        if (str_eq(op, str_from(names[i])))
            return true;
    return false;
}

static void run(struct stream *s, struct str op)
{
    if (str_eq(op, S("BDC")) || str_eq(op, S("BMC")))
        begin(s);
    else if (str_eq(op, S("EMC")))
        end(s);
    else if (str_eq(op, S("Tf")))
        choose_font(s);
    else if (str_eq(op, S("TJ")) || str_eq(op, S("Tj")))
        show(s);
    else if (paints(op))
        paint(s);
}

static bool is_operator(struct str token)
{
    char c = token.p[0];
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' || c == '"';
}

static struct str contents_of(struct reader *r, struct node page)
{
    struct node contents = node_at(page, "/Contents");
    struct strbuf all = strbuf_at(r->a);
    for (int i = 0; i < node_count(contents); i++) {
        strbuf_put(&all, node_stream(r->a, node_item(contents, i)));
        strbuf_putc(&all, '\n');
    }
    return strbuf_str(&all);
}

#define OPERANDS_MAX 100000 /* of one operator: a line of text has some hundred */

void read_content(struct reader *r, int index)
{
    struct node page = r->pages.at[index];
    struct stream s = {.r = r, .page = index, .shown = SIZE_MAX};
    s.fonts = node_at(node_at(page, "/Resources"), "/Font");
    s.bytes = contents_of(r, page);
    for (struct str token; !str_empty(token = next_token(&s));) {
        bool word = str_eq(token, S("true")) || str_eq(token, S("false")) ||
                    str_eq(token, S("null"));
        if (!is_operator(token) || word) {
            if (s.operands.n < OPERANDS_MAX)
                vec_push(r->a, &s.operands, token);
            continue;
        }
        run(&s, token);
        s.operands.n = 0;
    }
    if (s.open.n > 0)
        found(r, "page %d: marked content does not end", index + 1);
}
