/* SPDX-License-Identifier: MIT */
/* out/pdf/haru.h — the door to libharu: document, page tree, object numbers. */
#ifndef RECTO_OUT_PDF_HARU_H
#define RECTO_OUT_PDF_HARU_H

#include "base/str.h"

/* libharu keeps the document, its page tree and the numbers of objects, and writes the dictionaries
 * of catalog, information, page tree and pages. What stands inside an object is text that recto
 * writes: libharu's own numbers, names and strings have limits and differ by version.
 *
 * A failure inside libharu is sticky: whatever is asked afterwards gets a usable object and does
 * nothing; ask haru_failed once at the end. */
struct haru;

/* An indirect object. Its number is known at once, so that others may refer to it. */
struct object {
    uint32_t id;
    struct strbuf body; /* between << and >> */
    struct str stream;  /* filtered as `body` says */
    bool streamed;
};

/* `pages`: how many will be added. `ceiling` [bytes]: the memory that libharu may take, which is
 * apart from `a` and given back with it. The result lives in `a`. */
struct haru *haru_open(struct arena *a, size_t pages, size_t ceiling);
bool haru_failed(const struct haru *haru);

struct object *haru_object(struct haru *haru);
/* What recto adds to the dictionaries of catalog and document information. */
struct object *haru_catalog(struct haru *haru);
struct object *haru_info(struct haru *haru);

/* A new last page: its dictionary, to which recto adds all but Type and Parent and Contents, and its
 * contents. */
struct haru_page {
    struct object *page, *contents;
};
struct haru_page haru_add_page(struct haru *haru);

/* One more than the largest object number. */
uint32_t haru_count(const struct haru *haru);
/* The dictionary of object `id`, << and >> included, into `into`, and the object itself where it
 * is recto's, else NULL. Nothing is put for a number that is not used. */
const struct object *haru_write(struct haru *haru, uint32_t id, struct strbuf *into);

/* MD5 of the bytes, for identifiers only. */
void haru_md5(struct str bytes, unsigned char out[16]);
/* "2.3.0" */
const char *haru_version(void);

#endif
