/* SPDX-License-Identifier: MIT */
/* model/metric_phrase.h — a line of prose as words, numbers, arrows and stops. */
#ifndef RECTO_MODEL_METRIC_PHRASE_H
#define RECTO_MODEL_METRIC_PHRASE_H

#include "model/flat.h"
#include "model/metric_value.h"
#include "model/metric_words.h"

enum token_kind {
    TOKEN_WORD,
    TOKEN_QUANTITY,
    TOKEN_ARROW,
    TOKEN_EQUALS,
    TOKEN_COLON,
    TOKEN_COMMA,
    TOKEN_STOP, /* ends a clause: . ; ! ? and hard line ends */
    TOKEN_BAR,  /* parts the cells of a strip: | · • */
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_DASH,
    TOKEN_TIMES, /* × * ÷ between numbers */
    TOKEN_OTHER
};

struct token {
    enum token_kind kind;
    size_t from, to;      /* bytes of the text */
    struct quantity q;    /* of TOKEN_QUANTITY */
    struct word_row word; /* what a TOKEN_WORD is; kind 0 where nothing is known */
    bool percentile;      /* p95, P99.9 */
};

struct phrase {
    struct arena *a;
    struct flat flat;
    const struct lexicon *lex;
    struct str lang;
    VEC(struct token) tokens;
};

#define TOKEN_NONE SIZE_MAX

/* Longer texts are no prose; what is beyond is not looked at. */
#define PHRASE_MAX 65536

/* Part `flat` into tokens. Texts without a digit or a {.metric} give none. */
struct phrase phrase_of(struct arena *a, struct flat flat, const struct lexicon *lex);

/* The token, or NULL beyond either end. */
const struct token *phrase_at(const struct phrase *p, size_t i);
/* The kind of word at `i`; 0 where there is no word. */
unsigned phrase_word(const struct phrase *p, size_t i);
/* The text of the tokens [first, last), trimmed. */
struct str phrase_text(const struct phrase *p, size_t first, size_t last);
/* Marks of the first byte of token `i`. */
unsigned phrase_marks(const struct phrase *p, size_t i);
/* Whether `i` is a token of kind `kind`. */
bool phrase_is(const struct phrase *p, size_t i, enum token_kind kind);

#endif
