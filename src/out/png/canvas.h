/* SPDX-License-Identifier: MIT */
/* out/png/canvas.h — a page of dots, drawn by cairo. */
#ifndef RECTO_OUT_PNG_CANVAS_H
#define RECTO_OUT_PNG_CANVAS_H

#include "draw/display.h"
#include "out/bitmap.h"

struct canvas;

/* A white sheet for `page` at `ppi` dots an inch, in `a`. RECTO_USAGE and O0105 where it would have
 * too many dots, RECTO_WORLD and O0107 where cairo is not there. */
RECTO_MUST_USE recto_status canvas_new(struct arena *a, const struct display_page *page,
                                       int ppi, struct canvas **out, struct diags *d);
void canvas_glyphs(struct canvas *canvas, const struct op *op);
void canvas_path(struct canvas *canvas, const struct op *op);
void canvas_image(struct canvas *canvas, const struct op *op, const struct bitmap *bitmap);
/* What has been drawn, in `a`; the canvas is void afterwards. */
struct bitmap canvas_done(struct canvas *canvas);

#endif
