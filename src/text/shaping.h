/* SPDX-License-Identifier: MIT */
/* text/shaping.h — private to text: what the cache, shaping and lines share. */
#ifndef RECTO_TEXT_SHAPING_H
#define RECTO_TEXT_SHAPING_H

#include <hb.h>

#include "base/arena.h"
#include "base/vec.h"
#include "text/chars.h"
#include "text/hyphen.h"
#include "text/line.h"
#include "text/shape.h"
#include "text/wordstock.h"

/* The characters that get glyphs. */
struct drawn {
    uint32_t *codepoint;
    uint32_t *at; /* byte offset of each; at[n] is the end of the text */
    uint32_t *stretch;
    uint32_t n;
};

/* What one character is set in, before equal neighbours are joined. */
struct choice {
    const struct face *face;
    hb_script_t script;
    bool missing;
};

/* A run before it is shaped: characters [from, to) of `drawn`. */
struct item {
    uint32_t from, to;
    const struct face *face;
    hb_script_t script;
    uint32_t scale; /* as in struct run */
    uint32_t stretch;
    uint8_t level;
    bool missing;
};

/* What a break before an offset changes, in font units of the run it is in; shaped when asked. */
struct cut {
    bool has_end, has_start, has_hyphen;
    int32_t end, start, hyphen;
};

/* What is kept of a paragraph to shape parts of it again. */
struct shaping {
    struct text_cache *cache;
    struct drawn drawn;
    const struct item *items; /* one for each run */
    /* As they were shaped; sizes and paint are not to be read. */
    const struct stretch *stretches;
    struct cut *cuts; /* numbered by cut_of, from 1 */
    uint32_t *cut_of; /* for each offset, 0: none yet; NULL until the first is asked for */
    uint32_t cut_count, cut_room;
};

/* A face that stood in for a lacking character, so that the next one is found at once. */
struct stand_in {
    uint32_t codepoint;
    int weight;
    bool italic, known;
    const struct face *face; /* NULL: no font has it */
};

#define STAND_INS 512 /* slots, by code point */
/* Different lacking characters that are looked for; more is an attack. */
#define MISSING_MAX 256

/* A piece of a line that is being made, in logical order. */
struct placed {
    struct piece piece;
    uint8_t level;
};

struct entry;

struct text_cache {
    struct arena *a;
    struct fonts *fonts;
    struct str lang;
    struct hyphens hyphens;
    hb_buffer_t *buffer;
    struct chars chars;        /* scratch of text_shape */
    uint8_t *breaks;           /* scratch: for every character, and one more */
    uint32_t *codepoints;      /* scratch: for every character */
    struct choice *choices;    /* scratch: for every character */
    size_t room;               /* of these three */
    VEC(struct item) items;    /* scratch */
    VEC(struct glyph) glyphs;  /* what shape_part gave */
    VEC(struct glyph) word;    /* scratch: of a word that is shaped for the first time */
    struct wordstock *stock;   /* of all jobs with these fonts */
    VEC(struct placed) placed; /* scratch of text_line */
    VEC(struct face_key) keys; /* faces looked up before */
    VEC(const struct face *) faces;
    struct stand_in stand_ins[STAND_INS];
    struct stand_in last_stand_in; /* the last one that a font was looked for, and found */
    struct fallbacks taken;
    VEC(uint32_t) missing; /* characters reported as T0103 */
    struct entry **slots;  /* open addressing */
    size_t entry_count, slot_count;
};

/* Bidi levels of `n` characters into `levels`; false where all is level 0, `levels` is then not
 * written. */
bool bidi_levels(const uint32_t *codepoints, size_t n, bool rtl, struct arena *a,
                 uint8_t *levels);

/* Cut the drawn characters into items: one script, direction, face and stretch each. May change
 * what is drawn where no font has it. */
void itemize(struct text_cache *cache, const struct stretch *stretches, struct drawn *drawn,
             const uint8_t *levels, struct diags *d);

/* The face of a stretch; NULL where there is no font at all. */
const struct face *cache_face(struct text_cache *cache, const struct face_key *key,
                              struct diags *d);
/* A face that has `codepoint`, for use in `stretch`; NULL where none does. */
const struct face *cache_stand_in(struct text_cache *cache, const struct stretch *stretch,
                                  uint32_t codepoint);
/* Language of a stretch: its own, else the job's. */
struct str cache_lang(const struct text_cache *cache, const struct stretch *stretch);

/* Part of an item to shape. */
struct part {
    uint32_t from, to; /* characters of `drawn` */
    bool ends_line; /* no room for what follows: no space between Han and Latin behind it */
    uint32_t hyphen; /* code point to add at its end, 0: none */
};

/* Shape a part: glyphs in visual order in cache->glyphs, clusters are byte offsets; a hyphen's is
 * the end of the part. */
void shape_part(struct text_cache *cache, const struct stretch *stretches,
                const struct drawn *drawn, const struct item *item, struct part part);

/* The same for a part that can be put together from words shaped before; false where it
 * cannot, or where one of its words depends on its neighbours. */
bool shape_by_words(struct text_cache *cache, const struct stretch *s,
                    const struct drawn *drawn, const struct item *item, struct part part);
/* Empty cache->buffer, and shape what has been put into it since. */
void shape_begin(struct text_cache *cache);
void shape_buffer(struct text_cache *cache, const struct word_style *style,
                  hb_direction_t direction);
/* A glyph of the buffer; its cluster is HarfBuzz's. */
struct glyph shape_glyph(const hb_glyph_info_t *info, const hb_glyph_position_t *pos);

static inline bool is_word_space(uint32_t c)
{
    return c == ' ' || c == 0xA0;
}

/* Room between Han and Latin behind character `i` [font units of `item`]. */
int32_t gap_behind(const struct drawn *drawn, const struct item *item, uint32_t i);

/* --- parts of a paragraph (span.c, cut.c) --- */

/* The run that holds the byte `offset`, the one before it where `offset` is the end; NULL where
 * there is no run. */
const struct run *run_at(const struct shaped *shaped, uint32_t offset);
/* Index of the first character drawn at or behind `offset`. */
uint32_t char_at(const struct shaped *shaped, uint32_t offset);
/* The end of [from, to) without blanks that a line end swallows. */
uint32_t content_end(const struct shaped *shaped, uint32_t from, uint32_t to);

/* Fill `before` of a run whose glyphs are there. */
void count_glyphs(struct arena *a, struct run *run);

/* Glyphs of `run` whose clusters lie in [from, to): a slice. */
struct glyph_slice {
    const struct glyph *at;
    uint32_t n;
};
struct glyph_slice glyphs_between(const struct run *run, uint32_t from, uint32_t to);
int64_t sum_advances(const struct glyph *at, size_t n);

/* Size of a run's face today, its fitting included [mpt]. */
mpt run_size(const struct run *run, const struct stretch *stretches);
/* Font units of a run as a length, expanded [thousandths]. */
int64_t run_length(const struct run *run, const struct stretch *stretches, int64_t units,
                   int expansion);

/* True where a line may end before the byte `offset` inside `run` without shaping again. */
bool is_safe(const struct shaped *shaped, const struct run *run, uint32_t offset);
/* The nearest safe character before (after) character `i` of the item of `run`. */
uint32_t safe_before(const struct shaped *shaped, const struct run *run, uint32_t i);
uint32_t safe_after(const struct shaped *shaped, const struct run *run, uint32_t i);

/* The hyphen that a face has; 0 where it has none. */
uint32_t hyphen_of(const struct face *face);

#endif
