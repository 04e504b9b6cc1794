/* SPDX-License-Identifier: MIT */
/* draw/piece.c — how far the glyphs of a piece reach. */
#include "draw/display.h"

/* The first character of a piece is under its first glyph, or, where it runs right to left, under
 * its last one. */
size_t piece_byte(const struct piece *piece, uint32_t i)
{
    uint32_t first = piece->glyphs[0].cluster;
    uint32_t last = piece->glyphs[piece->glyph_count - 1].cluster;
    uint32_t base = first < last ? first : last;
    return piece->glyphs[i].cluster > base ? piece->glyphs[i].cluster - base : 0;
}

mpt piece_pen(const struct piece *piece, uint32_t count)
{
    int64_t units = 0, spaces = 0;
    for (uint32_t i = 0; i < count; i++) {
        units += piece->glyphs[i].advance;
        spaces += piece->glyphs[i].glue != GLUE_NONE;
    }
    int64_t em = (int64_t)piece->size * piece->expansion;
    int upem = face_info(piece->face)->upem;
    return mpt_scale(units, em, (int64_t)upem * 1000) + (mpt)(spaces * piece->word_space);
}
