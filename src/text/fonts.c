/* SPDX-License-Identifier: MIT */
/* text/fonts.c — all fonts of a process: the index, files that layouts name, look-up under a lock. */
#include "text/fonts.h"

#include "base/file.h"
#include "base/str.h"
#include "text/wordstock.h"

/* Names and paths only; what is mapped does not count. */
#define FONTS_CEILING ((size_t)64 << 20)
#define INDEX_MAX_BYTES ((size_t)1 << 20)

static void destroy_lock(void *lock)
{
    pthread_mutex_destroy(lock);
}

/* "family<TAB>weight<TAB>italic<TAB>file<TAB>fallback"; false where the row is none. */
static bool read_row(struct fonts *fonts, const struct store *store, struct str row)
{
    int64_t weight, italic, fallback;
    struct font font = {.family = str_cut(&row, '\t'), .origin = FONT_BUNDLED};
    if (!str_to_int(str_cut(&row, '\t'), &weight) ||
        !str_to_int(str_cut(&row, '\t'), &italic))
        return false;
    struct str file = str_cut(&row, '\t');
    if (!str_to_int(str_trim(row), &fallback) || weight < 1 || weight > 1000 ||
        fallback < 0 || fallback > FONTS_MAX || str_empty(file))
        return false;
    font.weight = (int)weight;
    font.italic = italic != 0;
    font.fallback = (int)fallback;
    font.file = store_path(fonts->a, store, S("fonts"), file);
    fonts_add(fonts, font);
    return true;
}

static void read_index(struct fonts *fonts, const struct store *store)
{
    struct str rows;
    struct str path = store_path(fonts->a, store, S("fonts"), S("index.tsv"));
    if (file_read(fonts->a, path, INDEX_MAX_BYTES, &rows) != FILE_OK) {
        fonts->damage = path;
        return;
    }
    while (rows.p)
        read_row(fonts, store, str_cut(&rows, '\n'));
}

void fonts_lock(struct arena *caller, struct fonts *fonts)
{
    pthread_mutex_lock(&fonts->lock);
    arena_jump_like(fonts->a, caller);
    fonts->holder = caller;
}

void fonts_unlock(struct fonts *fonts)
{
    fonts->holder = NULL;
    arena_jump_like(fonts->a, NULL);
    pthread_mutex_unlock(&fonts->lock);
}

void fonts_let_go(struct arena *caller, struct fonts *fonts)
{
    if (fonts && caller && fonts->holder == caller)
        fonts_unlock(fonts);
}

struct fonts *fonts_new(struct arena *caller, const struct store *store,
                        const struct fonts_options *options)
{
    struct arena *a = arena_new(FONTS_CEILING);
    if (!a && caller)
        arena_give_up(caller);
    if (!a)
        return NULL;
    arena_jump_like(a, caller);
    arena_set_reads(a, options->reads);
    struct fonts *fonts = arena_make(a, struct fonts);
    fonts->a = a;
    pthread_mutex_init(&fonts->lock, NULL);
    arena_defer(a, destroy_lock, &fonts->lock);
    struct str *paths = arena_many(a, options->path_count, struct str);
    for (size_t i = 0; i < options->path_count; i++)
        paths[i] = str_dup(a, options->paths[i]);
    fonts->paths = paths;
    fonts->path_count = options->path_count;
    fonts->no_system = options->no_system;
    fonts->stock = wordstock_in(a);
    if (!str_empty(store->root))
        read_index(fonts, store);
    arena_jump_like(a, NULL);
    return fonts;
}

void fonts_free(struct fonts *fonts)
{
    if (!fonts)
        return;
    system_close(fonts);
    arena_free(fonts->a);
}

struct wordstock *fonts_wordstock(struct fonts *fonts)
{
    return fonts->stock;
}

struct str fonts_damage(struct fonts *fonts)
{
    pthread_mutex_lock(&fonts->lock);
    struct str path = fonts->damage;
    pthread_mutex_unlock(&fonts->lock);
    return path;
}

struct font *fonts_add(struct fonts *fonts, struct font font)
{
    if (fonts->list.n == FONTS_MAX)
        return NULL;
    struct font *kept = arena_make(fonts->a, struct font);
    *kept = font;
    vec_push(fonts->a, &fonts->list, kept);
    return kept;
}

const struct face *font_open(struct fonts *fonts, struct font *font, struct diags *d)
{
    const char *why = "it could not be opened before";
    if (font->face)
        return font->face;
    if (!font->broken)
        font->face = face_open(fonts->a, font->file, font->index, &why);
    if (font->face && face_info(font->face)->restricted && d)
        diag_push(d, D_T0104, (struct span){0}, "%.*s forbids to be embedded in documents",
                  STR(font->file));
    if (font->face)
        return font->face;
    font->broken = true;
    if (font->origin == FONT_BUNDLED && str_empty(fonts->damage))
        fonts->damage = font->file;
    if (d)
        diag_push(d, D_T0102, (struct span){0}, "font %.*s is not used: %s",
                  STR(font->file), why);
    return NULL;
}

/* A family that is written as the path of a file. */
static bool is_path(struct str family)
{
    struct str end = path_extension(family);
    return str_find_byte(family, '/', 0) < family.n || str_eq_nocase(end, S(".ttf")) ||
           str_eq_nocase(end, S(".otf")) || str_eq_nocase(end, S(".ttc"));
}

static struct font *named_file(struct fonts *fonts, struct str path)
{
    for (size_t i = 0; i < fonts->list.n; i++) {
        struct font *f = fonts->list.at[i];
        if (f->origin == FONT_NAMED && str_eq(f->file, path))
            return f;
    }
    struct str kept = str_dup(fonts->a, path);
    return fonts_add(fonts,
                     (struct font){.family = kept, .file = kept, .origin = FONT_NAMED});
}

/* The font for `key`, from the nearest place that has the family. */
static struct font *find(struct fonts *fonts, const struct face_key *key)
{
    if (is_path(key->family))
        return named_file(fonts, key->family);
    struct font *f = family_nearest(fonts, key);
    if (!f && fonts->path_count && !fonts->paths_read) {
        fonts_read_paths(fonts);
        f = family_nearest(fonts, key);
    }
    if (!f && !fonts->no_system)
        f = system_family(fonts, key);
    return f;
}

const struct face *fonts_find(struct arena *caller, struct fonts *fonts,
                              const struct face_key *key, struct diags *d)
{
    fonts_lock(caller, fonts);
    struct font *f = find(fonts, key);
    const struct face *face = NULL;
    while (f && !(face = font_open(fonts, f, d)))
        f = f->origin == FONT_NAMED ? NULL
                                    : family_nearest(fonts, key); /* skips broken ones */
    fonts_unlock(fonts);
    if (!face && d)
        diag_push(d, D_T0101, (struct span){0}, "no file provides the font “%.*s”",
                  STR(key->family));
    return face;
}

static int by_name(const struct font_listing *a, const struct font_listing *b)
{
    int order = str_cmp(a->family, b->family);
    if (order == 0)
        order = a->weight - b->weight;
    if (order == 0)
        order = a->italic - b->italic;
    return order ? order : str_cmp(a->file, b->file);
}

static void sift(struct font_listing *at, size_t root, size_t n)
{
    for (size_t child; (child = 2 * root + 1) < n; root = child) {
        if (child + 1 < n && by_name(&at[child], &at[child + 1]) < 0)
            child++;
        if (by_name(&at[root], &at[child]) >= 0)
            return;
        struct font_listing swap = at[root];
        at[root] = at[child];
        at[child] = swap;
    }
}

/* Heap sort: qsort may allocate, and its order of equals is not the same everywhere. */
static void sort_listing(struct font_listing *at, size_t n)
{
    for (size_t i = n / 2; i-- > 0;)
        sift(at, i, n);
    while (n-- > 1) {
        struct font_listing swap = at[0];
        at[0] = at[n];
        at[n] = swap;
        sift(at, 0, n);
    }
}

size_t fonts_list(struct fonts *fonts, struct arena *a, struct font_listing **out)
{
    fonts_lock(a, fonts);
    fonts_read_paths(fonts);
    if (!fonts->no_system)
        system_all(fonts);
    size_t n = 0;
    *out = arena_many(a, fonts->list.n, struct font_listing);
    for (size_t i = 0; i < fonts->list.n; i++) {
        const struct font *f = fonts->list.at[i];
        if (f->origin != FONT_NAMED)
            (*out)[n++] = (struct font_listing){str_dup(a, f->family), str_dup(a, f->file),
                                                f->weight, f->italic};
    }
    fonts_unlock(fonts);
    sort_listing(*out, n);
    return n;
}
