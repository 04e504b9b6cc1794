/* SPDX-License-Identifier: MIT */
/* draw/anchor.c — links to headings: "#next-steps" leads to "Next Steps", as on forges. */
#include "base/map.h"
#include "base/utf8.h"
#include "draw/recorder.h"

/* Letters and digits in lower case, hyphens for spaces; all else is left out. */
static struct str anchor_of(struct arena *a, struct str title)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < title.n;) {
        uint32_t c = utf8_next(title, &i);
        if (utf8_is_space(c))
            strbuf_putc(&b, '-');
        else if (utf8_is_word(c) || c == '-' || c == '_')
            strbuf_put_utf8(&b, utf8_lower(c));
    }
    return strbuf_str(&b);
}

/* The anchors of all headings; the first of a name has it. */
static struct map anchors_of(const struct recorder *r)
{
    struct map anchors = {0};
    struct display *display = r->display;
    for (size_t i = 0; i < display->outline.n; i++) {
        struct outline_entry *entry = &display->outline.at[i];
        struct str anchor = anchor_of(r->a, entry->title);
        if (!map_find(&anchors, anchor))
            map_put(r->a, &anchors, anchor, entry);
    }
    return anchors;
}

static void add_destinations(struct recorder *r, const struct display_page *page,
                             const struct map *anchors, struct map *known)
{
    for (size_t i = 0; i < page->ops.n; i++) {
        const struct op *op = &page->ops.at[i];
        struct str name = op->kind == OP_LINK ? str_sub(op->url, 1, op->url.n) : S("");
        if (str_empty(name) || op->url.p[0] != '#' || map_find(known, name))
            continue;
        struct outline_entry *entry = map_find(anchors, str_lower(r->a, name));
        if (!entry)
            continue;
        struct destination there = {name, entry->page, 0, entry->y};
        vec_push(r->a, &r->display->destinations, there);
        map_put(r->a, known, name, entry);
    }
}

void anchors_settle(struct recorder *r, struct map *known)
{
    struct map anchors = anchors_of(r);
    for (size_t i = 0; i < r->display->pages.n; i++)
        add_destinations(r, &r->display->pages.at[i], &anchors, known);
}
