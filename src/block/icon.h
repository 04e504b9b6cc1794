/* SPDX-License-Identifier: MIT */
/* block/icon.h — small drawings before addresses: what kind of address it is. */
#ifndef RECTO_BLOCK_ICON_H
#define RECTO_BLOCK_ICON_H

#include "block/set.h"

/* What an icon and the white behind it take of the width of an address [mpt]; 0 where the layout has
 * none. */
mpt icon_room(const struct setter *s);
/* Put an address that is set `icon_room` narrower than `width` at `at`, the icon of `link` before it, on
 * the baseline of its first line: an artifact, as the address says all that it shows. */
void icon_address(struct setter *s, struct marks *m, const struct link *link,
                  const struct setting *address, struct rect at, struct tag *tag);
/* Put what is drawn before what is said: an artifact amid words that one text stands for would part
 * them, and that text would stand for each part. */
void icons_first(struct setter *s, struct marks *m);

#endif
