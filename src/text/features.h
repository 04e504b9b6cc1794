/* SPDX-License-Identifier: MIT */
/* text/features.h — private to text: which OpenType features are on. */
#ifndef RECTO_TEXT_FEATURES_H
#define RECTO_TEXT_FEATURES_H

#include <hb.h>

#include "text/shape.h"

#define FEATURE_TAGS 32 /* at most, of one word */

/* FEATURE_* of a stretch, with what tracking switches off: letters that are set apart do not
 * join. */
uint32_t features_of(const struct stretch *s);
/* What `features` switches on and off, for HarfBuzz; gives how many. */
unsigned features_list(uint32_t features, hb_feature_t out[FEATURE_TAGS]);
/* Tags of all features that may put other glyphs for those of a word, up to a 0. */
void features_substituting(uint32_t features, hb_tag_t out[FEATURE_TAGS]);

#endif
