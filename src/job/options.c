/* SPDX-License-Identifier: MIT */
/* job/options.c — what may be set, by flags and in front matter. */
#include <stddef.h>

#include "base/arena.h"
#include "base/file.h"
#include "job/stage.h"

enum option_type {
    OPTION_TEXT,
    OPTION_SWITCH,
    OPTION_PAGES,
    OPTION_WORDS,
    OPTION_STANDARD,
    OPTION_SIZE,
    OPTION_PPI
};

static const struct option_row {
    const char *key;
    size_t offset;
    enum option_type type;
    bool in_front;             /* may be said in front matter as well */
    const char *words, *wrong; /* of WORDS: "error|warn", "is neither error nor warn" */
} rows[] = {
    {"layout",              offsetof(struct settings, layout),          OPTION_TEXT,     true,  NULL,               NULL                               },
    {"pages",               offsetof(struct settings, pages),           OPTION_PAGES,    true,  NULL,               NULL                               },
    {"overflow",            offsetof(struct settings, overflow),        OPTION_WORDS,    true,  "error|warn",
     "is neither error nor warn"                                                                                                                       },
    {"paper",               offsetof(struct settings, paper),           OPTION_TEXT,     true,  NULL,               NULL                               },
    {"palette",             offsetof(struct settings, palette),         OPTION_TEXT,     true,  NULL,               NULL                               },
    {"variant",             offsetof(struct settings, variant),         OPTION_TEXT,     false, NULL,               NULL                               },
    {"root",                offsetof(struct settings, root),            OPTION_TEXT,     false, NULL,               NULL                               },
    {"standard",            offsetof(struct settings, standard),        OPTION_STANDARD, true,  NULL,               NULL                               },
    {"gray",                offsetof(struct settings, gray),            OPTION_SWITCH,   true,  NULL,               NULL                               },
    {"draft",               offsetof(struct settings, draft),           OPTION_SWITCH,   true,  NULL,               NULL                               },
    {"print",               offsetof(struct settings, print),           OPTION_SWITCH,   true,  NULL,               NULL                               },
    {"impose",              offsetof(struct settings, impose),          OPTION_WORDS,    false, "none|2up|booklet",
     "is neither 2up nor booklet"                                                                                                                      },
    {"binding",             offsetof(struct settings, binding),         OPTION_WORDS,    true,
     "none|left|inner|top",                                                                                         "is neither left nor inner nor top"},
    {"crop-marks",          offsetof(struct settings, crop_marks),      OPTION_SWITCH,   false, NULL,               NULL                               },
    {"attach-source",       offsetof(struct settings, attach),          OPTION_SWITCH,   true,  NULL,               NULL                               },
    {"ppi",                 offsetof(struct settings, ppi),             OPTION_PPI,      false, NULL,               NULL                               },
    {"downsample",          offsetof(struct settings, downsample),      OPTION_PPI,      true,  NULL,               NULL                               },
    {"max-size",            offsetof(struct settings, max_size),        OPTION_SIZE,     false, NULL,               NULL                               },
    {"strict",              offsetof(struct settings, strict),          OPTION_SWITCH,   false, NULL,               NULL                               },
    {"ignore-system-fonts", offsetof(struct settings, no_system_fonts), OPTION_SWITCH,
     false,                                                                                     NULL,               NULL                               },
};

/* Settings that decide whether a file is written, not what is in it, where pictures are, whose
 * bytes count, and what concerns one format only. */
static bool decides_bytes(const struct option_row *row)
{
    static const char *const apart[] = {"overflow", "strict", "max-size", "root", "ppi"};
    for (size_t i = 0; i < countof(apart); i++)
        if (str_eq(str_from(row->key), str_from(apart[i])))
            return false;
    return true;
}

static uint64_t hash_text(uint64_t hash, struct str text)
{
    return str_hash(text,
                    str_hash((struct str){(const char *)&text.n, sizeof text.n}, hash));
}

uint64_t job_settings_hash(uint64_t hash, const struct settings *s)
{
    for (size_t i = 0; i < countof(rows); i++) {
        const void *field = (const char *)s + rows[i].offset;
        if (!decides_bytes(&rows[i]))
            continue;
        if (rows[i].type == OPTION_SWITCH)
            hash = hash_text(hash, *(const bool *)field ? S("1") : S("0"));
        else
            hash = hash_text(hash, *(const struct str *)field);
    }
    for (size_t i = 0; i < s->redact.n; i++)
        hash = hash_text(hash, s->redact.at[i]);
    for (size_t i = 0; i < s->overrides.n; i++) {
        hash = hash_text(hash, s->overrides.at[i].key);
        hash = hash_text(hash, s->overrides.at[i].value);
    }
    return hash;
}

static bool pages_ok(struct str value)
{
    int64_t n;
    return str_eq(value, S("auto")) || (str_to_int(value, &n) && n >= 1 && n <= 999);
}

static const char *put_standard(struct str *field, struct str value)
{
    const char *wrong = job_claims(value, &(struct out_options){0});
    if (!wrong)
        *field = value;
    return wrong;
}

static bool words_have(struct str words, struct str word)
{
    while (words.p)
        if (str_eq(str_cut(&words, '|'), word))
            return true;
    return false;
}

/* NULL, or what is wrong with the value, in words. */
static const char *put_row(const struct option_row *row, struct settings *s,
                           struct str value)
{
    void *field = (char *)s + row->offset;
    bool yes = str_eq(value, S("true")) || str_eq(value, S("yes")) || value.n == 0;
    switch (row->type) {
    case OPTION_SWITCH:
        if (!yes && !str_eq(value, S("false")) && !str_eq(value, S("no")))
            return "is neither true nor false";
        *(bool *)field = yes;
        return NULL;
    case OPTION_PAGES:
        if (!pages_ok(value))
            return "is neither a number of pages nor auto";
        break;
    case OPTION_WORDS:
        if (!words_have(str_from(row->words), value))
            return row->wrong;
        break;
    case OPTION_STANDARD:
        return put_standard((struct str *)field, value);
    case OPTION_SIZE:
        if (job_bytes_of(value) < 0)
            return "is no size such as 800kB or 1.5MB";
        break;
    case OPTION_PPI:
        if (!job_ppi_of(value))
            return "is no number of dots an inch from 10 to 1200";
        break;
    case OPTION_TEXT:
        break;
    }
    *(struct str *)field = value;
    return NULL;
}

static const struct option_row *row_find(struct str key)
{
    for (size_t i = 0; i < countof(rows); i++)
        if (str_eq(key, str_from(rows[i].key)))
            return &rows[i];
    return NULL;
}

/* Put a finding where `setting` stands; gives RECTO_USAGE. */
static recto_status tell(struct recto_job *job, const recto_setting *setting,
                         enum diag_code code, struct str hint, struct str text)
{
    struct span span = {setting->line, setting->column, setting->line, setting->column};
    struct str kept = job->diags.file;
    job->diags.file = setting->file ? str_dup(job->arena, str_from(setting->file)) : kept;
    diag_push_hint(&job->diags, code, setting->file ? span : (struct span){0}, hint, "%.*s",
                   STR(text));
    job->diags.file = kept;
    return RECTO_USAGE;
}

/* Neither a key of the layout nor one of the front matter. */
static recto_status unknown_override(struct recto_job *job, const recto_setting *setting,
                                     struct str key)
{
    struct str near = job_front_nearest(key);
    if (!near.n)
        near = style_key_nearest(job->arena, key);
    struct str hint = near.n
                          ? str_fmt(job->arena, "did you mean “%.*s”?", STR(near))
                          : S("`recto layouts --explain` and `recto schema front-matter` "
                              "list the keys");
    return tell(job, setting, D_J0103, hint,
                str_fmt(job->arena, "--set: no key “%.*s”", STR(key)));
}

static recto_status put_override(struct recto_job *job, const recto_setting *setting,
                                 struct settings *into)
{
    struct str pair = str_dup(job->arena, str_from(setting->value));
    size_t eq = str_find_byte(pair, '=', 0);
    if (eq == pair.n || eq == 0)
        return tell(job, setting, D_J0103, S(""),
                    str_fmt(job->arena, "“%.*s” is no KEY=VALUE", STR(pair)));
    struct style_override o = {.key = str_trim(str_sub(pair, 0, eq)),
                               .value = str_trim(str_sub(pair, eq + 1, pair.n))};
    if (!style_key_known(o.key) && !job_front_known(job->arena, o.key))
        return unknown_override(job, setting, o.key);
    vec_push(job->arena, &into->overrides, o);
    return RECTO_OK;
}

static recto_status unknown(struct recto_job *job, const recto_setting *setting)
{
    struct str key = str_from(setting->key);
    struct str best = {NULL, 0};
    size_t limit = key.n / 3 + 2;
    for (size_t i = 0; i < countof(rows); i++) {
        size_t d = str_distance(key, str_from(rows[i].key), limit);
        if (d < limit) {
            limit = d;
            best = str_from(rows[i].key);
        }
    }
    struct str hint =
        best.n ? str_fmt(job->arena, "did you mean “%.*s”?", STR(best)) : S("");
    return tell(job, setting, D_J0102, hint,
                str_fmt(job->arena, "no option is called “%.*s”", STR(key)));
}

recto_status job_put(struct recto_job *job, const recto_setting *setting)
{
    struct settings *into =
        setting->origin == RECTO_FROM_CONFIG ? &job->config : &job->flags;
    struct str key = str_from(setting->key);
    struct str value = str_dup(job->arena, str_from(setting->value));
    if (str_eq(key, S("set")))
        return put_override(job, setting, into);
    bool folder = str_eq(key, S("font-path")) || str_eq(key, S("root"));
    if (folder && !file_is_folder(job->arena, value))
        return tell(job, setting, D_J0103, S(""),
                    str_fmt(job->arena, "%.*s: “%.*s” is no folder", STR(key), STR(value)));
    if (str_eq(key, S("font-path"))) {
        vec_push(job->arena, &into->font_paths, value);
        return RECTO_OK;
    }
    if (str_eq(key, S("redact"))) {
        vec_push(job->arena, &job->flags.redact, value);
        return RECTO_OK;
    }
    const struct option_row *row = row_find(key);
    if (!row)
        return unknown(job, setting);
    const char *wrong = put_row(row, into, value);
    into->said |= 1u << (row - rows);
    if (!wrong)
        return RECTO_OK;
    const char *dashes = setting->origin == RECTO_FROM_FLAG ? "--" : "";
    return tell(
        job, setting, D_J0103, S(""),
        str_fmt(job->arena, "%s%.*s: “%.*s” %s", dashes, STR(key), STR(value), wrong));
}

recto_status job_set(struct recto_job *job, struct str key, struct str value)
{
    recto_setting setting = {.key = str_cstr(job->arena, key),
                             .value = str_cstr(job->arena, value),
                             .origin = RECTO_FROM_FLAG};
    return job_put(job, &setting);
}

static void put_front(struct recto_job *job, struct settings *s, const struct yaml *e)
{
    const struct option_row *row = row_find(e->key);
    if (!row || !row->in_front || e->kind != YAML_SCALAR)
        return;
    const char *wrong = put_row(row, s, e->text);
    s->said |= 1u << (row - rows);
    if (wrong)
        diag_push(&job->diags, D_J0103, e->span, "%.*s: “%.*s” %s", STR(e->key),
                  STR(e->text), wrong);
}

/* Layout keys of the front matter stand in a map, `style:`; maps nest as keys have dots. */
static void put_style(struct recto_job *job, struct settings *s, struct str prefix,
                      const struct yaml *map, int depth)
{
    for (const struct yaml *e = map->first; e; e = e->next) {
        struct str key =
            prefix.n ? str_fmt(job->arena, "%.*s.%.*s", STR(prefix), STR(e->key)) : e->key;
        if (e->kind == YAML_MAP && depth < 4)
            put_style(job, s, key, e, depth + 1);
        else
            vec_push(job->arena, &s->overrides,
                     (struct style_override){key, yaml_text(e), e->span});
    }
}

/* Paper and palette of the configuration come to the layout by another way. */
static bool is_layouts(const struct option_row *row)
{
    return row->offset == offsetof(struct settings, paper) ||
           row->offset == offsetof(struct settings, palette);
}

/* Put what `over` says over `s`; of the configuration without what the layout goes over. */
static void put_layer(struct settings *s, const struct settings *over, bool config)
{
    for (size_t i = 0; i < countof(rows); i++) {
        const void *said = (const char *)over + rows[i].offset;
        void *field = (char *)s + rows[i].offset;
        if (!(over->said >> i & 1) || (config && is_layouts(&rows[i])))
            continue;
        if (rows[i].type == OPTION_SWITCH)
            *(bool *)field = *(const bool *)said;
        else
            *(struct str *)field = *(const struct str *)said;
    }
}

static void put_front_matter(struct recto_job *job, struct settings *s)
{
    const struct yaml *front = job->study ? job->study->front : NULL;
    for (const struct yaml *e = front ? front->first : NULL; e; e = e->next)
        put_front(job, s, e);
    static const char *const style_keys[] = {"set", "style"};
    for (size_t i = 0; i < countof(style_keys); i++) {
        const struct yaml *style = yaml_find(front, str_from(style_keys[i]));
        if (style && style->kind == YAML_MAP)
            put_style(job, s, (struct str){NULL, 0}, style, 0);
    }
}

struct settings job_settings(struct recto_job *job)
{
    struct settings s = {.layout = S("swiss"), .pages = S("auto"), .overflow = S("error")};
    const struct settings *f = &job->flags;
    put_layer(&s, &job->config, true);
    put_front_matter(job, &s);
    put_layer(&s, f, false);
    for (size_t i = 0; i < job->config.font_paths.n; i++)
        vec_push(job->arena, &s.font_paths, job->config.font_paths.at[i]);
    for (size_t i = 0; i < f->font_paths.n; i++)
        vec_push(job->arena, &s.font_paths, f->font_paths.at[i]);
    for (size_t i = 0; i < f->overrides.n; i++)
        if (style_key_known(f->overrides.at[i].key))
            vec_push(job->arena, &s.overrides, f->overrides.at[i]);
    return s;
}

bool job_strict(const struct recto_job *job)
{
    struct settings s = {.strict = false};
    put_layer(&s, &job->config, true);
    put_layer(&s, &job->flags, false);
    return s.strict;
}

/* The layer that says a row, where several do the one that holds. */
static const char *origin_of(struct recto_job *job, unsigned bit)
{
    struct settings front = {0};
    put_front_matter(job, &front);
    if (job->flags.said & bit)
        return "flag";
    if (front.said & bit)
        return "front matter";
    return job->config.said & bit ? "config" : "preset";
}

struct str job_setting(struct recto_job *job, struct str key, const char **origin)
{
    const struct option_row *row = row_find(key);
    if (!row)
        return (struct str){NULL, 0};
    struct settings s = job_settings(job);
    *origin = origin_of(job, 1u << (row - rows));
    const struct settings *from = is_layouts(row) && **origin == 'c' ? &job->config : &s;
    const void *field = (const char *)from + row->offset;
    if (row->type == OPTION_SWITCH)
        return *(const bool *)field ? S("true") : S("false");
    struct str text = *(const struct str *)field;
    return text.p ? text : S("");
}
