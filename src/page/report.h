/* SPDX-License-Identifier: MIT */
/* page/report.h — what a fit did, counted. */
#ifndef RECTO_PAGE_REPORT_H
#define RECTO_PAGE_REPORT_H

#include "page/layout.h"

/* Count lines, hyphens, widows, the loosest and the tightest line. */
void report_lines(const struct layout *layout, struct fit_report *report);
/* How much stands on the sheets beyond the first `budget`, and each section's share of all. */
void report_excess(struct arena *a, const struct layout *layout, const struct study *study,
                   size_t budget, struct fit_report *report);

#endif
