/* SPDX-License-Identifier: MIT */
/* lint/lint.h — judgement of what a case study says; findings are diagnostics, never failures. */
#ifndef RECTO_LINT_LINT_H
#define RECTO_LINT_LINT_H

#include "base/diag.h"

struct study;

/* Judge `study` by all rules; findings, in the order of the rules, go to `d`. `a` is for work. */
void lint_study(struct arena *a, const struct study *study, struct diags *d);

/* The one rule that every render asks: placeholders that the author left. */
void lint_placeholders(struct arena *a, const struct study *study, struct diags *d);

/* What `recto explain CODE` says of a finding: one paragraph, empty where there is none. */
struct str lint_explain(enum diag_code code);

#endif
