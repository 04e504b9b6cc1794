/* SPDX-License-Identifier: MIT */
/* cli/complete_zsh.c — completions for zsh. */
#include "cli/complete.h"

/* The action of _arguments for things of a kind. */
static void put_action(struct program *program, const char *values)
{
    switch (complete_kind_of(values)) {
    case COMPLETE_NOTHING:
        return;
    case COMPLETE_WORDS:
        printf("(%s)", complete_words(program, values));
        return;
    case COMPLETE_FILE:
        fputs("_files", stdout);
        return;
    case COMPLETE_FOLDER:
        fputs("_files -/", stdout);
        return;
    case COMPLETE_LAYOUT:
        fputs("_recto_layouts", stdout);
        return;
    }
}

/* Inside single quotes, and of a description of _arguments. */
static const char *described(struct pool *pool, const char *text)
{
    struct textbuf out = textbuf_in(pool);
    for (const char *p = complete_escaped(pool, text, "[]:\\", "\\"); *p; p++)
        if (*p == '\'')
            textbuf_put(&out, "'\\''", 4);
        else
            textbuf_put(&out, p, 1);
    return out.p;
}

static void put_option(struct program *program, const struct option *option,
                       const char *flag, const char *joint)
{
    struct pool *pool = &program->pool;
    bool repeated =
        option == option_at(OPTION_SET) || option == option_at(OPTION_FONT_PATH);
    bool optional = option->argument && option->argument[0] == '[';
    printf("            '%s%s%s[%s]", repeated ? "*" : "", flag,
           option->argument && !optional ? joint : "", described(pool, option->help));
    if (option->argument && !optional) {
        printf(":%s:", described(pool, option->argument));
        put_action(program, option->values);
    }
    fputs("'\n", stdout);
}

static void put_command(struct program *program, const struct command *command)
{
    struct pool *pool = &program->pool;
    printf("    (%s)\n        options=(\n", command->name);
    for (size_t i = 0; i < OPTIONS; i++) {
        const struct option *option = option_at((enum option_id)i);
        if (!(option->commands >> command->id & 1))
            continue;
        if (option->letter)
            put_option(program, option, pool_fmt(pool, "-%c", option->letter), "+");
        put_option(program, option, pool_fmt(pool, "--%s", option->name), "=");
    }
    printf("            '*: :");
    put_action(program, command->values);
    fputs("'\n        ) ;;\n", stdout);
}

void complete_zsh(struct program *program)
{
    struct pool *pool = &program->pool;
    fputs(
        "#compdef recto\n# zsh completion for recto; written by `recto completions zsh`\n\n"
        "_recto_layouts() {\n"
        "    compadd -- ${(f)\"$(recto layouts 2>/dev/null | cut -f1)\"}\n    _files -g "
        "'*.yaml'\n"
        "}\n\n_recto_first() {\n    local -a commands=(\n",
        stdout);
    for (size_t i = 0; i < COMMANDS; i++)
        printf("        '%s:%s'\n", command_at((enum command_id)i)->name,
               described(pool, command_at((enum command_id)i)->about));
    printf("    )\n    _describe command commands\n    _files -g '*.md'\n}\n\n"
           "_recto() {\n    local command= word\n    local -a options\n"
           "    for word in ${words[2,CURRENT-1]}; do\n        case $word in\n"
           "        (%s) command=$word; break ;;\n        esac\n    done\n"
           "    case ${command:-render} in\n",
           complete_commands(pool, "|"));
    for (size_t i = 0; i < COMMANDS; i++)
        put_command(program, command_at((enum command_id)i));
    fputs("    esac\n"
          "    [[ -z $command ]] && options[-1]='*: :_recto_first'\n"
          "    _arguments -s -S $options\n}\n\n"
          "if [[ $funcstack[1] == _recto ]]; then\n    _recto \"$@\"\nelse\n"
          "    compdef _recto recto\nfi\n",
          stdout);
}
