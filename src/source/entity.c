/* SPDX-License-Identifier: MIT */
/* source/entity.c — HTML entities as characters. */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "source/markdown.h"
#include "source/reader.h"

static size_t put_code_point(int64_t c, char out[16])
{
    bool bad = c <= 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000);
    char bytes[4];
    size_t n = utf8_put(bad ? UTF8_BAD : (uint32_t)c, bytes);
    memcpy(out, bytes, n);
    return n;
}

/* `&#39;`, `&#x27;`: the digits between # and ;. */
static size_t numeric_entity(struct str digits, char out[16])
{
    bool hex = digits.n > 0 && (digits.p[0] == 'x' || digits.p[0] == 'X');
    int64_t c = 0;
    size_t from = hex ? 1 : 0;
    if (digits.n <= from || digits.n > from + 7)
        return 0;
    for (size_t i = from; i < digits.n; i++) {
        char d = digits.p[i];
        int value = d >= '0' && d <= '9'          ? d - '0'
                    : hex && d >= 'a' && d <= 'f' ? d - 'a' + 10
                    : hex && d >= 'A' && d <= 'F' ? d - 'A' + 10
                                                  : -1;
        if (value < 0)
            return 0;
        c = c * (hex ? 16 : 10) + value;
    }
    return put_code_point(c, out);
}

/* Any of HTML's 2125 names, by asking the parser, whose table is not public. */
static size_t parsed_entity(struct str entity, char out[16])
{
    struct foreign lib = {0};
    cmark_node *node = cmark_node_first_child(reader_parse(&lib, NULL, entity));
    node = node ? cmark_node_first_child(node) : NULL;
    const char *literal = node ? cmark_node_get_literal(node) : NULL;
    struct str text = literal ? str_from(literal) : S("");
    size_t n = text.n < 16 && !str_eq(text, entity) ? text.n : 0;
    for (size_t i = 0; i < n; i++)
        out[i] = text.p[i];
    reader_done(&lib);
    return n;
}

size_t align_entity_at(struct str s, char out[16], size_t *n)
{
    static const struct {
        char name[8], text[4];
    } common[] = {
        {"&amp;",  "&"       },
        {"&lt;",   "<"       },
        {"&gt;",   ">"       },
        {"&quot;", "\""      },
        {"&nbsp;", "\xC2\xA0"}
    };
    size_t end = 1;
    while (end < s.n && end < 34 && s.p[end] != ';' && s.p[end] != '&' && s.p[end] > ' ')
        end++;
    if (end >= s.n || s.p[end] != ';' || end < 2)
        return 0;
    struct str entity = str_sub(s, 0, end + 1);
    *n = 0;
    for (size_t i = 0; i < countof(common); i++)
        if (str_eq(entity, str_from(common[i].name))) {
            *n = strlen(common[i].text);
            memcpy(out, common[i].text, *n);
        }
    if (*n == 0)
        *n = entity.p[1] == '#' ? numeric_entity(str_sub(entity, 2, end), out)
                                : parsed_entity(entity, out);
    return *n > 0 ? entity.n : 0;
}

struct str markdown_unescape(struct arena *a, struct str s)
{
    if (str_find_byte(s, '&', 0) >= s.n)
        return s;
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < s.n;) {
        char out[16];
        size_t n = 0;
        size_t length = s.p[i] == '&' ? align_entity_at(str_sub(s, i, s.n), out, &n) : 0;
        strbuf_put(&b, length > 0 ? (struct str){out, n} : str_sub(s, i, i + 1));
        i += length > 0 ? length : 1;
    }
    return strbuf_str(&b);
}
