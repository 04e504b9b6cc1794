/* SPDX-License-Identifier: MIT */
/* model/metric_shape.c — numbers joined to values: steps, percentiles, gains in brackets. */
#include "model/metric_shape.h"

#include "base/vec.h"

/* Words between "p95" and its number: "p95 latency of", "p95 response time is now". */
#define PREFIX_REACH 5
/* Words between the ends of a step: "から", "提升到", "down to". */
#define STEP_REACH 3
/* Words between "from" and its number. */
#define FROM_REACH 4
/* Words between a value and its gain in brackets: "9 per month (−78%)". */
#define GAIN_REACH 5
/* Tokens on either side that a clause is looked at: beyond it nobody sees a connection. */
#define CLAUSE_REACH 48

static bool is_quantity(const struct phrase *p, size_t i)
{
    return phrase_is(p, i, TOKEN_QUANTITY);
}

/* a → b → c: as many arrows as there are. */
static void join_arrows(const struct phrase *p, struct shape *s)
{
    while (phrase_is(p, s->last, TOKEN_ARROW) && is_quantity(p, s->last + 1)) {
        s->start = s->first;
        s->head = s->last + 1;
        s->last += 2;
    }
}

/* Index of the second number of "from a to b", whose first is `i`; TOKEN_NONE where only words
 * that are no prepositions stand between. */
static size_t step_target(const struct phrase *p, size_t i, bool *has_from)
{
    bool to = false, verb = false;
    for (size_t at = i + 1; at <= i + 1 + STEP_REACH; at++) {
        if (is_quantity(p, at))
            return to ? at : TOKEN_NONE;
        unsigned word = phrase_word(p, at);
        if (phrase_is(p, at, TOKEN_OTHER)) /* the apostrophe of "%61'den" */
            continue;
        if (!(word & (WORD_TO | WORD_FROM | WORD_VERB | WORD_ADVERB | WORD_PARTICLE)))
            return TOKEN_NONE;
        to = to || (word & (WORD_TO | WORD_VERB | WORD_FROM));
        verb = verb || (word & WORD_VERB);
        *has_from = *has_from || (word & WORD_FROM) || (verb && (word & WORD_TO));
    }
    return TOKEN_NONE;
}

/* Index of a "from" before `i`, with a few words between: "from about", "from a peak of". */
static size_t from_before(const struct phrase *p, size_t i)
{
    for (size_t n = 1; n <= FROM_REACH && n <= i; n++) {
        unsigned word = phrase_word(p, i - n);
        if (word & WORD_FROM)
            return i - n;
        if (!phrase_is(p, i - n, TOKEN_WORD) || (word & (WORD_VERB | WORD_AND | WORD_TO)))
            break;
    }
    return TOKEN_NONE;
}

/* "from a to b" in any of the languages: before, between or behind. A verb may do for "from":
 * "dropped 200 ms to 80 ms". */
static void join_from_to(const struct phrase *p, struct shape *s)
{
    size_t i = s->first;
    size_t from = from_before(p, i);
    bool has_from = from != TOKEN_NONE;
    size_t target = step_target(p, i, &has_from);
    bool verb =
        i > 0 && (phrase_word(p, i - 1) & WORD_VERB) && !(phrase_word(p, i - 1) & WORD_TO);
    if (target == TOKEN_NONE || !(has_from || verb))
        return;
    s->start = i;
    s->head = target;
    s->last = target + 1;
    s->left = from != TOKEN_NONE ? from : i;
}

static bool is_connector(const struct phrase *p, size_t i)
{
    unsigned little = WORD_OF | WORD_AUX | WORD_STATE | WORD_ADVERB | WORD_BY | WORD_FROM |
                      WORD_AT | WORD_TO | WORD_PARTICLE;
    return phrase_is(p, i, TOKEN_EQUALS) || phrase_is(p, i, TOKEN_COLON) ||
           (phrase_word(p, i) & little);
}

/* "p95" before the value, with a few words such as "latency of" between. */
static void find_prefix(const struct phrase *p, struct shape *s)
{
    for (size_t n = 1; n <= PREFIX_REACH && n <= s->left; n++) {
        size_t at = s->left - n;
        const struct token *token = phrase_at(p, at);
        if (token->kind == TOKEN_WORD && token->percentile) {
            s->prefix = at;
            return;
        }
        if (token->kind != TOKEN_WORD && !is_connector(p, at))
            return;
    }
}

/* "50 ms p99", "50 ms at p99", "50 ms (p99)". */
static void find_suffix(const struct phrase *p, struct shape *s)
{
    size_t at = s->right;
    if (phrase_is(p, at, TOKEN_OPEN) || (phrase_word(p, at) & (WORD_AT | WORD_STOP)))
        at++;
    const struct token *token = phrase_at(p, at);
    if (s->prefix == TOKEN_NONE && token && token->kind == TOKEN_WORD &&
        token->percentile && !is_quantity(p, at + 1) && !is_connector(p, at + 1))
        s->suffix = at;
}

/* Index behind the bracket that opens at `open`, TOKEN_NONE where it stays open too long. */
static size_t close_of(const struct phrase *p, size_t open)
{
    for (size_t at = open + 1; at < open + 10 && at < p->tokens.n; at++)
        if (p->tokens.at[at].kind == TOKEN_CLOSE)
            return at + 1;
    return TOKEN_NONE;
}

static bool is_gain(const struct token *token)
{
    enum quantity_dim dim = token->q.dim;
    return token->q.sign != 0 || dim == QUANTITY_PERCENT || dim == QUANTITY_POINTS ||
           dim == QUANTITY_TIMES;
}

bool shape_is_rate_base(const struct phrase *p, size_t i)
{
    return i > 0 && is_quantity(p, i) && (phrase_word(p, i - 1) & WORD_PER);
}

/* "(−78%)" behind the words that belong to the value: "9 failures per month (−78%)". */
static void find_gain_of_phrase(const struct phrase *p, struct shape *s)
{
    size_t at = s->right;
    unsigned ends = WORD_AND | WORD_AT | WORD_VERB | WORD_PRONOUN | WORD_AUX;
    while (at < s->right + GAIN_REACH &&
           ((phrase_is(p, at, TOKEN_WORD) && !(phrase_word(p, at) & ends)) ||
            shape_is_rate_base(p, at)))
        at++;
    if (at == s->right || !phrase_is(p, at, TOKEN_OPEN) || !is_quantity(p, at + 1))
        return;
    const struct quantity *q = &p->tokens.at[at + 1].q;
    bool share = q->dim == QUANTITY_PERCENT || q->dim == QUANTITY_POINTS;
    if (share && q->sign != 0 && !phrase_is(p, at + 2, TOKEN_ARROW))
        s->gain = at + 1;
}

/* "(+32 %)", "(87% faster)": the same change told once more. */
static void find_gain(const struct phrase *p, struct shape *s)
{
    if (phrase_is(p, s->right, TOKEN_WORD)) {
        find_gain_of_phrase(p, s);
        return;
    }
    size_t close = phrase_is(p, s->right, TOKEN_OPEN) ? close_of(p, s->right) : TOKEN_NONE;
    size_t at = s->right + 1;
    if (close == TOKEN_NONE || !is_quantity(p, at) || !is_gain(phrase_at(p, at)))
        return;
    bool told = phrase_word(p, at + 1) & (WORD_CHANGE | WORD_COMPARE);
    bool change = s->start != TOKEN_NONE || phrase_at(p, at)->q.sign != 0 || told;
    if (!change || phrase_is(p, at + 1, TOKEN_ARROW))
        return;
    s->gain = at;
    s->right = close;
}

struct shape shape_at(const struct phrase *p, size_t i)
{
    struct shape s = {i,          i + 1,      i, TOKEN_NONE, TOKEN_NONE,
                      TOKEN_NONE, TOKEN_NONE, i, i + 1};
    join_arrows(p, &s);
    if (s.start == TOKEN_NONE)
        join_from_to(p, &s);
    s.right = s.last;
    find_prefix(p, &s);
    find_suffix(p, &s);
    find_gain(p, &s);
    if (s.suffix != TOKEN_NONE && s.right <= s.suffix)
        s.right = s.suffix;
    return s;
}

bool shape_behind(const struct phrase *p, size_t at, struct shape *out)
{
    bool comma = phrase_is(p, at, TOKEN_COMMA) && (phrase_word(p, at + 1) & WORD_FROM);
    if (!comma && !phrase_is(p, at, TOKEN_OPEN))
        return false;
    size_t first = at + 1;
    while (first < at + 4 && phrase_is(p, first, TOKEN_WORD))
        first++;
    if (!is_quantity(p, first))
        return false;
    *out = shape_at(p, first);
    return out->start != TOKEN_NONE && (comma || phrase_is(p, out->last, TOKEN_CLOSE));
}

size_t shape_instead(const struct phrase *p, size_t at)
{
    static const struct {
        const char *text;
        size_t words;
    } phrases[] = {
        {"instead of",     2},
        {"rather than",    2},
        {"statt",          1},
        {"anstatt",        1},
        {"au lieu de",     3},
        {"au lieu des",    3},
        {"en vez de",      3},
        {"en lugar de",    3},
        {"em vez de",      3},
        {"invece di",      2},
        {"in plaats van",  3},
        {"zamiast",        1},
        {"вместо",   1},
        {"замість", 1},
    };
    for (size_t i = 0; i < countof(phrases); i++)
        if (str_eq_nocase(phrase_text(p, at, at + phrases[i].words),
                          str_from(phrases[i].text)))
            return at + phrases[i].words;
    return at;
}

static bool ends_clause(const struct phrase *p, size_t i)
{
    return phrase_is(p, i, TOKEN_STOP) || phrase_is(p, i, TOKEN_BAR);
}

void phrase_clause(const struct phrase *p, size_t i, size_t *first, size_t *last)
{
    *first = *last = i;
    while (*first > 0 && i - *first < CLAUSE_REACH && !ends_clause(p, *first - 1))
        --*first;
    while (*last < p->tokens.n && *last - i < CLAUSE_REACH && !ends_clause(p, *last))
        ++*last;
}
