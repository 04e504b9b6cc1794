/* SPDX-License-Identifier: MIT */
/* page/sheets.h — boxes on sheets that meet the budget. */
#ifndef RECTO_PAGE_SHEETS_H
#define RECTO_PAGE_SHEETS_H

#include "block/box.h"

struct placed {
    const struct box *box;
    mpt x, y;      /* top left of the box on the sheet */
    bool repeated; /* a table head set again: an artifact */
};

struct sheet {
    mpt width, height;
    VEC(struct placed) boxes; /* in the author's order */
    VEC(struct mark) running; /* foot and the like, artifacts, on sheet coordinates */
    mpt used, room; /* height of the text area that is filled, and that there is */
    /* How far each is filled: those of the text, then the side column [thousandths]. */
    VEC(int) columns;
};

struct sheets {
    VEC(struct sheet) list;
    struct tag *root;
    struct str lang, title;
    const struct study *study;
    const struct look *look;
    /* They become part of a larger document: links to places elsewhere are kept. */
    bool joined;
};

/* What a page budget asks. */
struct budget {
    int pages;     /* 1, 2 … ; 0 = auto: one where it fits comfortably, else two */
    bool overflow; /* more pages than asked are a warning, not an error */
};

/* A section's part in a study that is too long. */
struct section_share {
    int lines; /* its height in lines of running text */
    int words;
    int cut; /* words it would lose if all running text gave the same share */
};

/* What the fit did, for reports and refusals. */
struct fit_report {
    const struct style *style; /* the layout, or the layout on a single page */
    int step, steps, tried;
    int pages, budget;
    size_t dropped; /* optional parts that were left out */
    int airy;       /* sheets that the study fills at the airy end [thousandths] */
    int lines_over; /* of running text that must go to meet the budget at the tightest step */
    bool more_over;                     /* that is all of it, and would not be enough */
    int words_over;                     /* of running text that take so many lines */
    int words;                          /* there are, counted only where it did not fit */
    size_t longest;                     /* section that takes most lines, SIZE_MAX: none */
    const struct section_share *shares; /* one for each section, where it did not fit */
    size_t share_count;
    int fill; /* of the last sheet [thousandths] */
    int hyphens, lines, widows, orphans;
    int stranded; /* headings that end a sheet, or have one line of their text on it */
    int runts;    /* last lines of a paragraph that are one short word */
    /* Word-space stretch of a justified line [thousandths of natural]. */
    int loosest, tightest;
    struct span loosest_at, tightest_at;
};

struct fit_request {
    struct block_request block; /* look is set per step */
    const struct style *style;
    struct budget budget;
    struct arena *scratch; /* rewound between steps */
    size_t dropped;        /* optional parts that the study is without */
};

/* A fit begun: the study is set at the airy end of its ladder, so that all its text is shaped. Lives
 * in `a`. */
struct fit;
struct fit *page_begin(struct arena *a, const struct fit_request *request, struct str file);

/* Try the ladder from airy to tight; the first step that meets the budget wins, then remaining
 * height is spread up to caps. Over the budget at the tightest step: RECTO_OVER_BUDGET with
 * P-diagnostics that give lines, words and each section's share, or, where overflow is allowed, the
 * tightest step and a warning. Results live in `a`. */
RECTO_MUST_USE recto_status page_fit(struct arena *a, struct fit *fit, struct sheets *out,
                                     struct fit_report *report, struct diags *d);

#endif
