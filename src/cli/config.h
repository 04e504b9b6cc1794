/* SPDX-License-Identifier: MIT */
/* cli/config.h — finds and reads recto.yaml. */
#ifndef RECTO_CLI_CONFIG_H
#define RECTO_CLI_CONFIG_H

#include "cli/settings.h"

#define CONFIG_NAME "recto.yaml"

/* The folder of a file, absolute and with links resolved; the current one for "-" and what does not
 * exist. */
const char *config_folder(struct pool *pool, const char *path);
/* Read what holds for config->folder. A finding, and another status than RECTO_DONE, where a file
 * cannot be read or says something that cannot be understood. */
recto_status config_load(struct program *program, struct config *config);
/* The user's file; NULL where there is none. */
const char *config_of_user(struct program *program);
/* The nearest file in `folder` or above it; NULL where there is none. */
const char *config_above(struct program *program, const char *folder);

#endif
