/* SPDX-License-Identifier: MIT */
/* model/facts/facts.c — the table of notations, and how sure each place wants them. */
#include "model/facts/facts.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/facts/notation.h"

/* Which notations may begin at which block; the first that gives facts wins. */
static const struct {
    enum block_kind kind;
    size_t (*read)(struct reader *r, const struct block *block);
} notations[] = {
    {BLOCK_TABLE,     facts_in_table  },
    {BLOCK_LIST,      facts_in_list   },
    {BLOCK_PARAGRAPH, facts_in_lines  },
    {BLOCK_QUOTE,     facts_in_box    },
    {BLOCK_ALERT,     facts_in_box    },
    {BLOCK_HEADING,   facts_in_heading},
    {BLOCK_CODE,      facts_in_code   },
};

static enum facts_ground ground_of(const struct facts_context *context)
{
    if (context->section == SECTION_FACTS)
        return FACTS_SECTION;
    if (context->before_sections)
        return FACTS_TOP;
    switch (context->section) {
    case SECTION_TLDR:
    case SECTION_SOLUTION:
    case SECTION_CUSTOM:
        return FACTS_KNOWN;
    case SECTION_FACTS:
    case SECTION_PROBLEM:
    case SECTION_USERS:
    case SECTION_ARCHITECTURE:
    case SECTION_DATA:
    case SECTION_EVALUATION:
    case SECTION_RELIABILITY:
    case SECTION_IMPACT:
    case SECTION_NEXT:
    case SECTION_ETHICS:
    case SECTION_LINKS:
    case SECTION_CONTACT:
    case SECTION_KINDS:
        return FACTS_NEVER;
    }
    return FACTS_NEVER;
}

/* A key is not set bold by itself: the table of facts has a look of its own. */
static const struct inline_node *unwrapped(const struct inline_node *inlines)
{
    while (inlines && !inlines->next && inlines->first &&
           (inlines->kind == INLINE_STRONG || inlines->kind == INLINE_EMPH ||
            inlines->kind == INLINE_UNDERLINE))
        inlines = inlines->first;
    return inlines;
}

/* The items of a list as one line, parted by commas. */
static const struct inline_node *joined_items(struct arena *a, const struct block *list)
{
    struct inline_node *head = NULL, **tail = &head;
    for (const struct block *item = list->first; item; item = item->next) {
        if (!item->first)
            continue;
        if (head) {
            *tail = arena_make(a, struct inline_node);
            (*tail)->kind = INLINE_TEXT;
            (*tail)->text = S(", ");
            tail = &(*tail)->next;
        }
        for (const struct inline_node *node = item->first->inlines; node;
             node = node->next) {
            *tail = arena_copy(a, node, sizeof *node);
            (*tail)->next = NULL;
            tail = &(*tail)->next;
        }
    }
    return head;
}

/* Whether the text has told the same already; else it is told now. A reader may have taken back what
 * it pushed, so the list itself has the last word. */
static bool is_told(struct reader *r, const struct fact *fact)
{
    struct facts *out = r->out;
    struct str key = str_lower(r->a, fact->key);
    struct str line = str_fmt(r->a, "%.*s\n%.*s", STR(key), STR(fact->value));
    size_t *at = map_find(&out->told, line);
    if (at && *at < out->list.n && str_eq_nocase(out->list.at[*at].key, fact->key) &&
        str_eq(out->list.at[*at].value, fact->value))
        return true;
    map_put(r->a, &out->told, line, arena_copy(r->a, &out->list.n, sizeof out->list.n));
    return false;
}

static void push(struct reader *r, struct fact fact)
{
    fact.key = str_trim(inlines_text(r->a, fact.key_inlines));
    fact.value = str_trim(inlines_text(r->a, fact.value_inlines));
    fact.placeholder = fact.value.n == 0 || text_is_placeholder(fact.value);
    if (fact.key.n && !is_told(r, &fact))
        vec_push(r->a, &r->out->list, fact);
}

void fact_add(struct reader *r, const struct pair_in *in)
{
    const struct pair *pair = &in->pair;
    struct flat flat = flat_of(r->a, in->inlines);
    size_t end = pair->value_to > pair->key_to ? pair->value_to : pair->key_to;
    struct fact fact = {
        .key_inlines =
            unwrapped(flat_slice(r->a, in->inlines, pair->key_from, pair->key_to)),
        .value_inlines = flat_slice(r->a, in->inlines, pair->value_from, pair->value_to),
        .span = flat_span(&flat, pair->key_from, end),
    };
    if (in->list) {
        fact.value_inlines = joined_items(r->a, in->list);
        fact.span = span_join(fact.span, in->list->span);
    }
    push(r, fact);
}

void fact_add_cells(struct reader *r, const struct inline_node *key,
                    const struct inline_node *value, struct span span)
{
    struct flat flat = flat_of(r->a, key);
    size_t from = 0, to = flat.text.n;
    key_clean(flat.text, &from, &to);
    struct flat value_flat = flat_of(r->a, value);
    push(r, (struct fact){
                .key_inlines = unwrapped(flat_slice(r->a, key, from, to)),
                .value_inlines = flat_slice(r->a, value, 0, value_flat.text.n),
                .span = span,
            });
}

void facts_rest(struct reader *r, struct str text)
{
    text = str_trim(text);
    if (text.n == 0)
        return;
    if (strbuf_str(&r->rest).n)
        strbuf_putc(&r->rest, ' ');
    strbuf_put(&r->rest, text);
}

size_t facts_in_block(struct reader *r, const struct block *block)
{
    for (size_t i = 0; i < countof(notations); i++) {
        if (notations[i].kind != block->kind)
            continue;
        size_t taken = notations[i].read(r, block);
        if (taken)
            return taken;
    }
    return 0;
}

size_t facts_read(struct arena *a, const struct block *block,
                  const struct facts_context *context, struct facts *out, struct str *rest,
                  struct diags *d)
{
    struct reader r = {a, context, ground_of(context), out, strbuf_at(a), 0, d};
    if (r.ground == FACTS_NEVER)
        return 0;
    size_t taken = facts_in_block(&r, block);
    if (taken)
        *rest = strbuf_str(&r.rest);
    return taken;
}
