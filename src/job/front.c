/* SPDX-License-Identifier: MIT */
/* job/front.c — which keys --set may put into the front matter. */
#include "model/front.h"

#include "base/arena.h"
#include "job/stage.h"

/* Facts may be named at the top level as well; the reader of facts is asked whether it takes it. */
static bool is_fact(struct arena *a, struct str key)
{
    struct yaml value = {.kind = YAML_SCALAR, .key = key, .text = S("x")};
    struct yaml map = {.kind = YAML_MAP, .first = &value};
    struct facts facts = {
        .list = {NULL, 0, 0}
    };
    struct diags ignored = diags_at(a, S(""));
    facts_from_front(a, &map, &facts, &ignored);
    return facts.list.n > 0;
}

bool job_front_known(struct arena *a, struct str key)
{
    size_t n;
    const struct front_key *keys = front_keys(&n);
    for (size_t i = 0; i < n; i++)
        if (str_eq(key, str_from(keys[i].name)))
            return keys[i].form != FRONT_OTHER;
    return is_fact(a, key);
}

struct str job_front_nearest(struct str key)
{
    struct str best = {NULL, 0};
    size_t n, limit = key.n / 4 + 2; /* one slip in a short word, two in a long one */
    const struct front_key *keys = front_keys(&n);
    for (size_t i = 0; i < n; i++) {
        struct str name = str_from(keys[i].name);
        size_t d = str_distance(key, name, limit);
        if (keys[i].form == FRONT_OTHER || d >= limit)
            continue;
        limit = d;
        best = name;
    }
    return best;
}
