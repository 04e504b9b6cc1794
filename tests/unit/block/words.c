/* SPDX-License-Identifier: MIT */
/* unit/block/words.c — every word of a study is set, and what stands where in the tag tree. */
#include "../page/laid.h"

#include "base/utf8.h"

static const char *const samples[] = {"answer-desk.md", "index-bench.md", "najm.md",
                                      "night-bus.md",   "pruefstand.md",  "xunlu.md"};

/* How often each word occurs. */
struct bag {
    struct arena *a;
    struct map map; /* of int */
};

static void bag_put(struct bag *bag, struct str word)
{
    int *count = map_find(&bag->map, word);
    if (!count) {
        count = arena_make(bag->a, int);
        map_put(bag->a, &bag->map, str_dup(bag->a, word), count);
    }
    ++*count;
}

#define IDEOGRAPHS 0x2E80u /* from here on a line may end after every character */

/* Runs of letters and digits; an ideograph is a word of its own. */
static struct str next_word(struct str text, size_t *at)
{
    size_t from = *at;
    while (*at < text.n) {
        size_t next = *at;
        uint32_t c = utf8_next(text, &next);
        bool word = utf8_is_word(c), inside = *at > from;
        if (inside && (!word || c >= IDEOGRAPHS))
            break;
        *at = next;
        if (word && c >= IDEOGRAPHS)
            break;
        if (!word)
            from = next;
    }
    return str_sub(text, from, *at);
}

static void bag_text(struct bag *bag, struct str text)
{
    for (size_t at = 0; at < text.n;) {
        struct str word = next_word(text, &at);
        if (word.n > 0)
            bag_put(bag, word);
    }
}

/* The text of a line as it was written: its pieces stand from left to right, whatever the script,
 * but all are slices of one text. */
static void put_line(struct strbuf *b, const struct line *line)
{
    const char *done = NULL;
    for (uint32_t n = 0; n < line->piece_count; n++) {
        struct str next = {NULL, 0};
        for (uint32_t p = 0; p < line->piece_count; p++) {
            struct str text = line->pieces[p].text;
            if (text.n > 0 && (!done || text.p > done) && (!next.p || text.p < next.p))
                next = text;
        }
        strbuf_put(b, next);
        done = next.p ? next.p : done;
    }
    if (!line->hyphenated)
        strbuf_putc(b, ' ');
}

static void put_box(struct strbuf *b, const struct box *box)
{
    for (size_t m = 0; m < box->mark_count; m++)
        if (box->marks[m].kind == MARK_LINE)
            put_line(b, &box->marks[m].line);
    for (size_t n = 0; n < box->note_count; n++)
        put_box(b, box->notes[n]);
}

/* The text of all lines, a word that is divided put together again. */
static struct str set_text_of(struct arena *a, const struct boxes *boxes)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < boxes->list.n; i++)
        put_box(&b, &boxes->list.at[i]);
    return strbuf_str(&b);
}

static struct boxes build(struct laid *l, int step)
{
    l->block.look = style_at(l->a, l->style, step);
    return block_build(l->a, &l->block, &l->d);
}

static void check_words(const char *sample, const char *layout)
{
    struct laid l = laid_sample(sample, layout);
    struct boxes boxes = build(&l, 5);
    struct bag set = {.a = l.a};
    bag_text(&set, set_text_of(l.a, &boxes));
    for (size_t s = 0; s < l.study->sections.n; s++)
        bag_put(&set, S("")); /* keep the map alive for an empty study */
    struct bag meant = {.a = l.a};
    struct str text = l.study->title;
    for (size_t s = 0; s < l.study->sections.n; s++) {
        const struct section *section = &l.study->sections.at[s];
        text = str_join(l.a, text, str_join(l.a, S(" "), section->title));
        for (size_t p = 0; p < section->parts.n; p++) {
            const struct part *part = &section->parts.at[p];
            const struct block *b = part->block;
            for (size_t k = 0; b && part->kind == PART_BLOCK && k < part->blocks;
                 k++, b = b->next)
                text = str_join(l.a, text, str_join(l.a, S(" "), block_text(l.a, b)));
            text = str_join(l.a, text, str_join(l.a, S(" "), part->rest));
        }
    }
    for (size_t f = 0; f < l.study->facts.n; f++)
        text = str_join(l.a, text, str_join(l.a, S(" "), l.study->facts.at[f].value));
    bag_text(&meant, text);
    for (size_t at = 0; at < text.n;) {
        struct str word = next_word(text, &at);
        const int *want = map_find(&meant.map, word), *got = map_find(&set.map, word);
        if (word.n > 0 && (!got || *got < *want))
            print_error("%s, %s: “%.*s” is lost\n", sample, layout, STR(word));
        CHECK_TRUE(word.n == 0 || (got && *got >= *want));
    }
    test_teardown(NULL);
}

TEST(every_word_is_set)
{
    static const char *const layouts[] = {"classic", "swiss", "sidebar"};
    for (size_t i = 0; i < countof(samples); i++)
        for (size_t k = 0; k < countof(layouts); k++)
            check_words(samples[i], layouts[k]);
}

static const struct tag *find_tag(const struct tag *tag, enum tag_role role)
{
    if (tag->role == role)
        return tag;
    for (const struct tag *t = tag->first; t; t = t->next) {
        const struct tag *found = find_tag(t, role);
        if (found)
            return found;
    }
    return NULL;
}

static size_t count_tags(const struct tag *tag, enum tag_role role)
{
    size_t n = tag->role == role;
    for (const struct tag *t = tag->first; t; t = t->next)
        n += count_tags(t, role);
    return n;
}

static struct boxes build_text(struct laid *l, struct str markdown)
{
    *l = laid_read(S("x.md"), markdown, "classic");
    return build(l, 0);
}

TEST(a_list_item_is_label_and_body)
{
    struct laid l;
    struct boxes boxes = build_text(&l, S("# T\n\n## A\n\n- one\n  1. two\n- three\n"));
    CHECK_INT(count_tags(boxes.root, TAG_L), 2);
    CHECK_INT(count_tags(boxes.root, TAG_LI), 3);
    const struct tag *item = find_tag(boxes.root, TAG_LI);
    CHECK_INT(item->first->role, TAG_LBL);
    CHECK_INT(item->first->next->role, TAG_LBODY);
    CHECK_TRUE(str_starts(set_text_of(l.a, &boxes), S("T A – one 1 two – three")));
}

TEST(a_table_is_padded_and_headed)
{
    struct laid l;
    struct boxes boxes =
        build_text(&l, S("# T\n\n## A\n\n| a | b |\n| --- | --- |\n| 1 |\n| 2 | 3 |\n"));
    CHECK_INT(count_tags(boxes.root, TAG_TR), 3);
    CHECK_INT(count_tags(boxes.root, TAG_TH), 2);
    CHECK_INT(count_tags(boxes.root, TAG_TD), 4);
    CHECK_INT(find_tag(boxes.root, TAG_TH)->scope, SCOPE_COLUMN);
}

TEST(a_heading_never_skips_a_level)
{
    struct laid l;
    struct boxes boxes = build_text(&l, S("# T\n\n## A\n\n##### deep\n\ntext\n"));
    CHECK_INT(count_tags(boxes.root, TAG_H4), 0);
    CHECK_INT(count_tags(boxes.root, TAG_H3), 1);
}

TEST(a_heading_keeps_two_lines)
{
    struct laid l;
    struct boxes boxes = build_text(&l, S("# T\n\n## A\n\n- one\n- two\n- three\n"));
    size_t n = boxes.list.n; /* masthead, heading, three items */
    CHECK_INT(boxes.list.at[n - 3].penalty, BREAK_NEVER);
    CHECK_INT(boxes.list.at[n - 2].penalty, BREAK_NEVER);
    CHECK_TRUE(boxes.list.at[n - 1].penalty < BREAK_NEVER);
}

TEST(a_note_hangs_on_the_line_that_refers_to_it)
{
    struct laid l;
    struct boxes boxes =
        build_text(&l, S("# T\n\n## A\n\nFirst.[^a] Again.[^a]\n\n[^a]: The note.\n"));
    size_t notes = 0;
    for (size_t i = 0; i < boxes.list.n; i++)
        notes += boxes.list.at[i].note_count;
    CHECK_INT(notes, 1);
    CHECK_INT(count_tags(boxes.root, TAG_NOTE), 1);
    CHECK_INT(count_tags(boxes.root, TAG_REFERENCE), 2);
    CHECK_TRUE(find_tag(boxes.root, TAG_NOTE)->id.n > 0);
}

TEST(notes_that_refer_to_each_other_stand_once)
{
    struct laid l;
    struct boxes boxes =
        build_text(&l, S("# T\n\n## A\n\nText.[^a]\n\n[^a]: See[^b] and[^a].\n\n"
                         "[^b]: See[^a] and[^b].\n"));
    CHECK_INT(count_tags(boxes.root, TAG_NOTE), 2);
    struct str text = set_text_of(l.a, &boxes);
    size_t first = str_find(text, S("See"), 0),
           second = str_find(text, S("See"), first + 1);
    CHECK_TRUE(second < text.n);
    CHECK_INT(str_find(text, S("See"), second + 1), text.n);
}

TEST(numbers_of_many_notes_have_room)
{
    struct laid l;
    struct strbuf b = strbuf_at(test_arena());
    strbuf_put(&b, S("# T\n\n## A\n\n"));
    for (int i = 1; i <= 25; i++)
        strbuf_fmt(&b, "a[^%d] ", i);
    for (int i = 1; i <= 25; i++)
        strbuf_fmt(&b, "\n\n[^%d]: Note.", i);
    struct boxes boxes = build_text(&l, strbuf_str(&b));
    CHECK_INT(count_tags(boxes.root, TAG_LBL), 25);
    CHECK_INT(l.d.list.n, 0);
    CHECK_FALSE(boxes.overfull);
}

TEST(a_missing_picture_leaves_its_words)
{
    struct laid l;
    struct boxes boxes = build_text(&l, S("# T\n\n## A\n\n![what it shows](none.png)\n"));
    struct str text = set_text_of(l.a, &boxes);
    CHECK_TRUE(str_find(text, S("what it shows"), 0) < text.n);
    CHECK_INT(vec_last(&l.d.list)->code, D_B0101);
    build_text(&l, S("# T\n\n## A\n\n![out](../../../../etc/passwd)\n"));
    CHECK_TRUE(vec_last(&l.d.list)->code == D_B0101 ||
               vec_last(&l.d.list)->code == D_B0103);
    build_text(&l, S("# T\n\n## A\n\n![net](https://example.com/x.png)\n"));
    CHECK_INT(vec_last(&l.d.list)->code, D_B0102);
}

/* Where the line that begins with `word` stands inside its box; -1 where there is none. */
static mpt line_at(const struct boxes *boxes, struct str word)
{
    for (size_t b = 0; b < boxes->list.n; b++)
        for (size_t i = 0; i < boxes->list.at[b].mark_count; i++) {
            const struct mark *m = &boxes->list.at[b].marks[i];
            if (m->kind == MARK_LINE && m->line.piece_count > 0 &&
                str_starts(m->line.pieces[0].text, word))
                return m->x + m->line.x;
        }
    return -1;
}

TEST(numbers_of_a_table_in_hebrew_stay_inside_it)
{
    struct laid l;
    struct boxes boxes = build_text(&l, S("---\nlang: he\n---\n# א\n\n## ב\n\n| ג | ד "
                                          "|\n|---|--:|\n| ה | 12.5 |\n| ו | 7 |\n"));
    mpt wide = line_at(&boxes, S("12.5")), narrow = line_at(&boxes, S("7"));
    CHECK_TRUE(wide >= 0);
    CHECK_TRUE(narrow > wide); /* one digit less before the decimal sign */
}

#define PNG                                                                 \
    "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\1\x2C\0\0\0\xC8\x08\x06\0\0\0crc!" \
    "\0\0\0\2IDATxxcrc!\0\0\0\0IENDcrc!"

static bool told(const struct laid *l, enum diag_code code)
{
    for (size_t i = 0; i < l->d.list.n; i++)
        if (l->d.list.at[i].code == code)
            return true;
    return false;
}

TEST(a_picture_in_the_lead_is_read_as_anywhere)
{
    struct laid l;
    build_text(&l, S("# T\n\n## TL;DR\n\nText.\n\n![what](none.png)\n"));
    CHECK_TRUE(told(&l, D_B0101));
    build_text(&l, S("# T\n\n## TL;DR\n\nText ![what](https://example.com/x.png) more.\n"));
    CHECK_TRUE(told(&l, D_B0102));
}

TEST(a_picture_is_a_figure_with_its_words)
{
    struct laid l;
    struct arena *a = test_arena();
    CHECK_INT(file_replace(a, S("plate.png"), S(PNG)), FILE_OK);
    CHECK_INT(file_replace(a, S("broken.png"), S("\x89PNG\r\n\x1A\n")), FILE_OK);
    struct boxes boxes =
        build_text(&l, S("# T\n\n## A\n\n![a plate](plate.png \"Plate 1\")\n"));
    const struct tag *figure = find_tag(boxes.root, TAG_FIGURE);
    CHECK_NOT_NULL(figure);
    CHECK_STR(figure->alt, "a plate");
    CHECK_TRUE(str_find(set_text_of(l.a, &boxes), S("Plate 1"), 0) <
               set_text_of(l.a, &boxes).n);
    const struct mark *mark = &vec_last(&boxes.list)->marks[0];
    CHECK_INT(mark->kind, MARK_IMAGE);
    CHECK_INT(mark->w, PT(144)); /* 300 pixels at 150 dpi */
    CHECK_INT(mark->h, PT(96));
    CHECK_FALSE(told(&l, D_B0105));
    build_text(&l, S("# T\n\n## A\n\n![](plate.png)\n"));
    CHECK_TRUE(told(&l, D_B0105));
    build_text(&l, S("# T\n\n## A\n\n![words](broken.png)\n"));
    CHECK_TRUE(told(&l, D_B0104));
}

TEST(a_picture_is_set_in_a_quotation_and_told_elsewhere)
{
    struct laid l;
    CHECK_INT(file_replace(test_arena(), S("plate.png"), S(PNG)), FILE_OK);
    struct boxes boxes = build_text(&l, S("# T\n\n## A\n\n> said ![p](plate.png) so\n"));
    CHECK_INT(count_tags(boxes.root, TAG_FIGURE), 1);
    CHECK_FALSE(told(&l, D_B0108));
    build_text(&l, S("# T\n\n## A\n\n| a | b |\n| - | - |\n| ![p](plate.png) | x |\n"));
    CHECK_TRUE(told(&l, D_B0108));
    build_text(&l, S("# T\n\n## A ![p](plate.png)\n\nText.\n"));
    CHECK_TRUE(told(&l, D_B0108));
    build_text(&l, S("# T\n\n## A\n\nText.[^n]\n\n[^n]: See ![p](plate.png).\n"));
    CHECK_TRUE(told(&l, D_B0108));
}

TEST(a_table_wider_than_the_page_is_a_list)
{
    struct laid l;
    struct strbuf b = strbuf_at(test_arena());
    strbuf_put(&b, S("# T\n\n## A\n\n"));
    for (int row = 0; row < 3; row++) {
        for (int i = 0; i < 30; i++)
            strbuf_put(&b, row == 1 ? S("| --- ") : S("| unbreakable "));
        strbuf_put(&b, S("|\n"));
    }
    struct boxes boxes = build_text(&l, strbuf_str(&b));
    CHECK_TRUE(told(&l, D_B0106));
    CHECK_FALSE(boxes.overfull);
    /* 30 above the columns, which are no row of the list, and one before its only row. */
    CHECK_INT(count_tags(boxes.root, TAG_TH), 31);
}

TEST(what_is_higher_than_a_page_is_parted)
{
    struct laid l;
    struct strbuf b = strbuf_at(test_arena());
    strbuf_put(
        &b, S("# T\n\n## Quick Facts\n\n| | |\n| --- | --- |\n| Stack | x |\n| Role | "));
    for (int i = 0; i < 3000; i++)
        strbuf_put(&b, S("word "));
    strbuf_put(&b, S("|\n"));
    struct boxes boxes = build_text(&l, strbuf_str(&b));
    mpt page = l.block.look->page_height - l.block.look->top - l.block.look->bottom;
    for (size_t i = 0; i < boxes.list.n; i++)
        CHECK_TRUE(boxes.list.at[i].height <= page);
    struct bag set = {.a = l.a};
    bag_text(&set, set_text_of(l.a, &boxes));
    CHECK_INT(*(int *)map_find(&set.map, S("word")), 3000);
}

TEST(long_code_turns_over_and_loses_nothing)
{
    struct laid l;
    struct str word = S("abcdefghij");
    struct strbuf b = strbuf_at(test_arena());
    strbuf_put(&b, S("# T\n\n## A\n\n```\n"));
    for (int i = 0; i < 40; i++)
        strbuf_put(&b, word);
    strbuf_put(&b, S("\n```\n"));
    struct boxes boxes = build_text(&l, strbuf_str(&b));
    struct str text = set_text_of(l.a, &boxes);
    size_t letters = 0;
    for (size_t i = 0; i < text.n; i++)
        letters += text.p[i] >= 'a' && text.p[i] <= 'j';
    CHECK_INT(letters, 400);
    CHECK_FALSE(boxes.overfull);
}

/* True where a line of the boxes begins with `words`. */
static bool line_begins(const struct boxes *boxes, const char *words)
{
    for (size_t i = 0; i < boxes->list.n; i++)
        for (size_t k = 0; k < boxes->list.at[i].mark_count; k++) {
            const struct mark *mark = &boxes->list.at[i].marks[k];
            if (mark->kind == MARK_LINE && mark->line.piece_count > 0 &&
                str_starts(mark->line.pieces[0].text, str_from(words)))
                return true;
        }
    return false;
}

TEST(long_code_turns_over_where_a_call_parts)
{
    struct laid l;
    struct boxes boxes = build_text(
        &l, S("# T\n\n## A\n\n```\n"
              "let e = Engine::builder().folder(\"rules\").threads(idle_cores())"
              ".what_to_do_when_there_is_nothing_to_be_done(Policy::Refuse)\n```\n"));
    CHECK_TRUE(line_begins(&boxes, ".what_to_do"));
}

TEST(blocks_are_whole_half_lines_high)
{
    struct laid l = laid_sample("answer-desk.md", "classic");
    struct boxes boxes = build(&l, 0);
    mpt half = l.block.look->leading / 2, run = 0;
    for (size_t i = 0; i < boxes.list.n; i++) {
        const struct box *box = &boxes.list.at[i];
        if (box->place != PLACE_TEXT && box->place != PLACE_WIDE)
            continue;
        if (box->place == PLACE_TEXT && box->lines == 1) { /* running text is on the grid */
            mpt over = (run + box->gap) % half;
            CHECK_TRUE(over < PT(0.3) || over > half - PT(0.3));
        }
        run += box->gap + box->height;
    }
}

TESTS(every_word_is_set, a_list_item_is_label_and_body, a_table_is_padded_and_headed,
      a_heading_never_skips_a_level, a_heading_keeps_two_lines,
      a_note_hangs_on_the_line_that_refers_to_it, notes_that_refer_to_each_other_stand_once,
      a_missing_picture_leaves_its_words, a_picture_in_the_lead_is_read_as_anywhere,
      numbers_of_many_notes_have_room, a_picture_is_set_in_a_quotation_and_told_elsewhere,
      numbers_of_a_table_in_hebrew_stay_inside_it, a_picture_is_a_figure_with_its_words,
      a_table_wider_than_the_page_is_a_list, what_is_higher_than_a_page_is_parted,
      long_code_turns_over_and_loses_nothing, long_code_turns_over_where_a_call_parts,
      blocks_are_whole_half_lines_high)
