/* SPDX-License-Identifier: MIT */
/* text/pairs.c — which spaces hold what they stand between together: numbers and units, initials,
 * "Fig. 2", "Sep 2023", "p95 = 78 ms". */
#include "base/utf8.h"
#include "text/chars.h"

#define NBSP 0xA0   /* as wide as a space, and stretches with the others */
#define THIN 0x202F /* narrow, does not stretch */

#define WORD_MAX 12 /* longer words are no unit and no abbreviation */
#define MONTH_MIN 3 /* letters of a month's name, "Mai" to "September" */
#define MONTH_MAX 9

/* Words stand between blanks in each row: found by searching " word ". */
static const char units[] =
    " % ‰ ° °C °F ms s min h d µs μs us ns µm μm nm mm cm km m kg g mg t l ml dB Hz kHz "
    "MHz GHz"
    " kB KB MB GB TB PB KiB MiB GiB TiB kb Mb Gb bit kbit Mbit Gbit bps kbps Mbps Gbps"
    " B/s kB/s MB/s GB/s Mbit/s Gbit/s req/s rps qps tps fps rpm ops/s msg/s km/h m/s"
    " px pt em rem dpi ppm bp bps pp pct mW kW MW GW kWh MWh Wh mA mAh mV kV kN kPa MPa hPa"
    " € $ £ ¥ EUR USD GBP CHF k€ M€ k$ M$ m€ Mio. Mrd. mn bn"
    " мс с мин ч кг км м см мм КБ МБ ГБ ТБ руб. ₽ тыс. "
    "млн "
    "млрд "
    "× ";

/* Before a number. */
static const char labels[] =
    " Fig. Figs. No. Nos. Nr. Nrn. p. pp. S. Sect. Sec. Ch. Vol. Eq. Art. Tab. Abb. Kap. "
    "Abs. Bd."
    " § §§ ca. c. n° nº € $ £ # Table Figure Section Chapter Step Phase Tabelle Abbildung ";

/* Before a name. */
static const char titles[] = " Dr. Mr. Mrs. Ms. Prof. St. Hr. Fr. Mme M. Sr. Sra. Ing. ";

/* Between a number and its currency. */
static const char multiples[] = " Mio. Mrd. Mill. million billion mn bn k M ";

static const char operators[] = " = < > ≤ ≥ ≈ ~ ± × − + → ";

/* Words of one letter that may not end a line, by language: "I" stays with its verb. */
static const struct {
    struct str lang;
    const char *words;
} short_words[] = {
    {{"en", 2}, " I "                                              },
    {{"pl", 2}, " a i o u w z A I O U W Z "                        },
    {{"cs", 2}, " a i k o s u v z A I K O S U V Z "                },
    {{"sk", 2}, " a i k o s u v z A I K O S U V Z "                },
    {{"ru", 2}, " а в и к о с у я А В И К О С У Я "},
    {{"uk", 2}, " а в з і й о у я А В З І Й О У Я "},
};

/* A word beside a space: characters [from, to). */
struct word {
    size_t from, to;
};

static struct word word_before(const struct chars *chars, size_t space)
{
    struct word w = {space, space};
    while (w.from > 0 && !is_blank(drawn_at(chars, w.from - 1)) &&
           space - w.from <= WORD_MAX)
        w.from--;
    while (w.from < w.to && drawn_at(chars, w.from) == '(')
        w.from++;
    return w;
}

static struct word word_after(const struct chars *chars, size_t space)
{
    struct word w = {space + 1, space + 1};
    while (!is_blank(drawn_at(chars, w.to)) && w.to - w.from <= WORD_MAX)
        w.to++;
    return w;
}

/* True where `w` stands in `row`. */
static bool is_one_of(const struct chars *chars, struct word w, const char *row)
{
    char word[4 * WORD_MAX + 1];
    size_t n = 0;
    if (w.to - w.from > WORD_MAX || w.to == w.from)
        return false;
    for (size_t i = w.from; i < w.to; i++)
        n += utf8_put(drawn_at(chars, i), word + n);
    word[n++] = ' ';
    struct str list = str_from(row), wanted = {word, n};
    size_t at = str_find(list, wanted, 1);
    while (at < list.n && list.p[at - 1] != ' ')
        at = str_find(list, wanted, at + 1);
    return at < list.n;
}

static bool ends_in_digit(const struct chars *chars, struct word w)
{
    uint32_t last = w.to > w.from ? drawn_at(chars, w.to - 1) : 0;
    return is_digit(last) || (last >= 0xBC && last <= 0xBE); /* quarters */
}

/* "78", "-5", "$3", "~4", ".5" */
static bool begins_with_number(const struct chars *chars, struct word w)
{
    size_t i = w.from;
    for (int signs = 0; i < w.to && signs < 3; signs++, i++)
        if (is_digit(drawn_at(chars, i)) || is_letter(drawn_at(chars, i)))
            break;
    return i < w.to && is_digit(drawn_at(chars, i));
}

static size_t digits_in(const struct chars *chars, struct word w)
{
    size_t n = 0;
    for (size_t i = w.from; i < w.to && is_digit(drawn_at(chars, i)); i++)
        n++;
    return n;
}

/* What closes a sentence, a part of it, or a bracket. */
static bool is_tail(uint32_t c)
{
    static const uint32_t tail[] = {',',    ';',    ':',    ')',    '!',   '?',   '.',
                                    0x2019, 0x201D, 0x60C,  0x61B,  0x61F, 0x964, 0x3001,
                                    0x3002, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B};
    for (size_t i = 0; i < countof(tail); i++)
        if (tail[i] == c)
            return true;
    return false;
}

/* A unit loses what closes the sentence or the bracket around it. */
static struct word without_tail(const struct chars *chars, struct word w)
{
    while (w.to > w.from + 1 && is_tail(drawn_at(chars, w.to - 1)))
        w.to--;
    return w;
}

/* "78 ms"; but a year before a letter is no measure ("v roce 2024 s"). */
static bool is_measure(const struct chars *chars, struct word left, struct word right)
{
    struct word unit = without_tail(chars, right);
    if (!ends_in_digit(chars, left))
        return false;
    for (size_t i = unit.from + 1; i < unit.to;
         i++) /* "ms/query": the part before the slash */
        if (drawn_at(chars, i) == '/' && !is_one_of(chars, unit, units))
            unit.to = i;
    bool year = left.to - left.from == 4 && digits_in(chars, left) == 4;
    if (year && unit.to - unit.from == 1 && is_letter(drawn_at(chars, unit.from)))
        return false;
    return is_one_of(chars, unit, units) || is_one_of(chars, right, units);
}

/* "10 000": groups of three behind one of three at most. */
static bool is_grouped(const struct chars *chars, struct word left, struct word right)
{
    struct word group = without_tail(chars, right);
    size_t n = left.to - left.from;
    return n >= 1 && n <= 3 && digits_in(chars, left) == n && group.to - group.from == 3 &&
           digits_in(chars, group) == 3;
}

/* One letter and a full stop. */
static bool is_initial(const struct chars *chars, struct word w)
{
    return w.to - w.from == 2 && is_letter(drawn_at(chars, w.from)) &&
           drawn_at(chars, w.from + 1) == '.';
}

/* "Sep 2023", "March 2024–": a name with a capital before a year of this age. */
static bool is_dated(const struct chars *chars, struct word left, struct word right)
{
    size_t letters = left.to - left.from;
    uint32_t century = drawn_at(chars, right.from);
    uint32_t decade = drawn_at(chars, right.from + 1);
    return letters >= MONTH_MIN && letters <= MONTH_MAX && digits_in(chars, right) == 4 &&
           is_capital(drawn_at(chars, left.from)) &&
           is_letter(drawn_at(chars, left.to - 1)) &&
           ((century == '1' && decade == '9') || (century == '2' && decade == '0'));
}

static bool is_currency(uint32_t c)
{
    return c == '$' || c == 0xA3 || c == 0xA5 || c == 0x20AC;
}

static bool is_dash(const struct chars *chars, struct word w)
{
    uint32_t c = drawn_at(chars, w.from);
    return w.to - w.from == 1 && (c == 0x2013 || c == 0x2014);
}

/* "p95 = 78", "61% → 69%": the sign holds to the name on its left where a number follows, and to the number. */
static bool is_equation(const struct chars *chars, struct word left, struct word right)
{
    if (left.to - left.from == 1 && is_one_of(chars, left, operators))
        return begins_with_number(chars, right);
    return right.to - right.from == 1 && left.to - left.from <= WORD_MAX &&
           is_one_of(chars, right, operators) &&
           begins_with_number(chars, word_after(chars, right.to));
}

static bool is_short_word(const struct chars *chars, struct word w, struct str lang)
{
    for (size_t i = 0; i < countof(short_words); i++)
        if (lang_is(lang, short_words[i].lang))
            return is_one_of(chars, w, short_words[i].words);
    return false;
}

/* French sets thin spaces before tall signs and inside guillemets. */
static uint32_t french(const struct chars *chars, size_t space)
{
    uint32_t before = drawn_at(chars, space - 1), after = drawn_at(chars, space + 1);
    if (after == ';' || after == '!' || after == '?' || after == 0xBB || before == 0xAB)
        return THIN;
    return after == ':' ? NBSP : 0;
}

/* "61 分钟", "2025 年": what is counted, in text that is spaced around its numbers. */
static bool is_counted(const struct chars *chars, struct word left, struct word right)
{
    uint32_t counter = drawn_at(chars, right.from);
    return ends_in_digit(chars, left) && counter >= 0x3400 && counter <= 0x9FFF;
}

/* What to draw for the space at `i`. */
static uint32_t bound(const struct chars *chars, size_t i, struct str lang)
{
    struct word left = word_before(chars, i), right = word_after(chars, i);
    bool capital = is_capital(drawn_at(chars, right.from));
    if (left.from == left.to || right.from == right.to)
        return ' ';
    if (lang_is(lang, S("fr")) && french(chars, i))
        return french(chars, i);
    if (is_equation(chars, left, right))
        return NBSP;
    if (is_measure(chars, left, right) || is_grouped(chars, left, right))
        return THIN;
    if (begins_with_number(chars, right) && is_one_of(chars, left, labels))
        return NBSP;
    if (is_dated(chars, left, right) || is_counted(chars, left, right))
        return NBSP;
    if (is_currency(drawn_at(chars, right.from)) && is_one_of(chars, left, multiples))
        return NBSP;
    if (is_initial(chars, left) && (capital || is_initial(chars, right)))
        return NBSP;
    if (capital && left.to - left.from <= 5 && is_one_of(chars, left, titles))
        return NBSP;
    if (is_dash(chars, right) && is_blank(drawn_at(chars, right.to)) &&
        right.to < chars->list.n)
        return NBSP;
    return is_short_word(chars, left, lang) ? NBSP : ' ';
}

static bool is_small(uint32_t c)
{
    return c >= 'a' && c <= 'z';
}

/* Between two words in small letters, of which the first has more than one: nine of ten spaces. */
static bool is_plain(const struct chars *chars, size_t i)
{
    return is_small(drawn_at(chars, i - 1)) && is_small(drawn_at(chars, i + 1)) &&
           is_small(drawn_at(chars, i - 2));
}

void pairs_bind(struct chars *chars, struct str lang)
{
    for (size_t i = 1; i + 1 < chars->list.n; i++) {
        struct text_char *c = &chars->list.at[i];
        if (c->author == ' ' && !c->raw && !is_plain(chars, i))
            c->drawn = bound(chars, i, lang);
    }
}
