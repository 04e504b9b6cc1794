/* SPDX-License-Identifier: MIT */
/* tools/spec_print.c — a study as the lines of a spec example. */
#include "spec_print.h"

#include "base/arena.h"

static const char words[SPEC_KINDS][10] = {
    "title",   "subtitle", "kicker", "author",  "date", "lang", "section",
    "part",    "fact",     "metric", "diagram", "node", "edge", "link",
    "contact", "optional", "block",  "inline",  "diag"};

struct printer {
    struct strbuf out;
    const struct spec_ask *ask;
    const struct study *study;
    const struct diags *d;
    struct arena *a;
};

struct str spec_word(enum spec_kind kind)
{
    return str_from(words[kind]);
}

/* --- pieces of lines ------------------------------------------------------------------------------ */

static bool asks(unsigned set, enum spec_kind kind)
{
    return set >> kind & 1;
}

static void put(struct printer *p, const char *s)
{
    strbuf_put(&p->out, str_from(s));
}

static void put_plain(struct printer *p, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\n')
            put(p, "\\n");
        else if (s.p[i] == '\t')
            put(p, "\\t");
        else
            strbuf_putc(&p->out, s.p[i]);
    }
}

static void put_quoted(struct printer *p, const char *before, struct str s)
{
    strbuf_fmt(&p->out, "%s\"", before);
    put_plain(p, s);
    put(p, "\"");
}

static void put_named(struct printer *p, const char *name, struct str s)
{
    if (s.n > 0)
        put_quoted(p, name, s);
}

static void begin(struct printer *p, enum spec_kind kind)
{
    put(p, words[kind]);
}

static void end(struct printer *p, enum spec_kind kind, struct span s)
{
    if (asks(p->ask->places, kind))
        strbuf_fmt(&p->out, " @%u:%u-%u:%u", s.line, s.column, s.end_line, s.end_column);
    put(p, "\n");
}

/* --- the study ------------------------------------------------------------------------------------ */

static void print_title(struct printer *p)
{
    put_quoted(p, "title ", p->study->title);
    end(p, SPEC_TITLE, p->study->title_span);
}

static void print_line(struct printer *p, enum spec_kind kind, struct str s)
{
    if (s.n == 0)
        return;
    begin(p, kind);
    put_quoted(p, " ", s);
    put(p, "\n");
}

static void print_subtitle(struct printer *p)
{
    print_line(p, SPEC_SUBTITLE, p->study->subtitle);
}

static void print_kicker(struct printer *p)
{
    print_line(p, SPEC_KICKER, p->study->kicker);
}

static void print_author(struct printer *p)
{
    if (p->study->author.n + p->study->author_role.n == 0)
        return;
    put_quoted(p, "author ", p->study->author);
    put_named(p, " role ", p->study->author_role);
    put(p, "\n");
}

static void print_date(struct printer *p)
{
    print_line(p, SPEC_DATE, p->study->date);
}

static void print_lang(struct printer *p)
{
    strbuf_fmt(&p->out, "lang %.*s%s\n", STR(p->study->lang), p->study->rtl ? " rtl" : "");
}

static void put_attrs(struct printer *p, const struct attrs *attrs)
{
    for (size_t i = 0; i < attrs->class_count; i++)
        strbuf_fmt(&p->out, " .%.*s", STR(attrs->classes[i]));
    for (size_t i = 0; i < attrs->pair_count; i++)
        strbuf_fmt(&p->out, " %.*s=%.*s", STR(attrs->pairs[i].key),
                   STR(attrs->pairs[i].value));
}

static void print_sections(struct printer *p)
{
    for (size_t i = 0; i < p->study->sections.n; i++) {
        const struct section *s = &p->study->sections.at[i];
        strbuf_fmt(&p->out, "section %.*s", STR(section_kind_name(s->kind)));
        put_quoted(p, " ", s->title);
        if (s->level != 2)
            strbuf_fmt(&p->out, " level %d", s->level);
        if (asks(p->ask->words, SPEC_SECTION))
            strbuf_fmt(&p->out, " words %zu", s->words);
        put_attrs(p, &s->attrs);
        end(p, SPEC_SECTION, s->span);
    }
}

static const char block_words[BLOCK_KINDS][12] = {
    "document", "heading", "paragraph", "list", "item",      "quote",    "alert", "code",
    "table",    "row",     "cell",      "rule", "pagebreak", "footnote", "html"};

static void print_part(struct printer *p, const struct section *s, const struct part *part)
{
    static const char kinds[PART_KINDS][8] = {"block", "facts", "figure", "links",
                                              "contact"};
    strbuf_fmt(&p->out, "part %.*s %s", STR(section_kind_name(s->kind)), kinds[part->kind]);
    if (part->kind == PART_BLOCK)
        strbuf_fmt(&p->out, " %s", block_words[part->block->kind]);
    else if (part->kind == PART_FIGURE)
        strbuf_fmt(&p->out, " %zu", part->first + 1);
    else
        strbuf_fmt(&p->out, " %zu-%zu", part->first + 1, part->first + part->count);
    if (part->blocks != 1)
        strbuf_fmt(&p->out, " of %zu blocks", part->blocks);
    put_named(p, " rest ", part->rest);
    put(p, "\n");
}

static void print_parts(struct printer *p)
{
    for (size_t i = 0; i < p->study->sections.n; i++)
        for (size_t k = 0; k < p->study->sections.at[i].parts.n; k++)
            print_part(p, &p->study->sections.at[i], &p->study->sections.at[i].parts.at[k]);
}

static void print_facts(struct printer *p)
{
    for (size_t i = 0; i < p->study->facts.n; i++) {
        const struct fact *f = &p->study->facts.at[i];
        put_quoted(p, "fact ", f->key);
        put_quoted(p, " = ", f->value);
        put(p, f->placeholder ? " placeholder" : "");
        end(p, SPEC_FACT, f->span);
    }
}

static void print_metrics(struct printer *p)
{
    static const char directions[][6] = {"", " up", " down"};
    static const char verdicts[][6] = {"", " good", " bad"};
    for (size_t i = 0; i < p->study->metrics.n; i++) {
        const struct metric *m = &p->study->metrics.at[i];
        put_quoted(p, "metric ", m->value);
        put_quoted(p, " label ", m->label);
        put(p, directions[m->direction]);
        put(p, verdicts[m->good]);
        put_named(p, " from ", m->from);
        put_named(p, " to ", m->to);
        put_named(p, " note ", m->note);
        if (asks(p->ask->words, SPEC_METRIC) && m->section < p->study->sections.n)
            strbuf_fmt(&p->out, " in %.*s",
                       STR(section_kind_name(p->study->sections.at[m->section].kind)));
        end(p, SPEC_METRIC, m->span);
    }
}

/* --- diagrams ------------------------------------------------------------------------------------- */

static void print_diagrams(struct printer *p)
{
    static const char directions[][6] = {"right", "left", "down", "up"};
    for (size_t i = 0; i < p->study->graphs.n; i++) {
        const struct graph *g = &p->study->graphs.at[i];
        strbuf_fmt(&p->out, "diagram %s%s", directions[g->direction],
                   g->chain ? " chain" : "");
        put_named(p, " caption ", g->caption);
        end(p, SPEC_DIAGRAM, g->span);
    }
}

static void print_node(struct printer *p, const struct graph *g, const struct node *n)
{
    static const char shapes[][9] = {"box", "store", "round", "decision"};
    strbuf_fmt(&p->out, "node %.*s", STR(n->id));
    put_quoted(p, " ", n->label);
    strbuf_fmt(&p->out, " %s", shapes[n->shape]);
    put_named(p, " note ", n->note);
    if (n->group < g->groups.n)
        put_quoted(p, " in ", g->groups.at[n->group].title);
    put(p, n->key ? " key" : "");
    put(p, n->side ? " side" : "");
    end(p, SPEC_NODE, n->span);
}

static void print_nodes(struct printer *p)
{
    for (size_t i = 0; i < p->study->graphs.n; i++)
        for (size_t k = 0; k < p->study->graphs.at[i].nodes.n; k++)
            print_node(p, &p->study->graphs.at[i], &p->study->graphs.at[i].nodes.at[k]);
}

static void print_edge(struct printer *p, const struct graph *g, const struct edge *e)
{
    static const char arrows[][2][5] = {
        {"->",  "-.->"},
        {"<-",  "<-.-"},
        {"<->", "<-.>"},
        {"--",  "-.-" }
    };
    strbuf_fmt(&p->out, "edge %.*s %s %.*s", STR(g->nodes.at[e->from].id),
               arrows[e->kind][e->dashed], STR(g->nodes.at[e->to].id));
    put_named(p, " ", e->label);
    put(p, "\n");
}

static void print_edges(struct printer *p)
{
    for (size_t i = 0; i < p->study->graphs.n; i++)
        for (size_t k = 0; k < p->study->graphs.at[i].edges.n; k++)
            print_edge(p, &p->study->graphs.at[i], &p->study->graphs.at[i].edges.at[k]);
}

/* --- addresses ------------------------------------------------------------------------------------ */

static void print_addresses(struct printer *p, enum spec_kind kind,
                            const struct link *links, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        begin(p, kind);
        put_quoted(p, " ", links[i].text);
        if (links[i].url.n > 0)
            strbuf_fmt(&p->out, " %.*s", STR(links[i].url));
        put_named(p, " label ", links[i].label);
        end(p, kind, links[i].span);
    }
}

static void print_links(struct printer *p)
{
    print_addresses(p, SPEC_LINK, p->study->links.at, p->study->links.n);
}

static void print_contact(struct printer *p)
{
    print_addresses(p, SPEC_CONTACT, p->study->contact.at, p->study->contact.n);
}

static void print_optional(struct printer *p)
{
    for (size_t i = 0; i < p->study->optional.n; i++) {
        const struct study_optional *o = &p->study->optional.at[i];
        put_quoted(p, "optional ", o->name);
        strbuf_fmt(&p->out, " %zu words", o->words);
        end(p, SPEC_OPTIONAL, o->span);
    }
}

/* --- blocks --------------------------------------------------------------------------------------- */

static const char inline_words[INLINE_KINDS][10] = {
    "text", "code", "math", "soft", "br",   "em",    "strong", "strike",
    "u",    "sub",  "sup",  "kbd",  "link", "image", "span",   "note"};

/* Inlines in braces, text bare: `a {strong b} {link https://… c}`. */
static void put_inlines(struct printer *p, const struct inline_node *node)
{
    for (; node; node = node->next) {
        if (node->kind == INLINE_TEXT) {
            put_plain(p, node->text);
            continue;
        }
        if (node->kind == INLINE_SOFT_BREAK) {
            put(p, "⏎");
            continue;
        }
        strbuf_fmt(&p->out, "{%s", node->bare ? "address" : inline_words[node->kind]);
        put_attrs(p, &node->attrs);
        if (node->kind == INLINE_FOOTNOTE_REF)
            strbuf_fmt(&p->out, " %d", node->number);
        if (node->url.n > 0)
            strbuf_fmt(&p->out, " %.*s", STR(node->url));
        put_named(p, " ", node->title);
        if (node->first || (node->text.n > 0 && node->kind != INLINE_FOOTNOTE_REF))
            put(p, " ");
        if (node->kind != INLINE_FOOTNOTE_REF)
            put_plain(p, node->text);
        put_inlines(p, node->first);
        put(p, "}");
    }
}

static void put_block_head(struct printer *p, const struct block *b)
{
    static const char tasks[][8] = {"", " open", " done"};
    static const char aligns[] = "-lcr";
    put(p, block_words[b->kind]);
    if (b->level > 0)
        strbuf_fmt(&p->out, " %d", b->level);
    if (b->kind == BLOCK_LIST && b->ordered)
        strbuf_fmt(&p->out, " from %d", b->start);
    if (b->kind == BLOCK_LIST && !b->tight)
        put(p, " loose");
    put(p, tasks[b->task]);
    put(p, b->header ? " header" : "");
    for (size_t i = 0; i < b->columns; i++)
        strbuf_fmt(&p->out, "%s%c", i == 0 ? " " : "", aligns[b->aligns[i]]);
    if (b->info.n > 0)
        strbuf_fmt(&p->out, " info %.*s", STR(b->info));
    put_attrs(p, &b->attrs);
    put_named(p, " ", b->text);
    if (b->inlines)
        put(p, ": ");
}

static void print_blocks(struct printer *p, const struct block *b, int depth)
{
    for (; b; b = b->next) {
        strbuf_fmt(&p->out, "block %*s", 2 * depth, "");
        put_block_head(p, b);
        put_inlines(p, b->inlines);
        end(p, SPEC_BLOCK, b->span);
        print_blocks(p, b->first, depth + 1);
    }
}

static void print_inline(struct printer *p, const struct inline_node *node)
{
    for (; node; node = node->next) {
        strbuf_fmt(&p->out, "inline %s", inline_words[node->kind]);
        put_named(p, " ", node->text);
        end(p, SPEC_INLINE, node->span);
        print_inline(p, node->first);
    }
}

static void print_inlines_of(struct printer *p, const struct block *b)
{
    for (; b; b = b->next) {
        print_inline(p, b->inlines);
        print_inlines_of(p, b->first);
    }
}

static void print_all_blocks(struct printer *p)
{
    print_blocks(p, p->study->source->root->first, 0);
}

static void print_inlines(struct printer *p)
{
    print_inlines_of(p, p->study->source->root->first);
}

static void print_diags(struct printer *p)
{
    for (size_t i = 0; i < p->d->list.n; i++) {
        const struct diag *d = &p->d->list.at[i];
        strbuf_fmt(&p->out, "diag %s %u:%u", diag_row(d->code)->id, d->span.line,
                   d->span.column);
        if (asks(p->ask->words, SPEC_DIAG)) {
            put_quoted(p, " ", d->text);
            put_named(p, " hint ", d->hint);
        }
        put(p, "\n");
    }
}

struct str spec_print(struct arena *a, const struct study *study, const struct diags *d,
                      const struct spec_ask *ask)
{
    static void (*const printers[SPEC_KINDS])(struct printer *) = {
        print_title,    print_subtitle,   print_kicker,  print_author, print_date,
        print_lang,     print_sections,   print_parts,   print_facts,  print_metrics,
        print_diagrams, print_nodes,      print_edges,   print_links,  print_contact,
        print_optional, print_all_blocks, print_inlines, print_diags};
    struct printer p = {strbuf_at(a), ask, study, d, a};
    for (int kind = 0; kind < SPEC_KINDS; kind++)
        if (asks(ask->kinds, (enum spec_kind)kind))
            printers[kind](&p);
    return strbuf_str(&p.out);
}
