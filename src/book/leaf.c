/* SPDX-License-Identifier: MIT */
/* book/leaf.c — a page of the book's own: text and rules at places of the sheet. */
#include "book/leaf.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "block/metric_tile.h"
#include "block/rich.h"
#include "page/furniture.h"
#include "text/face.h"

#define UNIT_SIZE 500   /* of the numeral [thousandths] */
#define UNIT_GAP 160    /* of the unit, before one that is a word [thousandths] */
#define NUMERAL_MIN 400 /* a long value is set this small at most [thousandths] */
#define SIGN_GAP 60     /* a hung sign to its number [thousandths of the size] */

void leaves_begin(struct leaves *l, const struct book *book, const struct book_press *press)
{
    struct arena *a = press->a;
    const struct look *look = press->look;
    *l = (struct leaves){.book = book};
    l->study.lang = book->portfolio->lang;
    l->request =
        (struct block_request){.study = &l->study, .look = look, .cache = press->cache};
    l->out.root = tag_new(a, NULL, TAG_DOCUMENT);
    l->s = (struct setter){.a = a, .request = &l->request, .study = &l->study};
    l->s.look = look;
    l->s.cache = press->cache;
    l->s.d = press->d;
    l->s.out = &l->out;
    l->s.tag = l->out.root;
    l->s.measure = look->wide;
    l->s.section = l->s.beside = SIZE_MAX;
    l->left = look->left;
    l->text = look->left + look->title_column;
    l->right = look->left + look->wide;
    l->sheets = (struct sheets){.root = l->out.root, .lang = l->study.lang, .look = look};
}

void leaf_over(struct leaves *l)
{
    leaf_end(l);
    struct sheet *sheet = vec_add(l->s.a, &l->sheets.list);
    sheet->width = l->s.look->page_width;
    sheet->height = l->s.look->page_height;
    sheet->room = sheet->used = sheet->height;
}

void leaf_begin(struct leaves *l)
{
    leaf_over(l);
    furniture_paper(l->s.a, l->s.look, vec_last(&l->sheets.list));
}

void leaf_end(struct leaves *l)
{
    if (l->m.list.n == 0)
        return;
    struct box *box = arena_make(l->s.a, struct box);
    box->place = PLACE_WIDE;
    box->marks = l->m.list.at;
    box->mark_count = l->m.list.n;
    box->section = SIZE_MAX;
    struct placed *placed = vec_add(l->s.a, &vec_last(&l->sheets.list)->boxes);
    *placed = (struct placed){.box = box};
    l->m = (struct marks){{0}};
}

void leaf_running(struct leaves *l, size_t sheet, const struct marks *m)
{
    for (size_t i = 0; i < m->list.n; i++)
        vec_push(l->s.a, &l->sheets.list.at[sheet].running, m->list.at[i]);
}

/* --- text ------------------------------------------------------------------------------------- */

static struct rich rich_of(struct leaves *l, const struct phrase *phrase)
{
    struct rich rich = rich_text(&l->s, phrase->text, phrase->role);
    for (size_t i = 0; i < rich.list.n; i++) {
        struct stretch *st = &rich.list.at[i];
        if (phrase->colour != NO_COLOUR)
            st->colour = phrase->colour;
        if (phrase->weight)
            st->face.weight = phrase->weight;
        if (!str_empty(phrase->link)) {
            st->link = phrase->link;
            st->tag = tag_new(l->s.a, phrase->tag, TAG_LINK);
            st->tag->url = phrase->link;
        }
    }
    return rich;
}

static mpt width_of(struct leaves *l, struct stretch st, struct str text)
{
    struct rich rich = {{0}};
    st.text = text;
    rich_put(&l->s, &rich, st);
    return set_widths(&l->s, &rich).max;
}

/* Two sentences that need two lines get one each, where both fit. */
static void part_sentences(struct leaves *l, struct rich *rich, mpt room)
{
    if (rich->list.n != 1)
        return;
    struct stretch first = rich->list.at[0], second = first;
    size_t stop = str_find(first.text, S(". "), 0);
    if (stop >= first.text.n || width_of(l, first, first.text) <= room)
        return;
    first.text = str_sub(first.text, 0, stop + 2);
    first.flags |= STRETCH_BREAK_AFTER;
    second.text = str_sub(second.text, stop + 2, second.text.n);
    if (width_of(l, second, first.text) > room || width_of(l, second, second.text) > room)
        return;
    rich->list.at[0] = first;
    rich_put(&l->s, rich, second);
}

/* By its first letter: a title in Arabic is one among English ones, too. */
static bool is_rtl(struct str text)
{
    for (size_t i = 0; i < text.n;) {
        uint32_t c = utf8_next(text, &i);
        if (utf8_is_word(c) && !(c >= '0' && c <= '9'))
            return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
                   (c >= 0xFE70 && c <= 0xFEFF);
    }
    return false;
}

/* Words that run the other way than the page keep their own order of signs, at its start side. */
static struct setting set_phrase(struct leaves *l, const struct phrase *phrase,
                                 const struct rich *rich, mpt room)
{
    struct par_params p = set_params(&l->s, phrase->role, room);
    bool rtl = is_rtl(phrase->text);
    if (rtl != p.rtl)
        p.align = PAR_END;
    p.rtl = rtl;
    return set_text(&l->s, rich, phrase->role, &p);
}

mpt leaf_put(struct leaves *l, struct marks *m, const struct phrase *phrase,
             struct point at, mpt room)
{
    struct rich rich = rich_of(l, phrase);
    if (rich.list.n == 0)
        return at.y;
    if (phrase->role == ROLE_BOOK_LINE)
        part_sentences(l, &rich, room);
    struct setting t = set_phrase(l, phrase, &rich, room);
    marks_setting(&l->s, m, &t, (struct point){at.x, at.y - t.baseline}, phrase->tag);
    return at.y + t.height - t.leading;
}

mpt leaf_width(struct leaves *l, const struct phrase *phrase)
{
    struct rich rich = rich_text(&l->s, phrase->text, phrase->role);
    for (size_t i = 0; i < rich.list.n && phrase->weight; i++)
        rich.list.at[i].face.weight = phrase->weight;
    return set_widths(&l->s, &rich).max;
}

mpt leaf_bearing(struct leaves *l, const struct phrase *phrase)
{
    struct rich rich = rich_of(l, phrase);
    if (rich.list.n == 0)
        return 0;
    struct setting t = set_role(&l->s, &rich, phrase->role, l->right - l->text);
    if (t.lines.count == 0 || t.lines.at[0].piece_count == 0)
        return 0;
    const struct piece *first = &t.lines.at[0].pieces[0];
    if (first->glyph_count == 0)
        return 0;
    return mpt_scale(first->size, face_bearing(first->face, first->glyphs[0].id),
                     face_info(first->face)->upem);
}

size_t leaf_lines(struct leaves *l, const struct phrase *phrase, mpt room)
{
    struct rich rich = rich_text(&l->s, phrase->text, phrase->role);
    return rich.list.n ? set_phrase(l, phrase, &rich, room).lines.count : 0;
}

void leaf_put_end(struct leaves *l, struct marks *m, const struct phrase *phrase,
                  struct point at)
{
    mpt width = leaf_width(l, phrase);
    leaf_put(l, m, phrase, (struct point){at.x - width, at.y}, width + PT(1));
}

void leaf_rule(struct leaves *l, struct marks *m, mpt y, mpt width, uint32_t colour)
{
    marks_rule(&l->s, m, (struct rect){l->left, y, l->right - l->left, 0}, width, colour);
}

/* --- metrics ----------------------------------------------------------------------------------- */

static struct rich figure_of(struct leaves *l, const struct book_entry *entry,
                             const struct metric_place *place, mpt size)
{
    struct rich rich = {{0}};
    struct stretch st = rich_stretch(&l->s, entry->number, place->role);
    if (!place->hang)
        st.text = str_join(l->s.a, entry->sign, entry->number);
    st.size = size;
    st.flags |= STRETCH_METRIC | STRETCH_NO_BREAK | STRETCH_NO_HYPHEN;
    rich_put(&l->s, &rich, st);
    st.text = entry->unit;
    st.size = mpt_scale(size, UNIT_SIZE, 1000);
    if (!str_empty(entry->unit) && !tile_unit_touches(entry->unit))
        st.text = str_join(l->s.a, S("\u00A0"), entry->unit);
    rich_put(&l->s, &rich, st);
    return rich;
}

static void put_sign(struct leaves *l, const struct book_entry *entry,
                     const struct metric_place *place, mpt size)
{
    struct rich rich = {{0}};
    struct stretch st = rich_stretch(&l->s, entry->sign, place->role);
    st.colour = l->s.look->accent;
    st.size = size;
    st.flags |= STRETCH_METRIC;
    rich_put(&l->s, &rich, st);
    mpt width = set_widths(&l->s, &rich).max;
    struct setting t = set_role(&l->s, &rich, place->role, width + PT(1));
    struct point at = {place->at.x - width - mpt_scale(size, SIGN_GAP, 1000),
                       place->at.y - t.baseline};
    marks_setting(&l->s, &l->m, &t, at, place->tag);
}

void leaf_metric(struct leaves *l, const struct book_entry *entry,
                 const struct metric_place *place)
{
    mpt size = l->s.look->roles[place->role].size;
    struct rich rich = figure_of(l, entry, place, size);
    if (rich.list.n == 0)
        return;
    mpt width = set_widths(&l->s, &rich).max;
    if (width > place->room) {
        int scale = (int)((int64_t)place->room * 1000 / width);
        size = mpt_scale(size, scale < NUMERAL_MIN ? NUMERAL_MIN : scale, 1000);
        rich = figure_of(l, entry, place, size);
    }
    if (place->hang && !str_empty(entry->sign))
        put_sign(l, entry, place, size);
    struct setting t =
        set_role(&l->s, &rich, place->role, mpt_max(place->room, width) + PT(1));
    marks_setting(&l->s, &l->m, &t, (struct point){place->at.x, place->at.y - t.baseline},
                  place->tag);
}

struct tag *leaf_figure_tag(struct leaves *l, const struct book_entry *entry,
                            struct tag *parent)
{
    struct tag *tag = tag_new(l->s.a, parent, TAG_P);
    if (!str_empty(entry->number))
        tag->actual = str_fmt(l->s.a, "%.*s %.*s", STR(entry->value), STR(entry->label));
    return tag;
}
