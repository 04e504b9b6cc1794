/* SPDX-License-Identifier: MIT */
/* block/masthead_byline.c — a masthead with author, role and date at its end side. */
#include "base/arena.h"
#include "block/masthead.h"
#include "block/rich.h"

#define BYLINE_GUTTER PT(24)
#define BYLINE_WIDEST 400 /* of the sheet's text [thousandths] */
#define BYLINE_LINES 3

/* Who wrote it, at the end side. */
struct byline {
    struct setting set[BYLINE_LINES];
    mpt width, height;
};

static struct byline set_byline(struct setter *s)
{
    const struct study *study = s->study;
    struct str said[BYLINE_LINES] = {study->author, study->author_role, study->date};
    struct byline by = {.width = 0};
    mpt widest = mpt_scale(s->measure, BYLINE_WIDEST, 1000);
    struct rich rich[BYLINE_LINES];
    for (size_t i = 0; i < BYLINE_LINES; i++)
        rich[i] = rich_text(s, said[i], ROLE_BYLINE);
    by.width = masthead_column(s, rich, BYLINE_LINES, widest, by.set);
    for (size_t i = 0; i < BYLINE_LINES; i++)
        by.height += by.set[i].height;
    return by;
}

static void mark_byline(struct masthead *h, const struct byline *by)
{
    struct setter *s = h->s;
    mpt y = 0;
    for (size_t i = 0; i < BYLINE_LINES; i++) {
        if (by->set[i].lines.count == 0)
            continue;
        struct point at = {set_x(s, s->measure - by->width, by->width), y};
        marks_setting(s, &h->m, &by->set[i], at, tag_new(s->a, s->tag, TAG_P));
        y += by->set[i].height;
    }
}

/* The kicker shares its baseline with the first line of the byline; below the byline the subtitle
 * may run as wide as the sheet. */
void masthead_byline(struct masthead *h)
{
    struct setter *s = h->s;
    struct byline by = set_byline(s);
    h->room = s->measure - (by.width > 0 ? by.width + BYLINE_GUTTER : 0);
    mpt kicker = masthead_kicker(h, h->room, by.height > 0 ? by.set[0].baseline : 0);
    h->y = kicker > 0 ? kicker + s->look->masthead_gap : 0;
    masthead_title(h);
    bool below = h->y + s->look->subtitle_gap >= by.height;
    masthead_subtitle(h, below ? s->measure : h->room);
    mark_byline(h, &by);
    h->y = mpt_max(h->y, by.height);
}
