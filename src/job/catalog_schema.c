/* SPDX-License-Identifier: MIT */
/* job/catalog_schema.c — JSON Schemas of what recto reads and writes. */
#include "base/arena.h"
#include "job/catalog.h"

static const struct {
    const char *name;
    void (*put)(struct question *q);
} schemas[] = {
    {"front-matter", schema_front      },
    {"layout",       schema_layout     },
    {"portfolio",    schema_portfolio  },
    {"inspect",      schema_inspect    },
    {"diagnostics",  schema_diagnostics},
};

void catalog_put_member(struct strbuf *b, const char *name, struct str text)
{
    strbuf_fmt(b, "\"%s\":", name);
    strbuf_put_json(b, text);
}

void schema_put_finding(struct question *q, bool with_file)
{
    strbuf_put(&q->out, S("{\"type\":\"object\",\"required\":[\"code\",\"level\",\"line\","
                          "\"column\",\"text\",\"hint\"],\"properties\":{"
                          "\"code\":{\"enum\":["));
    for (int code = 0; code < DIAG_CODES; code++)
        strbuf_fmt(&q->out, "%s\"%s\"", code ? "," : "",
                   diag_row((enum diag_code)code)->id);
    strbuf_put(&q->out, S("]},\"level\":{\"enum\":[\"info\",\"warning\",\"error\"]},"));
    if (with_file)
        strbuf_put(
            &q->out,
            S("\"file\":{\"type\":\"string\",\"description\":\"as it was named; empty "
              "where the finding is about the command line\"},"
              "\"end_line\":{\"type\":\"integer\",\"minimum\":0},"
              "\"end_column\":{\"type\":\"integer\",\"minimum\":0,"
              "\"description\":\"of the last character, not behind it\"},"));
    strbuf_put(
        &q->out,
        S("\"line\":{\"type\":\"integer\",\"minimum\":0,"
          "\"description\":\"from 1; 0: the file as a whole\"},"
          "\"column\":{\"type\":\"integer\",\"minimum\":0,"
          "\"description\":\"in characters, from 1; 0: the line as a whole\"},"
          "\"text\":{\"type\":\"string\"},"
          "\"hint\":{\"type\":\"string\",\"description\":\"what to write instead; may be "
          "empty\"}}}"));
}

void schema_diagnostics(struct question *q)
{
    strbuf_put(&q->out, S("\"description\":\"one line of what --diagnostics json writes\","
                          "\"oneOf\":["));
    schema_put_finding(q, true);
    strbuf_put(
        &q->out,
        S(",{\"type\":\"object\",\"description\":\"what --report adds\","
          "\"required\":[\"file\",\"step\",\"pages\",\"fill\",\"stages\"],\"properties\":{"
          "\"file\":{\"type\":\"string\"},"
          "\"step\":{\"type\":\"integer\"},\"steps\":{\"type\":\"integer\"},"
          "\"tried\":{\"type\":\"integer\"},\"pages\":{\"type\":\"integer\"},"
          "\"budget\":{\"type\":\"integer\",\"description\":\"0: auto\"},"
          "\"fill\":{\"type\":\"array\",\"items\":{\"type\":\"number\"},"
          "\"description\":\"share of each page that is filled\"},"
          "\"knobs\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"array\","
          "\"items\":{\"type\":\"string\"},\"minItems\":2,\"maxItems\":2},"
          "\"description\":\"layout keys that the fit moved: airy value, value used\"},"
          "\"stages\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"number\"},"
          "\"description\":\"milliseconds\"}}}]"));
}

static recto_status schema(struct question *q)
{
    for (size_t i = 0; i < countof(schemas); i++) {
        struct str name = str_from(schemas[i].name);
        catalog_consider(q, name);
        if (!str_eq(q->name, name))
            continue;
        strbuf_fmt(&q->out,
                   "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
                   "\"title\":\"recto %s\",",
                   schemas[i].name);
        schemas[i].put(q);
        strbuf_put(&q->out, S("}\n"));
        return RECTO_OK;
    }
    return RECTO_USAGE;
}

recto_status recto_schema(const char *name, recto_sink sink, char nearest[RECTO_NAME_MAX])
{
    return catalog_ask(name, sink, nearest, schema);
}
