/* SPDX-License-Identifier: MIT */
/* unit/text/line.c — lines of a shaped paragraph: widths that add up, visual order, hyphens. */
#include "text/line.h"

#include "setting.h"

static const struct line_fit natural = {
    .word_space = 0, .expansion = 1000, .hyphen = false};

static const char *const prose[] = {
    "Difficult affairs of office often suffice: \"of five\" AVATARS (To. Ya. Wo) -- of us, "
    "78 ms.",
    "The hyphenation of extraordinary sufficiency -- input/output -- needs e.g. C++ and 5 "
    "GB/s.",
    "abc שלום עולם 123 def مرحبا بالعالم end of it",
};

/* Every line between two breaks that are at most eight apart. */
static void each_line(struct setting *s, const struct stretch *stretch,
                      void (*check)(struct setting *s, const struct shaped *shaped,
                                    const struct stretch *stretch, uint32_t from,
                                    uint32_t to))
{
    const struct shaped *shaped = shape_one(s, stretch);
    uint32_t end = (uint32_t)shaped->text.n;
    for (uint32_t from = 0; from < end; from++)
        for (uint32_t to = from + 1, n = 0; to <= end && n < 8; to++) {
            if ((from > 0 && !shaped->breaks[from]) || !shaped->breaks[to])
                continue;
            check(s, shaped, stretch, from, to);
            n++;
        }
}

static void each_paragraph(void (*check)(struct setting *s, const struct shaped *shaped,
                                         const struct stretch *stretch, uint32_t from,
                                         uint32_t to))
{
    static const char *const families[] = {"Inter", "Vollkorn", "Lato"};
    struct setting s = setting_of("en", true);
    for (size_t f = 0; f < countof(families); f++)
        for (size_t i = 0; i < countof(prose); i++) {
            struct stretch stretch = stretch_of(prose[i], families[f]);
            each_line(&s, &stretch, check);
        }
}

/* Each piece and each addend rounds to the mpt. */
static void check_near(int64_t got, int64_t want, uint32_t rounded)
{
    int64_t off = got > want ? got - want : want - got;
    if (off > rounded)
        CHECK_INT(got, want);
}

static void width_is_the_sum(struct setting *s, const struct shaped *shaped,
                             const struct stretch *stretch, uint32_t from, uint32_t to)
{
    struct line line = text_line(s->a, shaped, stretch, from, to, &natural);
    mpt width = text_width(shaped, stretch, from, to);
    int64_t parts =
        text_cut(shaped, stretch, from).start + text_cut(shaped, stretch, to).end;
    uint32_t last = from, n = line.piece_count + 3;
    for (uint32_t i = from + 1; i <= to; i++)
        if (shaped->breaks[i] || i == to) {
            parts += text_span(shaped, stretch, last, i).width;
            last = i;
            n++;
        }
    check_near(parts, width, n);
    check_near(line.width, width, n);
}

TEST(widths_add_up)
{
    each_paragraph(width_is_the_sum);
}

/* A line is what its words alone would be, set on their own. */
static void line_is_as_if_alone(struct setting *s, const struct shaped *shaped,
                                const struct stretch *stretch, uint32_t from, uint32_t to)
{
    struct stretch alone = *stretch;
    alone.text = str_trim_end(str_sub(shaped->text, from, to));
    alone.flags |=
        STRETCH_AS_IS; /* quotes would be cleaned, figures take their script from around */
    for (uint32_t i = from; i < to; i++)
        if (strchr("\"'-.123", shaped->text.p[i]) || shaped->text.p[i] < 0)
            return;
    if (from > 0 && shaped->breaks[from] != TEXT_BREAK_YES)
        return; /* shaping knows of the letters before it, and may use that */
    const struct shaped *word = shape_one(s, &alone);
    check_near(text_width(shaped, stretch, from, to),
               text_span(word, &alone, 0, (uint32_t)word->text.n).width, 4);
}

TEST(breaks_leave_no_kerning_behind)
{
    each_paragraph(line_is_as_if_alone);
}

static void pieces_hold_all_text(struct setting *s, const struct shaped *shaped,
                                 const struct stretch *stretch, uint32_t from, uint32_t to)
{
    struct line line = text_line(s->a, shaped, stretch, from, to, &natural);
    size_t bytes = 0;
    mpt right = 0;
    for (uint32_t i = 0; i < line.piece_count; i++) {
        const struct piece *p = &line.pieces[i];
        bytes += p->text.n;
        for (uint32_t g = 0; g < p->glyph_count; g++) {
            uint32_t cluster = p->glyphs[g].cluster;
            CHECK_TRUE(shaped->text.p + cluster >= p->text.p);
            CHECK_TRUE(shaped->text.p + cluster < p->text.p + p->text.n);
        }
        if (p->x >= 0 && p->x < line.width) {
            CHECK_INT(p->x, right);
            right = p->x + p->width;
        }
    }
    CHECK_INT(bytes, to - from);
    CHECK_INT(right, line.width);
}

TEST(pieces_hold_all_text_once_from_left_to_right)
{
    each_paragraph(pieces_hold_all_text);
}

TEST(a_hyphen_is_drawn_and_has_no_text)
{
    struct setting s = setting_of("en", true);
    struct stretch word = stretch_of("extraordinary", "Inter");
    const struct shaped *shaped = shape_one(&s, &word);
    struct line_fit fit = {.expansion = 1000, .hyphen = true};
    CHECK_INT(shaped->breaks[5], TEXT_BREAK_HYPHEN);
    struct line line = text_line(s.a, shaped, &word, 0, 5, &fit);
    CHECK_TRUE(line.hyphenated);
    CHECK_INT(line.piece_count, 2);
    CHECK_STR(line.pieces[0].text, "extra");
    CHECK_STR(line.pieces[1].text, "");
    CHECK_INT(line.pieces[1].glyph_count, 1);
    check_near(line.width,
               text_span(shaped, &word, 0, 5).width + text_cut(shaped, &word, 5).hyphen, 3);
    struct stretch whole = stretch_of("extra\xE2\x80\x90", "Inter");
    const struct shaped *with = shape_one(&s, &whole);
    check_near(line.width, text_width(with, &whole, 0, (uint32_t)with->text.n), 3);
    CHECK_INT(text_edge_hyphen(shaped, &word, 5).advance, line.pieces[1].width);
}

TEST(the_last_word_is_shaped_without_the_space)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("of us", "Vollkorn"),
                   of = stretch_of("of", "Vollkorn");
    const struct shaped *shaped = shape_one(&s, &text);
    const struct shaped *alone = shape_one(&s, &of);
    CHECK_INT(text_width(shaped, &text, 0, 3), text_width(alone, &of, 0, 2));
    struct line line = text_line(s.a, shaped, &text, 0, 3, &natural);
    CHECK_INT(line.width, text_width(alone, &of, 0, 2));
    CHECK_INT(line.to, 3);
}

TEST(a_trailing_space_keeps_its_glyph_but_no_width)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("one two", "Inter"), one = stretch_of("one", "Inter");
    const struct shaped *shaped = shape_one(&s, &text);
    struct line line = text_line(s.a, shaped, &text, 0, 4, &natural);
    CHECK_INT(line.width, text_width(shape_one(&s, &one), &one, 0, 3));
    const struct piece *last = &line.pieces[line.piece_count - 1];
    CHECK_TRUE(str_ends(last->text, S(" ")));
    CHECK_INT(last->glyphs[last->glyph_count - 1].glue, GLUE_SPACE);
    CHECK_FALSE(line.last);
}

TEST(spaces_and_letters_are_stretched)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("one two three", "Inter");
    const struct shaped *shaped = shape_one(&s, &text);
    uint32_t end = (uint32_t)shaped->text.n;
    struct text_span span = text_span(shaped, &text, 0, end);
    struct line_fit fit = {.word_space = (mpt)(span.spaces / 4), .expansion = 1020};
    struct line line = text_line(s.a, shaped, &text, 0, end, &fit);
    CHECK_INT(span.glue, 2);
    check_near(line.width, mpt_scale_sum(span.width, 1020, 1000) + 2 * fit.word_space, 2);
    CHECK_TRUE(line.stretch > 490 && line.stretch < 510);
    CHECK_TRUE(line.last);
}

TEST(code_is_not_expanded)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("one two", "JetBrains Mono");
    text.flags = STRETCH_CODE;
    const struct shaped *shaped = shape_one(&s, &text);
    struct line_fit fit = {.word_space = 500, .expansion = 1020};
    struct line line = text_line(s.a, shaped, &text, 0, 7, &fit);
    CHECK_INT(line.width, text_width(shaped, &text, 0, 7));
    CHECK_INT(text_span(shaped, &text, 0, 7).elastic, 0);
}

TEST(sizes_only_scale)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("one two three", "Inter");
    const struct shaped *shaped = shape_one(&s, &text);
    mpt at_ten = text_width(shaped, &text, 0, 13);
    text.size = PT(20);
    check_near(text_width(shaped, &text, 0, 13), 2 * at_ten, 1);
}

TEST(right_to_left_lines_run_from_the_right)
{
    struct setting s = setting_of("he", true);
    struct stretch text = stretch_of("שלום abc עולם", "DejaVu Sans");
    const struct shaped *shaped = text_shape(s.cache, &text, 1, true, false, &s.d);
    struct line line = text_line(s.a, shaped, &text, 0, (uint32_t)shaped->text.n, &natural);
    uint32_t latin = 0, first = 0;
    for (uint32_t i = 0; i < line.piece_count; i++) {
        if (str_starts(line.pieces[i].text, S("abc")))
            latin = i;
        if (line.pieces[i].text.p == shaped->text.p)
            first = i;
    }
    CHECK_INT(first, line.piece_count - 1);
    CHECK_TRUE(latin > 0 && latin < first);
    CHECK_INT(text_edge_right(shaped, &text, 0, 22).codepoint, 0x5E9);
    CHECK_INT(text_edge_left(shaped, &text, 0, 22).codepoint, 0x5DD);
    struct line part = text_line(s.a, shaped, &text, 0, 9, &natural);
    CHECK_TRUE(part.pieces[part.piece_count - 1].x <
               0); /* the blank, beyond the left edge */
}

TEST(edges_are_what_is_drawn)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("\"one\" two.", "Inter");
    const struct shaped *shaped = shape_one(&s, &text);
    CHECK_INT(text_edge_left(shaped, &text, 0, 6).codepoint, 0x201C);
    CHECK_INT(text_edge_right(shaped, &text, 0, 6).codepoint, 0x201D);
    CHECK_INT(text_edge_right(shaped, &text, 6, 10).codepoint, '.');
    CHECK_TRUE(text_edge_right(shaped, &text, 6, 10).advance > 0);
}

TESTS(widths_add_up, breaks_leave_no_kerning_behind,
      pieces_hold_all_text_once_from_left_to_right, a_hyphen_is_drawn_and_has_no_text,
      the_last_word_is_shaped_without_the_space,
      a_trailing_space_keeps_its_glyph_but_no_width, spaces_and_letters_are_stretched,
      code_is_not_expanded, sizes_only_scale, right_to_left_lines_run_from_the_right,
      edges_are_what_is_drawn)
