/* SPDX-License-Identifier: MIT */
/* cli/config.c — finds and reads recto.yaml. */
#include "cli/config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

const char *config_folder(struct pool *pool, const char *path)
{
    char real[PATH_MAX];
    const char *slash = strrchr(path, '/');
    const char *folder = is_folder(path) ? path
                         : slash         ? pool_copy(pool, path, (size_t)(slash - path) + 1)
                                         : ".";
    if (!realpath(folder, real) && !realpath(".", real))
        return "/";
    return pool_copy(pool, real, strlen(real));
}

static bool is_there(struct program *program, const char *path)
{
    program_note(program, path);
    return access(path, F_OK) == 0;
}

const char *config_of_user(struct program *program)
{
    struct pool *pool = &program->pool;
    const char *xdg = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    const char *path = NULL;
    if (xdg && *xdg == '/') /* a relative one is to be ignored, says the standard */
        path = pool_fmt(pool, "%s/recto/" CONFIG_NAME, xdg);
    else if (home && *home)
        path = pool_fmt(pool, "%s/.config/recto/" CONFIG_NAME, home);
    return path && is_there(program, path) ? path : NULL;
}

const char *config_above(struct program *program, const char *folder)
{
    struct pool *pool = &program->pool;
    for (size_t n = strlen(folder); n > 0;) {
        const char *slash = folder[n - 1] == '/' ? "" : "/";
        const char *path = pool_fmt(pool, "%.*s%s" CONFIG_NAME, (int)n, folder, slash);
        if (is_there(program, path))
            return path;
        while (n > 0 && folder[n - 1] != '/')
            n--;
        if (n > 1)
            n--;
        else if (*slash == 0)
            break;
    }
    return NULL;
}

/* A path in a configuration begins where that lies, not where recto was started. */
static const char *resolved(struct pool *pool, const struct option *option,
                            const recto_setting *setting)
{
    const char *v = setting->value, *slash = strrchr(setting->file, '/');
    size_t n = strlen(v);
    bool path = strcmp(option->values, VALUE_FILE) == 0 ||
                strcmp(option->values, VALUE_FOLDER) == 0;
    if (strcmp(option->values, VALUE_LAYOUT) == 0)
        path = strchr(v, '/') || (n > 5 && strcmp(v + n - 5, ".yaml") == 0);
    if (!path || *v == '/' || strcmp(v, "-") == 0)
        return pool_copy(pool, v, n);
    return pool_fmt(pool, "%.*s/%s", (int)(slash - setting->file), setting->file, v);
}

/* As if it were one of the findings of the file. */
static recto_status wrong(struct program *program, const recto_setting *setting,
                          const char *hint, const char *text)
{
    recto_diag diag = {.code = "J0102",
                       .level = RECTO_ERROR,
                       .file = setting->file,
                       .line = setting->line,
                       .column = setting->column,
                       .text = text,
                       .hint = hint,
                       .source_line = ""};
    report_diag(&program->report, &diag);
    return RECTO_WRONG_USAGE;
}

static recto_status unknown(struct program *program, const recto_setting *setting)
{
    const char *names[OPTIONS] = {NULL};
    for (size_t i = 0; i < OPTIONS; i++)
        if (settings_option(option_at((enum option_id)i)->name) < OPTIONS)
            names[i] = option_at((enum option_id)i)->name;
    const char *near = nearest_word(setting->key, names, OPTIONS);
    return wrong(program, setting,
                 did_you_mean(program, near,
                              "keys are options of `recto render` without their dashes"),
                 pool_fmt(&program->pool, "no setting is called “%s”", setting->key));
}

/* The setting with all that it needs in the program's own memory. */
static recto_status keep(struct program *program, recto_job *job,
                         const recto_setting *setting, recto_setting *into)
{
    struct pool *pool = &program->pool;
    enum option_id id = settings_option(setting->key);
    if (id == OPTIONS)
        return unknown(program, setting);
    const struct option *option = option_at(id);
    *into = *setting;
    into->key = option->name;
    into->value = resolved(pool, option, setting);
    if (!args_value_allowed(option, setting->value))
        return wrong(
            program, setting, pool_fmt(pool, "there are %s", option->values),
            pool_fmt(pool, "%s: “%s” is none of its values", setting->key, setting->value));
    return option->to_job ? recto_job_put(job, into) : RECTO_DONE;
}

static recto_status read_file(struct program *program, recto_job *job, const char *path,
                              struct config *config)
{
    const recto_setting *settings;
    size_t n;
    recto_status status = recto_job_read_config(job, path, &settings, &n);
    recto_setting *kept = pool_alloc(&program->pool, (config->n + n) * sizeof *kept);
    if (config->n)
        memcpy(kept, config->at, config->n * sizeof *kept);
    config->at = kept;
    for (size_t i = 0; i < n && status == RECTO_DONE; i++)
        status = keep(program, job, &settings[i], &kept[config->n++]);
    return status;
}

recto_status config_load(struct program *program, struct config *config)
{
    const char *of_user = config_of_user(program);
    const char *above = config_above(program, config->folder);
    recto_job *job = of_user || above ? recto_job_new() : NULL;
    recto_status status = RECTO_DONE;
    if (!job) /* there is nothing to read */
        return RECTO_DONE;
    if (of_user)
        status = read_file(program, job, of_user, config);
    if (above && status == RECTO_DONE && !(of_user && strcmp(above, of_user) == 0))
        status = read_file(program, job, above, config);
    report_findings(&program->report, job);
    recto_job_free(job);
    return status;
}
