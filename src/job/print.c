/* SPDX-License-Identifier: MIT */
/* job/print.c — what paper asks for: other layout keys, and pages put on sheets. */
#include "base/arena.h"
#include "book/impose.h"
#include "job/stage.h"

/* On paper a link is an address in a note, text is pure black, and panels are not tinted. */
static const struct {
    const char *key, *value;
} print_keys[] = {
    {"links.print",     "notes"  },
    {"color.text",      "#000000"},
    {"color.tint",      "#FFFFFF"},
    {"page.side_style", "rule"   },
};

#define TOP_BINDING "17pt" /* 6 mm */

size_t job_print_keys(struct arena *a, const struct settings *s,
                      struct style_override **out)
{
    struct style_override *at =
        arena_many(a, countof(print_keys) + 1, struct style_override);
    size_t n = 0;
    for (size_t i = 0; s->print && i < countof(print_keys); i++)
        at[n++] = (struct style_override){.key = str_from(print_keys[i].key),
                                          .value = str_from(print_keys[i].value)};
    if (str_eq(s->binding, S("top")))
        at[n++] =
            (struct style_override){.key = S("page.head_room"), .value = S(TOP_BINDING)};
    *out = at;
    return n;
}

const struct display *job_impose(struct arena *a, const struct display *display,
                                 const struct settings *s)
{
    struct imposition how = {.marks = s->crop_marks};
    if (str_eq(s->impose, S("2up")))
        how.imposing = IMPOSE_TWO_UP;
    if (str_eq(s->impose, S("booklet")))
        how.imposing = IMPOSE_BOOKLET;
    if (str_eq(s->binding, S("left")))
        how.binding = BINDING_LEFT;
    if (str_eq(s->binding, S("inner")))
        how.binding = BINDING_INNER;
    return display_impose(a, display, &how);
}
