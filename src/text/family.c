/* SPDX-License-Identifier: MIT */
/* text/family.c — the members of a family, and which of them is nearest to a wish. */
#include <string.h>

#include "base/file.h"
#include "text/fonts.h"

/* --font-path folders are read this deep: family/format/file and one more. */
#define FOLDER_DEPTH 4

/* How far `font` is from the wish: slant first, as a wrong one is seen at once; then weight, where
 * of two equally far ones the bolder is nearer to a bold wish, the lighter to a light one (CSS
 * Fonts 4, 5.2). */
static int distance(const struct font *font, const struct face_key *key)
{
    int off = font->weight - key->weight, wrong_way = key->weight > 500 ? off < 0 : off > 0;
    return (font->italic != key->italic ? 10000 : 0) + 2 * (off < 0 ? -off : off) +
           wrong_way;
}

struct font *family_nearest(const struct fonts *fonts, const struct face_key *key)
{
    struct font *best = NULL;
    for (size_t i = 0; i < fonts->list.n; i++) {
        struct font *f = fonts->list.at[i];
        if (f->broken || f->origin == FONT_NAMED || !str_eq_nocase(f->family, key->family))
            continue;
        if (!best || distance(f, key) < distance(best, key))
            best = f;
    }
    return best;
}

static bool is_font_file(struct str name)
{
    struct str end = path_extension(name);
    return str_eq_nocase(end, S(".ttf")) || str_eq_nocase(end, S(".otf")) ||
           str_eq_nocase(end, S(".ttc")) || str_eq_nocase(end, S(".otc"));
}

/* The family and style of a font are known only once it is open; so each is opened, and
 * stays open. */
static void add_file(struct fonts *fonts, struct str path)
{
    struct str bytes;
    const char *why;
    if (file_map(fonts->a, path, FONT_MAX_BYTES, &bytes) != FILE_OK)
        return;
    unsigned n = face_count(bytes);
    for (unsigned i = 0; i < n && fonts->list.n < FONTS_MAX; i++) {
        const struct face *face = face_open(fonts->a, path, i, &why);
        if (!face)
            continue;
        const struct face_info *info = face_info(face);
        fonts_add(fonts, (struct font){.family = info->family,
                                       .file = info->path,
                                       .index = i,
                                       .weight = info->weight,
                                       .italic = info->italic,
                                       .origin = FONT_PATH,
                                       .face = face});
    }
}

static void add_folder(struct fonts *fonts, struct str folder, int depth)
{
    struct str *names;
    size_t n;
    if (!file_list(fonts->a, folder, &names, &n))
        return;
    for (size_t i = 0; i < n && fonts->list.n < FONTS_MAX; i++) {
        struct str path = path_join(fonts->a, folder, names[i]);
        if (is_font_file(names[i]))
            add_file(fonts, path);
        else if (depth < FOLDER_DEPTH && file_is_folder(fonts->a, path))
            add_folder(fonts, path, depth + 1);
    }
}

void fonts_read_paths(struct fonts *fonts)
{
    if (fonts->paths_read)
        return;
    fonts->paths_read = true;
    for (size_t i = 0; i < fonts->path_count; i++)
        add_folder(fonts, fonts->paths[i], 1);
}
