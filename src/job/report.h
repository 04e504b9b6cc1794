/* SPDX-License-Identifier: MIT */
/* job/report.h — what the two forms of the fit report share. */
#ifndef RECTO_JOB_REPORT_H
#define RECTO_JOB_REPORT_H

#include "job/stage.h"

const char *report_stage_name(enum job_stage stage);
/* How much of the text area of a sheet is filled [thousandths]. */
int report_fill(const struct sheet *sheet);

#endif
