/* SPDX-License-Identifier: MIT */
/* block/code_words.c — finds comments, keywords and commands, as far as one line tells. */
#include "block/code_words.h"

#include "base/arena.h"
#include "base/utf8.h"

#define WORD_MAX 24 /* bytes; no keyword is longer */

struct code_language {
    const char *names; /* between bars */
    const char *comment;
    const char *quotes;
    const char *keywords; /* between bars, in lower case */
    bool commands;        /* the first word of a line is one */
    bool any_case;        /* keywords are written in either case */
};

static const struct code_language languages[] = {
    {"|sh|bash|shell|zsh|console|",                                                  "#",  "\"'",
     "|if|then|else|elif|fi|for|while|do|done|case|esac|in|function|return|",                                                          true,  false},
    {"|make|makefile|",                                                              "#",  "",    "|ifdef|ifndef|ifeq|endif|include|", false, false},
    {"|dockerfile|docker|",                                                          "#",  "\"'",
     "|from|run|cmd|copy|add|env|arg|workdir|entrypoint|expose|user|volume|label|",                                                    false,
     true                                                                                                                                          },
    {"|python|py|",                                                                  "#",  "\"'",
     "|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|"
     "from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|"
     "yield|none|true|false|",                                                                                                         false, false},
    {"|ruby|rb|r|",                                                                  "#",  "\"'",
     "|begin|break|class|def|do|else|elsif|end|ensure|for|function|if|in|module|next|nil|"
     "not|or|and|repeat|rescue|return|self|then|true|false|unless|until|when|while|yield|",                                            false, false},
    {"|yaml|yml|toml|ini|",                                                          "#",  "\"'", "|",                                 false, false},
    {"|c|cpp|c++|java|js|javascript|ts|typescript|go|rust|swift|kotlin|scala|cuda|", "//",
     "\"'`",                                                                                      "|async|await|break|case|catch|class|const|continue|default|defer|do|else|enum|export|"
     "extends|false|final|finally|fn|for|func|function|fun|if|impl|import|in|interface|let|"
     "match|mod|mut|new|nil|null|package|private|protected|pub|public|return|select|self|"
     "static|struct|super|switch|this|throw|trait|true|try|type|typedef|union|use|val|var|"
     "void|while|yield|",                                                                                                  false, false},
    {"|sql|",                                                                        "--", "'",
     "|all|and|as|by|case|create|delete|desc|distinct|else|end|from|group|having|in|index|"
     "inner|insert|into|is|join|left|limit|not|null|on|or|order|outer|over|partition|right|"
     "select|set|table|then|union|update|values|view|when|where|with|",                                                                false, true },
    {"|lua|haskell|hs|",                                                             "--", "\"",
     "|and|break|case|class|data|do|else|elseif|end|false|for|function|if|import|in|"
     "instance|let|local|module|nil|not|of|or|repeat|return|then|true|type|until|where|"
     "while|",                                                                                                                         false, false},
};

static bool listed(const char *words, struct str word)
{
    struct str all = str_from(words);
    for (size_t i = 0; i < all.n; i++) {
        struct str rest = str_sub(all, i + 1, all.n);
        if (all.p[i] == '|' && rest.n > word.n && rest.p[word.n] == '|' &&
            str_starts(rest, word))
            return true;
    }
    return false;
}

const struct code_language *code_language_find(struct arena *a, struct str info)
{
    struct str rest = str_trim(info);
    struct str name = str_lower(a, str_cut(&rest, ' '));
    for (size_t i = 0; i < countof(languages) && name.n > 0; i++)
        if (listed(languages[i].names, name))
            return &languages[i];
    return NULL;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || (unsigned char)c >= 128;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* A comment begins the line or follows a blank, so "https://" and "a--b" are none. */
static bool comment_at(const struct code_language *l, struct str line, size_t i)
{
    struct str mark = str_from(l->comment);
    return str_starts(str_sub(line, i, line.n), mark) &&
           (i == 0 || is_blank(line.p[i - 1]));
}

/* The end of the string that begins at `i`; `i` + 1 where it is not closed in this line. */
static size_t string_end(struct str line, size_t i)
{
    for (size_t k = i + 1; k < line.n; k++) {
        if (line.p[k] == '\\')
            k++;
        else if (line.p[k] == line.p[i])
            return k + 1;
    }
    return i + 1;
}

static size_t word_end(struct str line, size_t i)
{
    while (i < line.n && is_word(line.p[i]))
        i++;
    return i;
}

/* "make" in "$ make test"; not "SEED=17". */
static bool is_command(const struct code_language *l, struct str line, size_t i, size_t end)
{
    struct str before = str_trim(str_sub(line, 0, i));
    bool first = before.n == 0 || str_eq(before, S("$")) || str_ends(before, S("|")) ||
                 str_ends(before, S("&&"));
    return l->commands && first && (end == line.n || line.p[end] != '=');
}

static bool is_keyword(struct arena *a, const struct code_language *l, struct str word)
{
    bool small = str_eq(word, S("None")) || str_eq(word, S("True")) ||
                 str_eq(word, S("False")); /* of Python */
    if (word.n > WORD_MAX)
        return false;
    return listed(l->keywords, l->any_case || small ? str_lower(a, word) : word);
}

/* The word that ends a name such as "is_in" or "apt-get" is part of it. */
static bool stands_alone(struct str line, size_t i, size_t end)
{
    bool joined = i > 0 && (line.p[i - 1] == '.' || line.p[i - 1] == '-');
    return !joined && (end == line.n || line.p[end] != '-');
}

struct code_spans code_words(struct arena *a, const struct code_language *l,
                             struct str line)
{
    struct code_spans spans = {{0}};
    for (size_t i = 0, end; l && i < line.n; i = end) {
        end = i + 1;
        if (comment_at(l, line, i)) {
            vec_push(a, &spans.list, (struct code_span){i, line.n, CODE_COMMENT});
            break;
        }
        if (str_find_byte(str_from(l->quotes), line.p[i], 0) < str_from(l->quotes).n) {
            end = string_end(line, i);
        } else if (is_word(line.p[i])) {
            end = word_end(line, i);
            bool key =
                is_keyword(a, l, str_sub(line, i, end)) && stands_alone(line, i, end);
            if (key || is_command(l, line, i, end))
                vec_push(a, &spans.list, (struct code_span){i, end, CODE_KEYWORD});
        }
    }
    return spans;
}
