/* SPDX-License-Identifier: MIT */
/* job/digest.c — one number for all that decides the bytes of an output, known before the pages are
 * laid out: an output that bears it need not be made again. */
#include <recto/version.h>

#include "base/arena.h"
#include "base/file.h"
#include "block/image_file.h"
#include "job/stage.h"
#include "style/style.h"
#include "text/face.h"

#define INDEX_MAX_BYTES ((size_t)1 << 20)
#define FONT_HEAD 4096 /* bytes of a font that hold the sums of all its tables */

static uint64_t put_number(uint64_t hash, int64_t n)
{
    return str_hash((struct str){(const char *)&n, sizeof n}, hash);
}

/* Keeps "ab", "c" and "a", "bc" apart. */
static uint64_t put_text(uint64_t hash, struct str text)
{
    return str_hash(text, put_number(hash, (int64_t)text.n));
}

/* What a walk through the pictures of a study comes to. */
struct pictures {
    struct recto_job *job;
    struct str root;
    uint64_t hash;
    bool failed; /* one is there and cannot be read */
};

static void put_picture(struct str url, void *user)
{
    struct pictures *p = user;
    struct arena *a = p->job->scratch;
    struct arena_mark mark = arena_mark(a);
    struct str bytes;
    p->hash = put_text(p->hash, url);
    enum file_status status =
        file_read_below(a, p->root, image_file(a, url), IMAGE_MAX_BYTES, &bytes);
    p->failed = p->failed || status == FILE_FAILED;
    p->hash = put_number(p->hash, (int64_t)status);
    p->hash = put_text(p->hash, bytes);
    arena_rewind(a, mark);
}

/* The fonts that recto brings along: the index names them all, with what the build knew of them. */
static void *hash_data(struct arena *a, void *user)
{
    const struct store *store = user;
    uint64_t *hash = arena_make(a, uint64_t);
    struct str bytes, path = store_path(a, store, S("fonts"), S("index.tsv"));
    if (file_read(a, path, INDEX_MAX_BYTES, &bytes) != FILE_OK)
        return NULL;
    *hash = str_hash(bytes, 0);
    return hash;
}

static recto_status take_digest(struct recto_job *job, uint64_t *digest)
{
    RECTO_TRY(job_styled(job));
    struct settings s = job_settings(job);
    const uint64_t *data =
        shelf_at(job->arena, job->shelf, S("data"), hash_data, &job->store);
    if (!data)
        return diag_fail(&job->diags, D_T0105, RECTO_WORLD, (struct span){0},
                         "the index of the fonts cannot be read");
    uint64_t hash = str_hash(S(RECTO_VERSION), *data);
    hash = put_text(hash, job->bytes);
    hash = job_settings_hash(hash, &job->flags);
    hash = job_settings_hash(hash, &job->config);
    hash = put_number(hash, (int64_t)job->style->hash);
    hash = put_number(hash, job_epoch(job));
    if (s.attach) /* its name is written beside it */
        hash = put_text(hash, path_name(job->name));
    struct pictures p = {job, job_picture_root(job), hash, false};
    job_each_picture(job, put_picture, &p);
    *digest = p.hash;
    if (!p.failed)
        return RECTO_OK;
    return diag_fail(&job->diags, D_B0101, RECTO_WORLD, (struct span){0},
                     "a picture cannot be read");
}

recto_status job_digest(struct recto_job *job, uint64_t *digest)
{
    if (!job->digest_taken)
        job->digest_status = take_digest(job, &job->digest);
    job->digest_taken = true;
    *digest = job->digest;
    return job->digest_status;
}

static uint64_t put_font(uint64_t hash, struct arena *a, struct str file)
{
    struct arena_mark one = arena_mark(a);
    struct str bytes;
    hash = put_text(hash, path_name(file));
    if (file_map(a, file, SIZE_MAX, &bytes) == FILE_OK)
        hash = put_text(hash, str_sub(bytes, 0, FONT_HEAD));
    arena_rewind(a, one);
    return hash;
}

/* Fonts that may change behind recto's back, by the heads of their files. */
static void *hash_fonts(struct arena *a, void *user)
{
    struct recto_job *job = user;
    struct font_listing *fonts;
    uint64_t *hash = arena_make(a, uint64_t);
    struct arena_mark mark = arena_mark(a);
    size_t n = fonts_list(job->fonts, a, &fonts);
    for (size_t i = 0; i < n; i++)
        *hash = put_font(*hash, a, fonts[i].file);
    arena_rewind(a, mark);
    return hash;
}

uint64_t job_digest_with_fonts(struct recto_job *job, uint64_t digest)
{
    struct settings s = job_settings(job);
    if (job_open_fonts(job, &s) != RECTO_OK)
        return digest;
    struct str key = str_join(job->arena, S("files of "), job_fonts_key(job->arena, &s));
    const uint64_t *fonts = shelf_at(job->arena, job->shelf, key, hash_fonts, job);
    return put_number(digest, fonts ? (int64_t)*fonts : 0);
}

/* The fonts that characters of the source would come from: other documents are set in others, and a
 * font that is installed for them makes none of this again. */
static size_t fonts_of_text(struct recto_job *job, struct str **files)
{
    struct settings s = job_settings(job);
    if (!job->text_fonts_found && job_open_fonts(job, &s) == RECTO_OK)
        job->text_font_count = fonts_for_text(job->arena, job->fonts, job->bytes,
                                              job->study->lang, &job->text_fonts);
    job->text_fonts_found = true;
    *files = job->text_fonts;
    return job->text_font_count;
}

uint64_t job_digest_with_text(struct recto_job *job, uint64_t digest)
{
    struct str *files;
    for (size_t i = 0, n = fonts_of_text(job, &files); i < n; i++)
        digest = put_font(digest, job->arena, files[i]);
    return digest;
}

/* True where all foreign faces of the pages are among those. */
static bool text_tells_fonts(struct recto_job *job)
{
    struct str *files;
    size_t n = job->study ? fonts_of_text(job, &files) : 0;
    for (size_t i = 0; i < job->display->faces.n; i++) {
        struct str path = face_info(job->display->faces.at[i])->path;
        bool told = str_starts(path, job->store.root);
        for (size_t k = 0; k < n && !told; k++)
            told = str_eq(files[k], path);
        if (!told)
            return false;
    }
    return true;
}

/* The files of the faces that are on the pages, and do not come from the data folder. */
static uint64_t put_fonts_of_pages(struct recto_job *job, uint64_t digest)
{
    for (size_t i = 0; i < job->display->faces.n; i++) {
        struct str path = face_info(job->display->faces.at[i])->path;
        if (!str_starts(path, job->store.root))
            digest = put_font(digest, job->arena, path);
    }
    return digest;
}

static bool has_font_paths(const struct recto_job *job)
{
    return job->flags.font_paths.n || job->config.font_paths.n;
}

/* True where a face of the pages does not come from the data folder. */
static bool has_foreign_fonts(const struct recto_job *job)
{
    if (has_font_paths(job))
        return true;
    for (size_t i = 0; i < job->display->faces.n; i++)
        if (!str_starts(face_info(job->display->faces.at[i])->path, job->store.root))
            return true;
    return false;
}

/* Pages over the budget bear a mark of their own: where that is an error they may not stay. */
static uint64_t over(uint64_t digest)
{
    return put_number(digest, 1);
}

/* What only some formats ask for. */
static uint64_t for_format(struct recto_job *job, const struct backend *backend,
                           uint64_t digest)
{
    struct settings s = job_settings(job);
    return backend->dots ? put_number(digest, job_ppi(&s)) : digest;
}

recto_status job_input_hash(struct recto_job *job, const struct backend *backend,
                            uint64_t *hash)
{
    RECTO_TRY(job_digest(job, hash));
    if (!job->study) /* nobody asks of a bundle whether it is there already: its pages tell */
        *hash = put_fonts_of_pages(job, *hash);
    else if (has_foreign_fonts(job))
        *hash = !has_font_paths(job) && text_tells_fonts(job)
                    ? job_digest_with_text(job, *hash)
                    : job_digest_with_fonts(job, *hash);
    *hash = for_format(job, backend, *hash);
    if (job->report.lines_over > 0)
        *hash = over(*hash);
    return RECTO_OK;
}

/* What a file may bear: set in recto's own fonts; in some of the system that its text asks for; in
 * some that nobody can foresee. */
static uint64_t with_fonts(struct recto_job *job, uint64_t digest, int fonts)
{
    if (fonts == 0)
        return digest;
    return fonts == 1 ? job_digest_with_text(job, digest)
                      : job_digest_with_fonts(job, digest);
}

size_t job_is_written(struct recto_job *job, const struct backend *backend, size_t page,
                      struct str path)
{
    struct str bytes;
    uint64_t digest;
    size_t count = 0;
    if (!backend->is_of || job_strict(job) || job_digest(job, &digest) != RECTO_OK ||
        file_read(job->arena, path, BACKEND_MAX_BYTES, &bytes) != FILE_OK)
        return 0;
    struct settings s = job_settings(job);
    bool may_be_over = str_eq(s.overflow, S("warn"));
    for (int fonts = s.font_paths.n > 0 ? 2 : 0; fonts < 3 && count == 0; fonts++) {
        uint64_t hash = with_fonts(job, digest, fonts);
        hash = for_format(job, backend, hash);
        count = backend->is_of(job->arena, bytes, hash, page);
        if (count == 0 && may_be_over)
            count = backend->is_of(job->arena, bytes, over(hash), page);
    }
    return count;
}
