/* SPDX-License-Identifier: MIT */
/* cli/args.h — the table of options, and the words of a command line read by it. */
#ifndef RECTO_CLI_ARGS_H
#define RECTO_CLI_ARGS_H

#include <stdbool.h>

#include "cli/pool.h"

#define X(id, name, operands, least, most, values, about, more) COMMAND_##id,
enum command_id {
#include "cli/commands.def"
    COMMANDS
};
#undef X

#define X(id, name, letter, argument, commands, to_job, values, help) OPTION_##id,
enum option_id {
#include "cli/options.def"
    OPTIONS
};
#undef X

/* What may follow an option, where it is no fixed list of words. */
#define VALUE_FILE "@file"
#define VALUE_FOLDER "@folder"
#define VALUE_LAYOUT "@layout"
#define VALUE_FORMAT "@format"
#define VALUE_PALETTE "@palette"
#define VALUE_PAGES "@pages"       /* words for completion only: any number may follow */
#define VALUE_STANDARD "@standard" /* a list of them */
#define VALUE_COMMAND "@command"

struct option {
    const char *name;     /* without dashes */
    const char *argument; /* NULL: a switch; "[KEY]": may follow behind "=" */
    const char *values;   /* "auto|always|never", VALUE_…, "" where anything goes */
    const char *help;
    unsigned commands; /* bit 1 << COMMAND_… for each that knows it */
    char letter;       /* of the short form; 0: none */
    bool to_job;       /* handed to the library under its name */
};

const struct option *option_at(enum option_id id);

/* One option as it was given. */
struct given {
    enum option_id id;
    const char *value; /* "" for a switch */
};

struct args {
    struct pool *pool;
    bool command_named; /* by a word of its own */
    enum command_id command;
    const char *value[OPTIONS]; /* the last one given, NULL where none was */
    struct given *given;        /* all, in order */
    size_t given_count;
    struct word_list operands;
    const char *wrong, *hint; /* what cannot be understood; NULL where all can */
};

/* Read `argv[1 …]`. The first word that is no option may name the command; else it is `render`.
 * Reads on to the end when something is wrong, so that `--diagnostics json` is known. */
struct args args_read(struct pool *pool, int argc, char *const *argv);
/* False where the option has a list of values and `value` is none of them. */
bool args_value_allowed(const struct option *option, const char *value);
/* The value of an option, else `preset`. */
const char *args_value(const struct args *args, enum option_id id, const char *preset);

/* The word of `count` candidates (NULLs are passed over) nearest to `word`; NULL where none is
 * near. */
const char *nearest_word(const char *word, const char *const *candidates, size_t count);

#endif
