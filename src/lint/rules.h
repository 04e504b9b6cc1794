/* SPDX-License-Identifier: MIT */
/* lint/rules.h — what the rules share: the study, and walks over it. */
#ifndef RECTO_LINT_RULES_H
#define RECTO_LINT_RULES_H

#include "model/study.h"

/* What a rule is given. */
struct lint {
    struct arena *a;
    const struct study *study;
    struct diags *d;
};

/* ---- the rules, one file a theme ---- */
void lint_placeholder_marks(const struct lint *l); /* placeholder.c */
void lint_placeholder_values(const struct lint *l);
void lint_placeholder_prompts(const struct lint *l);

/* Whether a placeholder has been reported on these lines: what stands there is not written
 * yet, so no other rule judges it. */
bool lint_unfinished(const struct lint *l, uint32_t first, uint32_t last);

void lint_tldr_length(const struct lint *l); /* evidence.c */
void lint_tldr_outcome(const struct lint *l);
void lint_metric_units(const struct lint *l);
void lint_metric_baselines(const struct lint *l);

void lint_claims(const struct lint *l); /* claims.c */

void lint_own_role(const struct lint *l); /* voice.c */
void lint_acronyms(const struct lint *l); /* acronyms.c */

void lint_contact(const struct lint *l); /* contact.c */
void lint_contact_address(const struct lint *l);

void lint_link_texts(const struct lint *l); /* access.c */
void lint_image_texts(const struct lint *l);

void lint_missing_sections(const struct lint *l); /* structure.c */
void lint_empty_sections(const struct lint *l);
void lint_long_sections(const struct lint *l);
void lint_disclosure(const struct lint *l);

void lint_dates(const struct lint *l); /* dates.c */

/* ---- walks ---- */

/* The block after `b` in reading order below `root`; NULL at the end. */
const struct block *walk_next(const struct block *root, const struct block *b);

#define WALK_MAX_DEPTH 64 /* of inlines in one another */

/* Calls `visit` for every inline of the study in reading order. */
void walk_study(const struct study *study,
                void (*visit)(void *context, const struct inline_node *node),
                void *context);

/* The text of a section, code blocks left out, a line end between its blocks. */
struct str section_text(struct arena *a, const struct section *section);
/* The first section of a kind; NULL where there is none. */
const struct section *section_find(const struct study *study, enum section_kind kind);

/* Step to the next word of `text` from `*i` on; false at the end. A word is a run of
 * letters and digits (utf8_is_word) with the given inner signs, such as "'-". */
bool word_next(struct str text, struct str inner, size_t *i, struct str *word);

/* True where `language` ("de") is that of the study ("de-AT"). */
bool study_speaks(const struct study *study, const char *language);

#endif
