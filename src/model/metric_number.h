/* SPDX-License-Identifier: MIT */
/* model/metric_number.h — digits with their grouping and decimals. */
#ifndef RECTO_MODEL_METRIC_NUMBER_H
#define RECTO_MODEL_METRIC_NUMBER_H

#include "base/str.h"

struct number {
    size_t to;     /* behind it */
    int64_t micro; /* millionths; saturates */
    size_t digits; /* of its first group */
    bool decimals, grouped;
};

/* Read an unsigned number at `at`. `lang` settles "1.234", where nothing else can. */
bool number_at(struct str text, size_t at, struct str lang, struct number *out);

/* 0-9 for a digit of the systems that are read, else -1. */
int digit_of(uint32_t c);

#endif
