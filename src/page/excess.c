/* SPDX-License-Identifier: MIT */
/* page/excess.c — how much running text is too much. */
#include "page/excess.h"

#include "base/arena.h"

/* The search for the least number of lines. */
struct search {
    struct arena *scratch;
    const struct layout *layout;
    size_t sections;
    size_t budget;
    struct paper paper;
    const bool *line; /* of each box of the flow: a line that may go by itself */
    int *of;          /* such lines in each section, and in none; */
    size_t *from;     /* they stand between two boxes, */
    size_t *to;       /* [from, to) */
    int all;
    int *lost; /* how many of them go */
};

static size_t section_of(const struct search *s, size_t place)
{
    size_t section = s->layout->flow.at[place]->section;
    return section < s->sections ? section : s->sections;
}

static void count(struct search *s)
{
    s->of = arena_many(s->scratch, s->sections + 1, int);
    s->lost = arena_many(s->scratch, s->sections + 1, int);
    s->from = arena_many(s->scratch, s->sections + 1, size_t);
    s->to = arena_many(s->scratch, s->sections + 1, size_t);
    for (size_t i = 0; i < s->layout->flow.n; i++) {
        size_t section = section_of(s, i);
        if (!s->line[i])
            continue;
        s->from[section] = s->of[section]++ ? s->from[section] : i;
        s->to[section] = i + 1;
        s->all++;
    }
}

/* Each section's share of `lines`; shares that are rounded add up all the same. */
static void share(struct search *s, int lines)
{
    int64_t before = 0, told = 0;
    for (size_t i = 0; i <= s->sections && s->all > 0; i++) {
        before += s->of[i];
        int64_t upto = before * lines / s->all;
        s->lost[i] = (int)(upto - told);
        told = upto;
    }
}

/* Take lines that section number `section` loses, from its end; first from inside its paragraphs,
 * whose ends must stay with them, then whole ones. */
static void strike(const struct search *s, size_t section, bool *gone)
{
    const struct flow *flow = &s->layout->flow;
    int left = s->lost[section];
    for (int inside = 1; inside >= 0; inside--)
        for (size_t i = s->to[section]; i-- > s->from[section] && left > 0;) {
            const struct box *box = flow->at[i];
            bool edge = box->club_line || box->widow_line;
            if (section_of(s, i) != section || !s->line[i] || gone[i] || (inside && edge))
                continue;
            gone[i] = true;
            left--;
        }
}

/* Does the study keep to its sheets without so many lines? */
static bool keeps_without(struct search *s, int lines)
{
    const struct flow *flow = &s->layout->flow;
    struct arena_mark mark = arena_mark(s->scratch);
    bool *gone = arena_many(s->scratch, flow->n, bool);
    const struct box **at = arena_many(s->scratch, flow->n, const struct box *);
    size_t n = 0;
    share(s, lines);
    for (size_t i = 0; i <= s->sections; i++)
        strike(s, i, gone);
    for (size_t i = 0; i < flow->n; i++)
        if (!gone[i])
            at[n++] = flow->at[i];
    struct flow rest = flow_measure(s->scratch, at, n, flow->columns, flow->line);
    size_t sheets = page_break(s->scratch, &rest, &s->paper).sheets;
    arena_rewind(s->scratch, mark);
    return sheets <= s->budget;
}

struct excess excess_of(struct arena *scratch, const struct layout *layout,
                        const bool *lines, size_t sections, int budget)
{
    struct arena_mark mark = arena_mark(scratch);
    struct search s = {scratch, layout, sections, (size_t)budget, .line = lines};
    s.paper = page_paper(layout, budget > 1);
    count(&s);
    int fails = 0, keeps = s.all;
    bool more = !keeps_without(&s, s.all);
    while (!more && keeps - fails > 1) {
        int middle = fails + (keeps - fails) / 2;
        if (keeps_without(&s, middle))
            keeps = middle;
        else
            fails = middle;
    }
    arena_rewind(scratch, mark);
    return (struct excess){keeps > 0 ? keeps : 1, more};
}
