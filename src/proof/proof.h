/* SPDX-License-Identifier: MIT */
/* proof/proof.h — a PDF that was written, read back through a library that did not write it. */
#ifndef RECTO_PROOF_PROOF_H
#define RECTO_PROOF_PROOF_H

#include "base/diag.h"

/* Larger files are not read: two pages with pictures take a hundredth of it [bytes]. */
#define PROOF_MAX_BYTES ((size_t)64 << 20)

/* True for bytes that begin as a PDF does. */
bool proof_is_pdf(struct str bytes);

/* Hold `pdf` against what recto promises of its files: that it keeps the standards that it claims,
 * as far as a program can judge, that structure and content are in one order, that fonts are whole
 * and their codes say words. The letters of `text` must be in it, in their order; empty: that is not
 * asked for. What is wrong is a finding (R02…); R0101 where it cannot be read at all. */
void proof_check(struct arena *a, struct str pdf, struct str text, struct diags *d);

/* The source that is attached to `pdf`. RECTO_BAD_INPUT and a finding where there is none. */
RECTO_MUST_USE recto_status proof_source(struct arena *a, struct str pdf,
                                         struct str *source, struct diags *d);

/* Search `pdf` for each of the `n` strings: in the text of its pages, in all strings, metadata and
 * attachments, as words; those of eight letters and more in all bytes. Blanks and the case of ASCII
 * letters do not count; a string of digits is found however it is grouped. One that is found is an
 * error (R0301) and gives RECTO_BAD_INPUT; so does a file that cannot be read. */
RECTO_MUST_USE recto_status proof_lacks(struct arena *a, struct str pdf,
                                        const struct str *strings, size_t n,
                                        struct diags *d);
/* The same of a text. */
RECTO_MUST_USE recto_status proof_text_lacks(struct arena *a, struct str text,
                                             const struct str *strings, size_t n,
                                             struct diags *d);

#endif
