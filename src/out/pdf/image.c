/* SPDX-License-Identifier: MIT */
/* out/pdf/image.c — pictures as image objects. */
#include "out/pdf/image.h"

#include <string.h>

#include "base/arena.h"
#include "out/pdf/pdf.h"

/* The unit square as each orientation of EXIF shows it: a photo that was taken upside down, on its
 * side or in a mirror. */
static const int matrices[8][6] = {
    {1,  0,  0,  1,  0, 0},
    {-1, 0,  0,  1,  1, 0},
    {-1, 0,  0,  -1, 1, 1},
    {1,  0,  0,  -1, 0, 1},
    {0,  -1, -1, 0,  1, 1},
    {0,  -1, 1,  0,  0, 1},
    {0,  1,  1,  0,  0, 0},
    {0,  1,  -1, 0,  1, 0},
};

const int *image_matrix(int orientation)
{
    return matrices[orientation >= 1 && orientation <= 8 ? orientation - 1 : 0];
}

static void put_kind(struct strbuf *b, const struct pixels *p, const char *space)
{
    strbuf_fmt(b,
               "/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s"
               "/BitsPerComponent %d",
               p->width, p->height, space, p->bits);
}

static struct str space_of(struct pdf *pdf, const struct pixels *p)
{
    if (str_empty(p->palette))
        return p->channels == 3 ? S("/DeviceRGB") : S("/DeviceGray");
    struct object *table = pdf_stream(pdf, p->palette);
    return str_fmt(pdf->a, "[/Indexed/DeviceRGB %zu %u 0 R]", p->palette.n / 3 - 1,
                   table->id);
}

static struct object *data_of(struct pdf *pdf, const struct pixels *p)
{
    if (p->coding == DATA_RAW)
        return pdf_stream(pdf, p->data);
    struct object *object = pdf_stream_raw(pdf, p->data);
    if (p->coding == DATA_JPEG)
        strbuf_put(&object->body, S("/Filter/DCTDecode"));
    else
        strbuf_fmt(&object->body,
                   "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d"
                   "/BitsPerComponent %d/Columns %d>>",
                   p->channels, p->bits, p->width);
    return object;
}

static struct object *mask_of(struct pdf *pdf, const struct pixels *p)
{
    if (str_empty(p->alpha))
        return NULL;
    struct object *mask = pdf_stream(pdf, p->alpha);
    put_kind(&mask->body, p, "/DeviceGray");
    return mask;
}

/* PDF/A-1 knows no transparency: the picture is laid on white. */
static void flatten(struct arena *a, struct pixels *p)
{
    size_t n = p->data.n;
    unsigned char *flat = arena_copy(a, p->data.p, n);
    for (size_t i = 0; i < n && i / (size_t)p->channels < p->alpha.n; i++) {
        unsigned opaque = (unsigned char)p->alpha.p[i / (size_t)p->channels];
        flat[i] = (unsigned char)((flat[i] * opaque + 255 * (255 - opaque) + 127) / 255);
    }
    p->data = (struct str){(const char *)flat, n};
    p->alpha = (struct str){NULL, 0};
}

static recto_status write_picture(struct pdf *pdf, size_t index)
{
    const struct image *image = pdf->display->images.at[index];
    struct picture *picture = &pdf->pictures[index];
    struct pixels p = image->format == IMAGE_PNG ? png_read(pdf->a, image->bytes)
                                                 : jpeg_read(pdf->a, image->bytes);
    if (p.fault)
        return diag_fail(pdf->d, D_O0103, RECTO_BAD_INPUT, (struct span){0},
                         "cannot show “%.*s”: %s", STR(image->name), p.fault);
    if (pdf->options->a1 && !str_empty(p.alpha))
        flatten(pdf->a, &p);
    struct object *mask = mask_of(pdf, &p);
    struct str space = space_of(pdf, &p);
    picture->object = data_of(pdf, &p);
    put_kind(&picture->object->body, &p, str_cstr(pdf->a, space));
    if (mask) {
        strbuf_put(&picture->object->body, S("/SMask "));
        put_ref(&picture->object->body, mask);
    }
    picture->alpha = mask != NULL;
    memcpy(picture->matrix, image_matrix(p.orientation), sizeof picture->matrix);
    return RECTO_OK;
}

recto_status pdf_images(struct pdf *pdf)
{
    pdf->pictures = arena_many(pdf->a, pdf->display->images.n, struct picture);
    for (size_t i = 0; i < pdf->display->images.n; i++)
        RECTO_TRY(write_picture(pdf, i));
    return RECTO_OK;
}
