/* SPDX-License-Identifier: MIT */
/* out/claims.c — what a document cannot claim, and why. */
#include "base/arena.h"
#include "out/backend.h"

/* What is found out about the claims of one document. */
struct claims {
    const struct display *display;
    struct out_options *options;
    struct diags *d;
};

static bool claims_any(const struct out_options *o)
{
    return o->ua || o->a1 || o->a2 || o->a3;
}

/* Empty where none is claimed. */
static struct str pdf_a(const struct out_options *o)
{
    if (o->a1)
        return S("PDF/A-1b");
    if (o->a3)
        return o->level_u ? S("PDF/A-3u") : S("PDF/A-3a");
    if (o->a2)
        return o->level_u ? S("PDF/A-2u") : S("PDF/A-2a");
    return S("");
}

/* Keep no more than `kept`, and report what is lost by that, if anything. */
static void keep(struct claims *c, struct out_options kept, struct span span,
                 const char *why)
{
    struct str before = pdf_a(c->options);
    bool ua = c->options->ua && !kept.ua, a = !str_eq(before, pdf_a(&kept));
    *c->options = kept;
    if (ua || a)
        diag_push(c->d, D_O0104, span, "%s, so the PDF cannot claim %s%s%.*s", why,
                  ua ? "PDF/UA-1" : "", ua && a ? " and " : "", STR(a ? before : S("")));
}

/* Level U asks nothing of the structure. */
static void drop_structure(struct claims *c, struct span span, const char *why)
{
    struct out_options kept = *c->options;
    kept.ua = false;
    kept.level_u = true;
    keep(c, kept, span, why);
}

/* .notdef must not be shown, says PDF/UA-1, 7.21.8, and so does ISO 19005-2, 6.2.11.8; a
 * stand-in would be no better. The room `text` has reported the character and the fonts
 * that were tried (T0103). */
static void check_glyphs(struct claims *c, const struct op *op)
{
    bool missing = op->piece.missing;
    for (uint32_t i = 0; i < op->piece.glyph_count; i++)
        missing |= op->piece.glyphs[i].id == 0;
    struct out_options kept = *c->options;
    kept.ua = kept.a1 = kept.a2 = kept.a3 = false;
    if (missing)
        keep(c, kept, op->piece.stretch->span, "a character has no glyph");
}

/* A link follows the words that it lies on. */
static void check_page(struct claims *c, const struct display_page *page)
{
    struct span words = {0};
    for (size_t i = 0; i < page->ops.n; i++) {
        const struct op *op = &page->ops.at[i];
        if (op->kind == OP_GLYPHS) {
            words = op->piece.stretch->span;
            check_glyphs(c, op);
        }
        if (op->kind == OP_LINK && op->tag > TAG_REAL_MAX)
            drop_structure(c, words, "a link belongs to no text");
    }
}

/* Headings begin with the first level and leave none out (PDF/UA-1, 7.4.2): a study without a title,
 * in a layout that sets nothing in its place, does not. */
static void check_heading(struct claims *c, const struct tag *tag, int *level)
{
    int own = (int)tag->role - TAG_H1 + 1;
    if (tag->role < TAG_H1 || tag->role > TAG_H4)
        return;
    if (own > *level + 1)
        drop_structure(c, tag->span, "a level of headings is left out");
    *level = own;
}

static void check_tags(struct claims *c)
{
    int level = 0;
    for (size_t i = 0; i < c->display->tags.n; i++) {
        const struct tag *tag = c->display->tags.at[i];
        check_heading(c, tag, &level);
        if (tag->role == TAG_FIGURE && str_empty(tag->alt) && str_empty(tag->actual))
            drop_structure(c, tag->span, "a picture has no description");
    }
}

void out_claims(const struct display *display, struct out_options *options, struct diags *d)
{
    struct claims c = {display, options, d};
    if (!claims_any(options))
        return;
    struct out_options untitled = *options;
    untitled.ua = false;
    if (str_empty(display->title))
        keep(&c, untitled, (struct span){0}, "the document has no title");
    for (size_t i = 0; i < display->pages.n; i++)
        check_page(&c, &display->pages.at[i]);
    check_tags(&c);
}
