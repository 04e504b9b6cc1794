/* SPDX-License-Identifier: MIT */
/* out/backend.h — display lists to bytes; a row a format. */
#ifndef RECTO_OUT_BACKEND_H
#define RECTO_OUT_BACKEND_H

#include "base/diag.h"
#include "draw/display.h"

struct shelf;

/* What a back end needs besides the pages. */
struct out_options {
    int64_t epoch;   /* SOURCE_DATE_EPOCH [s]; negative: no dates are written */
    bool ua;         /* claims that the document can keep: PDF/UA-1, */
    bool a1, a2, a3; /* PDF/A-1b, PDF/A-2, PDF/A-3: one of them at most */
    bool level_u;    /* a2 and a3 claim level U, not A */
    bool attach;     /* put the source into the file; not with a1 or a2 */
    struct str source_name, source;
    struct str version;  /* of recto */
    uint64_t input_hash; /* of source, options and layout: feeds /ID */
    struct shelf *shelf; /* of what documents of a run share; NULL: nothing */
    int ppi;             /* png: dots an inch */
    size_t page;         /* svg, png: which page, from 0 */
};

/* Take back the claims of `options` that `display` cannot keep, and report each that is
 * lost, with reason and place (O0104): a character that no font has, a figure without a
 * description, a link outside a Link element, no title. Call it before a PDF is written;
 * under strict the warnings refuse it. */
void out_claims(const struct display *display, struct out_options *options,
                struct diags *d);

struct backend {
    const char *name;      /* "pdf" */
    const char *extension; /* ".pdf" */
    bool paged;            /* one file a page */
    bool claims;           /* says of itself which standards it keeps */
    bool dots;             /* asks how many dots an inch has */
    /* Write into a growing buffer in `a`; a failure is a status and an O-diagnostic. */
    recto_status (*write)(struct arena *a, const struct display *display,
                          const struct out_options *options, struct strbuf *into,
                          struct diags *d);
    /* The number of files of a document, if `bytes` are its file number `page` (from 0),
     * written with this input_hash and unchanged since; else 0. BACKEND_ANY_INPUT stands for
     * any hash, in formats of one page a file. NULL where the format cannot record it. */
    size_t (*is_of)(struct arena *a, struct str bytes, uint64_t input_hash, size_t page);
};

#define BACKEND_ANY_INPUT UINT64_MAX

/* No output of a study is larger. */
#define BACKEND_MAX_BYTES ((size_t)256 << 20)

/* By name; NULL where there is none. */
const struct backend *backend_find(struct str name);
const struct backend *backend_at(size_t index); /* NULL past the last */

#endif
