/* SPDX-License-Identifier: MIT */
/* fuzz/diagram.c — any text as a paragraph, a fence or a Mermaid fence under Architecture. */
#include <setjmp.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/diagram/diagram.h"

#define CEILING ((size_t)64 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Lines as text and soft breaks, as a reader of Markdown would give them. */
static struct inline_node *inlines_of(struct arena *a, struct str text)
{
    struct inline_node *first = NULL, **end = &first;
    uint32_t line = 1;
    while (text.n) {
        struct str part = str_cut(&text, '\n');
        for (int k = 0; k < 2; k++) {
            struct inline_node *node = arena_make(a, struct inline_node);
            node->kind = k == 0     ? INLINE_TEXT
                         : line % 7 ? INLINE_SOFT_BREAK
                                    : INLINE_HARD_BREAK;
            node->text = k == 0 ? part : S("");
            node->span = (struct span){line, 1, line, (uint32_t)part.n + 1};
            *end = node;
            end = &node->next;
        }
        line++;
    }
    return first;
}

static void read_as(struct arena *a, struct str text, enum block_kind kind, struct str info)
{
    struct block document = {.kind = BLOCK_DOCUMENT};
    struct block block = {.kind = kind, .info = info, .text = text, .parent = &document};
    struct diags d = diags_at(a, S("fuzz"));
    struct graph graph;
    struct str rest;
    document.first = &block;
    block.span = (struct span){1, 1, 9, 1};
    if (kind == BLOCK_PARAGRAPH)
        block.inlines = inlines_of(a, text);
    if (diagram_read(a, &block, SECTION_ARCHITECTURE, &graph, &rest, &d))
        graph_sentence(a, &graph);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct str text = {(const char *)bytes, size};
    struct arena *a = arena_new(CEILING);
    jmp_buf out;
    if (!a)
        return 0;
    if (setjmp(out) == 0) {
        arena_on_exhaustion(a, &out);
        read_as(a, text, BLOCK_PARAGRAPH, S(""));
        read_as(a, text, BLOCK_CODE, S(""));
        read_as(a, text, BLOCK_CODE, S("mermaid"));
    }
    arena_free(a);
    return 0;
}
