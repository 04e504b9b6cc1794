/* SPDX-License-Identifier: MIT */
/* unit/out/put.c — numbers and strings in the notations of the back ends. */
#include "test.h"

#include "out/pdf/object.h"
#include "out/put.h"

#define CHECK_PUT(expected, call)                  \
    do {                                           \
        struct strbuf b = strbuf_at(test_arena()); \
        call;                                      \
        CHECK_STR(strbuf_str(&b), expected);       \
        test_teardown(NULL);                       \
    } while (0)

TEST(lengths_are_exact)
{
    CHECK_PUT("595.276", put_pt(&b, 595276));
    CHECK_PUT("841.890", put_pt(&b, 841890));
    CHECK_PUT("-0.005", put_pt(&b, -5));
    CHECK_PUT("-2147483.648", put_pt(&b, INT32_MIN));
    CHECK_PUT("841.89 ", put_length(&b, 841890));
    CHECK_PUT("700.001 ", put_length(&b, 700001));
    CHECK_PUT("0 ", put_length(&b, 0));
    CHECK_PUT("98.5", put_decimal(&b, 985, 1));
    CHECK_PUT("-12", put_decimal(&b, -1200, 2));
    CHECK_PUT("-9223372036854775808", put_int(&b, INT64_MIN));
}

TEST(strings_are_escaped)
{
    CHECK_PUT("\"a\\\"b\\\\\\x0a\xC3\xA9\"", put_quoted(&b, S("a\"b\\\n\xC3\xA9")));
    CHECK_PUT("a &lt;&amp;&gt; &quot;", put_xml(&b, S("a <&> \"\x01")));
    CHECK_PUT("(a\\(b\\)\\\\)", put_text(&b, S("a(b)\\")));
    CHECK_PUT("<FEFF00E9D83DDE00>", put_text(&b, S("\xC3\xA9\xF0\x9F\x98\x80")));
    CHECK_PUT("/a#20b#2F", put_name(&b, S("a b/")));
    CHECK_PUT("(https://x.org/%C3%A9%20\\(a\\))",
              put_uri(&b, S("https://x.org/\xC3\xA9 (a)")));
}

TESTS(lengths_are_exact, strings_are_escaped)
