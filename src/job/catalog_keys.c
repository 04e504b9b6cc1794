/* SPDX-License-Identifier: MIT */
/* job/catalog_keys.c — explains what may stand in a layout. */
#include "base/arena.h"
#include "job/catalog.h"
#include "style/slot.h"

/* Stands for all roles, which have the same keys. */
#define MODEL_ROLE "roles.text."

/* True where a value is, or holds, words out of a list. */
static bool has_words(const struct style_key *key)
{
    struct str type = str_from(key->type);
    return str_eq(type, S("choice")) || str_eq(type, S("words")) || str_eq(type, S("ink"));
}

/* "20pt to 200pt", "table|grid|list", "at least 4pt", or nothing. */
static void put_range(struct strbuf *b, const struct style_key *key)
{
    if (has_words(key))
        strbuf_put(b, str_from(key->low));
    else if (*key->low && *key->high)
        strbuf_fmt(b, "%s to %s", key->low, key->high);
    else if (*key->low)
        strbuf_fmt(b, "at least %s", key->low);
}

static void put_row(struct strbuf *b, struct str name, const struct style_key *key)
{
    strbuf_fmt(b, "%.*s\t%s\t", STR(name), key->type);
    put_range(b, key);
    strbuf_fmt(b, "\t%s\t%s\n", key->preset, key->help);
}

static void put_all(struct question *q, const struct style_key *keys, size_t n)
{
    struct arena *a = q->job->arena;
    struct str model = S(MODEL_ROLE);
    for (size_t i = 0; i < n; i++)
        if (!str_starts(keys[i].key, S("roles.")))
            put_row(&q->out, keys[i].key, &keys[i]);
    for (size_t i = 0; i < n; i++)
        if (str_starts(keys[i].key, model)) {
            struct str field = str_sub(keys[i].key, model.n, keys[i].key.n);
            put_row(&q->out, str_fmt(a, "roles.ROLE.%.*s", STR(field)), &keys[i]);
        }
    for (size_t r = 0; r < ROLES; r++)
        strbuf_fmt(&q->out, "roles.%s\trole\t\t\t%s\n", slot_role_name(r),
                   slot_role_help(r));
}

static void put_one(struct question *q, const struct style_key *key)
{
    struct strbuf *b = &q->out;
    strbuf_fmt(b, "%.*s — %s\n  type: %s\n", STR(key->key), key->help, key->type);
    if (*key->low) {
        bool many = str_eq(str_from(key->type), S("words"));
        strbuf_put(b, many             ? S("  any of: ")
                      : has_words(key) ? S("  one of: ")
                                       : S("  range: "));
        put_range(b, key);
        strbuf_putc(b, '\n');
    }
    if (*key->preset)
        strbuf_fmt(b, "  preset: %s\n", key->preset);
    if (str_eq(str_from(key->type), S("length")))
        strbuf_put(b, S("  units: pt, mm, cm, in, em of the text, L (its leading)\n"));
    const char *value = *key->preset ? key->preset : "VALUE";
    const char *quote =
        str_find_byte(str_from(value), ' ', 0) < str_from(value).n ? "'" : "";
    strbuf_fmt(b, "  for one run: --set %s%.*s=%s%s\n", quote, STR(key->key), value, quote);
}

static recto_status one_key(struct question *q, const struct style_key *keys, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(keys[i].key, q->name)) {
            put_one(q, &keys[i]);
            return RECTO_OK;
        }
    size_t slot = slot_find(q->name);
    if (slot != SIZE_MAX) { /* a short name: slots are in the order of the keys */
        put_one(q, &keys[slot]);
        return RECTO_OK;
    }
    q->near = slot_nearest(q->job->arena, q->name);
    return RECTO_USAGE;
}

static recto_status keys_of(struct question *q)
{
    struct style_key *keys;
    size_t n = style_keys(q->job->arena, &keys);
    if (q->name.p)
        return one_key(q, keys, n);
    put_all(q, keys, n);
    return RECTO_OK;
}

recto_status recto_explain_layout(const char *key, recto_sink sink,
                                  char nearest[RECTO_NAME_MAX])
{
    return catalog_ask(key, sink, nearest, keys_of);
}
