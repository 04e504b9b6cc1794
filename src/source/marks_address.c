/* SPDX-License-Identifier: MIT */
/* source/marks_address.c — bare web and mail addresses become links. */
#include "base/utf8.h"
#include "source/ascii.h"
#include "source/marks.h"

#define ADDRESS_MAX 2048 /* bytes; browsers take no longer ones */

/* Length of the scheme or `www.` that an address begins with; 0 where it begins with neither. */
static size_t scheme_length(struct str s)
{
    static const char *const schemes[] = {"https://", "http://", "www.", "ftp://"};
    for (size_t i = 0; i < countof(schemes); i++) {
        struct str scheme = str_from(schemes[i]);
        if (s.n > scheme.n && str_eq_nocase(str_sub(s, 0, scheme.n), scheme))
            return scheme.n;
    }
    return 0;
}

static bool ends_address(uint32_t c)
{
    return c <= ' ' || c == '<' || c == '>' || c == '`' || c == '|' || c == '"' ||
           c == '\\' || c == '[' || c == ']' || c == 0x201C || c == 0x201D || c == 0x2019 ||
           c == 0xBB || c == 0x2022 || c == 0xB7 || c == UTF8_BAD ||
           (c >= 0x3000 && c < 0x3040) || (c >= 0xFF01 && c <= 0xFF1F) ||
           (c > 0x7F && utf8_is_space(c));
}

static size_t count_byte(struct str s, char c)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == c;
    return n;
}

/* The address without the punctuation of the sentence it ends. */
static struct str without_punctuation(struct str s)
{
    size_t opens = count_byte(s, '('), closes = count_byte(s, ')');
    for (; s.n > 0; s.n--) {
        char c = s.p[s.n - 1];
        if (c == ')' && closes > opens)
            closes--;
        else if (str_find_byte(S("?!.,:;*_~'$]}{["), c, 0) >= 15)
            break;
    }
    return s;
}

static struct str web_address(struct str s)
{
    size_t scheme = scheme_length(s), i = scheme;
    if (scheme == 0 || !ascii_is_alnum(s.p[scheme]))
        return S("");
    while (i < s.n && i < ADDRESS_MAX) {
        size_t next = i;
        if (ends_address(utf8_next(s, &next)))
            break;
        i = next;
    }
    struct str address = without_punctuation(str_sub(s, 0, i));
    bool dotted = str_find_byte(address, '.', scheme) < address.n;
    bool local = str_find(address, S("localhost"), scheme) == scheme;
    return address.n > scheme && (dotted || local) ? address : S("");
}

static bool is_local_part(char c)
{
    return ascii_is_alnum(c) || c == '.' || c == '_' || c == '+' || c == '-' || c == '%';
}

/* The mail address that `s` begins with, after the word of `word` bytes that ends at its `@`. */
static struct str mail_address(struct str s, size_t word)
{
    size_t i = word + 1, dot = 0;
    while (i < s.n && i < word + 254 &&
           (ascii_is_alnum(s.p[i]) || s.p[i] == '-' || s.p[i] == '.')) {
        if (s.p[i] == '.')
            dot = i;
        i++;
    }
    while (i > 0 && (s.p[i - 1] == '.' || s.p[i - 1] == '-'))
        i--;
    bool whole = dot > word + 1 && dot + 2 < i + 1 && i > dot + 1;
    return whole ? str_sub(s, 0, i) : S("");
}

static size_t put_address(struct marks *m, size_t i, struct str address)
{
    marks_flush(m, i);
    cooked_put(&m->out, S("`\x03"), i);
    cooked_copy(&m->out, i, i + address.n);
    cooked_put(&m->out, S("`"), i + address.n - 1);
    m->done = i + address.n;
    return address.n;
}

/* At the first byte of a word: the address it begins, else the word itself, which holds nothing
 * that needs a second look. */
size_t marks_address(struct marks *m, size_t i)
{
    struct str s = str_sub(m->text, i, m->end);
    if (!ascii_is_alnum(s.p[0]))
        return 0;
    struct str web = web_address(s);
    if (web.n > 0)
        return put_address(m, i, web);
    size_t word = 0;
    while (word < s.n && is_local_part(s.p[word]))
        word++;
    if (word < s.n && s.p[word] == '@' && word <= 64) {
        struct str mail = mail_address(s, word);
        if (mail.n > 0)
            return put_address(m, i, mail);
    }
    while (word > 1 && !ascii_is_alnum(s.p[word - 1]))
        word--; /* marks behind the word are not its own */
    return word;
}
