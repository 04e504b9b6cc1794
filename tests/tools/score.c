/* SPDX-License-Identifier: MIT */
/* tools/score.c — how much of what people write is read as a reader would.
 *
 *     score metrics|facts|diagrams FILE.tsv
 *
 * Reads every line of FILE as a document of its own, compares what recto makes of it with what
 * the line expects, prints the differences and the shares, and fails below the shares that are
 * promised. The head of each FILE says how its lines are written.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "model/study.h"

#define CEILING ((size_t)256 << 20) /* [bytes] for one small document */
#define COLUMNS 6

/* What is counted, and the least share that passes [per mille]. */
enum {
    SCORE_VALUES,
    SCORE_LABELS,
    SCORE_CHANGES,
    SCORE_FALSE,
    SCORE_FACTS,
    SCORE_NODES,
    SCORE_EDGES,
    SCORES
};

static const struct {
    const char *name;
    int least;
} scores[SCORES] = {
    {"metric values",                                 970 },
    {"metric labels",                                 900 },
    {"directions and goodness",                       900 },
    {"lines without a false metric, fact or diagram", 1000},
    {"facts",                                         980 },
    {"nodes",                                         980 },
    {"edges",                                         980 },
};

struct score {
    struct arena *a;
    struct str file;
    int line;
    struct str columns[COLUMNS];
    int right[SCORES], all[SCORES];
};

static void count(struct score *s, int what, bool good, struct str want, struct str got)
{
    s->all[what]++;
    s->right[what] += good;
    if (!good)
        printf("%.*s:%d: %s: want “%.*s”, got “%.*s”\n", STR(s->file), s->line,
               scores[what].name, STR(want), STR(got));
}

/* "\n", "\t" and "\\" of a column. */
static struct str unescaped(struct arena *a, struct str s)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c == '\\' && i + 1 < s.n) {
            c = s.p[++i];
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
        }
        strbuf_putc(&b, c);
    }
    return strbuf_str(&b);
}

/* The next part before `mark`, trimmed; moves `*rest` behind it. */
static struct str next_part(struct str *rest, const char *mark)
{
    struct str sep = str_from(mark);
    size_t at = str_find(*rest, sep, 0);
    struct str part = str_trim(str_sub(*rest, 0, at));
    *rest = at < rest->n ? str_sub(*rest, at + sep.n, rest->n) : (struct str){0};
    return part;
}

static const char *heading_of(struct str section)
{
    static const struct {
        const char *section, *heading;
    } headings[] = {
        {"tldr",         "TL;DR"                  },
        {"facts",        "Quick Facts"            },
        {"problem",      "Problem"                },
        {"solution",     "Solution Overview"      },
        {"impact",       "Impact & Results"       },
        {"evaluation",   "Evaluation & Benchmarks"},
        {"architecture", "Architecture"           },
        {"custom",       "Field Notes"            },
        {"next",         "Next Steps"             },
        {"users",        "Users & Stakeholders"   },
    };
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
        if (str_eq(section, str_from(headings[i].section)))
            return headings[i].heading;
    return NULL;
}

/* The text as a document: front matter, under the title, or in a section. */
static const struct study *study_of(struct score *s, struct str lang, struct str section,
                                    struct str text)
{
    struct strbuf b = strbuf_at(s->a);
    bool front = str_eq(section, S("front"));
    strbuf_fmt(&b, "---\nlang: %.*s\n", STR(lang));
    if (front)
        strbuf_fmt(&b, "%.*s\n", STR(text));
    strbuf_put(&b, S("---\n\n# A case study\n\n"));
    if (heading_of(section))
        strbuf_fmt(&b, "## %s\n\n", heading_of(section));
    if (!front)
        strbuf_put(&b, text);
    bool ahead = str_eq(section, S("intro")) || front;
    strbuf_put(&b, ahead ? S("\n\n## Ethics\n\nNone.\n") : S("\n"));
    struct diags d = diags_at(s->a, s->file);
    const struct source *source = source_parse(s->a, s->file, strbuf_str(&b), &d);
    return study_build(s->a, source, NULL, &d);
}

/* --- metrics --- */

static struct str change_words(struct arena *a, const struct metric *m)
{
    static const char *const directions[] = {"", "up", "down"};
    static const char *const verdicts[] = {"", "good", "bad"};
    return str_fmt(a, "%s %s", directions[m->direction], verdicts[m->good]);
}

/* "up good from X to Y": every word that is there must hold. */
static bool change_fits(const struct metric *m, struct str want)
{
    if (str_find(want, S("from "), 0) < want.n) {
        size_t from = str_find(want, S("from "), 0), to = str_find(want, S(" to "), 0);
        if (!str_eq(m->from, str_sub(want, from + 5, to)) ||
            !str_eq(m->to, str_sub(want, to + 4, want.n)))
            return false;
        want = str_sub(want, 0, from);
    }
    while (want.n) {
        struct str word = next_part(&want, " ");
        if ((str_eq(word, S("up")) && m->direction != CHANGE_UP) ||
            (str_eq(word, S("down")) && m->direction != CHANGE_DOWN) ||
            (str_eq(word, S("good")) && m->good != VERDICT_GOOD) ||
            (str_eq(word, S("bad")) && m->good != VERDICT_BAD))
            return false;
    }
    return true;
}

static const struct metric *find_value(const struct study *study, struct str value)
{
    for (size_t i = 0; i < study->metrics.n; i++)
        if (str_eq(study->metrics.at[i].value, value))
            return &study->metrics.at[i];
    return NULL;
}

static struct str all_values(struct arena *a, const struct study *study)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < study->metrics.n; i++)
        strbuf_fmt(&b, "%s%.*s", i ? " ;; " : "", STR(study->metrics.at[i].value));
    return strbuf_str(&b);
}

/* A value may hold the mark itself: "45 min => 6 min". */
static size_t last_find(struct str s, struct str mark)
{
    size_t last = s.n;
    for (size_t at = str_find(s, mark, 0); at < s.n; at = str_find(s, mark, at + 1))
        last = at;
    return last;
}

/* "value => label [up good]" */
static void score_metric(struct score *s, const struct study *study, struct str want)
{
    struct str change = {0};
    size_t open = str_find(want, S(" ["), 0);
    if (open < want.n && str_ends(want, S("]"))) {
        change = str_sub(want, open + 2, want.n - 1);
        want = str_sub(want, 0, open);
    }
    size_t mark = last_find(want, S("=>"));
    struct str value = str_trim(str_sub(want, 0, mark));
    struct str label = str_trim(str_sub(want, mark + 2, want.n));
    const struct metric *m = find_value(study, value);
    count(s, SCORE_VALUES, m != NULL, value, all_values(s->a, study));
    if (!m)
        return;
    count(s, SCORE_LABELS, str_eq_nocase(m->label, label), label, m->label);
    if (change.n)
        count(s, SCORE_CHANGES, change_fits(m, change), change, change_words(s->a, m));
}

/* form, lang, section, text, expected */
static void score_metrics(struct score *s)
{
    struct str want = s->columns[4];
    const struct study *study =
        study_of(s, s->columns[1], s->columns[2], unescaped(s->a, s->columns[3]));
    bool none = str_eq(want, S("-"));
    size_t n = 0;
    while (!none && want.n) {
        score_metric(s, study, next_part(&want, ";;"));
        n++;
    }
    count(s, SCORE_FALSE, study->metrics.n <= n, s->columns[4], all_values(s->a, study));
}

/* --- facts --- */

static struct str fact_text(struct arena *a, const struct fact *fact)
{
    return str_fmt(a, "%.*s = %.*s%s", STR(fact->key), STR(fact->value),
                   fact->placeholder ? " [placeholder]" : "");
}

static struct str all_facts(struct arena *a, const struct study *study)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < study->facts.n; i++)
        strbuf_fmt(&b, "%s%.*s", i ? " ;; " : "", STR(fact_text(a, &study->facts.at[i])));
    return strbuf_str(&b);
}

/* form, section, text, expected: "Key = value ;; …", in this order */
static void score_facts(struct score *s)
{
    struct str want = s->columns[3];
    const struct study *study =
        study_of(s, S("en"), s->columns[1], unescaped(s->a, s->columns[2]));
    bool none = str_eq(want, S("-"));
    size_t n = 0;
    while (!none && want.n) {
        struct str fact = next_part(&want, ";;");
        bool there = n < study->facts.n;
        struct str got =
            there ? fact_text(s->a, &study->facts.at[n]) : all_facts(s->a, study);
        count(s, SCORE_FACTS, there && str_eq(got, fact), fact, got);
        n++;
    }
    count(s, SCORE_FALSE, study->facts.n <= n, s->columns[3], all_facts(s->a, study));
}

/* --- diagrams --- */

static struct str one_line(struct arena *a, struct str label)
{
    char *p = str_cstr(a, label);
    for (size_t i = 0; i < label.n; i++)
        if (p[i] == '\n')
            p[i] = ' ';
    return (struct str){p, label.n};
}

static const struct node *find_node(struct score *s, const struct graph *g,
                                    struct str label)
{
    for (size_t i = 0; g && i < g->nodes.n; i++)
        if (str_eq(one_line(s->a, g->nodes.at[i].label), label))
            return &g->nodes.at[i];
    return NULL;
}

static struct str all_nodes(struct score *s, const struct graph *g)
{
    struct strbuf b = strbuf_at(s->a);
    for (size_t i = 0; g && i < g->nodes.n; i++)
        strbuf_fmt(&b, "%s%.*s", i ? " ;; " : "",
                   STR(one_line(s->a, g->nodes.at[i].label)));
    return strbuf_str(&b);
}

static bool is_edge(const struct edge *edge, size_t from, size_t to, enum edge_kind kind)
{
    if (edge->from == from && edge->to == to && edge->kind == kind)
        return true;
    bool turned = edge->from == to && edge->to == from;
    return turned && ((kind == EDGE_BOTH && edge->kind == EDGE_BOTH) ||
                      (kind == EDGE_NONE && edge->kind == EDGE_NONE) ||
                      (kind == EDGE_FORWARD && edge->kind == EDGE_BACK));
}

/* "A > B", "A <> B" or "A -- B", by labels. */
static void score_edge(struct score *s, const struct graph *g, struct str want)
{
    struct str whole = want;
    enum edge_kind kind = EDGE_FORWARD;
    const char *mark = " > ";
    if (str_find(want, S(" <> "), 0) < want.n) {
        kind = EDGE_BOTH;
        mark = " <> ";
    } else if (str_find(want, S(" -- "), 0) < want.n) {
        kind = EDGE_NONE;
        mark = " -- ";
    }
    const struct node *from = find_node(s, g, next_part(&want, mark));
    const struct node *to = find_node(s, g, str_trim(want));
    bool found = false;
    for (size_t i = 0; from && to && i < g->edges.n; i++)
        found = found || is_edge(&g->edges.at[i], (size_t)(from - g->nodes.at),
                                 (size_t)(to - g->nodes.at), kind);
    count(s, SCORE_EDGES, found, whole, S("no such edge"));
}

/* form, section, text, nodes, edges */
static void score_diagrams(struct score *s)
{
    struct str nodes = s->columns[3], edges = s->columns[4];
    const struct study *study =
        study_of(s, S("en"), s->columns[1], unescaped(s->a, s->columns[2]));
    const struct graph *g = study->graphs.n ? &study->graphs.at[0] : NULL;
    bool none = str_eq(nodes, S("-"));
    size_t node_count = 0, edge_count = 0;
    while (!none && nodes.n) {
        struct str node = next_part(&nodes, ";;");
        count(s, SCORE_NODES, find_node(s, g, node) != NULL, node, all_nodes(s, g));
        node_count++;
    }
    while (!none && edges.n) {
        score_edge(s, g, next_part(&edges, ";;"));
        edge_count++;
    }
    bool more = g && (g->nodes.n > node_count || g->edges.n > edge_count);
    count(s, SCORE_FALSE, !more, s->columns[3], all_nodes(s, g));
}

/* --- all --- */

static const struct {
    const char *name;
    void (*score)(struct score *s);
} kinds[] = {
    {"metrics",  score_metrics },
    {"facts",    score_facts   },
    {"diagrams", score_diagrams}
};

static void score_line(struct score *s, size_t kind, struct str line)
{
    if (line.n == 0 || str_starts(line, S("# ")))
        return;
    for (size_t i = 0; i < COLUMNS; i++)
        s->columns[i] = line.p ? str_cut(&line, '\t') : (struct str){0};
    s->a = arena_new(CEILING);
    if (!s->a)
        exit(2);
    kinds[kind].score(s);
    arena_free(s->a);
}

static int report(const struct score *s)
{
    int status = 0;
    for (int i = 0; i < SCORES; i++) {
        if (s->all[i] == 0)
            continue;
        int share = s->right[i] * 1000 / s->all[i];
        bool low = share < scores[i].least;
        printf("%s: %d of %d, %d.%d %%%s\n", scores[i].name, s->right[i], s->all[i],
               share / 10, share % 10, low ? " — too few" : "");
        status = low ? 1 : status;
    }
    return status;
}

int main(int argc, char **argv)
{
    size_t kind = 0;
    while (argc == 3 && kind < 3 && strcmp(argv[1], kinds[kind].name) != 0)
        kind++;
    if (argc != 3 || kind == 3) {
        fprintf(stderr, "usage: score metrics|facts|diagrams FILE.tsv\n");
        return 2;
    }
    struct arena *a = arena_new(CEILING);
    struct score s = {.file = str_from(argv[2])};
    struct str rest;
    if (!a || file_read(a, s.file, CEILING / 4, &rest) != FILE_OK) {
        fprintf(stderr, "score: cannot read %s\n", argv[2]);
        return 2;
    }
    while (rest.p) {
        s.line++;
        score_line(&s, kind, str_cut(&rest, '\n'));
    }
    int status = report(&s);
    arena_free(a);
    return status;
}
