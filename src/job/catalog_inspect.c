/* SPDX-License-Identifier: MIT */
/* job/catalog_inspect.c — the JSON Schema of what `recto inspect` prints. */
#include "base/arena.h"
#include "job/catalog.h"

/* Types of members, as rows name them. */
static const struct {
    char letter;
    const char *schema;
} types[] = {
    {'s', "{\"type\":\"string\"}"                                                         },
    {'n', "{\"type\":[\"string\",\"null\"]}"                                              },
    {'i', "{\"type\":\"integer\",\"minimum\":0}"                                          },
    {'l',
     "{\"type\":\"integer\",\"minimum\":0,\"description\":\"line of the source, from 1\"}"},
    {'t', "{\"type\":\"boolean\"}"                                                        },
    {'b', "{\"type\":[\"boolean\",\"null\"]}"                                             },
};

struct member {
    const char *name;
    char type;         /* of `types`; 'e': one of `words` */
    const char *words; /* parted by bars */
};

static void put_words(struct strbuf *b, const char *words)
{
    struct str rest = str_from(words);
    strbuf_put(b, S("{\"enum\":["));
    for (int i = 0; rest.p; i++) {
        struct str word = str_cut(&rest, '|');
        strbuf_fmt(b, "%s\"%.*s\"", i ? "," : "", STR(word));
    }
    strbuf_put(b, S("]}"));
}

static void put_member(struct strbuf *b, const struct member *m)
{
    strbuf_fmt(b, "\"%s\":", m->name);
    if (m->type == 'e')
        put_words(b, m->words);
    for (size_t i = 0; i < countof(types); i++)
        if (types[i].letter == m->type)
            strbuf_put(b, str_from(types[i].schema));
}

/* An object of exactly these members. */
static void put_object(struct strbuf *b, const struct member *members, size_t n)
{
    strbuf_put(b, S("{\"type\":\"object\",\"additionalProperties\":false,\"required\":["));
    for (size_t i = 0; i < n; i++)
        strbuf_fmt(b, "%s\"%s\"", i ? "," : "", members[i].name);
    strbuf_put(b, S("],\"properties\":{"));
    for (size_t i = 0; i < n; i++) {
        if (i)
            strbuf_putc(b, ',');
        put_member(b, &members[i]);
    }
    strbuf_put(b, S("}}"));
}

static void begin_list(struct strbuf *b, const char *name)
{
    strbuf_fmt(b, ",\"%s\":{\"type\":\"array\",\"items\":", name);
}

static void put_list(struct strbuf *b, const char *name, const struct member *members,
                     size_t n)
{
    begin_list(b, name);
    put_object(b, members, n);
    strbuf_putc(b, '}');
}

/* "tldr|facts|…", from the table of kinds. */
static const char *kinds(struct arena *a)
{
    struct strbuf b = strbuf_at(a);
    for (int kind = 0; kind < SECTION_KINDS; kind++)
        strbuf_fmt(&b, "%s%.*s", kind ? "|" : "",
                   STR(section_kind_name((enum section_kind)kind)));
    return str_cstr(a, strbuf_str(&b));
}

static void put_sections(struct question *q)
{
    const struct member section[] = {
        {"kind",  'e', kinds(q->job->arena)},
        {"title", 's', NULL                },
        {"level", 'i', NULL                },
        {"line",  'l', NULL                },
        {"words", 'i', NULL                },
    };
    put_list(&q->out, "sections", section, countof(section));
}

static void put_metrics(struct strbuf *b, const char *section_kinds)
{
    const struct member metric[] = {
        {"value",     's', NULL          },
        {"label",     's', NULL          },
        {"direction", 'e', "up|down|none"},
        {"good",      'b', NULL          },
        {"from",      'n', NULL          },
        {"to",        'n', NULL          },
        {"section",   'e', section_kinds },
        {"line",      'l', NULL          },
    };
    put_list(b, "metrics", metric, countof(metric));
}

static void put_diagrams(struct strbuf *b)
{
    static const struct member node[] = {
        {"id",    's', NULL                      },
        {"label", 's', NULL                      },
        {"shape", 'e', "box|store|round|decision"},
        {"group", 'n', NULL                      },
        {"key",   't', NULL                      },
        {"note",  'n', NULL                      },
    };
    static const struct member edge[] = {
        {"from",  's', NULL                    },
        {"to",    's', NULL                    },
        {"label", 'n', NULL                    },
        {"kind",  'e', "forward|back|both|none"},
    };
    begin_list(b, "diagrams");
    strbuf_put(
        b,
        S("{\"type\":\"object\",\"required\":[\"nodes\",\"edges\",\"direction\",\"line\"],"
          "\"properties\":{\"direction\":{\"enum\":[\"right\",\"left\",\"down\",\"up\"]},"
          "\"line\":{\"type\":\"integer\",\"minimum\":0}"));
    put_list(b, "nodes", node, countof(node));
    put_list(b, "edges", edge, countof(edge));
    strbuf_put(b, S("}}}"));
}

static void put_lists(struct question *q)
{
    static const struct member fact[] = {
        {"key",   's', NULL},
        {"value", 's', NULL},
        {"line",  'l', NULL},
    };
    static const struct member link[] = {
        {"text", 's', NULL},
        {"url",  's', NULL},
        {"line", 'l', NULL},
    };
    put_sections(q);
    put_list(&q->out, "facts", fact, countof(fact));
    put_metrics(&q->out, kinds(q->job->arena));
    put_diagrams(&q->out);
    put_list(&q->out, "links", link, countof(link));
    put_list(&q->out, "contact", link, countof(link));
}

void schema_inspect(struct question *q)
{
    strbuf_put(
        &q->out,
        S("\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"recto\","
          "\"source\",\"lang\",\"title\",\"subtitle\",\"author\",\"date\",\"sections\","
          "\"facts\",\"metrics\",\"diagrams\",\"links\",\"contact\",\"diagnostics\"],"
          "\"properties\":{\"recto\":{\"const\":1,\"description\":\"version of this "
          "form\"},"
          "\"source\":{\"type\":\"string\"},\"lang\":{\"type\":\"string\","
          "\"description\":\"BCP 47\"},\"title\":{\"type\":[\"string\",\"null\"]},"
          "\"subtitle\":{\"type\":[\"string\",\"null\"]},"
          "\"author\":{\"type\":\"object\",\"required\":[\"name\",\"role\"],\"properties\":"
          "{"
          "\"name\":{\"type\":[\"string\",\"null\"]},"
          "\"role\":{\"type\":[\"string\",\"null\"]}}},"
          "\"date\":{\"type\":[\"string\",\"null\"]}"));
    put_lists(q);
    strbuf_put(&q->out, S(",\"diagnostics\":{\"type\":\"array\",\"items\":"));
    schema_put_finding(q, false);
    strbuf_put(&q->out, S("}}"));
}
