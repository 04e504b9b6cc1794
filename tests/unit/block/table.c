/* SPDX-License-Identifier: MIT */
/* unit/block/table.c — heads of tables: on one line where there is room, set again on each page. */
#include "../page/laid.h"

static struct boxes built(struct laid *l, const char *table, const char *layout)
{
    struct str text = str_fmt(test_arena(), "# T\n\n## Evaluation\n\n%s", table);
    *l = laid_read(S("x.md"), text, layout);
    l->block.look = style_at(l->a, l->style, 8);
    return block_build(l->a, &l->block, &l->d);
}

/* Lines that the row of `word` takes. */
static int lines_of(const struct boxes *boxes, const char *word)
{
    for (size_t i = 0; i < boxes->list.n; i++)
        for (size_t k = 0; k < boxes->list.at[i].mark_count; k++) {
            const struct mark *mark = &boxes->list.at[i].marks[k];
            if (mark->kind == MARK_LINE &&
                str_starts(mark->line.pieces[0].text, str_from(word)))
                return boxes->list.at[i].lines;
        }
    CHECK_TRUE(false);
    return 0;
}

static const char wide[] = "|System|Recall@10, %|nDCG|p50, ms|p99, ms|QPS|$ per "
                           "1M|Notes|\n|---|---|---|---|---|---|---|---|\n"
                           "|Flat|69.3|0.857|52.60|428.2|19,073|2.40||\n"
                           "|Hybrid, dense and sparse, with a long name that goes "
                           "on|83.7|0.585|295|531.7|736|11.56|"
                           "rebuilt weekly, and never on Sundays|\n";

TEST(heads_of_numbers_stay_on_one_line_where_the_text_can_give)
{
    struct laid l;
    struct boxes boxes = built(&l, wide, "classic");
    CHECK_INT(lines_of(&boxes, "System"), 1);
    CHECK_TRUE(lines_of(&boxes, "Hybrid") > 1);
    CHECK_INT(lines_of(&boxes, "Flat"), 1);
}

TEST(heads_give_way_where_the_text_cannot)
{
    struct laid l;
    struct boxes boxes = built(&l, wide, "sidebar");
    CHECK_TRUE(lines_of(&boxes, "System") > 1);
    CHECK_TRUE(lines_of(&boxes, "Hybrid") <= 5);
}

/* The line that begins with `words`, and the box it stands in. */
static const struct mark *line_at(const struct boxes *boxes, const char *words)
{
    for (size_t i = 0; i < boxes->list.n; i++)
        for (size_t k = 0; k < boxes->list.at[i].mark_count; k++) {
            const struct mark *mark = &boxes->list.at[i].marks[k];
            if (mark->kind == MARK_LINE &&
                str_starts(mark->line.pieces[0].text, str_from(words)))
                return mark;
        }
    CHECK_TRUE(false);
    return NULL;
}

static mpt right_end(const struct mark *mark)
{
    return mark->x + mark->line.x + mark->line.width;
}

TEST(columns_of_other_units_have_no_decimal_places_in_common)
{
    struct laid l;
    struct boxes boxes = built(&l, "|a|b|\n|---|---|\n|x|1,200|\n|y|99.1%|\n", "swiss");
    CHECK_INT(right_end(line_at(&boxes, "1,200")), right_end(line_at(&boxes, "99.1%")));
    boxes = built(&l, "|a|b|\n|---|---|\n|x|12%|\n|y|99.1%|\n", "swiss");
    CHECK_TRUE(right_end(line_at(&boxes, "12%")) < right_end(line_at(&boxes, "99.1%")));
}

TEST(dates_are_text)
{
    struct laid l;
    struct boxes boxes =
        built(&l, "|a|When it was|\n|---|---|\n|x|2024-03-02|\n|y|2024-05-17|\n", "swiss");
    CHECK_INT(line_at(&boxes, "When")->x, line_at(&boxes, "2024-03-02")->x);
}

static const char incidents[] =
    "|Region|Owner|What went wrong|When|Who saw it|What we did|Ticket|Status|\n"
    "|---|---|---|---|---|---|---|---|\n"
    "|eu-west-1|Platform|Index rebuilt while the traffic was moved|2024-03-02|Pager|"
    "Rolled back in four minutes|OPS-1234|Closed|\n"
    "|us-east-2|Data|A partner sent its dates in another calendar|2024-05-17|"
    "A customer|Wrote a contract test|DATA-88|Closed|\n";

TEST(words_with_hyphens_stay_whole_where_there_is_room)
{
    struct laid l;
    struct boxes boxes = built(&l, incidents, "swiss");
    CHECK_TRUE(
        str_starts(line_at(&boxes, "eu-west-1")->line.pieces[0].text, S("eu-west-1")));
}

TEST(a_table_of_towers_is_a_list)
{
    struct laid l;
    built(&l, incidents, "sidebar");
    size_t told = 0;
    for (size_t i = 0; i < l.d.list.n; i++)
        told += l.d.list.at[i].code == D_B0106;
    CHECK_INT(told, 1);
}

TEST(a_table_takes_all_columns_rather_than_turn_its_rows)
{
    static const char rows[] =
        "|Index|Build, h|Size, GB|Recall@10|p50, ms|p99, ms|QPS|Updates|\n"
        "|---|---|---|---|---|---|---|---|\n"
        "|IVF4096, nprobe of 16|1.9|124.1|0.903|6.2|19.8|1,910|instant|\n"
        "|IVF4096, nprobe of 64|1.9|124.1|0.957|18.9|51.3|640|instant|\n"
        "|DiskANN, R = 64|11.3|18.6|0.958|4.4|22.9|2,050|merge nightly|\n";
    struct laid l;
    struct boxes boxes = built(&l, rows, "swiss"); /* the title stands beside it */
    CHECK_TRUE(lines_of(&boxes, "IVF4096,") > 1);
    struct str below = str_fmt(test_arena(), "All runs use the same queries.\n\n%s", rows);
    boxes = built(&l, str_cstr(test_arena(), below), "swiss");
    CHECK_INT(lines_of(&boxes, "IVF4096,"), 1);
}

TEST(a_table_that_parts_has_its_head_again)
{
    struct strbuf b = strbuf_at(test_arena());
    strbuf_fmt(&b, "|System|n|\n|---|---|\n");
    for (int i = 0; i < 70; i++)
        strbuf_fmt(&b, "|row %d|%d.5|\n", i, i);
    struct str text =
        str_fmt(test_arena(), "# T\n\n## Evaluation\n\n%.*s", STR(strbuf_str(&b)));
    struct laid l = laid_read(S("x.md"), text, "classic");
    CHECK_INT(laid_fit(&l, 2), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 2);
    const struct sheet *second = &l.sheets.list.at[1];
    size_t heads = 0;
    for (size_t i = 0; i < second->boxes.n; i++)
        heads += second->boxes.at[i].repeated;
    CHECK_INT(heads, 1);
}

/* White above the section `index`, in half-lines. */
static mpt halves_above(const struct laid *l, const struct boxes *boxes, size_t index)
{
    for (size_t i = 0; i < boxes->list.n; i++)
        if (boxes->list.at[i].section == index)
            return boxes->list.at[i].gap / (l->block.look->leading / 2);
    CHECK_TRUE(false);
    return 0;
}

/* Below a line of text there is white already; below a rule there is none. */
TEST(a_section_stands_as_far_below_a_rule_as_below_text)
{
    static const char text[] = "|A|B|\n|---|---|\n|x|1|\n\n## Impact\n\nWords.\n\n"
                               "## Next Steps\n\n```\ncode\n```\n\n## Ethics\n\nWords.\n";
    struct laid l;
    struct boxes boxes = built(&l, text, "handout");
    CHECK_INT(halves_above(&l, &boxes, 1), 2);
    CHECK_INT(halves_above(&l, &boxes, 2), 1);
    CHECK_INT(halves_above(&l, &boxes, 3), 2);
    l.block.look = style_at(l.a, l.style, style_steps(l.style) - 1);
    boxes = block_build(l.a, &l.block, &l.d);
    CHECK_INT(halves_above(&l, &boxes, 1), 1); /* where nothing else helps */
}

TESTS(heads_of_numbers_stay_on_one_line_where_the_text_can_give,
      heads_give_way_where_the_text_cannot,
      columns_of_other_units_have_no_decimal_places_in_common, dates_are_text,
      words_with_hyphens_stay_whole_where_there_is_room, a_table_of_towers_is_a_list,
      a_table_takes_all_columns_rather_than_turn_its_rows,
      a_table_that_parts_has_its_head_again,
      a_section_stands_as_far_below_a_rule_as_below_text)
