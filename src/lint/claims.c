/* SPDX-License-Identifier: MIT */
/* lint/claims.c — claims of the TL;DR against what the rest of the study says. */
#include "base/utf8.h"
#include "lint/rules.h"
#include "model/metric_value.h"

/* Bounds on the comparison of all pairs; a study has about ten metrics. */
#define CLAIMS_MAX 40
#define OTHERS_MAX 400
#define LABEL_WORDS 12

struct words {
    struct str at[LABEL_WORDS];
    size_t n;
};

/* Words that say nothing about what is measured. */
static bool is_filler(struct str word)
{
    static const char *const fillers[] = {"the",  "a",    "of",   "per",   "in",    "to",
                                          "our",  "by",   "for",  "at",    "on",    "with",
                                          "and",  "from", "all",  "was",   "is",    "now",
                                          "than", "less", "more", "lower", "higher"};
    for (size_t i = 0; i < countof(fillers); i++) {
        if (str_eq(word, str_from(fillers[i])))
            return true;
    }
    return false;
}

static struct words words_of(struct arena *a, const struct metric *m)
{
    struct words words = {.n = 0};
    struct str word;
    for (size_t i = 0; word_next(m->label, S("-"), &i, &word) && words.n < LABEL_WORDS;) {
        struct str lower = str_lower(a, word);
        if (!is_filler(lower))
            words.at[words.n++] = lower;
    }
    return words;
}

/* Do two labels name one thing? Most words of the shorter and half of the longer are the same. */
static bool same_subject(struct arena *a, const struct metric *m, const struct metric *n)
{
    struct words x = words_of(a, m), y = words_of(a, n);
    size_t common = 0;
    for (size_t i = 0; i < x.n; i++) {
        for (size_t k = 0; k < y.n; k++)
            common += str_eq(x.at[i], y.at[k]);
    }
    size_t less = x.n < y.n ? x.n : y.n, more = x.n < y.n ? y.n : x.n;
    return common > 0 && common * 3 >= less * 2 && common * 2 >= more &&
           str_eq_nocase(m->prefix, n->prefix);
}

static int64_t size_of(int64_t x)
{
    return x < 0 ? -x : x;
}

/* Changes are compared in thousandths of a percent, or of a point. */
#define SLACK_DECIMALS 200 /* both ends are rounded themselves */
#define SLACK_WHOLE 1000
#define CHANGE_MAX (INT64_MAX / 100000)

/* Do "+12.4%" and "61.2% → 68.8%" say the same? The change may be meant relative or in points. */
static bool change_agrees(const struct quantity *change, const struct metric *bars)
{
    int64_t points = size_of(bars->to_milli - bars->from_milli);
    if (bars->from_milli == 0 || points > CHANGE_MAX)
        return true; /* nothing to compare with */
    int64_t said = size_of(change->number_micro) / 1000;
    int64_t relative = points * 100000 / size_of(bars->from_milli);
    int64_t slack = change->decimals ? SLACK_DECIMALS : SLACK_WHOLE;
    return size_of(said - relative) < slack || size_of(said - points) < slack;
}

static bool is_loose(const struct quantity *q)
{
    return q->approx || q->bound || q->plus || q->range;
}

static bool opposite(const struct metric *m, const struct metric *n)
{
    return m->direction != CHANGE_NONE && n->direction != CHANGE_NONE &&
           m->direction != n->direction;
}

/* Both read as numbers of one kind, and say different things. */
static bool disagree(const struct lint *l, const struct metric *m, const struct metric *n)
{
    struct quantity x, y;
    bool read = quantity_at(m->value, 0, l->study->lang, &x) &&
                quantity_at(n->value, 0, l->study->lang, &y);
    if (!read || is_loose(&x) || is_loose(&y))
        return false;
    if (n->has_bars && !m->has_bars && x.dim == QUANTITY_PERCENT &&
        m->direction != CHANGE_NONE)
        return !change_agrees(&x, n);
    if (m->has_bars != n->has_bars || x.dim != y.dim)
        return false;
    bool changes = m->direction != CHANGE_NONE || n->direction != CHANGE_NONE;
    if (changes && (m->direction == CHANGE_NONE || n->direction == CHANGE_NONE) &&
        x.sign + y.sign)
        return false; /* "+12%" against "12%": a change and a level */
    return size_of(x.micro) != size_of(y.micro) || opposite(m, n);
}

static bool in_tldr(const struct study *s, const struct metric *m)
{
    return m->section < s->sections.n && s->sections.at[m->section].kind == SECTION_TLDR;
}

void lint_claims(const struct lint *l)
{
    const struct study *s = l->study;
    size_t claims = 0;
    for (size_t i = 0; i < s->metrics.n && claims < CLAIMS_MAX; i++) {
        const struct metric *m = &s->metrics.at[i];
        if (!in_tldr(s, m) || m->label.n == 0)
            continue;
        claims++;
        for (size_t k = 0; k < s->metrics.n && k < OTHERS_MAX; k++) {
            const struct metric *n = &s->metrics.at[k];
            if (in_tldr(s, n) || !same_subject(l->a, m, n) || !disagree(l, m, n))
                continue;
            diag_push(l->d, D_L0305, n->span,
                      "“%.*s” disagrees with “%.*s” in the TL;DR, line %u", STR(n->value),
                      STR(m->value), m->span.line);
        }
    }
}
