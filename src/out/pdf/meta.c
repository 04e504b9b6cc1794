/* SPDX-License-Identifier: MIT */
/* out/pdf/meta.c — catalog and document information: all that is not on a page. */
#include <stdlib.h>

#include "base/arena.h"
#include "out/pdf/icc.h"
#include "out/pdf/pdf.h"
#include "out/pdf/xmp.h"
#include "out/put.h"

/* --- destinations ---------------------------------------------------------------------------- */

static int by_name(const void *one, const void *other)
{
    const struct destination *a = one, *b = other;
    int order = str_cmp(a->name, b->name);
    return order ? order : a->page < b->page ? -1 : a->page > b->page;
}

static void put_place(struct strbuf *b, const struct pdf *pdf, uint32_t page,
                      struct point at)
{
    strbuf_putc(b, '[');
    put_ref(b, pdf->pages[page].page);
    strbuf_put(b, S("/XYZ "));
    put_length(b, at.x);
    put_length(b, pdf_y(&pdf->display->pages.at[page], at.y));
    strbuf_put(b, S("null]"));
}

/* Names are in the order of their bytes, as a reader seeks them; of two alike the first counts. */
static void put_destinations(struct pdf *pdf, struct strbuf *b)
{
    size_t n = pdf->display->destinations.n;
    if (n == 0)
        return;
    struct destination *sorted =
        arena_copy(pdf->a, pdf->display->destinations.at, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, by_name);
    strbuf_put(b, S("/Dests<</Names["));
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && str_eq(sorted[i].name, sorted[i - 1].name))
            continue;
        put_text(b, sorted[i].name);
        put_place(b, pdf, sorted[i].page, (struct point){0, sorted[i].y});
    }
    strbuf_put(b, S("]>>"));
}

/* --- outline --------------------------------------------------------------------------------- */

/* Neighbours of an entry in the tree of bookmarks; SIZE_MAX: none. */
struct around {
    size_t parent, previous, next, first, last;
    size_t children;
};

static int depth_at(const struct pdf *pdf, size_t i)
{
    return pdf->display->outline.at[i].depth;
}

/* One pass with the path to the current entry as a stack. `around` has a last element for the
 * root. */
static void link_entries(const struct pdf *pdf, struct around *around, size_t *path)
{
    size_t n = pdf->display->outline.n, depth = 0;
    for (size_t i = 0; i <= n; i++)
        around[i] = (struct around){n, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, 0};
    for (size_t i = 0; i < n; i++) {
        while (depth > 0 && depth_at(pdf, path[depth - 1]) >= depth_at(pdf, i))
            depth--;
        size_t parent = depth > 0 ? path[depth - 1] : n;
        around[i].parent = parent;
        around[i].previous = around[parent].last;
        if (around[parent].last == SIZE_MAX)
            around[parent].first = i;
        else
            around[around[parent].last].next = i;
        around[parent].last = i;
        around[parent].children++;
        path[depth++] = i;
    }
}

static void put_entry(struct strbuf *b, const char *key, struct object *const *objects,
                      size_t index)
{
    if (index == SIZE_MAX)
        return;
    strbuf_fmt(b, "/%s ", key);
    put_ref(b, objects[index]);
}

static void put_outline(struct pdf *pdf, struct strbuf *catalog)
{
    size_t n = pdf->display->outline.n;
    if (n == 0)
        return;
    struct around *around = arena_many(pdf->a, n + 1, struct around);
    link_entries(pdf, around, arena_many(pdf->a, n, size_t));
    struct object **objects = arena_many(pdf->a, n + 1, struct object *);
    for (size_t i = 0; i <= n; i++)
        objects[i] = haru_object(pdf->haru);
    for (size_t i = 0; i <= n; i++) {
        struct strbuf *b = &objects[i]->body;
        put_entry(b, "First", objects, around[i].first);
        put_entry(b, "Last", objects, around[i].last);
        if (i == n) {
            strbuf_fmt(b, "/Type/Outlines/Count %zu", n);
            continue;
        }
        const struct outline_entry *entry = &pdf->display->outline.at[i];
        put_entry(b, "Parent", objects, around[i].parent);
        put_entry(b, "Prev", objects, around[i].previous);
        put_entry(b, "Next", objects, around[i].next);
        if (around[i].children > 0)
            strbuf_fmt(b, "/Count %zu", around[i].children);
        strbuf_put(b, S("/Title"));
        put_text(b, entry->title);
        strbuf_put(b, S("/Dest"));
        put_place(b, pdf, entry->page, (struct point){0, entry->y});
    }
    strbuf_put(catalog, S("/PageMode/UseOutlines/Outlines "));
    put_ref(catalog, objects[n]);
}

/* --- attachment ------------------------------------------------------------------------------ */

/* The Markdown inside the PDF, as PDF/A-3 wants it. */
static struct object *attachment(struct pdf *pdf)
{
    const struct out_options *o = pdf->options;
    struct object *file = pdf_stream(pdf, o->source), *spec = haru_object(pdf->haru);
    unsigned char sum[16];
    haru_md5(o->source, sum);
    strbuf_fmt(&file->body, "/Type/EmbeddedFile/Subtype/text#2Fmarkdown/Params<</Size %zu",
               o->source.n);
    if (o->epoch >= 0) {
        struct str date = date_pdf(pdf->a, o->epoch);
        put_key_text(&file->body, "CreationDate", date);
        put_key_text(&file->body, "ModDate", date);
    }
    strbuf_put(&file->body, S("/CheckSum<"));
    for (int i = 0; i < 16; i++)
        put_hex(&file->body, sum[i], 2);
    strbuf_put(&file->body, S(">>>"));
    struct strbuf *b = &spec->body;
    struct str name = str_empty(o->source_name) ? S("source.md") : o->source_name;
    strbuf_put(b, S("/Type/Filespec/F"));
    put_text(b, name);
    strbuf_put(b, S("/UF"));
    put_text(b, name);
    strbuf_put(b, S("/AFRelationship/Source/Desc(The source of this document)/EF<</F "));
    put_ref(b, file);
    strbuf_put(b, S("/UF "));
    put_ref(b, file);
    strbuf_put(b, S(">>"));
    return spec;
}

static void put_attachment(struct pdf *pdf, struct strbuf *catalog, struct strbuf *names)
{
    if (!pdf->options->attach || !pdf->options->source.p)
        return;
    struct object *spec = attachment(pdf);
    strbuf_put(catalog, S("/AF["));
    put_ref(catalog, spec);
    strbuf_putc(catalog, ']');
    strbuf_put(names, S("/EmbeddedFiles<</Names[(source)"));
    put_ref(names, spec);
    strbuf_put(names, S("]>>"));
}

/* --- catalog --------------------------------------------------------------------------------- */

static void put_intent(struct pdf *pdf, struct strbuf *catalog)
{
    struct object *profile =
        pdf_stream(pdf, pdf->options->a1 ? icc_srgb_2(pdf->a) : icc_srgb(pdf->a));
    strbuf_put(&profile->body, S("/N 3"));
    strbuf_put(catalog, S("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                          "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
                          "/Info(sRGB IEC61966-2.1)/DestOutputProfile "));
    put_ref(catalog, profile);
    strbuf_put(catalog, S(">>]"));
}

static void put_catalog(struct pdf *pdf)
{
    struct strbuf *b = &pdf->catalog->body;
    struct strbuf names = strbuf_at(pdf->a);
    put_key_text(b, "Lang", str_empty(pdf->display->lang) ? S("en") : pdf->display->lang);
    strbuf_put(b, S("/ViewerPreferences<</DisplayDocTitle true>>"
                    "/PageLabels<</Nums[0<</S/D>>]>>"));
    put_outline(pdf, b);
    put_destinations(pdf, &names);
    put_attachment(pdf, b, &names);
    if (names.n > 0) {
        strbuf_put(b, S("/Names<<"));
        strbuf_put(b, strbuf_str(&names));
        strbuf_put(b, S(">>"));
    }
    put_intent(pdf, b);
    /* Not compressed: programs that do not read PDF look for it in the bytes. */
    struct object *metadata = pdf_stream_raw(pdf, xmp_packet(pdf));
    strbuf_put(&metadata->body, S("/Type/Metadata/Subtype/XML"));
    strbuf_put(b, S("/Metadata "));
    put_ref(b, metadata);
}

static void put_info(struct pdf *pdf)
{
    struct strbuf *b = &pdf->info->body;
    const struct display *display = pdf->display;
    put_key_text(b, "Title", display->title);
    put_key_text(b, "Author", display->author);
    put_key_text(b, "Subject", display->subject);
    put_key_text(b, "Keywords", display->keywords);
    put_key_text(b, "Creator", XMP_CREATOR);
    put_key_text(b, "Producer", xmp_producer(pdf));
    if (pdf->options->epoch < 0)
        return;
    struct str date = date_pdf(pdf->a, pdf->options->epoch);
    put_key_text(b, "CreationDate", date);
    put_key_text(b, "ModDate", date);
}

void pdf_meta(struct pdf *pdf)
{
    put_catalog(pdf);
    put_info(pdf);
}
