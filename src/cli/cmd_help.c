/* SPDX-License-Identifier: MIT */
/* cli/cmd_help.c — prints help from the tables of commands and options. */
#include <string.h>

#include "cli/glyphs.h"
#include "cli/program.h"

#define WIDTH 79  /* columns of a page of help */
#define INDENT 28 /* columns where explanations begin */

/* Print `text` in lines that end before WIDTH and begin at `indent`, where the cursor is now. */
static void put_wrapped(const char *text, int indent)
{
    int at = indent;
    while (*text) {
        size_t length = strcspn(text, " ");
        int width = 0;
        for (const char *p = text; p < text + length;)
            width += glyph_width(glyph_next(&p));
        if (at > indent && at + 1 + width > WIDTH) {
            printf("\n%*s", indent, "");
            at = indent;
        } else if (at > indent) {
            putchar(' ');
            at++;
        }
        fwrite(text, 1, length, stdout);
        at += width;
        text += length + (text[length] == ' ');
    }
    putchar('\n');
}

/* A left side and what it means; a long left side has a line of its own. */
static void put_entry(const char *left, const char *meaning)
{
    int width = glyphs_width(left);
    fputs(left, stdout);
    if (width > INDENT - 2)
        printf("\n%*s", INDENT, "");
    else
        printf("%*s", INDENT - width, "");
    put_wrapped(meaning, INDENT);
}

static void put_option(struct pool *pool, const struct option *option)
{
    const char *letter = option->letter ? pool_fmt(pool, "-%c, ", option->letter) : "    ";
    const char *joint = option->argument ? " " : "", *argument = option->argument;
    put_entry(pool_fmt(pool, "  %s--%s%s%s", letter, option->name, joint,
                       argument ? argument : ""),
              option->help);
}

/* True for options that every command has. */
static bool is_common(const struct option *option)
{
    return option->commands == (1u << COMMANDS) - 1;
}

static void put_options(struct pool *pool, unsigned commands, bool common)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        const struct option *option = option_at((enum option_id)i);
        if (is_common(option) == common && (option->commands & commands))
            put_option(pool, option);
    }
}

static bool has_own_options(unsigned bit)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        const struct option *option = option_at((enum option_id)i);
        if (!is_common(option) && (option->commands & bit))
            return true;
    }
    return false;
}

static void help_all(struct pool *pool)
{
    fputs("recto typesets a Markdown case study as a PDF of one or two pages.\n\n"
          "usage: recto FILE... [-o OUT]\n"
          "       recto COMMAND [OPTION...] [OPERAND...]\n\ncommands:\n",
          stdout);
    for (size_t i = 0; i < COMMANDS; i++) {
        const struct command *c = command_at((enum command_id)i);
        put_entry(pool_fmt(pool, "  %s %s", c->name, c->operands), c->about);
    }
    fputs("\noptions of every command:\n", stdout);
    put_options(pool, ~0u, true);
    fputs("\n`recto help COMMAND` lists the options of a command.\n", stdout);
}

static void help_command(struct pool *pool, const struct command *command)
{
    unsigned bit = 1u << command->id;
    bool own = has_own_options(bit);
    printf("recto %s — %s\n\nusage: recto %s%s%s%s\n", command->name, command->about,
           command->name, own ? " [OPTION...]" : "", *command->operands ? " " : "",
           command->operands);
    if (*command->more) {
        putchar('\n');
        put_wrapped(command->more, 0);
    }
    if (own) {
        fputs("\noptions:\n", stdout);
        put_options(pool, bit, false);
    }
    fputs("\noptions of every command:\n", stdout);
    put_options(pool, bit, true);
}

recto_status cmd_help(struct program *program)
{
    const char *names[COMMANDS];
    if (program->args.operands.n == 0) {
        help_all(&program->pool);
        return RECTO_DONE;
    }
    const char *name = program->args.operands.at[0];
    const struct command *command = command_find(name);
    if (command) {
        help_command(&program->pool, command);
        return RECTO_DONE;
    }
    for (size_t i = 0; i < COMMANDS; i++)
        names[i] = command_at((enum command_id)i)->name;
    return usage_wrong(program,
                       did_you_mean(program, nearest_word(name, names, COMMANDS),
                                    "`recto help` lists the commands"),
                       "no command is called “%s”", name);
}
