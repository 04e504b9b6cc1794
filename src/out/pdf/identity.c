/* SPDX-License-Identifier: MIT */
/* out/pdf/identity.c — what a PDF was made of, written into it and read back.
 *
 * ISO 32000-1, 14.4: an identifier has two strings of bytes, which are the same in a file that is
 * written for the first time; a program that changes the file changes the second. Ours are 16 bytes,
 * as everybody's: 8 of the input, 8 of what was written. */
#include "out/pdf/identity.h"

#include "base/arena.h"
#include "out/pdf/haru.h"
#include "out/rows.h"

#define TAIL 64 /* bytes at the end that hold "startxref", a number and "%%EOF" */

struct str pdf_identity(struct arena *a, uint64_t input_hash, struct str written)
{
    struct strbuf one = strbuf_at(a);
    unsigned char sum[16];
    haru_md5(written, sum);
    strbuf_fmt(&one, "<%08x%08x", (unsigned)(input_hash >> 32), (unsigned)input_hash);
    for (int i = 0; i < 8; i++)
        strbuf_fmt(&one, "%02x", sum[i]);
    strbuf_putc(&one, '>');
    struct str id = strbuf_str(&one);
    return str_fmt(a, "/ID[%.*s%.*s]", STR(id), STR(id));
}

/* Where the last table of objects begins, as the end of the file says; bytes.n where it
 * does not. */
static size_t table_at(struct str bytes)
{
    struct str tail = str_sub(bytes, bytes.n > TAIL ? bytes.n - TAIL : 0, bytes.n);
    size_t at = str_find(tail, S("\nstartxref\n"), 0);
    int64_t offset;
    if (at == tail.n || !str_ends(tail, S("\n%%EOF\n")))
        return bytes.n;
    tail = str_sub(tail, at + 11, tail.n - 7);
    if (!str_to_int(tail, &offset) || offset < 0 || (uint64_t)offset >= bytes.n)
        return bytes.n;
    return (size_t)offset;
}

size_t pdf_is_of(struct arena *a, struct str bytes, uint64_t input_hash, size_t page)
{
    size_t at = table_at(bytes);
    struct str table = str_sub(bytes, at, bytes.n);
    struct str id = pdf_identity(a, input_hash, str_sub(bytes, 0, at));
    return page == 0 && str_find(table, id, 0) < table.n;
}
