/* SPDX-License-Identifier: MIT */
/* cli/stale.c — pages of an earlier run that had more of them, or called them otherwise.
 *
 * A study that becomes shorter would leave its last page beside the new ones, and one that comes to a
 * single page both of the old ones beside it. They are looked for by the names that they would have,
 * and known by the mark that recto puts into each page. */
#include "cli/stale.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/documents.h"

#define PAGES_MAX 9999 /* that a mark has digits for */

void stale_add(struct stale *stale, const char *name)
{
    word_list_add(&stale->pool, &stale->names, pool_copy(&stale->pool, name, strlen(name)));
}

/* Pages of two documents are called alike where this is the same: how many digits a number has; 0 where
 * the name does not tell how many there are. */
static int way_of_naming(const struct naming *naming, size_t pages)
{
    bool counted = naming->kind == NAMING_PATTERN && pattern_counts_pages(naming->out);
    bool padded = counted ? strstr(naming->out, "{0p}") != NULL : pages > 1;
    return padded ? snprintf(NULL, 0, "%zu", pages) : 0;
}

/* True where names tell what they are a page of: else pages that were called otherwise may be those of
 * another study. */
static bool tells_input(const struct naming *naming)
{
    if (naming->kind != NAMING_PATTERN)
        return true;
    for (const char *p = strchr(naming->out, '{'); p; p = strchr(p + 1, '{'))
        if (strncmp(p, "{p}", 3) != 0 && strncmp(p, "{0p}", 4) != 0)
            return true;
    return false;
}

/* A folder for each page would have to be made to know its name. */
static bool has_folders_of_pages(const struct naming *naming)
{
    const char *slash = naming->kind == NAMING_PATTERN ? strrchr(naming->out, '/') : NULL;
    const char *page = slash ? strstr(naming->out, "{p}") : NULL;
    const char *padded = slash ? strstr(naming->out, "{0p}") : NULL;
    return (page && page < slash) || (padded && padded < slash);
}

/* The pages of one document. */
struct search {
    struct program *program;
    const struct naming *naming;
    recto_job *job;
    const struct input *input;
    const struct target *target;
};

/* A job that keeps no list of what it reads: what is looked at here is nothing to be watched. */
static bool is_page_of(const char *format, size_t page, const char *path, int way,
                       const struct naming *naming)
{
    recto_job *job = recto_job_new();
    size_t pages = job ? recto_job_wrote(job, format, page, path) : 0;
    recto_job_free(job);
    return pages > 0 && way_of_naming(naming, pages) == way;
}

/* Pages from number `from` on of what was called as `most` pages are. */
static void find_from(const struct search *s, size_t from, size_t most)
{
    int way = way_of_naming(s->naming, most);
    for (size_t page = from; page <= most; page++) {
        struct leaf leaf = {s->target->format, page, most};
        const char *path;
        if (naming_name(s->program, s->naming, s->job, s->input, &leaf, &path) !=
                RECTO_DONE ||
            access(path, F_OK) != 0)
            return;
        if (is_page_of(s->target->format.name, page - 1, path, way, s->naming))
            stale_add(s->program->stale, path);
    }
}

void stale_find(struct program *program, const struct naming *naming, recto_job *job,
                const struct input *input, const struct target *target)
{
    static const size_t guesses[] = {1, 9, 99, 999, PAGES_MAX};
    struct search search = {program, naming, job, input, target};
    if (!program->stale || !target->format.paged || !naming_counts_pages(naming) ||
        strcmp(target->paths[0], "-") == 0 || has_folders_of_pages(naming))
        return;
    int now = way_of_naming(naming, target->count);
    for (size_t i = 0; i < sizeof guesses / sizeof *guesses; i++) {
        int way = way_of_naming(naming, guesses[i]);
        bool again = i + 1 < sizeof guesses / sizeof *guesses &&
                     way == way_of_naming(naming, guesses[i + 1]);
        if (again)
            continue; /* the next has the same names, and more of them */
        if (way == now)
            find_from(&search, target->count + 1, guesses[i]);
        else if (tells_input(naming))
            find_from(&search, 1, guesses[i]);
    }
}

void stale_remove(struct program *program, struct naming *naming, struct stale *stale)
{
    for (size_t i = 0; i < stale->names.n; i++) {
        const char *name = stale->names.at[i];
        if (!name_set_add(&naming->taken, name))
            continue;
        if (unlink(name) == 0)
            report_say(&program->report, &(struct saying){RECTO_INFO, "J0209", "", ""},
                       "removed “%s”, a page of an earlier run", name);
        else
            (void)world_failed(program, pool_fmt(&program->pool, "“%s”", name), errno);
    }
    pool_free(&stale->pool);
    program->stale = NULL;
}
