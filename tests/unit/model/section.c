/* SPDX-License-Identifier: MIT */
/* unit/model/section.c — titles and the sections they name. */
#include "model/section.h"
#include "model/lang.h"
#include "model/name.h"
#include "model/title.h"
#include "test.h"

TEST(names_are_folded)
{
    struct arena *a = test_arena();
    CHECK_STR(name_fold(a, S("  Ethics, Safety & Privacy ")), "ethics safety & privacy");
    CHECK_STR(name_fold(a, S("Wirkung und Ergebnisse")), "wirkung & ergebnisse");
    CHECK_STR(name_fold(a, S("RÉSULTATS")), "resultats");
    CHECK_STR(name_fold(a, S("re\xCC\x81sultats")), "resultats");
    CHECK_STR(name_fold(a, S("What’s next?")), "whats next");
    CHECK_STR(name_fold(a, S("🚀 TL;DR")), "tl dr");
    CHECK_STR(name_fold(a, S("İletişim")), "iletisim");
    CHECK_STR(name_fold(a, S("ＡＢ")), "ab");
    CHECK_STR(name_fold(a, S("& &")), "");
}

TEST(numbering_is_no_part_of_a_name)
{
    CHECK_STR(name_unnumbered(S("3. Problem")), "Problem");
    CHECK_STR(name_unnumbered(S("2.1 Data")), "Data");
    CHECK_STR(name_unnumbered(S("III. Results")), "Results");
    CHECK_STR(name_unnumbered(S("B) Results")), "Results");
    CHECK_STR(name_unnumbered(S("Part 2: Approach")), "Approach");
    CHECK_STR(name_unnumbered(S("二、成果")), "成果");
    CHECK_STR(name_unnumbered(S("1️⃣ Problem")), "Problem");
    CHECK_STR(name_unnumbered(S("2024 in numbers")), "2024 in numbers");
    CHECK_STR(name_unnumbered(S("A better way")), "A better way");
    CHECK_STR(name_unnumbered(S("I was there")), "I was there");
    CHECK_STR(name_unnumbered(S("3")), "3");
    CHECK_STR(name_unnumbered(S("")), "");
}

static const struct {
    const char *title;
    enum section_kind kind;
    enum section_trust trust;
} titles[] = {
    {"TL;DR",                             SECTION_TLDR,         TRUST_WHOLE},
    {"At a glance:",                      SECTION_FACTS,        TRUST_WHOLE},
    {"(High-level) Architecture (v2)",    SECTION_ARCHITECTURE, TRUST_WHOLE},
    {"The impact we had on the business", SECTION_IMPACT,       TRUST_PART },
    {"[Results]",                         SECTION_IMPACT,       TRUST_WHOLE},
    {"Summary statistics of the tables",  SECTION_TLDR,         TRUST_PART },
    {"Data",                              SECTION_DATA,         TRUST_WHOLE},
    {"Data centres",                      SECTION_CUSTOM,       TRUST_NONE },
    {"Author",                            SECTION_CONTACT,      TRUST_WHOLE},
    {"Authorisation",                     SECTION_CUSTOM,       TRUST_NONE },
    {"架构",                            SECTION_ARCHITECTURE, TRUST_WHOLE},
    {"我们的系统架构",             SECTION_ARCHITECTURE, TRUST_PART },
    {"",                                  SECTION_CUSTOM,       TRUST_NONE },
};

TEST(titles_name_sections)
{
    struct arena *a = test_arena();
    for (size_t i = 0; i < countof(titles); i++) {
        struct section_match match = section_match(a, str_from(titles[i].title));
        if (match.kind != titles[i].kind || match.trust != titles[i].trust)
            print_error("“%s”\n", titles[i].title);
        CHECK_INT(match.kind, titles[i].kind);
        CHECK_INT(match.trust, titles[i].trust);
    }
}

TEST(names_tell_their_language)
{
    struct arena *a = test_arena();
    struct section_match match = section_match(a, S("Nächste Schritte"));
    for (size_t i = 0; i < SECTION_LANG_COUNT; i++)
        CHECK_INT(match.langs >> i & 1, str_eq(str_from(section_langs[i]), S("de")));
}

TEST(every_kind_has_a_name)
{
    for (int kind = 0; kind < SECTION_KINDS; kind++)
        CHECK_TRUE(section_kind_name((enum section_kind)kind).n > 3);
}

static const struct {
    const char *written, *kicker, *title;
} kickers[] = {
    {"Case Study — Answer Desk",            "Case Study",   "Answer Desk"                },
    {"🚀 Case study: Answer Desk — fast", "Case study",   "Answer Desk — fast"       },
    {"Answer Desk: A Case Study",             "Case Study",   "Answer Desk"                },
    {"Answer Desk (Case Study 2)",            "Case Study 2", "Answer Desk"                },
    {"(Case study) Answer Desk",              "Case study",   "Answer Desk"                },
    {"Case Study —",                        "Case Study",   ""                           },
    {"Case Study",                            "",             "Case Study"                 },
    {"Answer Desk: faster replies",           "",             "Answer Desk: faster replies"},
    {"Студия: Кейс",                "Кейс",     "Студия"               },
    {"",                                      "",             ""                           },
};

TEST(kickers_are_cut_off)
{
    struct arena *a = test_arena();
    for (size_t i = 0; i < countof(kickers); i++) {
        struct str s = str_from(kickers[i].written);
        struct title_parts parts = title_parts(a, s);
        CHECK_STR(str_sub(s, parts.kicker_from, parts.kicker_to), kickers[i].kicker);
        CHECK_STR(str_sub(s, parts.from, parts.to), kickers[i].title);
    }
}

static const struct {
    const char *text, *lang;
} texts[] = {
    {"The desk answers questions with words from the old tickets.",                               "en"     },
    {"Der Dienst beantwortet die Fragen mit Worten aus den alten Tickets.",                       "de"     },
    {"Le service répond aux questions avec les mots des anciens tickets.",                       "fr"     },
    {"El servicio responde a las preguntas con las palabras de los tickets.",                     "es"     },
    {"O serviço não responde às perguntas com as palavras dos tickets.",                       "pt"     },
    {"Il servizio risponde alle domande con le parole dei ticket, che sono nel sistema.",
     "it"                                                                                                  },
    {"De dienst beantwoordt de vragen met het woord van een klant en dat is niet alles.",
     "nl"                                                                                                  },
    {"Usługa odpowiada na pytania i nie jest to proste, że się udało.",                       "pl"     },
    {"Bu hizmet için bir çözüm ve daha çok yanıt.",                                         "tr"     },
    {"Dịch vụ trả lời các câu hỏi cho người dùng và không có lỗi.",          "vi"     },
    {"Сервис отвечает на вопросы, и это был успех.",           "ru"     },
    {"Сервіс відповідає на запитання, і це їхній успіх.", "uk"     },
    {"خدمة تجيب عن الأسئلة",                                                     "ar"     },
    {"שירות שעונה על שאלות",                                                     "he"     },
    {"सेवा प्रश्नों का उत्तर देती है",          "hi"     },
    {"这个服务回答用户的问题",                                                         "zh-Hans"},
    {"這個服務回答用戶的問題",                                                         "zh-Hant"},
    {"このサービスは質問に答えます",                                                "ja"     },
    {"이 서비스는 질문에 답합니다",                                                   "ko"     },
    {"XGBoost 0.93",                                                                              "en"     },
};

TEST(languages_are_guessed)
{
    struct arena *a = test_arena();
    size_t votes[SECTION_LANG_COUNT] = {0};
    for (size_t i = 0; i < countof(texts); i++)
        CHECK_STR(lang_guess(a, NULL, str_from(texts[i].text), votes), texts[i].lang);
    CHECK_TRUE(lang_is_rtl(S("ar-EG")));
    CHECK_TRUE(lang_is_rtl(S("he")));
    CHECK_FALSE(lang_is_rtl(S("hi")));
}

TESTS(names_are_folded, numbering_is_no_part_of_a_name, titles_name_sections,
      names_tell_their_language, every_kind_has_a_name, kickers_are_cut_off,
      languages_are_guessed)
