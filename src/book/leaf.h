/* SPDX-License-Identifier: MIT */
/* book/leaf.h — a page of the book's own: text and rules at places of the sheet. */
#ifndef RECTO_BOOK_LEAF_H
#define RECTO_BOOK_LEAF_H

#include "block/path.h"
#include "block/set.h"
#include "book/book.h"

#define FRAME_RULE PT(1)
#define ENTRY_RULE PT(0.5)
#define HEAD_BASELINE PT(11.6) /* below the rule of a running head */

/* The pages that are being made, all with one tree of tags. */
struct leaves {
    struct setter s; /* for its type only: nothing is put down by it */
    struct boxes out;
    struct study study; /* language and direction */
    struct block_request request;
    struct sheets sheets;
    const struct book *book;
    struct marks m;        /* of the page that is being made */
    mpt left, right, text; /* edges of the area, start of the text column [mpt] */
};

/* Lives in the press's arena; `leaves` is filled and must stay where it is. */
void leaves_begin(struct leaves *l, const struct book *book,
                  const struct book_press *press);
/* End the page that was being made, if any, and begin a new one. */
void leaf_begin(struct leaves *l);
/* The same for what is laid over a page that is there: it has no paper of its own. */
void leaf_over(struct leaves *l);
void leaf_end(struct leaves *l);
/* Put `m` on page number `sheet` of these as a running head or foot: an artifact. */
void leaf_running(struct leaves *l, size_t sheet, const struct marks *m);

/* Something to set in one piece. */
struct phrase {
    struct str text;
    enum role role;
    uint32_t colour; /* NO_COLOUR: the role's */
    int weight;      /* 0: the role's */
    struct str link; /* "#name", empty for none */
    struct tag *tag; /* that its marks belong to */
};

/* `phrase` in lines of `room` [mpt], the first baseline at `at`; gives the last baseline. The marks
 * go to `m`. */
mpt leaf_put(struct leaves *l, struct marks *m, const struct phrase *phrase,
             struct point at, mpt room);
/* The same on one line that ends at `at`. */
void leaf_put_end(struct leaves *l, struct marks *m, const struct phrase *phrase,
                  struct point at);
/* White left of the ink of its first character [mpt]: what a large letter hangs out by. */
mpt leaf_bearing(struct leaves *l, const struct phrase *phrase);
/* The lines that it takes. */
size_t leaf_lines(struct leaves *l, const struct phrase *phrase, mpt room);
/* Width on one line [mpt]. */
mpt leaf_width(struct leaves *l, const struct phrase *phrase);
/* A rule over the whole area at `y`. */
void leaf_rule(struct leaves *l, struct marks *m, mpt y, mpt width, uint32_t colour);
/* Where the metric of an entry stands. */
struct metric_place {
    enum role role;
    struct point at;
    mpt room;  /* a wider one is set smaller [mpt] */
    bool hang; /* the sign stands in the accent, before `at` */
    struct tag *tag;
};
/* An element below `parent` for metric and label, which says both together: programs that go by
 * position would read all values first. */
struct tag *leaf_figure_tag(struct leaves *l, const struct book_entry *entry,
                            struct tag *parent);
/* The metric of an entry: sign, number and unit, on the baseline of `place`. */
void leaf_metric(struct leaves *l, const struct book_entry *entry,
                 const struct metric_place *place);

/* The pages, each by a file of its own: cover.c, contents.c, divider.c. */
void cover_make(struct leaves *l);
/* Pages that the contents take. */
size_t contents_count(struct leaves *l);
void contents_make(struct leaves *l);
void divider_make(struct leaves *l, size_t part);

#endif
