/* SPDX-License-Identifier: MIT */
/* cli/json.h — strings of JSON. */
#ifndef RECTO_CLI_JSON_H
#define RECTO_CLI_JSON_H

#include <stdio.h>

/* Print `text` in quotes; malformed UTF-8 becomes U+FFFD, so that the result is always JSON. */
void json_string(FILE *to, const char *text);
/* Print "name":"text". */
void json_field(FILE *to, const char *name, const char *text);

#endif
