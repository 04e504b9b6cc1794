/* SPDX-License-Identifier: MIT */
/* model/metric_words.h — what words do in a sentence about a number. */
#ifndef RECTO_MODEL_METRIC_WORDS_H
#define RECTO_MODEL_METRIC_WORDS_H

#include "base/str.h"
#include "model/study.h"

struct shelf;

/* What a word may be; one word may be several things. */
enum word_kind {
    WORD_VERB = 1 << 0,    /* rose, cut: tells a change */
    WORD_SUBJECT = 1 << 1, /* rose: what changed stands before it */
    WORD_STATE = 1 << 2,   /* reached, serves: tells a level */
    WORD_AUX = 1 << 3,     /* was, has been */
    WORD_CHANGE = 1 << 4,  /* reduction, gain: a change as a noun */
    WORD_COMPARE = 1 << 5, /* faster, fewer */
    WORD_BY = 1 << 6,      /* by, um: the amount follows */
    WORD_FROM = 1 << 7,    /* from, von */
    WORD_TO = 1 << 8,      /* to, auf */
    WORD_AT = 1 << 9,      /* at, with: a number of its own follows */
    WORD_AND = 1 << 10,
    WORD_STOP = 1 << 11, /* in, after, thanks: ends what is counted */
    WORD_OF = 1 << 12,
    WORD_PER = 1 << 13,
    WORD_ARTICLE = 1 << 14,  /* the, our: no part of a label */
    WORD_PRONOUN = 1 << 15,  /* we, which */
    WORD_ADVERB = 1 << 16,   /* nearly, about, now */
    WORD_GOAL = 1 << 17,     /* should, target: not yet a result */
    WORD_ORDINAL = 1 << 18,  /* step, figure: a number that counts nothing follows */
    WORD_HARDWARE = 1 << 19, /* GPU, node */
    WORD_SIZE = 1 << 20,     /* channels, layers */
    WORD_VERSION = 1 << 21,  /* version, upgrade, retention: changes that are no outcome */
    WORD_SCORE = 1 << 22,    /* accuracy, AUC: good without a unit */
    WORD_GENERIC = 1 << 23,  /* results, impact: a heading, not a label */
    WORD_PARTICLE = 1 << 24, /* が, を: parts a label from its number */
    WORD_BETTER = 1 << 25,   /* improved: good whichever way it goes */
    WORD_WORSE = 1 << 26,
    WORD_INTERVAL = 1 << 27, /* CI, confidence: how sure, not how much */
    WORD_REACH = 1 << 28,    /* reached, achieved: a level that is an outcome */
    WORD_THAN = 1 << 29,     /* than: what is compared with follows */
    WORD_POINTS = 1 << 30    /* an arrow up or down: no letter of a label */
};

/* A group of words that do the same. */
struct word_row {
    unsigned kind;
    int sign; /* of the change: 1 up, -1 down, 0 unsaid */
    /* Lower case, parted by spaces; "x*" begins with x, "*x" ends with it. */
    const char *words;
};

/* The words of a language, indexed. Built once a study: looking a word up in the lists themselves
 * would read all of them. */
struct lexicon;

const struct lexicon *lexicon_build(struct arena *a, struct str lang);
/* The same, of a language that has a list kept on `shelf`, which may be NULL. */
const struct lexicon *lexicon_at(struct arena *a, struct shelf *shelf, struct str lang);
struct str lexicon_lang(const struct lexicon *lex);

/* What `word` (in lower case) is. English is known everywhere but for its little words, which mean
 * other things elsewhere. */
struct word_row word_find(const struct lexicon *lex, struct str word);

/* The longest word of the lists without spaces between words (Chinese, Japanese) that begins at
 * `at`; its length in bytes, 0 where there is none. */
size_t word_ideograph_at(const struct lexicon *lex, struct str text, size_t at,
                         struct word_row *out);

/* Whether more of what `word` (in lower case) names is good. */
enum verdict word_verdict(const struct lexicon *lex, struct str word);

/* The same of a label: VERDICT_GOOD for accuracy, VERDICT_BAD for cost, VERDICT_UNKNOWN where
 * nobody can tell. */
enum verdict label_verdict(struct arena *a, const struct lexicon *lex, struct str label);

/* Whether one of a space-parted list of patterns fits `word`. */
bool word_fits(struct str word, const char *patterns);

#endif
