/* SPDX-License-Identifier: MIT */
/* unit/text/bidi.c — what a reader sees, from left to right, of lines that run right to left. */
#include "base/utf8.h"
#include "setting.h"

/* The characters of a piece as they stand on the line. */
static void put_piece(struct strbuf *out, const struct piece *piece)
{
    uint32_t codepoints[128];
    size_t n = 0;
    for (size_t at = 0; at < piece->text.n && n < countof(codepoints);)
        codepoints[n++] = utf8_next(piece->text, &at);
    for (size_t i = 0; i < n; i++) {
        char bytes[4];
        uint32_t c = codepoints[piece->rtl ? n - 1 - i : i];
        strbuf_put(out, (struct str){bytes, utf8_put(c, bytes)});
    }
}

static struct str seen_of(struct setting *s, const char *text, bool rtl)
{
    struct stretch *stretch = arena_make(s->a, struct stretch);
    *stretch = stretch_of(text, "Inter");
    const struct shaped *shaped = text_shape(s->cache, stretch, 1, rtl, false, &s->d);
    const struct line_fit fit = {.expansion = 1000};
    struct line line = text_line(s->a, shaped, stretch, 0, (uint32_t)shaped->text.n, &fit);
    struct strbuf out = strbuf_at(s->a);
    for (uint32_t i = 0; i < line.piece_count; i++)
        put_piece(&out, &line.pieces[i]);
    return strbuf_str(&out);
}

/* Hebrew letters stand for any that run right to left; of each line the first is what the author
 * wrote. */
static const struct {
    const char *text, *seen;
} lines[] = {
    {"אב +18% גד",                "דג +18% בא"               },
    {"אב −37%, גד",             "דג ,−37% בא"            },
    {"אב -37% גד",                "דג -37% בא"               },
    {"אב 3.5 GHz גד",             "דג 3.5 GHz בא"            },
    {"אב (3.5 GHz) גד",           "דג )3.5 GHz( בא"          },
    {"אב 3.5 GHz، גד",           "דג ،3.5 GHz בא"          },
    {"אב 412 גד",                 "דג 412 בא"                },
    {"אב p95 = 78 ms גד",         "דג p95 = 78 ms בא"        },
    {"אב ≤ 120 ms גד",          "דג ≤ 120 ms בא"         },
    {"אב ב־2.4 kHz גד",         "דג 2.4 kHz־ב בא"        },
    {"אב C++, Rust גד",           "דג C++, Rust בא"          },
    {"אב .NET 8 גד",              "דג .NET 8 בא"             },
    {"אב PyTorch 2.1 גד",         "דג PyTorch 2.1 בא"        },
    {"אב 2019–2023 גד",         "דג 2023–2019 בא"        },
    {"אב +49 30 1234567 גד",      "דג +49 30 1234567 בא"     },
    {"אב +49 (30) 123-45-67, גד", "דג ,+49 (30) 123-45-67 בא"},
    {"אב +18 2024 גד",            "דג 2024 +18 בא"           },
    {"אב $1.2M גד",               "דג $1.2M בא"              },
};

TEST(values_and_names_keep_their_order)
{
    struct setting s = setting_of("he", true);
    for (size_t i = 0; i < countof(lines); i++) {
        struct str seen = seen_of(&s, lines[i].text, true);
        if (!str_eq(seen, str_from(lines[i].seen)))
            print_message("%s: %.*s\n", lines[i].text, STR(seen));
        CHECK_TRUE(str_eq(seen, str_from(lines[i].seen)));
    }
}

TEST(text_left_to_right_is_left_alone)
{
    struct setting s = setting_of("en", true);
    CHECK_STR(seen_of(&s, "ab +18% cd 3.5 GHz", false), "ab +18% cd 3.5 GHz");
    CHECK_STR(seen_of(&s, "ab אב cd", false), "ab בא cd");
}

TESTS(values_and_names_keep_their_order, text_left_to_right_is_left_alone)
