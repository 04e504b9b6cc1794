/* SPDX-License-Identifier: MIT */
/* cli/targets.c — the files that one document becomes. */
#include "cli/targets.h"

#include <string.h>

#include "cli/documents.h"

/* What is asked for one document. */
struct finding {
    struct program *program;
    struct naming *naming;
    recto_job *job;
    const struct input *input;
};

static recto_status name_pages(const struct finding *f, struct target *target)
{
    struct pool *pool = &f->program->pool;
    recto_status status = RECTO_DONE;
    bool paged = target->format.paged;
    target->paths = pool_alloc(pool, target->count * sizeof *target->paths);
    for (size_t i = 0; i < target->count && status == RECTO_DONE; i++) {
        struct leaf leaf = {target->format, paged ? i + 1 : 0, paged ? target->count : 0};
        status =
            naming_name(f->program, f->naming, f->job, f->input, &leaf, &target->paths[i]);
    }
    return status;
}

static bool is_there(const struct finding *f, const struct target *target, size_t i)
{
    const char *path = target->paths[i];
    return strcmp(path, "-") != 0 &&
           recto_job_is_written(f->job, target->format.name, i, path) == target->count;
}

static bool are_there(const struct finding *f, const struct target *target)
{
    for (size_t i = 0; i < target->count; i++)
        if (!is_there(f, target, i))
            return false;
    return true;
}

/* Only the layout knows how many pages there would be, but a file that is there says of how
 * many it is one. The number decides their names; so the first page is looked for under all
 * names that a first page can have: alone, of less than ten, of less than a hundred, of
 * more. */
static recto_status look_for_pages(const struct finding *f, struct target *target)
{
    static const size_t guesses[] = {1, 9, 99, 999};
    size_t n = naming_counts_pages(f->naming) ? sizeof guesses / sizeof *guesses : 1;
    recto_status status = RECTO_DONE;
    target->count = 0;
    for (size_t i = 0; i < n && target->count == 0; i++) {
        struct leaf first = {target->format, 1, guesses[i]};
        const char *path;
        status = naming_name(f->program, f->naming, f->job, f->input, &first, &path);
        if (status != RECTO_DONE)
            return status;
        if (strcmp(path, "-") != 0)
            target->count = recto_job_is_written(f->job, target->format.name, 0, path);
    }
    if (target->count > 1 && n == 1)
        return RECTO_DONE; /* reported when the pages are counted */
    if (target->count > 0)
        status = name_pages(f, target);
    target->unchanged = target->count > 0 && status == RECTO_DONE && are_there(f, target);
    return status;
}

static recto_status find(const struct finding *f, struct target *target, bool look)
{
    recto_status status = RECTO_DONE;
    if (!target->format.paged) {
        target->count = 1;
        status = name_pages(f, target);
        target->unchanged = look && status == RECTO_DONE && are_there(f, target);
        return status;
    }
    if (look)
        status = look_for_pages(f, target);
    if (target->unchanged || status != RECTO_DONE)
        return status;
    status = recto_job_files(f->job, target->format.name, &target->count);
    return status == RECTO_DONE ? name_pages(f, target) : status;
}

static recto_status take(const struct finding *f, const struct target *target)
{
    recto_status status = RECTO_DONE;
    for (size_t i = 0; i < target->count && status == RECTO_DONE; i++)
        status = naming_take(f->program, f->naming, f->input->path, target->paths[i]);
    return status;
}

recto_status targets_find(struct program *program, struct naming *naming, recto_job *job,
                          const struct input *input, bool look,
                          struct target targets[FORMATS_MAX])
{
    struct finding f = {program, naming, job, input};
    recto_status status = RECTO_DONE;
    size_t n = naming->format_count;
    for (size_t i = 0; i < n && status == RECTO_DONE; i++) {
        targets[i] = (struct target){.format = naming->formats[i]};
        status = find(&f, &targets[i], look);
    }
    document_await_turn(program);
    for (size_t i = 0; i < n && status == RECTO_DONE; i++)
        status = take(&f, &targets[i]);
    document_leave_turn(program);
    return status;
}
