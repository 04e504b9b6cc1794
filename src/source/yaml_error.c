/* SPDX-License-Identifier: MIT */
/* source/yaml_error.c — what libyaml complains about, in words that help. */
#include "source/yaml_error.h"

#include "base/vec.h"
#include "source/ascii.h"

struct words {
    const char *problem; /* how libyaml's text begins */
    const char *text, *hint;
};

static const struct words words[] = {
    {"mapping values are not allowed",                 "a colon inside a value",
     "put the value in quotes: title: \"Answer Desk: faster replies\""                                                   },
    {"could not find expected ':'",                    "a line that is no `key: value`",
     "write `key: value`, or indent the line to continue the one above"                                                  },
    {"did not find expected key",                      "the line does not fit the lines above",
     "indent keys of one map alike, and quote values that hold quotes"                                                   },
    {"did not find expected '-' indicator",            "the line does not fit the list above",
     "begin each entry of a list with `- `, all indented alike"                                                          },
    {"found unexpected end of stream",                 "a quote or bracket is never closed",    "close it"               },
    {"found unexpected document indicator",            "a quote is never closed",               "close it"               },
    {"did not find expected ',' or ']'",               "a list in brackets is never closed",
     "write [one, two], with values that hold commas in quotes"                                                          },
    {"did not find expected ',' or '}'",               "a map in braces is never closed",
     "write {key: value}, or put a value that begins with { in quotes"                                                   },
    {"block sequence entries are not allowed",         "a list begins on the line of its key",
     "begin the list on the next line"                                                                                   },
    {"found unknown escape character",                 "a backslash inside double quotes",
     "use single quotes, or write two backslashes"                                                                       },
    {"did not find expected alphabetic",               "a value begins with * or &",
     "put the value in quotes"                                                                                           },
    {"did not find expected whitespace or line break", "a value begins with %, ! or |",
     "put the value in quotes"                                                                                           },
    {"found undefined tag handle",                     "a value begins with !",                 "put the value in quotes"},
    {"control characters are not allowed",             "a control character",                   "delete it"              },
};

static void explain_token(struct arena *a, char c, struct str *text, struct str *hint)
{
    if (c == '\t') {
        *text = S("a tab where YAML wants spaces");
        *hint = S("indent with spaces");
        return;
    }
    *text = str_fmt(a, "a value cannot begin with “%c”", c);
    *hint = S("put the value in quotes");
}

void yaml_explain(struct arena *a, struct str bytes, const struct yaml_problem *problem,
                  struct str *text, struct str *hint)
{
    if (str_starts(problem->text, S("found character that cannot start any token"))) {
        explain_token(a, ascii_at(bytes, problem->at), text, hint);
        return;
    }
    for (size_t i = 0; i < countof(words); i++) {
        if (!str_starts(problem->text, str_from(words[i].problem)))
            continue;
        *text = str_from(words[i].text);
        *hint = str_from(words[i].hint);
        return;
    }
    *text = problem->text;
    *hint = S("");
}

/* The value of a `key: value` line begins here; `end` where the line is no such thing or the value
 * is quoted or a collection. */
static size_t value_start(struct str bytes, size_t at, size_t end)
{
    size_t colon = str_find(str_sub(bytes, 0, end), S(": "), at);
    if (colon >= end)
        return end;
    size_t i = colon + 1;
    while (i < end && bytes.p[i] == ' ')
        i++;
    if (i < end && str_find_byte(S("\"'[{|>&*!#"), bytes.p[i], 0) < 10)
        return end;
    return i;
}

bool yaml_quote_value(struct arena *a, struct str bytes, const struct yaml_problem *problem,
                      struct str *mended)
{
    if (!str_starts(problem->text, S("mapping values are not allowed")) ||
        problem->at >= bytes.n)
        return false;
    size_t start = problem->at;
    while (start > 0 && bytes.p[start - 1] != '\n')
        start--;
    size_t end = str_find_byte(bytes, '\n', start);
    size_t value = value_start(bytes, start, end);
    if (value >= end || value > problem->at)
        return false;
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, str_sub(bytes, 0, value));
    strbuf_putc(&b, '\'');
    struct str rest = str_trim_end(str_sub(bytes, value, end));
    for (size_t i = 0; i < rest.n; i++) {
        strbuf_putc(&b, rest.p[i]);
        if (rest.p[i] == '\'')
            strbuf_putc(&b, '\'');
    }
    strbuf_putc(&b, '\'');
    strbuf_put(&b, str_sub(bytes, end, bytes.n));
    *mended = strbuf_str(&b);
    return true;
}
