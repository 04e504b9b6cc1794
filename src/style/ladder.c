/* SPDX-License-Identifier: MIT */
/* style/ladder.c — reads the steps from airy to tight. */
#include "base/arena.h"
#include "style/style.h"

#define KEY_DISTANCE 4 /* slips in a key of the ladder that is still known */

static void wrong(struct loading *l, struct span span, const char *what)
{
    l->status = RECTO_BAD_INPUT;
    diag_push(l->d, D_Y0105, span, "%s", what);
}

static bool read_end(struct loading *l, struct str key, const struct yaml *value,
                     struct slot_value *out)
{
    const char *why = value->kind == YAML_SCALAR
                          ? slot_parse(l->a, slot_row(slot_find(key)), value->text, out)
                          : "is no single value";
    if (!why)
        return true;
    l->status = RECTO_BAD_INPUT;
    diag_push(l->d, D_Y0104, value->span, "%.*s: “%.*s” %s", STR(key), STR(value->text),
              why);
    return false;
}

/* A key that `fit` does not have; `own` is one of its own that may be meant. */
static void tell_wrong_key(struct loading *l, const struct yaml *entry, struct str own)
{
    l->status = RECTO_BAD_INPUT;
    bool is_own = str_distance(own, entry->key, KEY_DISTANCE) < KEY_DISTANCE;
    struct str near = is_own ? own : slot_nearest(l->a, entry->key);
    diag_push_hint(l->d, D_Y0103, entry->key_span,
                   near.n ? str_fmt(l->a, "did you mean “%.*s”?", STR(near))
                          : str_from(diag_row(D_Y0103)->hint),
                   "a layout has no key “%.*s”", STR(entry->key));
}

static void read_knob(struct loading *l, struct stage *stage, const struct yaml *entry)
{
    struct knob knob = {.slot = slot_find(entry->key)};
    if (knob.slot == SIZE_MAX) {
        tell_wrong_key(l, entry, S("steps"));
        return;
    }
    const struct yaml *from = entry->kind == YAML_LIST ? entry->first : NULL;
    if (!from || !from->next || from->next->next) {
        wrong(l, entry->span, "a knob of the ladder is a pair, [airy, tight]");
        return;
    }
    if (!read_end(l, entry->key, from, &knob.from) ||
        !read_end(l, entry->key, from->next, &knob.to))
        return;
    if (slot_row(knob.slot)->type == SLOT_LENGTH && knob.from.unit != knob.to.unit)
        wrong(l, entry->span, "both ends of a knob need the same unit");
    else
        vec_push(l->a, &stage->knobs, knob);
}

static void read_stage(struct loading *l, const struct yaml *map)
{
    struct stage stage = {.steps = 0};
    int64_t steps = 0;
    for (const struct yaml *e = map->first; e; e = e->next) {
        if (!str_eq(e->key, S("steps")))
            read_knob(l, &stage, e);
        else if (!str_to_int(yaml_text(e), &steps) || steps < 1 || steps > STYLE_MAX_STEPS)
            wrong(l, e->span, "steps of a stage are a number from 1 to 40");
    }
    if (steps < 1)
        wrong(l, map->span, "a stage of the ladder needs its number of steps");
    stage.steps = (int)steps;
    l->style->steps += stage.steps;
    vec_push(l->a, &l->style->stages, stage);
}

void style_read_ladder(struct loading *l, const struct yaml *fit)
{
    struct style *style = l->style;
    style->stages.n = 0;
    style->steps = 1;
    for (const struct yaml *e = fit->first; e; e = e->next)
        if (!str_eq(e->key, S("stages")) && !str_eq(e->key, S("comfortable")))
            tell_wrong_key(l, e, e->key.p[0] == 'c' ? S("comfortable") : S("stages"));
    const struct yaml *stages = yaml_find(fit, S("stages"));
    for (const struct yaml *e = stages ? stages->first : NULL; e; e = e->next)
        read_stage(l, e);
    if (style->steps > STYLE_MAX_STEPS)
        wrong(l, fit->span, "a ladder has at most 40 steps");
    int64_t comfortable = style->steps / 2;
    const struct yaml *said = yaml_find(fit, S("comfortable"));
    if (said && (!str_to_int(yaml_text(said), &comfortable) || comfortable < 0 ||
                 comfortable > style->steps))
        wrong(l, said->span, "comfortable is one of the steps");
    style->comfortable = (int)comfortable;
}
