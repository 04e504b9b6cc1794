/* SPDX-License-Identifier: MIT */
/* model/diagram/mermaid_lex.h — the tokens of a Mermaid flowchart: nodes, links, labels. */
#ifndef RECTO_MODEL_DIAGRAM_MERMAID_LEX_H
#define RECTO_MODEL_DIAGRAM_MERMAID_LEX_H

#include "base/str.h"
#include "model/graph.h"

/* Reading goes from `i` to `end` in `text`; what does not match leaves `i` where it is. */
struct cursor {
    struct arena *a;
    struct str text;
    size_t i, end;
};

/* `id["label"]:::class` */
struct mermaid_node {
    size_t at; /* of the id */
    struct str id;
    struct str label; /* as shown; empty where only the id is written */
    struct str note;  /* small or slanted words on the lines below it */
    enum node_shape shape;
    bool labelled; /* a shape was written */
    bool strong;   /* bold from end to end */
    bool key;      /* :::key */
    bool classed;  /* another class was written: it is ignored, and told */
};

/* `-->|label|` */
struct mermaid_link {
    struct str label;
    enum edge_kind kind;
    bool dashed;
    bool invisible; /* ~~~ places nodes and shows nothing */
};

void cursor_skip_blanks(struct cursor *c);
bool cursor_take(struct cursor *c, struct str literal);

/* False, and nothing consumed, where no node begins. An unclosed shape is no node. */
bool mermaid_node_read(struct cursor *c, struct mermaid_node *out);
bool mermaid_link_read(struct cursor *c, struct mermaid_link *out);

/* Label, note and whether it is bold, of what stands between the brackets of a node. */
void mermaid_label(struct arena *a, struct str raw, struct mermaid_node *out);

/* Text as Mermaid shows it: quotes and tags removed, `<br/>` and `\n` line breaks, entities
 * characters, icons dropped. */
struct str mermaid_text(struct arena *a, struct str raw);

#endif
