/* SPDX-License-Identifier: MIT */
/* unit/text/hyphen.c — hyphenation against libhyphen, which reads the same patterns its own way. */
#include <dlfcn.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/store.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "test.h"
#include "text/chars.h"
#include "text/hyphen.h"

#define WORDS 50000 /* compared in each language */
#define ROOM 512    /* bytes of a word */

/* The oracle is loaded when it is there; recto itself is not built with it. */
struct oracle {
    void *library, *dictionary;
    void *(*load)(const char *path);
    void (*free)(void *dictionary);
    int (*hyphenate)(void *dictionary, const char *word, int size, char *points,
                     char *hyphenated, char ***changes, int **positions, int **cuts);
    iconv_t encode;
};

/* libhyphen forgets a pattern that its file repeats; that leak is not ours. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libhyphen.so";
}

/* ISO C knows no way from a data pointer to a function. */
static void find_symbol(void *library, const char *name, void *function, size_t size)
{
    void *symbol = dlsym(library, name);
    CHECK_NOT_NULL(symbol);
    CHECK_INT(size, sizeof symbol);
    memcpy(function, &symbol, size);
}

static bool open_oracle(struct oracle *o, const char *path)
{
    o->library = dlopen("libhyphen.so.0", RTLD_NOW);
    if (!o->library)
        return false;
    find_symbol(o->library, "hnj_hyphen_load", &o->load, sizeof o->load);
    find_symbol(o->library, "hnj_hyphen_free", &o->free, sizeof o->free);
    find_symbol(o->library, "hnj_hyphen_hyphenate2", &o->hyphenate, sizeof o->hyphenate);
    o->dictionary = o->load(path);
    return o->dictionary != NULL;
}

static void close_oracle(struct oracle *o)
{
    o->free(o->dictionary);
    iconv_close(o->encode); /* the library stays, so that its leaks keep its name */
}

/* Points of libhyphen: points[i] before letter i. A break that changes the spelling is none. */
static void ask_oracle(struct oracle *o, const char *word, size_t letters, bool *points)
{
    char coded[ROOM], digits[ROOM], *from = strcpy((char[ROOM]){0}, word), *to = coded;
    size_t left = strlen(word), room = sizeof coded - 1;
    CHECK_INT(iconv(o->encode, &from, &left, &to, &room), 0);
    *to = '\0';
    char **changes = NULL;
    int *positions = NULL, *cuts = NULL;
    o->hyphenate(o->dictionary, coded, (int)(to - coded), digits, NULL, &changes,
                 &positions, &cuts);
    for (size_t i = 1; i < letters; i++)
        points[i] = (digits[i - 1] & 1) && !(changes && changes[i - 1]);
    for (int i = 0; changes && i < to - coded; i++)
        free(changes[i]);
    free(changes);
    free(positions);
    free(cuts);
}

/* The letters of all patterns: the stuff that words are made of. */
struct pieces {
    struct arena *a;
    VEC(struct str) list;
};

static void add_piece(struct pieces *p, struct str line)
{
    struct strbuf b = strbuf_at(p->a);
    for (size_t i = 0; i < line.n;) {
        uint32_t c = utf8_next(line, &i);
        if (c == '/' || c <= ' ')
            break;
        /* libhyphen counts ligatures as the letters they join, and treats signs on their own. */
        if (c >= 0xFB00)
            return;
        if (is_letter(c))
            strbuf_put_utf8(&b, c);
    }
    if (b.n)
        vec_push(p->a, &p->list, strbuf_str(&b));
}

/* Read the pattern file, in whatever encoding; its name goes to `encoding`. */
static void read_pieces(struct pieces *p, const char *path, char encoding[64])
{
    char raw[1024], line[4096];
    FILE *in = fopen(path, "rb");
    CHECK_NOT_NULL(in);
    CHECK_NOT_NULL(fgets(encoding, 64, in));
    encoding[strcspn(encoding, "\r\n")] = '\0';
    if (!strncmp(encoding, "microsoft-cp", 12))
        memmove(encoding, encoding + 10, strlen(encoding + 10) + 1);
    iconv_t decode = iconv_open("UTF-8", encoding);
    while (fgets(raw, sizeof raw, in)) {
        char *from = raw, *to = line;
        size_t left = strlen(raw), room = sizeof line;
        if (*raw == '%' || *raw == '#' || strstr(raw, "HYPHEN") || strstr(raw, "LEVEL"))
            continue;
        CHECK_INT(iconv(decode, &from, &left, &to, &room), 0);
        add_piece(p, (struct str){line, (size_t)(to - line)});
    }
    iconv_close(decode);
    fclose(in);
}

/* xorshift64: the same words in every run. */
static size_t random_below(uint64_t *state, size_t n)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (size_t)(*state % n);
}

/* One to four pieces in a row; gives the number of letters. */
static size_t make_word(const struct pieces *p, uint64_t *state, char word[ROOM],
                        uint32_t letters[HYB_WORD_MAX])
{
    size_t n = 0, size = 0;
    for (size_t k = 1 + random_below(state, 4); k > 0; k--) {
        struct str piece = p->list.at[random_below(state, p->list.n)];
        if (size + piece.n < ROOM) {
            memcpy(word + size, piece.p, piece.n);
            size += piece.n;
        }
    }
    word[size] = '\0';
    for (size_t i = 0; i < size && n < 40;)
        letters[n++] = utf8_next((struct str){word, size}, &i);
    return utf8_length((struct str){word, size}) == n ? n : 0;
}

static void open_patterns(struct arena *a, const char *lang, struct hyb *hyb)
{
    struct store store = store_open(a);
    struct str bytes, name = str_join(a, str_from(lang), S(".hyb"));
    CHECK_INT(file_map(a, store_path(a, &store, S("hyphen"), name), 16u << 20, &bytes),
              FILE_OK);
    CHECK_TRUE(hyb_open(bytes, hyb));
}

/* Hungarian has 2216 patterns for breaks with another spelling. recto sets none of these; in some
 * made-up words it then leaves out a plain break that shares its place with one. */
static bool changes_spelling(const char *lang)
{
    return !strcmp(lang, "hu");
}

/* Compare WORDS words; false where the oracle or the patterns are not installed. */
static bool compare(const char *lang, const char *patterns)
{
    char path[1024], encoding[64], word[ROOM];
    struct pieces p = {.a = test_arena()};
    struct oracle o;
    struct hyb hyb;
    uint32_t letters[HYB_WORD_MAX];
    bool ours[HYB_WORD_MAX], theirs[HYB_WORD_MAX];
    uint64_t state = 88172645463325252u;
    size_t points = 0;
    snprintf(path, sizeof path, "%s/hyph_%s.dic", getenv("HYPHEN"), patterns);
    if (!file_exists(p.a, str_from(path)) || !open_oracle(&o, path))
        return false;
    read_pieces(&p, path, encoding);
    o.encode = iconv_open(encoding, "UTF-8");
    open_patterns(p.a, lang, &hyb);
    for (size_t done = 0; done < WORDS;) {
        size_t n = make_word(&p, &state, word, letters);
        if (n < 3)
            continue;
        hyb_points(&hyb, letters, n, ours);
        ask_oracle(&o, word, n, theirs);
        for (size_t i = 1; i < n; i++) {
            points += ours[i];
            if (ours[i] == theirs[i] || (!ours[i] && changes_spelling(lang)))
                continue;
            print_error("%s: \"%s\" at %zu\n", lang, word, i);
            CHECK_INT(ours[i], theirs[i]);
        }
        done++;
    }
    CHECK_TRUE(points > WORDS / 4); /* the words are such that something is compared */
    close_oracle(&o);
    return true;
}

TEST(points_are_those_of_libhyphen)
{
    static const char *const langs[][2] = {
        {"en-us", "en_US"},
        {"en-gb", "en_GB"},
        {"de",    "de_DE"},
        {"fr",    "fr"   },
        {"es",    "es_ES"},
        {"it",    "it_IT"},
        {"nl",    "nl_NL"},
        {"pl",    "pl_PL"},
        {"pt",    "pt_PT"},
        {"ru",    "ru_RU"},
        {"sv",    "sv_SE"},
        {"hu",    "hu_HU"},
        {"ca",    "ca_ES"},
        {"hr",    "hr_HR"},
        {"cs",    "cs_CZ"},
        {"da",    "da_DK"},
        {"uk",    "uk_UA"},
        {"el",    "el_GR"},
        {"ro",    "ro_RO"},
        {"nb",    "nb_NO"},
    };
    size_t compared = 0;
    for (size_t i = 0; i < countof(langs); i++) {
        compared += compare(langs[i][0], langs[i][1]);
        test_teardown(NULL);
    }
    if (compared == 0)
        skip(); /* neither libhyphen nor patterns on this machine */
}

/* Words with their hyphens, as a paragraph would have them. */
static struct str hyphenated(const char *text, const char *lang)
{
    struct arena *a = test_arena();
    struct store *store = arena_make(a, struct store);
    *store = store_open(a);
    struct hyphens hyphens = {.a = a, .store = store};
    struct stretch s = {.text = str_from(text)};
    struct chars chars = {.a = a};
    chars_read(a, &chars, &s, 1);
    uint8_t *breaks = arena_alloc(a, chars.list.n + 1);
    hyphens_add(&hyphens, &chars, str_from(lang), breaks);
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < chars.list.n; i++) {
        if (breaks[i] == TEXT_BREAK_HYPHEN)
            strbuf_putc(&b, '-');
        strbuf_put_utf8(&b, chars.list.at[i].drawn);
    }
    return strbuf_str(&b);
}

TEST(words_part_as_dictionaries_say)
{
    CHECK_STR(hyphenated("hyphenation of extraordinary efficiency", "en"),
              "hy-phen-ation of ex-tra-or-di-nary ef-fi-ciency");
    CHECK_STR(hyphenated("Donaudampfschifffahrt", "de-AT"), "Do-nau-dampf-schiff-fahrt");
}

TEST(capitals_digits_and_short_words_stay_whole)
{
    CHECK_STR(hyphenated("PostgreSQL EXTRAORDINARY JavaScript", "en"),
              "PostgreSQL EXTRAORDINARY JavaScript");
    CHECK_STR(hyphenated("Extraordinary", "en"), "Ex-tra-or-di-nary");
    CHECK_STR(hyphenated("extraordinary2 x_extraordinary", "en"),
              "extraordinary2 x_extraordinary");
    CHECK_STR(hyphenated("into upon after", "en"), "into upon af-ter");
    CHECK_STR(hyphenated("https://example.org/extraordinary", "en"),
              "https://example.org/extraordinary");
}

TEST(a_language_without_patterns_gets_no_hyphens)
{
    CHECK_STR(hyphenated("extraordinary", "tlh"), "extraordinary");
    CHECK_STR(hyphenated("extraordinary", "../en-us"), "extraordinary");
}

TEST(letters_and_their_marks_are_one)
{
    /* "Änderungen" with a combining mark */
    CHECK_STR(hyphenated("A\xCC\x88nderungen", "de"), "A\xCC\x88n-de-run-gen");
}

TEST(damaged_pattern_files_are_survived)
{
    struct arena *a = test_arena();
    struct hyb good, hyb;
    bool points[16];
    uint32_t word[] = {'e', 'x', 't', 'r', 'a', 'o', 'r', 'd', 'i', 'n', 'a', 'r', 'y'};
    uint64_t state = 2463534242u;
    open_patterns(a, "en-us", &good);
    char *copy = arena_copy(a, good.file, good.size);
    for (size_t round = 0; round < 20000; round++) {
        size_t at =
            round % 2 ? random_below(&state, HYB_HEADER) : random_below(&state, good.size);
        char kept = copy[at];
        copy[at] = (char)random_below(&state, 256);
        if (hyb_open((struct str){copy, good.size}, &hyb))
            hyb_points(&hyb, word, countof(word), points);
        copy[at] = kept;
    }
    for (size_t n = 0; n < 400; n++) {
        struct arena_mark m = arena_mark(a);
        if (hyb_open((struct str){arena_copy(a, good.file, n), n}, &hyb))
            hyb_points(&hyb, word, countof(word), points);
        arena_rewind(a, m);
    }
    CHECK_TRUE(hyb_open((struct str){copy, good.size}, &hyb));
}

TESTS(points_are_those_of_libhyphen, words_part_as_dictionaries_say,
      capitals_digits_and_short_words_stay_whole,
      a_language_without_patterns_gets_no_hyphens, letters_and_their_marks_are_one,
      damaged_pattern_files_are_survived)
