/* SPDX-License-Identifier: MIT */
/* out/pdf/told.c — what glyphs say beside what they show: the rest of a cut word, what
 * stood between labels. */
#include "out/pdf/pdf.h"

#include "base/arena.h"
#include "base/utf8.h"

/* Of a word that goes on in the next line the first part says all, and the rest says spaces. That
 * could be left to ActualText, but MuPDF, pdf.js and most programs that read a résumé pass over it,
 * and give two pieces for a word: so the last glyph of the first part, mostly the hyphen, has a code
 * that says what is to come. Where no code can, ActualText does. */

/* Neighbouring runs [first, end) that together say `*actual`. */
struct telling {
    size_t first, end;
    struct str rest; /* of the word, behind their own texts */
    bool whole;      /* the word begins with their own texts */
};

static bool belongs(const struct op *op, const struct str *actual)
{
    return op->kind == OP_GLYPHS && op->actual == actual;
}

static struct telling telling_at(const struct display_page *page, size_t i)
{
    const struct str *actual = page->ops.at[i].actual;
    struct telling group = {.first = i, .end = i, .whole = true};
    size_t n = 0;
    for (; group.end < page->ops.n && belongs(&page->ops.at[group.end], actual);
         group.end++) {
        struct str own = page->ops.at[group.end].piece.text;
        group.whole &= str_eq(str_sub(*actual, n, n + own.n), own);
        n += own.n;
    }
    group.rest = str_sub(*actual, n, actual->n);
    return group;
}

static bool is_silent(const struct op *op)
{
    return str_eq(*op->actual, S(" "));
}

static struct spelling spell(struct pdf *pdf, const struct op *op)
{
    struct font *font = &pdf->fonts[op->font];
    bool silent = op->actual && is_silent(op) && font_has_aliases(font);
    return silent ? font_spell_silent(pdf->a, font, &op->piece)
                  : font_spell(pdf->a, font, &op->piece);
}

/* Let the runs [first, end) say `more` behind their own texts; false, and they say their own, where
 * their codes cannot. */
static bool spell_more(struct pdf *pdf, const struct op *ops, struct spelling *spellings,
                       struct telling group)
{
    struct str more = group.rest;
    bool can = true;
    for (size_t i = group.end; i-- > group.first && can && !str_empty(more);)
        can = font_spell_more(pdf->a, &pdf->fonts[ops[i].font], &ops[i].piece,
                              &spellings[i], &more);
    if (can && str_empty(more))
        return true;
    for (size_t i = group.first; i < group.end; i++)
        spellings[i] = spell(pdf, &ops[i]);
    return false;
}

static void spell_group(struct pdf *pdf, const struct display_page *page,
                        struct spelling *spellings, struct telling group)
{
    for (size_t i = group.first; i < group.end; i++)
        spellings[i] = spell(pdf, &page->ops.at[i]);
    if (is_silent(&page->ops.at[group.first]) || !group.whole)
        return;
    bool told = spell_more(pdf, page->ops.at, spellings, group);
    for (size_t i = group.first; i < group.end; i++)
        spellings[i].told = told;
}

/* --- drawings -------------------------------------------------------------------------------- */

/* Labels of a drawing stand apart, and what the author wrote between them is drawn as lines. So
 * each label says that as well, and who passes over the replacement text still gets his line. */
struct labels {
    const struct str *line; /* NULL: not in a drawing */
    size_t at;              /* how far it is said */
    size_t last;            /* run that said the end of it; SIZE_MAX: none yet */
};

static struct labels labels_of(const struct pdf *pdf, const struct op *begin)
{
    const struct tag *tag =
        begin->tag <= TAG_REAL_MAX ? pdf->display->tags.at[begin->tag] : NULL;
    bool drawing = tag && tree_is_drawing(&pdf->tree, tag);
    return (struct labels){drawing ? &tag->actual : NULL, 0, SIZE_MAX};
}

/* What stands between run `i` and the label before it becomes part of that label. */
static void join_label(struct pdf *pdf, const struct display_page *page,
                       struct spelling *spellings, struct labels *labels, size_t i)
{
    struct str text = str_trim(page->ops.at[i].piece.text), line = *labels->line;
    size_t found = str_find(line, text, labels->at);
    if (str_empty(text) || found == line.n)
        return;
    struct telling before = {labels->last, labels->last + 1,
                             str_sub(line, labels->at, found), true};
    if (labels->last != SIZE_MAX)
        (void)spell_more(pdf, page->ops.at, spellings, before);
    labels->at = found + text.n;
    labels->last = i;
}

/* The same of a label whose word goes on in its next line; what stands behind it is left out. */
static void pass_label(struct labels *labels, struct str word)
{
    size_t found = str_find(*labels->line, word, labels->at);
    if (found < labels->line->n)
        labels->at = found + word.n;
    labels->last = SIZE_MAX;
}

/* --- heads ----------------------------------------------------------------------------------- */

static bool is_head(const struct pdf *pdf, uint32_t tag)
{
    enum tag_role role =
        tag <= TAG_REAL_MAX ? pdf->display->tags.at[tag]->role : TAG_DOCUMENT;
    return role >= TAG_H1 && role <= TAG_H4;
}

/* The first run behind the content that ends at op `i`; NULL: none on this page. */
static const struct op *run_behind(const struct display_page *page, size_t i)
{
    while (i < page->ops.n && page->ops.at[i].kind != OP_GLYPHS)
        i++;
    return i < page->ops.n ? &page->ops.at[i] : NULL;
}

static bool is_run(const struct op *op)
{
    return op->kind == OP_GLYPHS;
}

/* Spaces alone, such as the one behind a head that runs into its text. */
static bool is_blank(const struct op *op)
{
    struct str text = is_run(op) ? op->piece.text : S("x");
    bool blank = true;
    for (size_t i = 0; i < text.n && blank;) {
        uint32_t c = utf8_next(text, &i);
        blank = c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A);
    }
    return blank;
}

/* A head that hangs in the margin stands on the first line of its text, and one set tight stands so
 * near above it that pdf.js takes the two for one line: so the head says that its line ends. */
static void end_head(struct pdf *pdf, const struct display_page *page,
                     struct spelling *spellings, size_t end)
{
    const struct op *last = &page->ops.at[end - 1], *next = run_behind(page, end);
    for (; is_blank(last) && is_run(last - 1); end--) /* behind the last word, on its own */
        last--;
    if (last->kind != OP_GLYPHS || last->actual || !next)
        return;
    mpt step = next->y - last->y, near = 2 * last->piece.size;
    if (step > -near && step < near)
        (void)spell_more(pdf, page->ops.at, spellings,
                         (struct telling){end - 1, end, S("\n"), true});
}

/* --- labels of items ------------------------------------------------------------------------- */

/* A label that is drawn, such as a box to tick, has a blank that says what it stands for. */
static void say_label(struct pdf *pdf, const struct op *op, uint32_t tag,
                      struct spelling *spelling)
{
    const struct tag *t = tag <= TAG_REAL_MAX ? pdf->display->tags.at[tag] : NULL;
    if (!t || t->role != TAG_LBL || str_empty(t->actual) || op->piece.glyph_count != 1)
        return;
    struct spelled code =
        font_say(pdf->a, &pdf->fonts[op->font], op->piece.glyphs[0].id, t->actual);
    if (!code.lost)
        spelling->glyphs[0] = code;
}

/* --- pages ----------------------------------------------------------------------------------- */

void pdf_spell(struct pdf *pdf, size_t index)
{
    const struct display_page *page = &pdf->display->pages.at[index];
    struct spelling *spellings = arena_many(pdf->a, page->ops.n, struct spelling);
    struct labels labels = {NULL, 0, SIZE_MAX};
    uint32_t tag = TAG_ARTIFACT;
    for (size_t i = 0; i < page->ops.n; i++) {
        const struct op *op = &page->ops.at[i];
        if (op->kind == OP_TAG_BEGIN) {
            labels = labels_of(pdf, op);
            tag = op->tag;
        }
        if (op->kind == OP_TAG_END && i > 0 && is_head(pdf, tag))
            end_head(pdf, page, spellings, i);
        if (op->kind != OP_GLYPHS)
            continue;
        if (op->actual) {
            struct telling group = telling_at(page, i);
            spell_group(pdf, page, spellings, group);
            if (labels.line)
                pass_label(&labels, *op->actual);
            i = group.end - 1;
            continue;
        }
        spellings[i] = spell(pdf, op);
        say_label(pdf, op, tag, &spellings[i]);
        if (labels.line)
            join_label(pdf, page, spellings, &labels, i);
    }
    pdf->pages[index].spellings = spellings;
}
