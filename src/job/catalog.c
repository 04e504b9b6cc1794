/* SPDX-License-Identifier: MIT */
/* job/catalog.c — lists of what recto knows: formats, layouts, palettes, fonts. */
#include <recto/version.h>

#include "job/catalog.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "style/style.h"

const char *recto_version(void)
{
    return RECTO_VERSION;
}

recto_format recto_format_at(size_t index)
{
    size_t n = 0;
    for (const struct backend *backend; (backend = backend_at(n)); n++)
        if (n == index)
            return (recto_format){backend->name, backend->extension, backend->paged};
    return index == n ? (recto_format){"json", ".json", 0} : (recto_format){0};
}

static void put_nearest(char *into, struct str name)
{
    if (!into)
        return;
    size_t n = name.n < RECTO_NAME_MAX ? name.n : 0;
    if (n)
        memcpy(into, name.p, n);
    into[n] = 0;
}

void catalog_consider(struct question *q, struct str candidate)
{
    size_t d = str_distance(q->name, candidate, q->distance);
    if (d >= q->distance)
        return;
    q->distance = d;
    q->near = candidate;
}

/* What runs under guard. */
struct asking {
    struct question *q;
    recto_status (*answer)(struct question *q);
};

static recto_status run(recto_job *job, void *user)
{
    struct asking *asking = user;
    asking->q->out = strbuf_at(job->arena);
    return asking->answer(asking->q);
}

recto_status catalog_ask(const char *name, recto_sink sink, char *nearest,
                         recto_status (*answer)(struct question *q))
{
    recto_job *job = recto_job_new();
    put_nearest(nearest, (struct str){NULL, 0});
    if (!job)
        return RECTO_WORLD;
    struct question q = {
        .job = job, .name = name ? str_from(name) : (struct str){NULL, 0}
    };
    q.distance = q.name.n / 3 + 2;
    struct asking asking = {&q, answer};
    recto_status status = job_guarded(job, run, &asking);
    if (status == RECTO_OK && sink.write(sink.user, q.out.p ? q.out.p : "", q.out.n))
        status = RECTO_WORLD;
    if (status == RECTO_USAGE)
        put_nearest(nearest, q.near);
    recto_job_free(job);
    return status;
}

/* The text of `about:` in a layout file; empty where it has none or cannot be read. */
static struct str about_of(struct arena *a, struct str path)
{
    struct str bytes;
    struct diags ignored = diags_at(a, path);
    if (file_read(a, path, STYLE_MAX_BYTES, &bytes) != FILE_OK)
        return S("");
    return yaml_text(yaml_find(yaml_parse(a, bytes, 0, &ignored), S("about")));
}

static recto_status layouts(struct question *q)
{
    struct arena *a = q->job->arena;
    RECTO_TRY(job_open_store(q->job));
    struct str folder = store_path(a, &q->job->store, S("layouts"), S("")), *names;
    size_t count;
    if (!file_list(a, folder, &names, &count))
        return RECTO_WORLD;
    for (size_t i = 0; i < count; i++) {
        struct str path = store_path(a, &q->job->store, S("layouts"), names[i]);
        struct str stem = path_stem(names[i]);
        if (!str_ends(names[i], S(".yaml")))
            continue;
        struct str about = about_of(a, path);
        strbuf_fmt(&q->out, "%.*s\t%.*s\t%.*s\n", STR(stem), STR(about), STR(path));
    }
    return RECTO_OK;
}

recto_status recto_list_layouts(recto_sink sink)
{
    return catalog_ask(NULL, sink, NULL, layouts);
}

static recto_status palettes(struct question *q)
{
    static const char *const names[] = {
#define X(name, accent, tint, line, deep) name,
#include "style/palettes.def"
#undef X
    };
    for (size_t i = 0; i < countof(names); i++)
        strbuf_fmt(&q->out, "%s\n", names[i]);
    return RECTO_OK;
}

recto_status recto_list_palettes(recto_sink sink)
{
    return catalog_ask(NULL, sink, NULL, palettes);
}

static recto_status new_study(struct question *q)
{
    struct str text;
    RECTO_TRY(job_open_store(q->job));
    struct str path = store_path(q->job->arena, &q->job->store, S("assets"), S("new.md"));
    if (file_read(q->job->arena, path, SOURCE_MAX_BYTES, &text) != FILE_OK)
        return RECTO_WORLD;
    strbuf_put(&q->out, text);
    return RECTO_OK;
}

recto_status recto_new_study(recto_sink sink)
{
    return catalog_ask(NULL, sink, NULL, new_study);
}

struct listing {
    recto_sink sink;
    struct strbuf out;
};

static recto_status fonts(recto_job *job, void *user)
{
    struct listing *listing = user;
    struct settings settings = job_settings(job);
    struct font_listing *rows;
    listing->out = strbuf_at(job->arena);
    RECTO_TRY(job_open_fonts(job, &settings));
    size_t n = fonts_list(job->fonts, job->arena, &rows);
    for (size_t i = 0; i < n; i++)
        strbuf_fmt(&listing->out, "%.*s\t%d%s\t%.*s\n", STR(rows[i].family), rows[i].weight,
                   rows[i].italic ? " italic" : "", STR(rows[i].file));
    return RECTO_OK;
}

recto_status recto_list_fonts(recto_job *job, recto_sink sink)
{
    struct listing listing = {.sink = sink};
    recto_status status = job_guarded(job, fonts, &listing);
    const char *rows = listing.out.p ? listing.out.p : "";
    if (status == RECTO_OK && sink.write(sink.user, rows, listing.out.n))
        status = RECTO_WORLD;
    return status;
}
