/* SPDX-License-Identifier: MIT */
/* model/diagram/sure.c — telling architecture lines from all else that has arrows in it. */
#include "base/utf8.h"
#include "model/diagram/chain.h"

#define STAGE_MAX_BYTES 140 /* a node's name with its bracket; more is a sentence */
#define STAGE_MAX_WORDS 14
#define PROSE_MIN_WORDS 4 /* shorter stages are names, whatever their words */

static bool any_of(struct str text, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (str_find(text, str_from(list[i]), 0) < text.n)
            return true;
    }
    return false;
}

/* Is one of `list` a word of `text`, compared in lower case? */
static bool has_word(struct str text, const char *const *list, size_t n)
{
    size_t i = 0;
    while (i < text.n) {
        size_t from = i;
        while (i < text.n && text.p[i] != ' ')
            i++;
        struct str word = str_sub(text, from, i);
        while (word.n && (word.p[word.n - 1] == ',' || word.p[word.n - 1] == '.'))
            word.n--;
        for (size_t k = 0; k < n; k++) {
            if (str_eq_nocase(word, str_from(list[k])))
                return true;
        }
        i++;
    }
    return false;
}

/* ---- code ---- */

/* What a line of a program holds and the name of a component does not. */
static bool is_code(struct str line)
{
    static const char *const anywhere[] = {
        "===",       "!==",      " == ",    "&&",       " := ", "=> {",    "-> {",
        "){",        ") {",      "};",      "const ",   "let ", "lambda ", "return ",
        "function ", "#include", "import ", "std::",    "->()", " :: ",    "self.",
        "this.",     "println",  "printf(", "console.", "$(",   "/tcp",    "/udp",
        " -eq ",     "| grep",   "sudo ",   "&self",    "=>\"", "await ",
    };
    static const char *const at_start[] = {
        "$ ",   "# ",    "> ",     "if ", "for ",  "while ", "fn ",    "def ", "func ",
        "var ", "case ", "match ", "//",  "type ", "pub ",   "class ", "else"};
    if (any_of(line, anywhere, countof(anywhere)))
        return true;
    for (size_t i = 0; i < countof(at_start); i++) {
        if (str_starts(line, str_from(at_start[i])))
            return true;
    }
    return str_ends(line, S(";")) || str_ends(line, S("{")) || str_ends(line, S("}"));
}

/* `(p) => x`, `x => x.y`, `f(a) -> T`, `p->next`: ASCII arrows with code on their left. */
static bool is_code_arrow(const struct marked *m, const struct chain *c, size_t i)
{
    const struct arrow *arrow = &c->arrows.at[i];
    struct str left = marked_text(m, c->stages.at[i].at);
    struct str right = marked_text(m, c->stages.at[i + 1].at);
    if (!arrow->ascii)
        return false;
    bool called = str_ends(left, S(")")) && str_find_byte(left, '(', 0) < left.n;
    bool piped = m->text.p[arrow->at.from] == '|';
    if (piped &&
        (str_find_byte(left, '(', 0) < left.n || str_find_byte(right, '(', 0) < right.n))
        return true; /* "rows |> Enum.map(&parse/1)" */
    bool assigns = str_find(left, S(" = "), 0) < left.n;
    bool member = !arrow->spaced && (str_find_byte(right, '(', 0) < right.n ||
                                     str_find_byte(left, '.', 0) < left.n);
    static const char *const pointers[] = {"ptr", "this", "self", "$this", "obj",
                                           "ctx", "p",    "node", "it",    "req"};
    member |= !arrow->spaced && has_word(left, pointers, countof(pointers));
    bool fat = m->text.p[arrow->at.from] == '=';
    bool argument = fat && str_find_byte(right, '.', 0) < right.n &&
                    str_find_byte(right, ' ', 0) < right.n;
    return assigns || member || argument || (called && (fat || c->arrows.n == 1));
}

static bool has_code(const struct marked *m, const struct chain *c)
{
    if (is_code(marked_text(m, c->at)))
        return true;
    for (size_t i = 0; i < c->arrows.n; i++) {
        if (is_code_arrow(m, c, i))
            return true;
    }
    return false;
}

/* ---- numbers ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A word such as "0.71", "~$285", "180", "−37%", "<30s", "128×128", "p95=78ms". */
static bool is_quantity(struct str word)
{
    size_t digits = 0, letters = 0;
    for (size_t i = 0; i < word.n;) {
        size_t at = i;
        uint32_t c = utf8_next(word, &i);
        if (is_digit(word.p[at]))
            digits++;
        else if (utf8_is_word(c))
            letters++;
    }
    size_t i = 0;
    while (i < word.n && !is_digit(word.p[i]) && !utf8_is_word((unsigned char)word.p[i]))
        i++;
    bool opens = i < word.n && is_digit(word.p[i]);
    return digits > 0 && (letters == 0 || (opens && letters <= 3));
}

static struct str first_word(struct str text)
{
    return str_sub(text, 0, str_find_byte(text, ' ', 0));
}

static struct str last_word(struct str text)
{
    size_t i = text.n;
    while (i > 0 && text.p[i - 1] != ' ')
        i--;
    return str_sub(text, i, text.n);
}

/* "0.71", "21 days", "~4 min": begins with a quantity and says little more. */
static bool begins_with_quantity(struct str text)
{
    struct str first = first_word(text);
    bool ordinal = str_ends(first, S(".")) || str_ends(first, S(")")); /* "2. Parse" */
    return is_quantity(first) && !ordinal && text_words(text) <= 8;
}

/* "faithfulness 0.71", "Revenue: $12M", "180 ms": a quantity stands near its end. */
static bool ends_with_quantity(struct str text)
{
    struct str last = last_word(text);
    if (is_quantity(last))
        return true;
    struct str before = str_trim_end(str_sub(text, 0, text.n - last.n));
    return last.n <= 12 && before.n && is_quantity(last_word(before));
}

/* "0.71 → 0.94", "P50 latency: 180 ms → 320 ms", "128→256→512". */
static bool is_change(const struct marked *m, const struct chain *c)
{
    size_t numbers = 0;
    for (size_t i = 1; i < c->stages.n; i++)
        numbers += begins_with_quantity(marked_text(m, c->stages.at[i].at));
    bool first = ends_with_quantity(marked_text(m, c->stages.at[0].at));
    return numbers + 1 == c->stages.n && (first || numbers > 1);
}

/* ---- foreign keys, menus ---- */

/* "users.id", "user_id", "users(id)", "orders.user_id (FK)" */
static bool is_key_column(struct str text)
{
    static const char *const ends[] = {".id",   "_id",    "(id)", "_ids", "Id)",
                                       "FK",    "(FK)",   "_fk",  "_key", "_uuid",
                                       ".uuid", "(uuid)", "_pk",  "(PK)"};
    for (size_t i = 0; i < countof(ends); i++) {
        if (str_ends(text, str_from(ends[i])))
            return true;
    }
    return false;
}

static bool is_dotted_name(struct str text)
{
    size_t dot = str_find_byte(text, '.', 0);
    return dot > 0 && dot + 1 < text.n && str_find_byte(text, ' ', 0) == text.n &&
           str_find_byte(text, '_', dot) < text.n;
}

static bool is_foreign_key(const struct marked *m, const struct chain *c)
{
    if (c->stages.n != 2)
        return false;
    struct str left = marked_text(m, c->stages.at[0].at);
    struct str right = marked_text(m, c->stages.at[1].at);
    return is_key_column(left) || is_key_column(right) ||
           (is_dotted_name(left) && is_dotted_name(right));
}

/* "Settings → Privacy", "Go to File > Export": ways through menus. */
static bool is_menu(struct str first)
{
    static const char *const verbs[] = {
        "go to ", "click ", "open ",   "navigate ", "select ", "choose ",      "press ",
        "under ", "see ",   "tap ",    "visit ",    "use ",    "from ",        "in ",
        "via ",   "menu ",  "enable ", "set ",      "run ",    "right-click ", "hit ",
    };
    static const char *const menus[] = {
        "settings", "preferences",     "file",          "edit",
        "view",     "tools",           "options",       "menu",
        "help",     "insert",          "home",          "start",
        "account",  "system settings", "control panel", "window",
        "format",   "admin",           "profile",       "repository settings",
    };
    for (size_t comma = 0; comma < first.n; comma = str_find(first, S(", "), comma) + 2) {
        struct str clause = str_sub(first, comma, first.n);
        for (size_t i = 0; i < countof(verbs); i++) {
            struct str v = str_from(verbs[i]);
            if (str_eq_nocase(str_sub(clause, 0, v.n), v))
                return true; /* "To export, go to Settings" */
        }
    }
    for (size_t i = 0; i < countof(menus); i++) {
        if (str_eq_nocase(first, str_from(menus[i])))
            return true;
    }
    return false;
}

/* ---- prose ---- */

/* Words that sentences are made with and names of components are not. */
static bool is_prose(struct str text)
{
    static const char *const always[] = {
        "i",       "we",      "you",       "they",   "it",   "which", "who",
        "because", "however", "therefore", "we're",  "it's", "my",    "our",
        "your",    "i'm",     "don't",     "should", "would"};
    static const char *const often[] = {
        "is",   "are",   "was", "were",  "be",    "been",  "will",    "can",  "could",
        "has",  "have",  "had", "that",  "this",  "these", "then",    "so",   "but",
        "when", "where", "if",  "while", "moved", "went",  "dropped", "fell", "rose"};
    size_t words = text_words(text);
    if (text.n > STAGE_MAX_BYTES || words > STAGE_MAX_WORDS)
        return true;
    if (has_word(text, always, countof(always)))
        return words > 1;
    return words >= PROSE_MIN_WORDS && has_word(text, often, countof(often));
}

/* "(no change)" in brackets explains a node; it is not asked. */
static struct str without_bracket(struct str text)
{
    size_t open = str_find_byte(text, '(', 1);
    return open < text.n && str_ends(text, S(")")) ? str_trim(str_sub(text, 0, open))
                                                   : text;
}

/* Pieces of a drawing that was not understood; a bar at either end is a frame. */
static bool is_drawn(struct str text)
{
    struct str bar = S("│");
    if (str_starts(text, bar) && str_ends(text, bar) && text.n > 2 * bar.n)
        text = str_sub(text, bar.n, text.n - bar.n);
    for (size_t i = 0; i < text.n;) {
        uint32_t c = utf8_next(text, &i);
        if (c >= 0x2500 && c <= 0x257F)
            return true;
    }
    return str_find(text, S("+--"), 0) < text.n;
}

bool label_is_sure(struct str text)
{
    return text_words(text) > 0 && !is_prose(without_bracket(text)) && !is_code(text) &&
           !is_drawn(text);
}

static bool has_prose(const struct marked *m, const struct chain *c)
{
    for (size_t i = 0; i < c->stages.n; i++) {
        struct str text = marked_text(m, c->stages.at[i].at);
        if (is_prose(without_bracket(text)) || is_drawn(text))
            return true;
    }
    return false;
}

/* Code or bold that holds all the arrows, with words of a sentence round it. */
static bool is_quoted(const struct marked *m, const struct chain *c)
{
    for (size_t i = 0; i < c->arrows.n; i++) {
        if (!marked_has(m, c->arrows.at[i].at, MARK_CODE))
            return false;
    }
    struct stretch first = c->stages.at[0].at, last = vec_last(&c->stages)->at;
    return !marked_has(m, first, MARK_CODE) || !marked_has(m, last, MARK_CODE);
}

static bool all_framed(const struct chain *c)
{
    for (size_t i = 0; i < c->stages.n; i++) {
        const struct stage *stage = &c->stages.at[i];
        for (size_t k = 0; k < stage->units.n; k++) {
            if (!stage->units.at[k].framed)
                return false;
        }
    }
    return true;
}

/* Brackets alone, as in "[A] → [B]"; quotes and code spans are not enough. */
static bool all_bracketed(const struct marked *m, const struct chain *c)
{
    for (size_t i = 0; i < c->stages.n; i++) {
        struct str text = marked_text(m, c->stages.at[i].at);
        if (text.n && !str_starts(text, S("[")))
            return false;
    }
    return all_framed(c);
}

static bool has_horizontal(const struct chain *c)
{
    for (size_t i = 0; i < c->arrows.n; i++) {
        if (c->arrows.at[i].kind != EDGE_NONE)
            return true;
    }
    return false;
}

#define SOLUTION_MIN_NODES 3 /* "Excel → Postgres" is what was replaced by what */

/* A line that is a chain and nothing but a chain: no name before it, no sentence behind it. */
static bool is_all_of_line(const struct chain *c)
{
    return c->lead.from >= c->lead.to && c->tail.from >= c->tail.to &&
           chain_units(c) >= SOLUTION_MIN_NODES;
}

bool chain_is_sure(const struct marked *m, const struct chain *chain,
                   enum chain_place place)
{
    if (chain->arrows.n == 0 || chain_units(chain) < 2 || !has_horizontal(chain))
        return false;
    if (is_change(m, chain))
        return false;
    if (all_bracketed(m, chain))
        return true;
    if (place == PLACE_PROSE || has_code(m, chain) || is_foreign_key(m, chain))
        return false;
    if (place == PLACE_SOLUTION && !is_all_of_line(chain))
        return false;
    if (is_menu(marked_text(m, chain->stages.at[0].at)))
        return false;
    return !has_prose(m, chain) && (m->fence || !is_quoted(m, chain));
}
