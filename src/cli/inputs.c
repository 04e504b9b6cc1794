/* SPDX-License-Identifier: MIT */
/* cli/inputs.c — the files that are meant by the words of a command line. */
#include "cli/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/settings.h"

#define DEEPEST 32 /* folders in folders; a link in a circle ends here at the latest */
#define MOST_FILES 10000000 /* of a run; a list of more fills the memory */

static void add(struct pool *pool, struct inputs *into, struct input input)
{
    if (into->n == into->cap) {
        into->cap = into->cap ? into->cap * 2 : 16;
        struct input *bigger = pool_alloc(pool, into->cap * sizeof *bigger);
        if (into->n)
            memcpy(bigger, into->at, into->n * sizeof *bigger);
        into->at = bigger;
    }
    into->at[into->n++] = input;
}

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool is_markdown(const char *name)
{
    size_t n = strlen(name);
    return n > 3 && strcmp(name + n - 3, ".md") == 0;
}

static int by_bytes(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* The names in a folder in order, without hidden ones; false and errno where it cannot be read. */
static bool names_in(struct pool *pool, const char *folder, struct word_list *names)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return false;
    for (struct dirent *e = readdir(dir); e; e = readdir(dir))
        if (e->d_name[0] != '.')
            word_list_add(pool, names, pool_copy(pool, e->d_name, strlen(e->d_name)));
    closedir(dir);
    if (names->n)
        qsort(names->at, names->n, sizeof *names->at, by_bytes);
    return true;
}

/* A walk through one folder that was named. */
struct walk {
    struct program *program;
    struct inputs *into;
    const char *top; /* with a slash at its end */
    recto_status status;
};

static void walk_folder(struct walk *walk, const char *below, int depth);

static void walk_name(struct walk *walk, const char *below, const char *name, int depth)
{
    struct pool *pool = &walk->program->pool;
    const char *path = pool_fmt(pool, "%s%s%s", walk->top, below, name);
    struct stat st;
    if (lstat(path, &st) == 0 &&
        S_ISDIR(st.st_mode)) { /* a link to a folder is not followed */
        if (depth < DEEPEST)
            walk_folder(walk, pool_fmt(pool, "%s%s/", below, name), depth + 1);
    } else if (is_markdown(name) && !is_folder(path) && walk->into->n < MOST_FILES) {
        add(pool, walk->into, (struct input){path, below, true, NULL});
    }
}

static void walk_folder(struct walk *walk, const char *below, int depth)
{
    struct program *program = walk->program;
    struct word_list names = {NULL, 0, 0};
    const char *folder = pool_fmt(&program->pool, "%s%s", walk->top, below);
    program_note_list(program, folder);
    if (!names_in(&program->pool, folder, &names)) {
        report_say(&program->report, &(struct saying){RECTO_ERROR, "J0101", folder, ""},
                   "cannot read it: %s", strerror(errno));
        walk->status = RECTO_WORLD_FAILED;
        return;
    }
    for (size_t i = 0; i < names.n; i++)
        walk_name(walk, below, names.at[i], depth);
}

static recto_status read_folder(struct program *program, const char *path,
                                struct inputs *into)
{
    size_t before = into->n, length = strlen(path);
    const char *slash = length && path[length - 1] == '/' ? "" : "/";
    struct walk walk = {program, into, pool_fmt(&program->pool, "%s%s", path, slash),
                        RECTO_DONE};
    walk_folder(&walk, "", 0);
    if (into->n > before || walk.status != RECTO_DONE)
        return walk.status;
    report_say(&program->report,
               &(struct saying){RECTO_ERROR, "J0203", path, "name the file itself"},
               "the folder holds no *.md file");
    return RECTO_INPUT_UNUSABLE;
}

/* True where both lie in one folder. */
static bool together(const char *one, const char *other)
{
    const char *slash = strrchr(one, '/'), *too = strrchr(other, '/');
    size_t n = slash ? (size_t)(slash - one) : 0, m = too ? (size_t)(too - other) : 0;
    return !slash == !too && n == m && memcmp(one, other, n) == 0;
}

/* Give each input the settings of its folder. False where some cannot be understood. */
static bool read_configs(struct program *program, struct inputs *into)
{
    for (size_t i = 0; i < into->n; i++) {
        struct input *input = &into->at[i], *before = i ? input - 1 : NULL;
        input->config = before && together(before->path, input->path)
                            ? before->config
                            : settings_for(program, input->path);
        if (!input->config)
            return false;
    }
    return true;
}

recto_status inputs_read(struct program *program, struct inputs *into)
{
    recto_status worst = RECTO_DONE;
    const struct word_list *operands = &program->args.operands;
    for (size_t i = 0; i < operands->n; i++) {
        recto_status status = RECTO_DONE;
        if (is_folder(operands->at[i]))
            status = read_folder(program, operands->at[i], into);
        else
            add(&program->pool, into, (struct input){operands->at[i], "", false, NULL});
        worst = status > worst ? status : worst;
    }
    return read_configs(program, into) ? worst : RECTO_WRONG_USAGE;
}
