/* SPDX-License-Identifier: MIT */
/* cli/watch_tell.h — a line for each document that was rendered again. */
#ifndef RECTO_CLI_WATCH_TELL_H
#define RECTO_CLI_WATCH_TELL_H

#include "cli/ledger.h"

/* Tell what came of the documents that `now` tells of; `before` knows why they were due. */
void watch_tell(struct report *report, const struct ledger *now,
                const struct ledger *before);

#endif
