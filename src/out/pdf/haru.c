/* SPDX-License-Identifier: MIT */
/* out/pdf/haru.c — the door to libharu: document, page tree, object numbers. */
#include "out/pdf/haru.h"

#include <hpdf.h>
#include <string.h>

#include "base/arena.h"
#include "base/heap.h"
#include "base/vec.h"

/* --- memory ---------------------------------------------------------------------------------- */

/* Memory of one document is given back as a whole: libharu's own way of cleaning up uses freed
 * memory when an allocation fails. */

/* libharu's callbacks for memory do not know which document they serve. This is the only
 * variable of the library that is not constant; it is set before every call into libharu,
 * and no two threads share it. */
static _Thread_local struct haru *current;

/* --- document -------------------------------------------------------------------------------- */

/* Bytes that libharu writes. */
struct sink {
    char *p;
    size_t n, cap;
};

struct haru {
    struct arena *a;
    struct heap heap;
    HPDF_Doc doc;
    HPDF_Stream writer; /* into `sink` */
    struct sink sink;
    VEC(struct object *) objects; /* by number; NULL: none of recto's */
    bool failed;
};

static void *HPDF_STDCALL allocate(HPDF_UINT size)
{
    return heap_take(&current->heap, size);
}

static void HPDF_STDCALL release(void *p)
{
    (void)p; /* with the heap */
}

static void HPDF_STDCALL note_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    (void)error;
    (void)detail;
    struct haru *haru = user;
    haru->failed = true;
}

static HPDF_STATUS put_sink(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    struct sink *sink = stream->attr;
    if (sink->cap - sink->n < n) {
        size_t cap = 2 * sink->cap + n + 256;
        char *p = heap_take(&current->heap, cap);
        if (!p)
            return HPDF_FAILD_TO_ALLOC_MEM;
        if (sink->n)
            memcpy(p, sink->p, sink->n);
        sink->p = p;
        sink->cap = cap;
    }
    memcpy(sink->p + sink->n, bytes, n);
    sink->n += n;
    return HPDF_OK;
}

static uint32_t id_of(HPDF_Dict dict)
{
    return dict->header.obj_id & 0x00FFFFFF;
}

/* Called by libharu between the entries that it writes itself and the end of a dictionary. */
static HPDF_STATUS put_body(HPDF_Dict dict, HPDF_Stream stream)
{
    uint32_t id = id_of(dict);
    const struct object *object = id < current->objects.n ? current->objects.at[id] : NULL;
    if (!object || object->body.n == 0)
        return HPDF_OK;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)object->body.p,
                             (HPDF_UINT)object->body.n);
}

/* An object of recto for the dictionary `dict`, which may be NULL after a failure. */
static struct object *adopt(struct haru *haru, HPDF_Dict dict)
{
    struct object *object = arena_make(haru->a, struct object);
    object->body = strbuf_at(haru->a);
    if (!dict || id_of(dict) == 0) {
        haru->failed = true;
        return object;
    }
    object->id = id_of(dict);
    dict->write_fn = put_body;
    while (haru->objects.n <= object->id)
        vec_push(haru->a, &haru->objects, NULL);
    haru->objects.at[object->id] = object;
    return object;
}

/* libharu 2.3 holds at most 32767 children in one node of its page tree. */
#define PAGES_FLAT 8192
#define PAGES_A_NODE 512

static void open_document(struct haru *haru, size_t pages)
{
    haru->doc = HPDF_NewEx(note_error, allocate, release, 0, haru);
    if (!haru->doc) {
        haru->failed = true;
        return;
    }
    if (pages > PAGES_FLAT &&
        HPDF_SetPagesConfiguration(haru->doc, PAGES_A_NODE) != HPDF_OK)
        haru->failed = true;
    haru->writer = HPDF_CallbackWriter_New(haru->doc->mmgr, put_sink, &haru->sink);
    if (!haru->writer || !haru->doc->info || !haru->doc->catalog)
        haru->failed = true;
    else
        HPDF_Dict_RemoveElement(haru->doc->info, "Producer");
}

struct haru *haru_open(struct arena *a, size_t pages, size_t ceiling)
{
    struct haru *haru = arena_make(a, struct haru);
    haru->a = a;
    haru->heap.left = ceiling;
    arena_defer(a, heap_free, &haru->heap);
    current = haru;
    open_document(haru, pages);
    return haru;
}

bool haru_failed(const struct haru *haru)
{
    return haru->failed;
}

/* --- objects --------------------------------------------------------------------------------- */

struct object *haru_object(struct haru *haru)
{
    current = haru;
    HPDF_Dict dict = haru->failed ? NULL : HPDF_Dict_New(haru->doc->mmgr);
    if (dict && HPDF_Xref_Add(haru->doc->xref, dict) != HPDF_OK)
        dict = NULL;
    return adopt(haru, dict);
}

struct object *haru_catalog(struct haru *haru)
{
    return adopt(haru, haru->failed ? NULL : haru->doc->catalog);
}

struct object *haru_info(struct haru *haru)
{
    return adopt(haru, haru->failed ? NULL : haru->doc->info);
}

struct haru_page haru_add_page(struct haru *haru)
{
    current = haru;
    HPDF_Page page = haru->failed ? NULL : HPDF_AddPage(haru->doc);
    if (!page)
        return (struct haru_page){adopt(haru, NULL), adopt(haru, NULL)};
    HPDF_Dict_RemoveElement(page, "MediaBox"); /* its numbers would be floats */
    HPDF_Dict_RemoveElement(page, "Resources");
    HPDF_PageAttr attr = page->attr;
    return (struct haru_page){adopt(haru, page), adopt(haru, attr->contents)};
}

uint32_t haru_count(const struct haru *haru)
{
    return haru->failed ? 0 : haru->doc->xref->entries->count;
}

static void put_own(const struct object *object, struct strbuf *into)
{
    strbuf_put(into, S("<<"));
    strbuf_put(into, strbuf_str(&object->body));
    if (object->streamed)
        strbuf_fmt(into, "/Length %zu", object->stream.n);
    strbuf_put(into, S(">>"));
}

static bool is_dict(const void *object)
{
    const HPDF_Obj_Header *header = object;
    return header && (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT;
}

const struct object *haru_write(struct haru *haru, uint32_t id, struct strbuf *into)
{
    current = haru;
    HPDF_XrefEntry entry = haru->failed ? NULL : HPDF_Xref_GetEntry(haru->doc->xref, id);
    if (!entry || !is_dict(entry->obj))
        return NULL; /* the lengths of streams, which recto writes in place */
    const struct object *object = id < haru->objects.n ? haru->objects.at[id] : NULL;
    HPDF_Dict dict = entry->obj;
    bool alone = dict->list->count == 0;
    if (object && (alone || object->streamed)) {
        put_own(object, into);
        return object;
    }
    haru->sink.n = 0;
    if (HPDF_Obj_WriteValue(dict, haru->writer, NULL) != HPDF_OK)
        haru->failed = true;
    strbuf_put(into, (struct str){haru->sink.p, haru->sink.n});
    return object;
}

/* --- the rest -------------------------------------------------------------------------------- */

void haru_md5(struct str bytes, unsigned char out[16])
{
    HPDF_MD5_CTX context;
    HPDF_MD5Init(&context);
    for (size_t at = 0; at < bytes.n;) {
        size_t n = bytes.n - at < (1u << 20) ? bytes.n - at : 1u << 20;
        HPDF_MD5Update(&context, (const HPDF_BYTE *)bytes.p + at, (HPDF_UINT32)n);
        at += n;
    }
    HPDF_MD5Final(out, &context);
}

const char *haru_version(void)
{
    return HPDF_GetVersion();
}
