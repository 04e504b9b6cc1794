/* SPDX-License-Identifier: MIT */
/* source/yaml_value.c — questions to a tree of YAML values. */
#include "base/vec.h"
#include "source/yaml.h"

const struct yaml *yaml_find(const struct yaml *map, struct str key)
{
    if (!map || map->kind != YAML_MAP)
        return NULL;
    for (const struct yaml *v = map->first; v; v = v->next)
        if (str_eq(v->key, key))
            return v;
    return NULL;
}

const struct yaml *yaml_at(const struct yaml *map, struct str path)
{
    struct str rest = path;
    while (map && rest.p)
        map = yaml_find(map, str_cut(&rest, '.'));
    return map;
}

struct str yaml_text(const struct yaml *value)
{
    return value && value->kind == YAML_SCALAR ? value->text : S("");
}

int yaml_truth(const struct yaml *value)
{
    static const char *const words[][2] = {
        {"true", "false"},
        {"yes",  "no"   },
        {"on",   "off"  }
    };
    if (!value || value->kind != YAML_SCALAR || value->quoted)
        return -1;
    for (size_t i = 0; i < countof(words); i++)
        for (int k = 0; k < 2; k++)
            if (str_eq_nocase(value->text, str_from(words[i][k])))
                return 1 - k;
    return -1;
}
