/* SPDX-License-Identifier: MIT */
/* model/dump.c — a study as JSON, for `recto inspect`. */
#include "base/arena.h"
#include "model/study.h"

/* The writer: an array of objects, one a line. */
struct json {
    struct strbuf out;
    bool first; /* nothing has been written inside of the innermost bracket */
};

static void put_key(struct json *j, const char *key)
{
    strbuf_put(&j->out, j->first ? S("") : S(", "));
    strbuf_fmt(&j->out, "\"%s\": ", key);
    j->first = false;
}

static void put_string(struct json *j, const char *key, struct str s)
{
    put_key(j, key);
    strbuf_put_json(&j->out, s);
}

/* null where there is nothing to say. */
static void put_optional(struct json *j, const char *key, struct str s)
{
    if (s.n > 0) {
        put_string(j, key, s);
        return;
    }
    put_key(j, key);
    strbuf_put(&j->out, S("null"));
}

static void put_number(struct json *j, const char *key, size_t n)
{
    put_key(j, key);
    strbuf_fmt(&j->out, "%zu", n);
}

/* A key of the outermost object, on a line of its own. */
static void begin_member(struct json *j, const char *key)
{
    strbuf_fmt(&j->out, ",\n  \"%s\": ", key);
}

static void begin_list(struct json *j, const char *key)
{
    begin_member(j, key);
    strbuf_putc(&j->out, '[');
    j->first = true;
}

static void begin_object(struct json *j)
{
    strbuf_put(&j->out, j->first ? S("\n    {") : S(",\n    {"));
    j->first = true;
}

static void end_object(struct json *j)
{
    strbuf_putc(&j->out, '}');
    j->first = false;
}

static void end_list(struct json *j)
{
    strbuf_put(&j->out, j->first ? S("]") : S("\n  ]"));
}

static void put_member(struct json *j, const char *key, struct str s, bool optional)
{
    begin_member(j, key);
    if (optional && s.n == 0) {
        strbuf_put(&j->out, S("null"));
        return;
    }
    strbuf_put_json(&j->out, s);
}

static void put_author(struct json *j, const struct study *study)
{
    begin_member(j, "author");
    strbuf_putc(&j->out, '{');
    j->first = true;
    put_optional(j, "name", study->author);
    put_optional(j, "role", study->author_role);
    end_object(j);
}

static void put_sections(struct json *j, const struct study *study)
{
    begin_list(j, "sections");
    for (size_t i = 0; i < study->sections.n; i++) {
        const struct section *s = &study->sections.at[i];
        begin_object(j);
        put_string(j, "kind", section_kind_name(s->kind));
        put_string(j, "title", s->title);
        put_number(j, "level", (size_t)s->level);
        put_number(j, "line", s->span.line);
        put_number(j, "words", s->words);
        end_object(j);
    }
    end_list(j);
}

static void put_facts(struct json *j, const struct study *study)
{
    begin_list(j, "facts");
    for (size_t i = 0; i < study->facts.n; i++) {
        const struct fact *f = &study->facts.at[i];
        begin_object(j);
        put_string(j, "key", f->key);
        put_string(j, "value", f->value);
        put_number(j, "line", f->span.line);
        end_object(j);
    }
    end_list(j);
}

static void put_metrics(struct json *j, const struct study *study)
{
    static const char directions[][5] = {"none", "up", "down"};
    static const char verdicts[][6] = {"null", "true", "false"};
    begin_list(j, "metrics");
    for (size_t i = 0; i < study->metrics.n; i++) {
        const struct metric *m = &study->metrics.at[i];
        begin_object(j);
        put_string(j, "value", m->value);
        put_string(j, "label", m->label);
        put_string(j, "direction", str_from(directions[m->direction]));
        put_key(j, "good");
        strbuf_put(&j->out, str_from(verdicts[m->good]));
        put_optional(j, "from", m->from);
        put_optional(j, "to", m->to);
        bool placed = m->section < study->sections.n;
        put_optional(j, "section",
                     placed ? section_kind_name(study->sections.at[m->section].kind)
                            : S(""));
        put_number(j, "line", m->span.line);
        end_object(j);
    }
    end_list(j);
}

static void put_nodes(struct json *j, const struct graph *g)
{
    static const char shapes[][9] = {"box", "store", "round", "decision"};
    strbuf_put(&j->out, S("\"nodes\": ["));
    for (size_t i = 0; i < g->nodes.n; i++) {
        const struct node *n = &g->nodes.at[i];
        strbuf_put(&j->out, i > 0 ? S(",\n      {") : S("\n      {"));
        j->first = true;
        put_string(j, "id", n->id);
        put_string(j, "label", n->label);
        put_string(j, "shape", str_from(shapes[n->shape]));
        put_optional(j, "group",
                     n->group < g->groups.n ? g->groups.at[n->group].title : S(""));
        put_key(j, "key");
        strbuf_put(&j->out, n->key ? S("true") : S("false"));
        put_optional(j, "note", n->note);
        end_object(j);
    }
    strbuf_put(&j->out, g->nodes.n > 0 ? S("\n    ]") : S("]"));
}

static void put_edges(struct json *j, const struct graph *g)
{
    static const char kinds[][8] = {"forward", "back", "both", "none"};
    strbuf_put(&j->out, S(",\n    \"edges\": ["));
    for (size_t i = 0; i < g->edges.n; i++) {
        const struct edge *e = &g->edges.at[i];
        strbuf_put(&j->out, i > 0 ? S(",\n      {") : S("\n      {"));
        j->first = true;
        put_string(j, "from", g->nodes.at[e->from].id);
        put_string(j, "to", g->nodes.at[e->to].id);
        put_optional(j, "label", e->label);
        put_string(j, "kind", str_from(kinds[e->kind]));
        end_object(j);
    }
    strbuf_put(&j->out, g->edges.n > 0 ? S("\n    ]") : S("]"));
}

static void put_diagrams(struct json *j, const struct study *study)
{
    static const char directions[][6] = {"right", "left", "down", "up"};
    begin_list(j, "diagrams");
    for (size_t i = 0; i < study->graphs.n; i++) {
        const struct graph *g = &study->graphs.at[i];
        begin_object(j);
        put_nodes(j, g);
        put_edges(j, g);
        j->first = false;
        put_string(j, "direction", str_from(directions[g->direction]));
        put_number(j, "line", g->span.line);
        end_object(j);
    }
    end_list(j);
}

static void put_links(struct json *j, const char *key, const struct link *links, size_t n)
{
    begin_list(j, key);
    for (size_t i = 0; i < n; i++) {
        begin_object(j);
        put_string(j, "text", links[i].text);
        put_string(j, "url", links[i].url);
        put_number(j, "line", links[i].span.line);
        end_object(j);
    }
    end_list(j);
}

static void put_diagnostics(struct json *j, const struct diags *d)
{
    static const char levels[][8] = {"info", "warning", "error"};
    begin_list(j, "diagnostics");
    for (size_t i = 0; i < d->list.n; i++) {
        const struct diag *diag = &d->list.at[i];
        begin_object(j);
        put_string(j, "code", str_from(diag_row(diag->code)->id));
        put_string(j, "level", str_from(levels[diag->level]));
        put_number(j, "line", diag->span.line);
        put_number(j, "column", diag->span.column);
        put_string(j, "text", diag->text);
        put_string(j, "hint", diag->hint);
        end_object(j);
    }
    end_list(j);
}

struct str study_dump(struct arena *a, const struct study *study, const struct diags *d)
{
    struct json j = {.out = strbuf_at(a)};
    strbuf_put(&j.out, S("{\n  \"recto\": 1"));
    put_member(&j, "source", study->source->name, false);
    put_member(&j, "lang", study->lang, false);
    put_member(&j, "title", study->title, false);
    put_member(&j, "subtitle", study->subtitle, true);
    put_author(&j, study);
    put_member(&j, "date", study->date, true);
    put_sections(&j, study);
    put_facts(&j, study);
    put_metrics(&j, study);
    put_diagrams(&j, study);
    put_links(&j, "links", study->links.at, study->links.n);
    put_links(&j, "contact", study->contact.at, study->contact.n);
    put_diagnostics(&j, d);
    strbuf_put(&j.out, S("\n}\n"));
    return strbuf_str(&j.out);
}
