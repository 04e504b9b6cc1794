/* SPDX-License-Identifier: MIT */
/* model/build_title.c — title, kicker and subtitle of a study. */
#include "base/arena.h"
#include "model/build.h"
#include "model/flat.h"
#include "model/name.h"
#include "model/title.h"

static const struct inline_node *entry_inlines(const struct entry *e)
{
    return e->heading ? e->title_inlines : e->block->inlines;
}

/* Only a bold line is a title in bold by mistake. */
static const struct inline_node *unwrapped(const struct inline_node *inlines)
{
    bool alone = inlines && inlines->kind == INLINE_STRONG && !inlines->next;
    return alone ? inlines->first : inlines;
}

static void set_kicker(struct study *study, struct str text,
                       const struct title_parts *parts)
{
    if (study->kicker.n == 0)
        study->kicker = str_sub(text, parts->kicker_from, parts->kicker_to);
}

static void title_from_entry(struct build *b, const struct entry *e)
{
    struct study *study = b->study;
    const struct inline_node *inlines = unwrapped(entry_inlines(e));
    struct flat f = flat_of(b->a, inlines);
    struct title_parts parts = title_parts(b->a, f.text);
    set_kicker(study, f.text, &parts);
    study->title = str_sub(f.text, parts.from, parts.to);
    study->title_inlines = flat_slice(b->a, inlines, parts.from, parts.to);
    study->title_span = e->span;
}

/* The first heading says more than the title of the front matter: the rest goes below it. */
static void subtitle_from_heading(struct build *b, const struct entry *e)
{
    struct study *study = b->study;
    struct flat f = flat_of(b->a, entry_inlines(e));
    struct title_parts parts = title_parts(b->a, f.text);
    struct str written = str_sub(f.text, parts.from, parts.to);
    struct str left = name_fold(b->a, written), right = name_fold(b->a, study->title);
    set_kicker(study, f.text, &parts);
    if (str_eq(written, study->title)) /* with the links in it */
        study->title_inlines = flat_slice(b->a, entry_inlines(e), parts.from, parts.to);
    if (str_starts(right, left) || study->subtitle.n > 0)
        return;
    size_t from = str_starts(written, study->title) ? study->title.n : 0;
    while (from > 0 && from < written.n &&
           str_find_byte(S(" :-|,"), written.p[from], 0) < 5)
        from++;
    struct str rest = str_sub(written, from, written.n);
    study->subtitle = str_starts(rest, S("— ")) || str_starts(rest, S("– "))
                          ? str_sub(rest, 4, rest.n)
                          : rest;
}

static void title_from_front(struct build *b)
{
    struct study *study = b->study;
    struct title_parts parts = title_parts(b->a, study->title);
    set_kicker(study, study->title, &parts);
    study->title = str_sub(study->title, parts.from, parts.to);
    if (b->outline.title != SIZE_MAX)
        subtitle_from_heading(b, &b->outline.list.at[b->outline.title]);
}

/* "Case Study" that stands above the title on a line of its own. */
static void take_kicker(struct build *b)
{
    if (b->outline.kicker == SIZE_MAX)
        return;
    struct flat f = flat_of(b->a, entry_inlines(&b->outline.list.at[b->outline.kicker]));
    struct title_parts parts = title_parts(b->a, f.text);
    bool cut = parts.kicker_to > parts.kicker_from;
    if (b->study->kicker.n == 0)
        b->study->kicker = cut ? str_sub(f.text, parts.kicker_from, parts.kicker_to)
                               : str_sub(f.text, parts.from, parts.to);
}

static void take_subtitle(struct build *b)
{
    if (b->outline.subtitle == SIZE_MAX)
        return;
    const struct entry *e = &b->outline.list.at[b->outline.subtitle];
    if (b->study->subtitle.n > 0)
        b->outline.subtitle =
            SIZE_MAX; /* the front matter has one: this stays in the text */
    else
        b->study->subtitle = str_trim(inlines_text(b->a, entry_inlines(e)));
}

void build_title(struct build *b)
{
    struct study *study = b->study;
    if (study->title.n > 0)
        title_from_front(b);
    else if (b->outline.title != SIZE_MAX)
        title_from_entry(b, &b->outline.list.at[b->outline.title]);
    take_kicker(b);
    take_subtitle(b);
    bool something = study->source->root->first != NULL;
    if (study->title.n == 0 && something) {
        struct span top = {1, 1, 1, 1};
        diag_push(b->d, D_M0101, study->title_span.line > 0 ? study->title_span : top,
                  study->kicker.n > 0 ? "the title is empty"
                                      : "the case study has no title");
    }
}
