/* SPDX-License-Identifier: MIT */
/* text/fallback.c — a face for a character that the wanted family lacks. */
#include "text/fonts.h"

/* The next fallback family behind `order`: the least order above it; 0 where there is none. */
static int next_order(const struct fonts *fonts, int order)
{
    int next = 0;
    for (size_t i = 0; i < fonts->list.n; i++) {
        int at = fonts->list.at[i]->fallback;
        if (at > order && (next == 0 || at < next))
            next = at;
    }
    return next;
}

/* The member of `family` nearest to `like` that has the character and is as wide as wished: an
 * upright one where the slanted do not know the script, as for Arabic. */
static const struct face *try_family(struct fonts *fonts, struct str family,
                                     const struct face_key *like, uint32_t codepoint,
                                     bool mono)
{
    struct face_key key = {family, like->weight, like->italic};
    for (;; key.italic = false) {
        struct font *f = family_nearest(fonts, &key);
        const struct face *face = f ? font_open(fonts, f, NULL) : NULL;
        if (face && face_info(face)->monospaced == mono && face_has(face, codepoint))
            return face;
        if (!key.italic)
            return NULL;
    }
}

/* Of the fallback families, in their order, the first that has the character. */
static const struct face *try_index(struct fonts *fonts, const struct face_key *like,
                                    uint32_t codepoint, bool mono)
{
    for (int order = 0; (order = next_order(fonts, order)) != 0;)
        for (size_t i = 0; i < fonts->list.n; i++) {
            const struct font *f = fonts->list.at[i];
            const struct face *face =
                f->fallback == order ? try_family(fonts, f->family, like, codepoint, mono)
                                     : NULL;
            if (face)
                return face;
        }
    return NULL;
}

static bool is_mono(struct fonts *fonts, const struct face_key *like)
{
    struct font *f = family_nearest(fonts, like);
    const struct face *face = f ? font_open(fonts, f, NULL) : NULL;
    return face && face_info(face)->monospaced;
}

/* Of the fonts in --font-path folders the first that has the character. */
static const struct face *try_paths(struct fonts *fonts, uint32_t codepoint)
{
    fonts_read_paths(fonts);
    for (size_t i = 0; i < fonts->list.n; i++) {
        const struct font *f = fonts->list.at[i];
        if (f->origin == FONT_PATH && f->face && face_has(f->face, codepoint))
            return f->face;
    }
    return NULL;
}

/* Of those that the document has taken, the first of about the right weight. */
static struct font *find_taken(const struct fallbacks *taken, const struct face_key *like,
                               uint32_t codepoint)
{
    for (size_t i = 0; taken && i < taken->n; i++) {
        struct font *f = taken->at[i];
        int off = f->weight - like->weight;
        if (off > -150 && off < 150 && face_has(f->face, codepoint))
            return f;
    }
    return NULL;
}

static const struct face *try_system(struct fonts *fonts, const struct face_key *like,
                                     uint32_t codepoint, struct str lang,
                                     struct fallbacks *taken)
{
    if (fonts->no_system)
        return NULL;
    struct font *f = find_taken(taken, like, codepoint);
    if (f)
        return f->face;
    f = system_covering(fonts, like, codepoint, lang);
    const struct face *face = f ? font_open(fonts, f, NULL) : NULL;
    if (!face || !face_has(face, codepoint))
        return NULL;
    if (taken && taken->n < countof(taken->at))
        taken->at[taken->n++] = f;
    return face;
}

/* Text that is not monospaced takes such letters only where nothing else has them. */
static const struct face *try_all(struct fonts *fonts, const struct face_key *like,
                                  uint32_t codepoint, struct str lang,
                                  struct fallbacks *taken)
{
    bool mono = is_mono(fonts, like);
    const struct face *face = mono ? try_index(fonts, like, codepoint, true) : NULL;
    if (!face)
        face = try_index(fonts, like, codepoint, false);
    if (!face && fonts->path_count)
        face = try_paths(fonts, codepoint);
    if (!face)
        face = try_system(fonts, like, codepoint, lang, taken);
    return face || mono ? face : try_index(fonts, like, codepoint, true);
}

const struct face *fonts_fallback(struct arena *caller, struct fonts *fonts,
                                  const struct face_key *like, uint32_t codepoint,
                                  struct str lang, struct fallbacks *taken)
{
    fonts_lock(caller, fonts);
    const struct face *face = try_all(fonts, like, codepoint, lang, taken);
    fonts_unlock(fonts);
    return face;
}

struct str fonts_tried(struct fonts *fonts, struct arena *a, struct str first)
{
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, first);
    fonts_lock(a, fonts);
    for (int order = 0; (order = next_order(fonts, order)) != 0;)
        for (size_t i = 0; i < fonts->list.n; i++)
            if (fonts->list.at[i]->fallback == order) {
                struct str family = fonts->list.at[i]->family;
                if (!str_eq(family, first))
                    strbuf_fmt(&b, ", %.*s", STR(family));
                break; /* its other weights have the same name */
            }
    if (fonts->path_count)
        strbuf_put(&b, S(", the folders of --font-path"));
    if (!fonts->no_system)
        strbuf_put(&b, S(", the system's fonts"));
    fonts_unlock(fonts);
    return strbuf_str(&b);
}
