/* SPDX-License-Identifier: MIT */
/* lint/voice.c — whether the author can be seen in the text. */
#include "base/utf8.h"
#include "lint/rules.h"

/* First person singular, in lower case; only languages that need the pronoun are judged. */
static const struct persons {
    const char *language;
    const char *words[10];
} persons[] = {
    {"en", {"i", "my", "me", "mine", "myself", "i'm", "i've", "i'd", "i'll"}    },
    {"de", {"ich", "mein", "meine", "meinem", "meinen", "meiner", "mir", "mich"}},
    {"fr", {"je", "j'ai", "mon", "ma", "mes", "moi", "j'étais"}                },
    {"nl", {"ik", "mijn", "mij"}                                                },
    {"ru", {"я", "мой", "моя", "мою", "мне", "меня"}           },
    {"uk", {"я", "мій", "моя", "мене", "мені"}                   },
};

static const struct persons *persons_of(const struct study *study)
{
    for (size_t i = 0; i < countof(persons); i++) {
        if (study_speaks(study, persons[i].language))
            return &persons[i];
    }
    return NULL;
}

/* "I" is a word, "i." in a list or "I/O" is not. */
static bool is_numeral(struct str text, size_t i, struct str word)
{
    size_t from = i - word.n;
    bool before = from > 0 && (text.p[from - 1] == '/' || text.p[from - 1] == '.');
    bool after = i < text.n && (text.p[i] == '/' || text.p[i] == '.' || text.p[i] == ')');
    return word.n == 1 && (before || after);
}

static bool speaks_as_author(struct arena *a, const struct persons *p, struct str text)
{
    struct str word;
    for (size_t i = 0; word_next(text, S("'’"), &i, &word);) {
        struct str lower = str_lower(a, word);
        bool small_i = str_eq(word, S("i"));
        for (size_t k = 0; k < countof(p->words) && p->words[k] && !small_i; k++) {
            if (str_eq(lower, str_from(p->words[k])) && !is_numeral(text, i, word))
                return true;
        }
        size_t quote = str_find(lower, S("’"), 0);
        if (quote == 1 && quote < lower.n && lower.p[0] == 'i') /* I’ve */
            return true;
    }
    return false;
}

void lint_own_role(const struct lint *l)
{
    const struct persons *p = persons_of(l->study);
    size_t words = 0;
    for (size_t i = 0; p && i < l->study->sections.n; i++) {
        const struct section *s = &l->study->sections.at[i];
        if (speaks_as_author(l->a, p, section_text(l->a, s)))
            return;
        words += s->words;
    }
    if (!p || words == 0)
        return;
    const struct section *impact = section_find(l->study, SECTION_IMPACT);
    diag_push(l->d, D_L0401, impact ? impact->span : (struct span){0, 0, 0, 0},
              "nowhere do you say what you did yourself");
}
