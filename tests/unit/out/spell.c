/* SPDX-License-Identifier: MIT */
/* unit/out/spell.c — every character of a run is said by its codes, in order and once. */
#include "out/fixture.h"

#include "base/utf8.h"
#include "out/pdf/font.h"

static const struct stretch plain = {.colour = 0};

/* Readers turn what runs right to left around, character by character. */
static struct str turned(struct arena *a, struct str text)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = text.n; i > 0;)
        strbuf_put_utf8(&b, utf8_prev(text, &i));
    return strbuf_str(&b);
}

/* What a reader makes of `piece` that knows ActualText (`spans`), or does not. */
static struct str read_back(struct fixture *f, struct font *font, const struct piece *piece,
                            bool spans)
{
    struct spelling spelling = font_spell(f->a, font, piece);
    struct strbuf b = strbuf_at(f->a);
    const struct respelled *span = spelling.spans.at;
    const struct respelled *end = span + spelling.spans.n;
    for (uint32_t i = 0; i < piece->glyph_count; i++) {
        uint32_t at = piece->rtl ? piece->glyph_count - 1 - i : i;
        while (spans && span < end && !piece->rtl && span->end <= at)
            span++;
        bool inside = spans && span < end && span->first <= at && at < span->end;
        struct spelled code = spelling.glyphs[at];
        if (code.late)
            continue;
        struct str says = font->voices.at[code.voice].says.at[code.slot];
        if (!inside)
            strbuf_put(&b, piece->rtl ? turned(f->a, says) : says);
        else if (span->first == at)
            strbuf_put(&b, span->text);
    }
    return strbuf_str(&b);
}

/* The runs of one font, read after all have been spelled: a later one must not change what an
 * earlier one says. */
static void check_all(const char *file, size_t n, const char *const *texts)
{
    struct fixture f = fixture_new(file);
    struct font font;
    pdf_font_open(f.a, &font, f.face);
    for (size_t i = 0; i < n; i++) {
        struct piece piece = make_piece(&f, &plain, str_from(texts[i]));
        font_spell(f.a, &font, &piece);
    }
    for (size_t i = 0; i < n; i++) {
        struct piece piece = make_piece(&f, &plain, str_from(texts[i]));
        CHECK_STR(read_back(&f, &font, &piece, true), texts[i]);
    }
}

TEST(ligatures_say_all_their_letters)
{
    static const char *const texts[] = {"office", "affiliation", "waffle", "fi",
                                        "first-contact"};
    check_all("Lato-Regular.ttf", countof(texts), texts);
    check_all("Inter-Regular.otf", countof(texts), texts);
    check_all("JetBrainsMono-Regular.ttf", 1, (const char *const[]){"a != b => c -> d"});
}

TEST(accents_are_said_as_written)
{
    /* composed, decomposed, two marks, a no-break space, a zero-width joiner */
    static const char *const texts[] = {"caf\xC3\xA9",
                                        "cafe\xCC\x81",
                                        "q\xCC\x84\xCC\x81x",
                                        "10\xC2\xA0ms",
                                        "a\xE2\x80\x8D"
                                        "b",
                                        "\xE2\x88\x92"
                                        "37 %"};
    check_all("DejaVuSans.ttf", countof(texts), texts);
    check_all("Lato-Regular.ttf", countof(texts), texts);
}

TEST(arabic_is_said_from_right_to_left)
{
    static const char *const texts[] = {
        "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85", /* holds lam and alef, which join to one glyph */
        "\xD9\x85\xD9\x83\xD8\xAA\xD8\xA8",
        "\xD9\x83\xD8\xAA\xD8\xA7\xD8\xA8\xD9\x8B\xD8\xA7", /* tanwin above a letter */
        "\xD8\xB9\xD9\x85\xD9\x91\xD8\xA7"};                /* shadda */
    struct fixture f = fixture_new("DejaVuSans.ttf");
    struct font font;
    pdf_font_open(f.a, &font, f.face);
    for (size_t i = 0; i < countof(texts); i++) {
        struct piece piece = make_piece(&f, &plain, str_from(texts[i]));
        CHECK_TRUE(piece.rtl);
        CHECK_STR(read_back(&f, &font, &piece, true), texts[i]);
    }
}

enum keyed { BY_NAME, BY_CID };

static struct fixture fixture_keyed(const char *file, enum keyed keyed)
{
    struct fixture f = fixture_new(file);
    ((struct face *)f.face)->info.cid_keyed = keyed == BY_CID;
    return f;
}

/* A hyphen of the author's and one of recto's, which are one glyph. */
static struct font both_hyphens(const char *file, enum keyed keyed)
{
    struct fixture f = fixture_keyed(file, keyed);
    struct font font;
    pdf_font_open(f.a, &font, f.face);
    struct piece own = make_piece(&f, &plain, S("-")),
                 added = make_piece(&f, &plain, S(""));
    CHECK_INT(own.glyphs[0].id, added.glyphs[0].id);
    font_spell(f.a, &font, &own);
    CHECK_STR(read_back(&f, &font, &added, true), "\xC2\xAD");
    CHECK_STR(read_back(&f, &font, &own, true), "-");
    return font;
}

TEST(a_hyphen_of_recto_is_a_soft_one)
{
    struct font truetype = both_hyphens("Lato-Regular.ttf", BY_NAME);
    CHECK_INT(truetype.voices.n, 1);
    CHECK_INT(truetype.glyphs.n, 3); /* .notdef, the hyphen, its alias */
    struct font cff = both_hyphens("Inter-Regular.otf", BY_NAME);
    CHECK_INT(cff.voices.n, 1);
    CHECK_INT(cff.glyphs.n, 3);
    struct font cids = both_hyphens("Inter-Regular.otf", BY_CID);
    CHECK_INT(cids.voices.n, 2);
    CHECK_INT(cids.glyphs.n, 2);
}

static void check_many_texts(enum keyed keyed)
{
    struct fixture f = fixture_keyed("Inter-Regular.otf", keyed);
    struct font font;
    pdf_font_open(f.a, &font, f.face);
    for (int i = 0; i < 1100; i++) {
        struct piece piece = make_piece(&f, &plain, S("x"));
        piece.text = str_fmt(f.a, "%d", i); /* as if the glyph stood for this */
        CHECK_SAME(read_back(&f, &font, &piece, true), piece.text);
    }
    CHECK_TRUE(font.voices.n <= VOICES_MAX && font.glyphs.n < 1050);
}

TEST(one_glyph_with_many_texts_runs_out_of_codes_not_of_words)
{
    check_many_texts(BY_NAME);
    check_many_texts(BY_CID);
}

/* What the codes of `spelling` say, one behind the other. */
static struct str said(struct fixture *f, const struct font *font,
                       const struct piece *piece, const struct spelling *spelling)
{
    struct strbuf b = strbuf_at(f->a);
    for (uint32_t i = 0; i < piece->glyph_count; i++) {
        struct spelled code = spelling->glyphs[i];
        strbuf_put(&b, font->voices.at[code.voice].says.at[code.slot]);
    }
    return strbuf_str(&b);
}

TEST(the_last_glyphs_say_what_is_to_come)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    struct font font;
    pdf_font_open(f.a, &font, f.face);
    struct piece word = make_piece(&f, &plain, S("infor")),
                 hyphen = make_piece(&f, &plain, S(""));
    struct spelling first = font_spell(f.a, &font, &word),
                    last = font_spell(f.a, &font, &hyphen);
    struct str more = S("mation");
    CHECK_TRUE(font_spell_more(f.a, &font, &hyphen, &last, &more));
    CHECK_STR(more, "");
    CHECK_STR(said(&f, &font, &hyphen, &last), "mation");
    more = S("mationtheory"); /* more than one code can say */
    CHECK_TRUE(font_spell_more(f.a, &font, &hyphen, &last, &more));
    CHECK_STR(said(&f, &font, &hyphen, &last), "ontheory");
    CHECK_STR(more, "mati");
    CHECK_TRUE(font_spell_more(f.a, &font, &word, &first, &more));
    CHECK_STR(said(&f, &font, &word, &first), "informati");
    CHECK_STR(more, "");
}

TEST(a_word_that_is_told_elsewhere_says_spaces)
{
    struct fixture f = fixture_new("Inter-Regular.otf");
    struct font font;
    pdf_font_open(f.a, &font, f.face);
    struct piece rest = make_piece(&f, &plain, S("mation")), own = rest;
    struct spelling silent = font_spell_silent(f.a, &font, &rest);
    CHECK_TRUE(silent.told);
    CHECK_STR(said(&f, &font, &rest, &silent), "      ");
    struct spelling loud = font_spell(f.a, &font, &own);
    CHECK_STR(said(&f, &font, &own, &loud), "mation");
}

TEST(clusters_out_of_range_say_nothing_wrong)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    struct font font;
    pdf_font_open(f.a, &font, f.face);
    struct piece piece = make_piece(&f, &plain, S("abc"));
    struct glyph glyphs[] = {
        {.id = 40,    .cluster = 9},
        {.id = 70000, .cluster = 1}
    };
    piece.glyphs = glyphs;
    piece.glyph_count = 2;
    struct spelling spelling = font_spell(f.a, &font, &piece);
    CHECK_INT(font.glyphs.at[spelling.glyphs[1].slot].glyph, 0);
}

TESTS(ligatures_say_all_their_letters, accents_are_said_as_written,
      arabic_is_said_from_right_to_left, a_hyphen_of_recto_is_a_soft_one,
      one_glyph_with_many_texts_runs_out_of_codes_not_of_words,
      the_last_glyphs_say_what_is_to_come, a_word_that_is_told_elsewhere_says_spaces,
      clusters_out_of_range_say_nothing_wrong)
