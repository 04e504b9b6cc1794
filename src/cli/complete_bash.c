/* SPDX-License-Identifier: MIT */
/* cli/complete_bash.c — completions for bash, 4 or later. */
#include <string.h>

#include "cli/complete.h"

/* What fills COMPREPLY with things of a kind. */
static void put_reply(struct program *program, const char *values)
{
    switch (complete_kind_of(values)) {
    case COMPLETE_NOTHING:
        fputs("COMPREPLY=()", stdout);
        return;
    case COMPLETE_WORDS:
        printf("_recto_reply -W '%s'", complete_words(program, values));
        return;
    case COMPLETE_FILE:
        fputs("compopt -o filenames; _recto_reply -f", stdout);
        return;
    case COMPLETE_FOLDER:
        fputs("compopt -o filenames; _recto_reply -d", stdout);
        return;
    case COMPLETE_LAYOUT:
        fputs("compopt -o filenames; _recto_reply -f -W \"$(recto layouts 2>/dev/null | "
              "cut -f1)\"",
              stdout);
        return;
    }
}

static void put_values(struct program *program)
{
    fputs("    case $prev in\n", stdout);
    for (size_t i = 0; i < OPTIONS; i++) {
        const struct option *option = option_at((enum option_id)i);
        if (!option->argument || option->argument[0] == '[')
            continue;
        if (option->letter)
            printf("    -%c | --%s) ", option->letter, option->name);
        else
            printf("    --%s) ", option->name);
        put_reply(program, option->values);
        fputs("; return ;;\n", stdout);
    }
    fputs("    esac\n", stdout);
}

static void put_options(unsigned bit)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        const struct option *option = option_at((enum option_id)i);
        if (!(option->commands & bit))
            continue;
        if (option->letter)
            printf("-%c ", option->letter);
        printf("--%s ", option->name);
    }
}

static void put_command(struct program *program, const struct command *command)
{
    printf("    %s)\n        if [[ $cur == -* ]]; then\n            _recto_reply -W '",
           command->name);
    put_options(1u << command->id);
    fputs("'\n        else\n            ", stdout);
    put_reply(program, command->values);
    fputs("\n        fi ;;\n", stdout);
}

void complete_bash(struct program *program)
{
    const char *commands = complete_commands(&program->pool, " ");
    fputs(
        "# bash completion for recto; written by `recto completions bash`\n"
        "_recto_reply()\n{\n"
        "    mapfile -t COMPREPLY < <(compgen \"$@\" -- \"$cur\")\n}\n\n"
        "_recto()\n{\n"
        "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
        "    local command='' word\n"
        "    if [[ $cur == = ]]; then\n        cur=\n"
        "    elif [[ $prev == = ]]; then\n        prev=${COMP_WORDS[COMP_CWORD - 2]}\n    "
        "fi\n"
        "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n        case $word in\n",
        stdout);
    printf("        %s) command=$word; break ;;\n        esac\n    done\n",
           complete_commands(&program->pool, " | "));
    put_values(program);
    printf("    if [[ -z $command && $cur != -* ]]; then\n"
           "        compopt -o filenames\n        _recto_reply -f -W '%s'\n        return\n"
           "    fi\n    case ${command:-render} in\n",
           commands);
    for (size_t i = 0; i < COMMANDS; i++)
        put_command(program, command_at((enum command_id)i));
    fputs("    esac\n}\n\ncomplete -F _recto recto\n", stdout);
}
