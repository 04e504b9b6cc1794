/* SPDX-License-Identifier: MIT */
/* book/copy.c — display lists that outlive the study they were drawn from. */
#include "book/copy.h"

#include "base/arena.h"

/* What neighbours share is copied once: the last of each is remembered. */
struct copying {
    struct arena *a;
    const struct display *from;
    struct display *to;
    VEC(struct tag *) tags; /* the copies, by number */
    const struct stretch *stretch_from;
    struct stretch *stretch_to;
    const struct str *actual_from;
    struct str *actual_to;
    const struct path *path_from;
    struct path *path_to;
};

static const struct stretch *copy_stretch(struct copying *c, const struct stretch *from)
{
    if (!from || from == c->stretch_from)
        return from ? c->stretch_to : NULL;
    struct stretch *to = arena_copy(c->a, from, sizeof *from);
    to->text = str_dup(c->a, from->text);
    to->face.family = str_dup(c->a, from->face.family);
    to->lang = str_dup(c->a, from->lang);
    to->link = str_dup(c->a, from->link);
    to->tag = NULL; /* the operation tells */
    c->stretch_from = from;
    c->stretch_to = to;
    return to;
}

static const struct str *copy_actual(struct copying *c, const struct str *from)
{
    if (!from || from == c->actual_from)
        return from ? c->actual_to : NULL;
    c->actual_to = arena_make(c->a, struct str);
    *c->actual_to = str_dup(c->a, *from);
    c->actual_from = from;
    return c->actual_to;
}

static const struct path *copy_path(struct copying *c, const struct path *from)
{
    if (!from || from == c->path_from)
        return from ? c->path_to : NULL;
    c->path_to = arena_copy(c->a, from, sizeof *from);
    c->path_to->steps = arena_copy(c->a, from->steps, from->count * sizeof *from->steps);
    c->path_from = from;
    return c->path_to;
}

static struct op copy_op(struct copying *c, const struct op *from)
{
    struct op to = *from;
    to.actual = copy_actual(c, from->actual);
    to.path = copy_path(c, from->path);
    to.url = str_dup(c->a, from->url);
    to.text = str_dup(c->a, from->text);
    if (from->kind != OP_GLYPHS)
        return to;
    to.piece.text = str_dup(c->a, from->piece.text);
    to.piece.stretch = copy_stretch(c, from->piece.stretch);
    to.piece.glyphs = arena_copy(c->a, from->piece.glyphs,
                                 from->piece.glyph_count * sizeof *from->piece.glyphs);
    return to;
}

/* Parents stand before their children, so that their copies are there. */
static void copy_tag(struct copying *c, const struct tag *from)
{
    struct tag *parent =
        from->parent && c->tags.n ? c->tags.at[from->parent->number] : NULL;
    struct tag *to = arena_copy(c->a, from, sizeof *from);
    to->parent = parent; /* readers of a display list follow parents only */
    to->first = to->last = to->next = NULL;
    to->alt = str_dup(c->a, from->alt);
    to->actual = str_dup(c->a, from->actual);
    to->lang = str_dup(c->a, from->lang);
    to->title = str_dup(c->a, from->title);
    to->url = str_dup(c->a, from->url);
    to->id = str_dup(c->a, from->id);
    vec_push(c->a, &c->tags, to);
    vec_push(c->a, &c->to->tags, to);
}

static void copy_page(struct copying *c, const struct display_page *from)
{
    struct display_page *to = vec_add(c->a, &c->to->pages);
    to->width = from->width;
    to->height = from->height;
    to->ops.at = arena_array(c->a, from->ops.n, sizeof *to->ops.at);
    to->ops.cap = from->ops.n;
    for (size_t i = 0; i < from->ops.n; i++)
        to->ops.at[to->ops.n++] = copy_op(c, &from->ops.at[i]);
}

static void copy_image(struct copying *c, const struct image *from)
{
    struct image *to = arena_copy(c->a, from, sizeof *from);
    to->bytes = str_dup(c->a, from->bytes);
    to->name = str_dup(c->a, from->name);
    vec_push(c->a, &c->to->images, to);
}

const struct display *display_copy(struct arena *a, const struct display *display)
{
    struct copying c = {.a = a, .from = display, .to = arena_make(a, struct display)};
    for (size_t i = 0; i < display->faces.n; i++)
        vec_push(a, &c.to->faces, display->faces.at[i]);
    for (size_t i = 0; i < display->images.n; i++)
        copy_image(&c, display->images.at[i]);
    for (size_t i = 0; i < display->tags.n; i++)
        copy_tag(&c, display->tags.at[i]);
    for (size_t i = 0; i < display->pages.n; i++)
        copy_page(&c, &display->pages.at[i]);
    for (size_t i = 0; i < display->destinations.n; i++) {
        struct destination d = display->destinations.at[i];
        d.name = str_dup(a, d.name);
        vec_push(a, &c.to->destinations, d);
    }
    for (size_t i = 0; i < display->outline.n; i++) {
        struct outline_entry e = display->outline.at[i];
        e.title = str_dup(a, e.title);
        vec_push(a, &c.to->outline, e);
    }
    c.to->lang = str_dup(a, display->lang);
    c.to->title = str_dup(a, display->title);
    c.to->author = str_dup(a, display->author);
    c.to->subject = str_dup(a, display->subject);
    c.to->keywords = str_dup(a, display->keywords);
    return c.to;
}
