/* SPDX-License-Identifier: MIT */
/* out/pdf/pdf.c — a display list as a tagged PDF 1.7 file. */
#include "out/pdf/pdf.h"

#include "base/arena.h"
#include "out/pdf/cutstock.h"
#include "out/rows.h"

/* Memory that libharu may take: some 300 bytes an object, and a bundle of a thousand studies has
 * 200 000 objects. */
#define HARU_CEILING ((size_t)512 << 20)

struct object *pdf_stream(struct pdf *pdf, struct str bytes)
{
    struct object *object = haru_object(pdf->haru);
    object_fill(object, pdf->z, pdf->a, bytes);
    return object;
}

struct object *pdf_stream_raw(struct pdf *pdf, struct str bytes)
{
    struct object *object = haru_object(pdf->haru);
    object_fill_raw(object, bytes);
    return object;
}

static void open_pages(struct pdf *pdf)
{
    size_t n = pdf->display->pages.n;
    pdf->pages = arena_many(pdf->a, n, struct sheet_page);
    for (size_t i = 0; i < n; i++) {
        struct haru_page page = haru_add_page(pdf->haru);
        pdf->pages[i].page = page.page;
        pdf->pages[i].contents = page.contents;
    }
}

/* A font is cut when all that is shown of it is known, and contents need the codes of the cut
 * font: so the runs are read twice. */
static bool write_fonts(struct pdf *pdf)
{
    size_t n = pdf->display->faces.n;
    pdf->fonts = arena_many(pdf->a, n, struct font);
    for (size_t i = 0; i < n; i++)
        pdf_font_open(pdf->a, &pdf->fonts[i], pdf->display->faces.at[i]);
    for (size_t i = 0; i < pdf->display->pages.n; i++)
        pdf_spell(pdf, i);
    for (size_t i = 0; i < n; i++)
        if (!font_write(pdf, &pdf->fonts[i]))
            return false;
    return true;
}

recto_status pdf_write(struct arena *a, const struct display *display,
                       const struct out_options *options, struct strbuf *into,
                       struct diags *d)
{
    struct pdf pdf = {.a = a, .display = display, .options = options, .d = d};
    pdf.haru = haru_open(a, display->pages.n, HARU_CEILING);
    pdf.z = deflater_new(a, false);
    pdf.z_fonts = deflater_new(a, true);
    if (options->shelf)
        pdf.cut = cutstock_at(a, options->shelf);
    pdf.catalog = haru_catalog(pdf.haru);
    pdf.info = haru_info(pdf.haru);
    pdf.resources = haru_object(pdf.haru);
    open_pages(&pdf);
    pdf.tree = tree_build(a, display);
    if (!write_fonts(&pdf))
        return RECTO_WORLD;
    RECTO_TRY(pdf_images(&pdf));
    pdf_pages(&pdf);
    pdf_tags(&pdf);
    pdf_meta(&pdf);
    pdf_save(&pdf, into);
    if (haru_failed(pdf.haru) || deflater_failed(pdf.z) || deflater_failed(pdf.z_fonts))
        return diag_fail(d, D_O0101, RECTO_WORLD, (struct span){0},
                         "memory ran out while the PDF was put together");
    return RECTO_OK;
}
