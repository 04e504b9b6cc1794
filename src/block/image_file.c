/* SPDX-License-Identifier: MIT */
/* block/image_file.c — the size of a picture, out of its file's header. */
#include "block/image_file.h"

#include <string.h>

#define PNG_HEAD 8
#define PNG_CHUNK 12 /* length, type and checksum around a chunk's bytes */
#define PNG_IHDR 13
#define JPEG_SOF_BYTES 8 /* length, precision, height, width, components */
#define DPI_OF_METRE(n) (((n)*254 + 5000) / 10000)
#define DPI_OF_CM(n) (((n)*254 + 50) / 100)
#define DPI_MAX 4800

static const char cut_off[] = "is cut off";

static uint32_t u32(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static unsigned u16(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return (unsigned)b[0] << 8 | b[1];
}

static int dpi(uint64_t n)
{
    return n <= DPI_MAX ? (int)n : 0;
}

static const char *check_size(struct image *image, uint32_t width, uint32_t height)
{
    if (width == 0 || height == 0)
        return "has no width or height";
    if (width > INT32_MAX || height > INT32_MAX ||
        (int64_t)width * height > IMAGE_MAX_PIXELS)
        return "has more than 64 megapixels";
    image->width = (int)width;
    image->height = (int)height;
    return NULL;
}

/* PNG specification, second edition, 5.3 and 11.2.2: chunks up to IEND. */
static const char *measure_png(struct image *image)
{
    struct str f = image->bytes;
    bool data = false;
    image->format = IMAGE_PNG;
    for (size_t at = PNG_HEAD; f.n - at >= PNG_CHUNK;) {
        size_t length = u32(f.p + at);
        const char *type = f.p + at + 4, *body = f.p + at + 8;
        if (length > f.n - at - PNG_CHUNK)
            return cut_off;
        bool first = at == PNG_HEAD;
        if (first && (memcmp(type, "IHDR", 4) != 0 || length != PNG_IHDR))
            return "is no PNG inside";
        if (first) {
            const char *wrong = check_size(image, u32(body), u32(body + 4));
            if (wrong)
                return wrong;
        }
        if (memcmp(type, "pHYs", 4) == 0 && length == 9 && body[8] == 1)
            image->dpi = dpi(DPI_OF_METRE((uint64_t)u32(body)));
        data = data || memcmp(type, "IDAT", 4) == 0;
        if (memcmp(type, "IEND", 4) == 0)
            return data ? NULL : "holds no picture";
        at += length + PNG_CHUNK;
    }
    return cut_off;
}

/* --- EXIF ------------------------------------------------------------------------------------ */

#define EXIF_ORIENTATION 0x0112
#define EXIF_ENTRY 12        /* bytes: number, type, count, value */
#define EXIF_ENTRIES_MAX 256 /* of a directory; cameras write some ten */
#define ON_ITS_SIDE 5        /* from this orientation on, rows are columns */

/* A number of two or four bytes at `at` in either byte order; 0 outside. */
static uint32_t tiff_number(struct str tiff, size_t at, unsigned bytes, bool little)
{
    uint32_t value = 0;
    if (at > tiff.n || tiff.n - at < bytes)
        return 0;
    for (unsigned i = 0; i < bytes; i++)
        value = value << 8 | (unsigned char)tiff.p[at + (little ? bytes - 1 - i : i)];
    return value;
}

/* Exif 2.3, 4.6.4: how the picture is turned, 1 upright … 8; 1 where the segment does not say. */
static uint32_t orientation_of(struct str segment)
{
    if (!str_starts(segment, S("Exif\0\0")))
        return 1;
    struct str tiff = str_sub(segment, 6, segment.n);
    bool little = tiff.n > 0 && tiff.p[0] == 'I';
    size_t at = tiff_number(tiff, 4, 4, little);
    uint32_t count = tiff_number(tiff, at, 2, little);
    for (uint32_t i = 0; i < count && i < EXIF_ENTRIES_MAX; i++) {
        size_t entry = at + 2 + EXIF_ENTRY * (size_t)i;
        uint32_t value = tiff_number(tiff, entry + 8, 2, little);
        if (tiff_number(tiff, entry, 2, little) == EXIF_ORIENTATION)
            return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

/* --- JPEG ------------------------------------------------------------------------------------ */

static bool is_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
           marker != 0xCC;
}

static bool ends_well(struct str f, size_t from)
{
    for (size_t i = f.n; i >= from + 2; i--)
        if (memcmp(f.p + i - 2, "\xFF\xD9", 2) == 0)
            return true;
    return false;
}

/* Why the picture of a frame cannot be shown in a PDF, NULL where it can. */
static const char *check_frame(unsigned marker, const char *body)
{
    int bits = (unsigned char)body[2], channels = (unsigned char)body[7];
    if (marker > 0xC2)
        return "is a lossless or arithmetic JPEG";
    if (channels == 4)
        return "is CMYK, which every screen shows otherwise";
    return bits == 8 && (channels == 1 || channels == 3)
               ? NULL
               : "is no JPEG of 8 bits in grey or colour";
}

/* What one segment says; `body` holds `n` bytes, its length field included. */
static const char *read_segment(struct image *image, unsigned marker, const char *body,
                                size_t n, uint32_t *orientation)
{
    if (marker == 0xE1 && *orientation == 1)
        *orientation = orientation_of((struct str){body + 2, n - 2});
    if (marker == 0xE0 && n >= 14 && memcmp(body + 2, "JFIF", 5) == 0) {
        if (body[9] == 1)
            image->dpi = dpi(u16(body + 10));
        else if (body[9] == 2)
            image->dpi = dpi(DPI_OF_CM((uint64_t)u16(body + 10)));
    }
    if (!is_frame(marker) || n < JPEG_SOF_BYTES)
        return NULL;
    const char *wrong = check_frame(marker, body);
    return wrong ? wrong : check_size(image, u16(body + 5), u16(body + 3));
}

static void turn(struct image *image)
{
    int width = image->width;
    image->width = image->height;
    image->height = width;
}

/* ITU T.81, annex B: segments up to the scan. */
static const char *measure_jpeg(struct image *image)
{
    struct str f = image->bytes;
    uint32_t orientation = 1;
    image->format = IMAGE_JPEG;
    for (size_t at = 2; at + 4 <= f.n;) {
        unsigned marker = (unsigned char)f.p[at + 1];
        if (f.p[at] != '\xFF')
            return "is damaged";
        if (marker == 0xFF) { /* fill */
            at++;
            continue;
        }
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
            at += 2;
            continue;
        }
        size_t n = u16(f.p + at + 2);
        if (n < 2 || n > f.n - at - 2)
            return cut_off;
        const char *wrong = read_segment(image, marker, f.p + at + 2, n, &orientation);
        if (wrong)
            return wrong;
        at += 2 + n;
        if (marker != 0xDA)
            continue;
        if (image->width == 0)
            return "holds no picture";
        if (orientation >= ON_ITS_SIDE)
            turn(image);
        return ends_well(f, at) ? NULL : cut_off;
    }
    return cut_off;
}

const char *image_measure(struct image *image)
{
    struct str f = image->bytes;
    if (f.n == 0)
        return "is empty";
    if (f.n >= PNG_HEAD && memcmp(f.p, "\x89PNG\r\n\x1A\n", PNG_HEAD) == 0)
        return measure_png(image);
    if (f.n >= 4 && memcmp(f.p, "\xFF\xD8\xFF", 3) == 0)
        return measure_jpeg(image);
    return "is neither PNG nor JPEG";
}
