/* SPDX-License-Identifier: MIT */
/* model/figure_key.c — which node of a figure stands out. */
#include "model/figure_key.h"

#include "base/arena.h"
#include "model/name.h"

#define NODE_NAMES_MAX 200 /* looked through for what was meant */

/* "Model" in the languages that sections are known in, folded. */
static bool is_model(struct str folded)
{
    static const char *const words[] = {
        "model", "modell", "modele",  "modelo",  "modello", "модель", "نموذج", "النموذج",
        "מודל",  "मॉडल",   "mo hinh", "mô hình", "模型",    "モデル", "모델"};
    for (size_t i = 0; i < countof(words); i++)
        if (str_eq(folded, str_from(words[i])))
            return true;
    return false;
}

static bool has_key(const struct graph *g)
{
    for (size_t i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i].key)
            return true;
    return false;
}

static void set_model(struct arena *a, struct graph *g)
{
    for (size_t i = 0; i < g->nodes.n && g->nodes.n > 1; i++)
        if (is_model(name_fold(a, g->nodes.at[i].label))) {
            g->nodes.at[i].key = true;
            return;
        }
}

/* The node that is called so alone stands out; true where there is one. */
static bool set_named(struct arena *a, struct graph *g, struct str name)
{
    struct str wanted = name_fold(a, name);
    for (size_t i = 0; i < g->nodes.n; i++) {
        if (!str_eq(name_fold(a, g->nodes.at[i].label), wanted))
            continue;
        for (size_t k = 0; k < g->nodes.n; k++)
            g->nodes.at[k].key = k == i;
        return true;
    }
    return false;
}

static struct str nearest(const struct build *b, struct str name)
{
    struct str best = S("");
    size_t limit = name.n / 4 + 2, seen = 0;
    for (size_t i = 0; i < b->study->graphs.n; i++) {
        const struct graph *g = &b->study->graphs.at[i];
        for (size_t k = 0; k < g->nodes.n && seen < NODE_NAMES_MAX; k++, seen++) {
            size_t distance = str_distance(name, g->nodes.at[k].label, limit);
            if (distance < limit) {
                limit = distance;
                best = g->nodes.at[k].label;
            }
        }
    }
    return best;
}

void figure_keys(struct build *b)
{
    const struct yaml *diagram = yaml_find(b->study->front, S("diagram")),
                      *key = yaml_find(diagram, S("key"));
    bool none = yaml_truth(yaml_find(diagram, S("none"))) == 1, found = false;
    struct str name = str_trim(yaml_text(key));
    for (size_t i = 0; i < b->study->graphs.n; i++) {
        struct graph *g = &b->study->graphs.at[i];
        found = (name.n > 0 && set_named(b->a, g, name)) || found;
        if (!has_key(g))
            set_model(b->a, g);
        for (size_t k = 0; none && k < g->nodes.n; k++)
            g->nodes.at[k].key = false;
    }
    if (name.n == 0 || found)
        return;
    struct str near = nearest(b, name);
    struct str hint = near.n > 0 ? str_fmt(b->a, "did you mean “%.*s”?", STR(near))
                                 : S("write the name of a node as the figure has it");
    diag_push_hint(b->d, D_M0505, key->span, hint, "no node is called “%.*s”", STR(name));
}
