/* SPDX-License-Identifier: MIT */
/* block/qr.h — addresses as QR codes, for paper. */
#ifndef RECTO_BLOCK_QR_H
#define RECTO_BLOCK_QR_H

#include "block/path.h"

#define QR_QUIET 4 /* modules around a code that must stay white: ISO/IEC 18004, 9.1 */

/* The modules of a code, row by row, its quiet zone left out. */
struct qr_code {
    int side; /* [modules] */
    unsigned char *dark;
};

/* `text` as a code that survives the loss of 15% of it (level M). NULL where it is too long for
 * one. Lives in `a`. */
struct qr_code *qr_encode(struct arena *a, struct str text);
/* Its dark modules as one path, `module` [mpt] each, the top left corner at (0, 0): neighbours
 * share no edge, so no viewer shows a seam between them. Lives in `a`. */
const struct path *qr_path(struct arena *a, const struct qr_code *code, mpt module,
                           struct ink ink);

#endif
