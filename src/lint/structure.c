/* SPDX-License-Identifier: MIT */
/* lint/structure.c — which sections are there, and whether they are filled. */
#include "base/utf8.h"
#include "lint/rules.h"

/* ---- missing ---- */

/* What readers look for; any one of the kinds of a row will do. */
static const struct wanted {
    const char *name;
    size_t count;
    enum section_kind kinds[2];
    enum diag_code code;
} wanted[] = {
    {"TL;DR",                    1, {SECTION_TLDR},                           D_L0201},
    {"Problem",                  1, {SECTION_PROBLEM},                        D_L0201},
    {"Solution or Architecture", 2, {SECTION_SOLUTION, SECTION_ARCHITECTURE}, D_L0201},
    {"Impact or Evaluation",     2, {SECTION_IMPACT, SECTION_EVALUATION},     D_L0201},
    {"Quick Facts",              1, {SECTION_FACTS},                          D_L0202},
    {"Users & Stakeholders",     1, {SECTION_USERS},                          D_L0202},
    {"Data & Methods",           1, {SECTION_DATA},                           D_L0202},
    {"Evaluation",               2, {SECTION_EVALUATION, SECTION_IMPACT},     D_L0202},
    {"Reliability & Cost",       1, {SECTION_RELIABILITY},                    D_L0202},
    {"Next Steps",               1, {SECTION_NEXT},                           D_L0202},
    {"Ethics & Privacy",         1, {SECTION_ETHICS},                         D_L0202},
    {"Links",                    1, {SECTION_LINKS},                          D_L0202},
};

/* Facts and links may come from the front matter or stand anywhere in the text. */
static bool is_there(const struct study *s, enum section_kind kind)
{
    if (kind == SECTION_FACTS && s->facts.n > 0)
        return true;
    if (kind == SECTION_LINKS && s->links.n > 0)
        return true;
    return section_find(s, kind) != NULL;
}

static bool is_wanted(const struct study *s, const struct wanted *w)
{
    bool found = false;
    for (size_t k = 0; k < w->count; k++)
        found |= is_there(s, w->kinds[k]);
    return !found;
}

void lint_missing_sections(const struct lint *l)
{
    struct span whole = {0, 0, 0, 0};
    struct strbuf others = strbuf_at(l->a);
    for (size_t i = 0; i < countof(wanted); i++) {
        const struct wanted *w = &wanted[i];
        if (!is_wanted(l->study, w))
            continue;
        if (w->code == D_L0201)
            diag_push(l->d, w->code, whole, "there is no section %s", w->name);
        else
            strbuf_fmt(&others, "%s%s", others.n ? ", " : "", w->name);
    }
    if (others.n)
        diag_push(l->d, D_L0202, whole, "there is no section %.*s",
                  STR(strbuf_str(&others)));
}

/* ---- empty ---- */

/* Parts that say something; sub-headings alone do not. */
static bool says_something(const struct part *part)
{
    if (part->kind != PART_BLOCK)
        return true;
    const struct block *b = part->block;
    return b && b->kind != BLOCK_HEADING && b->kind != BLOCK_RULE &&
           b->kind != BLOCK_PAGE_BREAK;
}

static bool has_headings(const struct section *s)
{
    for (size_t i = 0; i < s->parts.n; i++) {
        const struct block *b = s->parts.at[i].block;
        if (s->parts.at[i].kind == PART_BLOCK && b && b->kind == BLOCK_HEADING)
            return true;
    }
    return false;
}

static bool is_empty(const struct section *s)
{
    for (size_t i = 0; i < s->parts.n; i++) {
        if (says_something(&s->parts.at[i]))
            return false;
    }
    return true;
}

/* A section of deeper level that follows directly fills its parent: "Results" over "Quality". */
static bool has_child(const struct study *study, size_t i)
{
    return i + 1 < study->sections.n &&
           study->sections.at[i + 1].level > study->sections.at[i].level;
}

/* Has its emptiness been reported already, as bullets with nothing behind them? */
static bool is_told(const struct lint *l, size_t i)
{
    uint32_t from = l->study->sections.at[i].span.line;
    uint32_t to =
        i + 1 < l->study->sections.n ? l->study->sections.at[i + 1].span.line : UINT32_MAX;
    for (size_t k = 0; k < l->d->list.n; k++) {
        const struct diag *d = &l->d->list.at[k];
        if (d->code == D_L0103 && d->span.line >= from && d->span.line <= to)
            return true;
    }
    return false;
}

void lint_empty_sections(const struct lint *l)
{
    for (size_t i = 0; i < l->study->sections.n; i++) {
        const struct section *s = &l->study->sections.at[i];
        if (!is_empty(s) || has_child(l->study, i) || s->title.n == 0 || is_told(l, i))
            continue;
        if (has_headings(s))
            diag_push(l->d, D_L0204, s->span, "“%.*s” has headings only", STR(s->title));
        else
            diag_push(l->d, D_L0203, s->span, "“%.*s” is empty", STR(s->title));
    }
}

/* ---- too long ---- */

/* A page holds about 550 words. */
#define SECTION_WORDS 300 /* more than half a page for one of fourteen sections */

void lint_long_sections(const struct lint *l)
{
    for (size_t i = 0; i < l->study->sections.n; i++) {
        const struct section *s = &l->study->sections.at[i];
        if (s->words <= SECTION_WORDS)
            continue;
        if (s->title.n)
            diag_push(l->d, D_L0205, s->span, "“%.*s” has %zu words, more than %d",
                      STR(s->title), s->words, SECTION_WORDS);
        else
            diag_push(l->d, D_L0205, s->span,
                      "the text without a heading has %zu words, more than %d", s->words,
                      SECTION_WORDS);
    }
}

/* ---- disclosure ---- */

/* Names of the thing, whole words, and what is said of it, parts of words. */
static bool names_ai(struct str text)
{
    static const char *const names[] = {
        "AI",      "KI",         "IA",       "ИИ",       "ШІ",     "LLM",      "ChatGPT",
        "Copilot", "generative", "人工智能", "人工智慧", "生成AI", "인공지능", "yapay"};
    struct str word;
    for (size_t i = 0; word_next(text, S(""), &i, &word);) {
        for (size_t k = 0; k < countof(names); k++) {
            if (str_eq(word, str_from(names[k])))
                return true;
        }
    }
    return str_find(text, S("人工智"), 0) < text.n ||
           str_find(text, S("生成AI"), 0) < text.n;
}

static bool speaks_of_writing(struct str lower)
{
    static const char *const said[] = {
        "draft",      "edit",   "written", "wrote",  "writing", "proofread", "verified",
        "disclos",    "assist", "polish",  "phras",  "entw",    "geprüft",   "verfasst",
        "rédig",      "relu",   "vérifi",  "redact", "verific", "redig",     "scritt",
        "geschreven", "napis",  "напис",   "провер", "yazıl",   "撰写",      "撰寫",
        "起草",       "執筆",   "작성",    "校",
    };
    for (size_t i = 0; i < countof(said); i++) {
        if (str_find(lower, str_from(said[i]), 0) < lower.n)
            return true;
    }
    return false;
}

/* One sentence or line that names AI and speaks of writing. */
static bool discloses(struct arena *a, struct str text)
{
    while (text.n) {
        struct str line = str_cut(&text, '\n');
        while (line.n) {
            struct str sentence = str_cut(&line, '.');
            if (names_ai(sentence) && speaks_of_writing(str_lower(a, sentence)))
                return true;
        }
    }
    return false;
}

void lint_disclosure(const struct lint *l)
{
    for (size_t i = 0; i < l->study->sections.n; i++) {
        if (discloses(l->a, section_text(l->a, &l->study->sections.at[i])))
            return;
    }
    const struct section *ethics = section_find(l->study, SECTION_ETHICS);
    struct span span = ethics ? ethics->span : (struct span){0, 0, 0, 0};
    diag_push(l->d, D_L0206, span, "there is no line on whether AI helped to write this");
}
