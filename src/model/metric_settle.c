/* SPDX-License-Identifier: MIT */
/* model/metric_settle.c — one story a metric: doubles removed, headlines joined to their steps. */
#include "base/utf8.h"
#include "model/metric_build.h"
#include "model/metric_front.h"

/* Pairs are looked for among this many: a study tells few numbers, a hostile file many. */
#define SETTLE_MAX 400

static bool is_word_byte(struct str s, size_t i)
{
    size_t at = i;
    return utf8_is_word(utf8_next(s, &at));
}

/* The next word of a label; empty at the end. */
static struct str next_word(struct str s, size_t *at)
{
    while (*at < s.n && !is_word_byte(s, *at))
        *at = text_step(s, *at);
    size_t from = *at;
    while (*at < s.n && is_word_byte(s, *at))
        *at = text_step(s, *at);
    return str_sub(s, from, *at);
}

/* Words that do not tell one metric from another. */
static bool is_weak(struct str word, const struct lexicon *lex)
{
    unsigned little = WORD_ARTICLE | WORD_OF | WORD_PER | WORD_AND | WORD_STOP | WORD_BY |
                      WORD_AT | WORD_TO | WORD_FROM | WORD_ADVERB | WORD_COMPARE |
                      WORD_CHANGE | WORD_PARTICLE;
    return word_find(lex, word).kind & little;
}

/* Same word, or same but for an ending: "query", "queries"; "ticket", "tickets". */
static bool same_word(struct str one, struct str other)
{
    size_t n = one.n < other.n ? one.n : other.n;
    size_t longer = one.n > other.n ? one.n : other.n;
    if (str_eq(one, other))
        return true;
    size_t stem = n > 4 ? n - 1 : n;
    return n >= 4 && longer - n <= 2 &&
           str_eq(str_sub(one, 0, stem), str_sub(other, 0, stem));
}

static bool has_word(struct str label, struct str word)
{
    size_t at = 0;
    for (struct str w = next_word(label, &at); w.n; w = next_word(label, &at))
        if (same_word(w, word))
            return true;
    return false;
}

int metric_overlap(struct arena *a, struct str one, struct str other,
                   const struct lexicon *lex)
{
    one = str_lower(a, one);
    other = str_lower(a, other);
    int counts[2][2] = {{0}};
    for (int side = 0; side < 2; side++) {
        struct str mine = side ? other : one, theirs = side ? one : other;
        size_t at = 0;
        for (struct str w = next_word(mine, &at); w.n; w = next_word(mine, &at)) {
            if (is_weak(w, lex))
                continue;
            counts[side][0]++;
            counts[side][1] += has_word(theirs, w);
        }
    }
    int shorter = counts[0][0] <= counts[1][0] ? 0 : 1;
    return counts[shorter][0] ? counts[shorter][1] * 1000 / counts[shorter][0] : 0;
}

/* A metric as numbers, as far as it is one. */
struct figures {
    bool known;
    struct quantity q;
    int64_t from, to; /* thousandths */
};

static struct figures figures_of(const struct metric *m, struct str lang)
{
    struct figures f = {.from = m->from_milli, .to = m->to_milli};
    f.known = m->value.n && quantity_at(m->value, 0, lang, &f.q);
    return f;
}

static int64_t magnitude(int64_t n)
{
    return n < 0 ? -n : n;
}

/* Near enough for numbers that were rounded by hand: a fiftieth, or half a unit. */
static bool is_near(int64_t milli, int64_t told_milli)
{
    int64_t off = magnitude(milli - told_milli);
    return off <= 500 || off <= magnitude(told_milli) / 50;
}

/* Whether the headline is what the step makes: a relative or absolute change, a ratio, or the
 * level it ends at. */
static bool agrees(const struct metric *head, const struct metric *step, struct str lang)
{
    struct figures h = figures_of(head, lang), s = figures_of(step, lang);
    if (!h.known)
        return false;
    if (metric_same_value(head->value, step->to))
        return true;
    int64_t told = h.q.number_micro / 1000;
    bool big = s.from > INT64_MAX / 200000 || s.to > INT64_MAX / 200000;
    if (!step->has_bars || s.from <= 0 || s.to <= 0 || big)
        return false;
    int64_t relative = (s.to - s.from) * 100000 / s.from;
    if (h.q.dim == QUANTITY_PERCENT)
        return is_near(magnitude(relative), told) ||
               is_near(magnitude(s.to - s.from), told);
    if (h.q.dim == QUANTITY_MONEY && s.q.dim == QUANTITY_MONEY) /* what was saved */
        return is_near(magnitude(s.to - s.from), told);
    if (h.q.dim == QUANTITY_POINTS)
        return is_near(magnitude(s.to - s.from), told);
    if (h.q.dim == QUANTITY_TIMES)
        return is_near(s.to * 1000 / s.from, told) || is_near(s.from * 1000 / s.to, told);
    return false;
}

static bool directions_fit(const struct metric *one, const struct metric *other)
{
    return one->direction == CHANGE_NONE || other->direction == CHANGE_NONE ||
           one->direction == other->direction;
}

/* Removed metrics have an empty value until the list is closed up. */
static bool is_gone(const struct metric *m)
{
    return m->value.n == 0;
}

static void join(struct metric *head, struct metric *step)
{
    head->from = step->from;
    head->to = step->to;
    head->from_milli = step->from_milli;
    head->to_milli = step->to_milli;
    head->has_bars = step->has_bars;
    if (head->direction == CHANGE_NONE) {
        head->direction = step->direction;
        head->good = step->good;
    }
    step->value.n = 0;
}

static size_t looked_at(const struct metrics *out)
{
    return out->list.n < SETTLE_MAX ? out->list.n : SETTLE_MAX;
}

/* The step that tells the headline's story best, NULL where none does. */
static struct metric *step_for(struct arena *a, struct metrics *out, size_t head,
                               const struct lexicon *lex)
{
    const struct metric *h = &out->list.at[head];
    struct metric *best = NULL;
    int best_overlap = 499;
    for (size_t i = 0; i < looked_at(out); i++) {
        struct metric *step = &out->list.at[i];
        if (i == head || is_gone(step) || step->from.n == 0 || !directions_fit(h, step))
            continue;
        int same = metric_overlap(a, h->label, step->label, lex);
        if (same > best_overlap && agrees(h, step, lexicon_lang(lex))) {
            best = step;
            best_overlap = same;
        }
    }
    return best;
}

static void pair(struct arena *a, struct metrics *out, const struct lexicon *lex)
{
    for (size_t i = 0; i < looked_at(out); i++) {
        struct metric *head = &out->list.at[i];
        if (is_gone(head) || head->from.n || head->label.n == 0)
            continue;
        struct metric *step = step_for(a, out, i, lex);
        if (step)
            join(head, step);
    }
}

static struct str without_sign(struct str value)
{
    static const char *const signs[] = {"-", "+", "−", "–", "±"};
    for (size_t i = 0; i < countof(signs); i++)
        if (str_starts(value, str_from(signs[i])))
            return str_trim(str_sub(value, str_from(signs[i]).n, value.n));
    return value;
}

/* "−40%" and "40% less" are one change. */
static bool same_change(const struct metric *one, const struct metric *other)
{
    return one->direction == other->direction && one->direction != CHANGE_NONE &&
           metric_same_value(without_sign(one->value), without_sign(other->value));
}

/* The same amount, in whatever unit: "48m" and "48 min"; a bare number may be short for either. */
static bool same_amount(struct str one, struct str other, struct str lang)
{
    struct quantity q, r;
    if (!quantity_at(one, 0, lang, &q) || !quantity_at(other, 0, lang, &r) ||
        q.sign != r.sign)
        return false;
    bool bare = q.dim == QUANTITY_COUNT || r.dim == QUANTITY_COUNT;
    return q.dim == r.dim ? q.micro == r.micro : bare && q.number_micro == r.number_micro;
}

/* "fell from 48m to 11m" and a row "48 min | 11 min". */
static bool same_step(const struct metric *one, const struct metric *other, struct str lang)
{
    return one->from.n > 0 && other->from.n > 0 && one->label.n > 0 && other->label.n > 0 &&
           same_amount(one->from, other->from, lang) &&
           same_amount(one->to, other->to, lang);
}

static bool is_double(struct arena *a, const struct metric *one, const struct metric *other,
                      const struct lexicon *lex)
{
    bool change = same_change(one, other) && one->label.n > 0 && other->label.n > 0;
    bool step = same_step(one, other, lexicon_lang(lex));
    if (!change && !step && !metric_same_value(one->value, other->value))
        return false;
    bool nameless = one->label.n == 0 || other->label.n == 0;
    return nameless || metric_overlap(a, one->label, other->label, lex) >= 500;
}

/* Keep the better placed of two, with what only the other knows. */
static void merge(struct metric *one, struct metric *other)
{
    bool keep_one = one->rank <= other->rank;
    struct metric *kept = keep_one ? one : other, *lost = keep_one ? other : one;
    if (kept->label.n == 0)
        kept->label = lost->label;
    if (kept->good == VERDICT_UNKNOWN)
        kept->good = lost->good;
    if (kept->direction == CHANGE_NONE)
        kept->direction = lost->direction;
    if (kept->from.n == 0 && lost->from.n)
        join(kept, lost);
    lost->value.n = 0;
}

static void merge_doubles(struct arena *a, struct metrics *out, const struct lexicon *lex)
{
    for (size_t i = 0; i < looked_at(out); i++)
        for (size_t j = i + 1; j < looked_at(out); j++) {
            struct metric *one = &out->list.at[i], *other = &out->list.at[j];
            if (!is_gone(one) && !is_gone(other) && is_double(a, one, other, lex))
                merge(one, other);
        }
}

static void close_up(struct metrics *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < out->list.n; i++)
        if (!is_gone(&out->list.at[i]))
            out->list.at[kept++] = out->list.at[i];
    out->list.n = kept;
}

void metrics_settle(struct arena *a, const struct study *study, const struct yaml *front,
                    struct metrics *out, struct diags *d)
{
    const struct lexicon *lex = metrics_lexicon(a, out, study->lang);
    merge_doubles(a, out, lex);
    pair(a, out, lex);
    close_up(out);
    metrics_from_front(a, study, front, out, d);
}
