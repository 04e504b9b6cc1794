/* SPDX-License-Identifier: MIT */
/* unit/inputs.h — every sample and every example of the specification, for what holds of any text. */
#ifndef RECTO_UNIT_INPUTS_H
#define RECTO_UNIT_INPUTS_H

#include <stdlib.h>

#include "base/file.h"
#include "base/vec.h"
#include "test.h"

struct input {
    struct str name; /* file, or file:line of an example */
    struct str text;
};

struct inputs {
    VEC(struct input) list;
};

/* Behind the last byte of the line at `at`. */
static inline size_t inputs_line_end(struct str s, size_t at)
{
    return str_find_byte(s, '\n', at);
}

/* The upper half of each example in a file of tests/spec; its input is not unescaped, for any text
 * will do. */
static inline void inputs_add_examples(struct arena *a, struct inputs *in, struct str name,
                                       struct str s)
{
    unsigned line = 1;
    for (size_t at = 0; at < s.n; at = inputs_line_end(s, at) + 1, line++) {
        struct str head = str_sub(s, at, inputs_line_end(s, at));
        size_t ticks = 0;
        while (ticks < head.n && head.p[ticks] == '`')
            ticks++;
        if (ticks < 3 || !str_starts(str_sub(head, ticks, head.n), S("case ")))
            continue;
        size_t from = at + head.n + 1;
        struct str fence = str_join(a, S("\n"), str_sub(head, 0, ticks));
        size_t end = str_find(s, str_join(a, fence, S("\n")), at), to = end;
        for (size_t rule = from; (rule = str_find(s, S("\n---\n"), rule)) < end; rule++)
            to = rule + 1;
        vec_push(
            a, &in->list,
            ((struct input){str_fmt(a, "%.*s:%u", STR(name), line), str_sub(s, from, to)}));
    }
}

static inline void inputs_add_folder(struct arena *a, struct inputs *in,
                                     const char *variable, struct str below, bool examples)
{
    const char *root = getenv(variable);
    CHECK_NOT_NULL(root); /* ctest sets it; see tests/CMakeLists.txt */
    struct str folder = path_join(a, str_from(root), below), *names;
    size_t count;
    CHECK_TRUE(file_list(a, folder, &names, &count));
    for (size_t i = 0; i < count; i++) {
        struct str text;
        if (!str_ends(names[i], S(".md")) || str_starts(names[i], S("README")) ||
            file_read(a, path_join(a, folder, names[i]), 1u << 22, &text) != FILE_OK)
            continue;
        if (examples)
            inputs_add_examples(a, in, names[i], text);
        else
            vec_push(a, &in->list, ((struct input){names[i], text}));
    }
}

static inline struct inputs inputs_all(struct arena *a)
{
    struct inputs in = {0};
    inputs_add_folder(a, &in, "SAMPLES", S("."), false);
    inputs_add_folder(a, &in, "TESTS", S("spec"), true);
    CHECK_TRUE(in.list.n > 100);
    return in;
}

#endif
