/* SPDX-License-Identifier: MIT */
/* model/title.c — "Case Study — Answer Desk" as a kicker and a title. */
#include "model/title.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "model/name.h"

#define KICKER_WORDS 5 /* "Machine Learning Case Study 3" */

/* "Case study", folded as name_fold does. */
static const char *const kickers[] = {
    "case study",
    "casestudy",
    "case studies",
    "project case study",
    "fallstudie",
    "fallbeispiel",
    "praxisbeispiel",
    "projektbericht",
    "etude de cas",
    "estudio de caso",
    "caso de estudio",
    "caso de exito",
    "estudo de caso",
    "caso de estudo",
    "caso di studio",
    "studio di caso",
    "casestudie",
    "praktijkvoorbeeld",
    "praktijkcase",
    "studium przypadku",
    "analiza przypadku",
    "кейс",
    "кеис",
    "кеис стади",
    "разбор кеиса",
    "аналіз кеису",
    "vaka calismasi",
    "vaka analizi",
    "ornek olay",
    "دراسه حاله",
    "חקר מקרה",
    "מקרה בוחן",
    "केस स्टडी",
    "nghien cuu dien hinh",
    "nghien cuu tinh huong",
    "案例研究",
    "案例分析",
    "案例",
    "個案研究",
    "ケーススタディ",
    "ケーススタディー",
    "事例紹介",
    "事例研究",
    "導入事例",
    "사례 연구",
    "케이스 스터디",
};

static size_t count_words(struct str s)
{
    size_t n = s.n > 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == ' ';
    return n;
}

static bool is_number(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    return s.n > 0 && s.n <= 3;
}

/* Whether `s` says "case study", a few words before it and a number behind it allowed. */
static bool is_kicker(struct arena *a, struct str s)
{
    struct str folded = name_fold(a, s);
    size_t space = folded.n;
    while (space > 0 && folded.p[space - 1] != ' ')
        space--;
    if (space > 0 && is_number(str_sub(folded, space, folded.n)))
        folded = str_sub(folded, 0, space - 1);
    if (folded.n == 0 || count_words(folded) > KICKER_WORDS)
        return false;
    for (size_t i = 0; i < countof(kickers); i++) {
        struct str kicker = str_from(kickers[i]);
        bool ends = str_ends(folded, kicker);
        size_t before = folded.n - kicker.n;
        if (ends && (before == 0 || folded.p[before - 1] == ' '))
            return true;
    }
    return false;
}

static size_t skip_space(struct str s, size_t i)
{
    while (i < s.n) {
        size_t next = i;
        uint32_t c = utf8_next(s, &next);
        if (!utf8_is_space(c) && !name_is_emoji(c) && c != 0xFE0F)
            break;
        i = next;
    }
    return i;
}

static size_t trim_space(struct str s, size_t i)
{
    while (i > 0) {
        size_t before = i;
        if (!utf8_is_space(utf8_prev(s, &before)))
            break;
        i = before;
    }
    return i;
}

/* A mark that may part a kicker from its title: a colon, or a dash or bar with room around it. */
static bool is_mark(struct str s, size_t at, size_t behind, uint32_t c)
{
    bool before = at == 0 || s.p[at - 1] == ' ',
         after = behind >= s.n || s.p[behind] == ' ';
    if (c == ':' || c == 0xFF1A || c == 0xFF5C || c == 0x30FB)
        return true;
    if (c == 0x2014 || c == 0x2013 || c == 0x2015)
        return before || after;
    return before && after &&
           (c == '-' || c == '|' || c == 0xB7 || c == 0x2022 || c == '/');
}

static struct title_parts whole(struct str s)
{
    size_t to = trim_space(s, s.n), from = skip_space(s, 0);
    return (struct title_parts){0, 0, from < to ? from : to, to};
}

/* `Case Study — Title`, or `Title — Case Study`, parted at [at, behind). */
static bool try_mark(struct arena *a, struct str s, size_t at, size_t behind,
                     struct title_parts *parts)
{
    size_t from = skip_space(s, 0), end = trim_space(s, at), rest = skip_space(s, behind);
    size_t to = trim_space(s, s.n);
    if (end > from && is_kicker(a, str_sub(s, from, end))) {
        *parts = (struct title_parts){from, end, rest < to ? rest : to, to};
        return true;
    }
    struct str tail = str_sub(s, rest, to);
    if (str_starts(tail, S("A ")) || str_starts(tail, S("a ")))
        tail = str_sub(tail, 2, tail.n);
    if (end > from && is_kicker(a, tail)) {
        *parts = (struct title_parts){to - tail.n, to, from, end};
        return true;
    }
    return false;
}

/* `[Case Study] Title` and `Title (Case Study)`. */
static bool try_brackets(struct arena *a, struct str s, struct title_parts *parts)
{
    size_t from = skip_space(s, 0), to = trim_space(s, s.n);
    if (from >= to)
        return false;
    char first = s.p[from], last = s.p[to - 1];
    size_t close = str_find_byte(s, first == '[' ? ']' : ')', from);
    if ((first == '[' || first == '(') && close < to &&
        is_kicker(a, str_sub(s, from + 1, close))) {
        bool mark = close + 1 < to && s.p[close + 1] == ':';
        *parts = (struct title_parts){from + 1, close, skip_space(s, close + 1 + mark), to};
        return parts->from <= to;
    }
    size_t open = to;
    while (open > from && s.p[open - 1] != (last == ']' ? '[' : '('))
        open--;
    if ((last == ']' || last == ')') && open > from + 1) {
        struct str inner = str_sub(s, open, to - 1);
        size_t article = str_starts(inner, S("a ")) || str_starts(inner, S("A ")) ? 2 : 0;
        if (!is_kicker(a, inner))
            return false;
        *parts =
            (struct title_parts){open + article, to - 1, from, trim_space(s, open - 1)};
        return true;
    }
    return false;
}

struct title_parts title_parts(struct arena *a, struct str title)
{
    struct title_parts parts = whole(title);
    if (try_brackets(a, title, &parts))
        return parts;
    for (size_t i = 0; i < title.n;) {
        size_t at = i;
        uint32_t c = utf8_next(title, &i);
        if (is_mark(title, at, i, c) && try_mark(a, title, at, i, &parts))
            return parts;
    }
    return parts;
}

bool title_is_kicker(struct arena *a, struct str title)
{
    struct title_parts parts = title_parts(a, title);
    if (parts.kicker_to > parts.kicker_from)
        return parts.from == parts.to;
    return is_kicker(a, str_sub(title, parts.from, parts.to));
}
