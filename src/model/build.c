/* SPDX-License-Identifier: MIT */
/* model/build.c — blocks become a case study. */
#include "model/build.h"

#include "base/arena.h"
#include "model/figure_key.h"
#include "model/front.h"
#include "model/lang.h"
#include "model/lost.h"
#include "model/redact.h"
#include "model/variant.h"
#include "model/wishes.h"

#define SAMPLE_MAX 8000 /* bytes of text from which a language is guessed */

static struct str sample_text(struct arena *a, const struct block *root)
{
    struct strbuf out = strbuf_at(a);
    for (const struct block *b = root->first; b && out.n < SAMPLE_MAX; b = b->next) {
        if (b->kind == BLOCK_CODE)
            continue;
        strbuf_put(&out, block_text(a, b));
        strbuf_putc(&out, ' ');
    }
    return strbuf_str(&out);
}

static void find_language(struct build *b)
{
    size_t votes[SECTION_LANG_COUNT] = {0};
    for (size_t i = 0; i < b->outline.list.n; i++)
        for (size_t k = 0; k < SECTION_LANG_COUNT; k++)
            votes[k] += b->outline.list.at[i].match.langs >> k & 1;
    if (b->study->lang.n == 0)
        b->study->lang = lang_guess(b->a, b->metrics.shelf,
                                    sample_text(b->a, b->study->source->root), votes);
    b->study->rtl = lang_is_rtl(b->study->lang);
}

/* The lists that readers filled, as the study's own. */
static void hand_over(struct build *b)
{
    struct study *study = b->study;
    study->variant = b->variant;
    for (size_t i = 0; i < b->metrics.list.n; i++)
        vec_push(b->a, &study->metrics, b->metrics.list.at[i]);
    for (size_t i = 0; i < b->facts.list.n; i++)
        vec_push(b->a, &study->facts, b->facts.list.at[i]);
    for (size_t i = 0; i < b->links.list.n; i++)
        vec_push(b->a, &study->links, b->links.list.at[i]);
    for (size_t i = 0; i < b->contact.list.n; i++)
        vec_push(b->a, &study->contact, b->contact.list.at[i]);
}

/* A study of which the drafts are known, and not yet what is in them. `before`: how it was read
 * when nothing had left it, or NULL; what is left is in the same language. */
static struct build *begin(struct arena *a, const struct source *source,
                           const struct build *before, struct shelf *shelf, struct diags *d)
{
    struct study *study = arena_make(a, struct study);
    struct build *b = arena_make(a, struct build);
    *b = (struct build){.a = a, .d = d, .study = study};
    b->metrics.shelf = shelf;
    study->source = source;
    study->front = source->front;
    front_fill(a, source->front, study);
    facts_from_front(a, source->front, &b->facts, d);
    front_check(a, source->front, &b->facts, d);
    if (before) {
        memcpy(b->without, before->without, sizeof b->without);
        b->wishes.at = before->wishes.at;
        b->wishes.n = b->wishes.cap = before->wishes.n;
        b->variant = before->variant;
        study->lang = before->study->lang;
    }
    if (b->without[SECTION_FACTS])
        b->facts.list.n = 0;
    b->front_facts = b->facts.list.n;
    b->outline = outline_of(a, source->root, study->title, d);
    find_language(b);
    build_title(b);
    build_drafts(b);
    return b;
}

/* The same of what is left: `b` as `tailor` has it, without `secrets`. */
static struct build *begin_again(struct build *b, struct tailor *tailor,
                                 const struct secrets *secrets)
{
    struct source *source = arena_copy(b->a, b->study->source, sizeof *source);
    struct block *root = blocks_without(b->a, source->root, &tailor->cuts, &tailor->order);
    if (secrets->list.n > 0 || secrets->author) {
        redact_blocks(b->a, secrets, root);
        source->front = redact_front(b->a, secrets, source->front);
    }
    source->root = root;
    memcpy(b->without, tailor->without, sizeof b->without);
    struct build *again = begin(b->a, source, b, b->metrics.shelf, b->d);
    again->study->optional.at = b->study->optional.at;
    again->study->optional.n = again->study->optional.cap = b->study->optional.n;
    return again;
}

static void finish(struct build *b)
{
    wishes_rename(b);
    build_parts(b);
    build_front_parts(b);
    figure_keys(b);
    lost_tell(b);
    wishes_facts(b);
    for (size_t i = 0; i < b->drafts.n; i++)
        vec_push(b->a, &b->study->sections, b->drafts.at[i].section);
    metrics_settle(b->a, b->study, b->study->front, &b->metrics, b->d);
    lost_tell_metrics(b);
    wishes_emphasise(b);
    hand_over(b);
}

const struct study *study_build(struct arena *a, const struct source *source,
                                const struct study_options *options, struct diags *d)
{
    static const struct study_options as_it_stands = {.drop = 0};
    options = options ? options : &as_it_stands;
    struct source *own = arena_copy(a, source, sizeof *source);
    struct str variant = variant_chosen(source->front, options->variant);
    own->front = variant_front(a, source->front, variant);
    struct build *b = begin(a, own, NULL, options->shelf, d);
    b->variant = variant;
    variant_check(a, source->front, options->variant, &b->outline, d);
    struct secrets secrets;
    struct tailor tailor = tailor_plan(b, options, &secrets);
    if (tailor_changes(&tailor))
        b = begin_again(b, &tailor, &secrets);
    for (size_t i = 0; i < secrets.list.n; i++)
        vec_push(a, &b->study->redacted, secrets.list.at[i].text);
    finish(b);
    return b->study;
}
