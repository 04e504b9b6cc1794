/* SPDX-License-Identifier: MIT */
/* out/pdf/pdf.h — what the parts of the PDF back end share while they write one document. */
#ifndef RECTO_OUT_PDF_PDF_H
#define RECTO_OUT_PDF_PDF_H

#include "out/backend.h"
#include "out/pdf/font.h"
#include "out/pdf/object.h"
#include "out/tree.h"

/* Marked-content numbers that one TAG_BEGIN … TAG_END has become: [first, end). */
struct mcids {
    uint32_t first, end;
};

struct sheet_page {
    struct object *page, *contents;
    struct spelling *spellings; /* an op each; only those of GLYPHS are set */
    struct mcids *mcids;  /* an op each; of a TAG_BEGIN. Of a LINK: its index in `links` */
    VEC(uint32_t) owners; /* tag of each marked-content number */
    VEC(struct object *) links; /* annotations */
    bool alpha;                 /* shows a picture with transparency */
};

/* A picture as an object; `matrix` turns the unit square as its orientation asks. */
struct picture {
    struct object *object;
    int matrix[6];
    bool alpha;
};

struct pdf {
    struct arena *a;
    const struct display *display;
    const struct out_options *options;
    struct diags *d;
    struct haru *haru;
    struct deflater *z, *z_fonts;
    struct cutstock *cut; /* NULL: no other document shares it */
    struct object *catalog, *info;
    struct object *resources; /* of all pages */
    struct sheet_page *pages; /* as display->pages */
    struct font *fonts;       /* as display->faces */
    struct picture *pictures; /* as display->images */
    struct tree tree;
    struct object **elements; /* as display->tags */
    /* Tag of each annotation that has a StructParent, in order. */
    VEC(uint32_t) link_owners;
};

/* out/pdf/image.c: all pictures. A picture that cannot be shown is an error with its name. */
RECTO_MUST_USE recto_status pdf_images(struct pdf *pdf);
/* out/pdf/told.c: codes for all runs of page `index`. */
void pdf_spell(struct pdf *pdf, size_t index);
/* out/pdf/page.c: contents, annotations and resources of all pages. */
void pdf_pages(struct pdf *pdf);
/* out/pdf/tags.c: the structure tree. */
void pdf_tags(struct pdf *pdf);
/* out/pdf/meta.c: catalog, information, metadata, outline, destinations, attachment. */
void pdf_meta(struct pdf *pdf);
/* out/pdf/save.c: the file. */
void pdf_save(struct pdf *pdf, struct strbuf *into);

/* A new object that holds `bytes` compressed. */
struct object *pdf_stream(struct pdf *pdf, struct str bytes);
/* The same without a filter. */
struct object *pdf_stream_raw(struct pdf *pdf, struct str bytes);
/* y of the sheet, downwards, as y of the page, upwards [mpt]. */
static inline mpt pdf_y(const struct display_page *page, mpt y)
{
    return page->height - y;
}

#endif
