/* SPDX-License-Identifier: MIT */
/* base/vec.h — growing arrays in an arena. */
#ifndef RECTO_BASE_VEC_H
#define RECTO_BASE_VEC_H

#include <stddef.h>

struct arena;

#define countof(array) (sizeof(array) / sizeof((array)[0]))

/* `struct { T *at; size_t n, cap; }`: use as a member or through a typedef-free tag. */
#define VEC(type)      \
    struct {           \
        type *at;      \
        size_t n, cap; \
    }

/* Append a value (an lvalue or compound literal in parentheses). Pointers into the vector are
 * void afterwards. */
#define vec_push(a, v, ...)                                                \
    (vec_room((a), (void **)&(v)->at, (v)->n, &(v)->cap, sizeof *(v)->at), \
     (v)->at[(v)->n++] = (__VA_ARGS__))

/* Append a zeroed element and point to it. */
#define vec_add(a, v)                                                      \
    (vec_room((a), (void **)&(v)->at, (v)->n, &(v)->cap, sizeof *(v)->at), \
     &(v)->at[(v)->n++])

#define vec_last(v) (&(v)->at[(v)->n - 1])

/* Make room for one more than `n` elements of `size` bytes; new room is zeroed. */
void vec_room(struct arena *a, void **at, size_t n, size_t *cap, size_t size);

#endif
