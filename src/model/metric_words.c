/* SPDX-License-Identifier: MIT */
/* model/metric_words.c — the word lists, indexed for a language. */
#include "model/metric_words.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/shelf.h"
#include "base/vec.h"

/* Kinds that keep their meaning in any language's technical prose; the others are little words
 * such as "a", "de" or "in", which mean other things elsewhere. */
#define CONTENT_KINDS                                                                    \
    (WORD_VERB | WORD_SUBJECT | WORD_CHANGE | WORD_COMPARE | WORD_HARDWARE | WORD_SIZE | \
     WORD_VERSION | WORD_SCORE | WORD_INTERVAL | WORD_ORDINAL | WORD_GENERIC |           \
     WORD_BETTER | WORD_WORSE | WORD_GOAL | WORD_STATE)

/* The lists, one file a language: adding one needs a file and two rows here. */
#define X(kind, sign, words) {kind, sign, words},
static const struct word_row en[] = {
#include "model/words/en.def"
};
static const struct word_row de[] = {
#include "model/words/de.def"
};
static const struct word_row nl[] = {
#include "model/words/nl.def"
};
static const struct word_row fr[] = {
#include "model/words/fr.def"
};
static const struct word_row es[] = {
#include "model/words/es.def"
};
static const struct word_row pt[] = {
#include "model/words/pt.def"
};
static const struct word_row it[] = {
#include "model/words/it.def"
};
static const struct word_row pl[] = {
#include "model/words/pl.def"
};
static const struct word_row ru[] = {
#include "model/words/ru.def"
};
static const struct word_row uk[] = {
#include "model/words/uk.def"
};
static const struct word_row tr[] = {
#include "model/words/tr.def"
};
static const struct word_row vi[] = {
#include "model/words/vi.def"
};
static const struct word_row ar[] = {
#include "model/words/ar.def"
};
static const struct word_row he[] = {
#include "model/words/he.def"
};
static const struct word_row hi[] = {
#include "model/words/hi.def"
};
static const struct word_row ko[] = {
#include "model/words/ko.def"
};
static const struct word_row zh[] = {
#include "model/words/zh.def"
};
static const struct word_row ja[] = {
#include "model/words/ja.def"
};
#undef X

struct word_list {
    const char *lang; /* begins the BCP 47 tag of the text */
    const struct word_row *rows;
    size_t count;
    bool ideographic; /* written without spaces between words */
};

/* English first: it stands in where a language has no list. */
static const struct word_list lists[] = {
    {"en", en, countof(en), false},
    {"de", de, countof(de), false},
    {"nl", nl, countof(nl), false},
    {"fr", fr, countof(fr), false},
    {"es", es, countof(es), false},
    {"pt", pt, countof(pt), false},
    {"it", it, countof(it), false},
    {"pl", pl, countof(pl), false},
    {"ru", ru, countof(ru), false},
    {"uk", uk, countof(uk), false},
    {"tr", tr, countof(tr), false},
    {"vi", vi, countof(vi), false},
    {"ar", ar, countof(ar), false},
    {"he", he, countof(he), false},
    {"hi", hi, countof(hi), false},
    {"ko", ko, countof(ko), false},
    {"zh", zh, countof(zh), true },
    {"ja", ja, countof(ja), true },
};

static bool contains(struct str word, struct str part)
{
    return str_find(word, part, 0) < word.n;
}

/* One pattern: "word", "begin*", "*end" or "*inside*". */
static bool pattern_fits(struct str word, struct str pattern)
{
    bool open_start = str_starts(pattern, S("*"));
    bool open_end = pattern.n > 1 && str_ends(pattern, S("*"));
    struct str core = str_sub(pattern, open_start ? 1 : 0, pattern.n - (open_end ? 1 : 0));
    if (open_start && open_end)
        return contains(word, core);
    if (open_start)
        return str_ends(word, core);
    return open_end ? str_starts(word, core) : str_eq(word, core);
}

bool word_fits(struct str word, const char *patterns)
{
    struct str rest = str_from(patterns);
    while (rest.p)
        if (pattern_fits(word, str_cut(&rest, ' ')))
            return true;
    return false;
}

/* Words by what they are, for look-up. Whole words are in a map; patterns that begin with letters
 * are by their first byte, the few others in a list. */
struct pattern {
    struct str text; /* without the star that it begins with */
    const struct word_row *row;
    bool inside; /* of those with a star: it had one at its end too, now gone */
};

struct index {
    struct map whole; /* struct word_row */
    VEC(struct pattern) begin[256];
    VEC(struct pattern) other;
};

struct lexicon {
    struct str lang;
    const struct word_list *own;
    struct index words, english, polarity;
};

static void merge(struct word_row *into, const struct word_row *row)
{
    into->kind |= row->kind;
    into->sign = into->sign ? into->sign : row->sign;
}

static void index_pattern(struct arena *a, struct index *index, struct str text,
                          const struct word_row *row)
{
    struct pattern pattern = {text, row, false};
    if (text.p[0] == '*') {
        pattern.inside = text.n > 1 && str_ends(text, S("*"));
        pattern.text = str_sub(text, 1, text.n - pattern.inside);
        vec_push(a, &index->other, pattern);
    } else if (text.p[text.n - 1] == '*') {
        vec_push(a, &index->begin[(unsigned char)text.p[0]], pattern);
    } else {
        struct word_row *known = map_find(&index->whole, text);
        if (!known) {
            known = arena_make(a, struct word_row);
            map_put(a, &index->whole, text, known);
        }
        merge(known, row);
    }
}

static void index_row(struct arena *a, struct index *index, const struct word_row *row)
{
    struct str rest = str_from(row->words);
    while (rest.p) {
        struct str text = str_cut(&rest, ' ');
        if (text.n)
            index_pattern(a, index, text, row);
    }
}

/* One of the patterns that begin with a star. */
static bool open_fits(struct str word, const struct pattern *p)
{
    if (word.n < p->text.n)
        return false;
    return p->inside ? contains(word, p->text) : str_ends(word, p->text);
}

/* A word may stand in more than one row: "cut" is a verb and a noun. */
static struct word_row look_up(const struct index *index, struct str word)
{
    struct word_row found = {0};
    const struct word_row *whole = word.n ? map_find(&index->whole, word) : NULL;
    if (whole)
        merge(&found, whole);
    for (size_t i = 0; word.n && i < index->begin[(unsigned char)word.p[0]].n; i++) {
        const struct pattern *p = &index->begin[(unsigned char)word.p[0]].at[i];
        if (str_starts(word, str_sub(p->text, 0, p->text.n - 1)))
            merge(&found, p->row);
    }
    for (size_t i = 0; i < index->other.n; i++)
        if (open_fits(word, &index->other.at[i]))
            merge(&found, index->other.at[i].row);
    return found;
}

static const struct word_list *list_of(struct str lang)
{
    for (size_t i = 0; i < countof(lists); i++)
        if (str_starts(lang, str_from(lists[i].lang)))
            return &lists[i];
    return &lists[0];
}

/* Good and bad names, as rows: their kind is the verdict. */
#define X(verdict, words) {1u << (verdict), 0, words},
static const struct word_row polarity[] = {
#include "model/words/polarity.def"
};
#undef X

static struct lexicon *lexicon_make(struct arena *a, struct str lang)
{
    struct lexicon *lex = arena_make(a, struct lexicon);
    lex->lang = lang;
    lex->own = list_of(lang);
    for (size_t i = 0; i < lex->own->count; i++)
        index_row(a, &lex->words, &lex->own->rows[i]);
    for (size_t i = 0; lex->own != &lists[0] && i < countof(en); i++)
        index_row(a, &lex->english, &en[i]);
    for (size_t i = 0; i < countof(polarity); i++)
        index_row(a, &lex->polarity, &polarity[i]);
    return lex;
}

const struct lexicon *lexicon_build(struct arena *a, struct str lang)
{
    return lexicon_make(a, lang);
}

static void *make(struct arena *a, void *user)
{
    const struct word_list *const *list = user;
    return lexicon_make(a, str_from((*list)->lang));
}

const struct lexicon *lexicon_at(struct arena *a, struct shelf *shelf, struct str lang)
{
    const struct word_list *list = list_of(lang);
    if (!shelf || !str_eq(lang, str_from(list->lang)))
        return lexicon_build(a, lang);
    return shelf_at(a, shelf, str_fmt(a, "words %s", list->lang), make, &list);
}

struct str lexicon_lang(const struct lexicon *lex)
{
    return lex->lang;
}

struct word_row word_find(const struct lexicon *lex, struct str word)
{
    struct word_row found = look_up(&lex->words, word);
    if (found.kind == 0) {
        found = look_up(&lex->english, word);
        found.kind &= CONTENT_KINDS;
    }
    return found;
}

/* What is bad news in one language wins over what is good in another. */
enum verdict word_verdict(const struct lexicon *lex, struct str word)
{
    unsigned kind = look_up(&lex->polarity, word).kind;
    if (kind & 1u << VERDICT_BAD)
        return VERDICT_BAD;
    return kind & 1u << VERDICT_GOOD ? VERDICT_GOOD : VERDICT_UNKNOWN;
}

static size_t longest_at(struct str tail, const struct word_list *list,
                         struct word_row *out)
{
    size_t longest = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct str rest = str_from(list->rows[i].words);
        while (rest.p) {
            struct str word = str_cut(&rest, ' ');
            if (word.n <= longest || !str_starts(tail, word))
                continue;
            longest = word.n;
            *out = list->rows[i];
        }
    }
    return longest;
}

size_t word_ideograph_at(const struct lexicon *lex, struct str text, size_t at,
                         struct word_row *out)
{
    struct str tail = str_sub(text, at, text.n);
    if (lex->own->ideographic)
        return longest_at(tail, lex->own, out);
    /* The language was not told: the first list that knows the word. */
    size_t n = 0;
    for (size_t i = 0; i < countof(lists) && n == 0; i++)
        n = lists[i].ideographic ? longest_at(tail, &lists[i], out) : 0;
    return n;
}
