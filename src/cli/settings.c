/* SPDX-License-Identifier: MIT */
/* cli/settings.c — settings from elsewhere than the command line: recto.yaml, RECTO_*. */
#include "cli/settings.h"

#include <stdlib.h>
#include <string.h>

#include "cli/config.h"

/* Options that tell the program to do something else are no settings; and a recto.yaml that came with
 * somebody's study must not choose a program to start. */
static bool is_setting(enum option_id id)
{
    return id != OPTION_HELP && id != OPTION_VERSION && id != OPTION_KEYS &&
           id != OPTION_FORCE && id != OPTION_OPEN;
}

enum option_id settings_option(const char *key)
{
    size_t i = 0;
    while (i < OPTIONS && (!is_setting((enum option_id)i) ||
                           strcmp(option_at((enum option_id)i)->name, key) != 0))
        i++;
    return (enum option_id)i;
}

const char *settings_variable(struct pool *pool, const struct option *option)
{
    char *name = pool_fmt(pool, "RECTO_%s", option->name);
    for (char *p = name; *p; p++)
        if (*p == '-')
            *p = '_';
        else if (*p >= 'a' && *p <= 'z')
            *p = (char)(*p - 'a' + 'A');
    return name;
}

/* True where the switch is on; what is neither on nor off counts as on, and the library or
 * the check of values reports it. */
static bool is_on(const char *value)
{
    static const char *const off[] = {"", "0", "false", "no"};
    for (size_t i = 0; i < sizeof off / sizeof *off; i++)
        if (strcmp(value, off[i]) == 0)
            return false;
    return true;
}

/* Give an option of the program its value, unless it has one from nearer by. */
static void fill(struct args *args, enum option_id id, const char *value)
{
    const struct option *option = option_at(id);
    bool known = option->commands >> args->command & 1;
    if (args->value[id] || !known || (!option->argument && !is_on(value)))
        return;
    args->value[id] = option->argument ? value : "";
}

static recto_status fill_from_environment(struct program *program)
{
    struct args *args = &program->args;
    for (size_t i = 0; i < OPTIONS; i++) {
        const struct option *option = option_at((enum option_id)i);
        const char *name = settings_variable(&program->pool, option), *value = getenv(name);
        if (!value || !is_setting((enum option_id)i))
            continue;
        if (!args_value_allowed(option, value))
            return usage_wrong(program,
                               pool_fmt(&program->pool, "there are %s", option->values),
                               "%s: “%s” is none of its values", name, value);
        if (!option->to_job)
            fill(args, (enum option_id)i, value);
    }
    return RECTO_DONE;
}

static void fill_from_config(struct program *program, const struct config *config)
{
    for (size_t i = config->n; i-- > 0;) {
        enum option_id id = settings_option(config->at[i].key);
        if (id < OPTIONS && !option_at(id)->to_job)
            fill(&program->args, id, config->at[i].value);
    }
}

/* Commands that read no document and no font have no use for a configuration. */
static bool has_settings(enum command_id command)
{
    for (size_t i = 0; i < OPTIONS; i++)
        if (option_at((enum option_id)i)->to_job &&
            (option_at((enum option_id)i)->commands >> command & 1))
            return true;
    return false;
}

recto_status settings_begin(struct program *program)
{
    const struct word_list *operands = &program->args.operands;
    recto_status status = fill_from_environment(program);
    if (status != RECTO_DONE || !has_settings(program->args.command))
        return status;
    const struct config *config =
        settings_for(program, operands->n ? operands->at[0] : "-");
    if (!config)
        return RECTO_WRONG_USAGE;
    fill_from_config(program, config);
    return RECTO_DONE;
}

const struct config *settings_for(struct program *program, const char *path)
{
    const char *folder = config_folder(&program->pool, path);
    for (const struct config *c = program->configs; c; c = c->next)
        if (strcmp(c->folder, folder) == 0)
            return c;
    struct config *config = pool_alloc(&program->pool, sizeof *config);
    config->folder = folder;
    if (config_load(program, config) != RECTO_DONE)
        return NULL;
    config->next = program->configs;
    program->configs = config;
    return config;
}

static recto_status put_environment(recto_job *job, enum option_id id)
{
    const struct option *option = option_at(id);
    struct pool work = {NULL};
    const char *name = settings_variable(&work, option), *value = getenv(name);
    recto_status status = RECTO_DONE;
    /* Folders are parted by colons, as in PATH. */
    for (const char *p = value ? value : ""; *p && status == RECTO_DONE;) {
        size_t n = id == OPTION_FONT_PATH ? strcspn(p, ":") : strlen(p);
        recto_setting setting = {.key = option->name,
                                 .value = option->argument ? pool_copy(&work, p, n)
                                          : is_on(p)       ? "true"
                                                           : "false",
                                 .origin = RECTO_FROM_ENVIRONMENT,
                                 .file = name};
        status = recto_job_put(job, &setting);
        p += n + (p[n] == ':');
    }
    pool_free(&work);
    return status;
}

recto_status settings_put(const struct program *program, recto_job *job,
                          const struct config *config)
{
    const struct args *args = &program->args;
    recto_status status = RECTO_DONE;
    for (size_t i = 0; config && i < config->n && status == RECTO_DONE; i++) {
        enum option_id id = settings_option(config->at[i].key);
        if (id < OPTIONS && option_at(id)->to_job)
            status = recto_job_put(job, &config->at[i]);
    }
    for (size_t i = 0; i < OPTIONS && status == RECTO_DONE; i++)
        if (option_at((enum option_id)i)->to_job)
            status = put_environment(job, (enum option_id)i);
    for (size_t i = 0; i < args->given_count && status == RECTO_DONE; i++) {
        const struct option *option = option_at(args->given[i].id);
        if (option->to_job)
            status = recto_job_set(job, option->name,
                                   option->argument ? args->given[i].value : "true");
    }
    return status;
}
