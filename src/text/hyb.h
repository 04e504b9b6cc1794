/* SPDX-License-Identifier: MIT */
/* text/hyb.h — compiled hyphenation patterns, LANG.hyb: gen/hyphen.c writes them, hyb.c reads them.
 *
 * All numbers are little-endian.
 *
 *    0  8 bytes   HYB_MAGIC
 *    8  u8 × 4    fewest letters before and after a hyphen, the same inside a compound; 0: not said
 *   12  u32       levels: 1, or 2 where the first finds the parts of compounds
 *   16  level × 2 u32 first node, u32 number of nodes; the root is the first
 *   32  u32 × 2   offset, count of the letters: u32 code points, ascending; label = index + 1
 *   40  u32 × 2   offset, count of the nodes: HYB_NODE bytes each
 *   48  u32 × 2   offset, count of the values: u32 offsets from the start of the file
 *   56  u32 × 2   offset, size of all value bytes
 *   64            the tables
 *
 * A node is u32 index of its first child (children stand together, ascending by label), u16 value
 * (0: none, else index + 1), u8 label, u8 number of children. A value is u8 shift, u8 length, and
 * that many digits: digit k stands before letter shift + k of the match. */
#ifndef RECTO_TEXT_HYB_H
#define RECTO_TEXT_HYB_H

#define HYB_MAGIC "recthyb1"
#define HYB_HEADER 64
#define HYB_NODE 8
#define HYB_LEVELS 2
#define HYB_LETTERS_MAX 255

#define HYB_WORD_MAX 100 /* letters; longer words are left whole */

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct hyb_level {
    uint32_t root, count; /* of its nodes */
};

/* Views into a mapped file; every offset has been checked, every node is when it is met. */
struct hyb {
    const unsigned char *letters, *nodes, *values, *file;
    size_t size;
    uint32_t letter_count, node_count, value_count;
    uint32_t level_count;
    struct hyb_level level[HYB_LEVELS];
    uint8_t left, right; /* fewest letters of a word before, after a hyphen */
    uint8_t compound_left, compound_right; /* of a part of a compound */
    uint8_t ascii[128];                    /* labels, 0: no letter of the patterns */
};

/* Look at a file; `bytes` must outlive `out`. False where it is no pattern file of this version or
 * its tables do not lie inside it. */
bool hyb_open(struct str bytes, struct hyb *out);

/* Where a hyphen may stand in a lower-case word: out[i] is for the place before word[i], 1
 * … n - 1. The file's own minima hold. Words of more than HYB_WORD_MAX letters get none. */
void hyb_points(const struct hyb *h, const uint32_t *word, size_t n, bool *out);

#endif
