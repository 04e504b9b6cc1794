/* SPDX-License-Identifier: MIT */
/* model/facts/placeholder.c — words that wait to be replaced: "<Dates>", "TODO", "• • •". */
#include "base/utf8.h"
#include "model/facts/facts.h"

/* Whole texts, in lower case. */
static const char *const whole[] = {
    "todo",
    "tbd",
    "tba",
    "tbc",
    "fixme",
    "xxx",
    "wip",
    "n.n.",
    "coming soon",
    "to be defined",
    "to be determined",
    "to be announced",
    "to be added",
    "to be completed",
    "to do",
    "fill in",
    "fill me in",
    "placeholder",
    "your name",
    "your role",
    "your title",
    "john doe",
    "jane doe",
    "yyyy-mm-dd",
    "yyyy",
    "mm/yyyy",
    "dd.mm.yyyy",
    "dd/mm/yyyy",
    "mm/dd/yyyy",
    "???",
    "noch offen",
    "folgt",
    "zu ergänzen",
    "offen",
    "à compléter",
    "à définir",
    "por completar",
    "por definir",
    "pendiente",
    "a definir",
    "a preencher",
    "da definire",
    "da completare",
    "nog in te vullen",
    "do uzupełnienia",
    "заполнить",
    "уточняется",
    "заповнити",
    "уточнюється",
    "doldurulacak",
    "待定",
    "待补充",
    "待補充",
    "未定",
    "记入",
    "記入してください",
    "作成中",
    "미정",
    "작성 예정",
};

/* Texts that begin so, in lower case. */
static const char *const beginnings[] = {
    "todo:",      "todo ",        "tbd ",           "fixme",     "lorem ipsum",
    "insert ",    "add your",     "enter your",     "your text", "describe your",
    "write your", "replace this", "replace me",     "[your",     "[insert",
    "[add",       "[enter",       "[todo",          "[tbd",      "[name",
    "[link",      "[date",        "[xxx",           "{{",        "${",
    "<insert",    "<your",        "your name here", "ihr name",  "votre nom",
    "su nombre",  "seu nome",
};

static bool is_listed(struct str lower)
{
    for (size_t i = 0; i < countof(whole); i++)
        if (str_eq(lower, str_from(whole[i])))
            return true;
    for (size_t i = 0; i < countof(beginnings); i++)
        if (str_starts(lower, str_from(beginnings[i])))
            return true;
    return false;
}

static bool is_letter(uint32_t c)
{
    return utf8_is_word(c) && !(c >= '0' && c <= '9');
}

/* What stands between "<" and ">" is a wish, not a tag, an address or a comparison. */
static bool is_slot(struct str inside)
{
    if (inside.n < 2 || inside.n > 200)
        return false;
    size_t at = 0;
    if (!is_letter(utf8_next(inside, &at)))
        return false;
    bool address = str_find(inside, S("://"), 0) < inside.n ||
                   (str_find_byte(inside, '@', 0) < inside.n &&
                    str_find_byte(inside, ' ', 0) == inside.n);
    bool mail = str_starts(inside, S("mailto:"));
    bool tag = str_find(inside, S("=\""), 0) < inside.n;
    return !address && !mail && !tag;
}

/* "<Dates / weeks>" anywhere in the text. */
static bool has_slot(struct str text)
{
    for (size_t open = str_find_byte(text, '<', 0); open < text.n;
         open = str_find_byte(text, '<', open + 1)) {
        size_t close = str_find_byte(text, '>', open);
        if (close == text.n)
            return false;
        if (is_slot(str_sub(text, open + 1, close)))
            return true;
    }
    return false;
}

/* "• • •", "____", "…", "XX": marks and crosses, no word. */
static bool is_marks(struct str text)
{
    size_t at = 0, marks = 0;
    while (at < text.n) {
        uint32_t c = utf8_next(text, &at);
        if (utf8_is_space(c))
            continue;
        bool bullet = c == 0x2022 || c == 0x00B7 || c == 0x2026 || c == '_' || c == '.' ||
                      c == '?' || c == 0x25CF || c == 0x25E6 || c == 0x25AA ||
                      c == 0x2023 || c == 0x30FB || c == '*' || c == '/' || c == '|' ||
                      c == ',';
        if (!bullet)
            return false;
        marks++;
    }
    return marks >= 1;
}

/* "XX%", "X weeks", "NN ms": a number that is not there yet. */
static bool is_unknown_number(struct str text)
{
    size_t n = 0;
    while (n < text.n && (text.p[n] == 'X' || text.p[n] == 'N' || text.p[n] == '#'))
        n++;
    if (n < 2 && !(n == 1 && text.n > 1 && (text.p[1] == ' ' || text.p[1] == '%')))
        return false;
    size_t at = n;
    uint32_t next = at < text.n ? utf8_next(text, &at) : 0;
    bool joined = n >= 2 && next == '.'; /* "XX.X%" */
    bool ends = next == 0 || next == '%' || next == ' ';
    return (ends || joined) && text.n - n <= 12;
}

/* Parts of "owner | lead | contributor": small words, none of them chosen. */
static bool is_choice(struct str text)
{
    size_t parts = 0, words = 0;
    while (text.p) {
        struct str part = str_trim(str_cut(&text, '|'));
        size_t at = 0;
        uint32_t first = part.n ? utf8_next(part, &at) : 0;
        if (!is_letter(first) || utf8_lower(first) != first)
            return false;
        words += text_words(part);
        parts++;
    }
    return parts >= 3 ? words <= parts * 3 : parts == 2 && words == 2;
}

/* "[Your role]", "{name}", "%NAME%", "__NAME__", "[DATES]": a slot of another template. */
static bool is_template_slot(struct str text)
{
    static const struct {
        const char *open, *close;
    } pairs[] = {
        {"[",   "]"  },
        {"{",   "}"  },
        {"%",   "%"  },
        {"__",  "__" },
        {"【", "】"},
        {"＜", "＞"},
        {"«",  "»" }
    };
    for (size_t i = 0; i < countof(pairs); i++) {
        struct str open = str_from(pairs[i].open), close = str_from(pairs[i].close);
        if (text.n <= open.n + close.n || !str_starts(text, open) || !str_ends(text, close))
            continue;
        struct str inside = str_sub(text, open.n, text.n - close.n);
        bool lone = str_find(inside, open, 0) == inside.n;
        size_t at = 0;
        return lone && text_words(inside) <= 6 && is_letter(utf8_next(inside, &at));
    }
    return false;
}

bool text_is_placeholder(struct str text)
{
    char lower[64];
    size_t n = 0, at = 0;
    text = str_trim(text);
    if (text.n == 0)
        return false;
    while (at < text.n && n + 4 <= sizeof lower)
        n += utf8_put(utf8_lower(utf8_next(text, &at)), lower + n);
    struct str head = {lower, n};
    while (head.n && (at == text.n) &&
           (head.p[head.n - 1] == '.' || head.p[head.n - 1] == '!'))
        head.n--;
    return is_listed(head) || has_slot(text) || is_marks(text) || is_unknown_number(text) ||
           is_choice(text) || is_template_slot(text);
}
