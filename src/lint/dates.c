/* SPDX-License-Identifier: MIT */
/* lint/dates.c — dates and durations that cannot all be true. */
#include "base/utf8.h"
#include "lint/rules.h"

/* Months since year 0, [first, last]: a year alone is twelve of them. */
struct dates {
    int first, last;
    size_t count;  /* dates found */
    bool months;   /* all of them name a month */
    bool reversed; /* one begins before the one written ahead of it */
    int length_min,
        length_max; /* a duration written beside, in tenths of months; 0: none */
};

/* How months begin in the languages of the sections, in lower case. */
static const struct month {
    const char *begins;
    int month;
} months[] = {
    {"jan",   1 },
    {"feb",   2 },
    {"mar",   3 },
    {"mär",  3 },
    {"apr",   4 },
    {"may",   5 },
    {"mai",   5 },
    {"jun",   6 },
    {"jul",   7 },
    {"aug",   8 },
    {"sep",   9 },
    {"oct",   10},
    {"okt",   10},
    {"nov",   11},
    {"dec",   12},
    {"dez",   12},
    {"fév",  2 },
    {"avr",   4 },
    {"juin",  6 },
    {"juil",  7 },
    {"août", 8 },
    {"déc",  12},
    {"ene",   1 },
    {"abr",   4 },
    {"ago",   8 },
    {"dic",   12},
    {"gen",   1 },
    {"mag",   5 },
    {"giu",   6 },
    {"lug",   7 },
    {"set",   9 },
    {"ott",   10},
    {"fev",   2 },
    {"out",   10},
};

/* Longest names first would be needed were "mar" a word of its own elsewhere; a month's word is
 * at most this long and has no digits. */
#define MONTH_MAX 12

static int month_of(struct str lower)
{
    if (lower.n > MONTH_MAX)
        return 0;
    for (size_t i = 0; i < countof(months); i++) {
        if (str_starts(lower, str_from(months[i].begins)))
            return months[i].month;
    }
    return 0;
}

static int quarter_of(struct str lower)
{
    bool quarter = lower.n == 2 && (lower.p[0] == 'q' || lower.p[0] == 't');
    return quarter && lower.p[1] >= '1' && lower.p[1] <= '4' ? lower.p[1] - '0' : 0;
}

static int year_of(struct str word)
{
    int64_t year;
    bool read = word.n == 4 && str_to_int(word, &year);
    return read && year >= 1970 && year <= 2100 ? (int)year : 0;
}

struct reader {
    struct dates dates;
    int pending, pending_last; /* months of a name that waits for its year, 1–12 */
    int64_t number;            /* the last number read, for durations */
};

static void add_date(struct dates *d, int first, int last, bool month)
{
    d->reversed |= d->count > 0 && last < d->first;
    d->first = d->count == 0 || first < d->first ? first : d->first;
    d->last = d->count == 0 || last > d->last ? last : d->last;
    d->months = month && (d->count == 0 || d->months);
    d->count++;
}

/* "Jan–Mar 2024": the year behind is that of both. */
static void add_year(struct reader *r, int year)
{
    int from = r->pending ? r->pending : 1, to = r->pending_last ? r->pending_last : 12;
    if (r->pending && to < from && r->dates.count == 0)
        r->dates.reversed = true;
    add_date(&r->dates, year * 12 + from - 1, year * 12 + to - 1, r->pending != 0);
    r->pending = r->pending_last = 0;
}

static void add_length(struct reader *r, struct str lower)
{
    int tenths = str_starts(lower, S("week")) || str_starts(lower, S("woche")) ||
                         str_starts(lower, S("semain")) || str_starts(lower, S("semana"))
                     ? 23 /* 52 weeks are 12 months */
                 : str_starts(lower, S("month")) || str_starts(lower, S("monat")) ||
                         str_eq(lower, S("mois")) || str_starts(lower, S("mes"))
                     ? 100
                 : str_starts(lower, S("year")) || str_starts(lower, S("jahr")) ? 1200
                                                                                : 0;
    if (tenths == 0 || r->number <= 0 || r->number > 1000)
        return;
    int length = (int)r->number * tenths / 10;
    if (r->dates.length_max == 0 || length < r->dates.length_min)
        r->dates.length_min = length;
    r->dates.length_max = length > r->dates.length_max ? length : r->dates.length_max;
}

static void read_word(struct arena *a, struct reader *r, struct str word)
{
    struct str lower = str_lower(a, word);
    int year = year_of(word), month = month_of(lower), quarter = quarter_of(lower);
    if (year) {
        add_year(r, year);
    } else if (month || quarter) {
        int first = quarter ? quarter * 3 - 2 : month, last = quarter ? quarter * 3 : month;
        r->pending = r->pending ? r->pending : first;
        r->pending_last = last;
    } else {
        add_length(r, lower);
    }
    int64_t number;
    r->number = str_to_int(word, &number) && !year ? number : 0;
}

/* "2024-03", "2024-03-15", "03/2024": the whole word is one date. */
static bool read_numeric(struct reader *r, struct str word)
{
    char sign = str_find_byte(word, '-', 0) < word.n ? '-' : '/';
    struct str rest = word;
    struct str one = str_cut(&rest, sign), two = str_cut(&rest, sign);
    int64_t month;
    int year = year_of(one) ? year_of(one) : year_of(two);
    struct str other = year_of(one) ? two : one;
    if (!year || other.n > 2 || !str_to_int(other, &month) || month < 1 || month > 12)
        return false;
    add_date(&r->dates, year * 12 + (int)month - 1, year * 12 + (int)month - 1, true);
    return true;
}

static struct dates dates_of(struct arena *a, struct str text)
{
    struct reader r = {.pending = 0};
    struct str word;
    for (size_t i = 0; word_next(text, S("-/"), &i, &word);) {
        struct str part;
        if (read_numeric(&r, word))
            continue;
        for (size_t k = 0; word_next(word, S(""), &k, &part);)
            read_word(a, &r, part);
    }
    return r.dates;
}

/* Keys whose value is when the work was done, in lower case. */
static bool is_timeline(struct str key)
{
    static const char *const keys[] = {
        "timeline", "date",     "dates",  "period",  "duration", "when",     "time",
        "year",     "zeitraum", "dauer",  "période", "durée",    "periodo",  "duración",
        "período",  "duração",  "durata", "periode", "looptijd", "timeframe"};
    for (size_t i = 0; i < countof(keys); i++) {
        if (str_eq(key, str_from(keys[i])))
            return true;
    }
    return false;
}

#define LENGTH_SLACK 15 /* tenths of a month: "Jan–Mar" may be two months or three */

static void judge_one(const struct lint *l, struct span span, struct str value,
                      const struct dates *d)
{
    int span_months = (d->last - d->first + 1) * 10;
    if (d->reversed)
        diag_push(l->d, D_L0701, span, "“%.*s” ends before it begins", STR(value));
    else if (d->count > 0 && d->months && d->length_max > 0 &&
             (d->length_min > span_months + LENGTH_SLACK ||
              d->length_max < span_months - 10 - LENGTH_SLACK))
        diag_push(l->d, D_L0701, span, "“%.*s” is not as long as it says", STR(value));
}

/* Two values that name times with no month in common. */
static bool apart(const struct dates *x, const struct dates *y)
{
    return x->count && y->count && (x->last < y->first || y->last < x->first);
}

#define TIMELINES_MAX 8

void lint_dates(const struct lint *l)
{
    const struct study *s = l->study;
    struct dates all[TIMELINES_MAX], date = dates_of(l->a, s->date);
    const struct fact *facts[TIMELINES_MAX];
    size_t n = 0;
    for (size_t i = 0; i < s->facts.n && n < TIMELINES_MAX; i++) {
        const struct fact *f = &s->facts.at[i];
        if (!is_timeline(str_lower(l->a, f->key)))
            continue;
        facts[n] = f;
        all[n] = dates_of(l->a, f->value);
        judge_one(l, f->span, f->value, &all[n]);
        for (size_t k = 0; k < n; k++) {
            if (apart(&all[k], &all[n]))
                diag_push(l->d, D_L0701, f->span, "“%.*s” disagrees with “%.*s”, line %u",
                          STR(f->value), STR(facts[k]->value), facts[k]->span.line);
        }
        /* A study is dated when it is written, which is not before the work began. */
        if (all[n].count && date.count && date.last < all[n].first)
            diag_push(l->d, D_L0701, f->span, "“%.*s” is after the date of the study, %.*s",
                      STR(f->value), STR(s->date));
        n++;
    }
}
