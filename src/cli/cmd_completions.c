/* SPDX-License-Identifier: MIT */
/* cli/cmd_completions.c — prints completions from the tables of commands and options. */
#include <string.h>

#include "cli/complete.h"

enum complete_kind complete_kind_of(const char *values)
{
    static const struct {
        const char *values;
        enum complete_kind kind;
    } kinds[] = {
        {"",           COMPLETE_NOTHING},
        {VALUE_FILE,   COMPLETE_FILE   },
        {VALUE_FOLDER, COMPLETE_FOLDER },
        {VALUE_LAYOUT, COMPLETE_LAYOUT },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(values, kinds[i].values) == 0)
            return kinds[i].kind;
    return COMPLETE_WORDS;
}

static const char *formats(struct pool *pool)
{
    const char *all = "";
    for (size_t i = 0; recto_format_at(i).name; i++)
        all = pool_fmt(pool, "%s%s%s", all, i ? " " : "", recto_format_at(i).name);
    return all;
}

static const char *palettes(struct pool *pool)
{
    struct textbuf text = textbuf_in(pool);
    if (recto_list_palettes(sink_to_text(&text)) != RECTO_DONE)
        return "";
    return complete_escaped(pool, text.p, "\n", NULL);
}

const char *complete_words(struct program *program, const char *values)
{
    struct pool *pool = &program->pool;
    if (strcmp(values, VALUE_FORMAT) == 0)
        return formats(pool);
    if (strcmp(values, VALUE_PALETTE) == 0)
        return palettes(pool);
    if (strcmp(values, VALUE_PAGES) == 0)
        return "1 2 auto";
    if (strcmp(values, VALUE_STANDARD) == 0)
        return "ua-1,a-2a ua-1,a-3a ua-1 a-2a a-2u a-3a a-3u a-1b none";
    if (strcmp(values, VALUE_COMMAND) == 0)
        return complete_commands(pool, " ");
    return *values == '@' ? "" : complete_escaped(pool, values, "|", NULL);
}

const char *complete_commands(struct pool *pool, const char *between)
{
    const char *all = "";
    for (size_t i = 0; i < COMMANDS; i++)
        all = pool_fmt(pool, "%s%s%s", all, i ? between : "",
                       command_at((enum command_id)i)->name);
    return all;
}

const char *complete_commands_of(struct pool *pool, const struct option *option)
{
    const char *all = "";
    for (size_t i = 0; i < COMMANDS; i++)
        if (option->commands >> i & 1)
            all = pool_fmt(pool, "%s%s%s", all, *all ? " " : "",
                           command_at((enum command_id)i)->name);
    return all;
}

const char *complete_escaped(struct pool *pool, const char *text, const char *special,
                             const char *put)
{
    struct textbuf out = textbuf_in(pool);
    for (const char *p = text; *p; p++) {
        bool hit = strchr(special, *p) != NULL;
        if (hit && put)
            textbuf_put(&out, put, strlen(put));
        textbuf_put(&out, hit && !put ? " " : p, 1);
    }
    return out.p;
}

recto_status cmd_completions(struct program *program)
{
    static const struct {
        const char *shell;
        void (*print)(struct program *program);
    } shells[] = {
        {"bash", complete_bash},
        {"zsh",  complete_zsh },
        {"fish", complete_fish},
    };
    const char *name = program->args.operands.at[0];
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
        if (strcmp(name, shells[i].shell) == 0) {
            shells[i].print(program);
            return RECTO_DONE;
        }
    return usage_wrong(program, "there are bash, zsh and fish", "no shell is called “%s”",
                       name);
}
