/* SPDX-License-Identifier: MIT */
/* out/mark.c — what a file of one page tells of what it was made of. */
#include "out/mark.h"

#include "base/arena.h"

#define NUMBER_AT S("recto ").n
#define NUMBER_DIGITS 4
#define COUNT_AT (NUMBER_AT + NUMBER_DIGITS + 1)
#define INPUT_AT (COUNT_AT + NUMBER_DIGITS + 1)
#define INPUT_DIGITS 16
#define PAGES_MAX 9999 /* that a mark has digits for; what has more is made again */

static struct str mark_at(struct arena *a, size_t page, size_t pages, uint64_t input,
                          uint64_t check)
{
    if (pages > PAGES_MAX)
        page = pages = 0;
    return str_fmt(a, "recto %04zu/%04zu %08x%08x %08x%08x", page, pages,
                   (unsigned)(input >> 32), (unsigned)input, (unsigned)(check >> 32),
                   (unsigned)check);
}

struct str mark_of(struct arena *a, const struct display *display,
                   const struct out_options *options, struct str before)
{
    return mark_at(a, options->page + 1, display->pages.n, options->input_hash,
                   str_hash(before, 0));
}

static struct str without_input(struct arena *a, struct str mark)
{
    return str_join(a, str_sub(mark, 0, INPUT_AT),
                    str_sub(mark, INPUT_AT + INPUT_DIGITS, mark.n));
}

size_t mark_read(struct arena *a, struct str before, struct str mark, uint64_t input_hash,
                 size_t page)
{
    int64_t pages;
    if (!str_to_int(str_sub(mark, COUNT_AT, COUNT_AT + NUMBER_DIGITS), &pages) || pages < 1)
        return 0;
    struct str want = mark_at(a, page + 1, (size_t)pages, input_hash, str_hash(before, 0));
    if (input_hash == BACKEND_ANY_INPUT) {
        want = without_input(a, want);
        mark = without_input(a, mark);
    }
    return str_eq(mark, want) ? (size_t)pages : 0;
}
