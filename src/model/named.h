/* SPDX-License-Identifier: MIT */
/* model/named.h — sections that the author speaks of by name, in front matter and flags. */
#ifndef RECTO_MODEL_NAMED_H
#define RECTO_MODEL_NAMED_H

#include "model/build.h"

#define NAMED_MAX 64 /* names in one list: more are no wish but an attack */

/* What a name means. */
struct named {
    VEC(size_t) entries; /* headings of the outline: their own title, else of that kind */
    enum section_kind kind; /* SECTION_CUSTOM where it names none */
    bool by_title;          /* a title is exactly that */
    bool front;             /* front matter says something of that kind */
};

/* The names that a key of front matter lists, or the one it holds. */
struct names {
    const struct yaml *next;
    size_t left; /* NAMED_MAX of them at most */
};

struct names names_of(const struct yaml *front, struct str key);
/* The next one, a scalar that is not empty; NULL behind the last. */
const struct yaml *names_next(struct names *names);

/* The sections of `b` that `name` means: those whose title it is, numbering and case aside, else
 * those of the kind it names in any language. */
struct named named_find(struct build *b, struct str name);
/* Whether facts that are known by now have that key. */
bool named_fact(struct build *b, struct str key);
/* True where it means nothing: no title, and no kind. */
bool named_nothing(const struct named *named);

/* One past the last entry of the section or sub-section that begins at `entry`. */
size_t named_end(const struct outline *o, size_t entry);

/* Tell that the value `name` of `key` means nothing, with what may have been meant. */
void named_tell(const struct build *b, const char *key, const struct yaml *name);

/* The words of front matter that make a section of this kind. */
size_t named_front_words(const struct build *b, enum section_kind kind);

/* The title, or kind, that is so near to `name` that it is likely meant; else empty. */
struct str named_nearest(const struct build *b, struct str name);

#endif
