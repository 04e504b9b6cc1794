/* SPDX-License-Identifier: MIT */
/* unit/page/studies.h — made-up studies of any length, and the layouts there are. */
#ifndef RECTO_UNIT_PAGE_STUDIES_H
#define RECTO_UNIT_PAGE_STUDIES_H

#include "laid.h"

/* Lengths of words as in running English; what they say is of no account. */
static const char *const studies_words[] = {
    "the",      "of",         "a",       "queue",  "and",      "ticket", "in",
    "measured", "to",         "latency", "on",     "baseline", "with",   "evaluation",
    "reviewer", "for",        "index",   "is",     "drafts",   "we",     "retrieval",
    "by",       "confidence", "weekly",  "hour",   "each",     "data",   "labelled",
    "answers",  "not",        "service", "window", "less",     "agents", "half",
};

struct studies {
    struct strbuf b;
    uint32_t seed;
    size_t words;
};

static uint32_t studies_dice(struct studies *s, uint32_t sides)
{
    s->seed = s->seed * 1664525u + 1013904223u;
    return (s->seed >> 10) % sides;
}

static void studies_say(struct studies *s, size_t words)
{
    for (size_t i = 0; i < words; i++) {
        const char *word = studies_words[studies_dice(s, countof(studies_words))];
        strbuf_fmt(&s->b, "%s%s", i ? " " : "", word);
    }
    s->words += words;
}

static void studies_paragraph(struct studies *s)
{
    studies_say(s, 12 + studies_dice(s, 70));
    strbuf_put(&s->b, S(".\n\n"));
}

static void studies_list(struct studies *s)
{
    for (uint32_t i = 2 + studies_dice(s, 4); i > 0; i--) {
        strbuf_put(&s->b, S("- "));
        studies_say(s, 4 + studies_dice(s, 28));
        strbuf_putc(&s->b, '\n');
    }
    strbuf_putc(&s->b, '\n');
}

static void studies_table(struct studies *s)
{
    strbuf_put(&s->b, S("| Run | Recall | Cost |\n|---|---:|---:|\n"));
    for (uint32_t i = 3 + studies_dice(s, 6); i > 0; i--) {
        strbuf_put(&s->b, S("| "));
        studies_say(s, 2);
        strbuf_fmt(&s->b, " | %u.%u | %u |\n", studies_dice(s, 9), studies_dice(s, 10),
                   studies_dice(s, 900));
    }
    strbuf_putc(&s->b, '\n');
}

static void studies_section(struct studies *s, unsigned number)
{
    strbuf_fmt(&s->b, "## Part %u\n\n", number);
    for (uint32_t i = 1 + studies_dice(s, 3); i > 0; i--) {
        uint32_t kind = studies_dice(s, 10);
        if (kind == 0)
            studies_table(s);
        else if (kind < 4)
            studies_list(s);
        else
            studies_paragraph(s);
    }
}

/* A study of `words` words or a few more; the same for the same seed. */
static inline struct str studies_make(struct arena *a, uint32_t seed, size_t words)
{
    struct studies s = {.b = strbuf_at(a), .seed = seed};
    strbuf_put(&s.b, S("# Made-up Desk\n\n## TL;DR\n\n"));
    studies_say(&s, 24);
    strbuf_put(&s.b, S(": **+12.4%** answered, **−37%** cost.\n\n## Quick Facts\n\n"
                       "- **Role:** engineer\n- **Team:** three\n- **Time:** a year\n\n"));
    if (seed % 3 == 0)
        strbuf_put(&s.b,
                   S("## Architecture\n\nClient → Gateway → Queue → Model → Store\n\n"));
    for (unsigned n = 1; s.words < words; n++)
        studies_section(&s, n);
    strbuf_put(&s.b, S("## Links\n\n- Code: https://example.org/desk\n"));
    return strbuf_str(&s.b);
}

/* Names of the layouts in the data folder; lives in `a`. */
static inline size_t studies_layouts(struct arena *a, struct str **names)
{
    struct store store = store_open(a);
    struct str folder = path_join(a, store.root, S("layouts"));
    size_t all, n = 0;
    CHECK_TRUE(file_list(a, folder, names, &all));
    for (size_t i = 0; i < all; i++)
        if (str_ends((*names)[i], S(".yaml")))
            (*names)[n++] = str_sub((*names)[i], 0, (*names)[i].n - 5);
    CHECK_TRUE(n >= 2);
    return n;
}

#endif
