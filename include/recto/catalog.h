/* SPDX-License-Identifier: MIT */
/* recto/catalog.h — what recto knows: formats, layouts, fonts, codes, schemas. */
#ifndef RECTO_CATALOG_H
#define RECTO_CATALOG_H

#include "recto/recto.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Each list writes UTF-8 rows into `sink`, their fields parted by tabs, and gives status 0;
 * RECTO_WORLD_FAILED where recto's data folder is not found, memory is out or the sink fails.
 * Where a name is asked for that is not known, nothing is written, RECTO_WRONG_USAGE is given, and
 * `nearest` (NULL allowed) is filled with what may have been meant, or "". */
#define RECTO_NAME_MAX 64 /* bytes of `nearest` */

/* Version of the library, "0.1.0". */
RECTO_API const char *recto_version(void);

/* An output format of recto_job_write, and the usual ending of its files, ".pdf". */
typedef struct recto_format {
    const char *name, *extension;
    int paged; /* it holds one page a file */
} recto_format;
/* `name` is NULL past the last. */
RECTO_API recto_format recto_format_at(size_t index);

/* name, what it is, file: of each layout. */
RECTO_API recto_status recto_list_layouts(recto_sink sink);
/* The name of each palette. */
RECTO_API recto_status recto_list_palettes(recto_sink sink);
/* key, type, range, preset, meaning: of each key of a layout; the keys of all type roles once, as
 * `roles.ROLE.size`, and what each role is. Where `key` is not NULL the same of it alone, as
 * prose. */
RECTO_API recto_status recto_explain_layout(const char *key, recto_sink sink,
                                            char nearest[RECTO_NAME_MAX]);
/* family, weight and slant, file: of each font found. `job` gives --font-path and
 * --ignore-system-fonts, and takes the findings. */
RECTO_API recto_status recto_list_fonts(recto_job *job, recto_sink sink);
/* code, level, what it is about: of each finding that recto knows. */
RECTO_API recto_status recto_list_codes(recto_sink sink);
/* The long text of a finding. */
RECTO_API recto_status recto_explain_code(const char *code, recto_sink sink,
                                          char nearest[RECTO_NAME_MAX]);
/* A commented case study to begin with, as `recto new` writes it. */
RECTO_API recto_status recto_new_study(recto_sink sink);
/* What recto needs, and whether it is there: what, "ok" "warning" or "error", detail. Gives 0 also
 * where something is missing; the rows tell. */
RECTO_API recto_status recto_doctor(recto_sink sink);
/* JSON Schema (draft 2020-12) of "front-matter", "layout", "inspect" or "diagnostics". */
RECTO_API recto_status recto_schema(const char *name, recto_sink sink,
                                    char nearest[RECTO_NAME_MAX]);

#ifdef __cplusplus
}
#endif

#endif
