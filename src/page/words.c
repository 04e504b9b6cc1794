/* SPDX-License-Identifier: MIT */
/* page/words.c — how many words stand on a line. */
#include "page/words.h"

#include "base/utf8.h"

/* Han, kana and the like, which no spaces part: Unicode 15, blocks.txt. */
static bool stands_alone(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

int words_of_line(const struct line *line)
{
    int words = 0;
    bool inside = false;
    for (uint32_t i = 0; i < line->piece_count; i++) {
        struct str text = line->pieces[i].text;
        for (size_t k = 0; k < text.n;) {
            uint32_t c = utf8_next(text, &k);
            bool word = utf8_is_word(c), alone = word && stands_alone(c);
            words += alone || (word && !inside);
            inside = !alone && (word || (inside && !utf8_is_space(c)));
        }
    }
    return words;
}

int words_of_box(const struct box *box)
{
    int words = 0;
    for (size_t i = 0; i < box->mark_count; i++)
        if (box->marks[i].kind == MARK_LINE)
            words += words_of_line(&box->marks[i].line);
    return words;
}
