/* SPDX-License-Identifier: MIT */
/* source/source.c — one file read: bytes to blocks. */
#include "source/source.h"

#include "base/arena.h"
#include "source/cook.h"
#include "source/front.h"
#include "source/markdown.h"
#include "source/repair.h"
#include "source/tidy.h"

const struct source *source_parse(struct arena *a, struct str name, struct str bytes,
                                  struct diags *d)
{
    struct source *source = arena_make(a, struct source);
    source->name = name;
    source->bytes = repair_bytes(a, bytes, d);
    struct front front = front_read(a, source->bytes, d);
    struct places places = places_of(a, source->bytes);
    struct cook k = {a, d, &places};
    struct cooked cooked = cook(&k, source->bytes, front.body);
    struct block *root = markdown_parse(&k, &cooked);
    blocks_tidy(a, root);
    source->front = front.values;
    source->root = root;
    if (!root->first && (!front.values || !front.values->first))
        diag_push(d, D_S0105, (struct span){0, 0, 0, 0}, "the file holds no text");
    return source;
}
