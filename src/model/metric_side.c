/* SPDX-License-Identifier: MIT */
/* model/metric_side.c — the words on either side of a value, as far as they belong to it. */
#include "model/metric_label.h"

/* A label longer than this is a sentence. */
#define LABEL_WORDS 9
/* How far to the left a verb governs. */
#define VERB_REACH 14
/* Words of a name said once more in brackets. */
#define ASIDE_WORDS 3

#define LITTLE                                                                  \
    (WORD_BY | WORD_FROM | WORD_TO | WORD_AT | WORD_AND | WORD_OF | WORD_STOP | \
     WORD_ARTICLE | WORD_PRONOUN | WORD_ADVERB | WORD_PARTICLE | WORD_AUX)

static bool is_word(const struct phrase *p, size_t i)
{
    return phrase_is(p, i, TOKEN_WORD);
}

/* A verb that is not just as well a noun. */
static bool is_verb(const struct phrase *p, size_t i)
{
    unsigned kind = phrase_word(p, i);
    return (kind & (WORD_VERB | WORD_STATE)) && !(kind & (WORD_CHANGE | WORD_COMPARE));
}

static bool is_any_verb(const struct phrase *p, size_t i)
{
    return phrase_word(p, i) & (WORD_VERB | WORD_STATE);
}

/* The "2" of "SOC 2" or "Phase 2": a small number behind a name. */
static bool is_name_number(const struct phrase *p, size_t i)
{
    const struct quantity *q = &p->tokens.at[i].q;
    bool bare = q->dim == QUANTITY_COUNT && !q->decimals && !q->suffixed && !q->plus &&
                q->sign == 0;
    if (i == 0 || !bare || q->number_micro >= INT64_C(100000000) || !is_word(p, i - 1))
        return false;
    uint32_t c = text_peek(p->flat.text, p->tokens.at[i - 1].from);
    unsigned kind = phrase_word(p, i - 1);
    return (kind == 0 || (kind & WORD_ORDINAL)) && c >= 'A' && c <= 'Z';
}

/* Punctuation and numbers, beyond which nothing belongs to the value. Slashes, ampersands and
 * quotes inside a name do not count, nor does the number of "per 1,000 queries". */
static bool is_wall(const struct phrase *p, size_t i)
{
    if (phrase_is(p, i, TOKEN_QUANTITY))
        return i == 0 || !((phrase_word(p, i - 1) & WORD_PER) || is_name_number(p, i));
    return !phrase_is(p, i, TOKEN_WORD) && !phrase_is(p, i, TOKEN_OTHER);
}

/* What stood between the words and the value. */
struct glue {
    bool by, of, blocked, bracket;
};

/* Step to the left over the little words right before the value: "by nearly", "to", "of a". */
static size_t skip_glue(const struct phrase *p, size_t at, struct glue *glue)
{
    glue->bracket = at > 0 && phrase_is(p, at - 1, TOKEN_OPEN);
    at -= glue->bracket;
    while (at > 0) {
        unsigned kind = phrase_word(p, at - 1);
        bool more_than =
            at > 1 && (kind & WORD_THAN) && (phrase_word(p, at - 2) & WORD_COMPARE);
        if (more_than) {
            at -= 2;
            continue;
        }
        if (kind & (WORD_AT | WORD_AND) && !(kind & WORD_BY)) {
            glue->blocked = true;
            return at;
        }
        unsigned skipped = WORD_BY | WORD_TO | WORD_OF | WORD_FROM | WORD_PARTICLE |
                           WORD_ADVERB | WORD_ARTICLE;
        if (!(kind & skipped) || (kind & (WORD_VERB | WORD_STATE)))
            return at;
        glue->by = glue->by || (kind & (WORD_BY | WORD_TO | WORD_FROM));
        glue->of = glue->of || (kind & WORD_OF);
        bool up_to = (kind & WORD_TO) && at > 1 &&
                     str_eq_nocase(phrase_text(p, at - 2, at - 1), S("up"));
        at -= up_to ? 2 : 1;
    }
    return at;
}

/* Without the little words at both ends. */
static struct side trimmed(const struct phrase *p, struct side side)
{
    unsigned lead = WORD_ARTICLE | WORD_ADVERB | WORD_PRONOUN | WORD_PARTICLE | WORD_AND |
                    WORD_AUX | WORD_OF | WORD_BY;
    unsigned tail = (LITTLE | WORD_PER) & ~(unsigned)WORD_SCORE;
    while (side.first < side.last &&
           (!is_word(p, side.first) || (phrase_word(p, side.first) & lead)))
        side.first++;
    while (side.first < side.last && ((phrase_word(p, side.last - 1) & tail) ||
                                      (phrase_is(p, side.last - 1, TOKEN_OTHER))))
        side.last--;
    if (side.first >= side.last)
        side.kind = 0;
    return side;
}

/* Behind the first preposition of [first, last), or `last`. */
static size_t first_stop(const struct phrase *p, size_t first, size_t last)
{
    for (size_t i = first + 1; i < last; i++)
        if (phrase_word(p, i) & (WORD_STOP | WORD_AT))
            return i;
    return last;
}

/* Cut a label that is a sentence down to what comes first. */
static struct side shortened(const struct phrase *p, struct side side)
{
    side = trimmed(p, side);
    if (side.last - side.first > LABEL_WORDS)
        side.last = first_stop(p, side.first, side.last);
    if (side.last - side.first > LABEL_WORDS)
        side.first = side.last - LABEL_WORDS;
    return trimmed(p, side);
}

/* A number alone in brackets behind a name, "(2024)", that ends before `at`. */
static bool is_dated(const struct phrase *p, size_t at)
{
    return at > 3 && phrase_is(p, at - 1, TOKEN_CLOSE) &&
           phrase_is(p, at - 2, TOKEN_QUANTITY) && phrase_is(p, at - 3, TOKEN_OPEN) &&
           is_word(p, at - 4);
}

/* The words before a colon or dash at `mark`, as the name of what follows. */
static struct side key_before(const struct phrase *p, size_t mark)
{
    struct side side = {LEFT_KEY, mark, mark, TOKEN_NONE};
    bool equals = phrase_is(p, mark, TOKEN_EQUALS);
    if (is_dated(p, mark))
        side.first = mark - 3; /* "Uptime (2024): …" */
    while (side.first > 0) {
        size_t at = side.first - 1;
        bool bracket = phrase_is(p, at, TOKEN_CLOSE) || phrase_is(p, at, TOKEN_OPEN);
        if (is_wall(p, at) && !(bracket && !equals))
            break;
        if (phrase_word(p, at) & (WORD_AT | WORD_PRONOUN) &&
            !(phrase_word(p, at) & WORD_BY))
            break;
        if (equals && (phrase_word(p, at) & (WORD_AND | WORD_STOP | WORD_ARTICLE)))
            break;
        if (equals && is_verb(p, at))
            break;
        side.first--;
    }
    bool counted = side.first > 1 && phrase_is(p, side.first - 1, TOKEN_QUANTITY) &&
                   (phrase_word(p, side.first - 2) & WORD_STOP);
    side = trimmed(p, side);
    if (counted || side.last - side.first > LABEL_WORDS)
        side.kind = LEFT_NONE; /* "a gateway for 14 teams: …" is no name */
    return side;
}

/* Whether every word of it is a heading's, such as "Key results". */
static bool is_generic(const struct phrase *p, struct side side)
{
    for (size_t i = side.first; i < side.last; i++)
        if (is_word(p, i) && !(phrase_word(p, i) & (WORD_GENERIC | LITTLE)))
            return false;
    return true;
}

/* The bracket that ends before `at` and says a name once more, "error (MAPE)": where it opens;
 * `at` where there is none. */
static size_t aside_before(const struct phrase *p, size_t at)
{
    if (at == 0 || !phrase_is(p, at - 1, TOKEN_CLOSE))
        return at;
    for (size_t n = 2; n <= ASIDE_WORDS + 2 && n < at; n++) {
        size_t i = at - n;
        if (phrase_is(p, i, TOKEN_OPEN))
            return n > 2 && is_word(p, i - 1) ? i : at;
        if (!is_word(p, i))
            return at;
    }
    return at;
}

/* Where the subject begins in a clause that opens with a preposition: at the article of "in a
 * six-week pilot the rate fell", else behind one word, as in "after launch latency fell". */
static size_t behind_setting(const struct phrase *p, size_t first, size_t end)
{
    for (size_t i = first + 2; i + 1 < end; i++)
        if ((phrase_word(p, i) & WORD_ARTICLE) &&
            !(phrase_word(p, i - 1) & (WORD_OF | WORD_STOP | WORD_AT | WORD_AND)))
            return i;
    return first + 2;
}

/* The subject of a verb that ends at `end`. */
static struct side subject_before(const struct phrase *p, size_t end)
{
    struct side side = {LEFT_SUBJECT, aside_before(p, end), end, TOKEN_NONE};
    while (side.first > 0 && !is_wall(p, side.first - 1)) {
        unsigned kind = phrase_word(p, side.first - 1);
        if (kind & (WORD_AND | WORD_PRONOUN) && !(kind & (WORD_ARTICLE | WORD_OF)))
            break;
        if (is_verb(p, side.first - 1))
            break;
        side.first--;
    }
    if (side.first < end && (phrase_word(p, side.first) & WORD_AT))
        side.first++;
    else if (end - side.first > 2 && (phrase_word(p, side.first) & WORD_STOP))
        side.first = behind_setting(p, side.first, end);
    return shortened(p, side);
}

/* The verb at `verb` stands right before the value: what it is said of stands before it. */
static struct side left_of_verb(const struct phrase *p, size_t verb,
                                const struct glue *glue)
{
    size_t end = verb;
    while (end > 0 &&
           (phrase_word(p, end - 1) & (WORD_VERB | WORD_STATE | WORD_AUX | WORD_ADVERB)) &&
           !(phrase_word(p, end - 1) & (WORD_CHANGE | WORD_OF)))
        end--;
    struct side side = subject_before(p, end);
    if (side.kind != LEFT_NONE && glue->by)
        side.kind = LEFT_SUBJECT_BY;
    side.verb = verb;
    return side;
}

/* Index of the verb that governs the noun before `at`, TOKEN_NONE where there is none. */
static size_t verb_before(const struct phrase *p, size_t at)
{
    for (size_t n = 1; n <= VERB_REACH && n <= at; n++) {
        size_t i = at - n;
        if (is_wall(p, i) ||
            (phrase_word(p, i) & WORD_PRONOUN && !(phrase_word(p, i) & WORD_ARTICLE)))
            return TOKEN_NONE;
        if ((phrase_word(p, i) & WORD_CHANGE) && i > 0 &&
            phrase_is(p, i - 1, TOKEN_QUANTITY))
            return TOKEN_NONE; /* "a 53% increase" is no verb */
        if (n > 1 && is_any_verb(p, i) && !(phrase_word(p, i) & WORD_AUX))
            return i;
    }
    return TOKEN_NONE;
}

/* A noun stands right before the value: the object of a verb, or a name by itself. */
/* "расходы на ремонт −2,4 млн": what means "by" before numbers may join two nouns, too. */
static bool joins_nouns(const struct phrase *p, size_t i)
{
    unsigned kind = phrase_word(p, i);
    return (kind & WORD_BY) && (kind & WORD_PER) && i > 0 && is_word(p, i - 1) &&
           phrase_word(p, i - 1) == 0;
}

static struct side left_of_noun(const struct phrase *p, size_t at, const struct glue *glue)
{
    size_t open = aside_before(p, at);
    struct side side = {LEFT_NOUN, open, at, verb_before(p, open)};
    size_t wall = side.verb;
    while (side.first > 0 && side.first - 1 != wall && !is_wall(p, side.first - 1)) {
        unsigned kind = phrase_word(p, side.first - 1);
        bool ends = kind & (WORD_AND | WORD_AT | WORD_PRONOUN) &&
                    !(kind & (WORD_ARTICLE | WORD_OF));
        bool loose = wall == TOKEN_NONE &&
                     (kind & (WORD_STOP | WORD_AUX | WORD_BY | WORD_FROM)) &&
                     !(kind & WORD_OF) && !joins_nouns(p, side.first - 1);
        if (loose || (ends && !(wall != TOKEN_NONE && glue->by && !(kind & WORD_PRONOUN))))
            break;
        side.first--;
    }
    if (wall != TOKEN_NONE && side.first == wall + 1)
        side.kind = glue->by ? LEFT_OBJECT_BY : LEFT_OBJECT;
    else
        side.verb = TOKEN_NONE;
    bool aside =
        glue->bracket && side.first > 0 && (phrase_word(p, side.first - 1) & WORD_STOP);
    if (aside) /* "in six months ($28M": no name of what is in the bracket */
        side.last = side.first;
    return shortened(p, side);
}

/* "a reduction of 37%": the words before the noun of change, if any: "a latency reduction of". */
static struct side left_of_change(const struct phrase *p, size_t at)
{
    struct side side = {LEFT_CHANGE_OF, at - 1, at, at - 1};
    while (side.first > 0 && is_word(p, side.first - 1) && !is_verb(p, side.first - 1) &&
           !(phrase_word(p, side.first - 1) & LITTLE))
        side.first--;
    return trimmed(p, side);
}

static bool is_key_mark(const struct phrase *p, size_t i)
{
    return phrase_is(p, i, TOKEN_COLON) || phrase_is(p, i, TOKEN_EQUALS) ||
           phrase_is(p, i, TOKEN_DASH);
}

/* The name before a mark, unless it is a heading's word. */
static struct side named_key(const struct phrase *p, size_t mark)
{
    struct side key = key_before(p, mark);
    bool sentence = phrase_is(p, mark, TOKEN_DASH) && verb_before(p, mark) != TOKEN_NONE;
    if (sentence || is_generic(p, key))
        key.kind = LEFT_NONE;
    return key;
}

/* "hours saved +12%": the saved hours went up, nobody saved 12%. */
static bool is_participle(const struct phrase *p, const struct shape *s, size_t verb)
{
    struct str word = phrase_text(p, verb, verb + 1);
    bool noun = verb > 0 && is_word(p, verb - 1) && phrase_word(p, verb - 1) == 0;
    return noun && p->tokens.at[s->head].q.sign != 0 && str_eq(word, S("saved"));
}

struct side label_left(const struct phrase *p, const struct shape *s)
{
    struct glue glue = {.by = s->left < s->first};
    size_t at = skip_glue(p, s->left, &glue);
    struct side none = {LEFT_NONE, at, at, TOKEN_NONE};
    if (glue.blocked || at == 0)
        return none;
    size_t near = at - 1;
    if (is_key_mark(p, near))
        return named_key(p, near);
    if ((is_wall(p, near) && aside_before(p, at) == at) ||
        (phrase_word(p, near) & WORD_GOAL))
        return none;
    if ((phrase_word(p, near) & WORD_CHANGE) && glue.of && !glue.by)
        return left_of_change(p, at);
    struct side side;
    if (is_any_verb(p, near) && !is_participle(p, s, near))
        side = left_of_verb(p, near, &glue);
    else
        side = left_of_noun(p, at, &glue);
    if (side.kind == LEFT_NONE && side.first > 0 && is_key_mark(p, side.first - 1)) {
        size_t verb = side.verb;
        side = named_key(p, side.first - 1);
        side.verb = verb;
    }
    return side;
}

/* Whether the label on the right ends before token `i`. `change` is a noun of change that came
 * just before: "reduction in cost" goes on. */
static bool ends_right(const struct phrase *p, size_t i, bool change)
{
    if (is_wall(p, i) || shape_instead(p, i) > i)
        return true;
    unsigned kind = phrase_word(p, i);
    if (kind & WORD_OF || kind & WORD_PER)
        return false;
    if (change && (kind & (WORD_STOP | WORD_BY | WORD_FROM | WORD_THAN)))
        return false;
    unsigned ends = WORD_AND | WORD_AT | WORD_STOP | WORD_PRONOUN | WORD_AUX | WORD_BY |
                    WORD_FROM | WORD_PARTICLE | WORD_INTERVAL | WORD_THAN;
    if (kind & ends && !(kind & (WORD_ARTICLE | WORD_COMPARE)))
        return true;
    return is_verb(p, i) && !(kind & WORD_STATE);
}

/* "time to first token", "return on ad spend": prepositions of a name. */
static bool joins_to(const struct phrase *p, size_t i)
{
    struct str before = phrase_text(p, i - 1, i), word = phrase_text(p, i, i + 1);
    return ((phrase_word(p, i) & WORD_TO) && str_eq_nocase(before, S("time"))) ||
           (str_eq(word, S("on")) && str_eq_nocase(before, S("return")));
}

static bool all_compare(const struct phrase *p, struct side side)
{
    for (size_t i = side.first; i < side.last; i++)
        if (!(phrase_word(p, i) & WORD_COMPARE))
            return false;
    return true;
}

static size_t right_end(const struct phrase *p, size_t first, bool strong)
{
    size_t at = first;
    while (at < first + LABEL_WORDS) {
        unsigned before = at > first ? phrase_word(p, at - 1) : 0;
        bool bare = at == first + 1 && (before & WORD_COMPARE) && is_word(p, at + 1);
        bool change = (before & WORD_CHANGE) || (bare && (phrase_word(p, at) & WORD_THAN));
        if (ends_right(p, at, change) && !(at > first && joins_to(p, at)))
            break;
        bool rate = at == first && (phrase_word(p, at) & WORD_PER); /* Polish "na" */
        if ((phrase_word(p, at) & WORD_TO) && !rate && !(at > first && joins_to(p, at)))
            break;
        if (strong && !(phrase_marks(p, at) & FLAT_STRONG)) {
            struct side said = {RIGHT_COMPARE, first, at, TOKEN_NONE};
            if (!all_compare(p, said))
                break;
            strong = false; /* "**42% lower** token cost" */
        }
        at++;
    }
    return at;
}

/* Behind a dash or colon, or in brackets: a name of its own, without numbers. */
static struct side right_weak(const struct phrase *p, size_t at)
{
    struct side side = {RIGHT_WEAK, at, at, TOKEN_NONE};
    while (side.last < at + LABEL_WORDS && !is_wall(p, side.last))
        side.last++;
    if (phrase_is(p, side.last, TOKEN_QUANTITY) || phrase_is(p, side.last, TOKEN_ARROW))
        side.kind = RIGHT_NONE;
    return side;
}

/* "a year", "per day", "monthly": a rate in time. */
static bool is_time_rate(const struct phrase *p, size_t at)
{
    struct unit_match unit;
    bool opens = phrase_word(p, at) & (WORD_PER | WORD_ARTICLE);
    return opens && is_word(p, at + 1) &&
           unit_at(p->flat.text, p->tokens.at[at + 1].from, &unit) &&
           unit.dim == QUANTITY_TIME;
}

static int right_kind(const struct phrase *p, struct side side)
{
    if (is_time_rate(p, side.first) && side.last == side.first + 2)
        return RIGHT_TIME;
    if (phrase_word(p, side.first) & WORD_PER)
        return RIGHT_PER;
    if (phrase_word(p, side.first) & WORD_OF)
        return RIGHT_OF;
    return all_compare(p, side) ? RIGHT_COMPARE : RIGHT_NOUN;
}

/* "$1.2M in annual savings": money is in something. */
static size_t skip_in(const struct phrase *p, const struct shape *s)
{
    enum quantity_dim dim = p->tokens.at[s->head].q.dim;
    bool in = str_eq_nocase(phrase_text(p, s->right, s->right + 1), S("in"));
    bool sums = dim == QUANTITY_MONEY && s->start == TOKEN_NONE;
    return in && sums ? s->right + 1 : s->right;
}

/* "up 3x year over year", "month on month": when, not what. */
static bool is_year_on_year(const struct phrase *p, struct side side)
{
    struct str word = phrase_text(p, side.first, side.first + 1);
    return side.last == side.first + 1 && (phrase_word(p, side.last) & WORD_STOP) &&
           str_eq_nocase(word, phrase_text(p, side.last + 1, side.last + 2));
}

struct side label_right(const struct phrase *p, const struct shape *s)
{
    size_t at = skip_in(p, s);
    at += (phrase_word(p, at) & WORD_POINTS) != 0; /* "50% ↓ cost" */
    struct side side = {RIGHT_NONE, at, at, TOKEN_NONE};
    if (phrase_is(p, at, TOKEN_OPEN) || phrase_is(p, at, TOKEN_DASH) ||
        phrase_is(p, at, TOKEN_COLON))
        return trimmed(p, right_weak(p, at + 1));
    bool strong =
        (phrase_marks(p, s->head) & FLAT_STRONG) && (phrase_marks(p, at) & FLAT_STRONG);
    side.last = right_end(p, at, strong);
    while (side.first < side.last &&
           (phrase_word(p, side.first) & (WORD_ARTICLE | WORD_ADVERB)) &&
           !is_time_rate(p, side.first))
        side.first++;
    unsigned tail = (LITTLE | WORD_PER) & ~(unsigned)WORD_ADVERB;
    while (side.first < side.last &&
           ((phrase_word(p, side.last - 1) & tail) || !is_word(p, side.last - 1)))
        side.last--;
    if (side.first < side.last && !is_year_on_year(p, side))
        side.kind = right_kind(p, side);
    return side;
}
