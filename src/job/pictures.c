/* SPDX-License-Identifier: MIT */
/* job/pictures.c — the pictures that a study shows. */
#include "base/file.h"
#include "block/image_file.h"
#include "job/stage.h"

#define DEPTH_MAX 64 /* of blocks and inlines; what lies deeper is not set either */

struct walk {
    void (*visit)(struct str url, void *user);
    void *user;
};

static void walk_inlines(const struct walk *w, const struct inline_node *first, int depth)
{
    for (const struct inline_node *n = first; n && depth < DEPTH_MAX; n = n->next) {
        if (n->kind == INLINE_IMAGE)
            w->visit(n->url, w->user);
        walk_inlines(w, n->first, depth + 1);
    }
}

static void walk_blocks(const struct walk *w, const struct block *first, int depth)
{
    for (const struct block *b = first; b && depth < DEPTH_MAX; b = b->next) {
        walk_inlines(w, b->inlines, 0);
        walk_blocks(w, b->first, depth + 1);
    }
}

void job_each_picture(const struct recto_job *job,
                      void (*visit)(struct str url, void *user), void *user)
{
    if (job->source)
        walk_blocks(&(struct walk){visit, user}, job->source->root, 0);
}

struct str job_picture_root(struct recto_job *job)
{
    struct settings s = job_settings(job);
    return s.root.n ? s.root : path_folder(job->name);
}

/* A picture of the study that an output would replace. */
struct endangered {
    struct recto_job *job;
    struct str root, output;
    struct str picture; /* its name in the study; empty where there is none */
};

static void compare_picture(struct str url, void *user)
{
    struct endangered *e = user;
    struct arena *a = e->job->arena;
    if (file_same(a, e->output, path_join(a, e->root, image_file(a, url))))
        e->picture = url;
}

recto_status job_refuse_picture(struct recto_job *job, struct str path)
{
    struct endangered e = {job, job_picture_root(job), path, S("")};
    if (!str_eq(path, S("-")))
        job_each_picture(job, compare_picture, &e);
    if (str_empty(e.picture))
        return RECTO_OK;
    return diag_fail(&job->diags, D_J0106, RECTO_USAGE, (struct span){0},
                     "the output “%.*s” is a picture that the study shows", STR(path));
}
