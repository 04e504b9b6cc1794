/* SPDX-License-Identifier: MIT */
/* model/outline_make.c — lines that are headings without being marked so. */
#include "base/arena.h"
#include "base/utf8.h"
#include "model/lead.h"
#include "model/outline.h"

#define BARE_MAX_WORDS 7 /* of an unknown title without any mark */
#define RUN_MIN_WORDS 6  /* behind a title on the same line: less is a fact's value */
#define SURE 3           /* known titles that make a document one of bare headings */

/* What is known of each paragraph before anything is decided. */
struct reading {
    struct lead lead;
    bool keys; /* several lines of `key: value` */
};

struct making {
    struct arena *a;
    struct outline *o;
    struct diags *d;
    struct reading *readings;
    size_t sure; /* whole lines that are known names */
    size_t bold; /* whole lines set bold */
    size_t runs; /* known names before text */
};

static bool is_taken(const struct outline *o, size_t i)
{
    return o->list.at[i].heading || outline_is_masthead(o, i);
}

static bool is_known(const struct reading *r)
{
    return r->lead.match.trust == TRUST_WHOLE;
}

static bool has_kind(const struct reading *r, enum section_kind kind)
{
    return is_known(r) && r->lead.match.kind == kind;
}

/* Sections that people open on the line itself even where other sections have headings. */
static bool is_line_section(const struct reading *r)
{
    return has_kind(r, SECTION_TLDR) || has_kind(r, SECTION_LINKS) ||
           has_kind(r, SECTION_CONTACT);
}

static size_t rest_words(struct making *m, size_t i)
{
    struct str text = inlines_text(m->a, m->o->list.at[i].block->inlines);
    return text_words(str_sub(text, m->readings[i].lead.rest, text.n));
}

/* `key: value` next to other such lines is a fact. */
static bool is_beside_key(const struct making *m, size_t i)
{
    for (int step = -1; step <= 1; step += 2) {
        size_t other = i + (size_t)step;
        if (other >= m->o->list.n || is_taken(m->o, other))
            continue;
        const struct reading *r = &m->readings[other];
        if (r->keys || (r->lead.form == LEAD_RUN && r->lead.marked && !is_known(r) &&
                        text_words(r->lead.title) <= 3))
            return true;
    }
    return false;
}

/* A known name, a colon, and text enough to be a section. */
static bool is_run(struct making *m, size_t i)
{
    const struct reading *r = &m->readings[i];
    if (r->lead.form != LEAD_RUN || !is_known(r) || r->keys)
        return false;
    if (has_kind(r, SECTION_TLDR))
        return r->lead.marked || r->lead.strong;
    if (!r->lead.marked)
        return false;
    return is_line_section(r) ||
           (rest_words(m, i) >= RUN_MIN_WORDS && !is_beside_key(m, i));
}

/* A known name on a line of its own, alone or above its text. */
static bool is_line(const struct reading *r)
{
    return (r->lead.form == LEAD_LINE || r->lead.form == LEAD_FIRST) && is_known(r) &&
           !r->keys;
}

/* A line that may be a title: it begins like one and does not end like a sentence. */
static bool is_title_like(const struct lead *lead)
{
    struct str s = lead->title;
    size_t i = 0;
    uint32_t first = s.n > 0 ? utf8_next(s, &i) : 0;
    bool digit = first >= '0' && first <= '9', low = first >= 'a' && first <= 'z';
    return lead->form == LEAD_LINE && utf8_is_word(first) && !digit && !low &&
           !lead->sentence && str_find(s, S(" | "), 0) >= s.n;
}

/* An unknown name on a line of its own, bold or bare, above something that it could head. */
static bool is_unknown_line(const struct making *m, size_t i)
{
    const struct reading *r = &m->readings[i];
    bool heads = i + 1 < m->o->list.n && !is_taken(m->o, i + 1) &&
                 !is_title_like(&m->readings[i + 1].lead);
    if (!heads || !is_title_like(&r->lead))
        return false;
    if (r->lead.strong)
        return m->bold >= 2 || m->sure >= 1;
    return m->sure >= SURE && text_words(r->lead.title) <= BARE_MAX_WORDS;
}

static void survey(struct making *m)
{
    for (size_t i = 0; i < m->o->list.n; i++) {
        struct reading *r = &m->readings[i];
        if (is_taken(m->o, i))
            continue;
        r->lead = lead_of(m->a, m->o->list.at[i].block);
        r->keys = lead_is_keys(m->a, m->o->list.at[i].block);
    }
    for (size_t i = 0; i < m->o->list.n; i++) {
        m->sure += is_line(&m->readings[i]);
        m->bold += m->readings[i].lead.form == LEAD_LINE && m->readings[i].lead.strong;
        m->runs += is_run(m, i);
    }
}

static void make(struct making *m, size_t i)
{
    struct entry *e = &m->o->list.at[i];
    const struct lead *lead = &m->readings[i].lead;
    e->title = lead->title;
    e->title_inlines = lead_title(m->a, e->block, lead);
    e->rest = lead_rest(m->a, e->block, lead);
    e->span = e->title_inlines ? e->title_inlines->span : e->block->span;
    e->match = lead->match;
    e->heading = e->made = true;
    e->level = 2;
}

/* `1. TL;DR` without any #: a list of one item that is a name. */
static void make_of_item(struct making *m, size_t i)
{
    struct entry *e = &m->o->list.at[i];
    const struct block *item = e->block->kind == BLOCK_LIST ? e->block->first : NULL;
    if (!item || item->next || !e->block->ordered || !item->first || item->first->next)
        return;
    struct lead lead = lead_of(m->a, item->first);
    if (lead.form != LEAD_LINE || lead.match.trust != TRUST_WHOLE)
        return;
    e->title = lead.title;
    e->title_inlines = lead_title(m->a, item->first, &lead);
    e->match = lead.match;
    e->heading = e->made = true;
    e->level = 2;
}

static void make_all(struct making *m)
{
    bool enough = m->sure + m->runs >= SURE;
    for (size_t i = 0; i < m->o->list.n; i++) {
        const struct reading *r = &m->readings[i];
        if (is_taken(m->o, i))
            continue;
        bool line = is_line(r) && (r->lead.strong || m->sure >= 2 || is_line_section(r));
        bool run = is_run(m, i) && (enough || is_line_section(r));
        if (line || run || is_unknown_line(m, i))
            make(m, i);
        else
            make_of_item(m, i);
    }
}

/* A quote that begins with "TL;DR": what is in it is the section. */
static void make_of_quote(struct making *m, size_t i)
{
    struct entry *e = &m->o->list.at[i];
    if (e->block->kind != BLOCK_QUOTE || !e->block->first)
        return;
    struct lead lead = lead_of(m->a, e->block->first);
    if (lead.match.trust != TRUST_WHOLE || lead.match.kind != SECTION_TLDR ||
        (lead.form == LEAD_RUN && !lead.marked && !lead.strong))
        return;
    struct block *rest = lead_rest(m->a, e->block->first, &lead);
    e->title = lead.title;
    e->title_inlines = lead_title(m->a, e->block->first, &lead);
    e->match = lead.match;
    e->heading = e->made = true;
    e->level = 2;
    if (rest)
        rest->next = e->block->first->next;
    e->rest = rest ? rest : e->block->first->next;
}

/* Beside real headings: a TL;DR before the first, links and contact behind the last. */
static void make_some(struct making *m, size_t first, size_t last)
{
    enum section_kind end = m->o->list.at[last].match.kind;
    for (size_t i = 0; i < m->o->list.n; i++) {
        const struct reading *r = &m->readings[i];
        if (is_taken(m->o, i))
            continue;
        bool opening = i < first && has_kind(r, SECTION_TLDR);
        bool closing =
            i > last && is_line_section(r) && !has_kind(r, SECTION_TLDR) &&
            !has_kind(r, end); /* "Code: …" under Links is a link with its name */
        if ((opening || closing) &&
            (is_run(m, i) || (is_line(r) && (opening || r->lead.strong))))
            make(m, i);
        else if (i < first)
            make_of_quote(m, i);
    }
}

/* Levels of made headings go with the real ones. */
static void match_levels(struct outline *o)
{
    int level = 0;
    for (size_t i = 0; i < o->list.n; i++)
        if (is_taken(o, i) && !o->list.at[i].made && !outline_is_masthead(o, i) &&
            (level == 0 || o->list.at[i].level < level))
            level = o->list.at[i].level;
    for (size_t i = 0; i < o->list.n && level > 0; i++)
        if (o->list.at[i].made)
            o->list.at[i].level = level;
}

static void tell(struct making *m)
{
    for (size_t i = 0; i < m->o->list.n; i++)
        if (m->o->list.at[i].made) {
            diag_push(
                m->d, D_M0104, m->o->list.at[i].span,
                "no line is marked as a heading; lines such as this are read as headings");
            return;
        }
}

void outline_make_headings(struct arena *a, struct outline *o, struct diags *d)
{
    struct making m = {.a = a, .o = o, .d = d};
    m.readings = arena_many(a, o->list.n, struct reading);
    survey(&m);
    size_t first = SIZE_MAX, last = 0;
    for (size_t i = 0; i < o->list.n; i++)
        if (o->list.at[i].heading && !outline_is_masthead(o, i)) {
            first = first == SIZE_MAX ? i : first;
            last = i;
        }
    if (first == SIZE_MAX) {
        make_all(&m);
        tell(&m);
    } else {
        make_some(&m, first, last);
        match_levels(o);
    }
}
