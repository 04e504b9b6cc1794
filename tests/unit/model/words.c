/* SPDX-License-Identifier: MIT */
/* unit/model/words.c — no word of the author's is lost between source and study. */
#include "base/map.h"
#include "base/utf8.h"
#include "inputs.h"
#include "model/study.h"

/* Words are runs of letters and digits. */
static struct str next_word(struct str s, size_t *at)
{
    size_t from = *at, i = *at;
    while (i < s.n) {
        size_t next = i;
        bool word = utf8_is_word(utf8_next(s, &next));
        if (!word && i > from)
            break;
        if (!word)
            from = next;
        i = next;
    }
    *at = i;
    return str_sub(s, from, i);
}

static void keep(struct arena *a, struct map *words, struct str s)
{
    static char present;
    for (size_t at = 0; at < s.n;) {
        struct str word = next_word(s, &at);
        if (word.n > 0)
            map_put(a, words, word, &present);
    }
}

/* Keywords, short ids and drawn arrow heads are the notation of a figure and no words of it. */
static void keep_graph(struct arena *a, struct map *words, const struct graph *g)
{
    keep(a, words, S("flowchart graph subgraph end TD LR A B C D v"));
    for (size_t i = 0; i < g->nodes.n; i++) {
        keep(a, words, g->nodes.at[i].label);
        keep(a, words, g->nodes.at[i].note);
    }
    for (size_t i = 0; i < g->edges.n; i++)
        keep(a, words, g->edges.at[i].label);
    for (size_t i = 0; i < g->groups.n; i++)
        keep(a, words, g->groups.at[i].title);
    keep(a, words, g->caption);
    keep(a, words, g->source);
}

static void keep_links(struct arena *a, struct map *words, const struct link *links,
                       size_t n)
{
    for (size_t i = 0; i < n; i++) {
        keep(a, words, links[i].text);
        keep(a, words, links[i].url);
        keep(a, words, links[i].label);
    }
}

/* What a part carries, and not what its blocks say. */
static void keep_part(struct arena *a, struct map *words, const struct study *study,
                      const struct part *part)
{
    keep(a, words, part->rest);
    switch (part->kind) {
    case PART_BLOCK:
        keep(a, words, block_text(a, part->block));
        break;
    case PART_FACTS: /* "Fact | Value" over a table of facts is its frame */
        if (part->block && part->block->kind == BLOCK_TABLE && part->block->first)
            keep(a, words, block_text(a, part->block->first));
        for (size_t i = part->first; i < part->first + part->count; i++) {
            keep(a, words, study->facts.at[i].key);
            keep(a, words, study->facts.at[i].value);
        }
        break;
    case PART_FIGURE:
        keep_graph(a, words, &study->graphs.at[part->first]);
        break;
    case PART_LINKS:
        keep_links(a, words, study->links.at + part->first, part->count);
        break;
    case PART_CONTACT:
        keep_links(a, words, study->contact.at + part->first, part->count);
        break;
    case PART_KINDS:
        break;
    }
}

/* What is set, and what a finding says is not. */
static struct map kept_words(struct arena *a, const struct study *study,
                             const struct diags *d)
{
    struct map words = {0};
    for (size_t i = 0; i < d->list.n; i++)
        if (d->list.at[i].code == D_M0110 || d->list.at[i].code == D_M0112)
            keep(a, &words, d->list.at[i].text);
    keep(a, &words, study->kicker);
    keep(a, &words, study->title);
    keep(a, &words, study->subtitle);
    for (size_t i = 0; i < study->sections.n; i++) {
        const struct section *s = &study->sections.at[i];
        keep(a, &words, s->title);
        keep(a, &words, inlines_text(a, s->title_inlines));
        for (size_t k = 0; k < s->parts.n; k++)
            keep_part(a, &words, study, &s->parts.at[k]);
    }
    return words;
}

/* Words of `said` that the study does not hold; the article before "a case study" is none. */
static size_t count_lost(struct arena *a, const struct map *kept, struct str said,
                         struct str name)
{
    size_t lost = 0;
    for (size_t at = 0; at < said.n;) {
        struct str word = next_word(said, &at);
        if (word.n == 0 || map_find(kept, word) || str_eq_nocase(word, S("a")))
            continue;
        print_error("%.*s: “%.*s” is lost\n", STR(name), STR(word));
        lost++;
    }
    (void)a;
    return lost;
}

TEST(no_word_is_lost_between_source_and_study)
{
    struct arena *all = test_arena();
    struct inputs in = inputs_all(all);
    size_t lost = 0;
    for (size_t i = 0; i < in.list.n; i++) {
        if (str_starts(in.list.at[i].name, S("variants.md")) ||
            str_starts(in.list.at[i].name, S("redact.md")))
            continue; /* examples of how words are left out */
        struct arena *a = arena_new((size_t)64 << 20);
        struct diags d = diags_at(a, in.list.at[i].name);
        const struct source *source = source_parse(a, d.file, in.list.at[i].text, &d);
        const struct study *study = study_build(a, source, NULL, &d);
        struct map kept = kept_words(a, study, &d);
        lost += count_lost(a, &kept, block_text(a, source->root), d.file);
        arena_free(a);
    }
    CHECK_INT(lost, 0);
}

/* Every block of the document is in one part, in order, or in the masthead or a heading. */
TEST(every_block_is_in_one_part)
{
    struct arena *all = test_arena();
    struct inputs in = inputs_all(all);
    for (size_t i = 0; i < in.list.n; i++) {
        struct arena *a = arena_new((size_t)64 << 20);
        struct diags d = diags_at(a, in.list.at[i].name);
        const struct study *study =
            study_build(a, source_parse(a, d.file, in.list.at[i].text, &d), NULL, &d);
        for (size_t k = 0; k < study->sections.n; k++) {
            const struct section *s = &study->sections.at[k];
            const struct block *next = NULL;
            for (size_t p = 0; p < s->parts.n; p++) {
                const struct block *block = s->parts.at[p].block;
                if (!block)
                    continue;
                CHECK_TRUE(!next || block == next);
                for (size_t n = 0; n < s->parts.at[p].blocks; n++) {
                    CHECK_NOT_NULL(block);
                    block = block->next;
                }
                next = block;
            }
            CHECK_NULL(next);
        }
        arena_free(a);
    }
}

TESTS(no_word_is_lost_between_source_and_study, every_block_is_in_one_part)
