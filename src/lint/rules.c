/* SPDX-License-Identifier: MIT */
/* lint/rules.c — the table of rules. */
#include "lint/lint.h"

#include "base/vec.h"
#include "lint/rules.h"

/* When a rule is asked. */
enum asked { ASKED_ALWAYS, ASKED_BY_CHECK };

/* One row a rule: the first code that it reports, and when it is asked. Levels are the
 * rows' of base/diag/lint.def. */
static const struct rule {
    enum diag_code code;
    enum asked asked;
    void (*judge)(const struct lint *l);
} rules[] = {
    {D_L0101, ASKED_ALWAYS,   lint_placeholder_marks  },
    {D_L0104, ASKED_ALWAYS,   lint_placeholder_values },
    {D_L0105, ASKED_ALWAYS,   lint_placeholder_prompts},
    {D_L0201, ASKED_BY_CHECK, lint_missing_sections   },
    {D_L0203, ASKED_BY_CHECK, lint_empty_sections     },
    {D_L0205, ASKED_BY_CHECK, lint_long_sections      },
    {D_L0206, ASKED_BY_CHECK, lint_disclosure         },
    {D_L0301, ASKED_BY_CHECK, lint_tldr_length        },
    {D_L0302, ASKED_BY_CHECK, lint_tldr_outcome       },
    {D_L0303, ASKED_BY_CHECK, lint_metric_units       },
    {D_L0304, ASKED_BY_CHECK, lint_metric_baselines   },
    {D_L0305, ASKED_BY_CHECK, lint_claims             },
    {D_L0401, ASKED_BY_CHECK, lint_own_role           },
    {D_L0402, ASKED_BY_CHECK, lint_acronyms           },
    {D_L0501, ASKED_BY_CHECK, lint_link_texts         },
    {D_L0502, ASKED_BY_CHECK, lint_image_texts        },
    {D_L0601, ASKED_BY_CHECK, lint_contact            },
    {D_L0602, ASKED_BY_CHECK, lint_contact_address    },
    {D_L0701, ASKED_BY_CHECK, lint_dates              },
};

void lint_study(struct arena *a, const struct study *study, struct diags *d)
{
    struct lint l = {a, study, d};
    for (size_t i = 0; i < countof(rules); i++)
        rules[i].judge(&l);
}

void lint_placeholders(struct arena *a, const struct study *study, struct diags *d)
{
    struct lint l = {a, study, d};
    for (size_t i = 0; i < countof(rules); i++) {
        if (rules[i].asked == ASKED_ALWAYS)
            rules[i].judge(&l);
    }
}

static const struct {
    enum diag_code code;
    const char *text;
} explanations[] = {
#define X(code, text) {D_##code, text},
#include "lint/explain.def"
#undef X
};

struct str lint_explain(enum diag_code code)
{
    for (size_t i = 0; i < countof(explanations); i++) {
        if (explanations[i].code == code)
            return str_from(explanations[i].text);
    }
    return (struct str){NULL, 0};
}
