/* SPDX-License-Identifier: MIT */
/* cli/cmd_config.c — prints which settings are in effect, and where they come from. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/config.h"

/* Where a setting is said, and what. */
struct said {
    const char *value, *where;
};

static struct said from_config(struct program *program, const struct config *config,
                               const struct option *option)
{
    struct said said = {NULL, NULL};
    for (size_t i = 0; i < config->n; i++)
        if (strcmp(config->at[i].key, option->name) == 0)
            said = (struct said){
                config->at[i].value,
                pool_fmt(&program->pool, "%s:%u", config->at[i].file, config->at[i].line)};
    return said;
}

static struct said from_environment(struct program *program, const struct option *option)
{
    const char *name = settings_variable(&program->pool, option), *value = getenv(name);
    return (struct said){value, value ? name : NULL};
}

static struct said from_flag(const struct args *args, enum option_id id)
{
    struct said said = {NULL, NULL};
    for (size_t i = 0; i < args->given_count; i++)
        if (args->given[i].id == id)
            said = (struct said){*args->given[i].value ? args->given[i].value : "true",
                                 "command line"};
    return said;
}

/* What holds; the library knows of the front matter of the document that `job` has read. */
static struct said holding(struct program *program, recto_job *job,
                           const struct config *config, enum option_id id)
{
    const struct option *option = option_at(id);
    const char *origin, *value = recto_job_setting(job, option->name, &origin);
    struct said flag = from_flag(&program->args, id);
    struct said environment = from_environment(program, option);
    if (flag.value)
        return flag;
    if (environment.value)
        return environment;
    if (value && strcmp(origin, "front matter") == 0)
        return (struct said){value, "front matter"};
    struct said said = from_config(program, config, option);
    if (said.value)
        return said;
    return (struct said){value ? value : "", "preset"};
}

/* Who says what of a setting, those last whose word holds. */
static void put_layers(const struct said *said, size_t n)
{
    static const char *const layers[] = {"configuration", "front matter", "environment",
                                         "command line"};
    const char *head = "\nFrom the least to the most:\n";
    for (size_t i = 0; i < n; i++) {
        if (!said[i].value)
            continue;
        printf("%s    %-14s %s (%s)\n", head, layers[i], said[i].value, said[i].where);
        head = "";
    }
}

static recto_status explain(struct program *program, recto_job *job,
                            const struct config *config, const char *key)
{
    const char *names[OPTIONS];
    enum option_id id = settings_option(key);
    for (size_t i = 0; i < OPTIONS; i++)
        names[i] = option_at((enum option_id)i)->name;
    if (id == OPTIONS)
        return usage_wrong(program,
                           did_you_mean(program, nearest_word(key, names, OPTIONS),
                                        "`recto config` lists the settings"),
                           "no setting is called “%s”", key);
    const struct option *option = option_at(id);
    struct said said = holding(program, job, config, id);
    const char *origin, *value = recto_job_setting(job, option->name, &origin);
    bool in_front = value && strcmp(origin, "front matter") == 0;
    const struct said layers[] = {
        from_config(program, config, option),
        {in_front ? value : NULL, "the document"},
        from_environment(program, option),
        from_flag(&program->args, id),
    };
    printf("%s: %s\n\n    %s\n", key, said.value, option->help);
    put_layers(layers, sizeof layers / sizeof *layers);
    printf("\nIt holds what is said by: %s\n", said.where);
    return RECTO_DONE;
}

static void list(struct program *program, recto_job *job, const struct config *config)
{
    struct textbuf rows = textbuf_in(&program->pool);
    for (size_t i = 0; i < OPTIONS; i++) {
        enum option_id id = (enum option_id)i;
        const char *name = option_at(id)->name;
        if (settings_option(name) == OPTIONS)
            continue;
        struct said said = holding(program, job, config, id);
        const char *row =
            pool_fmt(&program->pool, "%s\t%s\t%s\n", name, said.value, said.where);
        textbuf_put(&rows, row, strlen(row));
    }
    print_rows(program, rows.p);
}

/* "--explain layout" is what people write who do not know that the KEY of --explain stands behind "=":
 * a setting is meant where no file has that name. */
static bool is_key(const struct args *args)
{
    const char *key = args->value[OPTION_KEYS];
    const char *word = args->operands.n ? args->operands.at[0] : NULL;
    return key && !*key && word && settings_option(word) != OPTIONS &&
           access(word, F_OK) != 0;
}

recto_status cmd_config(struct program *program)
{
    const struct args *args = &program->args;
    bool named = is_key(args);
    const char *path = args->operands.n && !named ? args->operands.at[0] : NULL;
    const struct config *config = settings_for(program, path ? path : "-");
    recto_status status;
    if (!config)
        return RECTO_WRONG_USAGE;
    recto_job *job = job_of(program, NULL, config, &status);
    if (!job)
        return status;
    if (path)
        status = recto_job_read_file(job, path);
    if (status == RECTO_DONE && path)
        (void)recto_job_name(job, "title"); /* reads the front matter */
    if (status != RECTO_DONE) /* what else is found in the study is not asked for here */
        report_findings(&program->report, job);
    const char *key = named ? args->operands.at[0] : args->value[OPTION_KEYS];
    if (status == RECTO_DONE && key && *key)
        status = explain(program, job, config, key);
    else if (status == RECTO_DONE)
        list(program, job, config);
    recto_job_free(job);
    return status;
}
