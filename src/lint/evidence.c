/* SPDX-License-Identifier: MIT */
/* lint/evidence.c — whether the claims are short, measured, and complete. */
#include "base/utf8.h"
#include "lint/rules.h"
#include "model/metric_value.h"

/* ---- sentences ---- */

/* Words after which a full stop ends no sentence, in lower case. */
static bool is_abbreviation(struct str text, size_t stop)
{
    static const char *const known[] = {
        "e.g",  "i.e", "vs",  "etc", "approx", "ca",   "no",   "fig", "dr",
        "mr",   "st",  "z.b", "bzw", "p. ex",  "incl", "excl", "max", "min",
        "resp", "al",  "mio", "mrd", "tsd",    "mill", "bn",   "inc", "no"};
    size_t from = stop;
    while (from > 0 && text.p[from - 1] != ' ' && text.p[from - 1] != '(')
        from--;
    for (size_t i = 0; i < countof(known); i++) {
        if (str_eq_nocase(str_sub(text, from, stop), str_from(known[i])))
            return true;
    }
    return false;
}

/* 。！？ end a sentence without a space behind them. */
static bool is_wide_stop(uint32_t c)
{
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x0964;
}

static bool is_stop(struct str text, size_t at, size_t behind, uint32_t c)
{
    if (is_wide_stop(c))
        return true;
    if (c != '.' && c != '!' && c != '?' && c != 0x2026 && c != 0x061F)
        return false;
    while (behind < text.n && (text.p[behind] == '"' || text.p[behind] == ')'))
        behind++;
    bool blank = behind >= text.n || text.p[behind] == ' ';
    size_t next = behind + 1;
    uint32_t begins = next < text.n ? utf8_next(text, &next) : 'A';
    bool lower = utf8_lower(begins) == begins && begins < 0x530 && utf8_is_word(begins) &&
                 !(begins >= '0' && begins <= '9');
    return blank && !lower && !(c == '.' && is_abbreviation(text, at));
}

static size_t count_sentences(struct str text)
{
    size_t n = 0, from = 0;
    for (size_t i = 0; i < text.n;) {
        size_t at = i;
        uint32_t c = utf8_next(text, &i);
        if (!is_stop(text, at, i, c))
            continue;
        n += text_words(str_sub(text, from, at)) > 0;
        from = i;
    }
    return n + (text_words(str_sub(text, from, text.n)) > 0);
}

#define TLDR_SENTENCES 2

void lint_tldr_length(const struct lint *l)
{
    const struct section *s = section_find(l->study, SECTION_TLDR);
    size_t n = 0;
    struct str rest = s ? section_text(l->a, s) : (struct str){NULL, 0};
    while (rest.n)
        n += count_sentences(str_cut(&rest, '\n'));
    if (n > TLDR_SENTENCES)
        diag_push(l->d, D_L0301, s->span, "the TL;DR has %zu sentences", n);
}

/* ---- metrics ---- */

static enum section_kind kind_of(const struct lint *l, const struct metric *m)
{
    return m->section < l->study->sections.n ? l->study->sections.at[m->section].kind
                                             : SECTION_CUSTOM;
}

/* The line before the next section. */
static uint32_t last_line(const struct lint *l, const struct section *s)
{
    bool last = s + 1 == l->study->sections.at + l->study->sections.n;
    return last || s[1].span.line == 0 ? UINT32_MAX : s[1].span.line - 1;
}

void lint_tldr_outcome(const struct lint *l)
{
    const struct section *s = section_find(l->study, SECTION_TLDR);
    if (!s || s->words == 0)
        return;
    for (size_t i = 0; i < l->study->metrics.n; i++) {
        if (kind_of(l, &l->study->metrics.at[i]) == SECTION_TLDR)
            return;
    }
    if (!lint_unfinished(l, s->span.line, last_line(l, s)))
        diag_push(l->d, D_L0302, s->span, "the TL;DR has no measured outcome");
}

static bool holds(struct str lower, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (str_find(lower, str_from(list[i]), 0) < lower.n)
            return true;
    }
    return false;
}

/* Things that are measured in something; a count or a score needs no unit. */
static bool needs_unit(struct arena *a, const struct metric *m)
{
    static const char *const measured[] = {
        "latency",    "time",   "duration", "cost",    "price",  "memory",
        "throughput", "speed",  "size",     "revenue", "budget", "delay",
        "spend",      "dauer",  "zeit",     "kosten",  "latenz", "durée",
        "coût",       "tiempo", "coste",    "tempo",   "custo",  "latencia",
    };
    static const char *const percentiles[] = {"p50", "p75", "p90", "p95", "p99"};
    struct str label = str_lower(a, m->label), prefix = str_lower(a, m->prefix);
    return holds(label, measured, countof(measured)) ||
           holds(prefix, measured, countof(measured)) ||
           holds(prefix, percentiles, countof(percentiles));
}

void lint_metric_units(const struct lint *l)
{
    for (size_t i = 0; i < l->study->metrics.n; i++) {
        const struct metric *m = &l->study->metrics.at[i];
        struct quantity q;
        if (m->unit.n || m->value.n == 0 || !needs_unit(l->a, m))
            continue;
        bool bare =
            !quantity_at(m->value, 0, l->study->lang, &q) || q.dim == QUANTITY_COUNT;
        if (bare)
            diag_push(l->d, D_L0303, m->span, "“%.*s” has no unit", STR(m->value));
    }
}

static bool is_relative(const struct metric *m)
{
    return str_starts(m->unit, S("%")) || str_starts(m->unit, S("×")) ||
           str_eq_nocase(m->unit, S("x"));
}

/* The same metric, stated elsewhere with its earlier value. */
static bool has_baseline(const struct lint *l, const struct metric *m)
{
    if (m->from.n || m->label.n == 0)
        return m->from.n > 0;
    struct str label = str_lower(l->a, m->label);
    for (size_t i = 0; i < l->study->metrics.n; i++) {
        const struct metric *other = &l->study->metrics.at[i];
        if (other->from.n && str_eq(str_lower(l->a, other->label), label))
            return true;
    }
    return false;
}

#define BASELINES_MAX 8 /* more of the same complaint help nobody */

void lint_metric_baselines(const struct lint *l)
{
    size_t told = 0;
    for (size_t i = 0; i < l->study->metrics.n && told < BASELINES_MAX; i++) {
        const struct metric *m = &l->study->metrics.at[i];
        enum section_kind kind = kind_of(l, m);
        bool outcome =
            kind == SECTION_TLDR || kind == SECTION_IMPACT || kind == SECTION_EVALUATION;
        if (!outcome || m->direction == CHANGE_NONE || !is_relative(m) ||
            has_baseline(l, m))
            continue;
        diag_push(l->d, D_L0304, m->span, "“%.*s” does not say from what", STR(m->value));
        told++;
    }
}
