/* SPDX-License-Identifier: MIT */
/* source/cook_notes.c — footnotes without a reference, and references without a footnote. */
#include "source/cook.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"

/* A label and how it is used. */
struct note {
    struct str label; /* lower case */
    size_t at;        /* of its first definition or reference */
    bool defined, used;
};

/* In order of appearance. */
struct note_link {
    struct note *note;
};

struct pass {
    const struct cook *k;
    struct lines lines;
    struct map notes;
    VEC(struct note_link) list;
};

static struct note *note_of(struct pass *p, struct str label, size_t at)
{
    struct str key = str_lower(p->k->a, label);
    struct note *note = map_find(&p->notes, key);
    if (note)
        return note;
    note = arena_make(p->k->a, struct note);
    *note = (struct note){.label = key, .at = at};
    map_put(p->k->a, &p->notes, key, note);
    vec_push(p->k->a, &p->list, ((struct note_link){note}));
    return note;
}

/* The label of `[^label]` at `at`, empty where there is none. */
static struct str label_at(struct str text, size_t at, size_t end)
{
    size_t i = at + 2;
    while (i < end && text.p[i] != ']' && text.p[i] != '[' && text.p[i] != ' ' &&
           text.p[i] != '`')
        i++;
    return i < end && text.p[i] == ']' ? str_sub(text, at + 2, i) : S("");
}

static bool is_definition(const struct line *line, struct str text, struct str label,
                          size_t at)
{
    size_t after = at + 3 + label.n;
    return at == line->text && line->indent < 4 && after < line->end &&
           text.p[after] == ':';
}

static void read_line(struct pass *p, const struct line *line)
{
    struct str text = p->lines.text, upto = str_sub(text, 0, line->end);
    for (size_t at = line->text; (at = str_find(upto, S("[^"), at)) < line->end; at += 2) {
        struct str label = label_at(text, at, line->end);
        bool escaped = at > 0 && text.p[at - 1] == '\\';
        if (label.n == 0 || escaped)
            continue;
        struct note *note = note_of(p, label, at);
        if (!is_definition(line, text, label, at)) {
            note->used = true;
        } else if (!note->defined) {
            note->defined = true;
            note->at = at;
        }
    }
}

static void tell(const struct pass *p, const struct cooked *before)
{
    for (size_t i = 0; i < p->list.n; i++) {
        const struct note *note = p->list.at[i].note;
        struct span span = cook_span(p->k, before, note->at, note->at + note->label.n + 3);
        if (!note->defined)
            diag_push(p->k->d, D_S0314, span, "the footnote “%.*s” has no text",
                      STR(note->label));
        else if (!note->used)
            diag_push(p->k->d, D_S0315, span, "nothing refers to the footnote “%.*s”",
                      STR(note->label));
    }
}

struct cooked cook_notes(const struct cook *k, const struct cooked *before)
{
    struct pass p = {.k = k, .lines = lines_of(k->a, cooked_str(before))};
    if (str_find(p.lines.text, S("[^"), 0) >= p.lines.text.n)
        return *before;
    for (size_t i = 0; i < p.lines.list.n; i++)
        if (!p.lines.list.at[i].code)
            read_line(&p, &p.lines.list.at[i]);
    tell(&p, before);
    struct cooked out = cooked_after(k->a, before);
    size_t copied = 0;
    for (size_t i = 0; i < p.list.n; i++) {
        const struct note *note = p.list.at[i].note;
        if (note->used || note->at < copied)
            continue; /* the parser would leave out what nobody refers to */
        cooked_copy(&out, copied, note->at);
        cooked_put(&out, S("\n\\"), note->at); /* a paragraph of its own */
        copied = note->at;
    }
    cooked_copy(&out, copied, p.lines.text.n);
    return out;
}
