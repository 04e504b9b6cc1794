/* SPDX-License-Identifier: MIT */
/* base/reads.c — which files were read, or looked for in vain, and in what state they were. */
#include "base/reads.h"

#include <dirent.h>
#include <pthread.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/heap.h"

/* Some hundred bytes a file: room for more fonts than any machine has. */
#define READS_MAX_BYTES ((size_t)16 << 20)

struct reads {
    pthread_mutex_t lock; /* guards all */
    struct heap heap;
    struct read *newest;
};

static void close_reads(void *object)
{
    struct reads *reads = object;
    heap_free(&reads->heap);
    pthread_mutex_destroy(&reads->lock);
}

struct reads *reads_in(struct arena *owner)
{
    struct reads *reads = arena_make(owner, struct reads);
    reads->heap.left = READS_MAX_BYTES;
    pthread_mutex_init(&reads->lock, NULL);
    arena_defer(owner, close_reads, reads);
    return reads;
}

static bool is_known(const struct reads *reads, struct str path)
{
    for (const struct read *r = reads->newest; r; r = r->next)
        if (str_eq(r->path, path))
            return true;
    return false;
}

/* If there is no memory the list stays as it is: no page depends on it. */
static void add(struct reads *reads, struct str path)
{
    struct read *r = heap_take(&reads->heap, sizeof *r);
    char *copy = r ? heap_take(&reads->heap, path.n + 1) : NULL;
    if (!copy)
        return;
    memcpy(copy, path.p, path.n);
    *r = (struct read){
        reads->newest, {copy, path.n},
         file_state(copy)
    };
    reads->newest = r;
}

void reads_note(struct arena *a, struct str path)
{
    struct reads *reads = arena_reads(a);
    if (!reads || path.n == 0)
        return;
    pthread_mutex_lock(&reads->lock);
    if (!is_known(reads, path))
        add(reads, path);
    pthread_mutex_unlock(&reads->lock);
}

const struct read *reads_all(struct reads *reads)
{
    pthread_mutex_lock(&reads->lock);
    const struct read *newest = reads->newest;
    pthread_mutex_unlock(&reads->lock);
    return newest;
}

static uint64_t put_number(uint64_t hash, int64_t n)
{
    return str_hash((struct str){(const char *)&n, sizeof n}, hash);
}

/* Editors put files beside the one that is written, and take them away again. */
static bool counts(const char *name)
{
    return name[0] != '.' && name[strlen(name) - 1] != '~';
}

/* A sum, so that the order does not matter: no system promises one. */
static uint64_t names_in(const char *path)
{
    uint64_t sum = 1;
    DIR *folder = opendir(path);
    if (!folder)
        return sum;
    for (const struct dirent *e = readdir(folder); e; e = readdir(folder))
        if (counts(e->d_name))
            sum += str_hash(str_from(e->d_name), 0);
    closedir(folder);
    return sum;
}

uint64_t file_state(const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return 0;
    uint64_t hash = put_number(put_number(0, (int64_t)st.st_dev), (int64_t)st.st_ino);
    if (S_ISDIR(st.st_mode))
        return put_number(hash, (int64_t)names_in(path)) | 1;
    hash = put_number(put_number(hash, st.st_size), st.st_mode);
    /* The time of the last change of status, not of content: permissions count, too. */
    hash = put_number(hash, st.st_ctim.tv_sec);
    return put_number(hash, st.st_ctim.tv_nsec) | 1;
}
