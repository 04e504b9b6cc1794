/* SPDX-License-Identifier: MIT */
/* proof/reader.h — what is found in a file while it is read back. */
#ifndef RECTO_PROOF_READER_H
#define RECTO_PROOF_READER_H

#include "base/vec.h"
#include "proof/door.h"

#define MCID_ARTIFACT (-1)
#define MCID_OUTSIDE (-2) /* in no marked content: never right */

/* Marked content of a page, and what the codes in it say. */
struct shown {
    int page; /* from 0 */
    int mcid; /* or MCID_… */
    struct strbuf text;
    int owner; /* object number of the element that claims it; 0: none, -1: several */
};

/* A font of a page's resources, and what its codes say. */
struct typeface {
    int id; /* object number */
    struct str name;
    struct says {
        uint32_t code;
        struct str text;
    } * says; /* by code */
    size_t count;
    bool silent, notdef; /* a code that is shown says nothing; code 0 is shown */
};

struct reader {
    struct arena *a;
    struct doc *doc;
    struct diags *d;
    struct node catalog;
    VEC(struct node) pages;
    VEC(struct shown) shown;
    VEC(struct typeface) fonts;
    bool ua, pdfa;            /* what the metadata claim */
    int part;                 /* of PDF/A */
    int heading;              /* level of the last one */
    int last_page, last_mcid; /* of the tree, to compare with the content */
    bool in_note;
    int findings;
};

/* A promise that is not kept; more than a few of one file help nobody. */
void found(struct reader *r, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* proof/content.c: read the contents of page `index` into r->shown. */
void read_content(struct reader *r, int index);
/* proof/cmap.c: the font `font`, read once. */
struct typeface *font_of(struct reader *r, struct node font);
/* What `code` says; empty: nothing. */
struct str code_says(const struct typeface *font, uint32_t code);

/* proof/tree.c: walk the structure tree; r->shown is known. */
void check_tree(struct reader *r);
/* proof/rules.c: catalog, metadata, pages and fonts. */
void check_catalog(struct reader *r);
void check_pages(struct reader *r);
void check_fonts(struct reader *r);
/* proof/text.c: the letters of `wanted` from the first on that is not in `text`, in its order; empty
 * where all are. Of what runs from right to left only the number counts. */
struct str text_lost(struct arena *a, struct str wanted, struct str text);

/* proof/proof.c: open `pdf` and read its pages; false where it cannot be read. */
RECTO_MUST_USE bool reader_open(struct reader *r, struct str pdf);
/* All that the codes of all pages say, in the order of the contents, without artifacts. */
struct str reader_text(struct reader *r);

#endif
