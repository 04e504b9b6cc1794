/* SPDX-License-Identifier: MIT */
/* page/report.h — what a fit did, counted. */
#ifndef RECTO_PAGE_REPORT_H
#define RECTO_PAGE_REPORT_H

#include "page/layout.h"

/* Count lines, hyphens, widows, orphans, headings left at a foot and runts, and find the loosest and
 * the tightest line. */
void report_lines(const struct layout *layout, struct fit_report *report);
/* True where a box is a heading that stands above its text. */
bool report_heading(const struct box *box);

#endif
