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

static struct box *set_note(struct setter *s, const struct block *note)
{
    struct arena *a = s->a;
    struct tag *tag = tag_new(a, NULL, TAG_NOTE);
    tag->id = str_fmt(a, NOTE_LINK "%d", note->number);
    tag->id = str_sub(tag->id, 1, tag->id.n);
    struct marks m = {{0}};
    struct mark *dest = vec_add(a, &m.list);
    *dest = (struct mark){.kind = MARK_DEST, .tag = tag, .name = tag->id};
    struct tag *label = tag_new(a, tag, TAG_LBL);
    struct rich number = rich_text(s, str_fmt(a, "%d", note->number), ROLE_NOTE);
    mpt indent = note_indent(s);
    struct setting t = set_role(s, &number, ROLE_NOTE, indent);
    marks_setting(s, &m, &t, (struct point){set_x(s, 0, indent), 0}, label);
    struct box *box = arena_make(a, struct box);
    box->height = note_body(s, &m, note, tag, indent);
    box->place = PLACE_TEXT;
    box->marks = m.list.at;
    box->mark_count = m.list.n;
    box->section = SIZE_MAX;
    box->span = note->span;
    box->lines = (int)(box->height / mpt_max(1, t.leading));
    return box;
}

void notes_prepare(struct setter *s)
{
    int count = 0;
    for (const struct block *b = notes_of(s->study); b; b = b->next)
        if (b->kind == BLOCK_FOOTNOTE && b->number > count && b->number <= NOTES_MAX)
            count = b->number;
    s->notes.count = (size_t)count;
    s->notes.boxes = arena_many(s->a, s->notes.count, struct box *);
    s->notes.placed = arena_many(s->a, s->notes.count, bool);
    for (const struct block *b = notes_of(s->study); b; b = b->next)
        if (b->kind == BLOCK_FOOTNOTE && b->number > 0 && b->number <= count)
            s->notes.boxes[b->number - 1] = set_note(s, b);
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
}

void notes_attach(struct setter *s, struct box *box)
{
    if (s->notes.count == 0 || s->look->footnotes != FOOTNOTES_PAGE)
        return;
    for (size_t i = 0; i < box->mark_count; i++) {
        const struct mark *mark = &box->marks[i];
        for (uint32_t k = 0; mark->kind == MARK_LINE && k < mark->line.piece_count; k++) {
            size_t number = refers_to(s, &mark->line.pieces[k]);
            if (number > 0)
                attach(s, box, number);
        }
    }
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
