/* SPDX-License-Identifier: MIT */
/* block/set.h — the compositor's stick: where the builders stand, and how they put a box down. */
#ifndef RECTO_BLOCK_SET_H
#define RECTO_BLOCK_SET_H

#include "block/box.h"
#include "para/para.h"

/* Penalties against a page break before a box; the page squares them. */
#define PENALTY_SECTION (-60) /* before a section: a page likes to begin with one */
#define PENALTY_ITEM 40       /* between items of a list */
#define PENALTY_LINE 80       /* between lines of a paragraph */
#define PENALTY_ROW 900       /* between rows of a table: only when it is long */
#define PENALTY_CODE 700      /* between lines of code */
#define PENALTY_HYPHEN 1500   /* after a line that ends in a hyphen */

#define KEEP_LINES 2 /* lines that stay with a heading */

/* Text in one paragraph, styled. */
struct rich {
    VEC(struct stretch) list;
};

/* A paragraph that has been broken into lines. */
struct setting {
    struct lines lines;
    mpt leading;  /* [mpt] */
    mpt baseline; /* of the first line, from the top [mpt] */
    mpt height;   /* of all lines [mpt] */
};

struct marks {
    VEC(struct mark) list;
};

/* Notes that wait for the line that refers to them; by number. */
struct notes {
    struct box **boxes; /* boxes[n - 1] belongs to note n; NULL: there is none */
    bool *placed;
    size_t count;
    const struct str *urls; /* what note n tells of, where it is the address of a link */
    int *own; /* number under which the author's note n is set; NULL: its own */
    size_t own_count;
};

/* A rule that runs along all boxes of a block, as beside an alert. */
struct frame {
    struct frame *outer;
    mpt x; /* from the left of the text area [mpt] */
    uint32_t colour;
    bool begun; /* a box stands in it */
};

/* What waits above the next box. */
struct glue {
    mpt gap, stretch, shrink; /* [mpt] */
    int penalty, keep;        /* see struct setter */
};

/* Where something is set, and what waits there, while something else stands in the margin. */
struct stand {
    enum place place;
    mpt x, measure; /* [mpt] */
    struct glue glue;
    struct frame *frame;
};

struct setter {
    struct arena *a;
    const struct block_request *request;
    const struct study *study;
    const struct look *look;
    struct text_cache *cache;
    struct diags *d;
    struct boxes *out;
    struct tag *tag; /* parent of new elements */
    mpt x, measure;  /* of the column [mpt] */
    enum place place;
    enum role role; /* of running text here */
    size_t section;
    struct span span;               /* of the block that is being set */
    mpt gap, stretch, shrink;       /* glue that waits above the next box [mpt] */
    int penalty;                    /* of the next box */
    int keep;                       /* lines that must not part from what stands above */
    bool again;                     /* the next paragraph follows one: it is indented */
    int64_t run;                    /* height of the block so far [mpt], see set_begin */
    int depth, nesting;             /* of lists, of blocks in blocks */
    int level;                      /* of the last heading */
    size_t beside;                  /* box that what stands in the margin is level with */
    struct rich *run_in;            /* a heading that begins the next paragraph, or NULL */
    const struct block *disclosure; /* waits for the foot; NULL: there is none */
    struct tag *disclosure_tag;
    const struct block *caption; /* a paragraph that waits for its table */
    const struct block *spent;   /* one that its table has taken already */
    size_t caption_box;          /* that stands beside its table */
    mpt caption_foot;            /* 0: none does [mpt] */
    /* Of one that waits for the head of its table; NULL: none. */
    struct marks *caption_marks;
    mpt caption_height; /* [mpt] */
    bool captioned;     /* a figure has taken the rest of its section as its caption */
    struct marks *hang; /* the mark of a list item, for its first box */
    struct tag *item;   /* body of the list item, NULL outside */
    struct frame *frame;
    struct glue other; /* of the side column while text is set, and the other way round */
    struct opening *opening; /* of the section, see block/opening.h */
    bool opened;             /* a section has begun: the next one's rule is a plain one */
    struct notes notes;
    bool edged;         /* the last box ends in a rule or a panel's edge */
    mpt centres[ROLES]; /* see set_centre; 0: not asked yet */
};

/* --- type ---------------------------------------------------------------------------------- */

/* How far the baseline of `role` lies below the middle of its line box, at `size` [mpt]: half of
 * ascender + descender of its face. */
mpt set_centre(struct setter *s, enum role role, mpt size);
/* First baseline in a line box of `leading`. */
mpt set_baseline(struct setter *s, enum role role);

/* What a role asks of a paragraph of `measure` [mpt]. */
struct par_params set_params(const struct setter *s, enum role role, mpt measure);
/* Break `rich` by `params`. An empty text gives no lines and no height. */
struct setting set_text(struct setter *s, const struct rich *rich, enum role role,
                        const struct par_params *params);
/* The same with all that `role` asks. */
struct setting set_role(struct setter *s, const struct rich *rich, enum role role,
                        mpt measure);
/* Widest piece and width on one line. */
struct par_widths set_widths(struct setter *s, const struct rich *rich);

/* --- marks --------------------------------------------------------------------------------- */

/* One line with its underlines, its baseline at `at`. */
void marks_line(struct setter *s, struct marks *m, const struct line *line, struct point at,
                struct tag *tag);
/* All lines, the top left corner of the paragraph at `at`. */
void marks_setting(struct setter *s, struct marks *m, const struct setting *t,
                   struct point at, struct tag *tag);
void marks_path(struct setter *s, struct marks *m, const struct path *path,
                struct point at);
/* A level rule from the left end of `along` to its right end, `width` [mpt] thick. */
void marks_rule(struct setter *s, struct marks *m, struct rect along, mpt width,
                uint32_t colour);
/* Move what has been put from number `first` on. */
void marks_shift(struct marks *m, size_t first, mpt dx, mpt dy);

/* --- boxes --------------------------------------------------------------------------------- */

/* Left edge of something `w` wide that stands `x` from the start side of the column: mirrored
 * where the text runs from right to left [mpt]. */
mpt set_x(const struct setter *s, mpt x, mpt w);
/* Go on in the text, or in the side column where there is one: what waits there is kept. */
void set_to_text(struct setter *s);
void set_to_side(struct setter *s);
/* Go to the margin column, where nothing waits and no frame stands; set_return goes on where the
 * setter stood as if nothing had been set there. */
struct stand set_to_margin(struct setter *s);
void set_return(struct setter *s, const struct stand *stand);
/* Take in the columns beside the text, where there are any on its end side. */
void set_widen(struct setter *s);
/* At least this much above the next box; gaps do not add up. */
void set_gap(struct setter *s, mpt gap);
/* Against a break before the next box, unless the author wants one there. */
void set_penalty(struct setter *s, int penalty);
/* True where the box before is a heading, on which the next one stands. */
bool set_headed(const struct setter *s);
/* `gap` in whole half-lines where the layout has a grid. */
mpt set_on_grid(const struct setter *s, mpt gap);
/* True where the layout has a side column and what is being set may stand in it. */
bool set_beside(const struct setter *s);
/* Put a box down: `marks` at (0, 0) … of the column, `lines` of running text. One that is higher
 * than a page is parted between its lines: the pointer is that of the last part. It is good until
 * the next box. */
struct box *set_box(struct setter *s, struct marks *marks, mpt height, int lines);
/* What a box may be high at most: a page with a running foot [mpt]. */
mpt set_tallest(const struct setter *s);
/* A paragraph of `t`, a box a line, `x` from the left of the text area. */
void set_lines(struct setter *s, const struct setting *t, mpt x, struct tag *tag);
/* No page ends between the boxes from number `first` on, unless the author wants it to; what is
 * higher than a page may part all the same. */
void set_keep(struct setter *s, size_t first);
/* The last box ends in a rule, or in the edge of a panel: a section asks for more white below it. */
void set_edge(struct setter *s);
/* Lines of running text in the boxes from number `first` on. */
int set_line_count(const struct setter *s, size_t first);
/* Between these a block stands: set_end fills its last box up to whole half-lines. */
void set_begin(struct setter *s);
void set_end(struct setter *s);

#endif
