/* SPDX-License-Identifier: MIT */
/* out/pdf/page.c — pages: their contents, annotations and resources. */
#include "base/arena.h"
#include "out/pdf/content.h"
#include "out/put.h"

/* The language that an element inherits. */
static struct str lang_of(const struct pdf *pdf, uint32_t tag)
{
    if (tag > TAG_REAL_MAX)
        return pdf->display->lang;
    for (const struct tag *t = pdf->display->tags.at[tag]; t; t = t->parent)
        if (!str_empty(t->lang))
            return t->lang;
    return pdf->display->lang;
}

static void put_image(struct content *c, const struct op *op)
{
    struct picture *picture = &c->pdf->pictures[op->image];
    struct strbuf *b = &c->out;
    content_end_text(c);
    content_open(c, (struct aside){0});
    strbuf_put(b, S("q "));
    put_length(b, op->w);
    strbuf_put(b, S("0 0 "));
    put_length(b, op->h);
    put_length(b, op->x);
    put_length(b, pdf_y(c->page, op->y + op->h));
    strbuf_put(b, S("cm "));
    const int *m = picture->matrix;
    if (m[0] != 1 || m[3] != 1)
        strbuf_fmt(b, "%d %d %d %d %d %d cm ", m[0], m[1], m[2], m[3], m[4], m[5]);
    strbuf_fmt(b, "/I%u Do Q\n", op->image);
    c->sheet->alpha |= picture->alpha;
}

/* --- links ----------------------------------------------------------------------------------- */

static void put_target(struct strbuf *b, struct str url)
{
    if (url.p[0] == '#') {
        strbuf_put(b, S("/Dest"));
        put_text(b, str_sub(url, 1, url.n));
        return;
    }
    strbuf_put(b, S("/A<</S/URI/URI"));
    put_uri(b, url);
    strbuf_put(b, S(">>"));
}

static void put_link(struct content *c, const struct op *op)
{
    struct pdf *pdf = c->pdf;
    struct object *link = haru_object(pdf->haru);
    struct strbuf *b = &link->body;
    strbuf_put(b, S("/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["));
    put_length(b, op->x);
    put_length(b, pdf_y(c->page, op->y + op->h));
    put_length(b, op->x + op->w);
    put_length(b, pdf_y(c->page, op->y));
    strbuf_put(b, S("]/Contents"));
    put_text(b, str_empty(op->text) ? op->url : op->text);
    put_target(b, op->url);
    if (op->tag <= TAG_REAL_MAX) { /* keys of the parent tree: pages first, then links */
        strbuf_fmt(b, "/StructParent %zu", pdf->display->pages.n + pdf->link_owners.n);
        vec_push(pdf->a, &pdf->link_owners, op->tag);
    }
    vec_push(pdf->a, &c->sheet->links, link);
}

/* --- pages ----------------------------------------------------------------------------------- */

static const struct tag *whole_of(const struct pdf *pdf, uint32_t tag)
{
    return tag > TAG_REAL_MAX ? NULL : tree_whole(&pdf->tree, pdf->display->tags.at[tag]);
}

/* The words of the runs up to the end of the tag that begins at op `i`; empty where they are no
 * single line, or some run from right to left, as poppler would turn them around. */
static struct str running_words(const struct content *c, size_t i)
{
    struct strbuf b = strbuf_at(c->pdf->a);
    const struct op *before = NULL;
    for (i++; c->page->ops.at[i].kind != OP_TAG_END; i++) {
        const struct op *op = &c->page->ops.at[i];
        if (op->kind != OP_GLYPHS)
            continue;
        if (op->piece.rtl || (before && before->y != op->y))
            return (struct str){NULL, 0};
        if (before && op->x - before->x - before->piece.width > op->piece.size / 8)
            strbuf_putc(&b, ' ');
        strbuf_put(&b, op->piece.text);
        before = op;
    }
    return str_trim(strbuf_str(&b));
}

static void put_op(struct content *c, size_t i)
{
    const struct op *op = &c->page->ops.at[i];
    switch (op->kind) {
    case OP_GLYPHS:
        content_glyphs(c, op, &c->sheet->spellings[i]);
        break;
    case OP_PATH:
        content_path(c, op);
        break;
    case OP_IMAGE:
        put_image(c, op);
        break;
    case OP_LINK:
        put_link(c, op);
        break;
    case OP_TAG_BEGIN:
        content_whole(c, whole_of(c->pdf, op->tag));
        c->tag = op->tag;
        c->tag_lang = lang_of(c->pdf, op->tag);
        if (op->tag == TAG_PAGINATION) {
            c->running = running_words(c, i);
            c->running_y = c->page->ops.at[i + 1].y;
        }
        break;
    case OP_TAG_END:
        content_close(c);
        break;
    }
}

static struct str contents_of(struct pdf *pdf, size_t index)
{
    struct content c = {
        .pdf = pdf,
        .page = &pdf->display->pages.at[index],
        .sheet = &pdf->pages[index],
        .out = strbuf_at(pdf->a),
        .line_width = PT(1),
        .expansion = 1000,
        .font = UINT32_MAX,
    };
    size_t begun = 0;
    c.sheet->mcids = arena_many(pdf->a, c.page->ops.n, struct mcids);
    for (size_t i = 0; i < c.page->ops.n; i++) {
        enum op_kind kind = c.page->ops.at[i].kind;
        put_op(&c, i);
        uint32_t count = (uint32_t)c.sheet->owners.n;
        if (kind == OP_TAG_BEGIN) {
            begun = i;
            c.sheet->mcids[i] = (struct mcids){count, count};
        }
        c.sheet->mcids[begun].end = count;
        if (kind == OP_LINK)
            c.sheet->mcids[i].first = (uint32_t)c.sheet->links.n - 1;
    }
    content_whole(&c, NULL);
    return strbuf_str(&c.out);
}

/* A box `edge` [mpt] beyond where the sheet is cut; ISO 32000-1, 14.11.2. */
static void put_box(struct strbuf *b, const char *name, const struct display_page *page,
                    mpt edge)
{
    const struct rect *cut = &page->cut;
    const mpt sides[] = {cut->x - edge, page->height - cut->y - cut->h - edge,
                         cut->x + cut->w + edge, page->height - cut->y + edge};
    strbuf_fmt(b, "/%s[", name);
    for (size_t i = 0; i < countof(sides); i++) {
        if (i)
            strbuf_putc(b, ' ');
        put_length(b, sides[i]);
    }
    strbuf_putc(b, ']');
}

static void put_cut(struct strbuf *b, const struct display_page *page)
{
    if (page->cut.w <= 0)
        return;
    put_box(b, "TrimBox", page, 0);
    put_box(b, "BleedBox", page, page->bleed);
}

static void write_page(struct pdf *pdf, size_t index)
{
    const struct display_page *page = &pdf->display->pages.at[index];
    struct sheet_page *sheet = &pdf->pages[index];
    object_fill(sheet->contents, pdf->z, pdf->a, contents_of(pdf, index));
    struct strbuf *b = &sheet->page->body;
    strbuf_put(b, S("/MediaBox[0 0 "));
    put_length(b, page->width);
    put_length(b, page->height);
    strbuf_put(b, S("]"));
    put_cut(b, page);
    strbuf_put(b, S("/Resources "));
    put_ref(b, pdf->resources);
    strbuf_fmt(b, "/Tabs/S/StructParents %zu", index);
    if (sheet->alpha)
        strbuf_put(b, S("/Group<</S/Transparency/CS/DeviceRGB>>"));
    if (sheet->links.n == 0)
        return;
    strbuf_put(b, S("/Annots["));
    for (size_t i = 0; i < sheet->links.n; i++)
        put_ref(b, sheet->links.at[i]);
    strbuf_putc(b, ']');
}

/* One dictionary for all pages: a study has one set of fonts. */
static void write_resources(struct pdf *pdf)
{
    struct strbuf *b = &pdf->resources->body;
    if (pdf->display->faces.n > 0)
        strbuf_put(b, S("/Font<<"));
    for (size_t i = 0; i < pdf->display->faces.n; i++) {
        for (size_t k = 0; k < pdf->fonts[i].voices.n; k++) {
            strbuf_fmt(b, k ? "/F%zuv%zu " : "/F%zu ", i, k);
            put_ref(b, pdf->fonts[i].voices.at[k].type0);
        }
    }
    strbuf_put(b, pdf->display->faces.n > 0 ? S(">>") : S(""));
    if (pdf->display->images.n == 0)
        return;
    strbuf_put(b, S("/XObject<<"));
    for (size_t i = 0; i < pdf->display->images.n; i++) {
        strbuf_fmt(b, "/I%zu ", i);
        put_ref(b, pdf->pictures[i].object);
    }
    strbuf_put(b, S(">>"));
}

void pdf_pages(struct pdf *pdf)
{
    write_resources(pdf);
    for (size_t i = 0; i < pdf->display->pages.n; i++)
        write_page(pdf, i);
}
