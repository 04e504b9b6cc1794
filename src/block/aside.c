/* SPDX-License-Identifier: MIT */
/* block/aside.c — what stands in the margin, level with the paragraph before it. */
#include "block/aside.h"

#define WIDTH_MIN PT(70) /* a narrower column holds no words */

static bool has_margin(const struct setter *s)
{
    return s->look->margin_column >= WIDTH_MIN && !s->request->no_margin && !s->item;
}

bool aside_room(const struct setter *s)
{
    return has_margin(s) && !s->request->no_captions &&
           (s->place == PLACE_TEXT || s->place == PLACE_WIDE);
}

static bool has_paragraph(const struct setter *s)
{
    return s->beside < s->out->list.n && s->out->list.at[s->beside].section == s->section;
}

bool aside_fits(const struct setter *s)
{
    return has_margin(s) && s->place == PLACE_TEXT && has_paragraph(s);
}

size_t aside_above(const struct setter *s, mpt height)
{
    int64_t sum = 0;
    for (size_t i = s->out->list.n; has_paragraph(s) && i > s->beside; i--) {
        const struct box *box = &s->out->list.at[i - 1];
        if (box->place != PLACE_TEXT)
            return SIZE_MAX;
        sum += box->height;
        if (sum >= height)
            return i - 1;
        sum += box->gap;
    }
    return SIZE_MAX;
}

static void put(struct setter *s, struct marks *marks, mpt height, size_t beside,
                bool level)
{
    struct stand stand = set_to_margin(s);
    struct box *box = set_box(s, marks, height, 0);
    box->beside = beside;
    box->level = level;
    box->gap = level ? 0 : s->look->leading; /* from what stands above it there */
    set_return(s, &stand);
}

void aside_put(struct setter *s, struct marks *marks, mpt height)
{
    put(s, marks, height, s->beside, false);
}

void aside_caption(struct setter *s, struct marks *marks, mpt height, size_t box)
{
    put(s, marks, height, box, true);
}
