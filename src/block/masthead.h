/* SPDX-License-Identifier: MIT */
/* block/masthead.h — the parts of a masthead that its styles put together. */
#ifndef RECTO_BLOCK_MASTHEAD_H
#define RECTO_BLOCK_MASTHEAD_H

#include "block/set.h"

/* The masthead under construction: one box. */
struct masthead {
    struct setter *s;
    struct marks m;
    mpt x, room; /* of kicker, title and subtitle, from the start side [mpt] */
    mpt y;       /* foot of what has been set [mpt] */
};

/* The kicker, its first baseline at `y` + `baseline` at least; gives its height with what it was
 * lowered [mpt]. */
mpt masthead_kicker(struct masthead *h, mpt room, mpt baseline);
/* The title at the foot of what has been set. */
void masthead_title(struct masthead *h);
/* The subtitle below it, `room` wide. */
void masthead_subtitle(struct masthead *h, mpt room);
/* `y`, or what is needed more for the first line of `role` to stand on the lattice of half-lines
 * that running text begins at the top of the page. */
mpt masthead_snap(const struct masthead *h, enum role role, mpt y);
/* Author and role with a comma between; empty where neither is known. */
struct str masthead_author(struct setter *s);

/* What stands between them in the study's language. */
struct str masthead_comma(const struct study *study);

/* An address of the front matter that the masthead has, so that the foot need not; NULL where it
 * has none. One that the author gave a section of its own stands there. */
const struct link *masthead_link(const struct setter *s);
/* Its words, as the author's; empty where there is none. */
struct stretch masthead_link_text(struct setter *s);

/* Set `n` texts in the role of the byline, each ending where the widest does, which is at most `widest`
 * [mpt]. Gives how wide that is. */
mpt masthead_column(struct setter *s, const struct rich *rich, size_t n, mpt widest,
                    struct setting *set);

/* The styles. Each fills `h` and lowers h->y to the foot of all it has set. */
void masthead_byline(struct masthead *h);
void masthead_row(struct masthead *h);
void masthead_stack(struct masthead *h);
void masthead_across(struct masthead *h);
/* What belongs to a masthead and stands in the side column: boxes of their own. */
void masthead_beside(struct setter *s);

#endif
