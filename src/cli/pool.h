/* SPDX-License-Identifier: MIT */
/* cli/pool.h — memory of one run of the program, given back at its end. */
#ifndef RECTO_CLI_POOL_H
#define RECTO_CLI_POOL_H

#include <stdarg.h>
#include <stddef.h>

struct pool_piece;

/* Begins as {0}. */
struct pool {
    struct pool_piece *last;
};

/* Zeroed bytes, aligned for any type. Without memory the program ends with status 6: a run of the
 * program has nothing to save that is not on disk already. */
void *pool_alloc(struct pool *pool, size_t size);
/* `length` bytes of `text`, NUL-terminated. */
char *pool_copy(struct pool *pool, const char *text, size_t length);
char *pool_fmt(struct pool *pool, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *pool_vfmt(struct pool *pool, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
void pool_free(struct pool *pool);

/* A growing list of strings that somebody else owns. */
struct word_list {
    const char **at;
    size_t n, cap;
};

void word_list_add(struct pool *pool, struct word_list *words, const char *word);

/* Text that grows; `p` is NUL-terminated from the first byte on, "" before. */
struct textbuf {
    struct pool *pool;
    const char *p;
    char *own;
    size_t n, cap;
};

struct textbuf textbuf_in(struct pool *pool);
void textbuf_put(struct textbuf *text, const char *bytes, size_t length);

#endif
