/* SPDX-License-Identifier: MIT */
/* source/ascii.h — bytes of ASCII, whatever the locale. */
#ifndef RECTO_SOURCE_ASCII_H
#define RECTO_SOURCE_ASCII_H

#include "base/str.h"

static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool ascii_is_alnum(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c);
}

/* A blank inside of a line. */
static inline bool ascii_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* A blank or line feed. */
static inline bool ascii_is_space(char c)
{
    return ascii_is_blank(c) || c == '\n';
}

/* The byte at `i`, NUL behind the end. */
static inline char ascii_at(struct str s, size_t i)
{
    if (i < s.n)
        return s.p[i];
    return '\0';
}

#endif
