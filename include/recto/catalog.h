/* SPDX-License-Identifier: MIT */
/* recto/catalog.h — what recto knows: formats, layouts, fonts, codes, schemas. */
#ifndef RECTO_CATALOG_H
#define RECTO_CATALOG_H

#include "recto/recto.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Each of these functions writes lines of UTF-8 into `sink`, their fields separated by tabs, and
 * returns RECTO_DONE; RECTO_WORLD_FAILED if recto's data folder is not found, memory is out or the
 * sink fails. If asked for a name that does not exist they write nothing, return RECTO_WRONG_USAGE,
 * and put the most similar name, or "", into `nearest` (which may be NULL). */
#define RECTO_NAME_MAX 64 /* size of `nearest` [bytes] */

/* Version of the library, "0.1.0". */
RECTO_API const char *recto_version(void);

/* An output format of recto_job_write, "pdf", and the usual extension of its files, ".pdf". */
typedef struct recto_format {
    const char *name, *extension;
    int paged; /* one file per page */
} recto_format;
/* Format number `index`, from 0; `name` is NULL past the last. */
RECTO_API recto_format recto_format_at(size_t index);

/* One line per layout: name, description, file. */
RECTO_API recto_status recto_list_layouts(recto_sink sink);
/* One line per palette: its name. */
RECTO_API recto_status recto_list_palettes(recto_sink sink);
/* One line per key of a layout: key, type, range, preset, meaning. Keys that every type role has are
 * listed once, as `roles.ROLE.size`, followed by what each role is for. If `key` is not NULL, only
 * that key, as prose. */
RECTO_API recto_status recto_explain_layout(const char *key, recto_sink sink,
                                            char nearest[RECTO_NAME_MAX]);
/* One line per font found: family, weight and slant, file. `job` supplies the settings "font-path"
 * and "ignore-system-fonts", and collects the diagnostics. */
RECTO_API recto_status recto_list_fonts(recto_job *job, recto_sink sink);
/* One line per kind of diagnostic: code, level, what it is about. */
RECTO_API recto_status recto_list_codes(recto_sink sink);
/* The explanation of the diagnostic `code`, such as "M0104". */
RECTO_API recto_status recto_explain_code(const char *code, recto_sink sink,
                                          char nearest[RECTO_NAME_MAX]);
/* A commented case study to begin with, as `recto new` writes it. */
RECTO_API recto_status recto_new_study(recto_sink sink);
/* One line per thing that recto needs: what it is, "ok", "warning" or "error", detail. Returns
 * RECTO_DONE even if something is missing. */
RECTO_API recto_status recto_doctor(recto_sink sink);
/* JSON Schema (draft 2020-12) of "front-matter", "layout", "portfolio", "inspect" or
 * "diagnostics". */
RECTO_API recto_status recto_schema(const char *name, recto_sink sink,
                                    char nearest[RECTO_NAME_MAX]);

#ifdef __cplusplus
}
#endif

#endif
