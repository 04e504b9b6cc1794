/* SPDX-License-Identifier: MIT */
/* model/optional_marked.c — spans, blocks and sections marked {.optional}. */
#include "base/arena.h"
#include "base/utf8.h"
#include "model/marks.h"
#include "model/named.h"
#include "model/optional.h"

#define NAME_WORDS 6 /* of a nameless part, to be known by */

struct marked {
    struct build *b;
    struct optionals out;
};

/* Whether it is marked; its number goes to `*number`, INT64_MAX where it has none. */
static bool is_marked(const struct attrs *attrs, int64_t *number)
{
    struct str value = attrs_value(attrs, S("optional"));
    if (value.n == 0)
        value = attrs_value(attrs, S(".optional"));
    *number = INT64_MAX;
    return str_to_int(value, number) || value.n > 0 || attrs_has(attrs, S("optional"));
}

/* The first words of a text. */
static struct str opening(struct arena *a, struct str text)
{
    size_t words = 0, i = 0;
    text = str_trim(text);
    while (i < text.n) {
        size_t at = i;
        words += utf8_is_space(utf8_next(text, &i));
        if (words == NAME_WORDS)
            return str_fmt(a, "%.*s …", STR(str_trim_end(str_sub(text, 0, at))));
    }
    return text;
}

/* What is said in it, as a reader would say it. */
static struct str words_of(struct arena *a, const struct bearer *bearer)
{
    if (bearer->block)
        return block_text(a, bearer->block);
    struct inline_node alone = *bearer->node;
    alone.next = NULL;
    return inlines_text(a, &alone);
}

static bool take_optional(void *context, const struct bearer *bearer)
{
    struct marked *m = context;
    int64_t number;
    if (!is_marked(bearer->attrs, &number))
        return false;
    struct optional *one = vec_add(m->b->a, &m->out.list);
    *one = (struct optional){.entry = bearer->entry,
                             .end = bearer->entry + 1,
                             .front = SECTION_CUSTOM,
                             .number = number};
    if (bearer->section) {
        const struct entry *e = &m->b->outline.list.at[bearer->entry];
        one->told = (struct study_optional){e->title, e->span, 0};
        one->end = named_end(&m->b->outline, bearer->entry);
        return true;
    }
    struct str text = words_of(m->b->a, bearer);
    struct span span = bearer->block ? bearer->block->span : bearer->node->span;
    one->node = bearer_node(bearer);
    one->told = (struct study_optional){opening(m->b->a, text), span, text_words(text)};
    return true;
}

struct optionals optional_marked(struct build *b, const struct tailor *tailor)
{
    struct marked m = {.b = b};
    struct marks_visitor visitor = {&m, take_optional};
    marks_walk(&b->outline, tailor->gone, &visitor);
    return m.out;
}
