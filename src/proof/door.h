/* SPDX-License-Identifier: MIT */
/* proof/door.h — the door to libqpdf: objects of a PDF. */
#ifndef RECTO_PROOF_DOOR_H
#define RECTO_PROOF_DOOR_H

#include "base/diag.h"

/* A PDF that was opened; closed with its arena. */
struct doc;

/* An object, or a reference, which is followed wherever it is looked at. */
struct node {
    struct doc *doc;
    unsigned handle; /* 0: there is none */
};

enum node_kind {
    NODE_NONE, /* null, or nothing there */
    NODE_BOOL,
    NODE_NUMBER,
    NODE_NAME,
    NODE_STRING,
    NODE_ARRAY,
    NODE_DICT,
    NODE_STREAM
};

/* NULL and a finding (R0101, R0102) where `pdf` is damaged, or libqpdf is not installed. */
struct doc *doc_open(struct arena *a, struct str pdf, struct diags *d);

struct node doc_trailer(struct doc *doc);
/* Object number `id`; none where it is not used. */
struct node doc_object(struct doc *doc, int id);
/* One more than the largest number of an object. */
int doc_size(struct doc *doc);

enum node_kind node_kind(struct node n);
/* Entry `key` ("/Type") of a dictionary or of a stream's; none where there is none. */
struct node node_at(struct node n, const char *key);
/* Keys of a dictionary, in the order of their bytes. */
size_t node_keys(struct arena *a, struct node n, struct str **keys);
/* Elements of an array; what is no array counts as one, nothing as none. */
int node_count(struct node n);
struct node node_item(struct node n, int i);
/* Number of an indirect object, 0 for a direct one. */
int node_id(struct node n);
/* Numbers are cut to integers; 0 and false where it is something else. */
long long node_int(struct node n);
bool node_true(struct node n);
/* A name without its slash, and a text string in UTF-8; empty where it is something else. Live in
 * `a`. */
struct str node_name(struct arena *a, struct node n);
struct str node_text(struct arena *a, struct node n);
bool node_is(struct node n, const char *name);
/* The decoded bytes of a stream in `a`; empty where it is none, or too large. */
struct str node_stream(struct arena *a, struct node n);

#endif
