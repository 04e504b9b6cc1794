/* SPDX-License-Identifier: MIT */
/* job/doctor.c — whether all that recto needs is there. */
#include "base/arena.h"
#include "base/file.h"
#include "job/catalog.h"
#include "text/face.h"

#define INDEX_MAX_BYTES ((size_t)1 << 20)

static void row(struct question *q, const char *what, const char *state, struct str detail)
{
    strbuf_fmt(&q->out, "%s\t%s\t%.*s\n", what, state, STR(detail));
}

/* Files in a folder of the data that end so. */
static size_t count_files(struct question *q, struct str folder, struct str ending)
{
    struct arena *a = q->job->arena;
    struct str *names;
    size_t n, found = 0;
    if (!file_list(a, store_path(a, &q->job->store, folder, S("")), &names, &n))
        return 0;
    for (size_t i = 0; i < n; i++)
        found += str_ends(names[i], ending);
    return found;
}

static void put_count(struct question *q, const char *what, size_t n, const char *unit)
{
    row(q, what, n ? "ok" : "error", str_fmt(q->job->arena, "%zu %s", n, unit));
}

/* Each file that the index of the fonts names, opened as a render would. */
static void put_fonts(struct question *q)
{
    struct arena *a = q->job->arena;
    struct str rows, path = store_path(a, &q->job->store, S("fonts"), S("index.tsv"));
    size_t n = 0, lost = 0;
    if (file_read(a, path, INDEX_MAX_BYTES, &rows) != FILE_OK) {
        row(q, "fonts", "error", str_fmt(a, "%.*s cannot be read", STR(path)));
        return;
    }
    while (rows.p) {
        struct str line = str_cut(&rows, '\n'), name = {NULL, 0};
        for (int field = 0; field < 4 && line.p; field++)
            name = str_cut(&line, '\t');
        if (!name.n)
            continue;
        n++;
        lost += !file_exists(a, store_path(a, &q->job->store, S("fonts"), name));
    }
    row(q, "fonts", lost || !n ? "error" : "ok",
        str_fmt(a, "%zu of recto's own, %zu of them missing", n, lost));
}

static void put_system_fonts(struct question *q)
{
    struct settings settings = job_settings(q->job);
    struct font_listing *list;
    size_t n = 0, own = 0;
    if (job_open_fonts(q->job, &settings) == RECTO_OK)
        n = fonts_list(q->job->fonts, q->job->arena, &list);
    for (size_t i = 0; i < n; i++)
        own += str_starts(list[i].file, q->job->store.root);
    row(q, "system fonts", n > own ? "ok" : "warning",
        str_fmt(q->job->arena, "%zu, asked for characters that recto's own lack", n - own));
}

static recto_status examine(struct question *q)
{
    struct arena *a = q->job->arena;
    row(q, "version", "ok", str_from(recto_version()));
    if (job_open_store(q->job) != RECTO_OK) {
        row(q, "data folder", "error",
            S("not found: set RECTO_DATA to the folder that holds layouts/ and fonts/"));
        return RECTO_OK;
    }
    row(q, "data folder", "ok",
        str_fmt(a, "%.*s (%s)", STR(q->job->store.root), q->job->store.origin));
    put_count(q, "layouts", count_files(q, S("layouts"), S(".yaml")), "layouts");
    put_fonts(q);
    put_count(q, "hyphenation", count_files(q, S("hyphen"), S(".hyb")), "languages");
    put_system_fonts(q);
    return RECTO_OK;
}

recto_status recto_doctor(recto_sink sink)
{
    return catalog_ask(NULL, sink, NULL, examine);
}
