/* SPDX-License-Identifier: MIT */
/* cli/shard.h — the part of all documents that this run is to do. */
#ifndef RECTO_CLI_SHARD_H
#define RECTO_CLI_SHARD_H

#include "cli/inputs.h"

/* Leave in `inputs` every N-th document, as --shard asks; all where it is not given. The order of
 * the documents is what runs on other machines agree on. RECTO_WRONG_USAGE and a finding where it
 * cannot be understood. */
recto_status shard_take(struct program *program, struct inputs *inputs);

#endif
