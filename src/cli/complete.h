/* SPDX-License-Identifier: MIT */
/* cli/complete.h — completions for shells, one file a shell. */
#ifndef RECTO_CLI_COMPLETE_H
#define RECTO_CLI_COMPLETE_H

#include "cli/program.h"

/* What may follow an option or command. */
enum complete_kind {
    COMPLETE_NOTHING, /* anything, unknown to us */
    COMPLETE_WORDS,   /* one of complete_words */
    COMPLETE_FILE,
    COMPLETE_FOLDER,
    COMPLETE_LAYOUT /* what `recto layouts` lists, or a file */
};

enum complete_kind complete_kind_of(const char *values);
/* The words, parted by spaces; "" where there are none. */
const char *complete_words(struct program *program, const char *values);
/* The names of all commands, parted by `between`. */
const char *complete_commands(struct pool *pool, const char *between);
/* The names of the commands that know an option, parted by spaces. */
const char *complete_commands_of(struct pool *pool, const struct option *option);
/* `text` with `put` before each of the bytes in `special`, or with a space in the place of each
 * where `put` is NULL. */
const char *complete_escaped(struct pool *pool, const char *text, const char *special,
                             const char *put);

void complete_bash(struct program *program);
void complete_zsh(struct program *program);
void complete_fish(struct program *program);

#endif
