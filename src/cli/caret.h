/* SPDX-License-Identifier: MIT */
/* cli/caret.h — the line of a finding, with a caret below its place. */
#ifndef RECTO_CLI_CARET_H
#define RECTO_CLI_CARET_H

#include <recto/diag.h>
#include <stdio.h>

struct paint;

/* Print the line and the caret, at most `columns` wide: a long line is cut around the place. Tabs,
 * wide characters and combining marks are counted as a terminal shows them. Prints nothing where
 * the finding has no line. */
void caret_print(FILE *to, const recto_diag *diag, int columns, const struct paint *paint);

#endif
