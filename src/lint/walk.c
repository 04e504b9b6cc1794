/* SPDX-License-Identifier: MIT */
/* lint/walk.c — walks over a study that rules share. */
#include "base/utf8.h"
#include "lint/rules.h"

const struct block *walk_next(const struct block *root, const struct block *b)
{
    if (b->first)
        return b->first;
    while (b && b != root && !b->next)
        b = b->parent;
    return !b || b == root ? NULL : b->next;
}

static void walk(const struct inline_node *first,
                 void (*visit)(void *context, const struct inline_node *node),
                 void *context, int depth)
{
    for (const struct inline_node *node = first; node && depth < WALK_MAX_DEPTH;
         node = node->next) {
        visit(context, node);
        walk(node->first, visit, context, depth + 1);
    }
}

void walk_study(const struct study *study,
                void (*visit)(void *context, const struct inline_node *node), void *context)
{
    const struct block *root = study->source->root;
    for (const struct block *b = root; b; b = walk_next(root, b))
        walk(b->inlines, visit, context, 0);
}

struct str section_text(struct arena *a, const struct section *section)
{
    struct strbuf text = strbuf_at(a);
    for (size_t i = 0; i < section->parts.n; i++) {
        const struct part *part = &section->parts.at[i];
        const struct block *b = part->block;
        for (size_t k = 0; b && k < part->blocks; k++, b = b->next) {
            if (b->kind == BLOCK_CODE)
                continue;
            strbuf_put(&text, block_text(a, b));
            strbuf_putc(&text, '\n');
        }
    }
    return strbuf_str(&text);
}

const struct section *section_find(const struct study *study, enum section_kind kind)
{
    for (size_t i = 0; i < study->sections.n; i++) {
        if (study->sections.at[i].kind == kind)
            return &study->sections.at[i];
    }
    return NULL;
}

static bool is_inner(struct str inner, uint32_t c)
{
    for (size_t i = 0; i < inner.n;) {
        if (utf8_next(inner, &i) == c)
            return true;
    }
    return false;
}

bool word_next(struct str text, struct str inner, size_t *i, struct str *word)
{
    size_t from = *i, to = from;
    while (*i < text.n) {
        size_t at = *i;
        uint32_t c = utf8_next(text, i);
        if (utf8_is_word(c)) {
            from = to > from ? from : at;
            to = *i;
        } else if (to > from && !is_inner(inner, c)) {
            *i = at;
            break;
        } else if (to == from) {
            from = to = *i;
        }
    }
    *word = str_sub(text, from, to);
    return to > from;
}

bool study_speaks(const struct study *study, const char *language)
{
    struct str l = str_from(language);
    bool longer = study->lang.n > l.n && study->lang.p[l.n] != '-';
    return str_eq_nocase(str_sub(study->lang, 0, l.n), l) && !longer;
}
