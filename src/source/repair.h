/* SPDX-License-Identifier: MIT */
/* source/repair.h — any bytes become text that the rest may trust. */
#ifndef RECTO_SOURCE_REPAIR_H
#define RECTO_SOURCE_REPAIR_H

#include "base/diag.h"

/* `bytes` as valid UTF-8 with LF line ends, without byte order mark, NUL and the control codes that
 * have no meaning in text (tab, vertical tab and form feed stay). UTF-16 with a byte order mark is
 * converted; bytes that are not UTF-8 are read as Windows-1252 where nothing in the file is UTF-8,
 * else become U+FFFD. Lines keep their numbers. Cut at SOURCE_MAX_BYTES. What was done is told once
 * a kind, at its first place. The result is `bytes` itself where nothing had to be done. */
struct str repair_bytes(struct arena *a, struct str bytes, struct diags *d);

#endif
