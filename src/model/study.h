/* SPDX-License-Identifier: MIT */
/* model/study.h — a case study as recto understands it. Everything is immutable once built. */
#ifndef RECTO_MODEL_STUDY_H
#define RECTO_MODEL_STUDY_H

#include "base/vec.h"
#include "model/graph.h"
#include "source/source.h"

/* In the order in which the sections usually stand; model/section.c has the names that are
 * printed. */
enum section_kind {
    SECTION_TLDR,
    SECTION_FACTS,
    SECTION_PROBLEM,
    SECTION_USERS,
    SECTION_SOLUTION,
    SECTION_ARCHITECTURE,
    SECTION_DATA,
    SECTION_EVALUATION,
    SECTION_RELIABILITY,
    SECTION_IMPACT,
    SECTION_NEXT,
    SECTION_ETHICS,
    SECTION_LINKS,
    SECTION_CONTACT,
    SECTION_CUSTOM, /* also the text before the first heading, with an empty title */
    SECTION_KINDS
};

enum change { CHANGE_NONE, CHANGE_UP, CHANGE_DOWN };
enum verdict { VERDICT_UNKNOWN, VERDICT_GOOD, VERDICT_BAD };

/* Values and labels are the author's own characters, trimmed. */
struct metric {
    struct str value;    /* "+12.4%", "78 ms", "$1.2M/yr", "0.71 → 0.94" as written */
    struct str number;   /* the part of value set large: "+12.4" */
    struct str unit;     /* the rest: "%", "ms"; may be empty */
    struct str label;    /* "first-contact resolution" */
    struct str prefix;   /* "p95" where a name stood before "=": opens the label */
    struct str from, to; /* empty where not known */
    int64_t from_milli, to_milli; /* the same as numbers, for bars; valid where has_bars */
    bool has_bars;                /* both known, same unit */
    enum change direction;
    enum verdict good;
    struct str note;     /* from front matter */
    struct str sentence; /* it comes from */
    size_t section;      /* index into study.sections */
    struct span span;
    int rank;   /* smaller = more worth a tile; ties in source order */
    bool named; /* by `metrics:` of the front matter: its words may stand nowhere else */
};

struct fact {
    struct str key;   /* without colon, emphasis, emoji */
    struct str value; /* plain text */
    const struct inline_node *key_inlines, *value_inlines;
    struct span span;
    bool placeholder; /* "<…>" and the like */
    bool set;         /* by `facts:` of the front matter: it wins over the text */
};

struct link {
    struct str text; /* "Repository"; found by host for bare links */
    struct str url;  /* empty where a contact entry is no address: "Berlin" */
    /* What stood before it: "E-mail"; may be empty, and is not part of text. */
    struct str label;
    struct span span;
};

/* A section is a row of parts in source order. Every block of the source is in exactly one part. */
enum part_kind {
    PART_BLOCK, /* set `block` as what it is */
    PART_FACTS, /* facts [first, first + count) of the study stand here instead of the blocks */
    PART_FIGURE,  /* graph number `first` stands here instead of the blocks */
    PART_LINKS,   /* links [first, first + count) */
    PART_CONTACT, /* contact entries [first, first + count) */
    PART_KINDS
};

struct part {
    enum part_kind kind;
    const struct block *block; /* first of the blocks that this part stands for */
    size_t blocks; /* how many siblings from `block` on; 0, and `block` NULL, where the
                                  part comes from front matter */
    size_t first, count;
    struct str rest; /* text of those blocks that the part does not carry: set as prose */
};

struct section {
    enum section_kind kind;
    struct str title; /* plain, as the author wrote it, numbering kept */
    const struct inline_node *title_inlines; /* NULL where the section has no heading */
    int level;        /* normalised: 2 for sections, 3 … for sub-sections */
    struct span span; /* of the heading, else of the first block */
    size_t words;
    VEC(struct part) parts;
    struct attrs attrs; /* {.optional} and the like on the heading */
};

/* Something that may be left out when space is short. */
struct study_optional {
    struct str name; /* a section's title, else the first words of the part */
    struct span span;
    size_t words; /* that go with it, once all before it in the list have gone */
};

/* `parts` may hold BLOCK_HEADING blocks: sub-headings inside a section, set as level 3 and on. */

struct study {
    const struct source *source;
    struct str lang;   /* BCP 47, "en" by default; from front matter `lang`, else guessed */
    bool rtl;          /* the base direction */
    struct str kicker; /* "Case Study", empty where there is none */
    struct str title;  /* plain */
    /* NULL where the title comes from front matter. */
    const struct inline_node *title_inlines;
    struct span title_span;
    struct str subtitle, author, author_role, date; /* empty where not known */
    struct str description, keywords; /* of the document, not printed; likewise */
    VEC(struct section) sections;
    VEC(struct fact) facts;
    VEC(struct metric) metrics; /* in source order; hidden ones are not listed */
    VEC(struct graph) graphs;
    VEC(struct link) links;
    VEC(struct link) contact;
    /* What may go, in the order in which it goes: what `drop:` in the front matter names, then
     * {optional=1}, {optional=2} …, then {.optional}, last of the text first. The list is the same
     * whatever has been dropped already. */
    VEC(struct study_optional) optional;
    /* What must not occur in any output, metadata included; letters in either case. Of a telephone
     * number the digits. */
    VEC(struct str) redacted;
    struct str variant;       /* that was read, empty where none was asked for */
    const struct yaml *front; /* that of the variant, for keys of layout and flags */
};

/* How a study is to be read; all zero: as it stands. */
struct study_options {
    struct str variant;       /* empty: what the front matter says */
    const struct str *redact; /* names of sections and facts, "author"; commas part them */
    size_t redact_count;
    size_t drop; /* how many of `optional`, from its start, are left out */
    /* For words that are the same for every study; NULL: there is none. */
    struct shelf *shelf;
};

/* Read the meaning of `source`. Nothing is dropped that `options` does not ask for: what is not
 * understood stays a PART_BLOCK. What is left out leaves no trace: its metrics, facts and links are
 * gone, its footnotes too, and study->source is a copy without it. `options` may be NULL. */
const struct study *study_build(struct arena *a, const struct source *source,
                                const struct study_options *options, struct diags *d);

/* The study as JSON, as `recto inspect` prints it, with the findings so far. */
struct str study_dump(struct arena *a, const struct study *study, const struct diags *d);

/* "tldr", "facts" …, as front matter, options and JSON name them. */
struct str section_kind_name(enum section_kind kind);

#endif
