/* SPDX-License-Identifier: MIT */
/* unit/model/flat.c — inlines as text, and text back to inlines. */
#include "model/flat.h"

#include "model/blocks.h"

TEST(flat_text_is_what_a_reader_sees)
{
    struct arena *a = test_arena();
    struct flat flat = flat_of(a, inlines_of(a, "a **bold** word\nand `code`"));
    CHECK_SAME(flat.text, S("a bold word and code"));
    CHECK_INT(flat.marks[0], 0);
    CHECK_INT(flat.marks[2], FLAT_STRONG);
    CHECK_INT(flat.marks[11], FLAT_BREAK);
    CHECK_INT(flat.marks[16], FLAT_CODE);
}

TEST(flat_span_finds_the_source)
{
    struct arena *a = test_arena();
    struct flat flat = flat_of(a, inlines_of(a, "a **bold** word"));
    struct span span = flat_span(&flat, 2, 6);
    CHECK_INT(span.column, 5);
    CHECK_INT(span.end_column, 8);
    CHECK_INT(flat_span(&flat, 3, 3).line, 0);
    CHECK_INT(flat_span(&flat, 0, 999).line, 0);
}

TEST(flat_slice_cuts_through_emphasis)
{
    struct arena *a = test_arena();
    struct inline_node *source = inlines_of(a, "Role: **ML engineer** of `vllm`");
    const struct inline_node *slice = flat_slice(a, source, 5, 19);
    CHECK_SAME(inlines_text(a, slice), S("ML engineer o"));
    CHECK_INT(slice->kind, INLINE_STRONG);
    slice = flat_slice(a, source, 9, 99);
    CHECK_SAME(inlines_text(a, slice), S("engineer of vllm"));
    CHECK_INT(slice->kind, INLINE_STRONG);
    CHECK_INT(slice->next->next->kind, INLINE_CODE);
    CHECK_SAME(inlines_text(a, source), S("Role: ML engineer of vllm"));
}

TEST(flat_slice_trims_and_may_be_empty)
{
    struct arena *a = test_arena();
    struct inline_node *source = inlines_of(a, "  a  b  ");
    CHECK_SAME(inlines_text(a, flat_slice(a, source, 0, 5)), S("a"));
    CHECK_NULL(flat_slice(a, source, 3, 5));
    CHECK_NULL(flat_slice(a, source, 7, 3));
    CHECK_NULL(flat_slice(a, NULL, 0, 9));
}

TEST(flat_slice_keeps_what_has_no_text)
{
    struct arena *a = test_arena();
    struct inline_node *source = inlines_of(a, "value");
    source->next = new_inline(a, INLINE_FOOTNOTE_REF, S("1"), 6);
    const struct inline_node *slice = flat_slice(a, source, 0, 5);
    CHECK_NOT_NULL(slice->next);
    CHECK_INT(slice->next->kind, INLINE_FOOTNOTE_REF);
}

TEST(flat_survives_deep_nesting)
{
    struct arena *a = test_arena();
    struct inline_node *inside = inlines_of(a, "x");
    for (int i = 0; i < 1000; i++) {
        struct inline_node *outer = new_inline(a, INLINE_EMPH, (struct str){0}, 1);
        outer->first = inside;
        inside = outer;
    }
    CHECK_INT(flat_of(a, inside).text.n, 1);
    CHECK_NOT_NULL(flat_slice(a, inside, 0, 1));
}

TESTS(flat_text_is_what_a_reader_sees, flat_span_finds_the_source,
      flat_slice_cuts_through_emphasis, flat_slice_trims_and_may_be_empty,
      flat_slice_keeps_what_has_no_text, flat_survives_deep_nesting)
