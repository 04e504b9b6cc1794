/* SPDX-License-Identifier: MIT */
/* job/catalog_portfolio.c — the JSON Schema of portfolio files, from the table of their keys. */
#include "base/arena.h"
#include "book/portfolio.h"
#include "job/catalog.h"

#define TEXT "\"type\":[\"string\",\"number\",\"null\"]"

static void put_map(struct strbuf *b, unsigned in);

/* What a list holds: parts, or studies, which may be file names. */
static void put_items(struct strbuf *b, struct str key)
{
    strbuf_put(b, S("\"type\":\"array\",\"items\":{"));
    if (str_eq(key, S("parts"))) {
        put_map(b, IN_PART);
    } else {
        strbuf_put(b, S("\"anyOf\":[{\"type\":\"string\"},{"));
        put_map(b, IN_STUDY);
        strbuf_put(b, S("}]"));
    }
    strbuf_put(b, S("},"));
}

static void put_key(struct strbuf *b, const struct portfolio_key *key)
{
    strbuf_fmt(b, "\"%s\":{", key->name);
    switch (key->form) {
    case PORTFOLIO_TEXT:
        strbuf_put(b, S(TEXT ","));
        break;
    case PORTFOLIO_TEXTS:
        strbuf_put(b,
                   S("\"anyOf\":[{" TEXT "},{\"type\":\"array\",\"items\":{" TEXT "}}],"));
        break;
    case PORTFOLIO_SWITCH:
        strbuf_put(b, S("\"type\":\"boolean\","));
        break;
    case PORTFOLIO_LIST:
        put_items(b, str_from(key->name));
        break;
    }
    catalog_put_member(b, "description", str_from(key->help));
    strbuf_putc(b, '}');
}

static void put_map(struct strbuf *b, unsigned in)
{
    size_t n, put = 0;
    const struct portfolio_key *keys = portfolio_keys(&n);
    strbuf_put(b, S("\"type\":\"object\",\"properties\":{"));
    for (size_t i = 0; i < n; i++) {
        if (!(keys[i].in & in))
            continue;
        if (put++)
            strbuf_putc(b, ',');
        put_key(b, &keys[i]);
    }
    strbuf_put(b, S("},\"additionalProperties\":false"));
    if (in == IN_STUDY)
        strbuf_put(b, S(",\"required\":[\"file\"]"));
    if (in == IN_PART)
        strbuf_put(b, S(",\"required\":[\"name\",\"studies\"]"));
}

void schema_portfolio(struct question *q)
{
    put_map(&q->out, IN_BOOK);
}
