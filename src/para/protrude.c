/* SPDX-License-Identifier: MIT */
/* para/protrude.c — how far the ends of a line may hang out of the measure. */
#include "para/protrude.h"

#include "base/vec.h"

/* Shares of the advance [thousandths] at the start and at the end of a line: what stands far from
 * the edge of its cell, or is light, hangs out so that the edge looks straight. Quotes may open or
 * close, by language. The values lie between those that book typography uses for serif text. */
static const struct share {
    uint32_t codepoint;
    int16_t start, end;
} shares[] = {
    {'!',    0,   100},
    {'%',    50,  50 },
    {'(',    100, 0  },
    {')',    0,   200},
    {'*',    200, 200},
    {'+',    200, 200},
    {',',    0,   700},
    {'-',    0,   500},
    {'.',    0,   700},
    {'1',    50,  50 },
    {'4',    50,  50 },
    {'7',    50,  50 },
    {':',    0,   400},
    {';',    0,   400},
    {'=',    200, 200},
    {'?',    0,   100},
    {'A',    50,  50 },
    {'C',    50,  0  },
    {'D',    0,   50 },
    {'F',    0,   50 },
    {'G',    50,  0  },
    {'J',    50,  50 },
    {'K',    0,   50 },
    {'L',    0,   50 },
    {'O',    50,  0  },
    {'Q',    50,  0  },
    {'R',    0,   50 },
    {'T',    50,  50 },
    {'V',    50,  50 },
    {'W',    50,  50 },
    {'X',    50,  50 },
    {'Y',    50,  50 },
    {'[',    100, 0  },
    {']',    0,   200},
    {'k',    0,   50 },
    {'p',    0,   50 },
    {'q',    50,  0  },
    {'r',    0,   50 },
    {'t',    0,   50 },
    {'v',    50,  50 },
    {'w',    50,  50 },
    {'x',    50,  50 },
    {'y',    50,  50 },
    {0x00AB, 350, 350},
    {0x00AD, 0,   500},
    {0x00BB, 350, 350},
    {0x0589, 0,   400},
    {0x060C, 0,   600}, /* Arabic comma */
    {0x061B, 0,   400},
    {0x061F, 0,   100},
    {0x06D4, 0,   600},
    {0x2010, 0,   500},
    {0x2011, 0,   500},
    {0x2012, 200, 200},
    {0x2013, 200, 200},
    {0x2014, 150, 150},
    {0x2018, 350, 350},
    {0x2019, 350, 350},
    {0x201A, 350, 350},
    {0x201C, 350, 350},
    {0x201D, 350, 350},
    {0x201E, 350, 350},
    {0x2039, 350, 350},
    {0x203A, 350, 350},
    {0x2212, 200, 200},
};

static const struct share *share_for(uint32_t codepoint)
{
    size_t low = 0, high = countof(shares);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (shares[middle].codepoint < codepoint)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < countof(shares) && shares[low].codepoint == codepoint;
    return found ? &shares[low] : NULL;
}

bool protrude_may(char byte)
{
    unsigned char c = (unsigned char)byte;
    /* straight quotes are drawn curly, and behind other bytes may be anything */
    return c >= 0x80 || c == '"' || c == '\'' || share_for(c) != NULL;
}

static const struct share *share_of(const struct text_edge *edge)
{
    if (edge->face == NULL || face_info(edge->face)->monospaced)
        return NULL;
    return share_for(edge->codepoint);
}

mpt protrude_start(const struct text_edge *edge)
{
    const struct share *share = share_of(edge);
    return share ? mpt_scale(edge->advance, share->start, 1000) : 0;
}

mpt protrude_end(const struct text_edge *edge)
{
    const struct share *share = share_of(edge);
    return share ? mpt_scale(edge->advance, share->end, 1000) : 0;
}
