/* SPDX-License-Identifier: MIT */
/* style/style.h — a loaded layout: values and the ladder that moves them. */
#ifndef RECTO_STYLE_STYLE_H
#define RECTO_STYLE_STYLE_H

#include "base/vec.h"
#include "source/yaml.h"
#include "style/slot.h"

#define STYLE_MAX_STEPS 40  /* every step costs a layout of the whole study */
#define STYLE_MAX_EXTENDS 8 /* a longer line of ancestors is a circle */
#define STYLE_MAX_BYTES (256u << 10)

/* One key moved by one stage of the ladder. */
struct knob {
    size_t slot;
    struct slot_value from, to;
};

/* A row of steps in which the same keys move together. */
struct stage {
    int steps;
    VEC(struct knob) knobs;
};

/* A family alias of a layout: sans: Inter. */
struct family_name {
    struct str alias, family;
};

/* A file of a layout, as it was before it was read. */
struct style_file {
    struct str path;
    uint64_t state; /* file_state */
};

struct style {
    struct str name;
    struct slot_value values[SLOTS];
    VEC(struct stage) stages;
    VEC(struct family_name) families;
    int steps, comfortable;
    bool gray;
    struct str paper; /* as the layout says */
    struct span paper_span;
    uint64_t hash; /* of the bytes of all its files */
    VEC(struct style_file) files;
    const struct style *single; /* for a single page, NULL: the same */
    struct shelf *looks; /* of the steps that were asked for; NULL where not shared */
};

/* A file of a layout that has been read. */
struct layout_file {
    const struct yaml *map;
    struct str path;
};

/* What loading carries along. */
struct loading {
    struct arena *a;
    const struct store *store;
    struct style *style;
    struct diags *d;
    recto_status status;
    VEC(struct layout_file) files; /* from the eldest ancestor on */
    /* What is put by hand stays as it is on all steps of the ladder; what is put for a single page
     * bounds them. */
    enum { PUT_LAYOUT, PUT_SINGLE, PUT_BY_HAND } putting;
};

/* Put one value; a wrong key or value is reported and remembered in `l->status`. */
void style_put(struct loading *l, struct str key, struct str value, struct span span);
/* Read the `fit:` list, replacing the stages that were inherited. */
void style_read_ladder(struct loading *l, const struct yaml *fit);
/* Set the palette's four colours. */
void style_put_palette(struct loading *l, struct str name, struct span span);
/* Put what the ladder sets at `step` over `values`, which are SLOTS many. */
void style_move_knobs(const struct style *style, int step, struct slot_value *values);
/* Move an accent that is of no palette to the lightness of theirs, and make the tones that go with
 * it, unless `color.even` is off. */
void style_even_accent(struct loading *l);
/* "a4" or "letter": the sheet, and the side margins that keep the columns as wide as they are. */
void style_put_paper(struct loading *l, struct str name, struct span span);

#endif
