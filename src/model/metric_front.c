/* SPDX-License-Identifier: MIT */
/* model/metric_front.c — metrics that the author names in front matter. */
#include "model/metric_front.h"

#include "base/utf8.h"
#include "model/metric_build.h"

/* Entries of front matter come before all that was found. */
#define FRONT_RANK (-1000)
#define FRONT_LAST (FRONT_RANK + 999)

/* Keys that hold a strip: "60K LOC owned, 4M+ events/month, 38% latency cut". */
static const char *const strip_keys[] = {
    "hero_metric",     "hero_metrics",     "key_metric", "key_metrics",
    "headline_metric", "headline_metrics", "kpis",       "kpi"};

struct front {
    struct arena *a;
    const struct study *study;
    struct metrics *out;
    const struct lexicon *lex;
    struct diags *d;
    int order; /* of the entries so far */
};

/* The next character that tells values apart, 0 at the end. Marks of approximation, spaces and
 * what kind of minus it is do not. */
static uint32_t next_telling(struct str s, size_t *at)
{
    while (*at < s.n) {
        uint32_t c = utf8_next(s, at);
        if (utf8_is_space(c) || c == '~' || c == 0x2248 || c == 0x223C)
            continue;
        return c == 0x2212 || c == 0x2013 || c == 0xFF0D ? '-' : utf8_lower(c);
    }
    return 0;
}

bool metric_same_value(struct str one, struct str other)
{
    size_t i = 0, j = 0;
    for (;;) {
        uint32_t c = next_telling(one, &i);
        if (c != next_telling(other, &j))
            return false;
        if (c == 0)
            return true;
    }
}

/* Entries stand with the TL;DR, where a reader looks for them first. */
static size_t home_section(const struct study *study)
{
    for (size_t i = 0; i < study->sections.n; i++)
        if (study->sections.at[i].kind == SECTION_TLDR)
            return i;
    return 0;
}

static bool matches(const struct metric *m, struct str value, struct str label)
{
    if (value.n)
        return metric_same_value(m->value, value) || metric_same_value(m->number, value);
    return label.n > 0 && str_eq_nocase(m->label, label);
}

static void remove_at(struct metrics *out, size_t i)
{
    for (; i + 1 < out->list.n; i++)
        out->list.at[i] = out->list.at[i + 1];
    out->list.n--;
}

static void hide(struct front *f, struct str value, struct str label)
{
    for (size_t i = f->out->list.n; i-- > 0;)
        if (matches(&f->out->list.at[i], value, label))
            remove_at(f->out, i);
}

static bool same_label(struct front *f, struct str one, struct str other)
{
    return one.n && other.n && metric_overlap(f->a, one, other, f->lex) >= 500;
}

/* A value of the text, with the author's label rather than another; or the step of that label
 * that ends at the value. */
static struct metric *find(struct front *f, struct str value, struct str label)
{
    struct metric *found = NULL;
    for (size_t i = 0; i < f->out->list.n; i++) {
        struct metric *m = &f->out->list.at[i];
        bool same = matches(m, value, label), named = same_label(f, m->label, label);
        if (named && (same || (value.n && metric_same_value(m->to, value))))
            return m;
        found = !found && same ? m : found;
    }
    return found;
}

/* Drop what tells the metric at `kept` once more: "€0.38 per call" and "cost per call: €1.90 →
 * €0.38". `label` is what it was called before the author said so. */
static void absorb(struct front *f, size_t kept, struct str label)
{
    struct metric m = f->out->list.at[kept];
    struct str end = m.to.n ? m.to : m.value;
    for (size_t i = f->out->list.n; i-- > 0;) {
        const struct metric *other = &f->out->list.at[i];
        bool same = metric_same_value(other->value, m.value) ||
                    metric_same_value(other->value, end) ||
                    (other->to.n && metric_same_value(other->to, end));
        bool named =
            same_label(f, other->label, label) || same_label(f, other->label, m.label);
        if (i != kept && same && named && other->rank > FRONT_LAST)
            remove_at(f->out, i);
    }
}

/* A metric of its own. What is no number is set large all the same: the author says so. */
static struct metric *add(struct front *f, struct str value, struct span span)
{
    struct metric m = metric_read(f->a, f->lex, value);
    if (m.value.n == 0)
        m.value = m.number = value;
    if (m.value.n < value.n && m.label.n == 0)
        m.value = value;
    m.section = home_section(f->study);
    m.span = span;
    m.sentence = value;
    vec_push(f->a, &f->out->list, m);
    return vec_last(&f->out->list);
}

static int order_of(struct front *f, const struct yaml *entry)
{
    int64_t order;
    f->order++;
    if (!str_to_int(yaml_text(yaml_find(entry, S("order"))), &order) || order < 0 ||
        order > 999)
        order = f->order;
    return FRONT_RANK + (int)order;
}

/* {value: …, label: …, from: …, to: …, good: …, note: …, order: …, hide: …} */
static void take_map(struct front *f, const struct yaml *entry)
{
    struct str value = yaml_text(yaml_find(entry, S("value")));
    struct metric_hand hand = {
        .label = yaml_text(yaml_find(entry, S("label"))),
        .from = yaml_text(yaml_find(entry, S("from"))),
        .to = yaml_text(yaml_find(entry, S("to"))),
        .good = yaml_text(yaml_find(entry, S("good"))),
        .note = yaml_text(yaml_find(entry, S("note"))),
    };
    if (value.n == 0 && hand.label.n == 0) {
        diag_push(f->d, D_M0301, entry->span, "a metric needs a value or a label");
        return;
    }
    if (yaml_truth(yaml_find(entry, S("hide"))) == 1) {
        hide(f, value, hand.label);
        return;
    }
    struct metric *m = find(f, value, hand.label);
    if (!m && value.n == 0)
        value = hand.to;
    if (!m && value.n == 0) {
        diag_push(f->d, D_M0302, entry->span, "no metric “%.*s” in the text",
                  STR(hand.label));
        return;
    }
    m = m ? m : add(f, value, entry->span);
    struct str called = m->label;
    metric_set(f->a, m, &hand, f->lex);
    m->rank = order_of(f, entry);
    m->named = true;
    absorb(f, (size_t)(m - f->out->list.at), called);
}

/* All numbers of a string, each with its label. */
static void take_strip(struct front *f, const struct yaml *text)
{
    struct phrase p = phrase_of(f->a, flat_plain(f->a, text->text), f->lex);
    struct metric_place place = {SECTION_TLDR, home_section(f->study), TRUST_ALL, {0}};
    size_t first = f->out->list.n;
    metric_find_in(&p, &place, f->out);
    for (size_t i = first; i < f->out->list.n; i++) {
        f->out->list.at[i].span = text->span;
        f->out->list.at[i].named = true;
        f->out->list.at[i].rank = FRONT_RANK + ++f->order;
    }
}

/* "accuracy: 94%" as an entry of a map. */
static void take_pair(struct front *f, const struct yaml *pair)
{
    struct metric *m = find(f, pair->text, pair->key);
    m = m ? m : add(f, pair->text, pair->span);
    struct metric_hand hand = {.label = pair->key};
    struct str called = m->label;
    metric_set(f->a, m, &hand, f->lex);
    m->rank = FRONT_RANK + ++f->order;
    m->named = true;
    absorb(f, (size_t)(m - f->out->list.at), called);
}

static void take_all(struct front *f, const struct yaml *value)
{
    if (value->kind == YAML_SCALAR)
        take_strip(f, value);
    for (const struct yaml *entry = value->first; entry; entry = entry->next) {
        if (entry->kind == YAML_MAP)
            take_map(f, entry);
        else if (entry->kind == YAML_SCALAR && value->kind == YAML_LIST)
            take_strip(f, entry);
        else if (entry->kind == YAML_SCALAR)
            take_pair(f, entry);
    }
}

void metrics_from_front(struct arena *a, const struct study *study,
                        const struct yaml *front, struct metrics *out, struct diags *d)
{
    struct front f = {a, study, out, metrics_lexicon(a, out, study->lang), d, 0};
    const struct yaml *metrics = yaml_find(front, S("metrics"));
    if (yaml_truth(metrics) == 0 || str_eq_nocase(yaml_text(metrics), S("none")))
        out->list.n = 0;
    else if (metrics)
        take_all(&f, metrics);
    for (size_t i = 0; i < countof(strip_keys); i++) {
        const struct yaml *strip = yaml_find(front, str_from(strip_keys[i]));
        if (strip)
            take_all(&f, strip);
    }
}
