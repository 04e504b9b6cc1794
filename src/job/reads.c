/* SPDX-License-Identifier: MIT */
/* job/reads.c — which files a job read: its own list, and that of what it shares. */
#include <recto/reads.h>

#include "base/arena.h"
#include "base/reads.h"
#include "job/stage.h"

static recto_status keep(struct recto_job *job, void *user)
{
    (void)user;
    struct reads *reads = reads_in(job->arena);
    arena_set_reads(job->arena, reads);
    arena_set_reads(job->scratch, reads);
    shelf_keep_reads(job->arena, job->shelf);
    return RECTO_OK;
}

recto_status recto_job_keep_reads(recto_job *job)
{
    return arena_reads(job->arena) ? RECTO_OK : job_guarded(job, keep, NULL);
}

/* The two lists as one. */
struct gathering {
    VEC(recto_read) list;
};

static bool is_known(const struct gathering *g, struct str path)
{
    for (size_t i = 0; i < g->list.n; i++)
        if (str_eq(str_from(g->list.at[i].path), path))
            return true;
    return false;
}

/* A layout may be in both: read for the shelf, and found there. */
static void gather(struct recto_job *job, struct gathering *g, struct reads *reads)
{
    for (const struct read *r = reads ? reads_all(reads) : NULL; r; r = r->next)
        if (!is_known(g, r->path))
            vec_push(job->arena, &g->list, ((recto_read){r->path.p, r->state}));
}

static recto_status gather_all(struct recto_job *job, void *user)
{
    gather(job, user, arena_reads(job->arena));
    gather(job, user, shelf_reads(job->shelf));
    return RECTO_OK;
}

size_t recto_job_reads(recto_job *job, const recto_read **first)
{
    struct gathering g = {
        {NULL, 0, 0}
    };
    if (job->out_of_memory || job_guarded(job, gather_all, &g) != RECTO_OK)
        return 0;
    *first = g.list.at;
    return g.list.n;
}

uint64_t recto_file_state(const char *path)
{
    return file_state(path);
}
