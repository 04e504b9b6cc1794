/* SPDX-License-Identifier: MIT */
/* model/metric_build.c — from a shape and its label to a metric. */
#include "model/metric_build.h"

#include "base/utf8.h"

static const struct quantity *quantity(const struct phrase *p, size_t i)
{
    return &p->tokens.at[i].q;
}

static struct str text_of(const struct phrase *p, size_t from, size_t to)
{
    return str_trim(str_sub(p->flat.text, from, to));
}

static enum change change_of(int64_t from, int64_t to)
{
    if (from == to)
        return CHANGE_NONE;
    return to > from ? CHANGE_UP : CHANGE_DOWN;
}

/* A number with its sign; the minus of a step's start counts. */
static int64_t with_sign(const struct quantity *q, int64_t micro)
{
    return q->sign < 0 ? -micro : micro;
}

/* Both ends of a step in the same unit: as written where the units are the same word, else in
 * the base unit of both. */
static void set_ends(const struct phrase *p, size_t start, size_t end, struct metric *m)
{
    const struct quantity *from = quantity(p, start), *to = quantity(p, end);
    m->from = text_of(p, from->from, from->to);
    m->to = text_of(p, to->from, to->to);
    if (from->dim != to->dim && from->dim != QUANTITY_COUNT)
        return;
    struct str from_unit = text_of(p, from->unit_from, from->to);
    struct str to_unit = text_of(p, to->unit_from, to->to);
    bool same = str_eq(from_unit, to_unit) || from->dim != to->dim;
    m->from_milli = with_sign(from, same ? from->number_micro : from->micro) / 1000;
    m->to_milli = with_sign(to, same ? to->number_micro : to->micro) / 1000;
    m->has_bars = m->from_milli > 0 && m->to_milli > 0;
}

static enum change step_change(const struct phrase *p, size_t start, size_t end)
{
    const struct quantity *from = quantity(p, start), *to = quantity(p, end);
    if (from->dim != to->dim && from->dim != QUANTITY_COUNT)
        return CHANGE_NONE;
    bool same = from->dim != to->dim;
    return change_of(with_sign(from, same ? from->number_micro : from->micro),
                     with_sign(to, same ? to->number_micro : to->micro));
}

static enum change signed_change(int sign)
{
    if (sign == 0)
        return CHANGE_NONE;
    return sign > 0 ? CHANGE_UP : CHANGE_DOWN;
}

/* From the step, the sign, the gain in brackets, or the words, in this order. */
static enum change direction_of(const struct phrase *p, const struct shape *s,
                                const struct telling *t, enum verdict more)
{
    size_t start = s->start != TOKEN_NONE ? s->start : t->earlier;
    if (start != TOKEN_NONE && step_change(p, start, s->head) != CHANGE_NONE)
        return step_change(p, start, s->head);
    if (quantity(p, s->head)->sign != 0)
        return signed_change(quantity(p, s->head)->sign);
    if (s->gain != TOKEN_NONE && quantity(p, s->gain)->sign != 0)
        return signed_change(quantity(p, s->gain)->sign);
    if (t->sign != 0 || !(t->better || t->worse) || more == VERDICT_UNKNOWN)
        return signed_change(t->sign);
    return (more == VERDICT_GOOD) == t->better ? CHANGE_UP : CHANGE_DOWN;
}

static enum verdict verdict_of(enum change direction, enum verdict more)
{
    if (direction == CHANGE_NONE || more == VERDICT_UNKNOWN)
        return VERDICT_UNKNOWN;
    return (direction == CHANGE_UP) == (more == VERDICT_GOOD) ? VERDICT_GOOD : VERDICT_BAD;
}

/* Whether more of it is good. Where the label does not tell: less time is better,
 * and bytes that became fewer were too many. */
static enum verdict more_of(const struct phrase *p, const struct shape *s, struct str label)
{
    enum verdict more = label_verdict(p->a, p->lex, label);
    bool time = quantity(p, s->head)->dim == QUANTITY_TIME;
    bool bytes = quantity(p, s->head)->dim == QUANTITY_BYTES && s->start != TOKEN_NONE &&
                 step_change(p, s->start, s->head) == CHANGE_DOWN;
    return more == VERDICT_UNKNOWN && (time || bytes) ? VERDICT_BAD : more;
}

static bool is_sentence_end(const struct phrase *p, size_t i)
{
    if (!phrase_is(p, i, TOKEN_STOP))
        return false;
    uint32_t c = text_peek(p->flat.text, p->tokens.at[i].from);
    return c != ';' && c != 0xFF1B;
}

/* The sentence round the value, its full stop included. */
static struct str sentence_of(const struct phrase *p, const struct shape *s)
{
    size_t first = s->first, last = s->last;
    while (first > 0 && s->first - first < 200 && !is_sentence_end(p, first - 1))
        first--;
    while (last < p->tokens.n && last - s->last < 200 && !is_sentence_end(p, last))
        last++;
    if (last < p->tokens.n && p->flat.text.p[p->tokens.at[last].from] != '\n')
        last++;
    return phrase_text(p, first, last);
}

/* "(from $2.10 to $1.32)" right behind the label. */
static void add_bracketed_ends(const struct phrase *p, const struct telling *t,
                               struct metric *m)
{
    struct shape step;
    if (m->from.n == 0 && shape_behind(p, t->end, &step))
        set_ends(p, step.start, step.head, m);
}

struct metric metric_build(const struct phrase *p, const struct shape *s,
                           const struct telling *t)
{
    const struct quantity *q = quantity(p, s->head);
    size_t from = p->tokens.at[s->first].from;
    size_t to = t->rate_end ? p->tokens.at[t->rate_end - 1].to : q->to;
    enum verdict more = more_of(p, s, t->label);
    struct metric m = {
        .value = text_of(p, from, to),
        .number = text_of(p, q->from, q->num_to),
        .unit = text_of(p, q->unit_from, to),
        .label = t->label,
        .direction = direction_of(p, s, t, more),
        .sentence = sentence_of(p, s),
        .span = flat_span(&p->flat, from, to),
    };
    if (s->prefix != TOKEN_NONE)
        m.prefix = phrase_text(p, s->prefix, s->prefix + 1);
    if (s->start != TOKEN_NONE)
        set_ends(p, s->start, s->head, &m);
    else if (t->earlier != TOKEN_NONE)
        set_ends(p, t->earlier, s->head, &m);
    add_bracketed_ends(p, t, &m);
    m.good = verdict_of(m.direction, more);
    bool says_better = t->better && s->start == TOKEN_NONE && q->sign >= 0;
    if (says_better || (t->better && m.good == VERDICT_UNKNOWN))
        m.good = VERDICT_GOOD;
    if (t->worse)
        m.good = VERDICT_BAD;
    return m;
}

/* One number filling the text, or false. */
static bool number_of(struct str text, struct str lang, struct quantity *q)
{
    return quantity_at(text, 0, lang, q);
}

static void set_hand_ends(struct metric *m, const struct metric_hand *hand, struct str lang)
{
    struct quantity from, to;
    m->from = hand->from.n ? hand->from : m->from;
    m->to = hand->to.n ? hand->to : m->to;
    m->has_bars = false;
    if (!number_of(m->from, lang, &from) || !number_of(m->to, lang, &to))
        return;
    bool same = from.dim != to.dim || str_eq(str_sub(m->from, from.unit_from, from.to),
                                             str_sub(m->to, to.unit_from, to.to));
    int64_t first = with_sign(&from, same ? from.number_micro : from.micro);
    int64_t second = with_sign(&to, same ? to.number_micro : to.micro);
    bool comparable = from.dim == to.dim || from.dim == QUANTITY_COUNT;
    m->from_milli = first / 1000;
    m->to_milli = second / 1000;
    m->has_bars = comparable && m->from_milli > 0 && m->to_milli > 0;
    if (comparable && m->direction == CHANGE_NONE)
        m->direction = change_of(first, second);
}

/* "down" says which way is good; a truth value says that it is. */
static enum verdict hand_verdict(struct str good, enum change direction)
{
    if (str_eq_nocase(good, S("up")) || str_eq_nocase(good, S("higher")))
        return verdict_of(direction, VERDICT_GOOD);
    if (str_eq_nocase(good, S("down")) || str_eq_nocase(good, S("lower")))
        return verdict_of(direction, VERDICT_BAD);
    if (str_eq_nocase(good, S("true")) || str_eq_nocase(good, S("yes")))
        return VERDICT_GOOD;
    if (str_eq_nocase(good, S("false")) || str_eq_nocase(good, S("no")))
        return VERDICT_BAD;
    return VERDICT_UNKNOWN;
}

void metric_set(struct arena *a, struct metric *m, const struct metric_hand *hand,
                const struct lexicon *lex)
{
    if (hand->from.n || hand->to.n)
        set_hand_ends(m, hand, lexicon_lang(lex));
    if (hand->label.n)
        m->label = hand->label;
    if (hand->note.n)
        m->note = hand->note;
    bool again = hand->label.n || hand->from.n || hand->to.n;
    if (again && m->good == VERDICT_UNKNOWN)
        m->good = verdict_of(m->direction, label_verdict(a, lex, m->label));
    /* "p95" says more than "to the first answer". */
    if (again && m->good == VERDICT_UNKNOWN)
        m->good = verdict_of(m->direction, label_verdict(a, lex, m->prefix));
    struct quantity to;
    bool time = hand->to.n && number_of(hand->to, lexicon_lang(lex), &to) &&
                to.dim == QUANTITY_TIME;
    if (time && m->good == VERDICT_UNKNOWN) /* as in prose, less of it is better */
        m->good = verdict_of(m->direction, VERDICT_BAD);
    if (hand->good.n)
        m->good = hand_verdict(hand->good, m->direction);
}
