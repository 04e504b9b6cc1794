/* SPDX-License-Identifier: MIT */
/* model/metric_polarity.c — whether more of something is good news. */
#include "base/utf8.h"
#include "base/vec.h"
#include "model/metric_words.h"

/* "lead-time" by itself or, failing that, by its last part; "cost/1k" by its first. */
static enum verdict part_verdict(const struct lexicon *lex, struct str word)
{
    struct str free = S("-free"); /* "crash-free sessions" */
    if (str_ends(word, free) &&
        word_verdict(lex, str_sub(word, 0, word.n - free.n)) == VERDICT_BAD)
        return VERDICT_GOOD;
    enum verdict verdict = word_verdict(lex, word);
    for (size_t i = word.n; verdict == VERDICT_UNKNOWN && i-- > 0;)
        if (word.p[i] == '-' || word.p[i] == '_' || word.p[i] == '/' || word.p[i] == '@')
            verdict = word_verdict(lex, str_sub(word, i + 1, word.n));
    if (verdict == VERDICT_UNKNOWN)
        verdict = word_verdict(lex, str_sub(word, 0, str_find_byte(word, '/', 0)));
    return verdict;
}

static bool ends_head(struct str word)
{
    return word_fits(
        word,
        "per for to of in on with at by pro par por для на на за von de di для za im");
}

/* The next word of `text` from `*at` on; empty at the end. */
static struct str next_word(struct str text, size_t *at)
{
    size_t from = text.n;
    while (*at < text.n) {
        size_t here = *at;
        uint32_t c = utf8_next(text, at);
        bool inside =
            utf8_is_word(c) ||
            (from < here && (c == '-' || c == '/' || c == '@' || c == '_' || c == '.'));
        if (inside && from == text.n)
            from = here;
        if (!inside && from < text.n)
            return str_sub(text, from, here);
    }
    return str_sub(text, from, text.n);
}

/* The head of a label is what stands before "per" or "to", and its last telling word decides:
 * "resolution time", "time to resolution" and "hours saved" all come out right. */
enum verdict label_verdict(struct arena *a, const struct lexicon *lex, struct str label)
{
    struct str text = str_lower(a, label);
    enum verdict head = VERDICT_UNKNOWN, any = VERDICT_UNKNOWN;
    bool in_head = true;
    size_t at = 0;
    for (struct str word = next_word(text, &at); word.n; word = next_word(text, &at)) {
        if (ends_head(word)) {
            in_head = head == VERDICT_UNKNOWN && in_head;
            continue;
        }
        enum verdict verdict = part_verdict(lex, word);
        if (verdict == VERDICT_UNKNOWN)
            continue;
        any = verdict;
        if (in_head)
            head = verdict;
    }
    return head != VERDICT_UNKNOWN ? head : any;
}
