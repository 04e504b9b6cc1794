/* SPDX-License-Identifier: MIT */
/* para/balance.c — headings: least lines, then the most even ones. */
#include "para/balance.h"

#include "base/arena.h"

/* A place to end a line: widths as sums, so that a line from stop i to stop j is
 * end[j] − start[i] wide. */
struct stop {
    int64_t start, end;
    bool must;
};

struct stops {
    struct stop *at;
    size_t n; /* at[0] is the beginning */
};

static bool is_stop(const struct par_items *items, size_t i, int dear)
{
    const struct item *item = &items->at[i];
    switch (item->kind) {
    case ITEM_BOX:
        break;
    case ITEM_GLUE:
        return item->order == 0;
    case ITEM_PENALTY:
    case ITEM_DISC:
        return item->penalty < dear;
    }
    return false;
}

/* Places that cost `dear` or more, as hyphens do, are left out. */
static struct stops find_stops(struct arena *a, const struct par_items *items, int dear)
{
    struct stops s = {arena_many(a, items->n + 2, struct stop), 1};
    int64_t sum = 0;
    for (size_t i = 0; i < items->n; i++) {
        const struct item *item = &items->at[i];
        int64_t width = item->kind == ITEM_PENALTY ? 0 : item->width;
        if (is_stop(items, i, dear))
            s.at[s.n++] = (struct stop){.start = sum + width - item->post,
                                        .end = sum + item->pre,
                                        .must = item->penalty <= KNUTH_ALWAYS};
        sum += width;
    }
    s.at[s.n++] = (struct stop){.start = sum, .end = sum};
    return s;
}

/* Lines that first fit takes; a piece wider than the measure has a line of its own. */
static size_t count_lines(const struct stops *s, int64_t measure)
{
    size_t lines = 1, from = 0;
    for (size_t i = 1; i < s->n; i++) {
        bool fits = s->at[i].end - s->at[from].start <= measure;
        if (!fits && i - 1 > from) {
            from = i - 1;
            lines++;
        }
        if (s->at[i].must) {
            from = i;
            lines++;
        }
    }
    return lines;
}

static int64_t widest_piece(const struct stops *s)
{
    int64_t widest = 0;
    for (size_t i = 1; i < s->n; i++) {
        int64_t piece = s->at[i].end - s->at[i - 1].start;
        widest = piece > widest ? piece : widest;
    }
    return widest;
}

/* The narrowest measure that is enough for `lines`; no less than `low`. */
static int64_t narrowest(const struct stops *stops, size_t lines, int64_t low, int64_t high)
{
    while (low + 1 < high) { /* `high` is enough, `low` is not */
        int64_t middle = (low + high) / 2;
        if (count_lines(stops, middle) > lines)
            low = middle;
        else
            high = middle;
    }
    return high;
}

struct balanced balance_measure(struct arena *a, const struct par_items *items,
                                int64_t measure)
{
    struct arena_mark mark = arena_mark(a);
    struct stops stops = find_stops(a, items, KNUTH_NEVER);
    struct stops cheap = find_stops(a, items, 1);
    struct balanced b = {.lines = count_lines(&stops, measure)};
    size_t more = count_lines(&cheap, measure);
    int64_t piece = widest_piece(&cheap);
    /* A measure that only a break at a hyphen would meet costs a line more without it. */
    b.whole = piece > measure ? measure : narrowest(&cheap, more, piece - 1, measure);
    b.measure = piece <= measure && more == b.lines
                    ? b.whole
                    : narrowest(&stops, b.lines, 0, measure);
    arena_rewind(a, mark);
    return b;
}
