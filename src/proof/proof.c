/* SPDX-License-Identifier: MIT */
/* proof/proof.c — a file read back: judged, or its source taken out. */
#include "proof/proof.h"

#include <stdarg.h>

#include "base/arena.h"
#include "proof/reader.h"

#define FOUND_MAX 20 /* of one file */

void found(struct reader *r, const char *format, ...)
{
    if (++r->findings > FOUND_MAX)
        return;
    va_list args;
    va_start(args, format);
    struct str text = str_vfmt(r->a, format, args);
    va_end(args);
    diag_push(r->d, D_R0201, (struct span){0}, "%.*s", STR(text));
}

bool proof_is_pdf(struct str bytes)
{
    return str_starts(bytes, S("%PDF-"));
}

static void add_pages(struct reader *r, struct node n, int depth)
{
    struct node kids = node_at(n, "/Kids");
    if (node_kind(kids) != NODE_ARRAY) {
        vec_push(r->a, &r->pages, n);
        return;
    }
    for (int i = 0; depth < 20 && i < node_count(kids); i++)
        add_pages(r, node_item(kids, i), depth + 1);
}

/* The rules ask for more than the standards do: by them every other file would be at fault. */
static bool is_ours(struct reader *r)
{
    struct node info = node_at(doc_trailer(r->doc), "/Info");
    if (str_starts(node_text(r->a, node_at(info, "/Producer")), S("recto ")))
        return true;
    diag_push(r->d, D_R0104, (struct span){0}, "recto did not make it");
    return false;
}

bool reader_open(struct reader *r, struct str pdf)
{
    r->doc = doc_open(r->a, pdf, r->d);
    if (!r->doc || !is_ours(r))
        return false;
    r->catalog = node_at(doc_trailer(r->doc), "/Root");
    add_pages(r, node_at(r->catalog, "/Pages"), 0);
    for (size_t i = 0; i < r->pages.n; i++)
        read_content(r, (int)i);
    return true;
}

struct str reader_text(struct reader *r)
{
    struct strbuf b = strbuf_at(r->a);
    for (size_t i = 0; i < r->shown.n; i++) {
        if (r->shown.at[i].mcid == MCID_ARTIFACT)
            continue;
        strbuf_put(&b, strbuf_str(&r->shown.at[i].text));
        strbuf_putc(&b, '\n');
    }
    return strbuf_str(&b);
}

void proof_check(struct arena *a, struct str pdf, struct str text, struct diags *d)
{
    struct reader r = {.a = a, .d = d};
    if (!reader_open(&r, pdf))
        return;
    check_catalog(&r);
    check_pages(&r);
    check_fonts(&r);
    check_tree(&r);
    struct str lost = text_lost(a, text, reader_text(&r));
    if (!str_empty(lost))
        diag_push(d, D_R0202, (struct span){0},
                  "from “%.*s” on the text of the pages is not what was set", STR(lost));
}

recto_status proof_source(struct arena *a, struct str pdf, struct str *source,
                          struct diags *d)
{
    struct doc *doc = doc_open(a, pdf, d);
    if (!doc)
        return RECTO_BAD_INPUT;
    struct node files = node_at(node_at(doc_trailer(doc), "/Root"), "/AF");
    for (int i = 0; i < node_count(files); i++) {
        struct node file = node_item(files, i);
        if (!node_is(node_at(file, "/AFRelationship"), "Source"))
            continue;
        struct node stream = node_at(node_at(file, "/EF"), "/F");
        *source = node_stream(a, stream);
        if ((size_t)node_int(node_at(node_at(stream, "/Params"), "/Size")) == source->n)
            return RECTO_OK;
        return diag_fail(d, D_R0101, RECTO_BAD_INPUT, (struct span){0},
                         "the source in it is damaged");
    }
    return diag_fail(d, D_R0103, RECTO_BAD_INPUT, (struct span){0},
                     "no source is attached to it");
}
