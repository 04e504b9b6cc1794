/* SPDX-License-Identifier: MIT */
/* block/rich.c — inline markup as styled stretches of text. */
#include "block/rich.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "block/notes.h"

#define MAX_DEPTH 64 /* deeper markup is set as its words */
#define METRIC_MAX_BYTES 40
#define METRIC_MAX_WORDS 4 /* "p95 = 78 ms"; more words are a sentence */
#define RUN_IN_MAX_WORDS 6 /* "Technical note."; longer is bold prose */
#define SCRIPT_SIZE 660    /* of superiors and inferiors [thousandths] */
#define SUP_RISE 340
#define SUB_DROP 140

/* How the text at a place in the markup is set. */
struct style_here {
    struct stretch like; /* all but text */
    enum role role;      /* of the paragraph */
    struct tag *tag;     /* parent of links */
    int depth;
};

/* The paragraph under construction. */
struct writer {
    struct setter *s;
    struct rich rich;
    bool space; /* the text so far ends in a space, or nothing has been set */
};

struct stretch rich_stretch(const struct setter *s, struct str text, enum role role)
{
    const struct role_look *r = &s->look->roles[role];
    struct stretch st = {
        .text = text, .face = {r->family, r->weight, r->italic}
    };
    st.features = r->features;
    st.tracking = r->tracking;
    st.lang = s->study->lang;
    st.size = r->size;
    st.colour = r->colour;
    st.span = s->span;
    if (!r->hyphenate)
        st.flags = STRETCH_NO_HYPHEN;
    return st;
}

void rich_put(struct setter *s, struct rich *rich, struct stretch stretch)
{
    if (stretch.text.n > 0)
        vec_push(s->a, &rich->list, stretch);
}

void rich_join(struct setter *s, struct rich *rich, const struct rich *more)
{
    for (size_t i = 0; i < more->list.n; i++)
        vec_push(s->a, &rich->list, more->list.at[i]);
}

struct str rich_said(struct arena *a, const struct rich *rich)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < rich->list.n; i++)
        strbuf_put(&b, rich->list.at[i].text);
    return strbuf_str(&b);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* `text` with runs of white space made one space, none at the start where `after_space`. */
static struct str fold(struct arena *a, struct str text, bool after_space)
{
    bool clean = true, blank = after_space;
    for (size_t i = 0; i < text.n && clean; i++) {
        bool now = is_blank(text.p[i]);
        clean = !now || (text.p[i] == ' ' && !blank);
        blank = now;
    }
    if (clean)
        return text;
    struct strbuf b = strbuf_at(a);
    blank = after_space;
    for (size_t i = 0; i < text.n; i++) {
        bool now = is_blank(text.p[i]);
        if (!now)
            strbuf_putc(&b, text.p[i]);
        else if (!blank)
            strbuf_putc(&b, ' ');
        blank = now;
    }
    return strbuf_str(&b);
}

static void write_folded(struct writer *w, const struct style_here *here, struct str text,
                         struct span span)
{
    struct stretch st = here->like;
    st.text = fold(w->s->a, text, w->space);
    st.span = span;
    if (st.text.n == 0)
        return;
    w->space = is_blank(st.text.p[st.text.n - 1]);
    rich_put(w->s, &w->rich, st);
}

/* As written: spaces inside count. */
static void write_as_is(struct writer *w, const struct style_here *here, struct str text,
                        struct span span)
{
    struct stretch st = here->like;
    st.text = text;
    st.span = span;
    rich_put(w->s, &w->rich, st);
    w->space = false;
}

/* Han, kana and their punctuation: written without spaces, so that a line end in the source is
 * none either. */
static bool is_ideographic(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFF);
}

static void write_line_end(struct writer *w, const struct style_here *here,
                           const struct inline_node *node)
{
    struct str before = w->rich.list.n > 0 ? vec_last(&w->rich.list)->text : S("");
    struct str after = node->next ? node->next->text : S("");
    size_t end = before.n, start = 0;
    if (before.n > 0 && after.n > 0 && is_ideographic(utf8_prev(before, &end)) &&
        is_ideographic(utf8_next(after, &start)))
        return;
    write_folded(w, here, S(" "), node->span);
}

static void break_line(struct writer *w)
{
    if (w->rich.list.n == 0)
        return;
    vec_last(&w->rich.list)->flags |= STRETCH_BREAK_AFTER;
    w->space = true;
}

/* The look of `role` at the size of the text around: its size is that of running text. */
static void take_role(struct writer *w, struct style_here *here, enum role role)
{
    const struct look *look = w->s->look;
    const struct role_look *r = &look->roles[role];
    here->like.face = (struct face_key){r->family, r->weight, r->italic};
    here->like.features = r->features;
    here->like.tracking = r->tracking;
    here->like.size = mpt_scale(here->like.size, r->size, look->roles[ROLE_TEXT].size);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t count_spaces(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == ' ';
    return n;
}

bool rich_is_metric(struct str text)
{
    text = str_trim(text);
    if (text.n == 0 || text.n > METRIC_MAX_BYTES || count_spaces(text) >= METRIC_MAX_WORDS)
        return false;
    size_t digit = 0;
    while (digit < text.n && !is_digit(text.p[digit]))
        digit++;
    if (digit == text.n)
        return false;
    if (str_find_byte(text, '=', 0) < text.n)
        return true;
    /* Signs and currencies may come before the first digit, letters may not: "GPT-4" is a name. */
    for (size_t i = 0; i < digit;)
        if (utf8_is_word(utf8_next(text, &i)))
            return false;
    return true;
}

static bool plain_text(const struct inline_node *node)
{
    for (const struct inline_node *c = node->first; c; c = c->next)
        if (c->kind != INLINE_TEXT && c->kind != INLINE_SOFT_BREAK)
            return false;
    return true;
}

/* "Technical note." at the start of a paragraph is a heading that runs in. */
static bool runs_in(const struct writer *w, struct str text)
{
    if (w->rich.list.n > 0 || count_spaces(text) >= RUN_IN_MAX_WORDS)
        return false;
    return str_ends(text, S(".")) || str_ends(text, S(":"));
}

static void take_strong(struct writer *w, struct style_here *here,
                        const struct inline_node *node)
{
    const struct look *look = w->s->look;
    if (here->role == ROLE_TABLE_CELL) {
        here->like.face.weight = 700; /* the best value of a column must be seen in grey */
        return;
    }
    struct str text = str_trim(inlines_text(w->s->a, node->first));
    bool running = here->role == ROLE_TEXT || here->role == ROLE_LEAD;
    if (running && plain_text(node) && rich_is_metric(text)) {
        take_role(w, here, ROLE_INLINE_METRIC);
        here->like.flags |= STRETCH_METRIC | STRETCH_NO_BREAK;
    } else if (here->role == ROLE_TEXT && runs_in(w, text) && !look->plain) {
        uint32_t colour = here->like.colour;
        take_role(w, here, ROLE_SUBHEAD);
        here->like.colour = colour;
    } else {
        int bolder = here->like.face.weight + 200;
        int strong = look->roles[ROLE_STRONG].weight;
        here->like.face.weight = bolder > strong ? bolder : strong;
    }
}

static void take_script(struct style_here *here, int rise)
{
    here->like.rise += mpt_scale(here->like.size, rise, 1000);
    here->like.size = mpt_scale(here->like.size, SCRIPT_SIZE, 1000);
}

static void take_link(struct writer *w, struct style_here *here,
                      const struct inline_node *node)
{
    struct tag *tag = tag_new(w->s->a, here->tag, TAG_LINK);
    tag->url = node->url;
    here->like.link = node->url;
    here->like.tag = here->tag = tag;
    here->like.colour = w->s->look->accent;
    if (here->role == ROLE_TEXT || here->role == ROLE_LEAD || here->role == ROLE_QUOTE)
        here->like.flags |= STRETCH_UNDERLINE;
    if (node->bare)
        here->like.flags |= STRETCH_URL | STRETCH_AS_IS;
}

static void write_inlines(struct writer *w, const struct style_here *here,
                          const struct inline_node *first);

/* What is said of an address that stands in the text by itself: the scheme helps nobody who reads,
 * and the link has it. */
static struct str without_scheme(struct str url)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:"};
    for (size_t i = 0; i < countof(schemes); i++) {
        struct str scheme = str_from(schemes[i]);
        if (url.n > scheme.n && str_starts(url, scheme))
            return str_sub(url, scheme.n, url.n);
    }
    return url;
}

/* The address after the words of a link, for paper. */
static void print_address(struct writer *w, const struct style_here *link,
                          const struct inline_node *node)
{
    bool beside = w->s->look->links_print == PRINT_BESIDE;
    if (!beside || node->bare || !str_starts(node->url, S("http")))
        return;
    struct style_here here = *link;
    write_folded(w, &here, S(" ("), node->span);
    here.like.flags |= STRETCH_URL | STRETCH_AS_IS;
    size_t scheme = str_find(node->url, S("://"), 0);
    write_as_is(w, &here, str_sub(node->url, scheme + 3, node->url.n), node->span);
    write_folded(w, link, S(")"), node->span);
}

/* The raised number of a note. */
static void write_note_mark(struct writer *w, const struct style_here *here, int number,
                            struct span span)
{
    struct style_here mark = *here;
    struct arena *a = w->s->a;
    struct tag *reference = tag_new(a, here->tag, TAG_REFERENCE);
    struct tag *link = tag_new(a, reference, TAG_LINK);
    link->url = str_fmt(a, NOTE_LINK "%d", number);
    take_script(&mark, SUP_RISE);
    mark.like.link = link->url;
    mark.like.tag = link;
    mark.like.flags |= STRETCH_NO_BREAK;
    write_as_is(w, &mark, str_fmt(a, "%d", number), span);
}

static void write_code(struct writer *w, struct style_here here,
                       const struct inline_node *node)
{
    take_role(w, &here, ROLE_CODE);
    here.like.flags |= STRETCH_CODE | STRETCH_AS_IS;
    write_as_is(w, &here, node->text, node->span);
}

/* What a kind of markup changes in the style; its children follow. */
static void take_markup(struct writer *w, struct style_here *here,
                        const struct inline_node *node)
{
    switch (node->kind) {
    case INLINE_EMPH:
        here->like.face.italic = !here->like.face.italic;
        break;
    case INLINE_STRONG:
        take_strong(w, here, node);
        break;
    case INLINE_STRIKE:
        here->like.flags |= STRETCH_STRIKE;
        break;
    case INLINE_UNDERLINE:
        here->like.flags |= STRETCH_UNDERLINE;
        break;
    case INLINE_SUB:
        take_script(here, -SUB_DROP);
        break;
    case INLINE_SUP:
        take_script(here, SUP_RISE);
        break;
    case INLINE_KBD:
        take_role(w, here, ROLE_CODE);
        here->like.flags |= STRETCH_NO_HYPHEN | STRETCH_NO_BREAK;
        break;
    case INLINE_LINK:
        take_link(w, here, node);
        break;
    case INLINE_SPAN:
        if (attrs_has(&node->attrs, S("metric")))
            take_role(w, here, ROLE_INLINE_METRIC);
        break;
    case INLINE_IMAGE: /* its alternative text stands here, the picture follows the paragraph */
    case INLINE_TEXT:
    case INLINE_CODE:
    case INLINE_MATH:
    case INLINE_SOFT_BREAK:
    case INLINE_HARD_BREAK:
    case INLINE_FOOTNOTE_REF:
    case INLINE_KINDS:
        break;
    }
}

static void write_container(struct writer *w, const struct style_here *here,
                            const struct inline_node *node)
{
    struct style_here inner = *here;
    inner.depth++;
    if (inner.depth > MAX_DEPTH) {
        write_folded(w, here, inlines_text(w->s->a, node->first), node->span);
        return;
    }
    take_markup(w, &inner, node);
    if (node->kind == INLINE_LINK && node->bare) {
        struct str said = inlines_text(w->s->a, node->first);
        write_as_is(w, &inner, without_scheme(said), node->span);
        return;
    }
    write_inlines(w, &inner, node->first);
    if (node->kind != INLINE_LINK)
        return;
    print_address(w, &inner, node);
    int note = notes_of_url(w->s, node->url);
    if (note > 0)
        write_note_mark(w, here, note, node->span);
}

static void write_node(struct writer *w, const struct style_here *here,
                       const struct inline_node *node)
{
    struct style_here math = *here;
    switch (node->kind) {
    case INLINE_TEXT:
        write_folded(w, here, node->text, node->span);
        break;
    case INLINE_CODE:
        write_code(w, *here, node);
        break;
    case INLINE_MATH:
        math.like.face.italic = true;
        math.like.flags |= STRETCH_NO_HYPHEN;
        write_folded(w, &math, node->text, node->span);
        break;
    case INLINE_SOFT_BREAK:
        write_line_end(w, here, node);
        break;
    case INLINE_HARD_BREAK:
        break_line(w);
        break;
    case INLINE_FOOTNOTE_REF:
        write_note_mark(w, here, notes_number(w->s, node->number), node->span);
        break;
    case INLINE_EMPH:
    case INLINE_STRONG:
    case INLINE_STRIKE:
    case INLINE_UNDERLINE:
    case INLINE_SUB:
    case INLINE_SUP:
    case INLINE_KBD:
    case INLINE_LINK:
    case INLINE_IMAGE:
    case INLINE_SPAN:
    case INLINE_KINDS:
        write_container(w, here, node);
        break;
    }
}

static void write_inlines(struct writer *w, const struct style_here *here,
                          const struct inline_node *first)
{
    for (const struct inline_node *node = first; node; node = node->next)
        write_node(w, here, node);
}

/* No space at the end, no break after the last word. */
static struct rich finish(struct writer *w)
{
    while (w->rich.list.n > 0) {
        struct stretch *last = vec_last(&w->rich.list);
        if (!(last->flags & STRETCH_CODE))
            last->text = str_trim_end(last->text);
        last->flags &= ~(unsigned)STRETCH_BREAK_AFTER;
        if (last->text.n > 0)
            break;
        w->rich.list.n--;
    }
    return w->rich;
}

struct rich rich_inlines(struct setter *s, const struct inline_node *first, enum role role,
                         struct tag *tag)
{
    struct writer w = {.s = s, .space = true};
    struct style_here here = {
        .like = rich_stretch(s, S(""), role), .role = role, .tag = tag};
    write_inlines(&w, &here, first);
    return finish(&w);
}

struct rich rich_text(struct setter *s, struct str text, enum role role)
{
    struct writer w = {.s = s, .space = true};
    struct style_here here = {.like = rich_stretch(s, S(""), role), .role = role};
    write_folded(&w, &here, text, s->span);
    return finish(&w);
}
