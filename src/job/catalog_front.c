/* SPDX-License-Identifier: MIT */
/* job/catalog_front.c — the JSON Schema of the front matter, from the table of its keys. */
#include "base/arena.h"
#include "job/catalog.h"
#include "model/front.h"

/* What may stand behind a key, where its form does not say. */
static const struct {
    const char *key, *schema;
} special[] = {
    {"pages",         "\"anyOf\":[{\"const\":\"auto\"},{\"type\":\"integer\",\"minimum\":1,"
              "\"maximum\":999}]"                                        },
    {"metrics",
     "\"anyOf\":[{\"type\":[\"string\",\"object\",\"null\"]},{\"type\":\"array\",\"items\":"
     "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\",\"additionalProperties\":"
     "false,"
     "\"properties\":{\"value\":{},\"label\":{\"type\":\"string\"},\"from\":{},\"to\":{},"
     "\"good\":{\"type\":\"boolean\"},\"note\":{\"type\":\"string\"},"
     "\"order\":{\"type\":\"integer\"},\"hide\":{\"type\":\"boolean\"}}}]}}]"         },
    {"diagram",       "\"type\":[\"object\",\"null\"],\"additionalProperties\":false,"
                "\"properties\":{\"key\":{"
                "\"type\":\"string\"},\"none\":{\"type\":\"boolean\"}}"},
    {"rename",
     "\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"type\":\"string\"}"  },
    {"overflow",      "\"enum\":[\"error\",\"warn\"]"                                 },
    {"paper",         "\"enum\":[\"a4\",\"letter\"]"                                  },
    {"gray",          "\"type\":\"boolean\""                                          },
    {"draft",         "\"type\":\"boolean\""                                          },
    {"downsample",    "\"type\":\"integer\",\"minimum\":10,\"maximum\":1200"          },
    {"attach-source", "\"type\":\"boolean\""                                          },
};

static const char *schema_of(const struct front_key *key)
{
    for (size_t i = 0; i < countof(special); i++)
        if (str_eq(str_from(key->name), str_from(special[i].key)))
            return special[i].schema;
    switch (key->form) {
    case FRONT_NAMES:
        return "\"type\":[\"array\",\"string\",\"null\"],\"items\":{\"type\":\"string\"}";
    case FRONT_TEXT:
        return "\"type\":[\"string\",\"number\",\"boolean\",\"null\"]";
    case FRONT_MAP:
        return "\"type\":[\"object\",\"null\"]";
    case FRONT_ANY:
    case FRONT_OTHER:
        break;
    }
    return "";
}

void schema_put_palettes(struct strbuf *b)
{
    static const char *const names[] = {
#define X(name, accent, tint, line, deep) name,
#include "style/palettes.def"
#undef X
    };
    strbuf_put(b, S("\"enum\":["));
    for (size_t i = 0; i < countof(names); i++)
        strbuf_fmt(b, "%s\"%s\"", i ? "," : "", names[i]);
    strbuf_putc(b, ']');
}

static void put_variants(struct strbuf *b);

static void put_key(struct strbuf *b, const struct front_key *key)
{
    strbuf_fmt(b, "\"%s\":{", key->name);
    size_t opened = b->n;
    if (str_eq(str_from(key->name), S("palette")))
        schema_put_palettes(b);
    else if (str_eq(str_from(key->name), S("variants")))
        put_variants(b);
    else
        strbuf_put(b, str_from(schema_of(key)));
    if (b->n > opened && *key->help)
        strbuf_putc(b, ',');
    if (*key->help)
        catalog_put_member(b, "description", str_from(key->help));
    strbuf_putc(b, '}');
}

/* All keys, or those that a variant may have. */
static void put_keys(struct strbuf *b, bool of_variant)
{
    size_t n;
    const struct front_key *keys = front_keys(&n);
    strbuf_put(b, S("\"properties\":{"));
    for (size_t i = 0; i < n; i++) {
        if (of_variant && front_makes_variants(str_from(keys[i].name)))
            continue;
        if (i)
            strbuf_putc(b, ',');
        put_key(b, &keys[i]);
    }
    strbuf_put(b, S("},\"additionalProperties\":{\"description\":\"a fact such as "
                    "timeline or stack\"}"));
}

/* Each variant is a map of the same keys. */
static void put_variants(struct strbuf *b)
{
    strbuf_put(b, S("\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"type\":["
                    "\"object\",\"null\"],"));
    put_keys(b, true);
    strbuf_putc(b, '}');
}

void schema_front(struct question *q)
{
    strbuf_put(&q->out, S("\"type\":\"object\","));
    put_keys(&q->out, false);
}
