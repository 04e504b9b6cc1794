/* SPDX-License-Identifier: MIT */
/* model/metric_value.c — a number with what belongs to it: sign, currency, unit, rate. */
#include "model/metric_value.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "model/metric_duration.h"
#include "model/metric_number.h"

/* A reading in progress. */
struct reading {
    struct str text, lang;
    size_t at; /* how far it has come */
    struct quantity q;
    bool loose_sign;       /* a space stands behind the sign */
    bool looked, has_unit; /* the last look for a unit, and what it found */
    size_t looked_at;
    enum quantity_dim looked_dim;
    struct unit_match unit;
};

/* What may stand before a number and says how it is meant. Longer ones first. */
static const struct {
    const char *text;
    bool bound;
} comparators[] = {
    {"<=",   true },
    {">=",   true },
    {"≤",  true },
    {"≥",  true },
    {"⩽",  true },
    {"⩾",  true },
    {"<",    true },
    {">",    true },
    {"＜",  true },
    {"＞",  true },
    {"sub-", true },
    {"Sub-", true },
    {"≈",  false},
    {"~",    false},
    {"∼",  false},
    {"～",  false},
    {"≅",  false},
    {"≃",  false},
    {"±",   false},
};

static bool starts_at(const struct reading *r, size_t at, struct str what)
{
    return str_starts(str_sub(r->text, at, r->text.n), what);
}

static uint32_t peek(const struct reading *r)
{
    return text_peek(r->text, r->at);
}

static bool is_digit(uint32_t c)
{
    return digit_of(c) >= 0;
}

static bool is_ideograph(uint32_t c)
{
    return c >= 0x2E80 && c < 0xFB00;
}

/* Characters that glue a number to the word before them: versions, names, ids, addresses. */
static bool glues(uint32_t c)
{
    if (is_ideograph(c))
        return false;
    bool mark =
        c == '_' || c == '.' || c == '/' || c == '@' || c == '#' || c == '\\' || c == '$';
    return mark || utf8_is_word(c);
}

static bool is_dash(uint32_t c)
{
    return c == '-' || c == 0x2212 || c == 0x2013 || c == 0xFF0D || c == 0x2010 ||
           c == 0x2011;
}

/* A number begins a word of its own; a hyphen that hangs on a word is part of a name: "GPT-4". */
static bool begins_word(struct str text, size_t at)
{
    uint32_t first = text_peek(text, at);
    bool mark = first == '<' || first == '>' || first == 0x2264 || first == 0x2265 ||
                first == 0x2248;
    if (at == 0 || mark)
        return true;
    size_t before = at;
    uint32_t c = utf8_prev(text, &before);
    uint32_t earlier = 0;
    if (before > 0) {
        size_t i = before;
        earlier = utf8_prev(text, &i);
    }
    bool prefix = c == '-' && earlier >= 0x0590 && earlier < 0x0600; /* Hebrew "ב-37%" */
    if (prefix)
        return true;
    if (c == ',' || is_dash(c))
        return !is_digit(earlier) && !(is_dash(c) && glues(earlier));
    return !glues(c);
}

static void read_comparator(struct reading *r)
{
    for (size_t i = 0; i < countof(comparators); i++) {
        struct str mark = str_from(comparators[i].text);
        if (!starts_at(r, r->at, mark))
            continue;
        r->q.bound = comparators[i].bound;
        r->q.approx = !comparators[i].bound;
        r->at = text_skip_space(r->text, r->at + mark.n);
        return;
    }
}

/* Only behind a colon or in brackets: else a dash parts or begins a line, and a plus joins. */
static bool may_stand_loose(const struct reading *r)
{
    size_t at = r->at;
    uint32_t c = ' ';
    while (at > 0 && utf8_is_space(c) && c != '\n')
        c = utf8_prev(r->text, &at);
    return c == ':' || c == 0xFF1A || c == '(';
}

/* "+12", "− 46 %" as French sets it, "minus 40". */
static void read_sign(struct reading *r)
{
    uint32_t c = peek(r);
    struct str word = S("minus ");
    bool spelt = str_eq_nocase(str_sub(r->text, r->at, r->at + word.n), word);
    if (r->q.sign != 0 || (c != '+' && c != 0xFF0B && !is_dash(c) && !spelt))
        return;
    size_t behind = spelt ? r->at + word.n : text_step(r->text, r->at);
    size_t digits = text_skip_space(r->text, behind);
    bool loose = digits > behind && is_digit(text_peek(r->text, digits));
    if (loose && !spelt && !may_stand_loose(r))
        return;
    r->loose_sign = loose && !spelt;
    r->q.sign = spelt || is_dash(c) ? -1 : 1;
    r->at = loose ? digits : behind;
}

static void read_currency(struct reading *r)
{
    size_t to;
    if (!currency_at(r->text, r->at, &to))
        return;
    size_t digits = text_skip_space(r->text, to);
    uint32_t c = text_peek(r->text, digits);
    if (!is_digit(c) &&
        !(is_dash(c) && is_digit(text_peek(r->text, text_step(r->text, digits)))))
        return;
    r->q.dim = QUANTITY_MONEY;
    r->at = digits;
}

/* Turkish and Basque write the sign first: "%37". */
static void read_leading_percent(struct reading *r)
{
    uint32_t c = peek(r);
    if ((c != '%' && c != 0x066A) ||
        !is_digit(text_peek(r->text, text_step(r->text, r->at))))
        return;
    r->q.dim = QUANTITY_PERCENT;
    r->at = text_step(r->text, r->at);
}

static int64_t scaled(int64_t micro, int64_t scale)
{
    if (scale == 0 || micro == 0)
        return 0;
    int64_t limit = INT64_MAX / scale;
    if (micro / 1000000 >= limit)
        return INT64_MAX;
    int64_t whole = micro / 1000000 * scale;
    int64_t part = micro % 1000000;
    int64_t rest =
        scale > INT64_MAX / 1000000 ? scale / 1000000 * part : part * scale / 1000000;
    return whole > INT64_MAX - rest ? INT64_MAX : whole + rest;
}

/* A suffix scales the number itself, a unit its meaning. */
static void apply(struct reading *r, const struct unit_match *unit)
{
    if (unit->suffix) {
        r->q.number_micro = scaled(r->q.number_micro, unit->scale);
        r->q.micro = scaled(r->q.micro, unit->scale);
        r->q.suffixed = true;
    } else {
        r->q.micro = scaled(r->q.number_micro, unit->scale);
        r->q.dim = unit->dim;
    }
}

/* The unit behind the reading's place; the same place is asked for more than once, and reading
 * all names of units is what costs. */
static bool find_unit(struct reading *r, struct unit_match *unit, size_t *from)
{
    *from = text_skip_space(r->text, r->at);
    if (!r->looked || r->looked_at != r->at || r->looked_dim != r->q.dim) {
        bool glued = *from == r->at;
        r->has_unit = glued ? unit_glued_at(r->text, r->at, r->q.dim, &r->unit)
                            : unit_at(r->text, *from, &r->unit);
        r->looked = true;
        r->looked_at = r->at;
        r->looked_dim = r->q.dim;
    }
    *unit = r->unit;
    return r->has_unit;
}

/* "5 x 5" are the sides of something, "2× 80 GB" the number of it. */
static bool is_size_mark(const struct reading *r, const struct unit_match *unit)
{
    return unit->dim == QUANTITY_TIMES && !unit->suffix &&
           is_digit(text_peek(r->text, text_skip_space(r->text, unit->to)));
}

/* Read suffix and unit. A suffix belongs to the number, "60K"; so its end moves. */
static void read_unit(struct reading *r)
{
    struct unit_match unit;
    size_t from;
    if (find_unit(r, &unit, &from) && unit.suffix) {
        apply(r, &unit);
        r->at = r->q.num_to = unit.to;
    }
    if (peek(r) == '+') {
        r->q.plus = true;
        r->at = r->q.num_to = r->at + 1;
    }
    r->q.unit_from = r->at;
    bool has_unit = r->q.dim == QUANTITY_MONEY || r->q.dim == QUANTITY_PERCENT;
    if (has_unit || !find_unit(r, &unit, &from) || unit.suffix || is_size_mark(r, &unit))
        return;
    apply(r, &unit);
    r->q.unit_from = from;
    r->at = unit.to;
    if (peek(r) == '+') {
        r->q.plus = true;
        r->at++;
    }
}

/* The word of a rate behind "/": letters, or a number with letters such as "1k" or "1,000". */
static size_t rate_word(const struct reading *r, size_t at)
{
    size_t from = at;
    while (at < r->text.n && at - from < 24) {
        uint32_t c = text_peek(r->text, at);
        if (!utf8_is_word(c) && !(c == ',' && is_digit(text_peek(r->text, at + 1))))
            break;
        at = text_step(r->text, at);
        if (is_ideograph(c))
            break;
    }
    return at;
}

/* "1k queries": a rate over a number takes the noun that it counts. */
static size_t rate_noun(const struct reading *r, size_t from, size_t to)
{
    if (!is_digit(text_peek(r->text, from)))
        return to;
    size_t noun = text_skip_space(r->text, to);
    size_t end = rate_word(r, noun);
    return noun > to && end > noun && !is_digit(text_peek(r->text, noun)) ? end : to;
}

static void read_rate(struct reading *r)
{
    for (int parts = 0; parts < 3; parts++) {
        size_t slash = text_skip_space(r->text, r->at);
        uint32_t c = text_peek(r->text, slash);
        if (c != '/' && c != 0xFF0F)
            return;
        size_t from = text_skip_space(r->text, text_step(r->text, slash));
        size_t to = rate_word(r, from);
        bool over_number = is_digit(text_peek(r->text, from)) && r->q.dim != QUANTITY_MONEY;
        bool list = slash > r->at && r->q.dim == QUANTITY_PERCENT; /* "40% / ten" */
        if (to == from || over_number || list)
            return;
        to = rate_noun(r, from, to);
        r->q.rated = true;
        r->at = to;
    }
}

/* Length of the words between "4.7" and "out of 5": only what has decimals is a rating. */
static size_t out_of(const struct reading *r, size_t at)
{
    static const char *const words[] = {"out of ", "von ", "sur ", "su ", "из "};
    for (size_t i = 0; i < countof(words) && r->q.decimals; i++) {
        struct str word = str_from(words[i]);
        struct str over = str_sub(r->text, at + word.n, at + word.n + 1);
        if (starts_at(r, at, word) && (str_eq(over, S("5")) || str_eq(over, S("1"))))
            return word.n;
    }
    return 0;
}

/* "363/363" and "47/50": a number of a number. */
static void read_ratio(struct reading *r)
{
    struct number over;
    size_t slash = text_skip_space(r->text, r->at);
    size_t mark = text_peek(r->text, slash) == '/' ? 1 : out_of(r, slash);
    if (r->q.dim != QUANTITY_COUNT || mark == 0)
        return;
    size_t from = text_skip_space(r->text, slash + mark);
    if (!number_at(r->text, from, r->lang, &over) ||
        utf8_is_word(text_peek(r->text, over.to)))
        return;
    r->q.dim = QUANTITY_RATIO;
    r->q.over_micro = over.micro;
    r->at = r->q.num_to = r->q.unit_from = over.to;
}

/* Behind the dash of a range at `at`, 0 where there is none. Only an en dash may have spaces
 * round it: "10 – 15" is a range, "10 - 15" may be anything. */
static size_t range_dash(const struct reading *r, size_t at)
{
    size_t dash = text_skip_space(r->text, at);
    uint32_t c = text_peek(r->text, dash);
    bool wave = c == '~' || c == 0xFF5E || c == 0x301C;
    if (!is_dash(c) && !(wave && dash == at))
        return 0;
    if (dash > at && c != 0x2013)
        return 0;
    size_t after = text_step(r->text, dash);
    return dash > at ? text_skip_space(r->text, after) : after;
}

/* "20-33x": a second number behind the first, whose unit counts for both. */
static void read_range(struct reading *r)
{
    size_t from = range_dash(r, r->at);
    size_t currency;
    if (from && currency_at(r->text, from, &currency))
        from = currency;
    struct number second;
    if (from == 0 || !number_at(r->text, from, r->lang, &second))
        return;
    r->q.range = true;
    r->q.decimals = r->q.decimals || second.decimals;
    r->q.micro = r->q.number_micro = second.micro;
    r->at = r->q.num_to = second.to;
}

/* "10%–15%" names its unit twice. */
static void read_second_of_range(struct reading *r)
{
    size_t from = range_dash(r, r->at);
    struct quantity second;
    bool has_unit = r->q.dim != QUANTITY_COUNT && r->q.dim != QUANTITY_RATIO;
    if (!has_unit || r->q.range || from == 0 || !is_digit(text_peek(r->text, from)))
        return;
    struct str tail = str_sub(r->text, from, r->text.n);
    if (!quantity_at(tail, 0, r->lang, &second) || second.dim != r->q.dim)
        return;
    r->q.range = true;
    r->q.micro = second.micro;
    r->q.number_micro = second.number_micro;
    r->q.num_to = from + second.num_to;
    r->q.unit_from = from + second.unit_from;
    r->at = from + second.to;
}

/* "87% ± 5%", "+-", "+/-": how sure the number is, a part of it. */
static void read_spread(struct reading *r)
{
    static const char *const marks[] = {"±", "+/-", "+-", "+/−"};
    size_t at = text_skip_space(r->text, r->at);
    for (size_t i = 0; i < countof(marks); i++) {
        struct str mark = str_from(marks[i]);
        if (!starts_at(r, at, mark))
            continue;
        struct number spread;
        size_t from = text_skip_space(r->text, at + mark.n);
        if (!number_at(r->text, from, r->lang, &spread))
            return;
        r->at = spread.to;
        struct unit_match unit;
        size_t unit_from;
        if (find_unit(r, &unit, &unit_from))
            r->at = unit.to;
        if (r->q.dim == QUANTITY_COUNT)
            r->q.num_to = r->q.unit_from = r->at;
        return;
    }
}

/* Whether what follows makes the number something else: "3D", "1.2.3", "10:30", "64×64". */
static bool is_spoilt(struct reading *r)
{
    uint32_t c = peek(r);
    size_t after = text_step(r->text, r->at);
    uint32_t next = text_peek(r->text, after);
    if (is_ideograph(c) || c == 0)
        return false;
    if (utf8_is_word(c) || c == '_' || c == '\\' || c == '@')
        return true;
    if ((c == '.' || c == ':' || c == '/' || is_dash(c)) && is_digit(next))
        return true;
    if (c == '.' && utf8_is_word(next) && !is_ideograph(next))
        return true;
    struct unit_match unit;
    size_t from;
    return find_unit(r, &unit, &from) && is_size_mark(r, &unit);
}

static bool is_year(const struct quantity *q, const struct number *n)
{
    bool plain = !q->decimals && !q->grouped && !q->suffixed && !q->plus && q->sign == 0;
    return plain && q->dim == QUANTITY_COUNT && n->digits == 4 &&
           n->micro >= INT64_C(1900) * 1000000 && n->micro <= INT64_C(2100) * 1000000;
}

/* "12-month", "4-person": says what kind of thing, not how much. */
static bool is_adjective(const struct reading *r)
{
    return peek(r) == '-' && utf8_is_word(text_peek(r->text, r->at + 1)) &&
           !is_digit(text_peek(r->text, r->at + 1));
}

/* "1990s" is a time, not ninety seconds. */
static bool is_decade(const struct reading *r, const struct number *n)
{
    int64_t year = n->micro / 1000000;
    return n->digits == 4 && r->at == n->to + 1 && r->text.p[n->to] == 's' &&
           year >= 1900 && year <= 2090 && year % 10 == 0;
}

static void read_prefix(struct reading *r)
{
    read_comparator(r);
    read_sign(r);
    read_currency(r);
    read_sign(r);
    read_leading_percent(r);
}

static void read_rest(struct reading *r)
{
    r->at = duration_clock(r->text, r->at, &r->q);
    read_range(r);
    read_unit(r);
    r->at = duration_join(r->text, r->at, r->lang, &r->q);
    read_ratio(r);
    read_second_of_range(r);
    read_rate(r);
    read_spread(r);
}

bool quantity_at(struct str text, size_t at, struct str lang, struct quantity *out)
{
    struct reading r = {.text = text, .lang = lang, .at = at, .q.from = at};
    struct number n;
    if (at >= text.n || !begins_word(text, at))
        return false;
    read_prefix(&r);
    if (!number_at(text, r.at, lang, &n))
        return false;
    r.q.decimals = n.decimals;
    r.q.grouped = n.grouped;
    r.q.micro = r.q.number_micro = n.micro;
    r.at = r.q.num_to = r.q.unit_from = n.to;
    read_rest(&r);
    r.q.adjective = is_adjective(&r);
    if (!r.q.adjective && is_spoilt(&r))
        return false;
    bool share = r.q.dim == QUANTITY_PERCENT || r.q.dim == QUANTITY_POINTS;
    if (is_decade(&r, &n) || (r.loose_sign && !share))
        return false;
    r.q.year = is_year(&r.q, &n);
    r.q.to = r.at;
    *out = r.q;
    return true;
}
