/* SPDX-License-Identifier: MIT */
/* cli/glyphs.h — characters as a terminal shows them: how wide, and which must not reach it. */
#ifndef RECTO_CLI_GLYPHS_H
#define RECTO_CLI_GLYPHS_H

#include <stdint.h>
#include <stdio.h>

/* The character at `*p`, moving `*p` behind it; malformed bytes give U+FFFD one by one. `*p` must
 * not be at the end of its text. */
uint32_t glyph_next(const char **p);
/* Bytes of the character at `text`. */
int glyph_length(const char *text);
/* Columns that a character takes on a terminal: 0, 1 or 2. */
int glyph_width(uint32_t c);
/* True for control characters and for those that reorder what stands around them: printed as they
 * are, they would let a file write on its reader's terminal. */
int glyph_is_unsafe(uint32_t c);
/* Columns of a whole text. */
int glyphs_width(const char *text);
/* Print a text with its unsafe characters replaced by U+FFFD. */
void glyphs_print(FILE *to, const char *text);

#endif
