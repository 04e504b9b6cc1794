/* SPDX-License-Identifier: MIT */
/* book/join.c — display lists made one. */
#include "base/arena.h"
#include "book/copy.h"

/* Where the numbers of a part come to stand in the whole. */
struct places {
    const struct joining *j;
    uint32_t *face, *image;
    struct tag **tags;  /* the joined ones, by their old number */
    uint32_t tag, page; /* of its first one */
    struct str prefix;
};

static uint32_t face_place(const struct joining *j, const struct face *face)
{
    for (size_t i = 0; i < j->out->faces.n; i++)
        if (j->out->faces.at[i] == face)
            return (uint32_t)i;
    vec_push(j->a, &j->out->faces, face);
    return (uint32_t)j->out->faces.n - 1;
}

/* Pictures that two studies share are written once. */
static uint32_t image_place(const struct joining *j, const struct image *image)
{
    for (size_t i = 0; i < j->out->images.n; i++)
        if (str_eq(j->out->images.at[i]->bytes, image->bytes))
            return (uint32_t)i;
    vec_push(j->a, &j->out->images, image);
    return (uint32_t)j->out->images.n - 1;
}

static struct places places_of(const struct joining *j, const struct display *part)
{
    struct places p = {.j = j, .prefix = S("")};
    p.face = arena_many(j->a, part->faces.n, uint32_t);
    p.image = arena_many(j->a, part->images.n, uint32_t);
    for (size_t i = 0; i < part->faces.n; i++)
        p.face[i] = face_place(j, part->faces.at[i]);
    for (size_t i = 0; i < part->images.n; i++)
        p.image[i] = image_place(j, part->images.at[i]);
    p.tags = arena_many(j->a, part->tags.n, struct tag *);
    p.tag = (uint32_t)j->out->tags.n;
    p.page = (uint32_t)j->out->pages.n;
    return p;
}

/* "#name" and "name" with the prefix; addresses elsewhere stay. */
static struct str renamed(const struct places *p, struct str name)
{
    if (str_empty(p->prefix) || str_empty(name))
        return name;
    return str_fmt(p->j->a, "%.*s%.*s", STR(p->prefix), STR(name));
}

static struct str relinked(const struct places *p, struct str url)
{
    if (str_empty(p->prefix) || !str_starts(url, S("#")))
        return url;
    return str_join(p->j->a, S("#"), renamed(p, str_sub(url, 1, url.n)));
}

static struct op placed_op(const struct places *p, struct op op)
{
    if (op.kind == OP_GLYPHS)
        op.font = p->face[op.font];
    if (op.kind == OP_IMAGE)
        op.image = p->image[op.image];
    if (op.kind == OP_LINK)
        op.url = relinked(p, op.url);
    if ((op.kind == OP_TAG_BEGIN || op.kind == OP_LINK) && op.tag <= TAG_REAL_MAX)
        op.tag += p->tag;
    return op;
}

static void put_page(const struct places *p, const struct display_page *page)
{
    struct display_page *out = vec_add(p->j->a, &p->j->out->pages);
    out->width = page->width;
    out->height = page->height;
    for (size_t i = 0; i < page->ops.n; i++)
        vec_push(p->j->a, &out->ops, placed_op(p, page->ops.at[i]));
}

static struct tag *put_tag(const struct places *p, const struct tag *from,
                           struct tag *parent)
{
    struct display *out = p->j->out;
    struct tag *up = from->parent ? p->tags[from->parent->number] : parent;
    struct tag *to = arena_copy(p->j->a, from, sizeof *from);
    to->parent = up;
    to->first = to->last = to->next = NULL;
    if (!from->parent)
        to->role = TAG_SECT;
    to->url = relinked(p, from->url);
    to->id = renamed(p, from->id);
    p->tags[from->number] = to;
    to->number = (uint32_t)out->tags.n;
    vec_push(p->j->a, &out->tags, to);
    return to;
}

struct tag *display_join(const struct joining *j, const struct joint *joint)
{
    const struct display *part = joint->part;
    struct places p = places_of(j, part);
    p.prefix = joint->prefix;
    struct tag *root = NULL;
    for (size_t i = 0; i < part->tags.n; i++) {
        struct tag *tag = put_tag(&p, part->tags.at[i], joint->parent);
        if (i == 0)
            root = tag;
    }
    if (root) {
        root->title = joint->title;
        if (!str_eq(part->lang, j->out->lang))
            root->lang = part->lang;
    }
    for (size_t i = 0; i < part->pages.n; i++)
        put_page(&p, &part->pages.at[i]);
    for (size_t i = 0; i < part->destinations.n; i++) {
        struct destination d = part->destinations.at[i];
        d.name = renamed(&p, d.name);
        d.page += p.page;
        vec_push(j->a, &j->out->destinations, d);
    }
    return root;
}

void display_lay_over(const struct joining *j, const struct display *over, size_t from,
                      size_t to)
{
    struct places p = places_of(j, over);
    struct display_page *page = &j->out->pages.at[to];
    for (size_t i = 0; i < over->pages.at[from].ops.n; i++)
        vec_push(j->a, &page->ops, placed_op(&p, over->pages.at[from].ops.at[i]));
}
