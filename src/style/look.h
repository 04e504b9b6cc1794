/* SPDX-License-Identifier: MIT */
/* style/look.h — every measure of a page at one step of the ladder. */
#ifndef RECTO_STYLE_LOOK_H
#define RECTO_STYLE_LOOK_H

#include "base/diag.h"
#include "base/geom.h"
#include "base/store.h"
#include "base/str.h"

/* Type roles: a row each in schema.def's companion roles.def (name, what it is for). */
#define X(role, name, help) ROLE_##role,
enum role {
#include "style/roles.def"
    ROLES
};
#undef X

enum align_kind { TEXT_JUSTIFY, TEXT_RAGGED, TEXT_END, TEXT_CENTER, TEXT_BALANCED };

/* How a role is set. */
struct role_look {
    struct str family; /* name of a family, or path to a font file */
    int weight;        /* 100-900 */
    bool italic;
    mpt size;          /* [mpt] */
    mpt leading;       /* baseline to baseline [mpt] */
    int tracking;      /* [thousandths of an em] */
    uint32_t features; /* FEATURE_* of text/shape.h */
    uint32_t colour;   /* 0xRRGGBB */
    enum align_kind align;
    bool hyphenate;
};

/* Named choices of a layout. */
enum facts_style { FACTS_TABLE, FACTS_GRID, FACTS_LIST };
enum metrics_style {
    METRICS_TILES,
    METRICS_STRIP,
    METRICS_MARGIN,
    METRICS_BIG,
    METRICS_NONE
};
enum links_style {
    LINKS_FOOT,
    LINKS_ROW,
    LINKS_LIST,
    LINKS_STACK,
    LINKS_PROSE,
    LINKS_LINE,
    LINKS_QR
};
enum masthead_style { MASTHEAD_BYLINE, MASTHEAD_ROW, MASTHEAD_STACK, MASTHEAD_ACROSS };
enum metrics_place { METRICS_AT_LEAD, METRICS_AT_MASTHEAD, METRICS_AT_SIDE };
enum section_style { SECTION_ABOVE, SECTION_RUN_IN };
enum section_place { SECTION_IN_TEXT, SECTION_IN_WIDE, SECTION_IN_SIDE };
enum quote_place { QUOTE_TEXT, QUOTE_MARGIN };
enum disclosure_place {
    DISCLOSURE_TEXT,
    DISCLOSURE_MARGIN,
    DISCLOSURE_FOOT,
    DISCLOSURE_RUNNING,
    DISCLOSURE_SIDE
};
enum foot_says { FOOT_TITLE, FOOT_CONTACT, FOOT_AUTHOR };
enum side_style { SIDE_TINT, SIDE_RULE, SIDE_NONE };
enum links_print { PRINT_NO, PRINT_BESIDE, PRINT_NOTES };
enum footnotes_place { FOOTNOTES_PAGE, FOOTNOTES_END };

/* All scalar tokens: fields generated from schema.def, one row a key. */
#define TOKEN_LENGTH(field) mpt field;
#define TOKEN_INTEGER(field) int field;
#define TOKEN_RATIO(field) int field; /* [thousandths] */
#define TOKEN_SWITCH(field) bool field;
#define TOKEN_COLOUR(field) uint32_t field;
#define TOKEN_CHOICE(field) int field;
#define TOKEN_WORDS(field) struct str field;
#define X(key, type, field, low, high, preset, help) TOKEN_##type(field)
struct look {
#include "style/schema.def"
    struct role_look roles[ROLES];
    struct str name; /* of the layout */
    int step, steps; /* this step of the ladder, 0 = airy */
    mpt leading;     /* L: leading of the running text */
    mpt measure;     /* width of one column of text */
    mpt wide;        /* title column + text + gutter + margin column: figures, strips */
};
#undef X
#undef TOKEN_LENGTH
#undef TOKEN_INTEGER
#undef TOKEN_RATIO
#undef TOKEN_SWITCH
#undef TOKEN_COLOUR
#undef TOKEN_CHOICE
#undef TOKEN_WORDS

/* A loaded layout with its ladder. */
struct style;

/* One override, from `--set KEY=VALUE`, front matter or config, in order of precedence. */
struct style_override {
    struct str key, value;
    struct span span; /* where it was said; zero for the command line */
};

struct style_request {
    struct str layout; /* a name in the store or a path to a .yaml file */
    struct str paper;  /* "a4", "letter", empty: the layout's */
    /* Used where the layout names none: the sheet of the reader's country. */
    struct str usual_paper;
    struct str palette; /* empty: the layout's */
    bool gray;
    struct str base_palette; /* what the configuration says: the layout goes over it */
    const struct style_override *base;
    size_t base_count;
    const struct style_override *overrides;
    size_t override_count;
    bool shared; /* by several jobs: each step is then worked out once for all of them */
};

/* Load a layout, its ancestors (`extends:`) and the overrides. An unknown layout, key or
 * value out of its range is reported with line, column and “did you mean”; RECTO_BAD_INPUT
 * or RECTO_USAGE. */
RECTO_MUST_USE recto_status style_load(struct arena *a, const struct store *store,
                                       const struct style_request *request,
                                       const struct style **out, struct diags *d);
/* False if a file that the layout was read from has changed since. The files are noted as
 * read into `a`. */
bool style_is_fresh(struct arena *a, const struct style *style);
/* The layout as it is where a study is to stand on one page; often the same. */
const struct style *style_single(const struct style *style);
int style_steps(const struct style *style);
/* The comfortable half of the ladder ends before this step (`--pages auto`). */
int style_comfortable(const struct style *style);
/* The step in the middle of that half, where a layout is as it was meant: neither grown to fill its
 * pages nor tightened. */
int style_meant(const struct style *style);
/* Every size at `step`, 0 = airy … style_steps - 1 = tight. Lives in `a`, or with the style
 * where that is shared. If memory runs out, this jumps where `a` jumps: style_let_go must
 * be called there. */
const struct look *style_at(struct arena *a, const struct style *style, int step);
/* To be called after that jump, so that others may use the style again. NULL allowed. */
void style_let_go(struct arena *a, const struct style *style);

/* A key that the ladder has moved, both values as they would be written in a layout. */
struct style_knob {
    struct str key, from, to;
};
/* The keys that differ at `step` from the airy end, for reports. They live in `a`. */
size_t style_knobs(struct arena *a, const struct style *style, int step,
                   struct style_knob **out);

/* True where a layout has such a key: "page.top", "roles.text.size", "body.size". */
bool style_key_known(struct str key);
/* The key nearest to a wrong one; empty where none is near. */
struct str style_key_nearest(struct arena *a, struct str key);

/* Rows of the schema, for `recto layouts --explain` and `recto schema layout`. */
struct style_key {
    struct str key;
    const char *type, *preset, *help;
    const char *low, *high; /* "" where there is no bound */
};
size_t style_keys(struct arena *a, struct style_key **out);

#endif
