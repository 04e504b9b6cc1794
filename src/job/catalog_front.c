/* SPDX-License-Identifier: MIT */
/* job/catalog_front.c — the JSON Schema of the front matter, from the table of its keys. */
#include "base/arena.h"
#include "job/catalog.h"
#include "model/front.h"

/* What may stand behind a key, where its form does not tell. */
static const struct {
    const char *key, *schema;
} special[] = {
    {"pages",         "\"anyOf\":[{\"const\":\"auto\"},{\"type\":\"integer\",\"minimum\":1,"
              "\"maximum\":999}]"                               },
    {"metrics",
     "\"anyOf\":[{\"type\":[\"string\",\"object\",\"null\"]},{\"type\":\"array\",\"items\":"
     "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\",\"additionalProperties\":"
     "false,"
     "\"properties\":{\"value\":{},\"label\":{\"type\":\"string\"},\"from\":{},\"to\":{},"
     "\"good\":{\"type\":\"boolean\"},\"note\":{\"type\":\"string\"},"
     "\"order\":{\"type\":\"integer\"},\"hide\":{\"type\":\"boolean\"}}}]}}]"},
    {"overflow",      "\"enum\":[\"error\",\"warn\"]"                        },
    {"paper",         "\"enum\":[\"a4\",\"letter\"]"                         },
    {"gray",          "\"type\":\"boolean\""                                 },
    {"draft",         "\"type\":\"boolean\""                                 },
    {"attach-source", "\"type\":\"boolean\""                                 },
};

static const char *schema_of(const struct front_key *key)
{
    for (size_t i = 0; i < countof(special); i++)
        if (str_eq(str_from(key->name), str_from(special[i].key)))
            return special[i].schema;
    switch (key->form) {
    case FRONT_TEXT:
        return "\"type\":[\"string\",\"number\",\"boolean\",\"null\"]";
    case FRONT_LIST:
        return "\"type\":[\"array\",\"string\",\"null\"]";
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

static void put_key(struct strbuf *b, const struct front_key *key)
{
    strbuf_fmt(b, "\"%s\":{", key->name);
    size_t opened = b->n;
    if (str_eq(str_from(key->name), S("palette")))
        schema_put_palettes(b);
    else
        strbuf_put(b, str_from(schema_of(key)));
    if (b->n > opened && *key->help)
        strbuf_putc(b, ',');
    if (*key->help)
        catalog_put_member(b, "description", str_from(key->help));
    strbuf_putc(b, '}');
}

void schema_front(struct question *q)
{
    size_t n;
    const struct front_key *keys = front_keys(&n);
    strbuf_put(&q->out, S("\"type\":\"object\",\"properties\":{"));
    for (size_t i = 0; i < n; i++) {
        if (i)
            strbuf_putc(&q->out, ',');
        put_key(&q->out, &keys[i]);
    }
    strbuf_put(&q->out, S("},\"additionalProperties\":{\"description\":\"a fact such as "
                          "timeline or stack\"}"));
}
