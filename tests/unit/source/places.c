/* SPDX-License-Identifier: MIT */
/* unit/source/places.c — what is read stands where its span says. */
#include "inputs.h"
#include "source/source.h"

struct seen {
    struct str bytes, name;
    size_t exact, texts;
};

static size_t offset_of(struct str s, uint32_t line, uint32_t column)
{
    size_t at = 0;
    for (; line > 1; line--)
        at = str_find_byte(s, '\n', at) + 1;
    return at + column - 1;
}

static struct str slice(struct str s, struct span span)
{
    CHECK_TRUE(span.line >= 1 && span.column >= 1);
    CHECK_TRUE(span.end_line >= span.line);
    size_t from = offset_of(s, span.line, span.column);
    size_t to = offset_of(s, span.end_line, span.end_column) + 1;
    CHECK_TRUE(from <= s.n && to <= s.n + 1);
    return str_sub(s, from, to);
}

/* Escapes, entities and what is left out inside of a text make the source longer than it. */
static bool is_plain(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '\\' || s.p[i] == '&' || s.p[i] == '<' || s.p[i] == '{' ||
            s.p[i] == '\v' || (unsigned char)s.p[i] == 0xE2 || s.p[i] == '\n')
            return false;
    return true;
}

static void look_at(struct seen *seen, const struct inline_node *node)
{
    for (; node; node = node->next) {
        struct str there = slice(seen->bytes, node->span);
        bool plain = node->kind == INLINE_TEXT && is_plain(there) && node->text.n > 0;
        seen->texts += plain;
        seen->exact += plain && str_eq(there, node->text);
        if (plain && !str_eq(there, node->text) &&
            str_find(node->text, there, 0) >= node->text.n)
            print_error("%.*s: “%.*s” stands at “%.*s”\n", STR(seen->name), STR(node->text),
                        STR(there));
        look_at(seen, node->first);
    }
}

static void walk(struct seen *seen, const struct block *block)
{
    for (; block; block = block->next) {
        (void)slice(seen->bytes, block->span);
        look_at(seen, block->inlines);
        walk(seen, block->first);
    }
}

TEST(texts_stand_where_their_spans_say)
{
    struct arena *a = test_arena();
    struct inputs in = inputs_all(a);
    size_t exact = 0, texts = 0;
    for (size_t i = 0; i < in.list.n; i++) {
        struct diags d = diags_at(a, in.list.at[i].name);
        const struct source *source = source_parse(a, d.file, in.list.at[i].text, &d);
        struct seen seen = {source->bytes, d.file, 0, 0};
        walk(&seen, source->root->first);
        exact += seen.exact;
        texts += seen.texts;
    }
    CHECK_TRUE(texts > 1000);
    CHECK_INT(exact, texts);
}

TEST(findings_stand_inside_of_the_text)
{
    struct arena *a = test_arena();
    struct inputs in = inputs_all(a);
    for (size_t i = 0; i < in.list.n; i++) {
        struct diags d = diags_at(a, in.list.at[i].name);
        const struct source *source = source_parse(a, d.file, in.list.at[i].text, &d);
        for (size_t k = 0; k < d.list.n; k++)
            if (d.list.at[k].span.line > 0)
                (void)slice(source->bytes, d.list.at[k].span);
    }
}

TESTS(texts_stand_where_their_spans_say, findings_stand_inside_of_the_text)
