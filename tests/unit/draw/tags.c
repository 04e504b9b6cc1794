/* SPDX-License-Identifier: MIT */
/* unit/draw/tags.c — which elements are kept, and what a display list must not be. */
#include "draw/fixture.h"

#include "draw/recorder.h"

static const struct stretch text = {.colour = 0};

static void add_word(struct fixture *f, struct tag *tag, const char *word)
{
    struct piece piece = make_piece(f, &text, str_from(word));
    add_mark(f, PT(20), line_of(f, tag, 1, &piece));
}

TEST(elements_without_content_are_dropped)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    struct tag *list = tag_new(f.a, f.sheets.root, TAG_L);
    tag_new(f.a, tag_new(f.a, list, TAG_LI), TAG_LBODY);
    struct tag *p = tag_new(f.a, f.sheets.root, TAG_P);
    add_word(&f, p, "a");
    const struct display *display = draw_record(f.a, &f.sheets);
    CHECK_INT(display->tags.n, 2);
    assert_ptr_equal(display->tags.at[1], p);
    CHECK_INT(tags_index(display, list), TAG_ARTIFACT);
    CHECK_INT(tags_index(display, p), 1);
    CHECK_INT(tags_index(display, NULL), TAG_ARTIFACT);
}

TEST(empty_cells_stay_where_their_row_has_words)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    struct tag *body = tag_new(f.a, f.sheets.root, TAG_TBODY);
    for (int r = 0; r < 2; r++) {
        struct tag *row = tag_new(f.a, body, TAG_TR);
        for (int c = 0; c < 2; c++) {
            struct tag *cell = tag_new(f.a, row, TAG_TD);
            if (r == 1 && c == 1)
                add_word(&f, cell, "a");
        }
    }
    const struct display *display = draw_record(f.a, &f.sheets);
    CHECK_INT(display->tags.n, 5); /* document, body, one row, its two cells */
}

TEST(a_second_recording_numbers_anew)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    tag_new(f.a, f.sheets.root, TAG_P);
    add_word(&f, tag_new(f.a, f.sheets.root, TAG_P), "a");
    CHECK_INT(draw_record(f.a, &f.sheets)->tags.n, 2);
    CHECK_INT(draw_record(f.a, &f.sheets)->tags.n, 2);
}

TEST(a_tag_outside_the_tree_is_an_artifact)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    add_word(&f, tag_new(f.a, NULL, TAG_P), "a");
    const struct display *display = draw_record(f.a, &f.sheets);
    CHECK_INT(display->pages.at[0].ops.at[0].tag, TAG_ARTIFACT);
    assert_null(draw_verify(display));
}

TEST(bookmarks_are_the_study_and_its_titles)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    add_sheet(&f);
    struct tag *outer = tag_new(f.a, f.sheets.root, TAG_SECT);
    struct tag *inner = tag_new(f.a, outer, TAG_SECT);
    outer->title = S("Outer");
    inner->title = S("Inner");
    add_word(&f, tag_new(f.a, inner, TAG_P), "a");
    const struct display *display = draw_record(f.a, &f.sheets);
    CHECK_INT(display->outline.n, 3);
    CHECK_INT(display->outline.at[0].depth, 0);
    CHECK_INT(display->outline.at[1].depth, 1);
    CHECK_INT(display->outline.at[2].depth, 2);
    CHECK_INT(display->outline.at[2].page, 1);
    CHECK_INT(display->outline.at[2].y, PT(10)); /* the top of a line of 10 points at 20 */
}

TEST(glue_moves_the_pen_spaces_do_not)
{
    struct glyph glyphs[] = {
        {.advance = 500, .glue = GLUE_SPACE    },
        {.advance = 250, .glue = GLUE_NONE     },
        {.advance = 333, .glue = GLUE_IDEOGRAPH}
    };
    struct piece piece = {.face = &plain,
                          .glyphs = glyphs,
                          .glyph_count = 3,
                          .text = S("   "),
                          .size = PT(10),
                          .expansion = 980,
                          .word_space = 100};
    CHECK_INT(piece_pen(&piece, 0), 0);
    CHECK_INT(piece_pen(&piece, 1), 4900 + 100);
    CHECK_INT(piece_pen(&piece, 2), 7350 + 100);
    CHECK_INT(piece_pen(&piece, 3), 10613 + 200); /* 1083 × 9.8, rounded once */
}

/* A page of its own around these operations. */
static const char *fault_of(struct fixture *f, size_t n, const struct op *ops)
{
    struct display *display = arena_make(f->a, struct display);
    vec_push(f->a, &display->tags, f->sheets.root);
    struct display_page page = {.width = PT(100), .height = PT(100)};
    for (size_t i = 0; i < n; i++)
        vec_push(f->a, &page.ops, ops[i]);
    vec_push(f->a, &display->pages, page);
    return draw_verify(display);
}

TEST(verify_sees_what_is_not_balanced_or_unknown)
{
    struct fixture f = fixture_new();
    const struct path none = {.fill = NO_COLOUR, .stroke = NO_COLOUR};
    struct op begin = {.kind = OP_TAG_BEGIN, .tag = TAG_ARTIFACT},
              end = {.kind = OP_TAG_END};
    struct op path = {.kind = OP_PATH, .path = &none}, odd = begin, far = path;
    odd.tag = 7;
    far.x = PT(200);
    assert_null(fault_of(&f, 3, (struct op[]){begin, path, end}));
    assert_non_null(fault_of(&f, 1, &path));
    assert_non_null(fault_of(&f, 1, &begin));
    assert_non_null(fault_of(&f, 1, &end));
    assert_non_null(fault_of(&f, 2, (struct op[]){begin, begin}));
    assert_non_null(fault_of(&f, 2, (struct op[]){odd, end}));
    assert_non_null(fault_of(&f, 3, (struct op[]){begin, far, end}));
}

TESTS(elements_without_content_are_dropped, empty_cells_stay_where_their_row_has_words,
      a_second_recording_numbers_anew, a_tag_outside_the_tree_is_an_artifact,
      bookmarks_are_the_study_and_its_titles, glue_moves_the_pen_spaces_do_not,
      verify_sees_what_is_not_balanced_or_unknown)
