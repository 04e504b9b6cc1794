/* SPDX-License-Identifier: MIT */
/* job/config.c — reads a recto.yaml, and says which settings are in effect. */
#include "base/arena.h"
#include "base/file.h"
#include "job/stage.h"

#define CONFIG_MAX_BYTES ((size_t)256 << 10)
#define DEPTH_MAX 4 /* maps in maps; keys of layouts have fewer dots */

/* A configuration, while it is read. */
struct reading {
    struct recto_job *job;
    const char *path;
    VEC(recto_setting) list;
};

static void add(struct reading *r, const struct yaml *e, struct str key, struct str value)
{
    struct arena *a = r->job->arena;
    recto_setting setting = {.key = str_cstr(a, key),
                             .value = str_cstr(a, value),
                             .origin = RECTO_FROM_CONFIG,
                             .file = r->path,
                             .line = e->key_span.line ? e->key_span.line : e->span.line,
                             .column =
                                 e->key_span.line ? e->key_span.column : e->span.column};
    vec_push(a, &r->list, setting);
}

/* Maps under `set` nest as keys of layouts have dots. */
static void add_map(struct reading *r, struct str prefix, const struct yaml *map, int depth)
{
    struct arena *a = r->job->arena;
    for (const struct yaml *e = map->first; e; e = e->next) {
        struct str key =
            str_fmt(a, "%.*s%s%.*s", STR(prefix), prefix.n ? "." : "", STR(e->key));
        if (e->kind == YAML_MAP && depth < DEPTH_MAX)
            add_map(r, key, e, depth + 1);
        else
            add(r, e, S("set"), str_fmt(a, "%.*s=%.*s", STR(key), STR(yaml_text(e))));
    }
}

static void add_entry(struct reading *r, const struct yaml *e)
{
    if (e->kind == YAML_MAP)
        add_map(r, (struct str){NULL, 0}, e, 0);
    else if (e->kind == YAML_LIST)
        for (const struct yaml *item = e->first; item; item = item->next)
            add(r, item, e->key, yaml_text(item));
    else
        add(r, e, e->key, e->text);
}

static recto_status read(struct reading *r)
{
    struct recto_job *job = r->job;
    struct str path = str_from(r->path), bytes, before = job->diags.file;
    enum file_status status = file_read(job->arena, path, CONFIG_MAX_BYTES, &bytes);
    job->diags.file = str_dup(job->arena, path);
    recto_status result = RECTO_OK;
    if (status != FILE_OK) {
        result = diag_fail(&job->diags, D_J0101, RECTO_WORLD, (struct span){0},
                           "cannot read it: %s", file_status_text(status));
    } else {
        const struct yaml *map = yaml_parse(job->arena, bytes, 0, &job->diags);
        if (map && map->kind == YAML_MAP)
            for (const struct yaml *e = map->first; e; e = e->next)
                add_entry(r, e);
        else if (map)
            result = diag_fail(&job->diags, D_J0103, RECTO_BAD_INPUT, (struct span){0},
                               "a configuration is a map of keys");
        if (diags_worst(&job->diags) == DIAG_ERROR)
            result = RECTO_BAD_INPUT;
    }
    job->diags.file = before;
    return result;
}

static recto_status read_guarded(struct recto_job *job, void *user)
{
    (void)job;
    return read(user);
}

recto_status recto_job_read_config(recto_job *job, const char *path,
                                   const recto_setting **first, size_t *count)
{
    struct reading r = {
        .job = job, .path = path, .list = {NULL, 0, 0}
    };
    recto_status status = job_guarded(job, read_guarded, &r);
    *first = r.list.at;
    *count = status == RECTO_OK ? r.list.n : 0;
    return status;
}

struct asking {
    struct str key;
    const char *answer, *origin;
};

static recto_status ask(struct recto_job *job, void *user)
{
    struct asking *asking = user;
    struct str text = job_setting(job, asking->key, &asking->origin);
    asking->answer = text.p ? str_cstr(job->arena, text) : NULL;
    return RECTO_OK;
}

const char *recto_job_setting(recto_job *job, const char *key, const char **origin)
{
    struct asking asking = {str_from(key), NULL, ""};
    if (job->out_of_memory || job_guarded(job, ask, &asking) != RECTO_OK)
        return NULL;
    if (origin)
        *origin = asking.origin;
    return asking.answer;
}
