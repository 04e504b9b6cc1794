/* SPDX-License-Identifier: MIT */
/* page/report.h — what a fit did, counted. */
#ifndef RECTO_PAGE_REPORT_H
#define RECTO_PAGE_REPORT_H

#include "page/layout.h"

/* Count lines, hyphens, widows, orphans, headings left at a foot and runts, and find the loosest and
 * the tightest line. */
void report_lines(const struct layout *layout, const struct sheets *sheets,
                  struct fit_report *report);
/* Fill sheet->columns of all sheets. Lives in `a`. */
void report_columns(struct arena *a, const struct layout *layout, struct sheets *sheets);
/* True where a box is a heading that stands above its text. */
bool report_heading(const struct box *box);

#endif
