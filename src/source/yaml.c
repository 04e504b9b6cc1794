/* SPDX-License-Identifier: MIT */
/* source/yaml.c — YAML as a tree of values with places; the door to libyaml. */
#include "source/yaml.h"

#include <string.h>

#include <yaml.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"
#include "source/cooked.h"
#include "source/yaml_error.h"

#define YAML_MAX_DEPTH 64    /* no file for people is nested more than five deep */
#define YAML_MAX_REPAIRS 100 /* lines read leniently; each costs another parse */

/* libyaml's objects, hung on the arena as one. */
struct foreign {
    yaml_parser_t parser;
    yaml_event_t event;
};

/* A list or map that is open. */
struct frame {
    struct yaml *node;
    struct yaml **tail; /* where the next value goes */
    struct map keys;    /* of a map: key → the pointer that leads to its value */
    bool has_key;
    struct str key;
    struct span key_span;
};

/* A place as libyaml counts it, and the byte there. */
struct reached {
    size_t line, column, at;
};

struct reader {
    struct arena *a;
    struct foreign *lib;
    struct places places;
    struct reached reached; /* the place that was asked for last */
    uint32_t line_offset;
    struct diags *d;
    struct frame stack[YAML_MAX_DEPTH];
    size_t depth;
    struct yaml *root;
    bool failed;
};

static void foreign_done(void *object)
{
    struct foreign *lib = object;
    yaml_event_delete(&lib->event);
    yaml_parser_delete(&lib->parser); /* leaves zeros behind, so twice is once */
}

/* libyaml counts columns in characters. They are counted on from the last place: a line may hold a
 * whole file. */
static size_t offset_of(struct reader *r, size_t line, size_t column)
{
    struct reached *now = &r->reached;
    struct str text = r->places.text;
    if (now->line != line || now->column > column)
        *now = (struct reached){line, 0, places_offset(&r->places, line + 1, 1)};
    for (; now->column < column && now->at < text.n && text.p[now->at] != '\n';
         now->column++)
        (void)utf8_next(text, &now->at);
    return now->at;
}

static struct span span_of(struct reader *r, yaml_mark_t start, yaml_mark_t end)
{
    size_t from = offset_of(r, start.line, start.column);
    size_t to = offset_of(r, end.line, end.column);
    while (to > from && (to > r->places.text.n || r->places.text.p[to - 1] == '\n'))
        to--;
    struct span span = places_span(&r->places, from, to);
    span.line += r->line_offset;
    span.end_line += r->line_offset;
    return span;
}

static struct span event_span(struct reader *r)
{
    return span_of(r, r->lib->event.start_mark, r->lib->event.end_mark);
}

static void fail(struct reader *r, enum diag_code code, const char *text)
{
    diag_push(r->d, code, event_span(r), "%s", text);
    r->failed = true;
}

/* Unhook the earlier value of a key that comes again. */
static void drop_double(struct reader *r, struct frame *f)
{
    struct yaml *old = map_find(&f->keys, f->key);
    if (!old)
        return;
    diag_push(r->d, D_S0202, f->key_span, "the key “%.*s” stands twice", STR(f->key));
    for (struct yaml **at = &f->node->first; *at; at = &(*at)->next) {
        if (*at != old)
            continue;
        *at = old->next;
        if (f->tail == &old->next)
            f->tail = at;
        return;
    }
}

/* Put a finished or just opened value where it belongs. */
static void attach(struct reader *r, struct yaml *value)
{
    if (r->depth == 0) {
        if (!r->root)
            r->root = value;
        return;
    }
    struct frame *f = &r->stack[r->depth - 1];
    if (f->node->kind == YAML_MAP) {
        value->key = f->key;
        value->key_span = f->key_span;
        drop_double(r, f);
        map_put(r->a, &f->keys, f->key, value);
        f->has_key = false;
    }
    *f->tail = value;
    f->tail = &value->next;
}

/* True where a map waits for a key. */
static bool wants_key(const struct reader *r)
{
    const struct frame *f = r->depth > 0 ? &r->stack[r->depth - 1] : NULL;
    return f && f->node->kind == YAML_MAP && !f->has_key;
}

static struct str event_text(struct reader *r)
{
    return str_dup(r->a, (struct str){(const char *)r->lib->event.data.scalar.value,
                                      r->lib->event.data.scalar.length});
}

static void take_scalar(struct reader *r)
{
    struct str text = event_text(r);
    if (wants_key(r)) {
        struct frame *f = &r->stack[r->depth - 1];
        f->key = text;
        f->key_span = event_span(r);
        f->has_key = true;
        return;
    }
    struct yaml *value = arena_make(r->a, struct yaml);
    value->span = event_span(r);
    value->text = text;
    value->quoted = r->lib->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    bool null =
        !value->quoted && (text.n == 0 || str_eq(text, S("~")) || str_eq(text, S("null")));
    value->kind = null ? YAML_NULL : YAML_SCALAR;
    attach(r, value);
}

static void open_value(struct reader *r, enum yaml_kind kind)
{
    if (wants_key(r)) {
        fail(r, D_S0201, "a key is a list or a map");
        return;
    }
    if (r->depth == YAML_MAX_DEPTH) {
        fail(r, D_S0204, "YAML is nested more than 64 levels deep");
        return;
    }
    struct yaml *value = arena_make(r->a, struct yaml);
    value->kind = kind;
    value->span = event_span(r);
    attach(r, value);
    r->stack[r->depth++] = (struct frame){.node = value, .tail = &value->first};
}

static void close_value(struct reader *r)
{
    struct frame *f = &r->stack[--r->depth];
    f->node->span = span_join(f->node->span, event_span(r));
}

/* Anchors and tags, which would let a file mean more than it shows. */
static bool is_refused(const yaml_event_t *event)
{
    switch ((int)event->type) {
    case YAML_ALIAS_EVENT:
        return true;
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor || event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor || event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.anchor || event->data.mapping_start.tag;
    default:
        return false;
    }
}

static void take(struct reader *r)
{
    if (is_refused(&r->lib->event)) {
        fail(r, D_S0203, "anchors, aliases and tags are not read");
        return;
    }
    switch ((int)r->lib->event.type) {
    case YAML_SCALAR_EVENT:
        take_scalar(r);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open_value(r, YAML_LIST);
        break;
    case YAML_MAPPING_START_EVENT:
        open_value(r, YAML_MAP);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_value(r);
        break;
    default:
        break;
    }
}

/* All events of the first document; false, with `*bad` filled, where libyaml found no YAML. */
static bool read_document(struct reader *r, struct yaml_problem *bad)
{
    for (bool done = false; !done && !r->failed;) {
        yaml_event_delete(&r->lib->event);
        if (!yaml_parser_parse(&r->lib->parser, &r->lib->event)) {
            const yaml_parser_t *p = &r->lib->parser;
            size_t at = offset_of(r, p->problem_mark.line, p->problem_mark.column);
            *bad = (struct yaml_problem){
                str_from(p->problem ? p->problem : "it is no YAML"), at};
            return false;
        }
        take(r);
        done = r->lib->event.type == YAML_STREAM_END_EVENT ||
               r->lib->event.type == YAML_DOCUMENT_END_EVENT;
    }
    return true;
}

/* Parse once. NULL on failure; `bad->text` is empty where the failure has been told already. */
static struct yaml *parse_once(struct arena *a, struct str bytes, uint32_t line_offset,
                               struct diags *d, struct yaml_problem *bad)
{
    struct reader *r = arena_make(a, struct reader);
    r->a = a;
    r->d = d;
    r->line_offset = line_offset;
    r->places = places_of(a, bytes);
    r->lib = arena_make(a, struct foreign);
    if (!yaml_parser_initialize(&r->lib->parser)) {
        *bad = (struct yaml_problem){S("there is no memory"), 0};
        return NULL;
    }
    arena_defer(a, foreign_done, r->lib);
    yaml_parser_set_encoding(&r->lib->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r->lib->parser, (const unsigned char *)bytes.p, bytes.n);
    bool fine = read_document(r, bad);
    foreign_done(r->lib);
    if (!fine || r->failed)
        return NULL;
    if (!r->root) {
        r->root = arena_make(a, struct yaml);
        r->root->kind = YAML_MAP;
        r->root->span = (struct span){line_offset + 1, 1, line_offset + 1, 1};
    }
    return r->root;
}

static struct span problem_span(struct arena *a, struct str bytes, uint32_t line_offset,
                                const struct yaml_problem *bad)
{
    struct places places = places_of(a, bytes);
    struct span span = places_span(&places, bad->at, bad->at);
    span.line += line_offset;
    span.end_line += line_offset;
    return span;
}

static void tell(struct arena *a, struct str bytes, uint32_t line_offset, struct diags *d,
                 const struct yaml_problem *bad)
{
    if (bad->text.n == 0)
        return;
    struct str text, hint;
    yaml_explain(a, bytes, bad, &text, &hint);
    diag_push_hint(d, D_S0201, problem_span(a, bytes, line_offset, bad), hint, "%.*s",
                   STR(text));
}

struct yaml *yaml_parse(struct arena *a, struct str bytes, uint32_t line_offset,
                        struct diags *d)
{
    struct yaml_problem bad = {0};
    struct yaml *root = parse_once(a, bytes, line_offset, d, &bad);
    if (!root)
        tell(a, bytes, line_offset, d, &bad);
    return root;
}

struct yaml *yaml_parse_lenient(struct arena *a, struct str bytes, uint32_t line_offset,
                                struct diags *d)
{
    struct str text = bytes;
    for (int tries = 0;; tries++) {
        struct yaml_problem bad = {0};
        struct diags found = diags_at(a, d->file); /* a repaired file is told of once */
        struct yaml *root = parse_once(a, text, line_offset, &found, &bad);
        struct str mended = S("");
        if (!root && tries < YAML_MAX_REPAIRS && yaml_quote_value(a, text, &bad, &mended)) {
            diag_push(d, D_S0205, problem_span(a, text, line_offset, &bad),
                      "the value holds a colon and is read as text");
            text = mended;
            continue;
        }
        for (size_t i = 0; i < found.list.n; i++)
            vec_push(d->a, &d->list, found.list.at[i]);
        if (!root)
            tell(a, text, line_offset, d, &bad);
        return root;
    }
}
