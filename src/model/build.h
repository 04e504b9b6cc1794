/* SPDX-License-Identifier: MIT */
/* model/build.h — a study under construction. */
#ifndef RECTO_MODEL_BUILD_H
#define RECTO_MODEL_BUILD_H

#include "model/facts/facts.h"
#include "model/links.h"
#include "model/metric.h"
#include "model/outline.h"

/* A section before its parts are known: its blocks, copied so that they lead to each other and to
 * nothing else. */
struct draft {
    struct section section;
    struct block *first, *last;
    bool before;   /* between the title and the first section */
    bool of_facts; /* headings that were facts: PART_FACTS [facts, facts + fact_count) */
    size_t facts, fact_count;
    size_t entry, entry_end; /* of the outline: its heading, or all that are its facts */
};

/* A name under `key` of the front matter that is no section's: it may be a fact's. */
struct wish {
    const char *key;
    const struct yaml *name;
};

struct build {
    struct arena *a;
    struct diags *d;
    struct study *study;
    struct outline outline;
    struct str *titles; /* of the outline, made comparable; NULL until asked for */
    VEC(struct draft) drafts;
    struct facts facts;
    size_t front_facts; /* how many of them, from the start, are of the front matter */
    bool without[SECTION_KINDS]; /* what front matter says of these is left out */
    struct str variant;          /* that is read; empty: none */
    VEC(struct wish) wishes;     /* facts that are to leave */
    struct metrics metrics;
    struct links links, contact;
};

/* Title, kicker and subtitle of the study, out of front matter and outline. */
void build_title(struct build *b);
/* The drafts, out of the outline. */
void build_drafts(struct build *b);
/* Sections with their parts, out of the drafts. */
void build_parts(struct build *b);
/* What front matter says of facts, links and contact, as parts of its own. */
void build_front_parts(struct build *b);

#endif
