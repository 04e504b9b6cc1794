/* SPDX-License-Identifier: MIT */
/* job/catalog.h — how a question about what recto knows is answered. */
#ifndef RECTO_JOB_CATALOG_H
#define RECTO_JOB_CATALOG_H

#include <recto/catalog.h>

#include "job/stage.h"

/* A question, while it is answered; all of it lives in a job. */
struct question {
    recto_job *job;
    struct str name;   /* what is asked for; p is NULL for all */
    struct strbuf out; /* the answer */
    struct str near;   /* nearest to a name that is not known */
    size_t distance;   /* of it */
};

/* Answer by `answer` and hand what it has put to `sink`. RECTO_USAGE and `nearest` where `answer`
 * gives that. */
recto_status catalog_ask(const char *name, recto_sink sink, char *nearest,
                         recto_status (*answer)(struct question *q));
/* Take `candidate` for what may have been meant, if it is nearer than those before. */
void catalog_consider(struct question *q, struct str candidate);
/* Put the JSON member `"name":"text"`. */
void catalog_put_member(struct strbuf *b, const char *name, struct str text);

/* The schemas, one function a name; they put one JSON object without a line end. */
void schema_layout(struct question *q);
void schema_front(struct question *q);
void schema_portfolio(struct question *q);
void schema_inspect(struct question *q);
void schema_diagnostics(struct question *q);
/* "enum":[…] of all palettes. */
void schema_put_palettes(struct strbuf *b);
/* The schema of one finding, in `diagnostics` and `inspect`; the latter knows no file. */
void schema_put_finding(struct question *q, bool with_file);

#endif
