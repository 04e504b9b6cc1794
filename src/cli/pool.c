/* SPDX-License-Identifier: MIT */
/* cli/pool.c — memory of one run of the program, given back at its end. */
#include "cli/pool.h"

#include <recto/diag.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct pool_piece {
    struct pool_piece *before;
    max_align_t bytes[];
};

void *pool_alloc(struct pool *pool, size_t size)
{
    struct pool_piece *piece = size < SIZE_MAX / 2 ? calloc(1, sizeof *piece + size) : NULL;
    if (!piece) {
        fputs("recto: error: memory is out\n", stderr);
        exit(RECTO_WORLD_FAILED);
    }
    piece->before = pool->last;
    pool->last = piece;
    return piece->bytes;
}

char *pool_copy(struct pool *pool, const char *text, size_t length)
{
    char *copy = pool_alloc(pool, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *pool_vfmt(struct pool *pool, const char *format, va_list args)
{
    va_list probe;
    va_copy(probe, args);
    /* clang 14 takes a copied list for an empty one: NOLINTNEXTLINE(clang-analyzer-valist*) */
    int length = vsnprintf(NULL, 0, format, probe);
    va_end(probe);
    size_t room = length < 0 ? 1 : (size_t)length + 1;
    char *text = pool_alloc(pool, room);
    vsnprintf(text, room, format, args);
    return text;
}

char *pool_fmt(struct pool *pool, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = pool_vfmt(pool, format, args);
    va_end(args);
    return text;
}

void pool_free(struct pool *pool)
{
    while (pool->last) {
        struct pool_piece *before = pool->last->before;
        free(pool->last);
        pool->last = before;
    }
}

void word_list_add(struct pool *pool, struct word_list *words, const char *word)
{
    if (words->n == words->cap) {
        words->cap = words->cap ? words->cap * 2 : 8;
        const char **bigger = pool_alloc(pool, words->cap * sizeof *bigger);
        if (words->n)
            memcpy(bigger, words->at, words->n * sizeof *bigger);
        words->at = bigger;
    }
    words->at[words->n++] = word;
}

struct textbuf textbuf_in(struct pool *pool)
{
    return (struct textbuf){.pool = pool, .p = ""};
}

void textbuf_put(struct textbuf *text, const char *bytes, size_t length)
{
    if (length == 0)
        return;
    if (text->cap - text->n <= length) {
        text->cap = (text->cap + length + 64) * 2;
        char *bigger = pool_alloc(text->pool, text->cap);
        memcpy(bigger, text->p, text->n);
        text->p = text->own = bigger;
    }
    memcpy(text->own + text->n, bytes, length);
    text->n += length;
    text->own[text->n] = 0;
}
