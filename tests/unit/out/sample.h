/* SPDX-License-Identifier: MIT */
/* unit/out/sample.h — two pages with one of everything. */
#ifndef RECTO_UNIT_OUT_SAMPLE_H
#define RECTO_UNIT_OUT_SAMPLE_H

#include "out/fixture.h"

#undef TAG_TABLE /* the list of roles hides the role */

static const struct stretch words = {.colour = 0x14181F};
static const struct stretch german = {
    .colour = 0x14181F, .lang = {"de", 2}
};
static const struct stretch raised = {.colour = 0x454D5A, .size = 6000, .rise = 4000};

static inline void add_list(struct fixture *f, struct tag *parent)
{
    struct tag *list = tag_new(f->a, parent, TAG_L);
    list->numbering = NUMBERING_DISC;
    const char *items[] = {"first item", "second item with an affine office"};
    for (int i = 0; i < 2; i++) {
        struct tag *item = tag_new(f->a, list, TAG_LI);
        struct tag *label = tag_new(f->a, item, TAG_LBL);
        struct tag *body = tag_new(f->a, tag_new(f->a, item, TAG_LBODY), TAG_P);
        struct stretch *bullet = arena_make(f->a, struct stretch);
        *bullet = words;
        bullet->tag = label;
        struct piece pieces[] = {make_piece(f, bullet, S("\xE2\x80\xA2 ")),
                                 make_piece(f, &words, str_from(items[i]))};
        add_line(f, body, 2, pieces);
    }
}

/* Two columns, a head, and a cell without text. */
static inline void add_table(struct fixture *f, struct tag *parent)
{
    static const char *const cells[2][2] = {
        {"Metric",      "Value"},
        {"p95 latency", ""     }
    };
    struct tag *table = tag_new(f->a, parent, TAG_TABLE);
    for (int r = 0; r < 2; r++) {
        struct tag *part = tag_new(f->a, table, r == 0 ? TAG_THEAD : TAG_TBODY);
        struct tag *row = tag_new(f->a, part, TAG_TR);
        for (int c = 0; c < 2; c++) {
            struct tag *cell = tag_new(f->a, row, r == 0 ? TAG_TH : TAG_TD);
            cell->scope = r == 0 ? SCOPE_COLUMN : SCOPE_NONE;
            if (cells[r][c][0])
                add_text(f, cell, &words, cells[r][c]);
        }
    }
    add_mark(f, (struct mark){.kind = MARK_PATH,
                              .path = rectangle(f->a, PT(200), 500, 0xC5CBD4)});
}

static inline void add_link(struct fixture *f, struct tag *parent, const char *before,
                            const char *text, const char *url)
{
    struct tag *link = tag_new(f->a, parent, TAG_LINK);
    struct stretch *stretch = arena_make(f->a, struct stretch);
    *stretch = (struct stretch){.colour = 0x15633F, .link = str_from(url), .tag = link};
    struct piece pieces[] = {make_piece(f, &words, str_from(before)),
                             make_piece(f, stretch, str_from(text)),
                             make_piece(f, &words, S("."))};
    add_line(f, parent, 3, pieces);
}

static inline void add_figure(struct fixture *f, struct tag *parent)
{
    struct tag *figure = tag_new(f->a, parent, TAG_FIGURE);
    figure->alt = S("Client to gateway");
    add_mark(f, (struct mark){.kind = MARK_PATH,
                              .tag = figure,
                              .path = rectangle(f->a, PT(80), PT(30), 0xF1F6F2)});
    add_text(f, figure, &words, "Client");
    f->y += PT(20);
}

static inline void add_note(struct fixture *f, struct tag *parent)
{
    struct tag *p = tag_new(f->a, parent, TAG_P);
    struct tag *reference = tag_new(f->a, p, TAG_REFERENCE);
    struct stretch *mark = arena_make(f->a, struct stretch);
    *mark = raised;
    mark->tag = reference;
    struct piece pieces[] = {make_piece(f, &words, S("measured twice")),
                             make_piece(f, mark, S("1"))};
    add_line(f, p, 2, pieces);
    add_text(f, tag_new(f->a, parent, TAG_NOTE), &words, "1 By two people.");
}

static inline struct tag *add_section(struct fixture *f, int level, const char *title)
{
    struct tag *section = tag_new(f->a, f->sheets.root, TAG_SECT);
    section->title = str_from(title);
    add_text(f, tag_new(f->a, section, level == 1 ? TAG_H1 : TAG_H2), &words, title);
    return section;
}

static inline void add_sample(struct fixture *f)
{
    add_sheet(f);
    struct tag *first = add_section(f, 1, "Answer Desk");
    struct tag *p = tag_new(f->a, first, TAG_P);
    add_broken(f, p, &words, S("a longer line of some information desk"), 27, true);
    add_broken(f, tag_new(f->a, first, TAG_P), &words, S("the first-contact rate"), 10,
               false);
    add_text(f, tag_new(f->a, first, TAG_P), &german, "auf Deutsch");
    add_link(f, tag_new(f->a, first, TAG_P), "see ", "the repository",
             "https://example.org/\xC3\xA9");
    add_link(f, tag_new(f->a, first, TAG_P), "and ", "below", "#below");
    add_list(f, first);
    add_table(f, first);
    add_sheet(f);
    add_mark(f, (struct mark){.kind = MARK_DEST, .name = S("below")});
    struct tag *second = add_section(f, 2, "Architecture");
    add_figure(f, second);
    add_note(f, second);
    struct mark foot = {.kind = MARK_LINE, .x = PT(60), .y = PT(815)};
    struct piece piece = make_piece(f, &words, S("Answer Desk 2 / 2"));
    foot.line.pieces = arena_copy(f->a, &piece, sizeof piece);
    foot.line.piece_count = 1;
    vec_push(f->a, &vec_last(&f->sheets.list)->running, foot);
}

#endif
