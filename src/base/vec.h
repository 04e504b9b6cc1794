/* SPDX-License-Identifier: MIT */
/* base/vec.h — growing arrays in an arena. */
#ifndef RECTO_BASE_VEC_H
#define RECTO_BASE_VEC_H

#include <stddef.h>
#include <string.h>

struct arena;

#define countof(array) (sizeof(array) / sizeof((array)[0]))

/* An array of `n` elements with room for `cap`: a member of a struct, or a variable. Begins
 * as zero. */
#define VEC(type)      \
    struct {           \
        type *at;      \
        size_t n, cap; \
    }

/* Append a value (an lvalue or compound literal in parentheses). Pointers into the vector
 * are invalid afterwards. */
#define vec_push(a, v, ...) (vec_room(a, v), (v)->at[(v)->n++] = (__VA_ARGS__))

/* Append a zeroed element and point to it. */
#define vec_add(a, v) \
    (vec_room(a, v), memset(&(v)->at[(v)->n], 0, sizeof *(v)->at), &(v)->at[(v)->n++])

/* Make room for one more. */
#define vec_room(a, v) \
    ((v)->n < (v)->cap \
         ? (void)0     \
         : vec_grow((a), (void **)&(v)->at, (v)->n, &(v)->cap, sizeof *(v)->at))

#define vec_last(v) (&(v)->at[(v)->n - 1])

/* Index of the last element that begins at or before `place`; 0 where none does. Elements are in
 * the order of their places; a place is a size_t that they begin with, or are. */
#define vec_index_at(v, place) vec_search((v)->at, (v)->n, sizeof *(v)->at, (place))
size_t vec_search(const void *elements, size_t n, size_t size, size_t place);

/* Make room for more than `n` elements of `size` bytes; new room is not zeroed. */
void vec_grow(struct arena *a, void **at, size_t n, size_t *cap, size_t size);

#endif
