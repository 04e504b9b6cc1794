/* SPDX-License-Identifier: MIT */
/* unit/block/qr.c — QR codes: what is drawn is what was encoded. */
#include "test.h"

#include "base/arena.h"
#include "block/qr.h"

#define MODULE PT(2)

/* Whether the middle of module (x, y) is inside `path`, by the windings around it. */
static bool is_filled(const struct path *path, int x, int y)
{
    mpt px = x * MODULE + MODULE / 2, py = y * MODULE + MODULE / 2;
    struct point from = {0, 0}, start = {0, 0};
    int winding = 0;
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        struct point to = step->verb == PATH_CLOSE ? start : step->p[0];
        if (step->verb == PATH_MOVE)
            start = to;
        else if (from.x == to.x && from.x > px && (from.y > py) != (to.y > py))
            winding += to.y > from.y ? 1 : -1;
        from = to;
    }
    return winding != 0;
}

TEST(the_outline_encloses_the_dark_modules)
{
    static const char *const texts[] = {
        "https://example.com/", "https://example.com/cited-answers",
        "https://example.com/a/very/long/address?with=parameters&and=more&of=them#anchor"};
    for (size_t i = 0; i < countof(texts); i++) {
        struct arena *a = test_arena();
        const struct qr_code *code = qr_encode(a, str_from(texts[i]));
        assert_non_null(code);
        const struct path *path = qr_path(a, code, MODULE, ink_fill(0));
        for (int y = 0; y < code->side; y++)
            for (int x = 0; x < code->side; x++)
                CHECK_INT(is_filled(path, x, y), code->dark[y * code->side + x]);
    }
}

TEST(corners_lie_on_the_grid_and_edges_are_level_or_upright)
{
    struct arena *a = test_arena();
    const struct qr_code *code = qr_encode(a, S("https://example.com/demo"));
    const struct path *path = qr_path(a, code, MODULE, ink_fill(0));
    struct point from = {0, 0};
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        if (step->verb == PATH_CLOSE)
            continue;
        CHECK_INT(step->p[0].x % MODULE, 0);
        CHECK_INT(step->p[0].y % MODULE, 0);
        if (step->verb == PATH_LINE)
            CHECK_TRUE((step->p[0].x == from.x) != (step->p[0].y == from.y));
        from = step->p[0];
    }
    CHECK_INT(code->side, 25);
}

TEST(what_is_too_long_has_no_code)
{
    struct arena *a = test_arena();
    char *text = arena_many(a, 3000, char);
    memset(text, 'a', 3000);
    assert_non_null(qr_encode(a, (struct str){text, 2331}));
    assert_null(qr_encode(a, (struct str){text, 2332}));
    assert_null(qr_encode(a, S("")));
}

TESTS(the_outline_encloses_the_dark_modules,
      corners_lie_on_the_grid_and_edges_are_level_or_upright, what_is_too_long_has_no_code)
