/* SPDX-License-Identifier: MIT */
/* proof/door.c — the door to libqpdf, which is opened when it is needed. */
#include "proof/door.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/library.h"

/* Of the libraries that read PDF this one alone may be linked with a program under the MIT licence:
 * poppler is under the GPL, MuPDF under the AGPL, qpdf under Apache's. It gives objects, not text; what
 * codes say is little to add. It brings ten libraries, and loading them takes two milliseconds of
 * the eighteen that a run takes. Few runs read a PDF, so it is loaded by them alone. */
#define CALLS                        \
    X(qpdf_init)                     \
    X(qpdf_cleanup)                  \
    X(qpdf_silence_errors)           \
    X(qpdf_set_suppress_warnings)    \
    X(qpdf_set_attempt_recovery)     \
    X(qpdf_read_memory)              \
    X(qpdf_get_error)                \
    X(qpdf_get_trailer)              \
    X(qpdf_get_object_by_id)         \
    X(qpdf_oh_get_type_code)         \
    X(qpdf_oh_get_key)               \
    X(qpdf_oh_get_dict)              \
    X(qpdf_oh_begin_dict_key_iter)   \
    X(qpdf_oh_dict_more_keys)        \
    X(qpdf_oh_dict_next_key)         \
    X(qpdf_oh_get_array_n_items)     \
    X(qpdf_oh_get_array_item)        \
    X(qpdf_oh_get_object_id)         \
    X(qpdf_oh_get_int_value)         \
    X(qpdf_oh_get_numeric_value)     \
    X(qpdf_oh_get_bool_value)        \
    X(qpdf_oh_get_name)              \
    X(qpdf_oh_get_binary_utf8_value) \
    X(qpdf_oh_get_stream_data)       \
    X(qpdf_more_warnings)

struct calls {
#define X(name) __typeof__(name) *(name);
    CALLS
#undef X
};

static const struct library_call call_rows[] = {
#define X(name) {#name, offsetof(struct calls, name)},
    CALLS
#undef X
};

struct doc {
    struct calls call;
    qpdf_data data;
};

static void done(void *object)
{
    struct doc *doc = object;
    (void)doc->call.qpdf_get_error(doc->data); /* one that nobody asks for is printed */
    doc->call.qpdf_cleanup(&doc->data);
}

struct doc *doc_open(struct arena *a, struct str pdf, struct diags *d)
{
    struct doc *doc = arena_make(a, struct doc);
    if (!library_load(RECTO_QPDF, call_rows, countof(call_rows), &doc->call)) {
        diag_push(d, D_R0102, (struct span){0}, "%s cannot be loaded", RECTO_QPDF);
        return NULL;
    }
    doc->data = doc->call.qpdf_init();
    arena_defer(a, done, doc);
    doc->call.qpdf_silence_errors(doc->data);
    doc->call.qpdf_set_suppress_warnings(doc->data, QPDF_TRUE);
    doc->call.qpdf_set_attempt_recovery(doc->data, QPDF_FALSE);
    QPDF_ERROR_CODE code = doc->call.qpdf_read_memory(doc->data, "pdf", pdf.p, pdf.n, NULL);
    if (code & (QPDF_ERRORS | QPDF_WARNINGS) || doc->call.qpdf_more_warnings(doc->data)) {
        diag_push(d, D_R0101, (struct span){0}, "it is no PDF, or a damaged one");
        return NULL;
    }
    return doc;
}

static struct node node_of(struct doc *doc, qpdf_oh handle)
{
    return (struct node){doc, handle};
}

struct node doc_trailer(struct doc *doc)
{
    return node_of(doc, doc->call.qpdf_get_trailer(doc->data));
}

struct node doc_object(struct doc *doc, int id)
{
    return node_of(doc, doc->call.qpdf_get_object_by_id(doc->data, id, 0));
}

#define OBJECTS_MAX 2000000 /* of one file: a book of a thousand studies has 200 000 */

int doc_size(struct doc *doc)
{
    long long size = node_int(node_at(doc_trailer(doc), "/Size"));
    return size < 0 ? 0 : size > OBJECTS_MAX ? OBJECTS_MAX : (int)size;
}

static enum qpdf_object_type_e type_of(struct node n)
{
    return n.handle ? n.doc->call.qpdf_oh_get_type_code(n.doc->data, n.handle) : ot_null;
}

enum node_kind node_kind(struct node n)
{
    switch ((int)type_of(n)) {
    case ot_boolean:
        return NODE_BOOL;
    case ot_integer:
    case ot_real:
        return NODE_NUMBER;
    case ot_name:
        return NODE_NAME;
    case ot_string:
        return NODE_STRING;
    case ot_array:
        return NODE_ARRAY;
    case ot_dictionary:
        return NODE_DICT;
    case ot_stream:
        return NODE_STREAM;
    default:
        return NODE_NONE;
    }
}

static struct node dict_of(struct node n)
{
    enum node_kind kind = node_kind(n);
    if (kind == NODE_STREAM)
        return node_of(n.doc, n.doc->call.qpdf_oh_get_dict(n.doc->data, n.handle));
    return kind == NODE_DICT ? n : node_of(n.doc, 0);
}

struct node node_at(struct node n, const char *key)
{
    struct node dict = dict_of(n);
    if (!dict.handle)
        return dict;
    return node_of(n.doc, n.doc->call.qpdf_oh_get_key(n.doc->data, dict.handle, key));
}

#define KEYS_MAX 4096

size_t node_keys(struct arena *a, struct node n, struct str **keys)
{
    struct node dict = dict_of(n);
    VEC(struct str) all = {NULL, 0, 0};
    *keys = NULL;
    if (!dict.handle)
        return 0;
    const struct calls *call = &n.doc->call;
    call->qpdf_oh_begin_dict_key_iter(n.doc->data, dict.handle);
    while (all.n < KEYS_MAX && call->qpdf_oh_dict_more_keys(n.doc->data))
        vec_push(a, &all, str_dup(a, str_from(call->qpdf_oh_dict_next_key(n.doc->data))));
    *keys = all.at;
    return all.n;
}

int node_count(struct node n)
{
    enum node_kind kind = node_kind(n);
    if (kind != NODE_ARRAY)
        return kind != NODE_NONE;
    return n.doc->call.qpdf_oh_get_array_n_items(n.doc->data, n.handle);
}

struct node node_item(struct node n, int i)
{
    if (node_kind(n) != NODE_ARRAY)
        return n;
    return node_of(n.doc, n.doc->call.qpdf_oh_get_array_item(n.doc->data, n.handle, i));
}

int node_id(struct node n)
{
    return n.handle ? n.doc->call.qpdf_oh_get_object_id(n.doc->data, n.handle) : 0;
}

long long node_int(struct node n)
{
    enum qpdf_object_type_e type = type_of(n);
    if (type == ot_integer)
        return n.doc->call.qpdf_oh_get_int_value(n.doc->data, n.handle);
    double value = 0;
    if (type == ot_real)
        value = n.doc->call.qpdf_oh_get_numeric_value(n.doc->data, n.handle);
    return value > -1e9 && value < 1e9 ? (long long)value : 0;
}

bool node_true(struct node n)
{
    return node_kind(n) == NODE_BOOL &&
           n.doc->call.qpdf_oh_get_bool_value(n.doc->data, n.handle);
}

struct str node_name(struct arena *a, struct node n)
{
    if (node_kind(n) != NODE_NAME)
        return (struct str){NULL, 0};
    struct str name = str_from(n.doc->call.qpdf_oh_get_name(n.doc->data, n.handle));
    return str_dup(a, str_sub(name, 1, name.n));
}

struct str node_text(struct arena *a, struct node n)
{
    if (node_kind(n) != NODE_STRING)
        return (struct str){NULL, 0};
    size_t length = 0;
    const char *p =
        n.doc->call.qpdf_oh_get_binary_utf8_value(n.doc->data, n.handle, &length);
    return str_dup(a, (struct str){p, length});
}

bool node_is(struct node n, const char *name)
{
    if (node_kind(n) != NODE_NAME)
        return false;
    const char *own = n.doc->call.qpdf_oh_get_name(n.doc->data, n.handle);
    return str_eq(str_from(own + (*own == '/')), str_from(name));
}

/* Deflate makes a thousand bytes of one at most, and no stream of a study is so large. */
#define STREAM_MAX ((long long)512 << 10)

struct str node_stream(struct arena *a, struct node n)
{
    if (node_kind(n) != NODE_STREAM || node_int(node_at(n, "/Length")) > STREAM_MAX)
        return (struct str){NULL, 0};
    unsigned char *bytes = NULL;
    size_t length = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    QPDF_ERROR_CODE code = n.doc->call.qpdf_oh_get_stream_data(
        n.doc->data, n.handle, qpdf_dl_generalized, &filtered, &bytes, &length);
    if (bytes)
        arena_defer(a, free, bytes);
    if (code & QPDF_ERRORS || !bytes)
        return (struct str){NULL, 0};
    return (struct str){(const char *)bytes, length};
}
