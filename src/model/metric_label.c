/* SPDX-License-Identifier: MIT */
/* model/metric_label.c — what a number is the number of, found in the words round it. */
#include "model/metric_label.h"

/* How far before the bracket of a gain its number may stand. */
#define GAIN_WORDS 8

static const struct quantity *head(const struct phrase *p, const struct shape *s)
{
    return &p->tokens.at[s->head].q;
}

static bool is_word(const struct phrase *p, size_t i)
{
    return phrase_is(p, i, TOKEN_WORD);
}

static unsigned kinds_of(const struct phrase *p, size_t first, size_t last)
{
    unsigned kinds = 0;
    for (size_t i = first; i < last; i++)
        kinds |= phrase_word(p, i);
    return kinds;
}

static bool is_share(enum quantity_dim dim)
{
    return dim == QUANTITY_PERCENT || dim == QUANTITY_POINTS || dim == QUANTITY_TIMES;
}

/* A change follows its name, a level stands before it. */
static bool is_change(const struct phrase *p, const struct shape *s)
{
    return s->start != TOKEN_NONE || head(p, s)->sign != 0;
}

/* "revenue increased 54%": the verb needs no object when a share follows it. */
static bool subject_wins(const struct phrase *p, const struct shape *s,
                         const struct telling *t)
{
    unsigned verb = phrase_word(p, t->left.verb);
    if (t->right.kind == RIGHT_OF)
        return false;
    if (verb & WORD_SUBJECT)
        return true;
    return (verb & WORD_VERB) && !(verb & WORD_BETTER) && is_share(head(p, s)->dim);
}

static bool noun_wins(const struct phrase *p, const struct shape *s,
                      const struct telling *t)
{
    if (is_change(p, s) || phrase_is(p, t->right.last, TOKEN_QUANTITY))
        return true;
    return phrase_word(p, t->left.last - 1) & WORD_SCORE;
}

static bool left_wins(const struct phrase *p, const struct shape *s,
                      const struct telling *t)
{
    if (t->right.kind < RIGHT_PER && t->right.kind != RIGHT_NONE &&
        t->left.kind == LEFT_NONE)
        return false;
    if (t->right.kind < RIGHT_PER)
        return true;
    if (t->right.kind == RIGHT_PER && t->left.kind != LEFT_NONE)
        return true;
    switch ((enum left_kind)t->left.kind) {
    case LEFT_NONE:
        return false;
    case LEFT_KEY:
    case LEFT_OBJECT_BY:
    case LEFT_SUBJECT_BY:
        return true;
    case LEFT_CHANGE_OF:
        return false;
    case LEFT_OBJECT:
        return is_change(p, s);
    case LEFT_SUBJECT:
        return subject_wins(p, s, t);
    case LEFT_NOUN:
        return noun_wins(p, s, t);
    }
    return false;
}

/* "p95 latency", as far as it is a name. */
static struct side percentile_label(const struct phrase *p, const struct shape *s)
{
    bool before = s->prefix != TOKEN_NONE;
    size_t at = before ? s->prefix : s->suffix;
    struct side side = {before ? (int)LEFT_KEY : (int)RIGHT_NOUN, at, at + 1, TOKEN_NONE};
    unsigned little = WORD_OF | WORD_AUX | WORD_STATE | WORD_VERB | WORD_BY | WORD_FROM |
                      WORD_TO | WORD_AT | WORD_AND | WORD_STOP | WORD_ADVERB | WORD_GOAL |
                      WORD_PARTICLE | WORD_PRONOUN;
    size_t limit = before ? s->left : at + 4;
    while (side.last < limit && is_word(p, side.last) &&
           !(phrase_word(p, side.last) & little))
        side.last++;
    little |= WORD_ARTICLE | WORD_GENERIC | WORD_CHANGE | WORD_COMPARE;
    while (before && side.first > 0 && at - side.first < 3 && is_word(p, side.first - 1) &&
           !(phrase_word(p, side.first - 1) & little))
        side.first--;
    return side;
}

/* "improved latency by 40% and recall by 12%": the verb of the first clause speaks of the second. */
static size_t carried_verb(const struct phrase *p, const struct shape *s,
                           const struct telling *t)
{
    bool by =
        s->left < s->first || (s->left > 0 && (phrase_word(p, s->left - 1) & WORD_BY));
    if (!by || t->left.kind != LEFT_NOUN)
        return TOKEN_NONE;
    size_t first, last;
    phrase_clause(p, s->first, &first, &last);
    for (size_t i = t->left.first; i > first; i--)
        if ((phrase_word(p, i - 1) & WORD_VERB) && !phrase_is(p, i - 2, TOKEN_QUANTITY))
            return i - 1;
    return TOKEN_NONE;
}

/* The verb or noun of change that speaks of the value. */
static size_t change_word(const struct phrase *p, const struct shape *s,
                          const struct telling *t)
{
    if (t->left.verb != TOKEN_NONE &&
        (phrase_word(p, t->left.verb) & (WORD_VERB | WORD_CHANGE)))
        return t->left.verb;
    if (s->gain != TOKEN_NONE &&
        (phrase_word(p, s->gain + 1) & (WORD_CHANGE | WORD_COMPARE)))
        return s->gain + 1;
    for (size_t i = t->right.first; i < t->right.last; i++)
        if (phrase_word(p, i) & (WORD_CHANGE | WORD_COMPARE))
            return i;
    for (size_t i = s->right; i < s->right + 8; i++) {
        if (phrase_is(p, i, TOKEN_QUANTITY) || phrase_is(p, i, TOKEN_STOP) ||
            phrase_is(p, i, TOKEN_COMMA) || (phrase_word(p, i) & WORD_AND))
            break;
        if (phrase_word(p, i) & (WORD_VERB | WORD_COMPARE | WORD_CHANGE))
            return i;
    }
    for (size_t i = t->left.first; t->from_left && i < t->left.last; i++)
        if (phrase_word(p, i) & WORD_CHANGE)
            return i;
    return carried_verb(p, s, t);
}

/* A modal or a word of intent earlier in the clause. */
static bool is_goal(const struct phrase *p, const struct shape *s)
{
    size_t first, last;
    phrase_clause(p, s->first, &first, &last);
    for (size_t i = s->first; i > first; i--) {
        if (phrase_is(p, i - 1, TOKEN_QUANTITY))
            return false;
        if (phrase_word(p, i - 1) & WORD_GOAL)
            return true;
    }
    return false;
}

/* "$0.42 per 1k requests", whose label is elsewhere: the rate belongs to the value, as does
 * "a year" always. */
static size_t rate_end(const struct phrase *p, const struct shape *s,
                       const struct telling *t)
{
    bool named = t->from_left && t->left.kind != LEFT_NONE;
    bool rate = t->right.kind == RIGHT_TIME || (named && t->right.kind == RIGHT_PER);
    bool level = s->start == TOKEN_NONE && !is_share(head(p, s)->dim);
    return rate && level ? t->right.last : 0;
}

/* "4,200 req/s (up from 900)", "3.2 days, down from 5.1", "78 ms (was 214 ms)", "7 min instead of
 * 23 min". */
static size_t earlier_value(const struct phrase *p, const struct shape *s, size_t end)
{
    bool joined = phrase_is(p, end, TOKEN_OPEN) || phrase_is(p, end, TOKEN_COMMA);
    size_t first = joined ? end + 1 : end, behind = shape_instead(p, first);
    bool told = behind > first, verb = told;
    for (size_t at = behind; s->start == TOKEN_NONE && at < end + 5; at++) {
        if (phrase_is(p, at, TOKEN_QUANTITY)) {
            enum quantity_dim dim = p->tokens.at[at].q.dim;
            bool bare = dim == QUANTITY_COUNT && !is_share(head(p, s)->dim);
            bool same =
                (dim == head(p, s)->dim || bare) && !(phrase_word(p, at + 1) & WORD_TO);
            return told && same && (joined || verb) && !phrase_is(p, at + 1, TOKEN_ARROW)
                       ? at
                       : TOKEN_NONE;
        }
        unsigned kind = phrase_word(p, at);
        bool was = joined && str_eq_nocase(phrase_text(p, at, at + 1), S("was"));
        told = told || (kind & WORD_FROM) || was;
        verb = verb || (kind & WORD_VERB);
        if (!was && !(kind & (WORD_FROM | WORD_VERB | WORD_COMPARE | WORD_ADVERB)))
            return TOKEN_NONE;
    }
    return TOKEN_NONE;
}

/* "a 37% reduction of" and "a reduction of 37% in cost": what is reduced stands behind. */
static struct side behind_change(const struct phrase *p, const struct shape *s)
{
    struct shape rest = *s;
    if (phrase_word(p, s->right) & WORD_STOP)
        rest.right++;
    struct side side = label_right(p, &rest);
    if (side.kind == RIGHT_NONE || side.kind == RIGHT_COMPARE)
        side.kind = RIGHT_NONE;
    return side;
}

static void choose(const struct phrase *p, const struct shape *s, struct telling *t)
{
    t->left = label_left(p, s);
    t->right = label_right(p, s);
    if (t->left.kind == LEFT_CHANGE_OF) {
        struct side behind = behind_change(p, s);
        t->right = behind.kind != RIGHT_NONE ? behind : t->right;
    }
    t->from_left = left_wins(p, s, t) && t->left.kind != LEFT_NONE;
    if (t->left.kind == LEFT_CHANGE_OF && t->right.kind != RIGHT_NONE)
        t->from_left = false;
    bool named =
        t->from_left && t->left.kind >= LEFT_OBJECT_BY && t->left.kind != LEFT_SUBJECT;
    if (s->prefix != TOKEN_NONE || (s->suffix != TOKEN_NONE && !named)) {
        struct side side = percentile_label(p, s);
        t->from_left = s->prefix != TOKEN_NONE;
        *(t->from_left ? &t->left : &t->right) =
            (struct side){side.kind, side.first, side.last, t->left.verb};
    }
}

/* Korean marks objects and topics by a syllable at the end of the word. */
static struct str without_particle(struct str label)
{
    static const char *const particles[] = {"을", "를", "은", "는"};
    for (size_t i = 0; i < countof(particles); i++)
        if (str_ends(label, str_from(particles[i])) && label.n > 3)
            return str_sub(label, 0, label.n - 3);
    return label;
}

/* "1,5 M€ d'économies": French and Italian join a little word by an apostrophe. */
static struct str without_elision(struct str label)
{
    struct str rest = str_sub(label, 1, label.n);
    bool joined = label.n > 4 && (label.p[0] == 'd' || label.p[0] == 'l');
    if (joined && str_starts(rest, S("'")))
        return str_sub(rest, 1, rest.n);
    if (joined && str_starts(rest, S("’")))
        return str_sub(rest, S("’").n, rest.n);
    return label;
}

/* "£6.4k per month in recovered chair time": what the money is in stands behind its rate. */
static void name_behind_rate(const struct phrase *p, const struct shape *s,
                             struct telling *t)
{
    struct shape rest = *s;
    rest.right = t->right.last;
    if (head(p, s)->dim != QUANTITY_MONEY || !(phrase_word(p, rest.right) & WORD_STOP))
        return;
    struct side side = label_right(p, &rest);
    if (side.kind <= RIGHT_TIME)
        return;
    t->label = phrase_text(p, side.first, side.last);
    t->kinds = kinds_of(p, side.first, side.last);
}

/* The number whose gain in brackets `s` is, "9 per month (−78%)"; TOKEN_NONE where it is none's. */
static size_t gained_by(const struct phrase *p, const struct shape *s)
{
    if (s->first == 0 || !phrase_is(p, s->first - 1, TOKEN_OPEN))
        return TOKEN_NONE;
    for (size_t n = 2; n <= GAIN_WORDS && n <= s->first; n++) {
        size_t at = s->first - n;
        if (phrase_is(p, at, TOKEN_QUANTITY) && !shape_is_rate_base(p, at))
            return shape_at(p, at).gain == s->first ? at : TOKEN_NONE;
    }
    return TOKEN_NONE;
}

struct telling label_find(const struct phrase *p, const struct shape *s)
{
    size_t whole = gained_by(p, s);
    if (whole != TOKEN_NONE) { /* it is the change of what that is the level of */
        struct shape level = shape_at(p, whole);
        struct telling of = label_find(p, &level);
        of.rate_end = 0;
        of.earlier = TOKEN_NONE;
        of.end = s->right;
        return of;
    }
    struct telling t = {.goal = is_goal(p, s)};
    choose(p, s, &t);
    const struct side *side = t.from_left ? &t.left : &t.right;
    bool part = side == &t.right && side->kind == RIGHT_OF;
    if (part && (is_change(p, s) || (phrase_word(p, t.left.verb) & WORD_VERB)))
        t.right.first++; /* "cut 37% of infra cost" */
    if (side->kind != 0 && !(side == &t.right && side->kind == RIGHT_TIME)) {
        t.label =
            without_elision(without_particle(phrase_text(p, side->first, side->last)));
        t.kinds = kinds_of(p, side->first, side->last);
    }
    if (t.label.n == 0 && side->kind == RIGHT_TIME)
        name_behind_rate(p, s, &t);
    size_t change = change_word(p, s, &t);
    if (change != TOKEN_NONE) {
        t.sign = p->tokens.at[change].word.sign;
        t.better = phrase_word(p, change) & WORD_BETTER;
        t.worse = phrase_word(p, change) & WORD_WORSE;
    }
    t.rate_end = rate_end(p, s, &t);
    t.end = t.rate_end ? t.rate_end : s->right;
    if (!t.from_left && t.right.kind != RIGHT_NONE)
        t.end = t.right.last;
    t.earlier = earlier_value(p, s, t.end);
    return t;
}
