/* SPDX-License-Identifier: MIT */
/* source/align.c — where the parser's inlines stand in its text. */
#include "source/align.h"

#include <string.h>

#include "source/ascii.h"

static bool is_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

static char byte_at(const struct align *al, size_t at)
{
    return ascii_at(str_sub(al->text, 0, al->end), at);
}

size_t align_behind(const struct align *al, size_t at, struct str literal)
{
    char decoded[16];
    for (size_t i = 0; i < literal.n;) {
        char c = byte_at(al, at), want = literal.p[i];
        size_t n = 0;
        if (c == '\\' && is_punctuation(byte_at(al, at + 1)) &&
            byte_at(al, at + 1) == want) {
            at += 2;
            i++;
            continue;
        }
        size_t length =
            c == '&' ? align_entity_at(str_sub(al->text, at, al->end), decoded, &n) : 0;
        if (length > 0 && i + n <= literal.n && memcmp(decoded, literal.p + i, n) == 0) {
            at += length;
            i += n;
        } else if (at < al->end && c == want) {
            at++;
            i++;
        } else {
            return SIZE_MAX;
        }
    }
    return at;
}

/* Behind white space and quote marks at the start of a line. */
static size_t skip_lead(const struct align *al, size_t at)
{
    int quotes = al->quotes;
    for (; at < al->end; at++) {
        char c = al->text.p[at];
        if (c == '>' && quotes > 0)
            quotes--;
        else if (c != ' ' && c != '\t')
            break;
    }
    return at;
}

/* One step of a search: false when a hostile text has used them up. */
static bool may_search(struct align *al)
{
    if (*al->budget == 0)
        return false;
    --*al->budget;
    return true;
}

struct range align_text(struct align *al, struct str literal)
{
    struct str probe = str_sub(literal, 0, 32);
    size_t behind = align_behind(al, al->at, literal);
    for (size_t at = al->at + 1; behind == SIZE_MAX && at < al->end && may_search(al); at++)
        if (align_behind(al, at, probe) != SIZE_MAX) {
            behind = align_behind(al, at, literal);
            al->at = behind == SIZE_MAX ? al->at : at;
        }
    size_t from = al->at;
    if (behind != SIZE_MAX)
        al->at = behind;
    return (struct range){from, al->at};
}

struct range align_break(struct align *al)
{
    size_t from = al->at,
           line_end = str_find_byte(str_sub(al->text, 0, al->end), '\n', al->at);
    size_t to = line_end < al->end ? line_end + 1 : al->end;
    al->at = skip_lead(al, to);
    return (struct range){from, to > from ? to : from};
}

struct range align_code(struct align *al)
{
    size_t open = str_find_byte(str_sub(al->text, 0, al->end), '`', al->at), n = 0;
    if (open >= al->end)
        return (struct range){al->at, al->at};
    while (byte_at(al, open + n) == '`')
        n++;
    for (size_t at = open + n; at < al->end;) {
        size_t run = 0;
        while (byte_at(al, at + run) == '`')
            run++;
        if (run == n) {
            al->at = at + run;
            return (struct range){open, al->at};
        }
        at += run > 0 ? run : 1;
    }
    return (struct range){open, open};
}

struct range align_html(struct align *al, struct str literal)
{
    size_t from = str_find_byte(str_sub(al->text, 0, al->end), '<', al->at), at = from;
    for (size_t i = 0; i < literal.n && at < al->end; i++) {
        if (al->text.p[at] != literal.p[i])
            return (struct range){al->at, al->at};
        at++;
        if (literal.p[i] == '\n')
            at = skip_lead(al, at);
        while (literal.p[i] == '\n' && i + 1 < literal.n &&
               ascii_is_space(literal.p[i + 1]))
            i++;
    }
    if (from >= al->end)
        return (struct range){al->at, al->at};
    al->at = at;
    return (struct range){from, at};
}

struct range align_note(struct align *al)
{
    size_t from = str_find(str_sub(al->text, 0, al->end), S("[^"), al->at);
    size_t to = str_find_byte(str_sub(al->text, 0, al->end), ']', from);
    if (to >= al->end)
        return (struct range){al->at, al->at};
    al->at = to + 1;
    return (struct range){from, al->at};
}

size_t align_delimiter(struct align *al, char c, size_t n)
{
    for (size_t at = al->at; at + n <= al->end && may_search(al); at++) {
        size_t run = 0;
        while (run < n &&
               (al->text.p[at + run] == c || (c == '*' && al->text.p[at + run] == '_')))
            run++;
        if (run == n) {
            al->at = at + n;
            return at;
        }
    }
    return al->at;
}

static size_t skip_blank(const struct align *al, size_t at)
{
    while (at < al->end && (ascii_is_space(al->text.p[at]) || al->text.p[at] == '>'))
        at++;
    return at;
}

/* Behind the address of a link; SIZE_MAX where it is none. */
static size_t behind_address(const struct align *al, size_t at)
{
    if (byte_at(al, at) == '<') {
        for (at++; at < al->end && al->text.p[at] != '>'; at++)
            if (al->text.p[at] == '\\')
                at++;
        return at < al->end ? at + 1 : SIZE_MAX;
    }
    int depth = 0;
    for (; at < al->end && !ascii_is_space(al->text.p[at]); at++) {
        char c = al->text.p[at];
        if (c == '\\')
            at++;
        else if (c == '(')
            depth++;
        else if (c == ')' && depth-- == 0)
            break;
    }
    return at < al->end ? at : SIZE_MAX;
}

static size_t behind_title(const struct align *al, size_t at)
{
    char open = byte_at(al, at), close = open;
    if (open == '(')
        close = ')';
    if (open != '"' && open != '\'' && open != '(')
        return at;
    for (at++; at < al->end && al->text.p[at] != close; at++)
        if (al->text.p[at] == '\\')
            at++;
    return at < al->end ? at + 1 : SIZE_MAX;
}

/* Behind `(address "title")`; SIZE_MAX where it is no such thing. */
static size_t behind_inline_tail(const struct align *al, size_t at)
{
    at = behind_address(al, skip_blank(al, at + 1));
    if (at == SIZE_MAX)
        return SIZE_MAX;
    at = behind_title(al, skip_blank(al, at));
    if (at == SIZE_MAX)
        return SIZE_MAX;
    at = skip_blank(al, at);
    return byte_at(al, at) == ')' ? at + 1 : SIZE_MAX;
}

void align_link_tail(struct align *al)
{
    size_t close = str_find_byte(str_sub(al->text, 0, al->end), ']', al->at);
    if (close >= al->end)
        return;
    al->at = close + 1;
    if (byte_at(al, al->at) == '(') {
        size_t behind = behind_inline_tail(al, al->at);
        if (behind != SIZE_MAX)
            al->at = behind;
    } else if (byte_at(al, al->at) == '[') {
        size_t behind = str_find_byte(str_sub(al->text, 0, al->end), ']', al->at);
        if (behind < al->end)
            al->at = behind + 1;
    }
}
