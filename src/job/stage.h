/* SPDX-License-Identifier: MIT */
/* job/stage.h — a job inside: what each stage has made so far. */
#ifndef RECTO_JOB_STAGE_H
#define RECTO_JOB_STAGE_H

#include <recto/recto.h>
#include <setjmp.h>

#include "base/diag.h"
#include "base/shelf.h"
#include "base/store.h"
#include "base/vec.h"
#include "draw/display.h"
#include "model/study.h"
#include "out/backend.h"
#include "out/shrink.h"
#include "page/sheets.h"
#include "text/face.h"

/* All memory of one document: 40 MB is what a study with large pictures takes; a file that needs
 * ten times that is an attack. */
#define JOB_CEILING ((size_t)512 << 20)

enum job_stage {
    STAGE_READ,
    STAGE_MODEL,
    STAGE_STYLE,
    STAGE_SET, /* shape the text, and set it once */
    STAGE_FIT, /* try other steps */
    STAGE_DRAW,
    STAGE_WRITE,
    STAGES
};

struct overrides {
    struct style_override *at;
    size_t n, cap;
};

/* What may be set, as text, by flags and front matter. */
struct settings {
    struct str ppi, downsample, max_size, layout, pages, overflow, paper, palette, root,
        variant, standard, impose, binding;
    bool gray, draft, print, crop_marks, attach, no_system_fonts, strict;
    VEC(struct str) font_paths, redact;
    struct overrides overrides;
    unsigned said; /* bit by row of options.c: it was set, even to nothing */
};

struct recto_job {
    struct arena *arena, *scratch;
    jmp_buf exhausted;
    struct store store;
    struct settings config, flags; /* said below the front matter, and above it */
    struct shelf *shelf;           /* what jobs share: own, or another job's */
    bool shelf_borrowed;           /* it is another job's */
    struct fonts *fonts;           /* of the shelf; NULL until opened */
    struct str name, bytes;        /* the source as read */
    bool has_source;
    struct diags diags;
    const struct source *source;
    struct study_options reading; /* how the study is read; `drop` is the fit's business */
    const struct study *study;
    /* Of a bundle: who and what, for names of files; else NULL. */
    const struct study *cover;
    VEC(struct str) secrets; /* what is redacted, in all studies of a bundle */
    const struct style *style;
    const struct display *display;
    struct shrinking shrinking; /* of its pictures */
    struct sheets sheets;
    struct fit_report report;
    recto_status style_status, layout_status;
    bool styled, laid_out, epoch_read, digest_taken;
    bool in_book; /* its pages are those of a bundle, which puts them on sheets */
    recto_status digest_status;
    struct str *text_fonts; /* see fonts_for_text */
    size_t text_font_count;
    bool text_fonts_found;
    uint64_t digest;
    int64_t epoch;
    int64_t microseconds[STAGES];
    struct str made_format; /* what was made ahead of being written; empty: nothing */
    VEC(struct str) made;   /* its files */
    VEC(recto_diag) told;   /* what recto_job_diags hands out */
    bool out_of_memory;     /* nothing more may be allocated */
    const recto_diag *last_words;
};

/* Put what was said at `origin`; all is copied. RECTO_USAGE and a diagnostic where it is wrong. */
recto_status job_put(struct recto_job *job, const recto_setting *setting);
/* The same of a flag. */
recto_status job_set(struct recto_job *job, struct str key, struct str value);
/* The settings in effect: presets < configuration < front matter < environment and flags.
 * Keys of the layout and its paper and palette that the configuration says are not in it:
 * the layout has a say first. */
struct settings job_settings(struct recto_job *job);

/* Goes on with all settings that decide the bytes of an output. */
uint64_t job_settings_hash(uint64_t hash, const struct settings *s);
/* True where a warning is a failure. */
bool job_strict(const struct recto_job *job);
/* Bytes of "1MB", "800 kB" or "4096", with thousands as everybody's mail counts them; -1 where it is
 * no size. */
int64_t job_bytes_of(struct str size);
/* Dots an inch: a number from 10 to 1200; 0 where it is none. */
int job_ppi_of(struct str value);
/* The dots an inch that are asked for, or the usual ones. */
int job_ppi(const struct settings *s);
/* What a word such as "title" or "surname" stands for in a document that was read; false where it
 * stands for nothing. */
bool job_word(struct recto_job *job, struct str word, struct str *value);
/* The value that holds for one key, as text, and who says it; p is NULL where `key` is none. */
struct str job_setting(struct recto_job *job, struct str key, const char **origin);

/* Give findings from `first` on that have no place the one that asked for what cannot be had: a key
 * of the front matter, or the command line, whose mistakes are RECTO_USAGE. Gives the status. */
recto_status job_blame(struct recto_job *job, size_t first, recto_status status);

/* True where the front matter may have such a key; `a` is for work. */
bool job_front_known(struct arena *a, struct str key);
/* The key of the front matter that is so near to `key` that it is likely meant; else empty. */
struct str job_front_nearest(struct str key);
/* Microseconds of a clock, for the report only: no output depends on it. */
int64_t job_now(void);
/* Add the time since `since` to a stage, and give the time now. */
int64_t job_lap(struct recto_job *job, enum job_stage stage, int64_t since);

/* RECTO_BAD_INPUT and a finding where what was read is of a kind that is no text: a PDF, a picture, a
 * word processor's file, or YAML by its name. */
RECTO_MUST_USE recto_status job_refuse_others(struct recto_job *job);

/* The stages; each runs those before it that have not run. */
RECTO_MUST_USE recto_status job_study(struct recto_job *job);
RECTO_MUST_USE recto_status job_styled(struct recto_job *job);
RECTO_MUST_USE recto_status job_layout(struct recto_job *job);
RECTO_MUST_USE recto_status job_display(struct recto_job *job);
/* Fit job->study: as it stands where it can be, else without the fewest of its optional
 * parts that will do, each reported; job->sheets.study is what is left. Fills job->sheets
 * and job->report. */
RECTO_MUST_USE recto_status job_fit(struct recto_job *job,
                                    const struct fit_request *request);
/* Write in `format` into `into`; RECTO_USAGE and a finding where that takes several files. */
RECTO_MUST_USE recto_status job_bytes(struct recto_job *job, struct str format,
                                      struct str *into);
/* Files that `format` takes: 1, or one a page. */
RECTO_MUST_USE recto_status job_files(struct recto_job *job, struct str format,
                                      size_t *count);
/* Write the file of that number, from 0; of what is not laid out there is none. */
RECTO_MUST_USE recto_status job_page(struct recto_job *job, struct str format, size_t page,
                                     struct str *into);
/* What the findings so far make of a run that nothing else failed: an error is no usable input,
 * and under `strict` a warning is a failure; nothing is written then. */
RECTO_MUST_USE recto_status job_verdict(const struct recto_job *job);
/* Read, lay out and judge. */
RECTO_MUST_USE recto_status job_check(struct recto_job *job);
/* A PDF that was read instead of a study: judged, or its source taken out of it. */
bool job_is_pdf(const struct recto_job *job);
RECTO_MUST_USE recto_status job_check_pdf(struct recto_job *job);
RECTO_MUST_USE recto_status job_extract(struct recto_job *job, struct str *into);
/* Search what is to be written in a format ("pdf") for what is redacted; an error where it is there. */
RECTO_MUST_USE recto_status job_hides(struct recto_job *job, struct str format,
                                      struct str bytes);
/* Write the study as a PDF, read that back, and judge it. */
RECTO_MUST_USE recto_status job_read_back(struct recto_job *job);
/* Set the claims of `options` that a list such as "ua-1,a-2a" asks for; "none" asks for none. Gives
 * NULL, or in words why that cannot be. */
const char *job_claims(struct str list, struct out_options *options);
/* The same of an attached source beside them; `list` is what was asked for, empty where nothing. */
const char *job_claims_attach(struct str list, struct out_options *options);
void job_sort_findings(struct recto_job *job);
/* job->style as asked for: one that another job has loaded, where its files are still the same. */
RECTO_MUST_USE recto_status job_load_layout(struct recto_job *job,
                                            const struct style_request *request);
/* Open the data folder, and the fonts, unless they are. RECTO_WORLD and a finding where the folder
 * is not found. */
RECTO_MUST_USE recto_status job_open_store(struct recto_job *job);
RECTO_MUST_USE recto_status job_open_fonts(struct recto_job *job, const struct settings *s);
/* Under which fonts are shared: jobs that ask for fonts in the same places share them. */
struct str job_fonts_key(struct arena *a, const struct settings *s);
/* SOURCE_DATE_EPOCH, the only clock that reaches a file; -1 where it is not set. */
int64_t job_epoch(struct recto_job *job);

/* Call `visit` with the address of each picture in the study, as it was written and in its order; of
 * none before the study was read. */
void job_each_picture(const struct recto_job *job,
                      void (*visit)(struct str url, void *user), void *user);
/* The folder that the addresses of pictures start from. */
struct str job_picture_root(struct recto_job *job);
/* RECTO_USAGE, with a finding, where a file written to `path` would replace a picture of the study:
 * `-t png` calls the page case.png, and so may the author have called a picture. */
RECTO_MUST_USE recto_status job_refuse_picture(struct recto_job *job, struct str path);

/* A number for all that decides the bytes of an output and can be known before its pages are laid
 * out: source, pictures, layout files, options, recto's own fonts, version. */
RECTO_MUST_USE recto_status job_digest(struct recto_job *job, uint64_t *digest);
/* The same with the fonts of the system and of --font-path, by their names and heads; or with those
 * of the system that the characters of the text would be taken from. */
uint64_t job_digest_with_fonts(struct recto_job *job, uint64_t digest);
uint64_t job_digest_with_text(struct recto_job *job, uint64_t digest);
/* What an output that is laid out bears: with fonts only where one of them is used, and
 * with all only where the text does not decide which. */
RECTO_MUST_USE recto_status job_input_hash(struct recto_job *job,
                                           const struct backend *backend, uint64_t *hash);
/* Files that `backend` would write, where the one at `path` is whole and number `page` (from 0) of
 * them; else 0. Always 0 under strict, where it depends on findings that are not known yet. */
size_t job_is_written(struct recto_job *job, const struct backend *backend, size_t page,
                      struct str path);
/* Run `call` with memory under guard, as every call of the public API does. */
recto_status job_guarded(struct recto_job *job,
                         recto_status (*call)(struct recto_job *job, void *user),
                         void *user);
/* The fit report as JSON, and in words. */
struct str job_report(struct recto_job *job);
struct str job_report_text(struct recto_job *job);
/* `s` with the layout keys that --print and --binding change; what the author asks of a layout comes
 * after them. Lives in `a`. */
struct settings job_for_print(struct arena *a, const struct settings *s);
/* `display` bound, two pages to a sheet, with marks, as `s` asks. Lives in `a`. */
const struct display *job_impose(struct arena *a, const struct display *display,
                                 const struct settings *s);
/* `display` with the pictures that `s` asks for. */
const struct display *job_shrink(struct recto_job *job, const struct display *display,
                                 const struct settings *s);
/* Warn where `bytes` bytes are more than --max-size allows. */
void job_tell_size(struct recto_job *job, size_t bytes);
/* Put the findings in order of place and turn them into the public form. */
void job_tell(struct recto_job *job);

#endif
