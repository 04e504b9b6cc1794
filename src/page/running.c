/* SPDX-License-Identifier: MIT */
/* page/running.c — sets single lines outside the text. */
#include "page/running.h"

#include "base/arena.h"
#include "base/utf8.h"

#define MAX_BYTES 400 /* more do not fit on any line */

static struct stretch *stretch_of(const struct running *r, struct str text, enum role role,
                                  uint32_t colour)
{
    const struct role_look *look = &r->sheets->look->roles[role];
    struct stretch *st = arena_make(r->a, struct stretch);
    st->text = text;
    st->face = (struct face_key){look->family, look->weight, look->italic};
    st->features = look->features;
    st->tracking = look->tracking;
    st->lang = r->sheets->study->lang;
    st->size = look->size;
    st->colour = colour;
    st->flags = STRETCH_NO_BREAK | STRETCH_NO_HYPHEN;
    return st;
}

struct line running_line(const struct running *r, struct str text, enum role role,
                         uint32_t colour, bool rtl)
{
    struct stretch *st = stretch_of(r, text, role, colour);
    const struct shaped *shaped = text_shape(r->cache, st, 1, rtl, false, r->d);
    struct line_fit natural = {.expansion = 1000};
    return text_line(r->a, shaped, st, 0, (uint32_t)shaped->text.n, &natural);
}

/* What no line holds is not shaped word by word. */
static struct str shorten(struct str text)
{
    size_t end = text.n < MAX_BYTES ? text.n : MAX_BYTES;
    while (end < text.n && end > 0 && ((unsigned char)text.p[end] & 0xC0) == 0x80)
        end--;
    return str_sub(text, 0, end);
}

struct line running_cut(const struct running *r, struct str text, enum role role, mpt room)
{
    bool rtl = r->sheets->study->rtl;
    uint32_t colour = r->sheets->look->roles[role].colour;
    struct str rest = shorten(text);
    struct line line = running_line(r, rest, role, colour, rtl);
    while (line.width > room && rest.n > 0) {
        size_t end = rest.n;
        while (end > 0 && rest.p[end - 1] != ' ')
            end--;
        if (end == 0) { /* one long word: by characters */
            end = rest.n;
            utf8_prev(rest, &end);
        }
        rest = str_trim_end(str_sub(rest, 0, end));
        line = running_line(r, str_join(r->a, rest, S("…")), role, colour, rtl);
    }
    return line;
}

void running_put(const struct running *r, struct sheet *sheet, const struct line *line,
                 struct point at)
{
    struct mark *mark = vec_add(r->a, &sheet->running);
    *mark = (struct mark){.kind = MARK_LINE, .x = at.x, .y = at.y, .line = *line};
}

mpt running_baseline(const struct running *r, enum role role)
{
    const struct role_look *look = &r->sheets->look->roles[role];
    struct stretch *x = stretch_of(r, S("x"), role, look->colour);
    const struct shaped *shaped = text_shape(r->cache, x, 1, false, false, r->d);
    if (shaped->run_count == 0)
        return look->leading;
    const struct face_info *info = face_info(shaped->runs[0].face);
    mpt centre = mpt_scale(info->ascender + info->descender, look->size, info->upem) / 2;
    return look->leading / 2 + centre;
}
