/* SPDX-License-Identifier: MIT */
/* block/table_stack.c — a table that no width holds, as a list of its rows. */
#include "base/arena.h"
#include "block/caption.h"
#include "block/rich.h"
#include "block/table.h"

#define FIRST_WEIGHT 600

static void stack_row(struct table *t, size_t row)
{
    struct setter *s = t->s;
    for (size_t c = 0; c < t->columns; c++) {
        struct cell *cell = cell_at(t, row, c);
        if (cell->rich.list.n == 0)
            continue;
        if (c ==
            0) { /* the column heads are said in the lines, so that the row needs one */
            cell->tag->role = TAG_TH;
            cell->tag->scope = SCOPE_ROW;
        }
        struct rich line = {{0}};
        const struct rich *head = &cell_at(t, 0, c)->rich;
        for (size_t i = 0; t->head && i < head->list.n; i++) {
            struct stretch st = head->list.at[i];
            st.tag = cell->tag;
            rich_put(s, &line, st);
        }
        if (line.list.n > 0) {
            struct stretch colon = *vec_last(&line.list);
            colon.text = S(": ");
            rich_put(s, &line, colon);
        }
        rich_join(s, &line, &cell->rich);
        for (size_t i = 0; c == 0 && i < line.list.n; i++) /* it tells the rows apart */
            line.list.at[i].face.weight = FIRST_WEIGHT;
        struct setting set = set_role(s, &line, ROLE_TABLE_CELL, s->measure);
        set_penalty(s, c == 0 ? PENALTY_ITEM : BREAK_NEVER);
        set_lines(s, &set, s->x, cell->tag);
    }
    set_gap(s, s->look->leading / 2);
}

void table_stack(struct table *t)
{
    for (size_t r = t->head; r < t->rows; r++) {
        stack_row(t, r);
        caption_level(t->s);
    }
    diag_push(t->s->d, D_B0106, t->block->span,
              "table of %zu columns is wider than the page and was set as a list",
              t->columns);
}
