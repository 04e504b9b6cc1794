/* SPDX-License-Identifier: MIT */
/* job/catalog_layout.c — the JSON Schema of a layout file, from the table of its keys. */
#include "base/arena.h"
#include "job/catalog.h"
#include "style/slot.h"

#define MODEL_ROLE "roles.text."
#define LENGTH_PATTERN "^-?[0-9]*[.]?[0-9]+ *(pt|mm|cm|in|em|L)$"

static void put_choices(struct strbuf *b, const char *words)
{
    struct str rest = str_from(words);
    strbuf_put(b, S("\"enum\":["));
    for (int i = 0; rest.p; i++) {
        struct str word = str_cut(&rest, '|');
        strbuf_fmt(b, "%s\"%.*s\"", i ? "," : "", STR(word));
    }
    strbuf_putc(b, ']');
}

/* "one two" or [one, two] */
static void put_words(struct strbuf *b, const char *words)
{
    strbuf_put(b, S("\"anyOf\":[{\"type\":\"string\"},{\"type\":\"array\",\"items\":{"));
    put_choices(b, words);
    strbuf_put(b, S("}}]"));
}

/* "#15633F" or "accent" */
static void put_ink(struct strbuf *b, const char *names)
{
    strbuf_put(b,
               S("\"anyOf\":[{\"type\":\"string\",\"pattern\":\"^#[0-9A-Fa-f]{6}$\"},{"));
    put_choices(b, names);
    strbuf_put(b, S("}]"));
}

static void put_integer(struct strbuf *b, const struct style_key *key)
{
    strbuf_put(b, S("\"type\":\"integer\""));
    if (*key->low)
        strbuf_fmt(b, ",\"minimum\":%s", key->low);
    if (*key->high)
        strbuf_fmt(b, ",\"maximum\":%s", key->high);
}

static void put_type(struct strbuf *b, const struct style_key *key)
{
    struct str type = str_from(key->type);
    if (str_eq(type, S("choice")))
        put_choices(b, key->low);
    else if (str_eq(type, S("words")))
        put_words(b, key->low);
    else if (str_eq(type, S("ink")))
        put_ink(b, key->low);
    else if (str_eq(type, S("integer")))
        put_integer(b, key);
    else if (str_eq(type, S("switch")))
        strbuf_put(b, S("\"type\":\"boolean\""));
    else if (str_eq(type, S("ratio")))
        strbuf_put(b, S("\"type\":[\"number\",\"string\"],"
                        "\"pattern\":\"^-?[0-9]*[.]?[0-9]+ *%?$\""));
    else if (str_eq(type, S("colour")))
        strbuf_put(b, S("\"type\":\"string\",\"pattern\":\"^#[0-9A-Fa-f]{6}$\""));
    else if (str_eq(type, S("length")))
        strbuf_put(b, S("\"anyOf\":[{\"const\":0},{\"type\":\"string\",\"pattern\":"
                        "\"" LENGTH_PATTERN "\"}]"));
    else
        strbuf_put(b, S("\"type\":\"string\""));
}

static void put_key(struct strbuf *b, struct str name, const struct style_key *key)
{
    strbuf_put_json(b, name);
    strbuf_put(b, S(":{"));
    put_type(b, key);
    strbuf_putc(b, ',');
    struct str range = str_from(key->help);
    if (str_eq(str_from(key->type), S("length")) && *key->low)
        range = str_fmt(b->a, "%s; %s to %s", key->help, key->low, key->high);
    catalog_put_member(b, "description", range);
    if (*key->preset) {
        strbuf_putc(b, ',');
        bool bare = str_eq(str_from(key->type), S("switch")) ||
                    str_eq(str_from(key->type), S("integer"));
        if (bare)
            strbuf_fmt(b, "\"default\":%s", key->preset);
        else
            catalog_put_member(b, "default", str_from(key->preset));
    }
    strbuf_putc(b, '}');
}

/* An object that holds the keys beginning with `prefix`, and no others. */
static void put_group(struct strbuf *b, struct str prefix, const struct style_key *keys,
                      size_t n)
{
    bool first = true;
    strbuf_put(b,
               S("{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"));
    for (size_t i = 0; i < n; i++) {
        if (!str_starts(keys[i].key, prefix))
            continue;
        if (!first)
            strbuf_putc(b, ',');
        put_key(b, str_sub(keys[i].key, prefix.n, keys[i].key.n), &keys[i]);
        first = false;
    }
    strbuf_put(b, S("}}"));
}

/* The first part of a key with its dot: "page." */
static struct str group_of(struct str key)
{
    return str_sub(key, 0, str_find_byte(key, '.', 0) + 1);
}

static bool group_is_new(const struct style_key *keys, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (str_starts(keys[k].key, group_of(keys[i].key)))
            return false;
    return !str_starts(keys[i].key, S("roles."));
}

static void put_groups(struct strbuf *b, const struct style_key *keys, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct str group = group_of(keys[i].key);
        if (!group_is_new(keys, i))
            continue;
        strbuf_fmt(b, ",\"%.*s\":", (int)group.n - 1, group.p);
        put_group(b, group, keys, n);
    }
}

static void put_roles(struct strbuf *b)
{
    strbuf_put(b, S(",\"roles\":{\"type\":\"object\",\"additionalProperties\":false,"
                    "\"properties\":{"));
    for (size_t r = 0; r < ROLES; r++) {
        strbuf_fmt(b, "%s\"%s\":{\"$ref\":\"#/$defs/role\",", r ? "," : "",
                   slot_role_name(r));
        catalog_put_member(b, "description", str_from(slot_role_help(r)));
        strbuf_putc(b, '}');
    }
    strbuf_put(b, S("}}"));
}

static void put_own_keys(struct strbuf *b)
{
    strbuf_put(b,
               S("\"name\":{\"type\":\"string\"},\"about\":{\"type\":\"string\"},"
                 "\"extends\":{\"type\":\"string\",\"description\":\"a layout, or a file "
                 "beside this one, whose keys hold where this one says nothing\"},"
                 "\"paper\":{\"enum\":[\"a4\",\"letter\"]},\"palette\":{"));
    schema_put_palettes(b);
    strbuf_put(b, S("},\"fonts\":{\"type\":\"object\",\"additionalProperties\":"
                    "{\"type\":\"string\"},\"description\":\"names of families, for "
                    "roles.ROLE.family\"},"));
    strbuf_put(b,
               S("\"fit\":{\"type\":\"object\",\"additionalProperties\":false,"
                 "\"properties\":{\"comfortable\":{\"type\":\"integer\",\"minimum\":0,"
                 "\"description\":\"steps that --pages auto takes before it takes another "
                 "page\"},\"stages\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
                 "\"required\":[\"steps\"],\"properties\":{\"steps\":{"
                 "\"type\":\"integer\",\"minimum\":1,\"maximum\":40}},"
                 "\"additionalProperties\":{\"type\":\"array\",\"minItems\":2,"
                 "\"maxItems\":2},\"description\":\"keys of the layout, each from its airy "
                 "to its tight value\"}}}}"));
}

void schema_layout(struct question *q)
{
    struct style_key *keys;
    struct strbuf *b = &q->out;
    size_t n = style_keys(q->job->arena, &keys);
    strbuf_put(b, S("\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"));
    put_own_keys(b);
    put_groups(b, keys, n);
    put_roles(b);
    strbuf_put(b, S("},\"$defs\":{\"role\":"));
    put_group(b, S(MODEL_ROLE), keys, n);
    strbuf_putc(b, '}');
}
