/* SPDX-License-Identifier: MIT */
/* text/fonts.h — private to text: how the fonts of a process are kept. */
#ifndef RECTO_TEXT_FONTS_H
#define RECTO_TEXT_FONTS_H

#include <pthread.h>

#include "base/arena.h"
#include "base/vec.h"
#include "text/face.h"

/* Most fonts are below 1 MB; collections for Chinese reach 130 MB. They are mapped, not read. */
#define FONT_MAX_BYTES ((size_t)256 << 20)
/* More faces than any machine has; a folder tree must not fill memory with names. */
#define FONTS_MAX 20000

enum font_origin {
    FONT_BUNDLED, /* the data folder's index */
    FONT_PATH,    /* below a --font-path folder */
    FONT_NAMED,   /* a file that a layout names */
    FONT_SYSTEM   /* found by fontconfig */
};

/* A font that is known of; opened when it is first wanted. */
struct font {
    struct str family, file;
    unsigned index; /* in a collection */
    int weight;     /* 100-900 */
    bool italic;
    int fallback; /* order in which it is asked for lacking characters, 0: never */
    enum font_origin origin;
    const struct face *face; /* NULL until opened */
    bool broken;             /* could not be opened: not tried again */
};

/* The system's fonts as fontconfig prefers them. */
struct system_order {
    int weight;
    bool italic;
    struct str lang;
    void *fonts; /* FcFontSet; NULL where it cannot be had */
};

struct fonts {
    struct arena *a;
    pthread_mutex_t lock; /* guards everything below */
    /* Of the job that has the lock and knows where to jump to. */
    _Atomic(struct arena *) holder;
    VEC(struct font *) list;
    const struct str *paths;
    size_t path_count;
    bool paths_read, no_system;
    void *system; /* FcConfig, loaded when first needed */
    VEC(struct system_order) orders;
    struct str damage;       /* of recto's own files, the first that could not be read */
    struct wordstock *stock; /* has a lock of its own, and does not change */
};

/* The words that were shaped in these fonts. */
struct wordstock *fonts_wordstock(struct fonts *fonts);

/* Open the font file at `path`; NULL where it cannot be read or used; `*why` then says so
 * in words. The face, and all that it maps, lives in `a`. */
const struct face *face_open(struct arena *a, struct str path, unsigned index,
                             const char **why);
/* Number of faces in a font file; 0 where it is none. */
unsigned face_count(struct str bytes);

/* Take the lock for the job of `caller`, or NULL: memory that runs out meanwhile ends in its jump,
 * and fonts_let_go then gives the lock back. */
void fonts_lock(struct arena *caller, struct fonts *fonts);
void fonts_unlock(struct fonts *fonts);

/* All of these want the lock held. */

/* Open `font` if it is not open yet; NULL, reported as T0102, where that fails. */
const struct face *font_open(struct fonts *fonts, struct font *font, struct diags *d);
struct font *fonts_add(struct fonts *fonts, struct font font);
/* The font of `family` nearest to weight and slant; NULL where there is none. */
struct font *family_nearest(const struct fonts *fonts, const struct face_key *key);
/* Look through the --font-path folders, once. */
void fonts_read_paths(struct fonts *fonts);

/* The system's fonts, by fontconfig; each file found is added to the list. */
struct font *system_family(struct fonts *fonts, const struct face_key *key);
struct font *system_covering(struct fonts *fonts, const struct face_key *like,
                             uint32_t codepoint, struct str lang);
void system_all(struct fonts *fonts);
void system_close(struct fonts *fonts);

#endif
