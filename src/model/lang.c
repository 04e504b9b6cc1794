/* SPDX-License-Identifier: MIT */
/* model/lang.c — the language of a document that does not name it. */
#include "model/lang.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/shelf.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "model/section.h"

#define SAMPLE_MAX 20000 /* bytes of text that are looked at */

enum script {
    SCRIPT_LATIN,
    SCRIPT_CYRILLIC,
    SCRIPT_ARABIC,
    SCRIPT_HEBREW,
    SCRIPT_DEVANAGARI,
    SCRIPT_HAN,
    SCRIPT_KANA,
    SCRIPT_HANGUL,
    SCRIPT_GREEK,
    SCRIPT_THAI,
    SCRIPT_KINDS
};

static const struct {
    uint32_t from, to;
    enum script script;
} ranges[] = {
    {'A',     'Z',     SCRIPT_LATIN     },
    {'a',     'z',     SCRIPT_LATIN     },
    {0xC0,    0x24F,   SCRIPT_LATIN     },
    {0x1E00,  0x1EFF,  SCRIPT_LATIN     },
    {0x370,   0x3FF,   SCRIPT_GREEK     },
    {0x400,   0x52F,   SCRIPT_CYRILLIC  },
    {0x590,   0x5FF,   SCRIPT_HEBREW    },
    {0x600,   0x77F,   SCRIPT_ARABIC    },
    {0x900,   0x97F,   SCRIPT_DEVANAGARI},
    {0xE00,   0xE7F,   SCRIPT_THAI      },
    {0x3040,  0x30FF,  SCRIPT_KANA      },
    {0x3400,  0x9FFF,  SCRIPT_HAN       },
    {0x20000, 0x3FFFF, SCRIPT_HAN       },
    {0xAC00,  0xD7AF,  SCRIPT_HANGUL    },
};

/* Small words and letters that one language has and its neighbours do not, lower case, each
 * between spaces. */
static const struct {
    char lang[4];
    const char *words;
} latin[] = {
    {"en", " the and of to with for was is that by we from our this were had after "               },
    {"de", " der die das und mit für ist von den dem nicht eine wir auf im zu wurde nach "
           "bei aus "                                                                    },
    {"fr",
     " le les des et une pour dans est avec sur nous par du au qui plus ont été aux "            },
    {"es", " el los las y una para con del por en que se más nuestro fue al como sin "            },
    {"pt", " o os as e uma para com do da em que não foi por mais dos das ao são nosso "         },
    {"it",
     " il gli di e una per con del della che è in dei nel sono stato alla più delle "            },
    {"nl", " de het een en van voor met is op dat te zijn wij werd naar door niet onze "           },
    {"pl", " i w z na do się jest nie dla przez oraz że był po od który nasz "                 },
    {"tr", " ve bir bu için ile olarak daha olan çok gibi kadar sonra biz ise "                  },
    {"vi", " và của là cho các được trong có với không một những từ đã để "},
    {"sv", " och att det som en för på av med är vi till den inte har efter "                   },
    {"da", " og at det som en for på af med er vi til den ikke har efter blev "                   },
    {"cs", " a v se na je že s z do pro jsme byl není podle který při "                        },
    {"id", " dan yang untuk dengan di dari ini pada kami adalah dalam tidak oleh "                 },
};

/* Characters that only one of the Chinese scripts has. */
static const char simplified[] =
    "们这时来对国个说开发应为数据统计实现结构问题户系营运计费优经项标设备网络";
static const char traditional[] =
    "們這時來對國個說開發應為數據統計實現結構問題戶係營運計費優經項標設備網絡";

static enum script script_of(uint32_t c)
{
    for (size_t i = 0; i < countof(ranges); i++)
        if (c >= ranges[i].from && c <= ranges[i].to)
            return ranges[i].script;
    return SCRIPT_KINDS;
}

static void count_scripts(struct str text, size_t counts[SCRIPT_KINDS])
{
    for (size_t i = 0; i < text.n;) {
        enum script script = script_of(utf8_next(text, &i));
        if (script != SCRIPT_KINDS)
            counts[script]++;
    }
}

static size_t count_any(struct str text, struct str letters)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n;) {
        size_t at = i;
        (void)utf8_next(text, &i);
        n += i - at > 1 && str_find(letters, str_sub(text, at, i), 0) < letters.n;
    }
    return n;
}

/* The small words of all languages, each with a bit for every language that has it: one look-up a
 * word instead of a search in each list. */
static void *small_words(struct arena *a, void *user)
{
    (void)user;
    struct map *map = arena_make(a, struct map);
    for (size_t i = 0; i < countof(latin); i++) {
        struct str rest = str_trim(str_from(latin[i].words));
        while (rest.p) {
            struct str word = str_cut(&rest, ' ');
            uint32_t *langs = map_find(map, word);
            if (!langs) {
                langs = arena_make(a, uint32_t);
                map_put(a, map, word, langs);
            }
            *langs |= 1u << i;
        }
    }
    return map;
}

static struct str by_words(struct arena *a, struct shelf *shelf, struct str text,
                           const size_t *votes)
{
    size_t counts[countof(latin)] = {0}, best = 0;
    for (size_t i = 0; i < countof(latin) && i < SECTION_LANG_COUNT; i++)
        for (size_t k = 0; k < SECTION_LANG_COUNT; k++)
            if (str_eq(str_from(section_langs[k]), str_from(latin[i].lang)))
                counts[i] +=
                    3 * votes[k]; /* a heading tells as much as three small words */
    const struct map *known = shelf
                                  ? shelf_at(a, shelf, S("small words"), small_words, NULL)
                                  : small_words(a, NULL);
    struct str rest = text;
    while (rest.p) {
        struct str word = str_cut(&rest, ' ');
        const uint32_t *langs = map_find(known, word);
        for (size_t i = 0; langs && i < countof(latin); i++)
            counts[i] += *langs >> i & 1;
    }
    for (size_t i = 1; i < countof(latin); i++)
        if (counts[i] > counts[best])
            best = i;
    return str_from(latin[best].lang);
}

static struct str by_cyrillic(struct str text)
{
    if (count_any(text, S("іїєґ")) > count_any(text, S("ыэъё")))
        return S("uk");
    return S("ru");
}

static struct str by_han(struct str text)
{
    size_t hans = count_any(text, str_from(simplified)),
           hant = count_any(text, str_from(traditional));
    return hant > hans ? S("zh-Hant") : S("zh-Hans");
}

struct str lang_guess(struct arena *a, struct shelf *shelf, struct str text,
                      const size_t *votes)
{
    struct str lower = str_lower(a, str_sub(text, 0, SAMPLE_MAX));
    size_t counts[SCRIPT_KINDS] = {0};
    count_scripts(lower, counts);
    counts[SCRIPT_HAN] *= 3; /* a character of these says as much as a few letters */
    counts[SCRIPT_KANA] *= 3;
    counts[SCRIPT_HANGUL] *= 2;
    bool japanese = counts[SCRIPT_KANA] * 8 > counts[SCRIPT_HAN];
    counts[SCRIPT_KANA] += japanese ? counts[SCRIPT_HAN] : 0;
    enum script best = SCRIPT_LATIN;
    for (int i = 0; i < SCRIPT_KINDS; i++)
        if (counts[i] > counts[best])
            best = (enum script)i;
    switch (best) {
    case SCRIPT_CYRILLIC:
        return by_cyrillic(lower);
    case SCRIPT_ARABIC:
        return count_any(lower, S("پچژگ")) > 2 ? S("fa") : S("ar");
    case SCRIPT_HEBREW:
        return S("he");
    case SCRIPT_DEVANAGARI:
        return S("hi");
    case SCRIPT_HAN:
        return by_han(lower);
    case SCRIPT_KANA:
        return S("ja");
    case SCRIPT_HANGUL:
        return S("ko");
    case SCRIPT_GREEK:
        return S("el");
    case SCRIPT_THAI:
        return S("th");
    case SCRIPT_LATIN:
    case SCRIPT_KINDS:
        break;
    }
    return by_words(a, shelf, lower, votes);
}

bool lang_is_rtl(struct str lang)
{
    static const char codes[][4] = {"ar", "he", "fa", "ur",  "yi",
                                    "ps", "sd", "ug", "ckb", "dv"};
    struct str rest = lang, primary = str_cut(&rest, '-');
    for (size_t i = 0; i < countof(codes); i++)
        if (str_eq_nocase(primary, str_from(codes[i])))
            return true;
    return false;
}
