/* SPDX-License-Identifier: MIT */
/* para/json.h — a small reader of JSON, for measuring tools. */
#ifndef RECTO_PARA_JSON_H
#define RECTO_PARA_JSON_H

#include "base/str.h"

struct arena;

enum json_kind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

/* A value; members of arrays and objects hang in a chain, in order. */
struct json {
    enum json_kind kind;
    struct str key;  /* inside an object, escapes undone */
    struct str text; /* STRING, escapes undone; NUMBER as written */
    int64_t number;  /* NUMBER: whole part, fractions cut off; BOOL: 0 or 1 */
    size_t count;    /* of children */
    const struct json *first, *next;
};

#define JSON_DEPTH 16 /* nested deeper is refused */

/* Read one value that fills `text`, in `a`. NULL where it is malformed; then *bad is the offset
 * of the first byte that cannot be read. */
const struct json *json_read(struct arena *a, struct str text, size_t *bad);

/* The member called `key` of an object; NULL where there is none. */
const struct json *json_find(const struct json *object, struct str key);
/* Its number, `preset` where there is none. */
int64_t json_number(const struct json *object, struct str key, int64_t preset);

#endif
