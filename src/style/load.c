/* SPDX-License-Identifier: MIT */
/* style/load.c — loads a layout, its ancestors and what overrides them. */
#include "base/arena.h"
#include "base/file.h"
#include "base/reads.h"
#include "base/shelf.h"
#include "style/style.h"

static void tell_wrong_key(struct loading *l, struct str key, struct span span)
{
    struct str near = slot_nearest(l->a, key);
    l->status = RECTO_BAD_INPUT;
    diag_push_hint(l->d, D_Y0103, span,
                   near.n ? str_fmt(l->a, "did you mean “%.*s”?", STR(near))
                          : S("`recto layouts --explain` lists all keys"),
                   "a layout has no key “%.*s”", STR(key));
}

/* A layout that sets a key by itself also limits the steps it inherits: the ladder may
 * still tighten a measure below the new value, but never raises it; what is no measure it
 * leaves alone. */
static void hold(struct knob *knob, const struct slot_value *value)
{
    enum slot_type type = slot_row(knob->slot)->type;
    bool measured = type == SLOT_LENGTH || type == SLOT_RATIO || type == SLOT_INTEGER;
    if (!measured || value->unit != knob->from.unit || knob->to.amount >= value->amount)
        knob->slot = SIZE_MAX;
    else if (knob->from.amount > value->amount)
        knob->from = *value;
}

static void hold_knobs(const struct loading *l, size_t slot, const struct slot_value *value)
{
    for (size_t s = 0; s < l->style->stages.n; s++)
        for (size_t k = 0; k < l->style->stages.at[s].knobs.n; k++) {
            struct knob *knob = &l->style->stages.at[s].knobs.at[k];
            if (knob->slot != slot)
                continue;
            if (l->putting == PUT_BY_HAND)
                knob->slot = SIZE_MAX;
            else
                hold(knob, value);
        }
}

void style_put(struct loading *l, struct str key, struct str value, struct span span)
{
    size_t slot = slot_find(key);
    if (slot == SIZE_MAX) {
        tell_wrong_key(l, key, span);
        return;
    }
    struct slot_value read;
    const char *why = slot_parse(l->a, slot_row(slot), value, &read);
    if (why) {
        l->status = RECTO_BAD_INPUT;
        struct str near = slot_nearest_word(slot_row(slot), value);
        diag_push_hint(l->d, D_Y0104, span,
                       near.n ? str_fmt(l->a, "did you mean “%.*s”?", STR(near))
                              : str_from(diag_row(D_Y0104)->hint),
                       "%.*s: “%.*s” %s", STR(key), STR(value), why);
        return;
    }
    l->style->values[slot] = read;
    if (l->putting != PUT_LAYOUT)
        hold_knobs(l, slot, &read);
}

static void put_families(struct loading *l, const struct yaml *map)
{
    for (const struct yaml *e = map->first; e; e = e->next)
        vec_push(l->a, &l->style->families, (struct family_name){e->key, yaml_text(e)});
}

/* [tldr, facts] is written as one value: its words with spaces between. */
static struct str joined(struct loading *l, const struct yaml *list)
{
    struct strbuf b = strbuf_at(l->a);
    for (const struct yaml *e = list->first; e; e = e->next)
        strbuf_fmt(&b, "%s%.*s", b.n ? " " : "", STR(yaml_text(e)));
    return strbuf_str(&b);
}

/* Layout files nest at most as deep as keys have dots. */
static void put_tree(struct loading *l, struct str prefix, const struct yaml *map,
                     int depth)
{
    for (const struct yaml *e = map->first; e; e = e->next) {
        struct str key =
            prefix.n ? str_fmt(l->a, "%.*s.%.*s", STR(prefix), STR(e->key)) : e->key;
        bool value = e->kind == YAML_SCALAR || e->kind == YAML_LIST;
        if (e->kind == YAML_MAP && depth < 3)
            put_tree(l, key, e, depth + 1);
        else if (value && !style_key_known(key))
            tell_wrong_key(l, key, e->key_span);
        else if (e->kind == YAML_SCALAR)
            style_put(l, key, e->text, e->span);
        else if (e->kind == YAML_LIST)
            style_put(l, key, joined(l, e), e->span);
        else
            tell_wrong_key(l, key, e->key_span);
    }
}

static void put_layout(struct loading *l, const struct yaml *map)
{
    static const char *const apart[] = {"name",  "extends", "about", "fit",
                                        "fonts", "palette", "paper", "single"};
    const struct yaml *e = yaml_find(map, S("palette"));
    if (e) /* first: a colour that stands beside it is said of this layout, whatever its palette */
        style_put_palette(l, yaml_text(e), e->span);
    for (e = map->first; e; e = e->next) {
        bool known = false;
        for (size_t i = 0; i < countof(apart); i++)
            known = known || str_eq(e->key, str_from(apart[i]));
        if (known)
            continue;
        if (e->kind == YAML_MAP)
            put_tree(l, e->key, e, 1);
        else
            tell_wrong_key(l, e->key, e->key_span);
    }
    if ((e = yaml_find(map, S("fonts"))))
        put_families(l, e);
    if ((e = yaml_find(map, S("paper")))) {
        l->style->paper = yaml_text(e);
        l->style->paper_span = e->span;
    }
    if ((e = yaml_find(map, S("fit"))))
        style_read_ladder(l, e);
}

/* File number `i` of a layout. The keys it sets are no longer moved by the ladder of a
 * layout that it extends, only by its own. */
static void put_file(struct loading *l, size_t i, const struct yaml *map)
{
    l->putting = i > 0 ? PUT_BY_HAND : PUT_LAYOUT;
    put_layout(l, map);
    l->putting = PUT_LAYOUT;
}

static bool is_path(struct str layout)
{
    return str_find_byte(layout, '/', 0) < layout.n || str_ends(layout, S(".yaml"));
}

static struct str layout_path(struct loading *l, struct str layout, struct str from)
{
    if (!is_path(layout))
        return store_path(l->a, l->store, S("layouts"),
                          str_fmt(l->a, "%.*s.yaml", STR(layout)));
    if (layout.p[0] == '/' || !from.n)
        return layout;
    return path_join(l->a, path_folder(from), layout);
}

/* Those there are, the one first that `wrong` may stand for. */
static struct str known_layouts(struct loading *l, struct str wrong)
{
    struct str *names, folder = store_path(l->a, l->store, S("layouts"), S(""));
    struct strbuf b = strbuf_at(l->a);
    struct str near = {NULL, 0};
    size_t count = 0, distance = wrong.n / 3 + 2;
    if (!file_list(l->a, folder, &names, &count))
        return strbuf_str(&b);
    for (size_t i = 0; i < count; i++) {
        if (!str_ends(names[i], S(".yaml")))
            continue;
        struct str name = path_stem(names[i]);
        size_t d = str_distance(wrong, name, distance);
        if (d < distance) {
            distance = d;
            near = name;
        }
        strbuf_fmt(&b, "%s%.*s", b.n ? ", " : "there are ", STR(name));
    }
    struct str all = strbuf_str(&b);
    return near.n ? str_fmt(l->a, "did you mean “%.*s”? %.*s", STR(near), STR(all)) : all;
}

/* Read one file and, before it, what it extends: `said` is the value that names it, NULL where none
 * does. */
static void load_file(struct loading *l, struct str layout, struct str from, int depth,
                      const struct yaml *said)
{
    struct str path = layout_path(l, layout, from), bytes;
    struct style_file file = {path, file_state(str_cstr(l->a, path))};
    enum file_status status = file_read(l->a, path, STYLE_MAX_BYTES, &bytes);
    struct diags *outer = l->d;
    if (status != FILE_OK) {
        l->status = status == FILE_MISSING ? RECTO_BAD_INPUT : RECTO_WORLD;
        diag_push_hint(outer, D_Y0101, said ? said->span : (struct span){0},
                       known_layouts(l, layout), "cannot read layout “%.*s”: %s",
                       STR(layout), file_status_text(status));
        return;
    }
    l->style->hash = str_hash(bytes, l->style->hash);
    vec_push(l->a, &l->style->files, file);
    struct diags inner = diags_at(l->a, path);
    const struct yaml *map = yaml_parse(l->a, bytes, 0, &inner);
    l->d = &inner;
    if (!map || map->kind != YAML_MAP) {
        l->status = RECTO_BAD_INPUT;
        if (!inner.list.n)
            diag_push(&inner, D_Y0102, (struct span){0}, "a layout is a map of keys");
    } else {
        const struct yaml *parent = yaml_find(map, S("extends"));
        if (parent && depth >= STYLE_MAX_EXTENDS) {
            l->status = RECTO_BAD_INPUT;
            diag_push(&inner, D_Y0108, parent->span,
                      "layouts extend one another in a circle");
        } else if (parent) {
            load_file(l, yaml_text(parent), path, depth + 1, parent);
        }
        vec_push(l->a, &l->files, ((struct layout_file){map, path}));
        put_file(l, l->files.n - 1, map);
    }
    for (size_t i = 0; i < inner.list.n; i++)
        vec_push(outer->a, &outer->list, inner.list.at[i]);
    l->d = outer;
}

/* What all roles take from the text, for a layout that extends none. */
static void put_text_presets(struct loading *l)
{
    static const struct {
        const char *alias, *family;
    } families[] = {
        {"sans",    "Inter"         },
        {"display", "Inter Display" },
        {"serif",   "Vollkorn"      },
        {"mono",    "JetBrains Mono"}
    };
    for (size_t i = 0; i < countof(families); i++)
        vec_push(l->a, &l->style->families,
                 (struct family_name){str_from(families[i].alias),
                                      str_from(families[i].family)});
    style_put(l, S("roles.text.family"), S("sans"), (struct span){0});
    style_put(l, S("roles.text.size"), S("9.5pt"), (struct span){0});
    style_put(l, S("roles.text.leading"), S("1.45em"), (struct span){0});
}

static void put_presets(struct loading *l)
{
    for (size_t slot = 0; slot < SLOTS; slot++) {
        const struct slot_row *row = slot_row(slot);
        if (*row->preset)
            (void)slot_parse(l->a, row, str_from(row->preset), &l->style->values[slot]);
    }
    put_text_presets(l);
}

/* What was asked for, else what the layout says, else what the reader's country uses. */
static void put_paper(struct loading *l, const struct style_request *request)
{
    if (request->paper.n)
        style_put_paper(l, request->paper, (struct span){0});
    else if (l->style->paper.n)
        style_put_paper(l, l->style->paper, l->style->paper_span);
    else if (request->usual_paper.n)
        style_put_paper(l, request->usual_paper, (struct span){0});
}

static void put_requests(struct loading *l, const struct style_request *request)
{
    if (request->palette.n)
        style_put_palette(l, request->palette, (struct span){0});
    put_paper(l, request);
    l->putting = PUT_BY_HAND;
    for (size_t i = 0; i < request->override_count; i++) {
        const struct style_override *o = &request->overrides[i];
        style_put(l, o->key, o->value, o->span);
    }
    l->putting = PUT_LAYOUT;
    style_even_accent(l);
}

static struct style *blank(struct arena *a, const struct style_request *request)
{
    struct style *style = arena_make(a, struct style);
    style->name = request->layout;
    style->gray = request->gray;
    style->looks = request->shared ? shelf_in(a) : NULL;
    style->steps = 1;
    return style;
}

/* What a layout does otherwise where the study stands on one page. */
static void put_single(struct loading *l, const struct yaml *map)
{
    const struct yaml *single = yaml_find(map, S("single"));
    if (!single)
        return;
    l->putting = PUT_SINGLE;
    if (single->kind == YAML_MAP)
        put_layout(l, single);
    else
        tell_wrong_key(l, S("single"), single->key_span);
    l->putting = PUT_LAYOUT;
}

static bool differs(const struct loading *whole)
{
    for (size_t i = 0; i < whole->files.n; i++)
        if (yaml_find(whole->files.at[i].map, S("single")))
            return true;
    return false;
}

/* The same layout for a single page: every file once more, each with what it says of that. */
static recto_status load_single(const struct loading *whole,
                                const struct style_request *request)
{
    struct loading l = {.a = whole->a, .store = whole->store, .d = whole->d};
    if (!differs(whole))
        return RECTO_OK;
    l.style = blank(l.a, request);
    put_presets(&l);
    for (size_t i = 0; i < whole->files.n; i++) {
        struct diags inner = diags_at(l.a, whole->files.at[i].path);
        l.d = &inner;
        put_file(&l, i, whole->files.at[i].map);
        put_single(&l, whole->files.at[i].map);
        for (size_t k = 0; k < inner.list.n; k++)
            vec_push(l.a, &whole->d->list, inner.list.at[k]);
    }
    l.d = whole->d;
    put_requests(&l, request);
    whole->style->single = l.style;
    return l.status;
}

static void put_base(struct loading *l, const struct style_request *request)
{
    if (request->base_palette.n)
        style_put_palette(l, request->base_palette, (struct span){0});
    for (size_t i = 0; i < request->base_count; i++)
        style_put(l, request->base[i].key, request->base[i].value, request->base[i].span);
}

/* Whoever widens a column may not see what that leaves of the sheet. */
static void check_width(struct loading *l)
{
    for (int step = 0; step < l->style->steps; step += mpt_max(1, l->style->steps - 1)) {
        const struct look *look = style_at(l->a, l->style, step);
        mpt notes = look->notes_column > 0 ? look->notes_gap + look->notes_column : 0;
        mpt over = look->left + look->wide + notes - look->page_width;
        if (over <= 0)
            continue;
        int tenths = (int)mpt_scale(over, 254, 72000);
        struct diags d = diags_at(l->a, vec_last(&l->files)->path);
        diag_push(&d, D_Y0109, (struct span){0},
                  "the columns end %d.%d mm beyond the edge of the sheet", tenths / 10,
                  tenths % 10);
        vec_push(l->a, &l->d->list, *vec_last(&d.list));
        return;
    }
}

recto_status style_load(struct arena *a, const struct store *store,
                        const struct style_request *request, const struct style **out,
                        struct diags *d)
{
    struct loading l = {.a = a, .store = store, .style = blank(a, request), .d = d};
    put_presets(&l);
    put_base(&l, request);
    load_file(&l, request->layout, (struct str){NULL, 0}, 0, NULL);
    put_requests(&l, request);
    *out = l.style;
    if (l.status == RECTO_OK && (is_path(request->layout) || request->override_count > 0))
        check_width(&l);
    return l.status == RECTO_OK ? load_single(&l, request) : l.status;
}

bool style_is_fresh(struct arena *a, const struct style *style)
{
    for (size_t i = 0; i < style->files.n; i++) {
        const struct style_file *file = &style->files.at[i];
        reads_note(a, file->path);
        if (file_state(str_cstr(a, file->path)) != file->state)
            return false;
    }
    return true;
}

const struct style *style_single(const struct style *style)
{
    return style->single ? style->single : style;
}

int style_steps(const struct style *style)
{
    return style->steps;
}

int style_comfortable(const struct style *style)
{
    return style->comfortable;
}

int style_meant(const struct style *style)
{
    int middle = style->comfortable / 2;
    return middle < style->steps ? middle : style->steps - 1;
}
