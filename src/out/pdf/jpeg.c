/* SPDX-License-Identifier: MIT */
/* out/pdf/jpeg.c — a JPEG file without its comments, checked as far as PDF needs it. */
#include "out/pdf/image.h"

/* Markers of ITU-T T.81, table B.1. */
enum {
    M_SOF0 = 0xC0,
    M_SOF1 = 0xC1,
    M_SOF2 = 0xC2,
    M_DHT = 0xC4,
    M_DAC = 0xCC,
    M_RST0 = 0xD0,
    M_RST7 = 0xD7,
    M_SOI = 0xD8,
    M_EOI = 0xD9,
    M_SOS = 0xDA,
    M_APP0 = 0xE0,
    M_APP1 = 0xE1,
    M_APP14 = 0xEE,
    M_APP15 = 0xEF,
    M_COM = 0xFE
};

static unsigned byte_at(struct str s, size_t i)
{
    return i < s.n ? (unsigned char)s.p[i] : 0;
}

static unsigned word_at(struct str s, size_t i)
{
    return byte_at(s, i) << 8 | byte_at(s, i + 1);
}

/* --- EXIF ------------------------------------------------------------------------------------ */

static uint32_t tiff_number(struct str tiff, size_t at, size_t bytes, bool little)
{
    uint32_t value = 0;
    for (size_t i = 0; i < bytes; i++)
        value = value << 8 | byte_at(tiff, at + (little ? bytes - 1 - i : i));
    return value;
}

#define TAG_ORIENTATION 0x0112
#define ENTRIES_MAX 256 /* of a directory; cameras write some ten */

/* Which side of the picture is up; 1 where the segment does not say. */
static int orientation_of(struct str segment)
{
    if (!str_starts(segment, S("Exif\0\0")))
        return 1;
    struct str tiff = str_sub(segment, 6, segment.n);
    bool little = byte_at(tiff, 0) == 'I';
    size_t at = tiff_number(tiff, 4, 4, little);
    if (at > tiff.n)
        return 1;
    uint32_t count = tiff_number(tiff, at, 2, little);
    for (uint32_t i = 0; i < count && i < ENTRIES_MAX; i++) {
        size_t entry = at + 2 + 12 * (size_t)i;
        uint32_t value = tiff_number(tiff, entry + 8, 2, little);
        if (tiff_number(tiff, entry, 2, little) == TAG_ORIENTATION)
            return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}

/* --- segments -------------------------------------------------------------------------------- */

static bool is_frame(unsigned marker)
{
    return marker >= M_SOF0 && marker <= 0xCF && marker != M_DHT && marker != M_DAC &&
           marker != 0xC8;
}

/* What a segment says of the picture; a fault where PDF cannot show it. */
static void read_segment(struct pixels *out, unsigned marker, struct str segment)
{
    if (marker == M_APP1 && out->orientation == 1)
        out->orientation = orientation_of(segment);
    if (!is_frame(marker))
        return;
    out->bits = (int)byte_at(segment, 0);
    out->height = (int)word_at(segment, 1);
    out->width = (int)word_at(segment, 3);
    out->channels = (int)byte_at(segment, 5);
    if (marker > M_SOF2)
        out->fault = "it is a lossless or arithmetic JPEG";
    else if (out->channels == 4)
        out->fault = "its colours are CMYK, which every screen shows otherwise";
    else if (out->bits != 8 || out->width == 0 || out->height == 0 ||
             (out->channels != 1 && out->channels != 3))
        out->fault = "it is no JPEG of 8 bits in grey or colour";
}

/* Comments, thumbnails, profiles and what cameras know stay behind; Adobe's segment is
 * kept, as it says how colours are coded. */
static bool is_private(unsigned marker)
{
    return marker == M_COM || (marker >= M_APP0 && marker <= M_APP15 && marker != M_APP14);
}

static bool is_alone(unsigned marker)
{
    return marker == 0x01 || (marker >= M_RST0 && marker <= M_RST7);
}

/* Offset of the next marker behind the coded data at `at`. */
static size_t skip_scan(struct str file, size_t at)
{
    for (; at + 1 < file.n; at++) {
        unsigned next = byte_at(file, at + 1);
        if (byte_at(file, at) == 0xFF && next != 0 && next != 0xFF && !is_alone(next))
            return at;
    }
    return file.n;
}

/* Take over the segment at `at`, and the coded data behind it; gives where the next one begins. */
static size_t take(struct pixels *out, struct strbuf *kept, struct str file, size_t at)
{
    unsigned marker = byte_at(file, at + 1);
    if (byte_at(file, at) != 0xFF || marker == 0 || marker == M_SOI) {
        out->fault = "it is a damaged JPEG";
        return file.n;
    }
    if (marker == 0xFF || is_alone(marker))
        return at + (marker == 0xFF ? 1 : 2);
    if (marker == M_EOI)
        return file.n;
    size_t end = at + 2 + word_at(file, at + 2);
    if (word_at(file, at + 2) < 2 || end > file.n) {
        out->fault = "it is a JPEG that breaks off";
        return file.n;
    }
    read_segment(out, marker, str_sub(file, at + 4, end));
    if (marker == M_SOS)
        end = skip_scan(file, end);
    if (!is_private(marker))
        strbuf_put(kept, str_sub(file, at, end));
    return end;
}

struct pixels jpeg_read(struct arena *a, struct str file)
{
    struct pixels out = {.coding = DATA_JPEG, .orientation = 1};
    struct strbuf kept = strbuf_at(a);
    if (!str_starts(file, S("\xFF\xD8"))) {
        out.fault = "it is no JPEG";
        return out;
    }
    strbuf_put(&kept, S("\xFF\xD8"));
    for (size_t at = 2; at < file.n && !out.fault;)
        at = take(&out, &kept, file, at);
    strbuf_put(&kept, S("\xFF\xD9"));
    if (!out.fault && out.channels == 0)
        out.fault = "it is a JPEG without a picture";
    out.data = strbuf_str(&kept);
    return out;
}
