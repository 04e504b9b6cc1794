/* SPDX-License-Identifier: MIT */
/* unit/proof/search.c — what must not be in a text is found there, and only that. */
#include "test.h"

#include "proof/proof.h"

static bool lacks(const char *text, const char *secret)
{
    struct arena *a = test_arena();
    struct diags d = diags_at(a, S("case.pdf"));
    struct str strings[] = {str_from(secret)};
    recto_status status = proof_text_lacks(a, str_from(text), strings, 1, &d);
    CHECK_INT(d.list.n, status == RECTO_OK ? 0 : 1);
    return status == RECTO_OK;
}

TEST(words_are_found_whatever_their_case_and_blanks)
{
    CHECK_FALSE(lacks("Ask JANE\xC2\xA0 Doe about it", "Jane Doe"));
    CHECK_FALSE(lacks("jane@example.org", "jane@example.org"));
    CHECK_FALSE(lacks("jane@exam\xC2\xADple.\norg", "jane@example.org"));
    CHECK_FALSE(lacks("Nachtbus Bo\nnn", "Nachtbus Bonn"));
    CHECK_TRUE(lacks("Ask Jane", "Jane Doe"));
}

TEST(short_words_are_found_as_words_only)
{
    CHECK_FALSE(lacks("a team of two.", "two"));
    CHECK_TRUE(lacks("a network", "two"));
    CHECK_TRUE(lacks("anything", ""));
}

TEST(numbers_are_found_however_they_are_grouped)
{
    CHECK_FALSE(lacks("call +49 (30) 1234-567", "49301234567"));
    CHECK_TRUE(lacks("call +49 (30) 1234-568", "49301234567"));
    CHECK_TRUE(lacks("1493012345678", "49301234567"));
}

TESTS(words_are_found_whatever_their_case_and_blanks, short_words_are_found_as_words_only,
      numbers_are_found_however_they_are_grouped)
