/* SPDX-License-Identifier: MIT */
/* unit/source/source.c — a document as a whole: limits, words, and nothing left over. */
#include "source/source.h"
#include "inputs.h"

static const struct source *parse(struct arena *a, struct str text, struct diags *d)
{
    *d = diags_at(a, S("test.md"));
    return source_parse(a, S("test.md"), text, d);
}

static bool has(const struct diags *d, enum diag_code code)
{
    for (size_t i = 0; i < d->list.n; i++)
        if (d->list.at[i].code == code)
            return true;
    return false;
}

TEST(source_cuts_what_is_too_large)
{
    struct arena *a = test_arena();
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < SOURCE_MAX_BYTES / 64 + 2; i++)
        strbuf_put(&b,
                   S("- a line of sixty-four bytes, which is said again and again ...\n"));
    struct diags d;
    const struct source *source = parse(a, strbuf_str(&b), &d);
    CHECK_TRUE(has(&d, D_S0101));
    CHECK_TRUE(source->bytes.n <= SOURCE_MAX_BYTES);
    CHECK_TRUE(str_ends(source->bytes, S("\n")));
}

static size_t depth_of(const struct block *block)
{
    size_t deepest = 0;
    for (const struct block *b = block->first; b; b = b->next) {
        size_t depth = depth_of(b) + 1;
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

static size_t inline_depth(const struct inline_node *node)
{
    size_t deepest = 0;
    for (; node; node = node->next) {
        size_t depth = inline_depth(node->first) + 1;
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

TEST(source_flattens_what_is_nested_too_deeply)
{
    struct arena *a = test_arena();
    struct strbuf b = strbuf_at(a);
    for (int i = 0; i < 3000; i++)
        strbuf_put(&b, S("> - "));
    strbuf_put(&b, S("deep\n\n"));
    for (int i = 0; i < 3000; i++)
        strbuf_put(&b, S("*a **b "));
    for (int i = 0; i < 3000; i++)
        strbuf_put(&b, S("c** d*"));
    struct diags d;
    const struct source *source = parse(a, strbuf_str(&b), &d);
    CHECK_TRUE(has(&d, D_S0311));
    CHECK_TRUE(depth_of(source->root) <= SOURCE_MAX_NESTING + 2);
    struct str text = block_text(a, source->root);
    CHECK_TRUE(str_find(text, S("deep"), 0) < text.n);
    for (const struct block *block = source->root->first; block; block = block->next)
        CHECK_TRUE(inline_depth(block->inlines) <= SOURCE_MAX_NESTING + 1);
}

static void check_marks(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        CHECK_TRUE((unsigned char)s.p[i] >= 0x20 || s.p[i] == '\t' || s.p[i] == '\n' ||
                   s.p[i] == '\v' || s.p[i] == '\f');
}

static void check_inlines(const struct inline_node *node)
{
    for (; node; node = node->next) {
        check_marks(node->text);
        check_marks(node->url);
        check_marks(node->title);
        check_inlines(node->first);
    }
}

static void check_blocks(const struct block *block, const struct block *parent)
{
    for (; block; block = block->next) {
        CHECK_TRUE(block->parent == parent);
        check_marks(block->text);
        check_inlines(block->inlines);
        check_blocks(block->first, block);
    }
}

/* The marks of cook.h are gone, and every block knows its parent. */
TEST(source_leaves_no_marks_behind)
{
    struct arena *a = test_arena();
    struct inputs in = inputs_all(a);
    for (size_t i = 0; i < in.list.n; i++) {
        struct diags d;
        const struct source *source = parse(a, in.list.at[i].text, &d);
        check_blocks(source->root->first, source->root);
    }
}

TEST(source_reads_the_same_twice)
{
    struct arena *a = test_arena();
    struct inputs in = inputs_all(a);
    for (size_t i = 0; i < in.list.n; i++) {
        struct diags one, two;
        const struct source *first = parse(a, in.list.at[i].text, &one);
        const struct source *second = parse(a, in.list.at[i].text, &two);
        CHECK_SAME(block_text(a, first->root), block_text(a, second->root));
        CHECK_INT(one.list.n, two.list.n);
    }
}

TEST(words_are_runs_with_a_letter_or_digit)
{
    CHECK_INT(text_words(S("one two-three — 4%  → é，x")), 4);
    CHECK_INT(text_words(S("  ")), 0);
    CHECK_INT(text_words(S("… • —")), 0);
}

TEST(texts_are_read_as_a_reader_says_them)
{
    struct arena *a = test_arena();
    struct diags d;
    const struct source *source =
        parse(a, S("a **b**\n`c` [d](e) ![f](g)[^1]\n\n- h\n- i\n\n[^1]: j\n"), &d);
    CHECK_STR(block_text(a, source->root), "a b c d f h i j");
}

TESTS(source_cuts_what_is_too_large, source_flattens_what_is_nested_too_deeply,
      source_leaves_no_marks_behind, source_reads_the_same_twice,
      words_are_runs_with_a_letter_or_digit, texts_are_read_as_a_reader_says_them)
