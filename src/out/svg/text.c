/* SPDX-License-Identifier: MIT */
/* out/svg/text.c — the words of a page above its outlines: unseen, but found, selected and read aloud.
 *
 * Outlines are no text to a browser. So each run stands there again as <text>, stretched to the width
 * that the page gives it, with nothing painted. Headings and figures say what they are. */
#include "base/arena.h"
#include "out/put.h"
#include "out/svg/svg.h"

/* --- links ------------------------------------------------------------------------------------- */

/* Schemes that would run what the address holds as soon as somebody follows it. */
static bool runs_code(struct str url)
{
    static const char *const schemes[] = {"javascript:", "vbscript:", "data:"};
    for (size_t i = 0; i < countof(schemes); i++)
        if (str_eq_nocase(str_sub(url, 0, str_from(schemes[i]).n), str_from(schemes[i])))
            return true;
    return false;
}

/* The address without characters that browsers pass over, which could hide a scheme. */
static struct str plain_url(struct arena *a, struct str url)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < url.n; i++)
        if ((unsigned char)url.p[i] > ' ')
            strbuf_putc(&b, url.p[i]);
    return strbuf_str(&b);
}

static struct str place_name(const struct svg *svg, const struct destination *place)
{
    uint64_t hash = str_hash(place->name, str_hash(svg->display->title, svg->index + 1));
    return svg_name(svg->a, hash);
}

/* What a link of this page may point to; empty where that is another page, which is another file. */
static struct str target_of(const struct svg *svg, struct str url)
{
    if (!str_starts(url, S("#"))) {
        url = plain_url(svg->a, url);
        return runs_code(url) ? S("") : url;
    }
    for (size_t i = 0; i < svg->display->destinations.n; i++) {
        const struct destination *place = &svg->display->destinations.at[i];
        if (place->page == svg->index && str_eq(place->name, str_sub(url, 1, url.n)))
            return str_join(svg->a, S("#"), place_name(svg, place));
    }
    return S("");
}

static void put_area(struct svg *svg, struct rect area)
{
    strbuf_put(svg->out, S("<rect fill=\"none\" pointer-events=\"all\""));
    svg_length(svg, "x", area.x);
    svg_length(svg, "y", area.y);
    svg_length(svg, "width", area.w);
    svg_length(svg, "height", area.h);
    strbuf_put(svg->out, S("/>"));
}

static void put_link(struct svg *svg, const struct op *op)
{
    struct str target = target_of(svg, op->url);
    if (str_empty(target))
        return;
    strbuf_put(svg->out, S("<a"));
    svg_text(svg, "xlink:href", target);
    if (target.p[0] != '#') /* not into the frame that a page may show us in */
        strbuf_put(svg->out, S(" target=\"_top\""));
    svg_text(svg, "aria-label", str_trim(str_empty(op->text) ? op->url : op->text));
    strbuf_putc(svg->out, '>');
    put_area(svg, (struct rect){op->x, op->y, op->w, op->h});
    strbuf_put(svg->out, S("</a>\n"));
}

/* Places of this page that links may point to. */
static void put_places(struct svg *svg)
{
    for (size_t i = 0; i < svg->display->destinations.n; i++) {
        const struct destination *place = &svg->display->destinations.at[i];
        if (place->page != svg->index)
            continue;
        strbuf_put(svg->out, S("<g"));
        svg_text(svg, "id", place_name(svg, place));
        strbuf_putc(svg->out, '>');
        put_area(svg, (struct rect){place->x, place->y, 1, 1});
        strbuf_put(svg->out, S("</g>\n"));
    }
}

/* --- words ------------------------------------------------------------------------------------- */

/* What `op` says; empty where the run before it said that, too. */
static struct str words_of(const struct op *op, const struct op *before)
{
    if (!op->actual)
        return op->piece.text;
    return before && before->actual == op->actual ? S("") : *op->actual;
}

static void put_run(struct svg *svg, const struct op *op, struct str words)
{
    const struct piece *piece = &op->piece;
    struct strbuf *b = svg->out;
    strbuf_put(b, S("<text"));
    svg_length(svg, "x", op->x + (piece->rtl ? piece->width : 0));
    svg_length(svg, "y", op->y);
    svg_length(svg, "font-size", piece->size);
    if (piece->width > 0) {
        svg_length(svg, "textLength", piece->width);
        strbuf_put(b, S(" lengthAdjust=\"spacingAndGlyphs\""));
    }
    if (piece->rtl)
        strbuf_put(b, S(" direction=\"rtl\""));
    if (!str_eq(piece->stretch->lang, svg->display->lang))
        svg_text(svg, "xml:lang", piece->stretch->lang);
    if (!str_empty(target_of(svg, piece->stretch->link)))
        strbuf_put(b, S(" aria-hidden=\"true\"")); /* its link says it */
    strbuf_putc(b, '>');
    put_xml(b, words);
    strbuf_put(b, S("</text>\n"));
}

static bool is_told(const struct tag *tag)
{
    return (tag->role >= TAG_H1 && tag->role <= TAG_H4) ||
           (tag->role == TAG_FIGURE && !str_empty(tag->alt));
}

/* What is said of the element `index`, or of what it stands in, by a group around its words; false
 * where they speak for themselves. */
static bool open_element(struct svg *svg, uint32_t index)
{
    if (index > TAG_REAL_MAX) {
        strbuf_put(svg->out, S("<g aria-hidden=\"true\">\n"));
        return true;
    }
    const struct tag *t = svg->display->tags.at[index];
    while (t && !is_told(t))
        t = t->parent;
    if (!t)
        return false;
    if (t->role == TAG_FIGURE) {
        strbuf_put(svg->out, S("<g role=\"img\""));
        svg_text(svg, "aria-label", t->alt);
        strbuf_put(svg->out, S(">\n"));
        return true;
    }
    strbuf_fmt(svg->out, "<g role=\"heading\" aria-level=\"%d\">\n",
               (int)t->role - (int)TAG_H1 + 1);
    return true;
}

/* A page's words while they are written. */
struct wording {
    struct svg *svg;
    uint32_t tag; /* of the TAG_BEGIN we are in */
    bool begun;   /* something of it was written */
    bool grouped; /* in a group of its own */
};

/* Groups without content would be read out as well, so each waits for its first word or
 * picture. */
static void begin(struct wording *w)
{
    if (!w->begun)
        w->grouped = open_element(w->svg, w->tag);
    w->begun = true;
}

static void end(struct wording *w)
{
    if (w->grouped)
        strbuf_put(w->svg->out, S("</g>\n"));
    w->begun = w->grouped = false;
}

static void put_words(struct wording *w, const struct op *op, const struct op *before)
{
    struct str words = str_trim_end(words_of(op, before));
    if (str_empty(words))
        return;
    begin(w);
    put_run(w->svg, op, words);
}

static void put_op(struct wording *w, size_t i)
{
    const struct op *op = &w->svg->page->ops.at[i];
    switch (op->kind) {
    case OP_GLYPHS:
        put_words(w, op, i > 0 ? op - 1 : NULL);
        break;
    case OP_TAG_BEGIN:
        w->tag = op->tag;
        break;
    case OP_TAG_END:
        end(w);
        break;
    case OP_LINK:
        put_link(w->svg, op);
        break;
    case OP_IMAGE:
        begin(w);
        break;
    case OP_PATH:
        break;
    }
}

void svg_words(struct svg *svg)
{
    struct wording w = {svg, TAG_ARTIFACT, false, false};
    strbuf_put(
        svg->out,
        S("<g fill-opacity=\"0\" font-family=\"sans-serif\" xml:space=\"preserve\">\n"));
    put_places(svg);
    for (size_t i = 0; i < svg->page->ops.n; i++)
        put_op(&w, i);
    strbuf_put(svg->out, S("</g>\n"));
}
