/* SPDX-License-Identifier: MIT */
/* page/flow.c — sums over a flow, so that any stretch of it is measured at once. */
#include "page/flow.h"

#include "base/arena.h"

static bool spans(const struct box *box)
{
    return box->place == PLACE_WIDE;
}

static void sum_boxes(struct arena *a, struct flow *f)
{
    struct sums *sum = arena_many(a, f->n + 1, struct sums);
    size_t *note_at = arena_many(a, f->n + 1, size_t);
    for (size_t i = 0; i < f->n; i++) {
        const struct box *box = f->at[i];
        sum[i + 1] = sum[i];
        sum[i + 1].height += box->height;
        sum[i + 1].gap += box->gap;
        sum[i + 1].shrink += box->gap_shrink;
        note_at[i + 1] = note_at[i] + box->note_count;
    }
    f->sum = sum;
    f->note_at = note_at;
}

static void sum_notes(struct arena *a, struct flow *f)
{
    int64_t *notes = arena_many(a, f->note_at[f->n] + 1, int64_t);
    for (size_t i = 0, n = 0; i < f->n; i++)
        for (size_t k = 0; k < f->at[i]->note_count; k++, n++)
            notes[n + 1] = notes[n] + f->at[i]->notes[k]->height;
    f->notes = notes;
}

static void find_runs(struct arena *a, struct flow *f)
{
    size_t *end = arena_many(a, f->n + 1, size_t);
    for (size_t i = f->n; i-- > 0;) {
        bool more = i + 1 < f->n && !spans(f->at[i]) && !spans(f->at[i + 1]);
        end[i] = more ? end[i + 1] : i + 1;
    }
    f->run_end = end;
}

struct flow flow_measure(struct arena *a, const struct box *const *at, size_t n,
                         int columns, mpt line)
{
    struct flow f = {.at = at, .n = n, .columns = columns, .line = mpt_max(line, 1)};
    sum_boxes(a, &f);
    sum_notes(a, &f);
    find_runs(a, &f);
    return f;
}

struct extent flow_stack(const struct flow *f, size_t from, size_t to, bool top)
{
    if (from >= to)
        return (struct extent){0, 0};
    const struct sums *first = &f->sum[from], *below = &f->sum[from + 1],
                      *end = &f->sum[to];
    int64_t height = end->height - first->height + end->gap - below->gap;
    if (top && f->at[from]->head)
        height += f->at[from]->head->height;
    return (struct extent){height, height - (end->shrink - below->shrink)};
}

size_t flow_notes_split(const struct flow *f, size_t from, size_t to)
{
    size_t low = f->note_at[from], high = f->note_at[to];
    int64_t before = f->notes[low], all = f->notes[high] - before;
    if (f->columns < 2)
        return high;
    while (low < high) { /* the first column takes the larger half */
        size_t middle = low + (high - low) / 2;
        if ((f->notes[middle] - before) * 2 >= all)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

int64_t flow_notes(const struct flow *f, size_t from, size_t to)
{
    size_t split = flow_notes_split(f, from, to);
    int64_t first = f->notes[split] - f->notes[f->note_at[from]];
    int64_t second = f->notes[f->note_at[to]] - f->notes[split];
    return first > second ? first : second;
}
