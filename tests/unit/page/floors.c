/* SPDX-License-Identifier: MIT */
/* unit/page/floors.c — no step of any layout sets type that cannot be read in print. */
#include "studies.h"

#include "text/shape.h"

/* The least sizes that print is still read at [mpt]: of running text its x-height, for sizes of
 * different faces do not compare. */
#define TEXT_X_HEIGHT 4200
#define ANY_WORD PT(6)
#define TABLE 7200
#define CAPTION PT(7)

struct floor {
    enum role role;
    mpt least;
};

static const struct floor floors[] = {
    {ROLE_TABLE_HEAD, TABLE  },
    {ROLE_TABLE_CELL, TABLE  },
    {ROLE_CAPTION,    CAPTION},
    {ROLE_LABEL,      CAPTION},
    {ROLE_NOTE,       CAPTION},
};

/* Height of the letter x in running text at a step [mpt]. */
static mpt x_height(struct laid *l, const struct look *look)
{
    const struct role_look *r = &look->roles[ROLE_TEXT];
    struct stretch x = {
        .text = S("x"), .face = {r->family, r->weight, r->italic}
    };
    x.size = r->size;
    const struct shaped *shaped = text_shape(l->block.cache, &x, 1, false, false, &l->d);
    CHECK_INT(shaped->run_count, 1);
    const struct face_info *info = face_info(shaped->runs[0].face);
    CHECK_TRUE(info->x_height > 0);
    return mpt_scale(r->size, info->x_height, info->upem);
}

/* Append what is too small at a step. */
static void find_small(struct laid *l, const struct look *look, struct strbuf *b)
{
    for (size_t role = 0; role < ROLES; role++) {
        mpt least = ANY_WORD, size = look->roles[role].size;
        for (size_t i = 0; i < countof(floors); i++)
            if (floors[i].role == (enum role)role)
                least = floors[i].least;
        if (size < least)
            strbuf_fmt(b, "%.*s, step %d: role %zu at %d; ", STR(look->name), look->step,
                       role, size);
    }
    if (x_height(l, look) < TEXT_X_HEIGHT)
        strbuf_fmt(b, "%.*s, step %d: x-height %d; ", STR(look->name), look->step,
                   x_height(l, look));
}

TEST(no_step_of_any_layout_goes_below_what_can_be_read)
{
    struct arena *own = arena_new(TEST_ARENA_CEILING);
    struct strbuf small = strbuf_at(own);
    struct str *layouts;
    size_t n = studies_layouts(own, &layouts);
    for (size_t k = 0; k < n; k++) {
        struct laid l = laid_read(S("x.md"), S("# T\n"), str_cstr(own, layouts[k]));
        for (int step = 0; step < style_steps(l.style); step++)
            find_small(&l, style_at(l.a, l.style, step), &small);
        test_teardown(NULL);
    }
    CHECK_STR(strbuf_str(&small), "");
    arena_free(own);
}

/* What the author asks for by hand is not under the ladder: but the ladder ends at the floor. */
TEST(a_ladder_ends_at_the_floor_of_a_role)
{
    struct laid l = laid_read(S("x.md"), S("# T\n"), "classic");
    const struct look *tight = style_at(l.a, l.style, style_steps(l.style) - 1);
    const struct style_override o = {S("roles.caption.floor"), S("7.3pt"), {0}};
    const struct style_request request = {
        .layout = S("classic"), .overrides = &o, .override_count = 1};
    const struct style *style;
    CHECK_INT(style_load(l.a, l.store, &request, &style, &l.d), RECTO_OK);
    const struct look *held = style_at(l.a, style, style_steps(style) - 1);
    CHECK_TRUE(tight->roles[ROLE_CAPTION].size < 7300);
    CHECK_INT(held->roles[ROLE_CAPTION].size, 7300);
}

TESTS(no_step_of_any_layout_goes_below_what_can_be_read,
      a_ladder_ends_at_the_floor_of_a_role)
