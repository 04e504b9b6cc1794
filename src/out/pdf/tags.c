/* SPDX-License-Identifier: MIT */
/* out/pdf/tags.c — the structure tree, and the way back to it from pages and links. */
#include <stdlib.h>

#include "base/arena.h"
#include "out/pdf/pdf.h"
#include "out/put.h"

/* --- attributes ------------------------------------------------------------------------------ */

static void put_cell(struct strbuf *b, const struct tag *tag)
{
    bool plain = tag->scope == SCOPE_NONE && tag->columns <= 1 && tag->rows <= 1;
    if (plain)
        return;
    strbuf_put(b, S("/A<</O/Table"));
    if (tag->scope != SCOPE_NONE)
        strbuf_put(b, tag->scope == SCOPE_ROW ? S("/Scope/Row") : S("/Scope/Column"));
    if (tag->columns > 1)
        strbuf_fmt(b, "/ColSpan %d", tag->columns);
    if (tag->rows > 1)
        strbuf_fmt(b, "/RowSpan %d", tag->rows);
    strbuf_put(b, S(">>"));
}

static void put_list(struct strbuf *b, const struct tag *tag)
{
    static const char *const names[] = {"None", "Disc", "Decimal"};
    strbuf_fmt(b, "/A<</O/List/ListNumbering/%s>>", names[tag->numbering]);
}

static void put_figure(struct strbuf *b, const struct pdf *pdf, const struct tag *tag)
{
    const struct element *element = &pdf->tree.elements[tag->number];
    strbuf_put(b, S("/A<</O/Layout/Placement/Block"));
    if (element->boxed) {
        const struct display_page *page = &pdf->display->pages.at[element->page];
        struct rect box = element->box;
        strbuf_put(b, S("/BBox["));
        put_length(b, box.x);
        put_length(b, pdf_y(page, box.y + box.h));
        put_length(b, box.x + box.w);
        put_length(b, pdf_y(page, box.y));
        strbuf_putc(b, ']');
    }
    strbuf_put(b, S(">>"));
}

static void put_attributes(struct strbuf *b, const struct pdf *pdf, const struct tag *tag)
{
    if (tag->role == TAG_TH || tag->role == TAG_TD)
        put_cell(b, tag);
    else if (tag->role == TAG_L)
        put_list(b, tag);
    else if (tag->role == TAG_FIGURE)
        put_figure(b, pdf, tag);
}

/* --- elements -------------------------------------------------------------------------------- */

/* Page of the element's first own content: marked-content numbers alone speak of that one. */
static const struct object *home_of(const struct pdf *pdf, const struct element *element)
{
    for (size_t i = 0; i < element->kids.n; i++)
        if (element->kids.at[i].kind != KID_TAG)
            return pdf->pages[element->kids.at[i].page].page;
    return NULL;
}

static void put_content(struct strbuf *b, const struct pdf *pdf, const struct kid *kid,
                        const struct object *home)
{
    const struct sheet_page *page = &pdf->pages[kid->page];
    struct mcids mcids = page->mcids[kid->index];
    for (uint32_t i = mcids.first; i < mcids.end; i++) {
        if (page->page == home) {
            strbuf_fmt(b, "%u ", i);
            continue;
        }
        strbuf_put(b, S("<</Type/MCR/Pg "));
        put_ref(b, page->page);
        strbuf_fmt(b, "/MCID %u>>", i);
    }
}

static const struct object *annotation(const struct pdf *pdf, const struct kid *kid)
{
    const struct sheet_page *page = &pdf->pages[kid->page];
    return page->links.at[page->mcids[kid->index].first];
}

static void put_kid(struct strbuf *b, const struct pdf *pdf, const struct kid *kid,
                    const struct object *home)
{
    switch (kid->kind) {
    case KID_TAG:
        put_ref(b, pdf->elements[kid->index]);
        break;
    case KID_CONTENT:
        put_content(b, pdf, kid, home);
        break;
    case KID_LINK:
        strbuf_put(b, S("<</Type/OBJR/Obj "));
        put_ref(b, annotation(pdf, kid));
        strbuf_put(b, S("/Pg "));
        put_ref(b, pdf->pages[kid->page].page);
        strbuf_put(b, S(">>"));
        break;
    }
}

/* A link without an annotation (its place is missing) is only words. */
static const char *type_of(const struct tag *tag, const struct element *element)
{
    bool linked = false;
    for (size_t i = 0; i < element->kids.n; i++)
        linked |= element->kids.at[i].kind == KID_LINK;
    return tag_name(tag->role == TAG_LINK && !linked ? TAG_SPAN : tag->role);
}

/* Every note has to have a name of its own. */
static struct str id_of(struct arena *a, const struct tag *tag)
{
    if (tag->role == TAG_NOTE)
        return str_fmt(a, "note.%u", tag->number);
    return (struct str){0};
}

static void write_element(struct pdf *pdf, const struct object *root, uint32_t index)
{
    const struct tag *tag = pdf->display->tags.at[index];
    const struct element *element = &pdf->tree.elements[index];
    struct strbuf *b = &pdf->elements[index]->body;
    strbuf_fmt(b, "/Type/StructElem/S/%s/P ", type_of(tag, element));
    put_ref(b, index ? pdf->elements[tag->parent->number] : root);
    const struct object *home = home_of(pdf, element);
    if (home) {
        strbuf_put(b, S("/Pg "));
        put_ref(b, home);
    }
    put_key_text(b, "Alt", tag->alt);
    if (!tree_says_all(tag) &&
        !tree_is_drawing(&pdf->tree, tag)) /* marked content says it */
        put_key_text(b, "ActualText", tag->actual);
    put_key_text(b, "Lang", tag->lang);
    put_key_text(b, "T", index ? tag->title : (struct str){0});
    put_key_text(b, "ID", id_of(pdf->a, tag));
    put_attributes(b, pdf, tag);
    strbuf_put(b, S("/K["));
    for (size_t i = 0; i < element->kids.n; i++)
        put_kid(b, pdf, &element->kids.at[i], home);
    strbuf_putc(b, ']');
}

/* --- trees ----------------------------------------------------------------------------------- */

#define LEAF 64 /* keys of one node of a number tree */

static void put_key(struct strbuf *b, const struct pdf *pdf, size_t key)
{
    size_t pages = pdf->display->pages.n;
    strbuf_fmt(b, "%zu ", key);
    if (key >= pages) {
        put_ref(b, pdf->elements[pdf->link_owners.at[key - pages]]);
        return;
    }
    strbuf_putc(b, '[');
    for (size_t i = 0; i < pdf->pages[key].owners.n; i++)
        put_ref(b, pdf->elements[pdf->pages[key].owners.at[i]]);
    strbuf_putc(b, ']');
}

static void put_keys(struct strbuf *b, const struct pdf *pdf, size_t from, size_t to)
{
    strbuf_put(b, S("/Nums["));
    for (size_t key = from; key < to; key++)
        put_key(b, pdf, key);
    strbuf_putc(b, ']');
}

/* From pages and annotations to their elements. */
static struct object *parent_tree(struct pdf *pdf, size_t keys)
{
    struct object *tree = haru_object(pdf->haru);
    if (keys <= LEAF) {
        put_keys(&tree->body, pdf, 0, keys);
        return tree;
    }
    strbuf_put(&tree->body, S("/Kids["));
    for (size_t from = 0; from < keys; from += LEAF) {
        size_t to = keys - from < LEAF ? keys : from + LEAF;
        struct object *leaf = haru_object(pdf->haru);
        strbuf_fmt(&leaf->body, "/Limits[%zu %zu]", from, to - 1);
        put_keys(&leaf->body, pdf, from, to);
        put_ref(&tree->body, leaf);
    }
    strbuf_putc(&tree->body, ']');
    return tree;
}

struct named {
    struct str id;
    const struct object *object;
};

static int by_id(const void *one, const void *other)
{
    return str_cmp(((const struct named *)one)->id, ((const struct named *)other)->id);
}

/* The names of notes, in order of their bytes. */
static void put_id_tree(struct pdf *pdf, struct strbuf *b)
{
    struct named *named = arena_many(pdf->a, pdf->display->tags.n, struct named);
    size_t n = 0;
    for (uint32_t i = 0; i < pdf->display->tags.n; i++) {
        struct str id = id_of(pdf->a, pdf->display->tags.at[i]);
        if (!str_empty(id))
            named[n++] = (struct named){id, pdf->elements[i]};
    }
    if (n == 0)
        return;
    qsort(named, n, sizeof *named, by_id);
    strbuf_put(b, S("/IDTree<</Names["));
    for (size_t i = 0; i < n; i++) {
        put_text(b, named[i].id);
        put_ref(b, named[i].object);
    }
    strbuf_put(b, S("]>>"));
}

void pdf_tags(struct pdf *pdf)
{
    size_t n = pdf->display->tags.n;
    struct object *root = haru_object(pdf->haru);
    pdf->elements = arena_many(pdf->a, n, struct object *);
    for (size_t i = 0; i < n; i++)
        pdf->elements[i] = haru_object(pdf->haru);
    for (size_t i = 0; i < n; i++)
        write_element(pdf, root, (uint32_t)i);
    size_t keys = pdf->display->pages.n + pdf->link_owners.n;
    struct strbuf *b = &root->body;
    strbuf_put(b, S("/Type/StructTreeRoot/K["));
    put_ref(b, pdf->elements[0]);
    strbuf_put(b, S("]/ParentTree "));
    put_ref(b, parent_tree(pdf, keys));
    strbuf_fmt(b, "/ParentTreeNextKey %zu", keys);
    put_id_tree(pdf, b);
    strbuf_put(&pdf->catalog->body, S("/MarkInfo<</Marked true>>/StructTreeRoot "));
    put_ref(&pdf->catalog->body, root);
}
