/* SPDX-License-Identifier: MIT */
/* cli/complete_fish.c — completions for fish. */
#include "cli/complete.h"

static const char *quoted(struct pool *pool, const char *text)
{
    return pool_fmt(pool, "'%s'", complete_escaped(pool, text, "'\\", "\\"));
}

/* What follows an option, as flags of `complete`. */
static void put_values(struct program *program, const char *values)
{
    switch (complete_kind_of(values)) {
    case COMPLETE_NOTHING:
        fputs(" -x", stdout);
        return;
    case COMPLETE_WORDS:
        printf(" -x -a '%s'", complete_words(program, values));
        return;
    case COMPLETE_FILE:
        fputs(" -r -F", stdout);
        return;
    case COMPLETE_FOLDER:
        fputs(" -x -a '(__fish_complete_directories)'", stdout);
        return;
    case COMPLETE_LAYOUT:
        fputs(" -r -F -a '(recto layouts 2>/dev/null | string replace -r \"\\t.*\" \"\")'",
              stdout);
        return;
    }
}

static void put_option(struct program *program, const struct option *option)
{
    struct pool *pool = &program->pool;
    printf("complete -c recto -n '__recto_in %s'", complete_commands_of(pool, option));
    if (option->letter)
        printf(" -s %c", option->letter);
    printf(" -l %s", option->name);
    if (option->argument && option->argument[0] != '[')
        put_values(program, option->values);
    printf(" -d %s\n", quoted(pool, option->help));
}

static void put_operands(struct program *program, const struct command *command)
{
    if (complete_kind_of(command->values) == COMPLETE_WORDS)
        printf("complete -c recto -n '__recto_in %s' -f -a '%s'\n", command->name,
               complete_words(program, command->values));
    else if (complete_kind_of(command->values) == COMPLETE_NOTHING)
        printf("complete -c recto -n '__recto_in %s' -f\n", command->name);
}

void complete_fish(struct program *program)
{
    struct pool *pool = &program->pool;
    printf("# fish completion for recto; written by `recto completions fish`\n"
           "function __recto_command\n    set -l words (commandline -opc)\n"
           "    for word in $words[2..-1]\n        if contains -- $word %s\n"
           "            echo $word\n            return 0\n        end\n    end\n"
           "    return 1\nend\n\n"
           "function __recto_in\n    set -l command (__recto_command; or echo render)\n"
           "    contains -- $command $argv\nend\n\n",
           complete_commands(pool, " "));
    for (size_t i = 0; i < COMMANDS; i++)
        printf("complete -c recto -n 'not __recto_command >/dev/null' -a %s -d %s\n",
               command_at((enum command_id)i)->name,
               quoted(pool, command_at((enum command_id)i)->about));
    for (size_t i = 0; i < COMMANDS; i++)
        put_operands(program, command_at((enum command_id)i));
    for (size_t i = 0; i < OPTIONS; i++)
        put_option(program, option_at((enum option_id)i));
}
