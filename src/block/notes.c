/* SPDX-License-Identifier: MIT */
/* block/notes.c — footnotes: set once, carried by the line that refers to them. */
#include "block/notes.h"

#include "base/arena.h"
#include "block/kinds.h"
#include "block/rich.h"

#define NOTE_HANG 900 /* number to text [thousandths of the size] */
#define NOTE_SHARE 3 /* a note that takes more than this part of a page stands at the end */
#define NOTES_MAX 1000 /* more are a mistake; the rest stays at the end of the source */

static const struct block *notes_of(const struct study *study)
{
    const struct source *source = study->source;
    return source && source->root ? source->root->first : NULL;
}

static void adopt(struct tag *parent, struct tag *child)
{
    child->parent = parent;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

/* The paragraphs of a note below each other; what is no paragraph is set as its words. */
static mpt note_body(struct setter *s, struct marks *m, const struct block *note,
                     struct tag *tag, mpt indent)
{
    mpt y = 0;
    for (const struct block *b = note->first; b; b = b->next) {
        struct tag *p = tag_new(s->a, tag, TAG_P);
        tell_images(s, b->inlines);
        struct rich rich = b->kind == BLOCK_PARAGRAPH
                               ? rich_inlines(s, b->inlines, ROLE_NOTE, p)
                               : rich_text(s, block_text(s->a, b), ROLE_NOTE);
        struct setting t = set_role(s, &rich, ROLE_NOTE, s->measure - indent);
        marks_setting(s, m, &t, (struct point){set_x(s, indent, s->measure - indent), y},
                      p);
        y += t.height;
    }
    return y;
}

/* The element of a note: its first mark is the place that references lead to. */
static struct tag *tag_of(const struct box *note)
{
    return note->marks[0].tag;
}

/* How far the words of all notes stand from the margin: as far as the last number asks for. */
static mpt note_indent(struct setter *s)
{
    mpt size = s->look->roles[ROLE_NOTE].size, least = mpt_scale(size, NOTE_HANG, 1000);
    if (s->notes.count < 10)
        return least;
    struct str digits = s->notes.count < 100 ? S("00") : S("000");
    struct rich widest = rich_text(s, digits, ROLE_NOTE);
    return mpt_max(least, set_widths(s, &widest).max + size / 3);
}

/* The body of a note, `indent` [mpt] from the margin; gives its height. */
typedef mpt note_writer(struct setter *s, struct marks *m, const void *what,
                        struct tag *tag, mpt indent);

static mpt write_block(struct setter *s, struct marks *m, const void *what, struct tag *tag,
                       mpt indent)
{
    return note_body(s, m, what, tag, indent);
}

/* An address as it is typed: without its scheme. */
static mpt write_url(struct setter *s, struct marks *m, const void *what, struct tag *tag,
                     mpt indent)
{
    const struct str *url = what;
    size_t scheme = str_find(*url, S("://"), 0);
    struct str shown = scheme < url->n ? str_sub(*url, scheme + 3, url->n) : *url;
    struct stretch st = rich_stretch(s, shown, ROLE_NOTE);
    st.tag = tag_new(s->a, tag, TAG_LINK);
    st.tag->url = st.link = *url;
    st.flags |= STRETCH_URL | STRETCH_AS_IS | STRETCH_NO_HYPHEN;
    struct rich rich = {{0}};
    rich_put(s, &rich, st);
    struct setting t = set_role(s, &rich, ROLE_NOTE, s->measure - indent);
    marks_setting(s, m, &t, (struct point){set_x(s, indent, s->measure - indent), 0}, tag);
    return t.height;
}

/* Notes stand on the edge of the text column, wherever the reference to them does. */
static struct box *set_note(struct setter *s, int which, note_writer *write,
                            const void *what)
{
    mpt x = s->x, measure = s->measure;
    s->x = 0;
    s->measure = s->look->measure;
    struct arena *a = s->a;
    struct tag *tag = tag_new(a, NULL, TAG_NOTE);
    tag->id = str_fmt(a, NOTE_LINK "%d", which);
    tag->id = str_sub(tag->id, 1, tag->id.n);
    struct marks m = {{0}};
    struct mark *dest = vec_add(a, &m.list);
    *dest = (struct mark){.kind = MARK_DEST, .tag = tag, .name = tag->id};
    struct tag *label = tag_new(a, tag, TAG_LBL);
    struct rich number = rich_text(s, str_fmt(a, "%d", which), ROLE_NOTE);
    mpt indent = note_indent(s);
    struct setting t = set_role(s, &number, ROLE_NOTE, indent);
    marks_setting(s, &m, &t, (struct point){set_x(s, 0, indent), 0}, label);
    struct box *box = arena_make(a, struct box);
    box->height = write(s, &m, what, tag, indent);
    box->place = PLACE_TEXT;
    box->marks = m.list.at;
    box->mark_count = m.list.n;
    box->section = SIZE_MAX;
    box->lines = (int)(box->height / mpt_max(1, t.leading));
    s->x = x;
    s->measure = measure;
    return box;
}

static struct box *set_own(struct setter *s, const struct block *note)
{
    struct box *box = set_note(s, notes_number(s, note->number), write_block, note);
    box->span = note->span;
    return box;
}

/* --- links on paper --------------------------------------------------------------------------- */

/* All that gets a number, in the order of the text: the author's notes, and each address once. */
struct numbering {
    struct setter *s;
    VEC(struct str) urls; /* by number; empty for the author's notes */
};

static void number_note(struct numbering *all, int note)
{
    struct notes *notes = &all->s->notes;
    if (note < 1 || (size_t)note > notes->own_count || notes->own[note - 1])
        return;
    vec_push(all->s->a, &all->urls, S(""));
    notes->own[note - 1] = (int)all->urls.n;
}

static void number_url(struct numbering *all, const struct inline_node *node)
{
    if (node->bare || !str_starts(node->url, S("http")) || all->urls.n >= NOTES_MAX)
        return;
    for (size_t i = 0; i < all->urls.n; i++)
        if (str_eq(all->urls.at[i], node->url))
            return;
    vec_push(all->s->a, &all->urls, node->url);
}

static void walk_inlines(struct numbering *all, const struct inline_node *first, int depth)
{
    for (const struct inline_node *n = first; n && depth < SOURCE_MAX_NESTING;
         n = n->next) {
        walk_inlines(all, n->first, depth + 1);
        if (n->kind == INLINE_LINK)
            number_url(all, n);
        if (n->kind == INLINE_FOOTNOTE_REF)
            number_note(all, n->number);
    }
}

static void walk_blocks(struct numbering *all, const struct block *first, int depth)
{
    for (const struct block *b = first; b && depth < SOURCE_MAX_NESTING; b = b->next) {
        walk_inlines(all, b->inlines, 0);
        walk_blocks(all, b->first, depth + 1);
    }
}

/* Links and notes share one row of numbers. */
static void number_all(struct setter *s)
{
    struct numbering all = {.s = s};
    s->notes.own = arena_many(s->a, s->notes.own_count, int);
    walk_blocks(&all, notes_of(s->study), 0);
    for (size_t i = 1; i <= s->notes.own_count; i++) /* those that nothing refers to */
        number_note(&all, (int)i);
    s->notes.urls = all.urls.at;
    s->notes.count = all.urls.n;
}

int notes_number(const struct setter *s, int number)
{
    bool known = number >= 1 && (size_t)number <= s->notes.own_count;
    return s->notes.own && known ? s->notes.own[number - 1] : number;
}

int notes_of_url(struct setter *s, struct str url)
{
    for (size_t i = 0; s->notes.urls && i < s->notes.count; i++) {
        if (str_empty(url) || !str_eq(s->notes.urls[i], url))
            continue;
        if (!s->notes.boxes[i])
            s->notes.boxes[i] = set_note(s, (int)i + 1, write_url, &s->notes.urls[i]);
        return (int)i + 1;
    }
    return 0;
}

/* --- all --------------------------------------------------------------------------------------- */

void notes_prepare(struct setter *s)
{
    int count = 0;
    for (const struct block *b = notes_of(s->study); b; b = b->next)
        if (b->kind == BLOCK_FOOTNOTE && b->number > count && b->number <= NOTES_MAX)
            count = b->number;
    s->notes.count = s->notes.own_count = (size_t)count;
    if (s->look->links_print == PRINT_NOTES)
        number_all(s);
    s->notes.boxes = arena_many(s->a, s->notes.count, struct box *);
    s->notes.placed = arena_many(s->a, s->notes.count, bool);
    for (const struct block *b = notes_of(s->study); b; b = b->next)
        if (b->kind == BLOCK_FOOTNOTE && b->number > 0 && b->number <= count)
            s->notes.boxes[notes_number(s, b->number) - 1] = set_own(s, b);
}

/* The number of the note that a piece refers to, 0 where it refers to none. */
static size_t refers_to(const struct setter *s, const struct piece *piece)
{
    int64_t number = 0;
    if (!piece->stretch || !str_starts(piece->stretch->link, S(NOTE_LINK)))
        return 0;
    struct str link = piece->stretch->link;
    if (!str_to_int(str_sub(link, sizeof NOTE_LINK - 1, link.n), &number) || number < 1 ||
        (size_t)number > s->notes.count)
        return 0;
    return (size_t)number;
}

static void attach_marks(struct setter *s, struct box *box, const struct box *marked);

static void attach(struct setter *s, struct box *box, size_t number)
{
    struct box *note = s->notes.boxes[number - 1];
    if (!note || s->notes.placed[number - 1] || note->height > set_tallest(s) / NOTE_SHARE)
        return;
    s->notes.placed[number - 1] = true;
    struct box **notes = arena_many(s->a, box->note_count + 1, struct box *);
    for (size_t i = 0; i < box->note_count; i++)
        notes[i] = box->notes[i];
    notes[box->note_count++] = note;
    box->notes = notes;
    note->section = box->section;
    adopt(s->out->root, tag_of(note));
    attach_marks(s, box, note); /* what a note refers to stands below it */
}

/* The notes that the lines of `marked` refer to go to `box`. */
static void attach_marks(struct setter *s, struct box *box, const struct box *marked)
{
    for (size_t i = 0; i < marked->mark_count; i++) {
        const struct mark *mark = &marked->marks[i];
        for (uint32_t k = 0; mark->kind == MARK_LINE && k < mark->line.piece_count; k++) {
            size_t number = refers_to(s, &mark->line.pieces[k]);
            if (number > 0)
                attach(s, box, number);
        }
    }
}

void notes_attach(struct setter *s, struct box *box)
{
    if (s->notes.count > 0 && s->look->footnotes == FOOTNOTES_PAGE)
        attach_marks(s, box, box);
}

void notes_finish(struct setter *s)
{
    for (size_t i = 0; i < s->notes.count; i++) {
        struct box *note = s->notes.boxes[i];
        if (!note || s->notes.placed[i])
            continue;
        struct marks m = {
            {note->marks, note->mark_count, note->mark_count}
        };
        s->notes.placed[i] = true; /* it may refer to itself */
        set_gap(s, s->look->block_gap);
        s->span = note->span;
        adopt(s->out->root, tag_of(note));
        set_box(s, &m, note->height, note->lines);
    }
}
