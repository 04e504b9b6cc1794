/* SPDX-License-Identifier: MIT */
/* out/pdf/save.c — the file: objects packed into object streams, and a cross-reference stream. */
#include "base/arena.h"
#include "out/pdf/identity.h"
#include "out/pdf/pdf.h"
#include "out/put.h"

/* A row of the cross-reference stream (ISO 32000-1, 7.5.8.3). */
struct entry {
    unsigned char type; /* 0 free, 1 at an offset, 2 in an object stream */
    size_t where;       /* next free number; offset; number of the object stream */
    uint32_t detail;    /* generation; 0; index inside */
};

/* Objects of one object stream: a reader that wants one unpacks all. */
#define PACK_MAX 200

struct file {
    struct pdf *pdf;
    struct strbuf *out;
    size_t start; /* of this file in `out` */
    struct entry *entries;
    struct strbuf head, pack; /* the object stream that is being filled */
    uint32_t packed;          /* objects in it */
    uint32_t next;            /* number of the next object that libharu does not know */
};

static void put_stream(struct file *f, uint32_t id, struct str dict, struct str stream)
{
    f->entries[id] = (struct entry){1, f->out->n - f->start, 0};
    strbuf_fmt(f->out, "%u 0 obj\n", id);
    strbuf_put(f->out, dict);
    strbuf_put(f->out, S("\nstream\n"));
    strbuf_put(f->out, stream);
    strbuf_put(f->out, S("\nendstream\nendobj\n"));
}

static void flush_pack(struct file *f)
{
    if (f->packed == 0)
        return;
    struct arena *a = f->pdf->a;
    struct strbuf whole = strbuf_at(a), dict = strbuf_at(a);
    strbuf_put(&whole, strbuf_str(&f->head));
    strbuf_put(&whole, strbuf_str(&f->pack));
    struct str stream = deflate_zlib(f->pdf->z, a, strbuf_str(&whole));
    strbuf_fmt(&dict, "<</Type/ObjStm/N %u/First %zu/Filter/FlateDecode/Length %zu>>",
               f->packed, f->head.n, stream.n);
    put_stream(f, f->next++, strbuf_str(&dict), stream);
    f->head.n = f->pack.n = 0;
    f->packed = 0;
}

/* An object in the open: PDF 1.4 knows no object streams. */
static void put_alone(struct file *f, uint32_t id, struct str dict)
{
    f->entries[id] = (struct entry){1, f->out->n - f->start, 0};
    strbuf_fmt(f->out, "%u 0 obj\n", id);
    strbuf_put(f->out, dict);
    strbuf_put(f->out, S("\nendobj\n"));
}

static void pack_object(struct file *f, uint32_t id, struct str dict)
{
    f->entries[id] = (struct entry){2, f->next, f->packed++};
    strbuf_fmt(&f->head, "%u %zu ", id, f->pack.n);
    strbuf_put(&f->pack, dict);
    strbuf_putc(&f->pack, '\n');
    if (f->packed == PACK_MAX)
        flush_pack(f);
}

static void put_objects(struct file *f, uint32_t count)
{
    struct strbuf dict = strbuf_at(f->pdf->a);
    for (uint32_t id = 1; id < count; id++) {
        dict.n = 0;
        const struct object *own = haru_write(f->pdf->haru, id, &dict);
        if (own && own->streamed)
            put_stream(f, id, strbuf_str(&dict), own->stream);
        else if (dict.n > 0 && f->pdf->options->a1)
            put_alone(f, id, strbuf_str(&dict));
        else if (dict.n > 0)
            pack_object(f, id, strbuf_str(&dict));
    }
    flush_pack(f);
}

/* Numbers that libharu gave away and recto does not need form the list of free ones. */
static void chain_free(struct file *f, uint32_t count)
{
    uint32_t next = 0;
    for (uint32_t id = count; id-- > 0;) {
        if (f->entries[id].type != 0)
            continue;
        f->entries[id] = (struct entry){0, next, id ? 0 : 65535};
        next = id;
    }
}

#define ROW_BYTES 7 /* /W[1 4 2] */

static void set_row(unsigned char *row, const struct entry *entry)
{
    row[0] = entry->type;
    for (int i = 0; i < 4; i++)
        row[1 + i] = (unsigned char)(entry->where >> (24 - 8 * i));
    row[5] = (unsigned char)(entry->detail >> 8);
    row[6] = (unsigned char)entry->detail;
}

/* Each row as its difference to the one above (PNG's predictor "up"), which deflates well. */
static struct str table_of(struct file *f)
{
    struct strbuf b = strbuf_at(f->pdf->a);
    unsigned char above[ROW_BYTES] = {0}, row[ROW_BYTES];
    for (uint32_t id = 0; id < f->next; id++) {
        set_row(row, &f->entries[id]);
        strbuf_putc(&b, 2);
        for (int i = 0; i < ROW_BYTES; i++) {
            strbuf_putc(&b, (char)(unsigned char)(row[i] - above[i]));
            above[i] = row[i];
        }
    }
    return deflate_zlib(f->pdf->z, f->pdf->a, strbuf_str(&b));
}

/* The identifier says what a file was made from, and whether it is still as it was
 * written. */
static void put_id(struct strbuf *dict, const struct file *f)
{
    struct pdf *pdf = f->pdf;
    struct str written = str_sub(strbuf_str(f->out), f->start, f->out->n);
    strbuf_put(dict, pdf_identity(pdf->a, pdf->options->input_hash, written));
}

static void put_roots(struct strbuf *dict, struct file *f)
{
    strbuf_put(dict, S("/Root "));
    put_ref(dict, f->pdf->catalog);
    strbuf_put(dict, S("/Info "));
    put_ref(dict, f->pdf->info);
    put_id(dict, f);
}

static void put_xref(struct file *f)
{
    struct pdf *pdf = f->pdf;
    struct strbuf dict = strbuf_at(pdf->a);
    uint32_t id = f->next++;
    size_t offset = f->out->n - f->start;
    f->entries[id] = (struct entry){1, offset, 0};
    struct str stream = table_of(f);
    strbuf_fmt(&dict, "<</Type/XRef/Size %u/W[1 4 2]", f->next);
    put_roots(&dict, f);
    strbuf_fmt(&dict,
               "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>/Length %zu>>",
               ROW_BYTES, stream.n);
    put_stream(f, id, strbuf_str(&dict), stream);
    strbuf_fmt(f->out, "startxref\n%zu\n%%%%EOF\n", offset);
}

/* The table of PDF 1.4: twenty bytes an object. */
static void put_table(struct file *f)
{
    size_t offset = f->out->n - f->start;
    strbuf_fmt(f->out, "xref\n0 %u\n", f->next);
    for (uint32_t id = 0; id < f->next; id++) {
        const struct entry *entry = &f->entries[id];
        strbuf_fmt(f->out, "%010zu %05u %c \n", entry->where,
                   entry->type ? 0 : entry->detail, entry->type ? 'n' : 'f');
    }
    struct strbuf dict = strbuf_at(f->pdf->a);
    put_roots(&dict, f);
    strbuf_fmt(f->out, "trailer\n<</Size %u", f->next);
    strbuf_put(f->out, strbuf_str(&dict));
    strbuf_fmt(f->out, ">>\nstartxref\n%zu\n%%%%EOF\n", offset);
}

void pdf_save(struct pdf *pdf, struct strbuf *into)
{
    uint32_t count = haru_count(pdf->haru);
    struct file f = {.pdf = pdf, .out = into, .start = into->n, .next = count};
    f.entries = arena_many(pdf->a, count + count / PACK_MAX + 4, struct entry);
    f.head = strbuf_at(pdf->a);
    f.pack = strbuf_at(pdf->a);
    /* Four bytes above 127 mark the file as binary. */
    strbuf_put(into, pdf->options->a1 ? S("%PDF-1.4\n") : S("%PDF-1.7\n"));
    strbuf_put(into, S("%\xE2\xE3\xCF\xD3\n"));
    put_objects(&f, count);
    chain_free(&f, count);
    if (pdf->options->a1)
        put_table(&f);
    else
        put_xref(&f);
}
