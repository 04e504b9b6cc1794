/* SPDX-License-Identifier: MIT */
/* model/links.c — addresses of a case study: where it can be seen, and its author found. */
#include "model/links.h"

#include "base/arena.h"
#include "base/utf8.h"

#define LABEL_WORDS 4 /* before an address: more is a sentence */
#define ENTRY_WORDS 6 /* of a name or place in a contact line */
#define MAX_DEPTH 8   /* lists inside lists */

/* A piece of a line: text, or a link. */
struct piece {
    struct str text;
    struct str url; /* empty for text */
    bool bare;      /* the text is the address */
    struct span span;
};

struct read {
    struct arena *a;
    bool contact;
    struct links *out;
    VEC(struct piece) line;
    size_t found; /* addresses and entries */
    bool mixed;   /* words that belong to none */
    bool bare; /* no address in the line at hand: it is an entry that waits for its own */
};

static void take_line(struct read *r);

/* --- pieces -------------------------------------------------------------------------------------- */

static void add_piece(struct read *r, struct str text, const struct inline_node *node)
{
    vec_push(r->a, &r->line, ((struct piece){.text = text, .span = node->span}));
}

static void add_link(struct read *r, const struct inline_node *node)
{
    struct str text = str_trim(inlines_text(r->a, node->first));
    bool same =
        str_eq(text, node->url) || str_eq(str_join(r->a, S("mailto:"), text), node->url);
    vec_push(
        r->a, &r->line,
        ((struct piece){text, node->url, node->bare || same || text.n == 0, node->span}));
}

/* Addresses without https:// inside a text. */
static void add_text(struct read *r, const struct inline_node *node)
{
    struct str s = node->text;
    size_t start = 0;
    for (size_t i = 0; i < s.n;) {
        size_t end = i;
        while (end < s.n && s.p[end] != ' ' && s.p[end] != '|' && s.p[end] != ',' &&
               s.p[end] != ';' && s.p[end] >= 0)
            end++;
        struct str word = str_sub(s, i, end);
        while (str_ends(word, S(".")))
            word.n--;
        if (link_is_bare_host(word)) {
            struct span span = node->span;
            span.column += (uint32_t)i;
            span.end_column = span.column + (uint32_t)word.n - 1;
            add_piece(r, str_sub(s, start, i), node);
            vec_push(
                r->a, &r->line,
                ((struct piece){word, str_join(r->a, S("https://"), word), true, span}));
            start = i + word.n;
        }
        i = end > i ? end : i + 1;
    }
    add_piece(r, str_sub(s, start, s.n), node);
}

static void gather(struct read *r, const struct inline_node *node, int depth)
{
    for (; node; node = node->next) {
        if (node->kind == INLINE_LINK)
            add_link(r, node);
        else if (node->kind == INLINE_SOFT_BREAK || node->kind == INLINE_HARD_BREAK)
            take_line(r);
        else if (node->kind == INLINE_TEXT)
            add_text(r, node);
        else if (node->kind == INLINE_CODE || node->kind == INLINE_MATH)
            add_piece(r, node->text, node);
        else if (node->kind == INLINE_IMAGE)
            r->mixed = true; /* its words alone would stand for it */
        else if (depth < MAX_DEPTH && node->first)
            gather(r, node->first, depth + 1);
    }
}

/* --- lines ---------------------------------------------------------------------------------------- */

static bool is_separator(uint32_t c)
{
    return c == 0x2022 || c == '|' || c == 0xB7 || c == 0x2027 || c == 0x30FB || c == ';' ||
           c == 0x2003 || c == '\t' || c == 0xFF5C || c == 0x25CF || c == 0x2219;
}

/* Punctuation that may stand between entries and says nothing. */
static bool is_filler(uint32_t c)
{
    return is_separator(c) || utf8_is_space(c) || c == ',' || c == '/' || c == '-' ||
           c == 0x2013 || c == 0x2014 || c == '(' || c == ')' || c == '&' || c == '+' ||
           c == ':' || c == 0xFF1A || c == '.' || c == 0x2192 || c == '>' || c == 0x3001;
}

static struct str strip(struct str s)
{
    size_t from = 0, to = s.n;
    while (from < s.n) {
        size_t next = from;
        uint32_t c = utf8_next(s, &next);
        if (!is_filler(c) && utf8_is_word(c) && !(c >= 0x1F000 && c < 0x1FB00))
            break;
        if (c == '+' || c == '(' || c == '@' || c == '<')
            break; /* a telephone number, a handle, a placeholder */
        from = next;
    }
    bool placeholder = str_find_byte(s, '<', from) < s.n;
    while (to > from) {
        size_t before = to;
        uint32_t c = utf8_prev(s, &before);
        if (!is_filler(c) || (placeholder && c == '>'))
            break;
        to = before;
    }
    return str_sub(s, from, to);
}

static bool is_and(struct str s)
{
    return str_eq_nocase(s, S("and")) || str_eq_nocase(s, S("or")) ||
           str_eq_nocase(s, S("und")) || str_eq_nocase(s, S("et")) ||
           str_eq_nocase(s, S("y"));
}

static void push(struct read *r, struct str text, struct str url, struct str label,
                 struct span span)
{
    vec_push(r->a, &r->out->list, ((struct link){text, url, label, span}));
    r->found++;
}

/* An entry that is no link: a phone number, a place, a name, a handle of a contact line; among links
 * what is still to be linked, "Demo: on request". */
static void take_entry(struct read *r, struct str s, struct span span)
{
    struct str label = S(""), url = S(""), text = strip(s);
    size_t colon = str_find(text, S(": "), 0);
    if (colon < text.n) {
        label = str_trim(str_sub(text, 0, colon));
        text = str_trim(str_sub(text, colon + 1, text.n));
    }
    if (text_words(text) == 0)
        return;
    bool phone = link_is_phone(r->a, text, &url);
    bool lead_in = !r->contact && str_ends(str_trim(s), S(":"));
    if (!(r->contact || r->bare) || lead_in || (!phone && text_words(text) > ENTRY_WORDS)) {
        r->mixed = true;
        return;
    }
    push(r, text, phone ? url : S(""), label, span);
}

/* Text between links: entries parted by separators; what stands last may be the next one's label. */
static struct str take_text(struct read *r, struct str s, struct span span,
                            bool before_link)
{
    struct str last = S("");
    for (size_t i = 0, from = 0; i <= s.n;) {
        size_t at = i;
        bool end = i == s.n;
        if (!end && !is_separator(utf8_next(s, &i)))
            continue;
        struct str part = str_sub(s, from, at);
        from = i;
        if (end && before_link)
            last = part;
        else
            take_entry(r, part, span);
        if (end)
            break;
    }
    return last;
}

static void take_link(struct read *r, const struct piece *link, struct str before)
{
    struct str label = strip(before);
    bool named = label.n > 0 && !is_and(label);
    if (label.n > 0 && (!named || text_words(label) > LABEL_WORDS)) {
        r->mixed = true;
        named = false;
    }
    struct str text = link->text;
    bool mail = str_starts(link->url, S("mailto:"));
    if (link->bare && !r->contact && !mail) {
        text = named ? label : link_label(r->a, link->url);
        named = false;
    }
    push(r, text, link->url, named ? label : S(""), link->span);
}

static void take_line(struct read *r)
{
    struct strbuf gap = strbuf_at(r->a);
    struct span span = {0, 0, 0, 0};
    r->bare = true;
    for (size_t i = 0; i < r->line.n; i++)
        r->bare = r->bare && r->line.at[i].url.n == 0;
    for (size_t i = 0; i < r->line.n; i++) {
        const struct piece *piece = &r->line.at[i];
        if (piece->url.n == 0) {
            if (gap.n == 0)
                span = piece->span;
            strbuf_put(&gap, piece->text);
            continue;
        }
        take_link(r, piece, take_text(r, strbuf_str(&gap), span, true));
        gap = strbuf_at(r->a);
    }
    (void)take_text(r, strbuf_str(&gap), span, false);
    r->line.n = 0;
}

/* --- blocks --------------------------------------------------------------------------------------- */

/* The cells of a row make one line, as a key and its value do. */
static void read_row(struct read *r, const struct block *row)
{
    if (row->header && text_words(block_text(r->a, row)) > 0)
        return;
    for (const struct block *cell = row->first; cell; cell = cell->next) {
        gather(r, cell->inlines, 0);
        if (cell->next && cell->inlines) {
            struct inline_node colon = {
                .kind = INLINE_TEXT, .text = S(": "), .span = cell->span};
            add_piece(r, colon.text, &colon);
        }
    }
    take_line(r);
}

static void read_block(struct read *r, const struct block *block, int depth)
{
    if (depth > MAX_DEPTH)
        return;
    if (block->kind == BLOCK_PARAGRAPH) {
        gather(r, block->inlines, 0);
        take_line(r);
    } else if (block->kind == BLOCK_ROW) {
        read_row(r, block);
    } else if (block->kind == BLOCK_LIST || block->kind == BLOCK_ITEM ||
               block->kind == BLOCK_TABLE || block->kind == BLOCK_QUOTE) {
        for (const struct block *b = block->first; b; b = b->next)
            read_block(r, b, depth + 1);
    } else {
        r->mixed = true;
    }
}

enum links_purity links_read(struct arena *a, const struct block *block, bool contact,
                             struct links *out)
{
    struct read r = {.a = a, .contact = contact, .out = out};
    size_t before = out->list.n;
    read_block(&r, block, 0);
    bool head = block->kind == BLOCK_TABLE && block->first && block->first->header;
    bool addresses = contact;
    for (size_t i = before; i < out->list.n; i++)
        addresses = addresses || out->list.at[i].url.n > 0;
    if (!addresses)
        out->list.n = before;
    if (r.found == 0 || !addresses)
        return LINKS_NONE;
    if (!r.mixed && !(head && text_words(block_text(a, block->first)) > 0))
        return LINKS_PURE;
    size_t kept = before; /* prose keeps its names and places: only addresses are told of */
    for (size_t i = before; i < out->list.n; i++) {
        out->list.at[i].label = S("");
        if (out->list.at[i].url.n > 0)
            out->list.at[kept++] = out->list.at[i];
    }
    out->list.n = kept;
    return kept > before ? LINKS_MIXED : LINKS_NONE;
}

/* --- front matter --------------------------------------------------------------------------------- */

/* An address as people type it: mail, host without https://, phone, or a full one. */
static struct str address_of(struct arena *a, struct str s)
{
    struct str url;
    if (str_find(s, S("://"), 0) < s.n || str_starts(s, S("mailto:")) ||
        str_starts(s, S("tel:")))
        return s;
    if (str_find_byte(s, '@', 1) < s.n && str_find_byte(s, ' ', 0) >= s.n)
        return str_join(a, S("mailto:"), s);
    if (link_is_bare_host(s))
        return str_join(a, S("https://"), s);
    return link_is_phone(a, s, &url) ? url : S("");
}

static void add_value(struct arena *a, const struct yaml *value, struct str key,
                      bool contact, struct links *out)
{
    struct str s = str_trim(yaml_text(value)), url = address_of(a, s);
    bool plain = contact || url.n == 0;
    struct str text = key.n > 0 && !contact ? key : plain ? s : link_label(a, url);
    if (s.n > 0)
        vec_push(a, &out->list,
                 ((struct link){text, url, contact ? key : S(""), value->span}));
}

/* `{text: Repository, url: https://…}`. */
static bool add_pair(struct arena *a, const struct yaml *map, struct links *out)
{
    static const char *const names[] = {"text", "label", "title", "name"};
    struct str url = yaml_text(yaml_find(map, S("url"))), text = S("");
    if (url.n == 0)
        url = yaml_text(yaml_find(map, S("href")));
    for (size_t i = 0; i < countof(names) && text.n == 0; i++)
        text = str_trim(yaml_text(yaml_find(map, str_from(names[i]))));
    if (url.n == 0)
        return false;
    struct str address = address_of(a, str_trim(url));
    vec_push(a, &out->list,
             ((struct link){text.n > 0 ? text : link_label(a, address), address, S(""),
                            map->span}));
    return true;
}

void links_from_front(struct arena *a, const struct yaml *value, bool contact,
                      struct links *out)
{
    if (!value)
        return;
    if (value->kind == YAML_SCALAR)
        add_value(a, value, S(""), contact, out);
    if (value->kind == YAML_MAP && add_pair(a, value, out))
        return;
    for (const struct yaml *v = value->first; v; v = v->next) {
        if (v->kind == YAML_SCALAR)
            add_value(a, v, v->key, contact, out);
        else if (v->kind == YAML_MAP && !add_pair(a, v, out))
            for (const struct yaml *inner = v->first; inner; inner = inner->next)
                if (inner->kind == YAML_SCALAR)
                    add_value(a, inner, inner->key, contact, out);
    }
}
