/* SPDX-License-Identifier: MIT */
/* block/set.c — puts text into lines, and boxes under each other. */
#include "block/set.h"

#include "base/arena.h"
#include "block/memo.h"
#include "block/notes.h"
#include "block/path.h"

#define JUSTIFY_MIN PT(200) /* a narrower column is set ragged: gaps would tear it */
#define UNDERLINE_DROP PT(1.6)
#define UNDERLINE_WIDTH PT(0.4)
#define STRIKE_RISE 300 /* [thousandths of the size] */
#define RULE_WIDTH PT(0.5)
#define HEIGHT_MAX (MPT_MAX / 16) /* 150 pages: sums of a few stay below MPT_MAX */
#define TALLEST 920 /* of the height of the text: a running foot may take the rest */

/* --- type ---------------------------------------------------------------------------------- */

/* Half of ascender + descender of the role's face [thousandths of an em]. */
static mpt ask_centre(struct setter *s, enum role role)
{
    const struct role_look *r = &s->look->roles[role];
    struct stretch x = {
        .text = S("x"), .face = {r->family, r->weight, r->italic}
    };
    x.size = r->size;
    x.lang = s->study->lang;
    const struct shaped *shaped = text_shape(s->cache, &x, 1, false, false, s->d);
    if (shaped->run_count == 0)
        return 300;
    const struct face_info *info = face_info(shaped->runs[0].face);
    return mpt_max(1, mpt_scale(info->ascender + info->descender, 500, info->upem));
}

mpt set_centre(struct setter *s, enum role role, mpt size)
{
    if (s->centres[role] == 0)
        s->centres[role] = ask_centre(s, role);
    return mpt_scale(s->centres[role], size, 1000);
}

mpt set_baseline(struct setter *s, enum role role)
{
    const struct role_look *r = &s->look->roles[role];
    return r->leading / 2 + set_centre(s, role, r->size);
}

static enum par_align align_of(enum align_kind kind, bool narrow)
{
    switch (kind) {
    case TEXT_JUSTIFY:
        return narrow ? PAR_RAGGED : PAR_JUSTIFY;
    case TEXT_RAGGED:
        return PAR_RAGGED;
    case TEXT_END:
        return PAR_END;
    case TEXT_CENTER:
        return PAR_CENTER;
    case TEXT_BALANCED:
        return PAR_BALANCED;
    }
    return PAR_RAGGED;
}

struct par_params set_params(const struct setter *s, enum role role, mpt measure)
{
    const struct role_look *r = &s->look->roles[role];
    struct par_params p = {.align = align_of(r->align, measure < JUSTIFY_MIN)};
    p.measure = mpt_max(measure, r->size);
    p.em = r->size;
    p.hyphenate = r->hyphenate;
    p.protrude = s->look->protrusion && p.align == PAR_JUSTIFY;
    p.expansion = p.align == PAR_JUSTIFY ? s->look->expansion : 0;
    p.rtl = s->study->rtl;
    return p;
}

struct setting set_text(struct setter *s, const struct rich *rich, enum role role,
                        const struct par_params *params)
{
    const struct role_look *r = &s->look->roles[role];
    struct setting t = {.leading = r->leading, .baseline = set_baseline(s, role)};
    if (rich->list.n == 0)
        return t;
    const struct shaped *shaped = text_shape(s->cache, rich->list.at, rich->list.n,
                                             params->rtl, params->hyphenate, s->d);
    t.lines = memo_break(s, shaped, rich->list.at, params);
    s->out->overfull = s->out->overfull || t.lines.overfull;
    int64_t height = (int64_t)t.lines.count * t.leading;
    t.height = height < HEIGHT_MAX ? (mpt)height : HEIGHT_MAX;
    return t;
}

struct setting set_role(struct setter *s, const struct rich *rich, enum role role,
                        mpt measure)
{
    struct par_params p = set_params(s, role, measure);
    return set_text(s, rich, role, &p);
}

struct par_widths set_widths(struct setter *s, const struct rich *rich)
{
    if (rich->list.n == 0)
        return (struct par_widths){0};
    const struct shaped *shaped =
        text_shape(s->cache, rich->list.at, rich->list.n, s->study->rtl, false, s->d);
    return par_widths(shaped, rich->list.at);
}

/* --- marks --------------------------------------------------------------------------------- */

static void decorate(struct setter *s, struct marks *m, const struct piece *piece,
                     struct point at)
{
    const struct stretch *st = piece->stretch;
    if (!st || !(st->flags & (STRETCH_UNDERLINE | STRETCH_STRIKE)) || piece->width <= 0)
        return;
    struct rect r = {at.x + piece->x, 0, piece->width, 0};
    if (st->flags & STRETCH_UNDERLINE) {
        r.y = at.y + UNDERLINE_DROP;
        marks_rule(s, m, r, UNDERLINE_WIDTH, st->link.n ? s->look->line : st->colour);
    }
    if (st->flags & STRETCH_STRIKE) {
        r.y = at.y - mpt_scale(st->size, STRIKE_RISE, 1000);
        marks_rule(s, m, r, RULE_WIDTH, st->colour);
    }
}

void marks_line(struct setter *s, struct marks *m, const struct line *line, struct point at,
                struct tag *tag)
{
    for (uint32_t i = 0; i < line->piece_count; i++)
        decorate(s, m, &line->pieces[i], (struct point){at.x + line->x, at.y});
    struct mark *mark = vec_add(s->a, &m->list);
    *mark =
        (struct mark){.kind = MARK_LINE, .x = at.x, .y = at.y, .tag = tag, .line = *line};
}

void marks_setting(struct setter *s, struct marks *m, const struct setting *t,
                   struct point at, struct tag *tag)
{
    for (uint32_t i = 0; i < t->lines.count && (int64_t)i * t->leading < HEIGHT_MAX; i++) {
        struct point line = {at.x, at.y + t->baseline + (mpt)i * t->leading};
        marks_line(s, m, &t->lines.at[i], line, tag);
    }
}

void marks_path(struct setter *s, struct marks *m, const struct path *path, struct point at)
{
    struct mark *mark = vec_add(s->a, &m->list);
    *mark = (struct mark){.kind = MARK_PATH, .x = at.x, .y = at.y, .path = path};
}

void marks_rule(struct setter *s, struct marks *m, struct rect along, mpt width,
                uint32_t colour)
{
    struct point end = {along.w, 0};
    marks_path(s, m, path_rule(s->a, (struct point){0, 0}, end, ink_stroke(colour, width)),
               (struct point){along.x, along.y});
}

void marks_shift(struct marks *m, size_t first, mpt dx, mpt dy)
{
    for (size_t i = first; i < m->list.n; i++) {
        m->list.at[i].x += dx;
        m->list.at[i].y += dy;
    }
}

/* --- boxes --------------------------------------------------------------------------------- */

mpt set_x(const struct setter *s, mpt x, mpt w)
{
    return s->x + (s->study->rtl ? s->measure - x - w : x);
}

static struct glue glue_of(const struct setter *s)
{
    return (struct glue){s->gap, s->stretch, s->shrink, s->penalty, s->keep};
}

static void put_glue(struct setter *s, const struct glue *glue)
{
    s->gap = glue->gap;
    s->stretch = glue->stretch;
    s->shrink = glue->shrink;
    s->penalty = glue->penalty;
    s->keep = glue->keep;
}

static void swap_glue(struct setter *s)
{
    struct glue here = glue_of(s);
    put_glue(s, &s->other);
    s->other = here;
}

void set_to_text(struct setter *s)
{
    if (s->place == PLACE_SIDE)
        swap_glue(s);
    s->place = PLACE_TEXT;
    s->measure = s->look->measure;
    s->role = ROLE_TEXT;
}

void set_to_side(struct setter *s)
{
    if (!set_beside(s) || s->place == PLACE_SIDE)
        return;
    swap_glue(s);
    s->place = PLACE_SIDE;
    s->measure = s->look->side;
    s->role = ROLE_SIDE_TEXT;
}

struct stand set_to_margin(struct setter *s)
{
    struct stand stand = {s->place, s->x, s->measure, glue_of(s), s->frame};
    s->place = PLACE_MARGIN;
    s->x = 0;
    s->measure = s->look->margin_column;
    s->gap = s->stretch = s->shrink = 0;
    s->frame = NULL;
    return stand;
}

void set_return(struct setter *s, const struct stand *stand)
{
    s->place = stand->place;
    s->x = stand->x;
    s->measure = stand->measure;
    put_glue(s, &stand->glue);
    s->frame = stand->frame;
}

/* The title column belongs to the titles. */
void set_widen(struct setter *s)
{
    if (s->place != PLACE_TEXT || s->look->title_column > 0)
        return;
    s->place = PLACE_WIDE;
    s->measure = s->look->wide;
}

void set_gap(struct setter *s, mpt gap)
{
    s->gap = mpt_max(s->gap, set_on_grid(s, gap));
}

void set_penalty(struct setter *s, int penalty)
{
    if (s->penalty != BREAK_ALWAYS)
        s->penalty = penalty;
}

bool set_headed(const struct setter *s)
{
    return s->keep == KEEP_LINES;
}

bool set_beside(const struct setter *s)
{
    return s->look->side > 0 && !(s->request->no_side & block_side_bit(s->section));
}

mpt set_on_grid(const struct setter *s, mpt gap)
{
    mpt half = s->look->leading / 2;
    if (!s->look->grid || half <= 0 || s->place == PLACE_SIDE) /* small type has its own */
        return gap;
    mpt slip =
        half / 50; /* lengths are rounded down: three quarters of a line may lack some */
    return (gap + half / 2 + slip) / half * half;
}

/* The glue above `box`; inside a frame it is part of the box, so that the frame's rule has no
 * holes. */
static void take_gap(struct setter *s, struct box *box, struct marks *m)
{
    bool inside = s->frame && s->frame->begun;
    if (inside) {
        marks_shift(m, 0, 0, s->gap);
        box->height += s->gap;
    } else {
        box->gap = s->gap;
        box->gap_stretch = s->stretch;
        box->gap_shrink = s->shrink;
    }
    s->gap = s->stretch = s->shrink = 0;
}

static void take_penalty(struct setter *s, struct box *box)
{
    box->penalty = s->penalty;
    if (s->keep > 0 && s->penalty != BREAK_ALWAYS)
        box->penalty = BREAK_NEVER;
    if (s->keep > 0)
        s->keep -= box->lines > 0 ? box->lines : KEEP_LINES;
    s->penalty = 0;
}

/* Put the item's mark on the baseline of the first line that stands in `m`. */
static void take_hang(struct setter *s, struct marks *m)
{
    struct marks *hang = s->hang;
    s->hang = NULL;
    mpt baseline = set_baseline(s, ROLE_TEXT);
    for (size_t i = 0; i < m->list.n; i++)
        if (m->list.at[i].kind == MARK_LINE) {
            baseline = m->list.at[i].y;
            break;
        }
    marks_shift(hang, 0, 0, baseline);
    struct marks all = {{0}};
    for (size_t i = 0; i < hang->list.n; i++)
        vec_push(s->a, &all.list, hang->list.at[i]);
    for (size_t i = 0; i < m->list.n; i++)
        vec_push(s->a, &all.list, m->list.at[i]);
    *m = all;
}

static void take_frames(struct setter *s, struct box *box, struct marks *m)
{
    for (struct frame *f = s->frame; f; f = f->outer) {
        struct ink ink = ink_stroke(f->colour, RULE_WIDTH);
        struct point foot = {0, box->height};
        marks_path(s, m, path_rule(s->a, (struct point){0, 0}, foot, ink),
                   (struct point){f->x, 0});
        f->begun = true;
    }
}

/* A heading spans the columns as what stands below it does: in one of them it would be parted from
 * it. */
static void span_heading(struct setter *s)
{
    mpt shift = s->study->rtl ? s->look->wide - s->look->measure : 0;
    for (size_t i = s->out->list.n; i-- > 0;) {
        struct box *box = &s->out->list.at[i];
        if (box->place != PLACE_TEXT)
            return;
        box->place = PLACE_WIDE;
        for (size_t k = 0; k < box->mark_count; k++)
            box->marks[k].x += shift;
        if (box->penalty < BREAK_NEVER)
            return;
    }
}

static struct box *put_box(struct setter *s, struct marks *marks, mpt height, int lines)
{
    if (s->place == PLACE_WIDE && s->look->columns > 1 && set_headed(s))
        span_heading(s);
    struct box *box = vec_add(s->a, &s->out->list);
    box->place = s->place;
    box->height = height;
    box->section = s->section;
    box->span = s->span;
    box->lines = lines;
    take_penalty(s, box);
    if (s->hang)
        take_hang(s, marks);
    take_gap(s, box, marks);
    take_frames(s, box, marks);
    box->marks = marks->list.at;
    box->mark_count = marks->list.n;
    notes_attach(s, box);
    s->run += box->height;
    s->edged = false;
    return box;
}

mpt set_tallest(const struct setter *s)
{
    const struct look *look = s->look;
    mpt text = look->page_height - look->top - look->bottom;
    return mpt_max(mpt_scale(text, TALLEST, 1000), PT(72));
}

/* The marks between `from` and `to`, as a box of their own. */
static struct marks slice(struct setter *s, const struct marks *marks, mpt from, mpt to)
{
    struct marks part = {{0}};
    for (size_t i = 0; i < marks->list.n; i++) {
        const struct mark *mark = &marks->list.at[i];
        bool first = mark->y < from, last = mark->y >= to;
        if (!last && (!first || from == 0))
            vec_push(s->a, &part.list, *mark);
    }
    marks_shift(&part, 0, 0, -from);
    return part;
}

struct box *set_box(struct setter *s, struct marks *marks, mpt height, int lines)
{
    mpt tallest = set_tallest(s);
    bool flows = s->place == PLACE_TEXT || s->place == PLACE_WIDE;
    if (!flows || height <= tallest)
        return put_box(s, marks, height, lines);
    struct box *box = NULL;
    for (mpt from = 0; from < height; from += tallest) {
        mpt to = mpt_min(from + tallest, height);
        struct marks part = slice(s, marks, from, to == height ? MPT_MAX : to);
        box = put_box(s, &part, to - from, from == 0 ? lines : 0);
    }
    return box;
}

void set_keep(struct setter *s, size_t first)
{
    int64_t height = 0;
    for (size_t i = first; i < s->out->list.n; i++)
        if (s->out->list.at[i].place != PLACE_MARGIN)
            height += s->out->list.at[i].height + s->out->list.at[i].gap;
    for (size_t i = first + 1; i < s->out->list.n && height <= set_tallest(s); i++)
        if (s->out->list.at[i].penalty > BREAK_ALWAYS)
            s->out->list.at[i].penalty = BREAK_NEVER;
}

void set_edge(struct setter *s)
{
    s->edged = true;
}

int set_line_count(const struct setter *s, size_t first)
{
    int lines = 0;
    for (size_t i = first; i < s->out->list.n; i++)
        lines += s->out->list.at[i].lines;
    return lines;
}

static int line_penalty(const struct setting *t, uint32_t i)
{
    if (i == 1 || i + 1 == t->lines.count)
        return BREAK_NEVER; /* two lines at least on either page */
    return t->lines.at[i - 1].hyphenated ? PENALTY_HYPHEN : PENALTY_LINE;
}

void set_lines(struct setter *s, const struct setting *t, mpt x, struct tag *tag)
{
    for (uint32_t i = 0; i < t->lines.count; i++) {
        struct marks m = {{0}};
        marks_line(s, &m, &t->lines.at[i], (struct point){x, t->baseline}, tag);
        if (i > 0)
            s->penalty = line_penalty(t, i);
        struct box *box = set_box(s, &m, t->leading, 1);
        box->club_line = i == 0 && t->lines.count > 1;
        box->widow_line = i > 0 && i + 1 == t->lines.count;
        box->looseness = t->lines.at[i].stretch;
    }
}

void set_begin(struct setter *s)
{
    s->run = 0;
}

void set_end(struct setter *s)
{
    mpt half = s->look->leading / 2;
    if (!s->look->grid || half <= 0 || s->out->list.n == 0 || s->place == PLACE_SIDE)
        return;
    mpt over = (mpt)(s->run % half);
    /* Rounding of lengths may leave a few thousandths: no half-line is spent on them. */
    if (over > half / 50)
        vec_last(&s->out->list)->height += half - over;
    s->run = 0;
}
