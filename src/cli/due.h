/* SPDX-License-Identifier: MIT */
/* cli/due.h — which documents are to be rendered again, and what has become of them. */
#ifndef RECTO_CLI_DUE_H
#define RECTO_CLI_DUE_H

#include "cli/glance.h"

/* Mark the entries that depend on something that is in another state now than when it was read.
 * True where there is something to do: one of them, or a list of documents that is another. */
bool due_find(struct ledger *ledger, const struct glance *now);
/* What the next render does not report on is not due again for the same reason. */
void due_settle(struct ledger *ledger, const struct glance *now);
/* `ledger` is what came of a render; take over from `before` what it does not report. If it
 * reports no document at all, `named` are those that the command line names. */
void due_take_over(struct ledger *ledger, const struct ledger *before,
                   const struct word_list *named);

#endif
