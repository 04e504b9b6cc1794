/* SPDX-License-Identifier: MIT */
/* unit/block/aside.c — short quotations and the disclosure line stand in the margin, level with
 * their paragraph, the caption of a table with its head or the text before it; what has no paragraph,
 * no margin, or too many words stands in the text. */
#include "../page/laid.h"

static const char quoted[] =
    "# T\n\n## Impact\n\nIt works well.\n\n> Like this.\n>\n> — A\n\n"
    "## Next\n\n> Alone.\n";
static const char disclosed[] = "# T\n\n## TL;DR\n\nIn short.\n\n## Ethics\n\nNo "
                                "harm.\n\nDrafted with AI; verified by me.\n";

static struct boxes built(struct laid *l, const char *markdown, const char *layout)
{
    *l = laid_read(S("x.md"), str_from(markdown), layout);
    l->block.look = style_at(l->a, l->style, 0);
    return block_build(l->a, &l->block, &l->d);
}

/* The first box with a line that begins with `word`. */
static size_t find(const struct boxes *boxes, const char *word)
{
    for (size_t i = 0; i < boxes->list.n; i++)
        for (size_t k = 0; k < boxes->list.at[i].mark_count; k++) {
            const struct mark *mark = &boxes->list.at[i].marks[k];
            if (mark->kind == MARK_LINE &&
                str_starts(mark->line.pieces[0].text, str_from(word)))
                return i;
        }
    CHECK_TRUE(false);
    return 0;
}

TEST(a_short_quotation_is_level_with_its_paragraph)
{
    struct laid l;
    struct boxes boxes = built(&l, quoted, "classic");
    const struct box *aside = &boxes.list.at[find(&boxes, "Like")];
    CHECK_INT(aside->place, PLACE_MARGIN);
    CHECK_INT(aside->beside, find(&boxes, "It"));
    CHECK_INT(find(&boxes, "A"), find(&boxes, "Like"));
    CHECK_INT(aside->gap, l.block.look->leading); /* from what may stand above it there */
}

TEST(a_quotation_without_a_paragraph_stands_in_the_text)
{
    struct laid l;
    struct boxes boxes = built(&l, quoted, "classic");
    CHECK_INT(boxes.list.at[find(&boxes, "Alone")].place, PLACE_TEXT);
}

TEST(without_a_margin_all_stands_in_the_text)
{
    struct laid l;
    struct boxes boxes = built(&l, quoted, "swiss");
    CHECK_INT(boxes.list.at[find(&boxes, "Like")].place, PLACE_TEXT);
}

/* Where the line that begins with "Drafted" stands, on `pages` pages. */
static enum place disclosure_on(int pages)
{
    struct laid l = laid_read(S("x.md"), str_from(disclosed), "classic");
    CHECK_INT(laid_fit(&l, pages), RECTO_OK);
    const struct sheet *sheet = &l.sheets.list.at[0];
    for (size_t i = 0; i < sheet->boxes.n; i++) {
        const struct box *box = sheet->boxes.at[i].box;
        for (size_t k = 0; k < box->mark_count; k++)
            if (box->marks[k].kind == MARK_LINE &&
                str_starts(box->marks[k].line.pieces[0].text, S("Drafted")))
                return box->place;
    }
    return PLACE_FOOT;
}

TEST(a_single_page_has_its_disclosure_in_the_margin)
{
    CHECK_INT(disclosure_on(1), PLACE_MARGIN);
}

TEST(the_title_of_the_lead_begins_it)
{
    struct laid l;
    struct boxes boxes = built(&l, disclosed, "classic");
    const struct box *box = &boxes.list.at[find(&boxes, "TL;DR")];
    CHECK_INT(box->mark_count, 1);
    CHECK_TRUE(box->marks[0].line.piece_count > 1);
    boxes = built(&l, disclosed, "swiss");
    CHECK_TRUE(find(&boxes, "TL;DR") != find(&boxes, "In"));
}

/* A table of `columns` below a paragraph of some lines, its caption between them. */
static struct boxes captioned(struct laid *l, const char *text, int columns)
{
    struct arena *a = test_arena();
    struct strbuf b = strbuf_at(a);
    strbuf_fmt(&b, "# T\n\n## Evaluation\n\n%s\n\nTable: measured in May 2025\n\n|System|",
               text);
    for (int i = 1; i < columns; i++)
        strbuf_fmt(&b, "n%d|", i);
    for (int row = 0; row < 3; row++) {
        strbuf_fmt(&b, "%s", "\n|");
        for (int i = 0; i < columns; i++)
            strbuf_fmt(&b, "%s", row == 0 ? "---|" : "1|");
    }
    strbuf_fmt(&b, "%s", "\n");
    return built(l, str_cstr(a, strbuf_str(&b)), "classic");
}

static const char long_text[] =
    "Offline every system answered the held-out tickets, judged blind by three senior "
    "agents. Online a test over all agents moved what counts from less to more. Of all "
    "misses read by hand half cite a stale article and a third have no article at all.";

TEST(a_caption_is_level_with_the_head_of_a_table_in_the_text)
{
    struct laid l;
    struct boxes boxes = captioned(&l, "Short.", 3);
    const struct box *caption = &boxes.list.at[find(&boxes, "Table:")];
    CHECK_INT(caption->place, PLACE_MARGIN);
    CHECK_INT(caption->beside, find(&boxes, "System"));
}

TEST(a_caption_of_a_wide_table_ends_with_the_text_before_it)
{
    struct laid l;
    struct boxes boxes = captioned(&l, long_text, 6);
    size_t caption = find(&boxes, "Table:"), head = find(&boxes, "System");
    const struct box *box = &boxes.list.at[caption];
    CHECK_INT(boxes.list.at[head].place, PLACE_WIDE);
    CHECK_INT(box->place, PLACE_MARGIN);
    CHECK_INT(head, caption + 1);
    CHECK_TRUE(box->beside < caption && box->beside > find(&boxes, "Offline"));
    mpt beside = 0;
    for (size_t i = box->beside; i < caption; i++) {
        beside += boxes.list.at[i].height;
        CHECK_TRUE(i == box->beside || boxes.list.at[i].penalty == BREAK_NEVER);
    }
    CHECK_TRUE(beside >= box->height);
    CHECK_INT(boxes.list.at[head].penalty, BREAK_NEVER);
}

TEST(a_caption_of_a_wide_table_that_finds_no_room_stands_above_it)
{
    struct laid l;
    struct boxes boxes = captioned(&l, "", 6);
    CHECK_INT(boxes.list.at[find(&boxes, "Table:")].place, PLACE_WIDE);
}

/* Callouts fill the margin of a single page down to the table: its caption may not stray from it. */
TEST(a_caption_that_would_stray_stands_above)
{
    static const char study[] =
        "# T\n\n## TL;DR\n\nCost fell **−37%**, waste fell **−12%**, speed rose "
        "**+21%**.\n\n"
        "## Evaluation\n\nShort.\n\nTable: measured\n\n|System|a|\n|---|---|\n|x|1|\n";
    struct laid l = laid_read(S("x.md"), str_from(study), "classic");
    CHECK_INT(laid_fit(&l, 1), RECTO_OK);
    const struct sheet *sheet = &l.sheets.list.at[0];
    mpt caption = 0, head = 0;
    size_t beside = 0;
    for (size_t i = 0; i < sheet->boxes.n; i++) {
        const struct placed *placed = &sheet->boxes.at[i];
        const struct mark *mark = placed->box->marks;
        beside += placed->box->place == PLACE_MARGIN;
        if (placed->box->mark_count == 0 || mark->kind != MARK_LINE)
            continue;
        if (str_starts(mark->line.pieces[0].text, S("Table:")))
            caption = placed->y;
        if (str_starts(mark->line.pieces[0].text, S("System")))
            head = placed->y;
    }
    CHECK_TRUE(beside > 0); /* the callouts */
    CHECK_TRUE(caption > 0 && caption < head && head < caption + PT(20));
}

TESTS(a_caption_that_would_stray_stands_above,
      a_caption_is_level_with_the_head_of_a_table_in_the_text,
      a_caption_of_a_wide_table_ends_with_the_text_before_it,
      a_caption_of_a_wide_table_that_finds_no_room_stands_above_it,
      a_short_quotation_is_level_with_its_paragraph,
      a_quotation_without_a_paragraph_stands_in_the_text,
      without_a_margin_all_stands_in_the_text,
      a_single_page_has_its_disclosure_in_the_margin, the_title_of_the_lead_begins_it)
