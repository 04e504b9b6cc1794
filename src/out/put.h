/* SPDX-License-Identifier: MIT */
/* out/put.h — numbers and strings as the back ends write them, whatever the locale. */
#ifndef RECTO_OUT_PUT_H
#define RECTO_OUT_PUT_H

#include "base/geom.h"
#include "base/str.h"

/* A decimal integer. */
void put_int(struct strbuf *b, int64_t value);
/* Points with three decimals: "12.500". */
void put_pt(struct strbuf *b, mpt length);
/* The shortest form of value / 10^decimals (decimals at most 9): "12.5", "-0.25", "7". */
void put_decimal(struct strbuf *b, int64_t value, int decimals);
/* `count` digits of `value` in hexadecimal, capitals. */
void put_hex(struct strbuf *b, uint32_t value, int count);
/* "#14181f" */
void put_colour(struct strbuf *b, uint32_t rgb);
/* In quotes, with \" \\ and \xNN for controls. */
void put_quoted(struct strbuf *b, struct str s);
/* As the text or the attribute of an XML document; characters that XML forbids are left out. */
void put_xml(struct strbuf *b, struct str s);

#endif
