/* SPDX-License-Identifier: MIT */
/* text/features.c — which OpenType features are on. */
#include "text/features.h"

#include "base/vec.h"

/* What each bit of stretch.features switches; HarfBuzz has the usual ones on by itself. */
static const struct {
    uint32_t bit;
    hb_tag_t tag;
    uint32_t value;
} features[] = {
    {FEATURE_TNUM,    HB_TAG('t', 'n', 'u', 'm'), 1},
    {FEATURE_PNUM,    HB_TAG('p', 'n', 'u', 'm'), 1},
    {FEATURE_LNUM,    HB_TAG('l', 'n', 'u', 'm'), 1},
    {FEATURE_ONUM,    HB_TAG('o', 'n', 'u', 'm'), 1},
    {FEATURE_CASE,    HB_TAG('c', 'a', 's', 'e'), 1},
    {FEATURE_SMCP,    HB_TAG('s', 'm', 'c', 'p'), 1},
    {FEATURE_C2SC,    HB_TAG('c', '2', 's', 'c'), 1},
    {FEATURE_ZERO,    HB_TAG('z', 'e', 'r', 'o'), 1},
    {FEATURE_FRAC,    HB_TAG('f', 'r', 'a', 'c'), 1},
    {FEATURE_NO_KERN, HB_TAG('k', 'e', 'r', 'n'), 0},
    {FEATURE_NO_LIGA, HB_TAG('l', 'i', 'g', 'a'), 0},
    {FEATURE_NO_LIGA, HB_TAG('c', 'l', 'i', 'g'), 0},
    {FEATURE_NO_LIGA, HB_TAG('c', 'a', 'l', 't'), 0},
};

/* What HarfBuzz has on in scripts whose letters do not join, and which bit switches it off. */
static const struct {
    hb_tag_t tag;
    uint32_t off;
} usual[] = {
    {HB_TAG('r', 'v', 'r', 'n'), 0              },
    {HB_TAG('l', 't', 'r', 'a'), 0              },
    {HB_TAG('l', 't', 'r', 'm'), 0              },
    {HB_TAG('r', 'a', 'n', 'd'), 0              },
    {HB_TAG('c', 'c', 'm', 'p'), 0              },
    {HB_TAG('l', 'o', 'c', 'l'), 0              },
    {HB_TAG('r', 'l', 'i', 'g'), 0              },
    {HB_TAG('r', 'c', 'l', 't'), 0              },
    {HB_TAG('c', 'a', 'l', 't'), FEATURE_NO_LIGA},
    {HB_TAG('c', 'l', 'i', 'g'), FEATURE_NO_LIGA},
    {HB_TAG('l', 'i', 'g', 'a'), FEATURE_NO_LIGA},
};

_Static_assert(countof(features) + countof(usual) < FEATURE_TAGS, "and the end");

uint32_t features_of(const struct stretch *s)
{
    return s->features | (s->tracking != 0 ? FEATURE_NO_LIGA : 0);
}

unsigned features_list(uint32_t bits, hb_feature_t out[FEATURE_TAGS])
{
    unsigned n = 0;
    for (size_t i = 0; i < countof(features); i++)
        if (bits & features[i].bit)
            out[n++] = (hb_feature_t){features[i].tag, features[i].value,
                                      HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    return n;
}

void features_substituting(uint32_t bits, hb_tag_t out[FEATURE_TAGS])
{
    size_t n = 0;
    for (size_t i = 0; i < countof(usual); i++)
        if (!(bits & usual[i].off))
            out[n++] = usual[i].tag;
    for (size_t i = 0; i < countof(features); i++)
        if (bits & features[i].bit && features[i].value)
            out[n++] = features[i].tag;
    out[n] = HB_TAG_NONE;
}
