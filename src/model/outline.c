/* SPDX-License-Identifier: MIT */
/* model/outline.c — a document as a row of headings and blocks. */
#include "model/outline.h"

#include "base/arena.h"

#define LEVELS 7 /* 1 to 6, and none */

struct outline outline_of(struct arena *a, const struct block *root, struct str title,
                          struct diags *d)
{
    struct outline o = {.title = SIZE_MAX, .subtitle = SIZE_MAX, .kicker = SIZE_MAX};
    for (const struct block *b = root->first; b; b = b->next) {
        if (b->kind == BLOCK_FOOTNOTE)
            continue;
        struct entry *e = vec_add(a, &o.list);
        *e = (struct entry){
            .block = b, .span = b->span, .match = {SECTION_CUSTOM, TRUST_NONE, 0}
        };
        if (b->kind != BLOCK_HEADING)
            continue;
        e->heading = true;
        e->level = b->level;
        e->title = str_trim(inlines_text(a, b->inlines));
        e->title_inlines = b->inlines;
        e->match = section_match(a, e->title);
    }
    outline_find_title(a, &o, title);
    outline_make_headings(a, &o, d);
    outline_set_levels(&o, d);
    return o;
}

static bool is_section_heading(const struct outline *o, size_t i)
{
    return o->list.at[i].heading && !outline_is_masthead(o, i);
}

/* The level at which the sections stand: that of most headings whose names are known, else the
 * highest that is used. */
static int section_level(const struct outline *o)
{
    size_t known[LEVELS] = {0}, all[LEVELS] = {0};
    for (size_t i = 0; i < o->list.n; i++) {
        if (!is_section_heading(o, i))
            continue;
        const struct entry *e = &o->list.at[i];
        all[e->level]++;
        known[e->level] += e->match.trust == TRUST_WHOLE;
    }
    int best = 0;
    for (int level = 1; level < LEVELS; level++) {
        bool first = best == 0 && all[level] > 0;
        if (first || (best > 0 && known[level] > known[best]))
            best = level;
    }
    return best;
}

/* Levels below that of the sections, closed up: 2 for it and all above, 3 for the next in use. */
static void rank_levels(const struct outline *o, int base, int rank[LEVELS])
{
    bool used[LEVELS] = {false};
    for (size_t i = 0; i < o->list.n; i++)
        if (is_section_heading(o, i))
            used[o->list.at[i].level] = true;
    int next = 3;
    for (int level = 0; level < LEVELS; level++) {
        rank[level] = level <= base ? 2 : next;
        next += level > base && used[level];
    }
}

void outline_set_levels(struct outline *o, struct diags *d)
{
    int rank[LEVELS], base = section_level(o), last = 1;
    rank_levels(o, base, rank);
    for (size_t i = 0; i < o->list.n; i++) {
        struct entry *e = &o->list.at[i];
        if (!is_section_heading(o, i))
            continue;
        int written = e->level, level = rank[written];
        if (level > last + 1) {
            diag_push(d, D_M0105, e->span, "a heading of level %d below one of level %d",
                      written, last);
            level = last + 1;
        }
        e->level = level;
        last = level;
    }
}
