/* SPDX-License-Identifier: MIT */
/* unit/para/par.c — ragged, balanced and centred lines, forced breaks, overfull words, right to
 * left. */
#include "paragraphs.h"
#include "press.h"

static struct par_params params_of(enum par_align align, mpt measure)
{
    return (struct par_params){
        .align = align, .measure = measure, .em = PT(10), .hyphenate = true};
}

static struct lines set(struct press *p, struct str text, const struct par_params *params)
{
    struct stretch *s = arena_make(p->a, struct stretch);
    *s = stretch_of(text);
    const struct shaped *shaped =
        text_shape(p->cache, s, 1, params->rtl, params->hyphenate, &p->d);
    return par_break(p->a, shaped, s, params, &p->d);
}

static mpt room_at_end(const struct line *l, const struct par_params *p)
{
    return p->measure - l->x - l->width;
}

TEST(ragged_lines_are_natural_and_none_is_short)
{
    struct press press = open_press();
    struct par_params p = params_of(PAR_RAGGED, PT(250));
    int hyphens = 0, lines = 0;
    for (size_t i = 0; i < countof(paragraphs); i++) {
        struct lines l = set(&press, str_from(paragraphs[i]), &p);
        for (uint32_t j = 0; j < l.count; j++) {
            CHECK_INT(l.at[j].stretch, 0);
            CHECK_INT(l.at[j].x, 0);
            CHECK_TRUE(room_at_end(&l.at[j], &p) >= 0);
            CHECK_TRUE(l.at[j].last || l.at[j].width >= p.measure * 70 / 100);
        }
        hyphens += l.hyphens;
        lines += (int)l.count;
    }
    CHECK_TRUE(hyphens * 20 <= lines); /* a hyphen only where a line would end very early */
    fonts_free(press.fonts);
}

TEST(narrow_columns_are_not_justified)
{
    struct press press = open_press();
    struct par_params p = params_of(PAR_JUSTIFY, PT(150));
    struct lines l = set(&press, str_from(paragraphs[0]), &p);
    for (uint32_t i = 0; i < l.count; i++)
        CHECK_INT(l.at[i].stretch, 0);
    fonts_free(press.fonts);
}

TEST(balanced_lines_are_few_and_even)
{
    struct press press = open_press();
    struct str title = S("Cited answers for support agents over forty thousand documents");
    struct par_params wide = params_of(PAR_BALANCED, PT(600));
    CHECK_INT(set(&press, title, &wide).count, 1);
    struct par_params p = params_of(PAR_BALANCED, PT(220));
    struct lines l = set(&press, title, &p);
    CHECK_INT(l.count, 2);
    CHECK_INT(l.hyphens, 0);
    mpt difference = l.at[0].width - l.at[1].width;
    CHECK_TRUE(difference < PT(40) && difference > -PT(40));
    fonts_free(press.fonts);
}

TEST(balanced_lines_take_no_line_more_for_a_hyphen)
{
    struct press press = open_press();
    struct str lead =
        S("Support agents lost minutes on every ticket to searching. I built a "
          "retrieval-augmented assistant that quotes its sources: first-contact "
          "resolution rose much at a very low cost.");
    for (mpt measure = PT(200); measure < PT(500); measure += PT(7)) {
        struct par_params even = params_of(PAR_BALANCED, measure), ragged = even;
        ragged.align = PAR_RAGGED;
        ragged.hyphenate = false;
        struct lines free = set(&press, lead, &ragged);
        CHECK_TRUE(set(&press, lead, &even).count <= free.count);
    }
    CHECK_INT(
        set(&press, S("recall@10"),
            &(struct par_params){.align = PAR_BALANCED, .measure = PT(90), .em = PT(10)})
            .count,
        1);
    fonts_free(press.fonts);
}

/* Three lines would have to end at hyphens, which costs too much: then all of the four are even. */
TEST(balanced_lines_are_even_whatever_hyphens_would_do)
{
    struct press press = open_press();
    struct str lead =
        S("name name name name name-name name name name name-name name name name name.");
    for (mpt measure = PT(110); measure < PT(200); measure += PT(1)) {
        struct par_params even = params_of(PAR_BALANCED, measure);
        struct lines l = set(&press, lead, &even);
        int64_t sum = 0;
        for (uint32_t i = 0; i < l.count; i++)
            sum += l.at[i].width;
        CHECK_TRUE(sum * 100 > (int64_t)l.width * l.count * 80);
    }
    fonts_free(press.fonts);
}

TEST(a_heading_has_no_lone_last_word)
{
    struct press press = open_press();
    struct str title = S("Reliability and cost of the service under load");
    for (mpt measure = PT(100); measure < PT(230); measure += PT(3)) {
        struct par_params p = params_of(PAR_BALANCED, measure);
        struct lines l = set(&press, title, &p);
        const struct line *last = &l.at[l.count - 1];
        struct str words = str_trim(str_sub(title, last->from, last->to));
        CHECK_TRUE(l.count == 1 || str_find_byte(words, ' ', 0) < words.n);
        CHECK_FALSE(l.overfull);
    }
    fonts_free(press.fonts);
}

TEST(centred_and_end_aligned_lines_stand_where_they_should)
{
    struct press press = open_press();
    struct par_params centre = params_of(PAR_CENTER, PT(240));
    struct par_params end = params_of(PAR_END, PT(240));
    struct lines c = set(&press, str_from(paragraphs[1]), &centre);
    struct lines e = set(&press, str_from(paragraphs[1]), &end);
    for (uint32_t i = 0; i < c.count; i++) {
        mpt off = room_at_end(&c.at[i], &centre) - c.at[i].x;
        CHECK_TRUE(off >= -1 && off <= 1);
    }
    for (uint32_t i = 0; i < e.count; i++)
        CHECK_INT(room_at_end(&e.at[i], &end), 0);
    fonts_free(press.fonts);
}

/* A word that cannot be parted leaves a line short; of all ways to break, that line is the fullest. */
TEST(a_line_that_cannot_be_filled_lacks_little)
{
    struct press press = open_press();
    struct par_params p = params_of(PAR_JUSTIFY, PT(216));
    p.expansion = 20;
    struct str text =
        S("The value is p95 = 78 ms and Fig. 2 shows 3.5 GHz at A. B. Candidate with $1.2M "
          "spent; PostgreSQL and Kubernetes and NATIONAL INSTITUTIONALISATION are names "
          "while internationalization service is a phrase.");
    struct lines l = set(&press, text, &p);
    for (uint32_t i = 0; i + 1 < l.count; i++)
        CHECK_TRUE(l.at[i].width >= p.measure * 80 / 100);
    fonts_free(press.fonts);
}

TEST(indent_and_hang_move_their_lines)
{
    struct press press = open_press();
    struct par_params p = params_of(PAR_JUSTIFY, PT(300));
    p.hang = PT(20);
    struct lines l = set(&press, str_from(paragraphs[2]), &p);
    CHECK_INT(l.at[0].x, 0);
    for (uint32_t i = 1; i < l.count; i++)
        CHECK_INT(l.at[i].x, PT(20));
    fonts_free(press.fonts);
}

TEST(a_forced_break_ends_a_line)
{
    struct press press = open_press();
    struct stretch s[] = {stretch_of(S("First line")), stretch_of(S("second line"))};
    s[0].flags = STRETCH_BREAK_AFTER;
    struct par_params p = params_of(PAR_JUSTIFY, PT(300));
    const struct shaped *shaped = text_shape(press.cache, s, 2, false, true, &press.d);
    struct lines l = par_break(press.a, shaped, s, &p, &press.d);
    CHECK_INT(l.count, 2);
    CHECK_TRUE(l.at[0].width < PT(100)); /* not filled, for all that it is justified */
    CHECK_INT(l.at[0].to, 10);
    CHECK_FALSE(l.at[0].last);
    CHECK_TRUE(l.at[1].last);
    fonts_free(press.fonts);
}

TEST(what_is_too_wide_is_told)
{
    struct press press = open_press();
    struct par_params p = params_of(PAR_JUSTIFY, PT(200));
    struct stretch s =
        stretch_of(S("a sentence of many words that may not be broken anywhere at all"));
    s.flags = STRETCH_NO_BREAK;
    const struct shaped *shaped = text_shape(press.cache, &s, 1, false, true, &press.d);
    struct lines l = par_break(press.a, shaped, &s, &p, &press.d);
    CHECK_TRUE(l.overfull);
    CHECK_INT(press.d.list.n, 1);
    CHECK_INT(press.d.list.at[0].code, D_P0101);
    fonts_free(press.fonts);
}

TEST(counting_gives_what_breaking_gives)
{
    struct press press = open_press();
    struct arena *scratch = test_arena();
    for (int looseness = -1; looseness <= 1; looseness++)
        for (size_t i = 0; i < countof(paragraphs); i++) {
            struct par_params p = params_of(PAR_JUSTIFY, PT(320));
            p.looseness = looseness;
            struct stretch s = stretch_of(str_from(paragraphs[i]));
            const struct shaped *shaped =
                text_shape(press.cache, &s, 1, false, true, &press.d);
            struct par_count count = par_count(scratch, shaped, &s, &p);
            CHECK_INT(arena_used(scratch), 0);
            struct lines l = par_break(press.a, shaped, &s, &p, &press.d);
            CHECK_INT(count.lines, l.count);
            CHECK_INT(count.demerits, l.demerits);
        }
    fonts_free(press.fonts);
}

TEST(a_loose_paragraph_has_a_line_more)
{
    struct press press = open_press();
    struct par_params p = params_of(PAR_JUSTIFY, PT(320));
    p.expansion = 20;
    uint32_t best = set(&press, str_from(paragraphs[2]), &p).count;
    p.looseness = 1;
    CHECK_INT(set(&press, str_from(paragraphs[2]), &p).count, best + 1);
    fonts_free(press.fonts);
}

TEST(widths_are_those_of_the_widest_word_and_of_all)
{
    struct press press = open_press();
    struct stretch s = stretch_of(S("a considerable difference"));
    const struct shaped *shaped = text_shape(press.cache, &s, 1, false, true, &press.d);
    struct par_widths w = par_widths(shaped, &s);
    struct stretch word = stretch_of(S("considerable"));
    const struct shaped *alone = text_shape(press.cache, &word, 1, false, true, &press.d);
    CHECK_INT(w.min, text_width(alone, &word, 0, 12));
    CHECK_INT(w.max, text_width(shaped, &s, 0, (uint32_t)shaped->text.n));
    fonts_free(press.fonts);
}

TEST(right_to_left_begins_at_the_right)
{
    struct press press = open_press();
    struct stretch s = stretch_of(S("שלום עולם זה מבחן של פסקה עם כמה מילים"));
    s.face.family = S("DejaVu Sans");
    s.lang = S("he");
    struct par_params p = params_of(PAR_RAGGED, PT(120));
    p.rtl = true;
    p.indent = PT(10);
    const struct shaped *shaped = text_shape(press.cache, &s, 1, true, false, &press.d);
    struct lines l = par_break(press.a, shaped, &s, &p, &press.d);
    CHECK_TRUE(l.count > 1);
    CHECK_INT(room_at_end(&l.at[0], &p), PT(10));
    for (uint32_t i = 1; i < l.count; i++)
        CHECK_INT(room_at_end(&l.at[i], &p), 0);
    fonts_free(press.fonts);
}

/* Whatever stands for the ideographs where no font has them. */
TEST(ideographs_keep_to_their_measure)
{
    struct press press = open_press();
    struct str text = S("三个仓库共有 620 台机器人，高峰时每分钟要规划 9,000 "
                        "条路径。旧系统逐台规划，后来的机器人只能绕"
                        "开先来的，于是在路口排起长队。要求很明确：出库量提高百分之十五，规"
                        "划不超过 50 ms。");
    for (mpt measure = PT(190); measure < PT(400); measure += 7777) {
        struct par_params p = params_of(PAR_JUSTIFY, measure);
        p.expansion = 20;
        struct lines l = set(&press, text, &p);
        CHECK_FALSE(l.overfull);
        for (uint32_t i = 0; i < l.count; i++)
            CHECK_TRUE(l.at[i].width <= measure + 20);
    }
    fonts_free(press.fonts);
}

TEST(nothing_gives_one_empty_line)
{
    struct press press = open_press();
    struct par_params p = params_of(PAR_JUSTIFY, PT(300));
    struct lines l = set(&press, S(""), &p);
    CHECK_INT(l.count, 1);
    CHECK_INT(l.width, 0);
    fonts_free(press.fonts);
}

TEST(a_paragraph_may_be_longer_than_an_mpt)
{
    struct press press = open_press();
    struct strbuf b = strbuf_at(press.a);
    for (int i = 0; i < 1000; i++)
        strbuf_put(&b, S("paragraph "));
    struct stretch s = stretch_of(strbuf_str(&b));
    s.size = PT(1000);
    struct par_params p = params_of(PAR_RAGGED, PT(25000));
    const struct shaped *shaped = text_shape(press.cache, &s, 1, false, false, &press.d);
    CHECK_TRUE(text_span(shaped, &s, 0, (uint32_t)shaped->text.n).width > MPT_MAX);
    struct lines l = par_break(press.a, shaped, &s, &p, &press.d);
    CHECK_FALSE(l.overfull);
    for (uint32_t i = 0; i + 1 < l.count; i++)
        CHECK_TRUE(l.at[i].width > p.measure / 2);
    fonts_free(press.fonts);
}

TESTS(ragged_lines_are_natural_and_none_is_short, a_line_that_cannot_be_filled_lacks_little,
      narrow_columns_are_not_justified, balanced_lines_are_few_and_even,
      balanced_lines_take_no_line_more_for_a_hyphen,
      balanced_lines_are_even_whatever_hyphens_would_do, a_heading_has_no_lone_last_word,
      centred_and_end_aligned_lines_stand_where_they_should,
      indent_and_hang_move_their_lines, a_forced_break_ends_a_line,
      what_is_too_wide_is_told, counting_gives_what_breaking_gives,
      a_loose_paragraph_has_a_line_more, widths_are_those_of_the_widest_word_and_of_all,
      right_to_left_begins_at_the_right, ideographs_keep_to_their_measure,
      nothing_gives_one_empty_line, a_paragraph_may_be_longer_than_an_mpt)
