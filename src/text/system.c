/* SPDX-License-Identifier: MIT */
/* text/system.c — the door to fontconfig: families and characters that recto's own fonts lack.
 *
 * Loading its configuration costs tens of milliseconds, so it waits until something is missing. It
 * is our own FcConfig, never the process's current one. */
#include <fontconfig/fontconfig.h>

#include "base/reads.h"
#include "text/chars.h"
#include "text/fonts.h"

static void note(struct fonts *fonts, FcStrList *paths)
{
    for (FcChar8 *path; paths && (path = FcStrListNext(paths));)
        reads_note(fonts->a, str_from((const char *)path));
    if (paths)
        FcStrListDone(paths);
}

/* What it reads depends on its settings and on what lies in its folders. */
static void note_places(struct fonts *fonts, FcConfig *config)
{
    note(fonts, FcConfigGetConfigFiles(config));
    note(fonts, FcConfigGetFontDirs(config));
}

/* Loaded at first use; NULL where there is none. */
static FcConfig *config_of(struct fonts *fonts)
{
    if (fonts->system)
        return fonts->system;
    fonts->system = FcInitLoadConfigAndFonts();
    if (fonts->system && arena_reads(fonts->a))
        note_places(fonts, fonts->system);
    if (!fonts->system)
        fonts->no_system = true;
    return fonts->system;
}

void system_close(struct fonts *fonts)
{
    for (size_t i = 0; i < fonts->orders.n; i++)
        if (fonts->orders.at[i].fonts)
            FcFontSetDestroy(fonts->orders.at[i].fonts);
    fonts->orders.n = 0;
    if (fonts->system)
        FcConfigDestroy(fonts->system);
    fonts->system = NULL;
}

static struct str text_of(FcPattern *p, const char *object, int n)
{
    FcChar8 *s;
    if (FcPatternGetString(p, object, n, &s) != FcResultMatch)
        return (struct str){0};
    return str_from((const char *)s);
}

static int number_of(FcPattern *p, const char *object, int lack)
{
    int v;
    return FcPatternGetInteger(p, object, 0, &v) == FcResultMatch ? v : lack;
}

static bool flag_of(FcPattern *p, const char *object)
{
    FcBool v;
    return FcPatternGetBool(p, object, 0, &v) == FcResultMatch && v == FcTrue;
}

/* Only fonts with one set of outlines: no bitmaps, no coloured pictures; of a variable font the
 * named instances (index above 16 bits) are left out, since we set none. */
static bool usable(FcPattern *p)
{
    return flag_of(p, FC_OUTLINE) && !flag_of(p, FC_COLOR) &&
           (number_of(p, FC_INDEX, 0) >> 16) == 0 && !str_empty(text_of(p, FC_FILE, 0));
}

static bool is_family(FcPattern *p, struct str family)
{
    for (int i = 0; i < 8; i++) { /* a family has a name in a few languages */
        struct str name = text_of(p, FC_FAMILY, i);
        if (!name.p)
            return false;
        if (str_eq_nocase(name, family))
            return true;
    }
    return false;
}

static bool is_known(const struct fonts *fonts, struct str file, unsigned index)
{
    for (size_t i = 0; i < fonts->list.n; i++) {
        const struct font *f = fonts->list.at[i];
        if (f->origin == FONT_SYSTEM && f->index == index && str_eq(f->file, file))
            return true;
    }
    return false;
}

static void add_pattern(struct fonts *fonts, FcPattern *p, struct str family)
{
    struct str file = text_of(p, FC_FILE, 0);
    unsigned index = (unsigned)number_of(p, FC_INDEX, 0);
    int weight = FcWeightToOpenType(number_of(p, FC_WEIGHT, FC_WEIGHT_REGULAR));
    if (is_known(fonts, file, index))
        return;
    fonts_add(fonts, (struct font){.family = str_dup(fonts->a, family),
                                   .file = str_dup(fonts->a, file),
                                   .index = index,
                                   .weight = weight < 1 || weight > 1000 ? 400 : weight,
                                   .italic = number_of(p, FC_SLANT, FC_SLANT_ROMAN) != 0,
                                   .origin = FONT_SYSTEM});
}

/* Add the members of `family`, or of all families where it is empty. */
static void add_members(struct fonts *fonts, struct str family)
{
    FcConfig *config = config_of(fonts);
    FcFontSet *set = config ? FcConfigGetFonts(config, FcSetSystem) : NULL;
    for (int i = 0; set && i < set->nfont; i++) {
        FcPattern *p = set->fonts[i];
        if (!usable(p) || number_of(p, FC_WIDTH, FC_WIDTH_NORMAL) != FC_WIDTH_NORMAL)
            continue;
        if (str_empty(family))
            add_pattern(fonts, p, text_of(p, FC_FAMILY, 0));
        else if (is_family(p, family))
            add_pattern(fonts, p, family);
    }
}

void system_all(struct fonts *fonts)
{
    add_members(fonts, S(""));
}

struct font *system_family(struct fonts *fonts, const struct face_key *key)
{
    add_members(fonts, key->family);
    return family_nearest(fonts, key);
}

/* fontconfig knows Chinese by region, and takes Japanese forms for it where none is said. */
static const char *fontconfig_lang(struct arena *a, struct str lang)
{
    if (!lang_is(lang, S("zh")))
        return str_cstr(a, lang);
    bool traditional = lang_is(lang, S("zh-TW")) || lang_is(lang, S("zh-Hant"));
    return lang_is(lang, S("zh-HK")) ? "zh-hk" : traditional ? "zh-tw" : "zh-cn";
}

/* What is wanted, in fontconfig's terms; but for the character, which is looked for in the order that
 * comes of the rest. */
static FcPattern *pattern_for(const struct face_key *like, const char *lang)
{
    FcPattern *p = FcPatternCreate();
    FcPatternAddString(p, FC_FAMILY, (const FcChar8 *)"sans-serif");
    FcPatternAddBool(p, FC_OUTLINE, FcTrue);
    FcPatternAddBool(p, FC_COLOR, FcFalse);
    FcPatternAddInteger(p, FC_WEIGHT, FcWeightFromOpenType(like->weight));
    FcPatternAddInteger(p, FC_SLANT, like->italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    if (*lang)
        FcPatternAddString(p, FC_LANG, (const FcChar8 *)lang);
    return p;
}

/* All fonts in fontconfig's order of preference, sorted once for a weight, slant and language: that
 * costs more than all else here. NULL where that fails. */
static FcFontSet *sorted(struct fonts *fonts, FcConfig *config, const struct face_key *like,
                         const char *lang)
{
    for (size_t i = 0; i < fonts->orders.n; i++) {
        const struct system_order *o = &fonts->orders.at[i];
        if (o->weight == like->weight && o->italic == like->italic &&
            str_eq(o->lang, str_from(lang)))
            return o->fonts;
    }
    FcResult result;
    struct system_order *order = vec_add(fonts->a, &fonts->orders);
    order->lang = str_dup(fonts->a, str_from(lang));
    order->italic = like->italic;
    FcPattern *wish = pattern_for(like, lang);
    FcConfigSubstitute(config, wish, FcMatchPattern);
    order->fonts = FcFontSort(config, wish, FcFalse, NULL, &result);
    FcPatternDestroy(wish);
    order->weight =
        like->weight; /* last: 0 is asked for by nobody, should memory run out above */
    return order->fonts;
}

/* The family of the first of them that has the character. */
static struct str covering_family(struct fonts *fonts, const FcFontSet *set,
                                  uint32_t codepoint)
{
    for (int i = 0; set && i < set->nfont; i++) {
        FcCharSet *chars;
        FcPattern *p = set->fonts[i];
        if (usable(p) && FcPatternGetCharSet(p, FC_CHARSET, 0, &chars) == FcResultMatch &&
            FcCharSetHasChar(chars, codepoint))
            return str_dup(fonts->a, text_of(p, FC_FAMILY, 0));
    }
    return (struct str){0};
}

struct font *system_covering(struct fonts *fonts, const struct face_key *like,
                             uint32_t codepoint, struct str lang)
{
    FcConfig *config = config_of(fonts);
    if (!config)
        return NULL;
    const FcFontSet *set = sorted(fonts, config, like, fontconfig_lang(fonts->a, lang));
    struct face_key key = *like;
    key.family = covering_family(fonts, set, codepoint);
    return str_empty(key.family) ? NULL : system_family(fonts, &key);
}
