/* SPDX-License-Identifier: MIT */
/* cli/settings.h — settings from elsewhere than the command line: recto.yaml, RECTO_*. */
#ifndef RECTO_CLI_SETTINGS_H
#define RECTO_CLI_SETTINGS_H

#include "cli/program.h"

/* The settings that hold for the files of one folder: the user's, then the project's, so that of
 * two the later counts. Lives as long as the program's pool. */
struct config {
    const char *folder;
    const recto_setting *at;
    size_t n;
    struct config *next;
};

/* Fill what the command line leaves open: from the environment, then from the configuration of the
 * folder of the first operand, else of the current folder. RECTO_WRONG_USAGE and a finding where
 * something there cannot be understood. */
recto_status settings_begin(struct program *program);
/* The settings for a file; NULL, with a finding, where there are some that cannot be understood. Not
 * for threads. */
const struct config *settings_for(struct program *program, const char *path);
/* Hand settings of the library to a job: the configuration's (NULL: none), the environment's, those
 * of the command line. */
recto_status settings_put(const struct program *program, recto_job *job,
                          const struct config *config);

/* "RECTO_FONT_PATH" of font-path. */
const char *settings_variable(struct pool *pool, const struct option *option);
/* The option that a key of recto.yaml means; OPTIONS where it means none. */
enum option_id settings_option(const char *key);

#endif
