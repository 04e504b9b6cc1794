/* SPDX-License-Identifier: MIT */
/* out/svg/svg.h — what the parts of the SVG back end share. */
#ifndef RECTO_OUT_SVG_SVG_H
#define RECTO_OUT_SVG_SVG_H

#include "base/map.h"
#include "draw/display.h"

/* One page while it is written. */
struct svg {
    struct arena *a;
    const struct display *display;
    const struct display_page *page;
    size_t index;       /* of the page, from 0 */
    struct strbuf *out; /* the file */
    struct strbuf defs; /* outlines of glyphs, each once */
    struct map shapes;  /* of glyphs, by face and number */
    struct map names;   /* of shapes that are taken */
    struct diags *d;
};

/* ` name="12.5"`, a length in points. */
void svg_length(struct svg *svg, const char *name, mpt value);
/* ` name="…"`, with what XML asks for; nothing where `value` is empty. */
void svg_text(struct svg *svg, const char *name, struct str value);
/* An id of seven characters for `hash`, in `a`. It depends on nothing else: several pages
 * may stand in one HTML document, where equal ids have to mean the same. */
struct str svg_name(struct arena *a, uint64_t hash);

/* out/svg/glyphs.c: a run as references to outlines, which come into `defs`. */
void svg_glyphs(struct svg *svg, const struct op *op);
/* out/svg/image.c: a picture with its file inside. RECTO_BAD_INPUT and O0103 where it cannot be shown. */
RECTO_MUST_USE recto_status svg_image(struct svg *svg, const struct op *op);
/* out/svg/text.c: the words of the page, not seen, to be found, copied and read aloud; and links. */
void svg_words(struct svg *svg);

#endif
