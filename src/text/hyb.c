/* SPDX-License-Identifier: MIT */
/* text/hyb.c — Liang's hyphenation over a mapped trie; libhyphen's results.
 *
 * F. M. Liang, Word Hy-phen-a-tion by Com-put-er, Stanford 1983. As in libhyphen only the longest
 * piece of text that begins some pattern counts at each place: its files list the unions. */
#include "text/hyb.h"

#include <string.h>

static uint32_t get32(const unsigned char *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
           (uint32_t)p[3] << 24;
}

static uint32_t get16(const unsigned char *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

/* The table that a slot of the header points to; NULL where it does not lie inside the
 * file. */
static const unsigned char *table(const struct hyb *h, size_t slot, size_t each,
                                  uint32_t *count)
{
    uint64_t from = get32(h->file + slot), n = get32(h->file + slot + 4);
    if (from < HYB_HEADER || from > h->size || n * each > h->size - from)
        return NULL;
    *count = (uint32_t)n;
    return h->file + from;
}

static bool open_levels(struct hyb *h)
{
    h->level_count = get32(h->file + 12);
    if (h->level_count < 1 || h->level_count > HYB_LEVELS)
        return false;
    for (uint32_t i = 0; i < h->level_count; i++) {
        h->level[i].root = get32(h->file + 16 + 8 * (size_t)i);
        h->level[i].count = get32(h->file + 20 + 8 * (size_t)i);
        if (h->level[i].root >= h->node_count)
            return false;
    }
    return true;
}

static uint8_t find_label(const struct hyb *h, uint32_t letter)
{
    uint32_t low = 0, high = h->letter_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2, at = get32(h->letters + 4 * (size_t)middle);
        if (at == letter)
            return (uint8_t)(middle + 1);
        if (at < letter)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

bool hyb_open(struct str bytes, struct hyb *out)
{
    *out = (struct hyb){.file = (const unsigned char *)bytes.p, .size = bytes.n};
    if (bytes.n < HYB_HEADER || memcmp(bytes.p, HYB_MAGIC, 8) != 0)
        return false;
    out->left = out->file[8];
    out->right = out->file[9];
    out->compound_left = out->file[10];
    out->compound_right = out->file[11];
    out->letters = table(out, 32, 4, &out->letter_count);
    out->nodes = table(out, 40, HYB_NODE, &out->node_count);
    out->values = table(out, 48, 4, &out->value_count);
    if (!out->letters || !out->nodes || !out->values || out->letter_count > HYB_LETTERS_MAX)
        return false;
    for (uint32_t c = 0; c < 128; c++)
        out->ascii[c] = find_label(out, c);
    return open_levels(out);
}

/* The child of `node` with `label`; UINT32_MAX where there is none, or the file is damaged. */
static uint32_t child(const struct hyb *h, uint32_t node, uint8_t label)
{
    const unsigned char *n = h->nodes + (size_t)node * HYB_NODE;
    uint32_t first = get32(n), count = n[7];
    if (!count || first >= h->node_count || count > h->node_count - first)
        return UINT32_MAX;
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        uint8_t at = h->nodes[(size_t)(first + middle) * HYB_NODE + 6];
        if (at == label)
            return first + middle;
        if (at < label)
            low = middle + 1;
        else
            high = middle;
    }
    return UINT32_MAX;
}

/* Raise `digits` by the value of a node whose match began at `from`; `room` places are left. */
static void apply(const struct hyb *h, uint32_t node, uint8_t *digits, size_t room)
{
    uint32_t index = get16(h->nodes + (size_t)node * HYB_NODE + 4);
    if (index == 0 || index > h->value_count)
        return;
    size_t at = get32(h->values + 4 * (size_t)(index - 1));
    if (at > h->size || h->size - at < 2)
        return;
    size_t shift = h->file[at], n = h->file[at + 1];
    if (h->size - at - 2 < n || shift + n > room)
        return;
    for (size_t k = 0; k < n; k++)
        if (digits[shift + k] < h->file[at + 2 + k])
            digits[shift + k] = h->file[at + 2 + k];
}

/* The node at the end of labels[from, to) below `root`; UINT32_MAX where the path ends early. */
static uint32_t walk(const struct hyb *h, uint32_t root, const uint8_t *labels, size_t from,
                     size_t to)
{
    uint32_t node = root;
    while (from < to && node != UINT32_MAX)
        node = child(h, node, labels[from++]);
    return node;
}

/* Run level `level` over `n` labels with word ends on both sides; digits[i] is the value of the
 * place before labels[i]. */
static void match(const struct hyb *h, uint32_t level, const uint8_t *labels, size_t n,
                  uint8_t *digits)
{
    uint32_t root = h->level[level].root, node = root;
    size_t from = 0;
    memset(digits, 0, n + 1);
    for (size_t i = 0; i < n; i++) {
        uint32_t next;
        while ((next = child(h, node, labels[i])) == UINT32_MAX && from < i)
            do
                node = walk(h, root, labels, ++from, i);
            while (node == UINT32_MAX);
        if (next == UINT32_MAX) {
            from = i + 1;
            node = root;
            continue;
        }
        node = next;
        apply(h, node, digits + from, n + 1 - from);
    }
}

static void clear_ends(uint8_t *digits, size_t n, size_t left, size_t right)
{
    for (size_t i = 0; i <= n; i++)
        if (i < left || i + right > n)
            digits[i] = 0;
}

/* labels[0, n): the word alone. Its digits by one level, ends of a word on both sides. */
static void points_of(const struct hyb *h, uint32_t level, const uint8_t *labels, size_t n,
                      uint8_t *digits)
{
    uint8_t framed[HYB_WORD_MAX + 2], raw[HYB_WORD_MAX + 3];
    framed[0] = framed[n + 1] = h->ascii['.'];
    memcpy(framed + 1, labels, n);
    match(h, level, framed, n + 2, raw);
    memcpy(digits, raw + 1, n + 1);
}

/* A compound while it is taken apart: split[i] says that a part ends before letter i. */
struct compound {
    const uint8_t *labels;
    size_t n;
    bool split[HYB_WORD_MAX + 1];
};

/* Copy the odd digits of part [from, to) into `digits`, but for those nearer to a seam of the
 * compound than its minima allow. */
static void keep_points(const struct hyb *h, const struct compound *c, size_t from,
                        size_t to, const uint8_t *part, uint8_t *digits)
{
    size_t left = from > 0 ? h->compound_left : 0,
           right = to < c->n ? h->compound_right : 0;
    for (size_t i = 1; i < to - from; i++)
        digits[from + i] = i >= left && i + right <= to - from ? part[i] : 0;
}

/* Ask the first level for seams inside [from, to); true where there are any. */
static bool split_part(const struct hyb *h, struct compound *c, size_t from, size_t to,
                       uint8_t *digits)
{
    uint8_t part[HYB_WORD_MAX + 1];
    bool any = false;
    points_of(h, 0, c->labels + from, to - from, part);
    for (size_t i = 1; i < to - from; i++)
        if (part[i] % 2)
            any = c->split[from + i] = true;
    keep_points(h, c, from, to, part, digits);
    return any;
}

/* The first level finds the parts of a compound, again inside each part, until nothing parts; what
 * is then left is hyphenated by the second level. */
static void compound_points(const struct hyb *h, const uint8_t *labels, size_t n,
                            uint8_t *digits)
{
    struct compound c = {.labels = labels, .n = n};
    uint8_t part[HYB_WORD_MAX + 1];
    size_t from = 0, to = n;
    memset(digits, 0, n + 1);
    while (from < n) {
        bool whole = to - from < 3 || !split_part(h, &c, from, to, digits);
        if (whole && to - from > 2) {
            points_of(h, 1, labels + from, to - from, part);
            keep_points(h, &c, from, to, part, digits);
        }
        if (whole)
            from = to;
        for (to = from + 1; to < n && !c.split[to]; to++)
            continue;
    }
}

void hyb_points(const struct hyb *h, const uint32_t *word, size_t n, bool *out)
{
    uint8_t labels[HYB_WORD_MAX], digits[HYB_WORD_MAX + 1];
    memset(out, 0, n * sizeof *out);
    if (n == 0 || n > HYB_WORD_MAX)
        return;
    for (size_t i = 0; i < n; i++)
        labels[i] = word[i] < 128 ? h->ascii[word[i]] : find_label(h, word[i]);
    if (h->level_count > 1)
        compound_points(h, labels, n, digits);
    else
        points_of(h, 0, labels, n, digits);
    clear_ends(digits, n, h->left ? h->left : 2, h->right ? h->right : 2);
    for (size_t i = 1; i < n; i++)
        out[i] = digits[i] % 2;
}
