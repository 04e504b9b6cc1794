/* SPDX-License-Identifier: MIT */
/* text/foreign.c — which files of the system a text may be set in. */
#include <stdlib.h>

#include "base/utf8.h"
#include "text/fonts.h"

#define UNICODE_END 0x110000u
#define FAMILIES_MAX 32

/* Families of the system, in the order in which characters of the text ask for them. */
struct families {
    struct str at[FAMILIES_MAX];
    const struct face *faces[FAMILIES_MAX]; /* the one that was found */
    size_t n;
};

/* A text goes on in a family that it has begun with: only what that lacks is asked for. */
static bool covers(const struct families *families, uint32_t codepoint)
{
    for (size_t i = 0; i < families->n; i++)
        if (face_has(families->faces[i], codepoint))
            return true;
    return false;
}

static bool holds(const struct families *families, struct str family)
{
    for (size_t i = 0; i < families->n; i++)
        if (str_eq(families->at[i], family))
            return true;
    return false;
}

static const struct font *font_of(const struct fonts *fonts, const struct face *face)
{
    for (size_t i = 0; i < fonts->list.n; i++)
        if (fonts->list.at[i]->face == face)
            return fonts->list.at[i];
    return NULL;
}

/* False where there are more than can be. */
static bool add_family(struct arena *a, struct fonts *fonts, struct families *families,
                       const struct face *face)
{
    fonts_lock(a, fonts);
    const struct font *font = face ? font_of(fonts, face) : NULL;
    bool foreign = font && font->origin == FONT_SYSTEM && !holds(families, font->family);
    if (foreign && families->n < FAMILIES_MAX) {
        families->faces[families->n] = face;
        families->at[families->n++] = font->family;
    }
    fonts_unlock(fonts);
    return families->n < FAMILIES_MAX;
}

/* Of each character that a text has, the family; false as above. */
static bool find_families(struct arena *a, struct fonts *fonts, struct str text,
                          struct str lang, struct families *families)
{
    static const struct face_key like = {
        .family = {"", 0},
          .weight = 400
    };
    unsigned char *seen = arena_alloc(a, UNICODE_END / 8);
    for (size_t i = 0; i < text.n;) {
        uint32_t c = utf8_next(text, &i);
        if (c < 0x80 || c >= UNICODE_END || (seen[c / 8] >> c % 8 & 1))
            continue;
        seen[c / 8] = (unsigned char)(seen[c / 8] | 1u << c % 8);
        if (covers(families, c))
            continue;
        const struct face *face = fonts_fallback(a, fonts, &like, c, lang, NULL);
        if (!add_family(a, fonts, families, face))
            return false;
    }
    return true;
}

static int by_file(const void *one, const void *other)
{
    return str_cmp(*(const struct str *)one, *(const struct str *)other);
}

size_t fonts_for_text(struct arena *a, struct fonts *fonts, struct str text,
                      struct str lang, struct str **files)
{
    struct families *families = arena_make(a, struct families);
    VEC(struct str) list = {NULL, 0, 0};
    *files = NULL;
    if (!find_families(a, fonts, text, lang, families))
        return 0;
    fonts_lock(a, fonts);
    for (size_t i = 0; i < fonts->list.n; i++) {
        const struct font *f = fonts->list.at[i];
        if (f->origin == FONT_SYSTEM && holds(families, f->family))
            vec_push(a, &list, str_dup(a, f->file));
    }
    fonts_unlock(fonts);
    if (list.n)
        qsort(list.at, list.n, sizeof *list.at, by_file);
    size_t n = 0;
    for (size_t i = 0; i < list.n; i++)
        if (n == 0 || !str_eq(list.at[n - 1], list.at[i]))
            list.at[n++] = list.at[i];
    *files = list.at;
    return n;
}
