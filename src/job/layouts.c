/* SPDX-License-Identifier: MIT */
/* job/layouts.c — layouts that are loaded once for all documents of a run. */
#include <stdatomic.h>

#include "base/arena.h"
#include "job/stage.h"

/* Front matter that sets keys makes a layout of its own of each document: those are not kept. */
#define KEPT_MAX 32

/* A layout that is not on the shelf. */
struct wanted {
    const struct store *store;
    const struct style_request *request;
    _Atomic unsigned *kept;
};

static void put(struct strbuf *b, struct str s)
{
    strbuf_fmt(b, "%zu ", s.n);
    strbuf_put(b, s);
}

static void put_overrides(struct strbuf *b, const struct style_override *at, size_t n)
{
    strbuf_fmt(b, "%zu ", n);
    for (size_t i = 0; i < n; i++) {
        put(b, at[i].key);
        put(b, at[i].value);
    }
}

/* All that decides about a layout but its files. */
static struct str key_of(struct arena *a, const struct store *store,
                         const struct style_request *r)
{
    struct strbuf b = strbuf_at(a);
    strbuf_fmt(&b, "layout %d ", r->gray);
    put(&b, store->root);
    put(&b, r->layout);
    put(&b, r->paper);
    put(&b, r->usual_paper);
    put(&b, r->palette);
    put(&b, r->base_palette);
    put_overrides(&b, r->base, r->base_count);
    put_overrides(&b, r->overrides, r->override_count);
    return strbuf_str(&b);
}

static const struct style_override *copy_overrides(struct arena *a,
                                                   const struct style_override *at,
                                                   size_t n)
{
    struct style_override *copies = arena_many(a, n, struct style_override);
    for (size_t i = 0; i < n; i++) {
        copies[i].key = str_dup(a, at[i].key);
        copies[i].value = str_dup(a, at[i].value);
    }
    return copies;
}

static struct style_request copy_request(struct arena *a, const struct style_request *r)
{
    struct style_request copy = *r;
    copy.layout = str_dup(a, r->layout);
    copy.paper = str_dup(a, r->paper);
    copy.usual_paper = str_dup(a, r->usual_paper);
    copy.palette = str_dup(a, r->palette);
    copy.base_palette = str_dup(a, r->base_palette);
    copy.base = copy_overrides(a, r->base, r->base_count);
    copy.shared = true;
    copy.overrides = copy_overrides(a, r->overrides, r->override_count);
    return copy;
}

/* Only what loads without a finding is kept: else the first document alone would report
 * it. */
static void *load(struct arena *a, void *user)
{
    const struct wanted *w = user;
    if (atomic_load(w->kept) >= KEPT_MAX)
        return NULL;
    struct arena_mark mark = arena_mark(a);
    struct style_request request = copy_request(a, w->request);
    struct diags quiet = diags_at(a, (struct str){NULL, 0});
    const struct style **style = arena_make(a, const struct style *);
    recto_status status = style_load(a, w->store, &request, style, &quiet);
    if (status != RECTO_OK || quiet.list.n) {
        arena_rewind(a, mark);
        return NULL;
    }
    atomic_fetch_add(w->kept, 1);
    return style;
}

static void *make_count(struct arena *a, void *user)
{
    (void)user;
    return arena_make(a, _Atomic unsigned);
}

recto_status job_load_layout(struct recto_job *job, const struct style_request *request)
{
    struct arena *a = job->arena;
    struct wanted wanted = {&job->store, request, NULL};
    wanted.kept = shelf_at(a, job->shelf, S("layouts"), make_count, NULL);
    const struct style *const *kept =
        shelf_at(a, job->shelf, key_of(a, &job->store, request), load, &wanted);
    if (!kept || !style_is_fresh(a, *kept))
        return style_load(a, &job->store, request, &job->style, &job->diags);
    job->style = *kept;
    return RECTO_OK;
}
