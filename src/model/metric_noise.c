/* SPDX-License-Identifier: MIT */
/* model/metric_noise.c — numbers that count nothing: versions, sizes, ids, rules, intervals. */
#include "base/utf8.h"
#include "model/metric_shape.h"

#define ONE INT64_C(1000000)

/* Of a token that is known to be a number. */
static const struct quantity *quantity(const struct phrase *p, size_t i)
{
    return &p->tokens.at[i].q;
}

static const struct quantity *maybe_quantity(const struct phrase *p, size_t i)
{
    return phrase_is(p, i, TOKEN_QUANTITY) ? &p->tokens.at[i].q : NULL;
}

static bool is_step(const struct shape *s)
{
    return s->start != TOKEN_NONE;
}

static bool is_bare(const struct quantity *q)
{
    return q->dim == QUANTITY_COUNT && !q->suffixed && !q->rated;
}

/* "2024", "a 12-month pilot". */
static bool is_date(const struct phrase *p, const struct shape *s)
{
    const struct quantity *q = quantity(p, s->head);
    return q->adjective || q->year;
}

/* "per 1,000 queries". */
static bool is_rate_base(const struct phrase *p, const struct shape *s)
{
    return s->first > 0 && (phrase_word(p, s->first - 1) & WORD_PER) &&
           !(phrase_word(p, s->first - 1) & (WORD_BY | WORD_TO)) &&
           quantity(p, s->head)->dim == QUANTITY_COUNT;
}

/* "1x A10", "9× GPUs": how many machines. */
static bool is_machinery(const struct phrase *p, const struct shape *s)
{
    if (quantity(p, s->head)->dim != QUANTITY_TIMES || is_step(s))
        return false;
    if ((phrase_word(p, s->right) | phrase_word(p, s->right + 1)) & WORD_HARDWARE)
        return true;
    struct str word = phrase_text(p, s->right, s->right + 1);
    bool digit = false, capital = word.n > 0 && word.p[0] >= 'A' && word.p[0] <= 'Z';
    for (size_t i = 0; i < word.n; i++)
        digit = digit || (word.p[i] >= '0' && word.p[i] <= '9');
    return phrase_is(p, s->right, TOKEN_WORD) && capital && digit;
}

/* "Python 3.11+", "Step 4", "Debian 12": a number that is a name. */
static bool is_name(const struct phrase *p, const struct shape *s)
{
    size_t left = is_step(s) ? s->start : s->head;
    if (left == 0 || !is_bare(quantity(p, s->head)))
        return false;
    const struct token *before = phrase_at(p, left - 1);
    if (before->kind != TOKEN_WORD)
        return false;
    if (before->word.kind & WORD_ORDINAL)
        return true;
    const struct quantity *q = quantity(p, s->head);
    bool capital = text_peek(p->flat.text, before->from) < 0x80 &&
                   utf8_lower(text_peek(p->flat.text, before->from)) !=
                       text_peek(p->flat.text, before->from);
    return q->plus && q->decimals && capital && !(before->word.kind & WORD_SCORE);
}

static bool is_power_of_two(const struct quantity *q)
{
    int64_t n = q->number_micro / ONE;
    return is_bare(q) && !q->decimals && n >= 8 && (n & (n - 1)) == 0;
}

/* "32 → 1024 channels", "128 → 256 → 512": the shape of a network. */
static bool is_layers(const struct phrase *p, const struct shape *s)
{
    const struct quantity *q = quantity(p, s->head);
    if (!is_bare(q) || q->decimals)
        return false;
    unsigned near = phrase_word(p, s->right) | phrase_word(p, s->right + 1);
    if ((near & WORD_SIZE) && (is_step(s) || (phrase_word(p, s->right) & WORD_SIZE)))
        return true;
    return is_step(s) && is_power_of_two(q) && is_power_of_two(quantity(p, s->start));
}

/* "1min → 1h": the same number of another unit is a setting. */
static bool is_conversion(const struct phrase *p, const struct shape *s)
{
    if (!is_step(s))
        return false;
    const struct quantity *from = quantity(p, s->start), *to = quantity(p, s->head);
    return from->dim == QUANTITY_TIME && to->dim == QUANTITY_TIME &&
           from->number_micro == to->number_micro;
}

/* Whether something that may name the step stands right before it. */
static bool has_name_before(const struct phrase *p, const struct shape *s)
{
    size_t at = s->left;
    if (at > 0 && phrase_is(p, at - 1, TOKEN_OPEN))
        at--;
    if (at == 0)
        return false;
    if (phrase_is(p, at - 1, TOKEN_COLON) || phrase_is(p, at - 1, TOKEN_EQUALS))
        return true;
    unsigned little = WORD_AND | WORD_AT | WORD_STOP | WORD_PRONOUN | WORD_ARTICLE;
    return phrase_is(p, at - 1, TOKEN_WORD) && !(phrase_word(p, at - 1) & little);
}

/* "7 days → 1min, 30 days → 1h": a list of rules, each without a name. */
static bool is_rule(const struct phrase *p, const struct shape *s)
{
    if (!is_step(s) || quantity(p, s->head)->dim != QUANTITY_TIME || has_name_before(p, s))
        return false;
    size_t first, last;
    phrase_clause(p, s->head, &first, &last);
    int steps = 0;
    for (size_t i = first; i + 2 < last; i++) {
        const struct quantity *from = maybe_quantity(p, i), *to = maybe_quantity(p, i + 2);
        if (!from || !to || !phrase_is(p, i + 1, TOKEN_ARROW))
            continue;
        steps += from->dim == QUANTITY_TIME && to->dim == QUANTITY_TIME;
    }
    return steps >= 2;
}

/* "(0 → 100M Users)": the stages of a plan. */
static bool is_plan(const struct phrase *p, const struct shape *s)
{
    if (!is_step(s) || quantity(p, s->start)->number_micro != 0)
        return false;
    bool in_brackets = s->left > 0 && phrase_is(p, s->left - 1, TOKEN_OPEN);
    bool in_link = phrase_marks(p, s->start) & FLAT_LINK;
    return is_bare(quantity(p, s->start)) && (in_brackets || in_link);
}

/* A word of the clause before the value that makes its numbers settings: "version", "retention". */
static bool is_setting(const struct phrase *p, const struct shape *s)
{
    const struct quantity *q = quantity(p, s->head);
    if (!is_step(s) || (q->dim != QUANTITY_COUNT && q->dim != QUANTITY_TIME))
        return false;
    size_t first, last;
    phrase_clause(p, s->head, &first, &last);
    for (size_t i = first; i < last; i++)
        if (phrase_word(p, i) & WORD_VERSION)
            return true;
    return false;
}

/* "10 × 5 × 3 = 150". */
static bool is_arithmetic(const struct phrase *p, const struct shape *s)
{
    size_t left = s->first;
    if (phrase_is(p, s->last, TOKEN_TIMES) ||
        (left > 0 && phrase_is(p, left - 1, TOKEN_TIMES)))
        return true;
    if (left < 2 || !phrase_is(p, left - 1, TOKEN_EQUALS))
        return false;
    size_t at = left - 2;
    struct str word = phrase_text(p, at, at + 1);
    bool digits = word.n > 0 && word.p[0] >= '0' && word.p[0] <= '9';
    return maybe_quantity(p, at) || (phrase_is(p, at, TOKEN_WORD) && digits);
}

static bool is_confidence(const struct quantity *q)
{
    return q && q->dim == QUANTITY_PERCENT &&
           (q->number_micro == 90 * ONE || q->number_micro == 95 * ONE ||
            q->number_micro == 99 * ONE);
}

/* "95% CI: +9.8 to +15.1%", "CI[0.79, 1.00]": how sure a number is. */
static bool is_interval(const struct phrase *p, const struct shape *s)
{
    if (is_confidence(quantity(p, s->head)) && (phrase_word(p, s->right) & WORD_INTERVAL))
        return true;
    for (size_t n = 1; n <= 12 && n <= s->first; n++) {
        size_t at = s->first - n;
        if (phrase_is(p, at, TOKEN_STOP) || phrase_is(p, at, TOKEN_CLOSE))
            return false;
        if (!(phrase_word(p, at) & WORD_INTERVAL))
            continue;
        bool told = at > 0 && is_confidence(maybe_quantity(p, at - 1));
        return told || !phrase_is(p, at + 1, TOKEN_WORD);
    }
    return false;
}

/* "slower than 40 ms": a limit, not a measurement. "more than 40%" is one. */
static bool is_threshold(const struct phrase *p, const struct shape *s)
{
    if (s->left < 2 || !(phrase_word(p, s->left - 1) & WORD_THAN))
        return false;
    struct str word = phrase_text(p, s->left - 2, s->left - 1);
    return (phrase_word(p, s->left - 2) & WORD_COMPARE) &&
           !str_eq_nocase(word, S("more")) && !str_eq_nocase(word, S("less")) &&
           !str_eq_nocase(word, S("fewer"));
}

/* "between 15% and 18%", "zwischen 3 und 5": a value nobody could set large. */
static bool is_between(const struct phrase *p, const struct shape *s)
{
    static const char words[] =
        "between zwischen entre tra fra tussen między між между arasında";
    size_t at = s->first;
    bool second = at > 2 && (phrase_word(p, at - 1) & WORD_AND) &&
                  phrase_is(p, at - 2, TOKEN_QUANTITY);
    at -= second ? 2 : 0;
    bool first = second || ((phrase_word(p, at + 1) & WORD_AND) &&
                            phrase_is(p, at + 2, TOKEN_QUANTITY));
    return first && at > 0 && word_fits(str_lower(p->a, phrase_text(p, at - 1, at)), words);
}

/* "by a factor of 16": set large, the number would be a level. */
static bool is_factor(const struct phrase *p, const struct shape *s)
{
    size_t at = s->first;
    if (at > 0 && (phrase_word(p, at - 1) & (WORD_OF | WORD_ADVERB)))
        at--;
    struct str word = at > 0 ? phrase_text(p, at - 1, at) : S("");
    return word.n > 0 && word_fits(str_lower(p->a, word), "factor faktor facteur fattore");
}

/* "47/50" counts, "24/7" and "1/2" do not. */
static bool is_fraction(const struct phrase *p, const struct shape *s)
{
    const struct quantity *q = quantity(p, s->head);
    bool all = q->number_micro == q->over_micro && q->over_micro >= 3 * ONE;
    return q->dim == QUANTITY_RATIO &&
           (q->number_micro > q->over_micro || (q->over_micro < 5 * ONE && !all));
}

/* Bare numbers from … to are ids, versions and years unless a verb tells a change, or they are
 * written as scores are. */
static bool is_span(const struct phrase *p, const struct shape *s)
{
    if (!is_step(s) || phrase_is(p, s->start + 1, TOKEN_ARROW))
        return false;
    if (!is_bare(quantity(p, s->start)) || !is_bare(quantity(p, s->head)))
        return false;
    size_t first, last;
    phrase_clause(p, s->head, &first, &last);
    for (size_t i = first; i < last; i++)
        if (phrase_word(p, i) & (WORD_VERB | WORD_SCORE | WORD_CHANGE))
            return false;
    return true;
}

bool shape_is_noise(const struct phrase *p, const struct shape *s)
{
    static bool (*const tests[])(const struct phrase *, const struct shape *) = {
        is_date, is_rate_base, is_machinery,  is_name,     is_layers,   is_conversion,
        is_rule, is_plan,      is_arithmetic, is_interval, is_fraction, is_setting,
        is_span, is_threshold, is_between,    is_factor,
    };
    for (size_t i = 0; i < countof(tests); i++)
        if (tests[i](p, s))
            return true;
    return false;
}
