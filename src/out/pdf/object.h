/* SPDX-License-Identifier: MIT */
/* out/pdf/object.h — the notation of PDF objects, and compressed streams. */
#ifndef RECTO_OUT_PDF_OBJECT_H
#define RECTO_OUT_PDF_OBJECT_H

#include "base/geom.h"
#include "out/pdf/haru.h"

/* "12 0 R " */
void put_ref(struct strbuf *b, const struct object *object);
/* A length [mpt] in points, shortest form, with a blank behind it. */
void put_length(struct strbuf *b, mpt length);
/* "/Name", with #xx where need be. */
void put_name(struct strbuf *b, struct str name);
/* A text string: (ASCII) or <FEFF…> in UTF-16. */
void put_text(struct strbuf *b, struct str utf8);
/* The digits of UTF-8 text in UTF-16, without brackets and mark. */
void put_utf16(struct strbuf *b, struct str utf8);
/* A byte string in parentheses. */
void put_bytes(struct strbuf *b, struct str bytes);
/* An address as a byte string: what is not ASCII, or no character of an address, becomes %XX. */
void put_uri(struct strbuf *b, struct str url);
void put_key_text(struct strbuf *b, const char *key,
                  struct str value); /* nothing where empty */

/* A deflate state for all streams of a document, which costs more to set up than to use; `dense` for
 * what hardly repeats itself. */
struct deflater;
struct deflater *deflater_new(struct arena *a, bool dense);
/* True when memory was out; what was compressed is then empty. */
bool deflater_failed(const struct deflater *z);
/* `bytes` in zlib's format; lives in `a`. */
struct str deflate_zlib(struct deflater *z, struct arena *a, struct str bytes);
/* CRC-32: other bytes have another one, mostly. */
uint32_t deflate_sum(struct str bytes);
/* Make `bytes`, compressed, the content of `object`. */
void object_fill(struct object *object, struct deflater *z, struct arena *a,
                 struct str bytes);
/* The same without a filter. */
void object_fill_raw(struct object *object, struct str bytes);

#endif
