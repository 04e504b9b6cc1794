/* SPDX-License-Identifier: MIT */
/* out/backend.h — display lists to bytes; a row a format. */
#ifndef RECTO_OUT_BACKEND_H
#define RECTO_OUT_BACKEND_H

#include "base/diag.h"
#include "draw/display.h"

/* What a back end needs besides the pages. */
struct out_options {
    int64_t epoch;            /* SOURCE_DATE_EPOCH [s]; negative: no dates are written */
    bool ua, a2;              /* claims that the document can keep */
    bool a3;                  /* with an attached source */
    struct str source_name, source; /* attached where a3 */
    struct str version;       /* of recto */
    uint64_t input_hash;      /* of source, options and layout: feeds /ID */
    int dpi;                  /* png */
    size_t page;              /* svg, png: which page, from 0 */
};

struct backend {
    const char *name;         /* "pdf" */
    const char *extension;    /* ".pdf" */
    bool paged;               /* one file a page */
    /* Write into a growing buffer in `a`; a failure is a status and an O-diagnostic. */
    recto_status (*write)(struct arena *a, const struct display *display,
                          const struct out_options *options, struct strbuf *into,
                          struct diags *d);
};

/* By name; NULL where there is none. */
const struct backend *backend_find(struct str name);
const struct backend *backend_at(size_t index); /* NULL past the last */

#endif
