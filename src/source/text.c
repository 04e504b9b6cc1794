/* SPDX-License-Identifier: MIT */
/* source/text.c — blocks and inlines as a reader would say them. */
#include "base/arena.h"
#include "base/utf8.h"
#include "source/block.h"

/* Sound trees are at most a few times SOURCE_MAX_NESTING deep, so recursion is safe here. */
static void put_inlines(struct strbuf *b, const struct inline_node *node)
{
    for (; node; node = node->next) {
        switch (node->kind) {
        case INLINE_TEXT:
        case INLINE_CODE:
        case INLINE_MATH:
            strbuf_put(b, node->text);
            break;
        case INLINE_SOFT_BREAK:
        case INLINE_HARD_BREAK:
            strbuf_putc(b, ' ');
            break;
        case INLINE_EMPH:
        case INLINE_STRONG:
        case INLINE_STRIKE:
        case INLINE_UNDERLINE:
        case INLINE_SUB:
        case INLINE_SUP:
        case INLINE_KBD:
        case INLINE_LINK:
        case INLINE_IMAGE:
        case INLINE_SPAN:
            put_inlines(b, node->first);
            break;
        case INLINE_FOOTNOTE_REF:
        case INLINE_KINDS:
            break;
        }
    }
}

struct str inlines_text(struct arena *a, const struct inline_node *first)
{
    struct strbuf b = strbuf_at(a);
    put_inlines(&b, first);
    return strbuf_str(&b);
}

static void put_gap(struct strbuf *b)
{
    if (b->n > 0 && b->p[b->n - 1] != ' ')
        strbuf_putc(b, ' ');
}

static void put_block(struct strbuf *b, const struct block *block)
{
    put_gap(b);
    put_inlines(b, block->inlines);
    if (block->kind == BLOCK_CODE || block->kind == BLOCK_HTML)
        for (struct str rest = block->text; rest.p;) {
            strbuf_put(b, str_cut(&rest, '\n'));
            strbuf_putc(b, ' ');
        }
    for (const struct block *child = block->first; child; child = child->next)
        put_block(b, child);
}

struct str block_text(struct arena *a, const struct block *block)
{
    struct strbuf b = strbuf_at(a);
    put_block(&b, block);
    return str_trim(strbuf_str(&b));
}

size_t text_words(struct str text)
{
    size_t words = 0;
    bool word = false;
    for (size_t i = 0; i < text.n;) {
        uint32_t c = utf8_next(text, &i);
        if (utf8_is_space(c)) {
            words += word;
            word = false;
        } else {
            word = word || utf8_is_word(c);
        }
    }
    return words + word;
}
