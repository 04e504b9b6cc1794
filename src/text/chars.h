/* SPDX-License-Identifier: MIT */
/* text/chars.h — private to text: a paragraph as characters, on its way to glyphs. */
#ifndef RECTO_TEXT_CHARS_H
#define RECTO_TEXT_CHARS_H

#include "base/vec.h"
#include "text/shape.h"

enum char_state {
    CHAR_DRAWN,  /* gets a glyph */
    CHAR_UNSEEN, /* acts on breaks or direction, and is neither drawn nor kept in the text */
    CHAR_MERGED, /* its bytes belong to the drawn character before it: the second dot of "..." */
    CHAR_PAD /* drawn, but no byte stands for it: the thin space inside « » */
};

/* One character. */
struct text_char {
    uint32_t drawn;   /* code point to draw, after cleaning */
    uint32_t author;  /* code point that the author wrote */
    uint32_t at;      /* byte offset in the text */
    uint32_t stretch; /* index of its stretch */
    uint8_t state;    /* enum char_state */
    bool raw;         /* no cleaning: code, addresses, stretches as they are */
};

struct chars {
    struct arena *a;
    struct str text; /* what is kept of the stretches' text */
    const struct stretch *stretches;
    VEC(struct text_char) list;
};

/* Read `n` stretches into `chars`, whose list is emptied first; the text lives in `a`. */
void chars_read(struct arena *a, struct chars *chars, const struct stretch *stretches,
                size_t n);

/* Change what is drawn to what a typesetter would set: quotes, dashes, dots, arrows, signs. */
void punct_clean(struct chars *chars, struct str lang);
/* Draw the spaces that must not break, or be thin, as U+00A0 or U+202F. */
void pairs_bind(struct chars *chars, struct str lang);
/* Take out what was merged, put in the pads: from here on neighbours in the list are neighbours on
 * the line. */
void chars_pack(struct chars *chars);

/* Code point drawn at index `i`; 0 beyond both ends (`i` may be SIZE_MAX). */
static inline uint32_t drawn_at(const struct chars *chars, size_t i)
{
    return i < chars->list.n ? chars->list.at[i].drawn : 0;
}

static inline bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(uint32_t c);  /* letters and marks of any script */
bool is_capital(uint32_t c); /* upper and title case */
static inline bool is_word_char(uint32_t c)
{
    return is_digit(c) || is_letter(c);
}
/* Space, tab, line end, no-break and other blanks, the paragraph's ends (0). */
bool is_blank(uint32_t c);

/* True where `lang` is `prefix` or begins with "prefix-". */
bool lang_is(struct str lang, struct str prefix);

#endif
