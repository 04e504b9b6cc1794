/* SPDX-License-Identifier: MIT */
/* model/metric_phrase.c — a line of prose as words, numbers, arrows and stops. */
#include "model/metric_phrase.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "model/metric_number.h"

/* A tokeniser in progress. */
struct scan {
    struct phrase *p;
    struct str text;
    size_t at;
};

static bool is_digit(uint32_t c)
{
    return digit_of(c) >= 0;
}

/* Scripts written without spaces; Hangul has them. */
static bool is_ideograph(uint32_t c)
{
    return (c >= 0x3040 && c < 0x3100) || (c >= 0x3400 && c < 0xA000) ||
           (c >= 0xF900 && c < 0xFB00);
}

static bool is_arrow(uint32_t c)
{
    static const uint32_t arrows[] = {0x2192, 0x27F6, 0x279C, 0x2794, 0x279D, 0x279E,
                                      0x27A1, 0x21D2, 0x27F9, 0x25BA, 0x25B6, 0x25B8,
                                      0x21E8, 0x2B95, 0x27A4, 0x2B62};
    for (size_t i = 0; i < countof(arrows); i++)
        if (c == arrows[i])
            return true;
    return false;
}

/* Behind "->", "-->", "=>", "──►" or a single arrow at `at`; 0 where there is none. */
static size_t arrow_end(struct str text, size_t at)
{
    size_t i = at;
    uint32_t c = text_peek(text, i);
    while (c == '-' || c == '=' || c == 0x2500 || c == 0x2501 || c == 0x2014) {
        i = text_step(text, i);
        c = text_peek(text, i);
    }
    bool head = is_arrow(c) || (c == '>' && i > at);
    return head ? text_step(text, i) : 0;
}

/* Single characters that are tokens by themselves. */
static const struct {
    uint32_t c;
    enum token_kind kind;
} marks[] = {
    {'=',    TOKEN_EQUALS},
    {0xFF1D, TOKEN_EQUALS},
    {':',    TOKEN_COLON },
    {0xFF1A, TOKEN_COLON },
    {',',    TOKEN_COMMA },
    {0xFF0C, TOKEN_COMMA },
    {0x3001, TOKEN_COMMA },
    {0x060C, TOKEN_COMMA },
    {';',    TOKEN_STOP  },
    {'!',    TOKEN_STOP  },
    {'?',    TOKEN_STOP  },
    {'\n',   TOKEN_STOP  },
    {0x3002, TOKEN_STOP  },
    {0xFF1B, TOKEN_STOP  },
    {0xFF01, TOKEN_STOP  },
    {0xFF1F, TOKEN_STOP  },
    {0x061B, TOKEN_STOP  },
    {0x0964, TOKEN_STOP  },
    {'|',    TOKEN_BAR   },
    {0x00B7, TOKEN_BAR   },
    {0x2022, TOKEN_BAR   },
    {0x30FB, TOKEN_BAR   },
    {0x2502, TOKEN_BAR   },
    {0x2027, TOKEN_BAR   },
    {'(',    TOKEN_OPEN  },
    {'[',    TOKEN_OPEN  },
    {'{',    TOKEN_OPEN  },
    {0xFF08, TOKEN_OPEN  },
    {0x3010, TOKEN_OPEN  },
    {')',    TOKEN_CLOSE },
    {']',    TOKEN_CLOSE },
    {'}',    TOKEN_CLOSE },
    {0xFF09, TOKEN_CLOSE },
    {0x3011, TOKEN_CLOSE },
    {0x2014, TOKEN_DASH  },
    {0x2013, TOKEN_DASH  },
    {'-',    TOKEN_DASH  },
    {0x2012, TOKEN_DASH  },
    {0x00D7, TOKEN_TIMES },
    {'*',    TOKEN_TIMES },
    {0x00F7, TOKEN_TIMES },
    {0x2212, TOKEN_DASH  },
    {'\t',   TOKEN_BAR   },
};

/* Latin, Greek and Cyrillic; the scripts behind them have no small letters. */
static bool is_cased(uint32_t c)
{
    return c < 0x0590 || (c >= 0x1E00 && c < 0x2000);
}

/* A full stop ends a clause unless a small letter follows, as after "approx." */
static enum token_kind full_stop(struct str text, size_t at)
{
    uint32_t next = text_peek(text, text_skip_space(text, at + 1));
    bool small =
        utf8_is_word(next) && utf8_lower(next) == next && is_cased(next) && !is_digit(next);
    return small ? TOKEN_OTHER : TOKEN_STOP;
}

static enum token_kind mark_kind(struct str text, size_t at)
{
    uint32_t c = text_peek(text, at);
    if (c == '.')
        return full_stop(text, at);
    for (size_t i = 0; i < countof(marks); i++)
        if (marks[i].c == c)
            return marks[i].kind;
    return TOKEN_OTHER;
}

/* Marks that stay inside a word when word characters stand on both sides. */
static bool joins(uint32_t c)
{
    return c == '-' || c == '\'' || c == 0x2019 || c == '.' || c == '@' || c == '&' ||
           c == '/' || c == '_' || c == 0x2010 || c == 0x2011 || c == '#';
}

static bool is_hebrew(uint32_t c)
{
    return c >= 0x0590 && c < 0x0600;
}

static size_t word_end(struct str text, size_t at)
{
    uint32_t before = 0;
    while (at < text.n) {
        uint32_t c = text_peek(text, at);
        uint32_t next = text_peek(text, text_step(text, at));
        bool word = (utf8_is_word(c) || c == '_' || c == 0x200D) && !is_ideograph(c);
        word = word && (c < 0x80 || mark_kind(text, at) == TOKEN_OTHER);
        bool joint = joins(c) && utf8_is_word(next) && !is_ideograph(next);
        bool prefix = is_hebrew(before) && c == '-' && is_digit(next);
        if ((!word && !joint) || prefix)
            break;
        before = c;
        at = text_step(text, at);
    }
    if (str_sub(text, at, at + 2).n == 2 && text.p[at] == '+' && text.p[at + 1] == '+')
        at += 2; /* C++ */
    return at;
}

/* "p95", "P99.9" */
static bool is_percentile(struct str word)
{
    if (word.n < 3 || word.n > 6 || (word.p[0] != 'p' && word.p[0] != 'P'))
        return false;
    size_t digits = 0;
    for (size_t i = 1; i < word.n; i++) {
        bool digit = word.p[i] >= '0' && word.p[i] <= '9';
        if (!digit && !(word.p[i] == '.' && i >= 3))
            return false;
        digits += digit;
    }
    return digits >= 2 && digits <= 4;
}

static void push(struct scan *s, enum token_kind kind, size_t to)
{
    struct token *token = vec_add(s->p->a, &s->p->tokens);
    token->kind = kind;
    token->from = s->at;
    token->to = to;
    s->at = to;
}

static void push_word(struct scan *s, size_t to)
{
    struct str word = str_sub(s->text, s->at, to);
    push(s, TOKEN_WORD, to);
    struct token *token = vec_last(&s->p->tokens);
    token->percentile = is_percentile(word);
    token->word = word_find(s->p->lex, str_lower(s->p->a, word));
}

/* A run of ideographs: known words by themselves, the rest between them as one. */
static void push_ideographs(struct scan *s)
{
    size_t at = s->at;
    while (is_ideograph(text_peek(s->text, at))) {
        struct word_row row = {0};
        size_t n = word_ideograph_at(s->p->lex, s->text, at, &row);
        if (n == 0) {
            at = text_step(s->text, at);
            continue;
        }
        if (at > s->at)
            push(s, TOKEN_WORD, at);
        push(s, TOKEN_WORD, at + n);
        vec_last(&s->p->tokens)->word = row;
        at += n;
    }
    if (at > s->at)
        push(s, TOKEN_WORD, at);
}

/* Characters that a quantity may begin with; letters begin it only in codes such as USD. */
static bool may_begin_quantity(struct str text, size_t at)
{
    static const struct str signs = {"+-<>~%$", 7};
    uint32_t c = text_peek(text, at);
    size_t to;
    if (is_digit(c))
        return true;
    if (c < 0x80 && str_find_byte(signs, (char)c, 0) < signs.n)
        return true;
    if (str_starts(str_sub(text, at, text.n), S("sub-")) ||
        str_starts(str_sub(text, at, text.n), S("Sub-")) ||
        str_eq_nocase(str_sub(text, at, at + 6), S("minus ")))
        return true;
    bool high = c >= 0xA3 && !utf8_is_word(c);
    return (high || (c >= 'A' && c <= 'Z') || c == 0xFFE5 || c == 0x066A || c == 0xFF0B ||
            c == 0xFF0D) &&
           (high || currency_at(text, at, &to));
}

static bool push_quantity(struct scan *s)
{
    struct quantity q;
    if (!may_begin_quantity(s->text, s->at) || !quantity_at(s->text, s->at, s->p->lang, &q))
        return false;
    push(s, TOKEN_QUANTITY, q.to);
    vec_last(&s->p->tokens)->q = q;
    return true;
}

/* A number that is none, such as "10.0.0.1:8080/tcp", is skipped whole, or its tail would count. */
static size_t blob_end(struct str text, size_t at)
{
    size_t from = at;
    while (at < text.n && !utf8_is_space(text_peek(text, at))) {
        uint32_t c = text_peek(text, at);
        if (is_arrow(c) || c == '(' || c == ')' || c == '=')
            break;
        at = text_step(text, at);
    }
    while (at > from && strchr(".,;:!?", text.p[at - 1]))
        at--;
    return at;
}

/* Arrows that point up or down say what a verb would. */
static int pointing(uint32_t c)
{
    static const uint32_t up[] = {0x2191, 0x25B2, 0x2B06, 0x2197, 0x21D1, 0x1F4C8, 0x1F53C};
    static const uint32_t down[] = {0x2193, 0x25BC,  0x2B07, 0x2198,
                                    0x21D3, 0x1F4C9, 0x1F53D};
    for (size_t i = 0; i < countof(up); i++)
        if (c == up[i] || c == down[i])
            return c == up[i] ? 1 : -1;
    return 0;
}

static void push_pointing(struct scan *s, int sign)
{
    push(s, TOKEN_WORD, text_step(s->text, s->at));
    vec_last(&s->p->tokens)->word =
        (struct word_row){WORD_VERB | WORD_SUBJECT | WORD_POINTS, sign, ""};
}

static void scan_one(struct scan *s)
{
    uint32_t c = text_peek(s->text, s->at);
    size_t arrow = arrow_end(s->text, s->at);
    if (arrow) {
        push(s, TOKEN_ARROW, arrow);
    } else if (pointing(c)) {
        push_pointing(s, pointing(c));
    } else if (push_quantity(s)) {
        return;
    } else if (is_digit(c)) {
        size_t to = blob_end(s->text, s->at);
        push(s, TOKEN_WORD, to > s->at ? to : text_step(s->text, s->at));
    } else if (is_ideograph(c)) {
        push_ideographs(s);
    } else if ((utf8_is_word(c) && mark_kind(s->text, s->at) == TOKEN_OTHER) || c == '_') {
        push_word(s, word_end(s->text, s->at));
    } else {
        push(s, mark_kind(s->text, s->at), text_step(s->text, s->at));
    }
}

/* A text without a digit has no metric, unless one is marked by hand. */
static bool may_hold_metric(struct str text, const unsigned char *flat_marks)
{
    for (size_t at = 0; at < text.n; at = text_step(text, at))
        if ((flat_marks[at] & FLAT_METRIC) || is_digit(text_peek(text, at)))
            return true;
    return false;
}

/* Stars of emphasis that did not close, and the hyphen of a Hebrew prefix before a number. */
static bool is_leftover(struct str text, size_t at)
{
    uint32_t c = text_peek(text, at), next = text_peek(text, at + 1);
    size_t i = at;
    uint32_t before = at > 0 ? utf8_prev(text, &i) : 0;
    if (c == '*')
        return next == '*' || before == '*';
    return c == '-' && is_hebrew(before) && is_digit(next);
}

struct phrase phrase_of(struct arena *a, struct flat flat, const struct lexicon *lex)
{
    struct phrase p = {.a = a, .flat = flat, .lex = lex, .lang = lexicon_lang(lex)};
    struct scan s = {&p, str_sub(flat.text, 0, PHRASE_MAX), 0};
    if (!may_hold_metric(s.text, flat.marks))
        return p;
    while (s.at < s.text.n) {
        uint32_t c = text_peek(s.text, s.at);
        bool blank = c != '\n' && c != '\t' && utf8_is_space(c);
        if (blank || is_leftover(s.text, s.at))
            s.at = text_step(s.text, s.at);
        else
            scan_one(&s);
    }
    return p;
}

const struct token *phrase_at(const struct phrase *p, size_t i)
{
    return i < p->tokens.n ? &p->tokens.at[i] : NULL;
}

unsigned phrase_word(const struct phrase *p, size_t i)
{
    return phrase_is(p, i, TOKEN_WORD) ? p->tokens.at[i].word.kind : 0;
}

struct str phrase_text(const struct phrase *p, size_t first, size_t last)
{
    if (first >= last || last > p->tokens.n)
        return (struct str){0};
    size_t from = p->tokens.at[first].from;
    return str_trim(str_sub(p->flat.text, from, p->tokens.at[last - 1].to));
}

unsigned phrase_marks(const struct phrase *p, size_t i)
{
    return i < p->tokens.n ? p->flat.marks[p->tokens.at[i].from] : 0;
}

bool phrase_is(const struct phrase *p, size_t i, enum token_kind kind)
{
    return i < p->tokens.n && p->tokens.at[i].kind == kind;
}
