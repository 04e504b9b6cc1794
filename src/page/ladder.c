/* SPDX-License-Identifier: MIT */
/* page/ladder.c — tries steps from airy to tight, as few as it takes. */
#include "page/ladder.h"

#include "base/arena.h"

/* Where the tight end of a ladder fails although its heights add up to so little more than the
 * sheets hold, keeps are in the way, and may not be at another step [thousandths of a sheet]. */
#define NEARLY 20
/* A tighter step may need some lines more: of a paragraph that breaks otherwise [the same]. */
#define UNEVEN 40

struct ladder ladder_new(struct arena *a, const struct fit_request *request,
                         struct str file)
{
    struct ladder l = {.request = request, .block = request->block};
    l.steps = style_steps(request->style);
    l.attempts = arena_many(a, (size_t)l.steps, struct attempt);
    l.quiet = diags_at(a, file);
    if (!l.block.memo)
        l.block.memo = line_memo_new(a);
    return l;
}

int ladder_fill(const struct sheet *sheet)
{
    int64_t fill = sheet->room > 0 ? (int64_t)sheet->used * 1000 / sheet->room : 1000;
    return fill > 1000 ? 1000 : (int)fill;
}

static struct misfit set_once(struct arena *a, const struct block_request *block,
                              struct step_result *out, struct diags *d)
{
    *out = (struct step_result){.block = *block};
    struct boxes boxes = block_build(a, block, d);
    out->layout = page_layout(a, &boxes, block->look);
    return page_place(a, &out->layout, &out->sheets);
}

/* Let what found no room stand in the text, once the codes of the side column have left. False where that has been done already. */
static bool give_way(struct block_request *block, const struct misfit *misfit)
{
    if (misfit->where == MISFIT_MARGIN) {
        bool before = block->no_margin;
        block->no_margin = true;
        return !before;
    }
    if (misfit->where == MISFIT_CAPTION) {
        bool before = block->no_captions;
        block->no_captions = true;
        return !before;
    }
    if (block->look->side_qr > 0 && !block->no_codes) {
        block->no_codes = true;
        return true;
    }
    uint64_t before = block->no_side, bit = block_side_bit(misfit->section);
    block->no_side = before & bit ? UINT64_MAX : before | bit;
    return before != UINT64_MAX;
}

void ladder_set(struct ladder *l, struct arena *a, int step, struct step_result *out,
                struct diags *d)
{
    struct block_request block = l->block;
    block.look = style_at(a, l->request->style, step);
    if (l->attempts[step].tried) {
        block.no_margin = l->attempts[step].no_margin;
        block.no_captions = l->attempts[step].no_captions;
        block.no_codes = l->attempts[step].no_codes;
        block.no_side = l->attempts[step].no_side;
    }
    for (;;) {
        struct misfit misfit = set_once(a, &block, out, d);
        if (misfit.where == MISFIT_NONE || !give_way(&block, &misfit))
            return;
    }
}

/* All heights at their least, in sheets [thousandths]. */
static int load_of(const struct layout *layout)
{
    int64_t load =
        page_whole_height(&layout->boxes, layout->look) * 1000 / layout->paper.room;
    return load < MPT_MAX ? (int)load : MPT_MAX;
}

static int length_of(const struct sheets *sheets)
{
    int64_t length = 0;
    for (size_t i = 0; i < sheets->list.n; i++)
        length += ladder_fill(&sheets->list.at[i]);
    return length < MPT_MAX ? (int)length : MPT_MAX;
}

const struct attempt *ladder_try(struct ladder *l, int step)
{
    struct attempt *t = &l->attempts[step];
    if (t->tried)
        return t;
    struct arena *scratch = l->request->scratch;
    struct arena_mark mark = arena_mark(scratch);
    struct step_result r;
    ladder_set(l, scratch, step, &r, &l->quiet);
    *t = (struct attempt){.tried = true};
    t->no_margin = r.block.no_margin;
    t->no_captions = r.block.no_captions;
    t->no_codes = r.block.no_codes;
    t->no_side = r.block.no_side;
    t->sheets = r.layout.breaks.sheets;
    t->fill = ladder_fill(vec_last(&r.sheets.list));
    t->length = length_of(&r.sheets);
    t->load = load_of(&r.layout);
    arena_rewind(scratch, mark);
    l->tried++;
    return t;
}

static bool fits(struct ladder *l, int step, size_t pages)
{
    return ladder_try(l, step)->sheets <= pages;
}

/* Where the last step of [from, to) fails, the airiest that fits: nobody is refused for a keep
 * alone. From the tight end, as far as heights allow it. */
static int scan(struct ladder *l, size_t pages, int from, int to)
{
    int64_t most = (int64_t)pages * 1000 + NEARLY;
    int first = to;
    if (to < l->steps || ladder_try(l, to - 1)->load > most)
        return to;
    for (int step = to - 1; step-- > from && ladder_try(l, step)->load <= most + UNEVEN;)
        first = fits(l, step, pages) ? step : first;
    return first;
}

int ladder_first(struct ladder *l, size_t pages, int from, int to)
{
    if (from >= to || fits(l, from, pages))
        return from < to ? from : to;
    if (!fits(l, to - 1, pages))
        return scan(l, pages, from, to);
    int fails = from, fit = to - 1;
    while (fit - fails > 1) {
        int middle = fails + (fit - fails) / 2;
        if (fits(l, middle, pages))
            fit = middle;
        else
            fails = middle;
    }
    return fit;
}
