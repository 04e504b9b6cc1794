/* SPDX-License-Identifier: MIT */
/* proof/rules.c — catalog, metadata, pages, links and fonts of a file that was read back. */
#include "base/arena.h"
#include "base/utf8.h"
#include "proof/reader.h"

static bool has(struct str s, struct str part)
{
    return str_find(s, part, 0) < s.n;
}

/* What stands between <name> and </name>; empty where that is not there. */
static struct str element_of(struct str xml, struct str open)
{
    size_t at = str_find(xml, open, 0);
    if (at == xml.n)
        return (struct str){NULL, 0};
    size_t from = at + open.n;
    return str_trim(str_sub(xml, from, str_find_byte(xml, '<', from)));
}

static void check_metadata(struct reader *r)
{
    struct node metadata = node_at(r->catalog, "/Metadata");
    struct str xmp = node_stream(r->a, metadata);
    struct str part = element_of(xmp, S("<pdfaid:part>"));
    if (str_empty(xmp)) {
        found(r, "metadata: there are none");
        return;
    }
    r->ua = str_eq(element_of(xmp, S("<pdfuaid:part>")), S("1"));
    r->pdfa = !str_empty(part);
    r->part = r->pdfa ? part.p[0] - '0' : 0;
    if (r->ua && r->pdfa && !has(xmp, S("<pdfaExtension:schemas>")))
        found(r, "metadata: nothing describes pdfuaid, which PDF/A asks for");
    if ((r->ua || r->pdfa) && node_kind(node_at(metadata, "/Filter")) != NODE_NONE)
        found(r, "metadata: they are compressed");
    if (r->ua && !has(xmp, S("<dc:title>")))
        found(r, "metadata: there is no title");
}

static void check_intent(struct reader *r)
{
    struct node intent = node_item(node_at(r->catalog, "/OutputIntents"), 0);
    struct node profile = node_at(intent, "/DestOutputProfile");
    if (!node_is(node_at(intent, "/S"), "GTS_PDFA1") ||
        node_int(node_at(profile, "/N")) != 3)
        found(r, "catalog: PDF/A without an output intent of three colours");
    if (node_kind(node_at(doc_trailer(r->doc), "/Encrypt")) != NODE_NONE)
        found(r, "file: PDF/A that is encrypted");
    if (node_count(node_at(doc_trailer(r->doc), "/ID")) != 2)
        found(r, "file: PDF/A without an ID");
    struct node files = node_at(node_at(r->catalog, "/Names"), "/EmbeddedFiles");
    if (r->part < 3 && node_kind(files) != NODE_NONE)
        found(r, "catalog: PDF/A-%d with an attached file", r->part);
}

void check_catalog(struct reader *r)
{
    check_metadata(r);
    if (node_text(r->a, node_at(r->catalog, "/Lang")).n == 0)
        found(r, "catalog: no language");
    if (!node_true(node_at(node_at(r->catalog, "/MarkInfo"), "/Marked")))
        found(r, "catalog: it is not marked as tagged");
    if (!node_true(node_at(node_at(r->catalog, "/ViewerPreferences"), "/DisplayDocTitle")))
        found(r, "catalog: viewers show the name of the file, not the title");
    if (node_kind(node_at(r->catalog, "/OpenAction")) != NODE_NONE)
        found(r, "catalog: something happens when it is opened");
    if (r->pdfa)
        check_intent(r);
}

/* --- pages ----------------------------------------------------------------------------------- */

static void check_link(struct reader *r, struct node link, int page)
{
    struct node parent = node_at(link, "/StructParent");
    if (!node_is(node_at(link, "/Subtype"), "Link"))
        found(r, "page %d: an annotation that is no link", page + 1);
    if (node_text(r->a, node_at(link, "/Contents")).n == 0)
        found(r, "page %d: a link without words", page + 1);
    if (r->ua && node_kind(parent) != NODE_NUMBER)
        found(r, "page %d: a link outside the structure", page + 1);
    if (r->pdfa && node_int(node_at(link, "/F")) != 4)
        found(r, "page %d: a link that is hidden or not printed", page + 1);
}

static void check_page(struct reader *r, int index)
{
    struct node page = r->pages.at[index], links = node_at(page, "/Annots");
    if (!node_is(node_at(page, "/Tabs"), "S"))
        found(r, "page %d: the tab order is not the structure's", index + 1);
    for (int i = 0; i < node_count(links); i++)
        check_link(r, node_item(links, i), index);
}

void check_pages(struct reader *r)
{
    for (size_t i = 0; i < r->pages.n; i++)
        check_page(r, (int)i);
}

/* --- fonts ----------------------------------------------------------------------------------- */

static bool is_embedded(struct node font)
{
    static const char *const programs[] = {"/FontFile2", "/FontFile3"};
    struct node below = node_item(node_at(font, "/DescendantFonts"), 0);
    for (size_t i = 0; i < countof(programs); i++)
        if (node_kind(node_at(node_at(below, "/FontDescriptor"), programs[i])) ==
            NODE_STREAM)
            return true;
    return false;
}

/* Ligatures, private characters and the mark of what is not known: no word that anybody looks
 * for. */
static bool is_strange(uint32_t c)
{
    return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD ||
           c == 0;
}

void check_fonts(struct reader *r)
{
    for (size_t i = 0; i < r->fonts.n; i++) {
        const struct typeface *font = &r->fonts.at[i];
        if (!is_embedded(doc_object(r->doc, font->id)))
            found(r, "fonts: %.*s is not embedded", STR(font->name));
        if (font->silent)
            found(r, "fonts: a code of %.*s says nothing", STR(font->name));
        if (font->notdef)
            found(r, "fonts: %.*s shows a glyph for characters it lacks", STR(font->name));
    }
    struct str text = reader_text(r);
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        if (is_strange(c)) {
            found(r, "text: U+%04x comes out", (unsigned)c);
            return;
        }
    }
}
