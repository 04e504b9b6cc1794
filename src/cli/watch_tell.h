/* SPDX-License-Identifier: MIT */
/* cli/watch_tell.h — a line for each document that was rendered again. */
#ifndef RECTO_CLI_WATCH_TELL_H
#define RECTO_CLI_WATCH_TELL_H

#include "cli/ledger.h"

/* Print what came of the documents in `now`; `before` knows why they were due. */
void watch_tell(struct report *report, const struct ledger *now,
                const struct ledger *before);

#endif
