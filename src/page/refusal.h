/* SPDX-License-Identifier: MIT */
/* page/refusal.h — tells an author, as an editor would, what is too much. */
#ifndef RECTO_PAGE_REFUSAL_H
#define RECTO_PAGE_REFUSAL_H

#include "page/layout.h"

/* `layout`, the tightest there is, takes more sheets than report->budget: count by how much, share
 * it out among the sections, and tell all of it. Lives in `a`. */
void refuse(struct arena *a, const struct layout *layout, const struct fit_request *request,
            struct fit_report *report, struct diags *d);

#endif
