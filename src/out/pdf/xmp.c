/* SPDX-License-Identifier: MIT */
/* out/pdf/xmp.c — metadata as XMP, which says the same as the document information. */
#include "out/pdf/xmp.h"

#include "out/put.h"

/* --- dates ----------------------------------------------------------------------------------- */

struct date {
    int64_t year;
    int month, day, hour, minute, second;
};

static bool is_leap(int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

#define LATEST INT64_C(253402300799) /* the end of the year 9999 */

static struct date date_of(int64_t epoch)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    epoch = epoch < 0 ? 0 : epoch > LATEST ? LATEST : epoch;
    int64_t day = epoch / 86400;
    int second = (int)(epoch % 86400);
    struct date d = {1970, 0, 0, second / 3600, second / 60 % 60, second % 60};
    for (; day >= 365 + is_leap(d.year); d.year++)
        day -= 365 + is_leap(d.year);
    for (int n; day >= (n = days[d.month] + (d.month == 1 && is_leap(d.year))); d.month++)
        day -= n;
    d.month++;
    d.day = (int)day + 1;
    return d;
}

struct str date_pdf(struct arena *a, int64_t epoch)
{
    struct date d = date_of(epoch);
    return str_fmt(a, "D:%04d%02d%02d%02d%02d%02dZ", (int)d.year, d.month, d.day, d.hour,
                   d.minute, d.second);
}

struct str date_xmp(struct arena *a, int64_t epoch)
{
    struct date d = date_of(epoch);
    return str_fmt(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)d.year, d.month, d.day, d.hour,
                   d.minute, d.second);
}

/* --- packet ---------------------------------------------------------------------------------- */

struct str xmp_producer(struct pdf *pdf)
{
    struct str version = pdf->options->version;
    return str_fmt(pdf->a, "recto %.*s%s(libharu %s)", STR(version),
                   str_empty(version) ? "" : " ", haru_version());
}

static void open_description(struct strbuf *b, const char *prefix, const char *uri)
{
    strbuf_fmt(b, "<rdf:Description rdf:about=\"\" xmlns:%s=\"%s\">\n", prefix, uri);
}

static void close_description(struct strbuf *b)
{
    strbuf_put(b, S("</rdf:Description>\n"));
}

/* <name>value</name>, nothing where the value is empty. */
static void put_simple(struct strbuf *b, const char *name, struct str value)
{
    if (str_empty(value))
        return;
    strbuf_fmt(b, "<%s>", name);
    put_xml(b, value);
    strbuf_fmt(b, "</%s>\n", name);
}

/* The same as a container of one item: "Alt" of languages, "Seq", "Bag". */
static void put_item(struct strbuf *b, const char *name, const char *container,
                     struct str value)
{
    if (str_empty(value))
        return;
    bool alt = container[0] == 'A';
    strbuf_fmt(b, "<%s><rdf:%s><rdf:li%s>", name, container,
               alt ? " xml:lang=\"x-default\"" : "");
    put_xml(b, value);
    strbuf_fmt(b, "</rdf:li></rdf:%s></%s>\n", container, name);
}

static void put_dublin_core(struct strbuf *b, const struct display *display)
{
    struct str lang = display->lang;
    if (str_empty(lang))
        lang = S("en");
    open_description(b, "dc", "http://purl.org/dc/elements/1.1/");
    put_simple(b, "dc:format", S("application/pdf"));
    put_item(b, "dc:title", "Alt", display->title);
    put_item(b, "dc:creator", "Seq", display->author);
    put_item(b, "dc:description", "Alt", display->subject);
    put_item(b, "dc:language", "Bag", lang);
    close_description(b);
}

static void put_program(struct strbuf *b, struct pdf *pdf)
{
    int64_t epoch = pdf->options->epoch;
    struct str date = S("");
    if (epoch >= 0)
        date = date_xmp(pdf->a, epoch);
    open_description(b, "xmp", "http://ns.adobe.com/xap/1.0/");
    put_simple(b, "xmp:CreatorTool", XMP_CREATOR);
    put_simple(b, "xmp:CreateDate", date);
    put_simple(b, "xmp:ModifyDate", date);
    close_description(b);
    open_description(b, "pdf", "http://ns.adobe.com/pdf/1.3/");
    put_simple(b, "pdf:Producer", xmp_producer(pdf));
    put_simple(b, "pdf:Keywords", pdf->display->keywords);
    close_description(b);
}

/* PDF/A allows only properties that it knows or that the packet describes; pdfuaid is none of the
 * first (ISO 19005-2, 6.6.2.3; PDF/UA-1, 5, note 2). */
static void put_schema(struct strbuf *b)
{
    strbuf_put(b, S("<rdf:Description rdf:about=\"\""
                    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
                    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
                    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
                    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
                    "</pdfaSchema:namespaceURI>\n"
                    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
                    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
                    "<pdfaProperty:name>part</pdfaProperty:name>\n"
                    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
                    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
                    "<pdfaProperty:description>Which part of ISO 14289 the file keeps"
                    "</pdfaProperty:description>\n"
                    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
                    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
                    "</rdf:Description>\n"));
}

static void put_claims(struct strbuf *b, const struct out_options *options)
{
    if (options->a1 || options->a2 || options->a3) {
        open_description(b, "pdfaid", "http://www.aiim.org/pdfa/ns/id/");
        put_simple(b, "pdfaid:part", options->a3 ? S("3") : options->a2 ? S("2") : S("1"));
        put_simple(b, "pdfaid:conformance",
                   options->a1        ? S("B")
                   : options->level_u ? S("U")
                                      : S("A"));
        close_description(b);
    }
    if (!options->ua)
        return;
    open_description(b, "pdfuaid", "http://www.aiim.org/pdfua/ns/id/");
    put_simple(b, "pdfuaid:part", S("1"));
    close_description(b);
    put_schema(b);
}

struct str xmp_packet(struct pdf *pdf)
{
    struct strbuf b = strbuf_at(pdf->a);
    strbuf_put(&b,
               S("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"));
    put_dublin_core(&b, pdf->display);
    put_program(&b, pdf);
    put_claims(&b, pdf->options);
    strbuf_put(&b, S("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n"));
    return strbuf_str(&b);
}
