/* SPDX-License-Identifier: MIT */
/* unit/model/links.c — addresses and telephone numbers by their looks. */
#include "model/links.h"
#include "test.h"

TEST(addresses_are_called_by_what_is_there)
{
    struct arena *a = test_arena();
    CHECK_STR(link_label(a, S("https://github.com/a/b")), "GitHub");
    CHECK_STR(link_label(a, S("https://gist.github.com/a")), "GitHub");
    CHECK_STR(link_label(a, S("https://notgithub.com/a")), "notgithub.com");
    CHECK_STR(link_label(a, S("https://www.example.org/x?y#z")), "example.org");
    CHECK_STR(link_label(a, S("https://demo.example.org")), "Demo");
    CHECK_STR(link_label(a, S("https://example.org/a.pdf")), "PDF");
    CHECK_STR(link_label(a, S("mailto:me@example.org")), "me@example.org");
    CHECK_STR(link_label(a, S("")), "");
}

TEST(hosts_without_a_scheme_are_known_by_their_end)
{
    CHECK_TRUE(link_is_bare_host(S("github.com/a/b")));
    CHECK_TRUE(link_is_bare_host(S("jane.dev")));
    CHECK_TRUE(link_is_bare_host(S("linkedin.com/in/jane")));
    CHECK_FALSE(link_is_bare_host(S("Node.js")));
    CHECK_FALSE(link_is_bare_host(S("e.g.")));
    CHECK_FALSE(link_is_bare_host(S("v1.2")));
    CHECK_FALSE(link_is_bare_host(S("3.11")));
    CHECK_FALSE(link_is_bare_host(S(".com")));
    CHECK_FALSE(link_is_bare_host(S("a@b.com")));
    CHECK_FALSE(link_is_bare_host(S("")));
}

TEST(telephone_numbers_are_dialled)
{
    struct arena *a = test_arena();
    struct str url;
    CHECK_TRUE(link_is_phone(a, S("+49 (0)30 123-4567"), &url));
    CHECK_STR(url, "tel:+49301234567");
    CHECK_TRUE(link_is_phone(a, S("(555) 010-9999"), &url));
    CHECK_STR(url, "tel:5550109999");
    CHECK_FALSE(link_is_phone(a, S("2024"), &url));
    CHECK_FALSE(link_is_phone(a, S("12 34 56"), &url));
    CHECK_FALSE(link_is_phone(a, S("+1234567890123456"), &url));
    CHECK_FALSE(link_is_phone(a, S("2024-2025 x"), &url));
}

TESTS(addresses_are_called_by_what_is_there, hosts_without_a_scheme_are_known_by_their_end,
      telephone_numbers_are_dialled)
