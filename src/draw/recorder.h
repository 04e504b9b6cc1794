/* SPDX-License-Identifier: MIT */
/* draw/recorder.h — what the parts of draw share while a display list grows. */
#ifndef RECTO_DRAW_RECORDER_H
#define RECTO_DRAW_RECORDER_H

#include "base/arena.h"
#include "draw/display.h"

#define TAG_NONE (UINT32_MAX - 2) /* no TAG_BEGIN is open */

/* Where the first content of a tag, or of one below it, came to stand. */
struct first_place {
    bool found;
    uint32_t page;
    mpt y;
};

/* A line that begins or ends inside a word. Texts of a paragraph lie in one row in memory, so a
 * word that goes on in the next line is one slice. */
struct cut {
    const char *begin, *end; /* the author's characters on this line */
    const struct piece *first, *last;
    /* Up to here an earlier line has said the word; NULL: not cut. */
    const char *head_end;
    const char *tail; /* from here on a word that `word` holds whole; NULL: not cut */
    struct str word;
    bool open; /* more of its paragraph follows */
};

struct cuts {
    struct cut *at; /* by `begin` */
    size_t n;
};

struct map;

struct recorder {
    struct arena *a;
    struct display *display;
    struct cuts cuts;
    bool joined;                /* see struct sheets */
    uint32_t open;              /* tag of the TAG_BEGIN that is not ended, or TAG_NONE */
    struct first_place *places; /* a tag each */
    struct strbuf *says;        /* text of each link, a tag each */
};

/* draw/tags.c: number what has content on `sheets` in reading order, into display->tags. */
void tags_number(struct arena *a, const struct sheets *sheets, struct display *display);
/* Index of `tag`, TAG_ARTIFACT for NULL and for a tag outside the tree. */
uint32_t tags_index(const struct display *display, const struct tag *tag);

/* draw/words.c: find the words that lines cut. */
struct cuts words_cut(struct arena *a, const struct sheets *sheets);
/* The entry of `line`, NULL where it has no text. */
const struct cut *words_find(const struct cuts *cuts, const struct line *line);

/* draw/record.c: add an operation that belongs to `tag` (an index or TAG_…). The pointer holds until
 * the next one is added. */
struct op *record_op(struct recorder *r, enum op_kind kind, uint32_t tag, struct point at);
/* Content of `tag` begins at `top` [mpt] of the current page, unless it began before. */
void record_place(struct recorder *r, uint32_t tag, mpt top);
uint32_t record_face(struct recorder *r, const struct face *face);

/* draw/line.c: a line of text with its baseline at `at`. `forced` is TAG_NONE, or the tag that all
 * of it gets instead of its own. */
void record_line(struct recorder *r, const struct mark *mark, struct point at,
                 uint32_t forced);

/* draw/outline.c: bookmarks of the tags that have titles. */
void outline_build(struct arena *a, const struct first_place *places,
                   struct display *display);

/* draw/anchor.c: make destinations of the headings that links mean by their anchors, beside those
 * `known` by name, and add them there. The outline is built. */
void anchors_settle(struct recorder *r, struct map *known);

#endif
