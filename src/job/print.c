/* SPDX-License-Identifier: MIT */
/* job/print.c — what paper asks for: other layout keys, and pages put on sheets. */
#include "base/arena.h"
#include "book/impose.h"
#include "job/stage.h"

/* On paper a link is an address in a note, text is pure black, and neither panels nor the sheet are
 * tinted. */
static const struct {
    const char *key, *value;
} print_keys[] = {
    {"links.print",     "notes"  },
    {"color.text",      "#000000"},
    {"color.paper",     "#FFFFFF"},
    {"color.tint",      "#FFFFFF"},
    {"page.side_style", "rule"   },
};

#define TOP_BINDING "17pt" /* 6 mm */

static void put(struct arena *a, struct settings *s, const char *key, const char *value)
{
    vec_push(a, &s->overrides,
             ((struct style_override){.key = str_from(key), .value = str_from(value)}));
}

struct settings job_for_print(struct arena *a, const struct settings *s)
{
    struct settings all = *s;
    all.overrides.at = NULL;
    all.overrides.n = all.overrides.cap = 0;
    for (size_t i = 0; s->print && i < countof(print_keys); i++)
        put(a, &all, print_keys[i].key, print_keys[i].value);
    if (str_eq(s->binding, S("top")))
        put(a, &all, "page.head_room", TOP_BINDING);
    for (size_t i = 0; i < s->overrides.n; i++)
        vec_push(a, &all.overrides, s->overrides.at[i]);
    return all;
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
