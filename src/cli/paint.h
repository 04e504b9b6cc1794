/* SPDX-License-Identifier: MIT */
/* cli/paint.h — colours of a terminal; all "" where there are none. */
#ifndef RECTO_CLI_PAINT_H
#define RECTO_CLI_PAINT_H

#include <recto/diag.h>

struct paint {
    const char *bold, *level[3], *caret, *faint, *end;
};

/* The colours, or none of them. */
const struct paint *paint_colours(void);
const struct paint *paint_none(void);

#endif
