/* SPDX-License-Identifier: MIT */
/* model/facts/front.c — facts from front matter. */
#include "model/front.h"
#include "base/arena.h"
#include "base/utf8.h"
#include "model/facts/notation.h"

/* Keys at the top level that are facts, and how they are set. Others, such as title and layout,
 * mean something else. */
static const struct {
    const char *key; /* '_' stands for '-' and a space, too */
    const char *name;
} known[] = {
    {"role",             "Role"            },
    {"roles",            "Roles"           },
    {"my_role",          "My role"         },
    {"timeline",         "Timeline"        },
    {"duration",         "Duration"        },
    {"period",           "Period"          },
    {"dates",            "Dates"           },
    {"year",             "Year"            },
    {"stack",            "Stack"           },
    {"tech_stack",       "Tech stack"      },
    {"technology",       "Technology"      },
    {"technologies",     "Technologies"    },
    {"tech",             "Tech"            },
    {"tools",            "Tools"           },
    {"languages",        "Languages"       },
    {"frameworks",       "Frameworks"      },
    {"data",             "Data"            },
    {"dataset",          "Dataset"         },
    {"datasets",         "Datasets"        },
    {"data_source",      "Data source"     },
    {"data_sources",     "Data sources"    },
    {"model",            "Model"           },
    {"models",           "Models"          },
    {"slo",              "SLO"             },
    {"slos",             "SLOs"            },
    {"sla",              "SLA"             },
    {"business_metric",  "Business metric" },
    {"business_metrics", "Business metrics"},
    {"client",           "Client"          },
    {"customer",         "Customer"        },
    {"company",          "Company"         },
    {"organization",     "Organization"    },
    {"organisation",     "Organisation"    },
    {"employer",         "Employer"        },
    {"industry",         "Industry"        },
    {"sector",           "Sector"          },
    {"domain",           "Domain"          },
    {"team",             "Team"            },
    {"team_size",        "Team size"       },
    {"status",           "Status"          },
    {"stage",            "Stage"           },
    {"location",         "Location"        },
    {"region",           "Region"          },
    {"budget",           "Budget"          },
    {"engagement",       "Engagement"      },
    {"platform",         "Platform"        },
    {"infrastructure",   "Infrastructure"  },
    {"cloud",            "Cloud"           },
    {"hardware",         "Hardware"        },
    {"scope",            "Scope"           },
    {"project_type",     "Project type"    },
    {"deliverables",     "Deliverables"    },
    {"services",         "Services"        },
    {"methods",          "Methods"         },
    {"users",            "Users"           },
    {"license",          "License"         },
    {"licence",          "Licence"         },
};

static bool same_key(struct str key, const char *row)
{
    struct str name = str_from(row);
    if (key.n != name.n)
        return false;
    for (size_t i = 0; i < key.n; i++) {
        bool gap = key.p[i] == '-' || key.p[i] == ' ';
        struct str c = gap ? S("_") : str_sub(key, i, i + 1);
        if (!str_eq_nocase(c, str_sub(name, i, i + 1)))
            return false;
    }
    return true;
}

static const char *name_of(struct str key)
{
    for (size_t i = 0; i < countof(known); i++)
        if (same_key(key, known[i].key))
            return known[i].name;
    return NULL;
}

/* A key as it is set: known ones by the table; others as written, but for "snake_case". */
static struct str display(struct arena *a, struct str key)
{
    const char *name = name_of(key);
    bool written =
        str_find_byte(key, ' ', 0) < key.n || str_find_byte(key, '_', 0) == key.n;
    struct strbuf b = strbuf_at(a);
    size_t at = 0;
    if (key.n == 0)
        return key;
    uint32_t first = utf8_next(key, &at);
    if (utf8_lower(first) != first)
        written = true;
    else if (name)
        return str_from(name);
    if (written)
        return key;
    bool ascii = first >= 'a' && first <= 'z';
    strbuf_put_utf8(&b, ascii ? first - 'a' + 'A' : first);
    while (at < key.n) {
        struct str rest = str_sub(key, at, key.n);
        size_t gap = str_find_byte(rest, '_', 0);
        strbuf_put(&b, str_sub(rest, 0, gap));
        if (gap < rest.n)
            strbuf_putc(&b, ' ');
        at += gap + 1;
    }
    return strbuf_str(&b);
}

/* Text of several lines is set as one. */
static struct str one_line(struct arena *a, struct str text)
{
    text = str_trim(text);
    if (str_find_byte(text, '\n', 0) == text.n)
        return text;
    char *p = str_cstr(a, text);
    for (size_t i = 0; i < text.n; i++)
        if (p[i] == '\n')
            p[i] = ' ';
    return (struct str){p, text.n};
}

/* A list is set in one line. */
static struct str text_of(struct arena *a, const struct yaml *value)
{
    if (value->kind != YAML_LIST)
        return one_line(a, yaml_text(value));
    struct strbuf b = strbuf_at(a);
    for (const struct yaml *item = value->first; item; item = item->next) {
        struct str text = one_line(a, yaml_text(item));
        if (text.n == 0)
            continue;
        if (strbuf_str(&b).n)
            strbuf_put(&b, S(", "));
        strbuf_put(&b, text);
    }
    return strbuf_str(&b);
}

static const struct inline_node *text_node(struct arena *a, struct str text,
                                           struct span span)
{
    if (text.n == 0)
        return NULL;
    struct inline_node *node = arena_make(a, struct inline_node);
    node->kind = INLINE_TEXT;
    node->text = text;
    node->span = span;
    return node;
}

static void add(struct arena *a, struct str key, const struct yaml *value,
                struct facts *out)
{
    struct str text = text_of(a, value);
    struct span span =
        value->key_span.line ? span_join(value->key_span, value->span) : value->span;
    vec_push(a, &out->list,
             (struct fact){
                 .key = key,
                 .value = text,
                 .key_inlines = text_node(a, key, value->key_span),
                 .value_inlines = text_node(a, text, value->span),
                 .span = span,
                 .placeholder = text.n == 0 || text_is_placeholder(text),
             });
}

/* "- {key: Role, value: …}", "- Role: …" and "- Role: … " as text. */
static void add_entry(struct arena *a, const struct yaml *entry, struct facts *out,
                      struct diags *d)
{
    const struct yaml *key = yaml_find(entry, S("key")),
                      *value = yaml_find(entry, S("value"));
    if (key && value) {
        add(a, display(a, yaml_text(key)), value, out);
        return;
    }
    if (entry->kind != YAML_MAP || !entry->first) {
        diag_push(d, D_M0201, entry->span, "the fact “%.*s” of the front matter has no key",
                  STR(text_of(a, entry)));
        return;
    }
    for (const struct yaml *pair = entry->first; pair; pair = pair->next)
        add(a, display(a, pair->key), pair, out);
}

static void add_facts(struct arena *a, const struct yaml *facts, struct facts *out,
                      struct diags *d)
{
    size_t first = out->list.n;
    if (facts->kind == YAML_SCALAR) {
        diag_push(d, D_M0201, facts->span, "“facts” is no map of keys and values: “%.*s”",
                  STR(yaml_text(facts)));
        return;
    }
    for (const struct yaml *entry = facts->first; entry; entry = entry->next) {
        if (facts->kind == YAML_LIST)
            add_entry(a, entry, out, d);
        else
            add(a, display(a, entry->key), entry, out);
    }
    for (size_t i = first; i < out->list.n; i++)
        out->list.at[i].set = true;
}

/* A key of the `facts:` map wins over the same key at the top level. */
static bool is_in_facts(const struct yaml *front, struct str key)
{
    const struct yaml *facts = yaml_find(front, S("facts"));
    for (const struct yaml *fact = facts ? facts->first : NULL; fact; fact = fact->next)
        if (str_eq_nocase(fact->key, key))
            return true;
    return false;
}

/* A key of YAML is small; set, it begins like the others. */
static struct str capital(struct arena *a, struct str key)
{
    key = display(a, key);
    if (key.n == 0 || key.p[0] < 'a' || key.p[0] > 'z')
        return key;
    char *p = str_cstr(a, key);
    p[0] = (char)(p[0] - 'a' + 'A');
    return (struct str){p, key.n};
}

/* "rôle:", "durée:", "Zeitraum:": names of facts in any language that mean nothing else here. */
static bool is_fact_key(struct arena *a, struct str key)
{
    return name_of(key) || (key_is_known(a, key) && !front_is_key(key));
}

/* `role:` beside `author:` stands in the masthead, and once is enough. */
static bool is_fact(struct arena *a, const struct yaml *front, const struct yaml *value)
{
    return value->kind != YAML_MAP && is_fact_key(a, value->key) &&
           !is_in_facts(front, value->key) &&
           !(str_eq(value->key, S("role")) && front_role_is_authors(a, front));
}

void facts_from_front(struct arena *a, const struct yaml *front, struct facts *out,
                      struct diags *d)
{
    if (!front || front->kind != YAML_MAP)
        return;
    for (const struct yaml *value = front->first; value; value = value->next) {
        if (str_eq(value->key, S("facts")))
            add_facts(a, value, out, d);
        else if (is_fact(a, front, value))
            add(a, capital(a, value->key), value, out);
    }
}
