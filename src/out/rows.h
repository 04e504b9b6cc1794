/* SPDX-License-Identifier: MIT */
/* out/rows.h — the back ends, as the table in backends.c knows them. */
#ifndef RECTO_OUT_ROWS_H
#define RECTO_OUT_ROWS_H

#include "out/backend.h"

/* Each writes `display` behind what `into` holds; see struct backend. */
recto_status trace_write(struct arena *a, const struct display *display,
                         const struct out_options *options, struct strbuf *into,
                         struct diags *d);
recto_status txt_write(struct arena *a, const struct display *display,
                       const struct out_options *options, struct strbuf *into,
                       struct diags *d);
recto_status pdf_write(struct arena *a, const struct display *display,
                       const struct out_options *options, struct strbuf *into,
                       struct diags *d);
recto_status svg_write(struct arena *a, const struct display *display,
                       const struct out_options *options, struct strbuf *into,
                       struct diags *d);

recto_status png_write(struct arena *a, const struct display *display,
                       const struct out_options *options, struct strbuf *into,
                       struct diags *d);

size_t png_is_of(struct arena *a, struct str bytes, uint64_t input_hash, size_t page);
size_t pdf_is_of(struct arena *a, struct str bytes, uint64_t input_hash, size_t page);
size_t svg_is_of(struct arena *a, struct str bytes, uint64_t input_hash, size_t page);

#endif
