/* SPDX-License-Identifier: MIT */
/* model/facts/notation.h — what the notations of facts share. */
#ifndef RECTO_MODEL_FACTS_NOTATION_H
#define RECTO_MODEL_FACTS_NOTATION_H

#include "model/facts/facts.h"
#include "model/flat.h"

/* How sure a notation must be, by the place. */
enum facts_ground {
    FACTS_NEVER, /* sections that have lists and tables of their own */
    FACTS_KNOWN, /* half of the keys must be names of facts */
    FACTS_TOP, /* under the title: one must be, or the pairs stand in a row or behind tabs */
    FACTS_SECTION /* the section of facts: whatever looks like a pair */
};

/* How a key is parted from its value; later ones are surer. */
enum pair_mark { PAIR_NONE, PAIR_DASH, PAIR_COLON, PAIR_TAB, PAIR_BOLD };

/* A key and a value: bytes of a flat text. */
struct pair {
    enum pair_mark mark;
    size_t key_from, key_to, value_from, value_to;
    bool known; /* the key is a usual name of a fact */
};

/* A pair with the inlines that it is cut from; a value may also be a list of its own. */
struct pair_in {
    struct pair pair;
    const struct inline_node *inlines;
    const struct block *list; /* NULL, or the list that is the value */
};

/* How many pairs of which kind something holds. */
struct tally {
    size_t pairs, known, bold, tabs, dashes;
    size_t rows;   /* pairs that stand beside others on one line */
    size_t others; /* lines or items that are no pairs */
};

struct reader {
    struct arena *a;
    const struct facts_context *context;
    enum facts_ground ground;
    struct facts *out;
    struct strbuf rest;
    int depth; /* of quotes and alerts */
    struct diags *d;
};

/* The notations. Each gives the number of siblings that it took, 0 where it is not its form. */
size_t facts_in_table(struct reader *r, const struct block *block);
size_t facts_in_list(struct reader *r, const struct block *block);
size_t facts_in_lines(struct reader *r, const struct block *block);
size_t facts_in_box(struct reader *r, const struct block *block);
size_t facts_in_heading(struct reader *r, const struct block *block);
size_t facts_in_code(struct reader *r, const struct block *block);
/* Whatever fits `block`. */
size_t facts_in_block(struct reader *r, const struct block *block);

/* Part the bytes [from, to) into key and value. */
struct pair pair_find(struct arena *a, const struct flat *flat, size_t from, size_t to);
/* Whether the value is a paragraph rather than a fact. */
bool pair_is_long(const struct flat *flat, const struct pair *pair);
/* Count a pair that was found, or none. */
void tally_add(struct tally *t, const struct pair *pair);
/* Whether that is enough on this ground. */
bool tally_counts(const struct tally *t, enum facts_ground ground);
/* Whether a block is a list short enough to be a value. */
bool is_value_list(struct arena *a, const struct block *block);

/* Add a fact. */
void fact_add(struct reader *r, const struct pair_in *in);
/* The same of two runs of inlines, as in a table. */
void fact_add_cells(struct reader *r, const struct inline_node *key,
                    const struct inline_node *value, struct span span);
/* Keep words that are in no fact. */
void facts_rest(struct reader *r, struct str text);

/* `key` without emoji, bullets, colon and spaces: the bytes that are left. */
void key_clean(struct str text, size_t *from, size_t *to);
/* Whether it is a usual name of a fact, in the main languages; case does not matter. */
bool key_is_known(struct arena *a, struct str key);
/* Whether it names a place to write or look, which is contact and not a fact. */
bool key_is_link(struct arena *a, struct str key);
/* Whether it may stand as a heading over its value, "Tech Stack". */
bool key_is_heading(struct arena *a, struct str key);
/* Whether it heads a column or says nothing, "Key", "Details". */
bool key_is_head(struct arena *a, struct str key);
/* Short enough, and no sentence. */
bool key_is_short(struct str key);

#endif
