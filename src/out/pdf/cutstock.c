/* SPDX-License-Identifier: MIT */
/* out/pdf/cutstock.c — glyphs of CFF fonts that were cut before.
 *
 * Free of subroutines and hints, what draws a glyph is the same whatever it is cut out together
 * with. So hb-subset, which takes apart all that a glyph calls, is asked for a glyph once in a run. */
#include "out/pdf/cutstock.h"

#include <hb.h>
#include <stdatomic.h>
#include <string.h>

#include "base/arena.h"
#include "base/heap.h"
#include "base/shelf.h"

/* All Latin glyphs of a dozen faces. */
#define STOCK_CEILING ((size_t)8 << 20)

/* What is kept of a face; the heads do not change. */
struct cut_face {
    struct cut_face *next;
    const struct face *face;
    struct cff_parts head; /* without glyphs */
    size_t n;
    _Atomic(const struct str *) glyphs[]; /* NULL: not kept */
};

struct cutstock {
    _Atomic(struct cut_face *) first; /* read without the lock */
    atomic_flag busy;                 /* a thread writes */
    struct heap heap;
};

static void drop(void *object)
{
    struct cutstock *stock = object;
    heap_free(&stock->heap);
}

static void *make_stock(struct arena *a, void *user)
{
    (void)user;
    struct cutstock *stock = arena_make(a, struct cutstock);
    stock->heap.left = STOCK_CEILING;
    atomic_flag_clear(&stock->busy);
    arena_defer(a, drop, stock);
    return stock;
}

struct cutstock *cutstock_at(struct arena *caller, struct shelf *shelf)
{
    return shelf_at(caller, shelf, S("cut glyphs"), make_stock, NULL);
}

static struct cut_face *face_at(const struct cutstock *stock, const struct face *face)
{
    struct cut_face *f = atomic_load_explicit(&stock->first, memory_order_acquire);
    while (f && f->face != face)
        f = f->next;
    return f;
}

bool cutstock_find(const struct cutstock *stock, const struct face *face,
                   const uint32_t *ids, size_t n, struct cff_parts *parts)
{
    struct cut_face *kept = face_at(stock, face);
    if (!kept)
        return false;
    struct str *glyphs = parts->glyphs;
    for (size_t i = 0; i < n; i++) {
        const struct str *glyph = NULL;
        if (ids[i] < kept->n)
            glyph = atomic_load_explicit(&kept->glyphs[ids[i]], memory_order_acquire);
        if (!glyph)
            return false;
        glyphs[i] = *glyph;
    }
    *parts = kept->head;
    parts->glyphs = glyphs;
    parts->n = n;
    return true;
}

/* These are for the thread that made the stock busy; NULL or false where there is no room. */

static bool copy(struct cutstock *stock, struct str *s)
{
    char *p = heap_take(&stock->heap, s->n + 1);
    if (p && s->n)
        memcpy(p, s->p, s->n);
    s->p = p;
    return p != NULL;
}

static struct cut_face *new_face(struct cutstock *stock, const struct face *face,
                                 const struct cff_parts *parts)
{
    size_t n = hb_face_get_glyph_count(face_hb_face(face));
    struct cut_face *kept;
    kept = heap_take(&stock->heap, sizeof *kept + n * sizeof *kept->glyphs);
    if (!kept)
        return NULL;
    *kept = (struct cut_face){atomic_load(&stock->first), face, *parts, n};
    for (size_t i = 0; i < n; i++)
        atomic_init(&kept->glyphs[i], NULL);
    kept->head.glyphs = NULL;
    if (!copy(stock, &kept->head.kept) || !copy(stock, &kept->head.subrs) ||
        !copy(stock, &kept->head.locals))
        return NULL;
    atomic_store_explicit(&stock->first, kept, memory_order_release);
    return kept;
}

static bool same_head(const struct cff_parts *a, const struct cff_parts *b)
{
    return a->locals_size == b->locals_size && str_eq(a->kept, b->kept) &&
           str_eq(a->subrs, b->subrs) && str_eq(a->locals, b->locals);
}

static void keep_glyph(struct cutstock *stock, struct cut_face *kept, uint32_t id,
                       struct str glyph)
{
    if (id >= kept->n || atomic_load(&kept->glyphs[id]))
        return;
    struct str *own = heap_take(&stock->heap, sizeof *own);
    if (!own || !copy(stock, &glyph))
        return;
    *own = glyph;
    atomic_store_explicit(&kept->glyphs[id], own, memory_order_release);
}

void cutstock_keep(struct cutstock *stock, const struct face *face, const uint32_t *ids,
                   const struct cff_parts *parts)
{
    if (atomic_flag_test_and_set_explicit(&stock->busy, memory_order_acquire))
        return; /* another document will bring them again */
    struct cut_face *kept = face_at(stock, face);
    if (!kept)
        kept = new_face(stock, face, parts);
    for (size_t i = 0; kept && i < parts->n && same_head(&kept->head, parts); i++)
        keep_glyph(stock, kept, ids[i], parts->glyphs[i]);
    atomic_flag_clear_explicit(&stock->busy, memory_order_release);
}
