/* SPDX-License-Identifier: MIT */
/* page/furniture.c — draws the tone of the paper, the panel of the side column, and lines for notes. */
#include "page/furniture.h"

#include "base/arena.h"
#include "block/path.h"
#include "page/grid.h"
#include "page/running.h"

#define RULE_WIDTH PT(0.5)
#define NOTES_WIDTH PT(0.4)
#define WHITE 0xFFFFFFu
#define NOTES_MAX 400 /* lines of a sheet: more are a wall, not paper */

/* "Notes", by the language of the study. */
static const struct {
    const char *lang, *word;
} note_words[] = {
    {"en",      "Notes"                         },
    {"ar",      "ملاحظات"                },
    {"de",      "Notizen"                       },
    {"es",      "Notas"                         },
    {"fr",      "Notes"                         },
    {"he",      "הערות"                    },
    {"hi",      "टिप्पणियाँ"},
    {"it",      "Note"                          },
    {"ja",      "メモ"                        },
    {"ko",      "메모"                        },
    {"nl",      "Notities"                      },
    {"pl",      "Notatki"                       },
    {"pt",      "Notas"                         },
    {"ru",      "Заметки"                },
    {"tr",      "Notlar"                        },
    {"uk",      "Нотатки"                },
    {"vi",      "Ghi chú"                      },
    {"zh-Hant", "筆記"                        },
    {"zh-TW",   "筆記"                        },
    {"zh",      "笔记"                        },
};

void furniture_below(struct arena *a, struct sheet *sheet, const struct box *box)
{
    vec_add(a, &sheet->boxes);
    for (size_t i = sheet->boxes.n - 1; i > 0; i--)
        sheet->boxes.at[i] = sheet->boxes.at[i - 1];
    sheet->boxes.at[0] = (struct placed){.box = box};
}

void furniture_paper(struct arena *a, const struct look *look, struct sheet *sheet)
{
    struct rect whole = {0, 0, sheet->width, sheet->height};
    if (look->paper_tone == WHITE)
        return;
    struct mark *mark = arena_make(a, struct mark);
    mark->kind = MARK_PATH;
    mark->path = path_rect(a, whole, ink_fill(look->paper_tone));
    struct box *box = arena_make(a, struct box);
    box->place = PLACE_WIDE;
    box->height = sheet->height;
    box->marks = mark;
    box->mark_count = 1;
    box->section = SIZE_MAX;
    furniture_below(a, sheet, box);
}

/* --- the panel of the side column -------------------------------------------------------------- */

static const struct path *panel_path(struct arena *a, const struct grid *grid)
{
    const struct look *look = grid->look;
    mpt x = grid_panel_x(grid);
    if (look->side_style == SIDE_TINT)
        return path_rect(a, (struct rect){x, 0, look->side_width, look->page_height},
                         ink_fill(look->tint));
    x += x > 0 ? 0 : look->side_width;
    return path_rule(a, (struct point){x, 0}, (struct point){x, look->page_height},
                     ink_stroke(look->rule, RULE_WIDTH));
}

static void put_panel(struct arena *a, const struct grid *grid, struct sheet *sheet)
{
    struct mark *mark = arena_make(a, struct mark);
    mark->kind = MARK_PATH;
    mark->path = panel_path(a, grid);
    struct box *box = arena_make(a, struct box);
    box->height = grid->look->page_height;
    box->marks = mark;
    box->mark_count = 1;
    box->section = SIZE_MAX;
    furniture_below(a, sheet, box);
}

/* --- lines for notes ---------------------------------------------------------------------------- */

static struct str notes_word(struct str lang)
{
    for (size_t i = 0; i < countof(note_words); i++)
        if (str_starts(lang, str_from(note_words[i].lang)))
            return str_from(note_words[i].word);
    return str_from(note_words[0].word);
}

/* The word stands on the first line of the text, the lines on baselines below it. */
static void rule_notes(const struct running *r, const struct grid *grid,
                       struct sheet *sheet)
{
    const struct look *look = grid->look;
    mpt x = grid_notes_x(grid), foot = look->top + sheet->room;
    mpt y = look->top + running_baseline(r, ROLE_TEXT);
    struct line word = running_cut(r, notes_word(r->sheets->study->lang), ROLE_CAPTION,
                                   look->notes_column);
    running_put(r, sheet, &word,
                (struct point){grid->rtl ? x + look->notes_column - word.width : x, y});
    const struct path *rule =
        path_rule(r->a, (struct point){0, 0}, (struct point){look->notes_column, 0},
                  ink_stroke(look->notes, NOTES_WIDTH));
    y += look->leading;
    for (int i = 0; i < NOTES_MAX && y <= foot; i++, y += look->notes_pitch) {
        struct mark *mark = vec_add(r->a, &sheet->running);
        *mark = (struct mark){.kind = MARK_PATH, .x = x, .y = y, .path = rule};
    }
}

void furniture_set(struct arena *a, struct text_cache *cache, struct sheets *sheets,
                   struct diags *d)
{
    const struct look *look = sheets->look;
    const struct running r = {a, cache, sheets, d};
    for (size_t i = 0; i < sheets->list.n; i++) {
        struct sheet *sheet = &sheets->list.at[i];
        const struct grid grid = grid_on(look, sheets->study->rtl, i);
        if (look->side > 0 && look->side_style != SIDE_NONE)
            put_panel(a, &grid, sheet);
        furniture_paper(a, look, sheet);
        if (look->notes_column > 0)
            rule_notes(&r, &grid, sheet);
    }
}
