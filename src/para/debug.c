/* SPDX-License-Identifier: MIT */
/* para/debug.c — paragraphs as item lists through TeX's rules: `recto debug break`. */
#include <limits.h>

#include "base/arena.h"
#include "base/diag.h"
#include "para/json.h"
#include "para/knuth.h"
#include "para/para.h"

/* TeX's lengths end below 2^30 sp; longer ones would make no sense of its arithmetic. */
#define LENGTH_MAX ((INT64_C(1) << 30) - 1)
#define PENALTY_MAX 1000000
#define DEMERITS_MAX ((INT64_C(1) << 30) - 1)

static int64_t clamp(int64_t v, int64_t limit)
{
    if (v > limit)
        return limit;
    return v < -limit ? -limit : v;
}

/* Numbers of an item after its kind; absent ones are 0, the flag of a discretionary is 1. */
struct numbers {
    int64_t at[6];
    size_t n;
};

static bool read_numbers(const struct json *v, struct numbers *out)
{
    *out = (struct numbers){.at = {[5] = 1}};
    for (const struct json *x = v->first->next; x != NULL; x = x->next) {
        bool number = x->kind == JSON_NUMBER || x->kind == JSON_BOOL;
        if (!number || out->n >= sizeof out->at / sizeof out->at[0])
            return false;
        out->at[out->n++] = clamp(x->number, LENGTH_MAX);
    }
    return true;
}

/* ["box", width] */
static bool read_box(const struct numbers *v, struct item *out)
{
    out->kind = ITEM_BOX;
    out->width = v->at[0];
    return v->n == 1;
}

/* ["glue", width, stretch, order of the stretch, shrink] */
static bool read_glue(const struct numbers *v, struct item *out)
{
    out->kind = ITEM_GLUE;
    out->width = v->at[0];
    out->stretch = v->at[1];
    out->order = (uint8_t)(v->at[2] & 0xFF);
    out->shrink = v->at[3];
    return v->n == 4 && v->at[2] >= 0 && v->at[2] <= KNUTH_ORDERS;
}

/* ["pen", penalty] */
static bool read_penalty(const struct numbers *v, struct item *out)
{
    out->kind = ITEM_PENALTY;
    out->penalty = (int32_t)clamp(v->at[0], PENALTY_MAX);
    return v->n == 1;
}

/* ["disc", pre, post, replace, penalty, explicit, flagged] */
static bool read_disc(const struct numbers *v, struct item *out)
{
    out->kind = ITEM_DISC;
    out->pre = v->at[0];
    out->post = v->at[1];
    out->width = v->at[2];
    out->penalty = (int32_t)clamp(v->at[3], PENALTY_MAX);
    out->automatic = v->at[4] == 0;
    out->flagged = v->at[5] != 0;
    return v->n >= 4;
}

static bool read_item(const struct json *v, struct item *out)
{
    static const struct {
        const char *name;
        bool (*read)(const struct numbers *v, struct item *out);
    } kinds[] = {
        {"box",  read_box    },
        {"glue", read_glue   },
        {"pen",  read_penalty},
        {"disc", read_disc   },
    };
    struct numbers numbers;
    if (v->kind != JSON_ARRAY || v->count == 0 || v->first->kind != JSON_STRING)
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (str_eq(v->first->text, str_from(kinds[i].name)))
            return read_numbers(v, &numbers) && kinds[i].read(&numbers, out);
    return false;
}

static int small(const struct json *par, struct str key, int preset)
{
    return (int)clamp(json_number(par, key, preset), INT_MAX);
}

static void add_pass(struct knuth_params *p, int tolerance, bool hyphenate,
                     int64_t emergency)
{
    if (tolerance > KNUTH_BAD)
        tolerance = KNUTH_BAD;
    p->pass[p->passes++] = (struct knuth_pass){tolerance, hyphenate, emergency};
}

/* plain TeX's parameters, as far as `par` does not say otherwise. */
static struct knuth_params read_params(const struct json *par, int64_t measure)
{
    struct knuth_params p = {
        .rules = KNUTH_TEX,
        .measure = measure,
        .line_penalty = small(par, S("linepenalty"), 10),
        .adjacent = clamp(json_number(par, S("adjdemerits"), 10000), DEMERITS_MAX),
        .double_flag =
            clamp(json_number(par, S("doublehyphendemerits"), 10000), DEMERITS_MAX),
        .final_flag = clamp(json_number(par, S("finalhyphendemerits"), 5000), DEMERITS_MAX),
        .looseness = small(par, S("looseness"), 0),
    };
    int pretolerance = small(par, S("pretolerance"), 100);
    int tolerance = small(par, S("tolerance"), 200);
    int64_t emergency = clamp(json_number(par, S("emergencystretch"), 0), LENGTH_MAX);
    if (pretolerance >= 0)
        add_pass(&p, pretolerance, false, 0);
    add_pass(&p, tolerance, true, 0);
    if (emergency > 0)
        add_pass(&p, tolerance, true, emergency);
    return p;
}

static void put_result(struct strbuf *out, struct str name, const struct knuth_result *r)
{
    strbuf_put(out, S("{\"name\": "));
    strbuf_put_json(out, name);
    strbuf_put(out, S(", \"breaks\": ["));
    for (size_t i = 0; i < r->count; i++)
        strbuf_fmt(out, "%s%u", i ? ", " : "", (unsigned)r->breaks[i]);
    strbuf_fmt(out, "], \"total\": %lld, \"tex_total\": %lld, \"overfull\": %s}",
               (long long)r->clean_total, (long long)r->total,
               r->overfull ? "true" : "false");
}

/* One paragraph; gives what is wrong with it, NULL where nothing is. */
static const char *break_case(struct arena *a, const struct json *v, struct strbuf *out)
{
    const struct json *name = json_find(v, S("name"));
    const struct json *list = json_find(v, S("items"));
    const struct json *width = json_find(v, S("width"));
    if (width == NULL || width->kind != JSON_NUMBER)
        return "has no number \"width\"";
    if (list == NULL || list->kind != JSON_ARRAY)
        return "has no list \"items\"";
    struct item *items = arena_many(a, list->count, struct item);
    size_t n = 0;
    for (const struct json *item = list->first; item != NULL; item = item->next)
        if (!read_item(item, &items[n++]))
            return "has an item that is no box, glue, pen or disc";
    struct knuth_params p =
        read_params(json_find(v, S("par")), clamp(width->number, LENGTH_MAX));
    struct knuth_result result = knuth_break(a, items, n, &p);
    put_result(out, name && name->kind == JSON_STRING ? name->text : S(""), &result);
    return NULL;
}

static struct span span_of(struct str text, size_t at)
{
    struct span s = {1, 1, 1, 1};
    for (size_t i = 0; i < at && i < text.n; i++) {
        s.column = text.p[i] == '\n' ? 1 : s.column + 1;
        s.line += text.p[i] == '\n';
    }
    s.end_line = s.line;
    s.end_column = s.column;
    return s;
}

recto_status par_debug_break(struct arena *a, struct str json, struct str *out,
                             struct diags *d)
{
    size_t bad = 0;
    const struct json *top = json_read(a, json, &bad);
    if (top == NULL)
        return diag_fail(d, D_P0102, RECTO_BAD_INPUT, span_of(json, bad),
                         "this is not JSON that can be read");
    bool list = top->kind == JSON_ARRAY;
    struct strbuf text = strbuf_at(a);
    strbuf_putc(&text, '[');
    size_t number = 0;
    for (const struct json *v = list ? top->first : top; v != NULL; v = v->next) {
        strbuf_put(&text, number++ ? S(",\n ") : S(""));
        const char *wrong = break_case(a, v, &text);
        if (wrong != NULL)
            return diag_fail(d, D_P0102, RECTO_BAD_INPUT, (struct span){0},
                             "paragraph %zu %s", number, wrong);
    }
    strbuf_put(&text, S("]\n"));
    *out = strbuf_str(&text);
    return RECTO_OK;
}
