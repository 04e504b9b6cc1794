/* SPDX-License-Identifier: MIT */
/* draw/outline.c — bookmarks: the study, and below it what has a title. */
#include "draw/recorder.h"

/* Depth of `tag` below the study: 1, and 1 more for each titled element around it. */
static int depth_of(const struct tag *tag)
{
    int depth = 1;
    for (const struct tag *up = tag->parent; up && up->parent; up = up->parent)
        depth += !str_empty(up->title);
    return depth;
}

void outline_build(struct arena *a, const struct first_place *places,
                   struct display *display)
{
    if (!str_empty(display->title))
        vec_push(a, &display->outline, ((struct outline_entry){.title = display->title}));
    for (size_t i = 1; i < display->tags.n; i++) {
        const struct tag *tag = display->tags.at[i];
        if (str_empty(tag->title) || !places[i].found)
            continue;
        struct outline_entry entry = {tag->title, depth_of(tag), places[i].page,
                                      places[i].y};
        vec_push(a, &display->outline, entry);
    }
}
