/* SPDX-License-Identifier: MIT */
/* draw/line.c — a line of text: glyph runs and link areas. */
#include <stdlib.h>

#include "draw/recorder.h"

/* What one line needs while its pieces are recorded. */
struct setting {
    struct recorder *r;
    const struct mark *mark;
    struct point at; /* left end of the baseline */
    uint32_t forced;
    const struct cut *cut;  /* NULL: no word is cut here */
    const struct str *told; /* the op.actual of the word at the end */
};

static uint32_t tag_of(const struct setting *s, const struct piece *piece)
{
    if (s->forced != TAG_NONE)
        return s->forced;
    const struct tag *own = piece->stretch->tag;
    return tags_index(s->r->display, own ? own : s->mark->tag);
}

static mpt em_part(const struct piece *piece, int units)
{
    return mpt_scale(units, piece->size, face_info(piece->face)->upem);
}

/* --- order ----------------------------------------------------------------------------------- */

struct slot {
    uintptr_t key;
    uint32_t index;
};

static int by_key(const void *one, const void *other)
{
    const struct slot *a = one, *b = other;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* True where the pieces with text, in this order, are one text without a gap. */
static bool is_one_text(const struct line *line, const struct slot *slots)
{
    const char *end = NULL;
    for (uint32_t i = 0; i < line->piece_count; i++) {
        struct str text = line->pieces[slots[i].index].text;
        if (str_empty(text))
            continue;
        if (end && end != text.p)
            return false;
        end = text.p + text.n;
    }
    return true;
}

/* Pieces stand from left to right; readers want them as they are read, which differs where some run
 * right to left. A hyphen that recto inserted has no text and stays behind its word. */
static const struct slot *reading_order(struct arena *a, const struct line *line)
{
    uint32_t n = line->piece_count;
    struct slot *seen = arena_many(a, n, struct slot),
                *read = arena_many(a, n, struct slot);
    bool turned = false;
    uintptr_t last = 0;
    for (uint32_t i = 0; i < n; i++) {
        const struct piece *p = &line->pieces[i];
        if (!str_empty(p->text))
            last = (uintptr_t)p->text.p;
        turned |= p->rtl;
        seen[i] = (struct slot){i, i};
        read[i] = (struct slot){str_empty(p->text) && p->rtl ? UINTPTR_MAX : last, i};
    }
    if (!turned)
        return seen;
    qsort(read, n, sizeof *read, by_key);
    return is_one_text(line, read) ? read : seen;
}

/* --- glyphs ---------------------------------------------------------------------------------- */

static void put_glyphs(struct setting *s, const struct piece *piece,
                       const struct str *actual)
{
    if (piece->glyph_count == 0)
        return;
    uint32_t tag = tag_of(s, piece);
    struct point at = {s->at.x + piece->x, s->at.y - piece->stretch->rise};
    record_place(s->r, tag, s->at.y - piece->size);
    uint32_t font = record_face(s->r, piece->face);
    struct op *op = record_op(s->r, OP_GLYPHS, tag, at);
    op->font = font;
    op->piece = *piece;
    op->colour = piece->stretch->colour;
    op->actual = actual;
}

/* Bytes of a piece's text. */
struct range {
    size_t from, to;
};

static uint32_t glyph_at(const struct piece *piece, size_t byte)
{
    uint32_t i = 0;
    while (i < piece->glyph_count && piece_byte(piece, i) < byte)
        i++;
    return i;
}

/* True where a cluster begins at `byte`, so that the piece can be parted there. */
static bool parts_at(const struct piece *piece, size_t byte)
{
    uint32_t i = glyph_at(piece, byte);
    return byte == 0 || byte >= piece->text.n ||
           (i < piece->glyph_count && piece_byte(piece, i) == byte);
}

static void put_range(struct setting *s, const struct piece *piece, struct range bytes,
                      const struct str *actual)
{
    if (bytes.from >= bytes.to)
        return;
    uint32_t first = glyph_at(piece, bytes.from);
    uint32_t end =
        bytes.to >= piece->text.n ? piece->glyph_count : glyph_at(piece, bytes.to);
    struct piece part = *piece;
    mpt pen = piece_pen(piece, first);
    part.glyphs = piece->glyphs + first;
    part.glyph_count = end - first;
    part.text = str_sub(piece->text, bytes.from, bytes.to);
    part.x = piece->x + pen;
    part.width = (end == piece->glyph_count ? piece->width : piece_pen(piece, end)) - pen;
    put_glyphs(s, &part, actual);
}

/* What the rest of a word says when the line before has said all of it. Not nothing: PDFium
 * takes an empty replacement for none, and would say the rest again. */
static const struct str silence = {" ", 1};

/* Put down `piece`. Up to `head` it says nothing, as the line above has said that word;
 * from `tail` on it says the whole of the word that this line cuts. */
static void put_cut(struct setting *s, const struct piece *piece, size_t head, size_t tail)
{
    size_t n = piece->text.n;
    if (!parts_at(piece, head) || !parts_at(piece, tail)) {
        put_glyphs(s, piece, NULL);
        return;
    }
    if (tail < n) {
        struct str *word = arena_make(s->r->a, struct str);
        *word = s->cut->word;
        s->told = word;
    } else if (head == n) {
        s->told = &silence;
    }
    put_range(s, piece, (struct range){0, head}, &silence);
    put_range(s, piece, (struct range){head, tail}, NULL);
    put_range(s, piece, (struct range){tail, n}, s->told);
}

static void put_piece(struct setting *s, const struct piece *piece)
{
    const struct cut *cut = s->cut;
    if (str_empty(piece->text)) {
        put_glyphs(s, piece, s->told); /* the hyphen belongs to the word before it */
        return;
    }
    size_t head = 0, tail = piece->text.n;
    if (cut && cut->head_end && piece->text.p == cut->begin)
        head = (size_t)(cut->head_end - piece->text.p);
    if (cut && cut->tail && piece->text.p + piece->text.n == cut->end)
        tail = (size_t)(cut->tail - piece->text.p);
    if (head == 0 && tail == piece->text.n)
        put_glyphs(s, piece, NULL);
    else
        put_cut(s, piece, head, tail);
}

/* --- links ----------------------------------------------------------------------------------- */

static void put_link(struct setting *s, const struct piece *first, const struct piece *last)
{
    const struct face_info *info = face_info(first->face);
    mpt top = s->at.y - first->stretch->rise - em_part(first, info->ascender);
    mpt bottom = s->at.y - first->stretch->rise - em_part(first, info->descender);
    uint32_t tag = tag_of(s, first);
    while (tag <= TAG_REAL_MAX && s->r->display->tags.at[tag]->role != TAG_LINK)
        tag = tags_index(s->r->display, s->r->display->tags.at[tag]->parent);
    struct op *op = record_op(s->r, OP_LINK, tag, (struct point){s->at.x + first->x, top});
    op->w = last->x + last->width - first->x;
    op->h = bottom - top;
    op->url = first->stretch->link;
}

/* An area for each run of pieces with the same address, so that a bold word inside a link does not
 * cut it. */
static void put_links(struct setting *s, const struct line *line)
{
    for (uint32_t i = 0, end; i < line->piece_count; i = end) {
        const struct piece *first = &line->pieces[i];
        end = i + 1;
        if (str_empty(first->stretch->link))
            continue;
        while (end < line->piece_count &&
               str_eq(line->pieces[end].stretch->link, first->stretch->link) &&
               tag_of(s, &line->pieces[end]) == tag_of(s, first))
            end++;
        put_link(s, first, &line->pieces[end - 1]);
    }
}

/* Links say the words of all their pieces, on however many lines. */
static void say(struct setting *s, const struct piece *piece)
{
    uint32_t tag = tag_of(s, piece);
    if (tag > TAG_REAL_MAX || str_empty(piece->stretch->link))
        return;
    const struct tag *t = s->r->display->tags.at[tag];
    while (t && t->role != TAG_LINK)
        t = t->parent;
    if (!t)
        return;
    struct strbuf *says = &s->r->says[t->number];
    says->a = s->r->a;
    strbuf_put(says, piece->text);
}

void record_line(struct recorder *r, const struct mark *mark, struct point at,
                 uint32_t forced)
{
    const struct line *line = &mark->line;
    struct setting s = {
        .r = r, .mark = mark, .at = {at.x + line->x, at.y},
                .forced = forced
    };
    bool content = forced == TAG_NONE;
    if (content)
        s.cut = words_find(&r->cuts, line);
    const struct slot *order = reading_order(r->a, line);
    for (uint32_t i = 0; i < line->piece_count; i++) {
        put_piece(&s, &line->pieces[order[i].index]);
        if (content)
            say(&s, &line->pieces[order[i].index]);
    }
    if (content)
        put_links(&s, line);
}
