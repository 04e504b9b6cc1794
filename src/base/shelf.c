/* SPDX-License-Identifier: MIT */
/* base/shelf.c — things that are made once and then shared by jobs and threads. */
#include "base/shelf.h"

#include <pthread.h>

#include "base/arena.h"
#include "base/reads.h"
#include "base/stock.h"

/* Look-ups and layouts of one run; what is mapped does not count. */
#define SHELF_CEILING ((size_t)256 << 20)

struct thing {
    struct thing *next;
    struct str key;
    void *made;
};

struct shelf {
    struct arena *a;
    struct stock *stock;
    pthread_mutex_t lock; /* guards all below, and `a` */
    struct thing *first;
    struct arena *holder; /* of the job that has the lock */
};

static void clear_away(void *object)
{
    struct shelf *shelf = object;
    arena_free(shelf->a);
    pthread_mutex_destroy(&shelf->lock);
}

struct shelf *shelf_in(struct arena *owner)
{
    struct shelf *shelf = arena_make(owner, struct shelf);
    shelf->stock = stock_in(owner);
    shelf->a = arena_new(SHELF_CEILING);
    if (!shelf->a)
        arena_give_up(owner);
    pthread_mutex_init(&shelf->lock, NULL);
    arena_defer(owner, clear_away, shelf);
    return shelf;
}

struct stock *shelf_stock(const struct shelf *shelf)
{
    return shelf->stock;
}

static struct thing *find(const struct shelf *shelf, struct str key)
{
    for (struct thing *t = shelf->first; t; t = t->next)
        if (str_eq(t->key, key))
            return t;
    return NULL;
}

static void unlock(struct shelf *shelf)
{
    shelf->holder = NULL;
    pthread_mutex_unlock(&shelf->lock);
}

void shelf_let_go(struct arena *caller, struct shelf *shelf)
{
    if (shelf->holder == caller)
        unlock(shelf);
}

static void lock(struct arena *caller, struct shelf *shelf)
{
    pthread_mutex_lock(&shelf->lock);
    arena_jump_like(shelf->a, caller);
    shelf->holder = caller;
}

void shelf_keep_reads(struct arena *caller, struct shelf *shelf)
{
    lock(caller, shelf);
    if (!arena_reads(shelf->a))
        arena_set_reads(shelf->a, reads_in(shelf->a));
    unlock(shelf);
}

struct reads *shelf_reads(struct shelf *shelf)
{
    pthread_mutex_lock(&shelf->lock);
    struct reads *reads = arena_reads(shelf->a);
    pthread_mutex_unlock(&shelf->lock);
    return reads;
}

void *shelf_at(struct arena *caller, struct shelf *shelf, struct str key,
               void *(*make)(struct arena *a, void *user), void *user)
{
    lock(caller, shelf);
    struct thing *thing = find(shelf, key);
    void *made = thing ? thing->made : make(shelf->a, user);
    if (!thing && made) {
        thing = arena_make(shelf->a, struct thing);
        *thing = (struct thing){shelf->first, str_dup(shelf->a, key), made};
        shelf->first = thing;
    }
    unlock(shelf);
    return made;
}
