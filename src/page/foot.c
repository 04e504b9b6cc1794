/* SPDX-License-Identifier: MIT */
/* page/foot.c — the running foot: title and page number. */
#include "page/foot.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "page/grid.h"

#define GUTTER PT(24)       /* title to number, at least */
#define TITLE_MAX_BYTES 400 /* more do not fit in any foot */

/* What setting one line takes. */
struct footing {
    struct arena *a;
    struct text_cache *cache;
    const struct study *study;
    const struct look *look;
    struct diags *d;
};

static struct stretch *stretch_of(const struct footing *f, struct str text, uint32_t colour)
{
    const struct role_look *r = &f->look->roles[ROLE_FOOT];
    struct stretch *st = arena_make(f->a, struct stretch);
    st->text = text;
    st->face = (struct face_key){r->family, r->weight, r->italic};
    st->features = r->features;
    st->tracking = r->tracking;
    st->lang = f->study->lang;
    st->size = r->size;
    st->colour = colour;
    st->flags = STRETCH_NO_BREAK | STRETCH_NO_HYPHEN;
    return st;
}

static struct line line_of(const struct footing *f, struct str text, uint32_t colour,
                           bool rtl)
{
    struct stretch *st = stretch_of(f, text, colour);
    const struct shaped *shaped = text_shape(f->cache, st, 1, rtl, false, f->d);
    struct line_fit natural = {.expansion = 1000};
    return text_line(f->a, f->cache, shaped, st, 0, (uint32_t)shaped->text.n, &natural);
}

/* A title that no foot holds is not shaped word by word. */
static struct str cut(struct str title)
{
    size_t end = title.n < TITLE_MAX_BYTES ? title.n : TITLE_MAX_BYTES;
    while (end < title.n && end > 0 && ((unsigned char)title.p[end] & 0xC0) == 0x80)
        end--;
    return str_sub(title, 0, end);
}

/* The title, or as many of its words as `room` [mpt] holds and an ellipsis. */
static struct line title_line(const struct footing *f, struct str title, mpt room)
{
    struct str rest = cut(title);
    struct line line = line_of(f, rest, f->look->secondary, f->study->rtl);
    while (line.width > room && rest.n > 0) {
        size_t end = rest.n;
        while (end > 0 && rest.p[end - 1] != ' ')
            end--;
        if (end == 0) { /* one long word: by characters */
            end = rest.n;
            utf8_prev(rest, &end);
        }
        rest = str_trim_end(str_sub(rest, 0, end));
        line = line_of(f, str_join(f->a, rest, S("…")), f->look->secondary, f->study->rtl);
    }
    return line;
}

static void put(const struct footing *f, struct sheet *sheet, const struct line *line,
                mpt x)
{
    struct mark *mark = vec_add(f->a, &sheet->running);
    *mark = (struct mark){.kind = MARK_LINE, .x = x, .line = *line};
    mark->y = sheet->height - f->look->foot_baseline;
}

void foot_set(struct arena *a, struct text_cache *cache, struct sheets *sheets,
              struct str title, struct diags *d)
{
    const struct look *look = sheets->look;
    struct footing f = {a, cache, sheets->study, look, d};
    size_t n = sheets->list.n;
    if (n < 2 || !look->foot_shown)
        return;
    for (size_t i = 0; i < n; i++) {
        struct str said = str_fmt(a, "%zu / %zu", i + 1, n);
        struct line number = line_of(&f, said, look->text_colour, false);
        struct line name = title_line(&f, title, look->wide - number.width - GUTTER);
        bool rtl = sheets->study->rtl;
        const struct grid grid = {look, rtl};
        mpt left = grid_x(&grid, PLACE_WIDE, 0), right = left + look->wide;
        put(&f, &sheets->list.at[i], &name, rtl ? right - name.width : left);
        put(&f, &sheets->list.at[i], &number, rtl ? left : right - number.width);
    }
}
