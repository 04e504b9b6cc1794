/* SPDX-License-Identifier: MIT */
/* page/words.h — how many words stand on a line. */
#ifndef RECTO_PAGE_WORDS_H
#define RECTO_PAGE_WORDS_H

#include "block/box.h"

/* What lies between spaces and holds a letter or a digit; of ideographs and kana each one. */
int words_of_line(const struct line *line);
/* Of all lines of a box. */
int words_of_box(const struct box *box);

#endif
