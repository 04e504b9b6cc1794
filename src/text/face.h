/* SPDX-License-Identifier: MIT */
/* text/face.h — font files, opened once, shared read-only. */
#ifndef RECTO_TEXT_FACE_H
#define RECTO_TEXT_FACE_H

#include "base/diag.h"
#include "base/geom.h"
#include "base/store.h"
#include "base/str.h"

struct arena;

/* Opaque to all but the doors: an immutable HarfBuzz face and font at scale = units per em. */
struct face;

struct face_info {
    struct str path;
    unsigned index;        /* inside a collection */
    struct str bytes;      /* the whole file, mapped; borrowed */
    struct str family;     /* as found */
    struct str postscript; /* PostScript name, for the PDF; without spaces */
    int weight;            /* 100-900 */
    bool italic, monospaced;
    bool cff;        /* CFF outlines, else TrueType */
    bool cid_keyed;  /* CFF with its own CIDs: glyph numbers are not codes */
    bool restricted; /* its maker forbids embedding (OS/2 fsType): reported as T0104 */
    int upem;        /* units per em; all below in these units, y upwards */
    int ascender, descender, cap_height, x_height;
    int bbox[4]; /* xmin ymin xmax ymax */
    int underline_position, underline_thickness;
};

const struct face_info *face_info(const struct face *face);
/* The HarfBuzz objects inside, for shaping and subsetting; borrowed. */
struct hb_face_t;
struct hb_font_t;
struct hb_face_t *face_hb_face(const struct face *face);
struct hb_font_t *face_hb_font(const struct face *face);

/* CID of a glyph in a CID-keyed font; the glyph itself in all others. */
uint32_t face_cid(const struct face *face, uint32_t glyph);
/* True where the face has a glyph for the code point. */
bool face_has(const struct face *face, uint32_t codepoint);
/* Advance of a glyph without shaping [font units]. */
int face_advance(const struct face *face, uint32_t glyph);
/* White left of the ink of a glyph; 0 where it has none [font units]. */
int face_bearing(const struct face *face, uint32_t glyph);

/* Which face is wanted. A weight that a family lacks is replaced by the nearest one. */
struct face_key {
    struct str family; /* "Inter", or a path to a font file */
    int weight;
    bool italic;
};

/* All fonts of a process: found through the data folder's index, then `font_paths`, then, for
 * characters that none of these cover and unless `no_system`, fontconfig. Safe to share between
 * threads once opened: loading locks. */
struct fonts;

struct fonts_options {
    const struct str *paths; /* --font-path folders */
    size_t path_count;
    bool no_system;      /* --ignore-system-fonts */
    struct reads *reads; /* of all that is read for them; NULL: none is kept */
};

/* The fonts live until fonts_free; faces are borrowed from them. `caller` here and below is the
 * arena of the job that asks: where memory runs out, its jump is taken. NULL allowed: the process
 * then ends. */
struct fonts *fonts_new(struct arena *caller, const struct store *store,
                        const struct fonts_options *options);
void fonts_free(struct fonts *fonts);
/* To be called after that jump, so that others may use the fonts again. */
void fonts_let_go(struct arena *caller, struct fonts *fonts);

/* The face for a key; NULL, with diagnostic T0101, where no file provides the family. */
const struct face *fonts_find(struct arena *caller, struct fonts *fonts,
                              const struct face_key *key, struct diags *d);
/* Fonts of the system that one document has taken for characters so far; begins as {0}. */
struct fallbacks {
    struct font *at[32]; /* what is beyond is not remembered */
    size_t n;
};

/* A face that has `codepoint`, in the order of the index's fallbacks, then the system's; NULL
 * where there is none. `like` gives weight and slant. Of the system's fonts those come first that are
 * in `taken` already, so that one text does not mix families; what it gives is put there (NULL: none
 * are). It depends on nothing else: not on what other documents have taken. */
const struct face *fonts_fallback(struct arena *caller, struct fonts *fonts,
                                  const struct face_key *like, uint32_t codepoint,
                                  struct str lang, struct fallbacks *taken);
/* The files of the system that characters of `text` would be taken from: all of each family that
 * fontconfig prefers for one of them, sorted, each once; 0 where there are none, or more families than
 * a text has. Installing other fonts does not change it. In `a`. */
size_t fonts_for_text(struct arena *a, struct fonts *fonts, struct str text,
                      struct str lang, struct str **files);
/* The first file of the data folder that could not be read or used; empty where all could. */
struct str fonts_damage(struct fonts *fonts);
/* The same places in words, for messages, behind the family `first` that was asked for: "Lato, Inter,
 * DejaVu Sans, the system's fonts". In `a`. */
struct str fonts_tried(struct fonts *fonts, struct arena *a, struct str first);
/* What there is, for `recto fonts`: family, style, file, where from; sorted. */
struct font_listing {
    struct str family, file;
    int weight;
    bool italic;
};
size_t fonts_list(struct fonts *fonts, struct arena *a, struct font_listing **out);

#endif
