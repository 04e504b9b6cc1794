/* SPDX-License-Identifier: MIT */
/* tools/spec.c — run the examples of the specification.
 *
 *   spec FILE...            every example; what differs is printed, and 1 given
 *   spec --only NAME FILE   one of them
 *   spec --all NAME FILE    print all that recto reads in it, to write an example from
 *
 * tests/spec/README.md says how examples are written. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "spec_print.h"

#define CEILING ((size_t)256 << 20)

struct example {
    struct str name, title;
    uint32_t line; /* of the fence in its file */
    bool escaped;  /* \r, \t and \u{…} in the input stand for these characters */
    struct study_options options;
    struct str redact;
    struct str unknown; /* a word that is no option */
    struct str input, expected;
};

struct run {
    struct str only;
    bool all;
    int examples, failures;
};

/* --- reading -------------------------------------------------------------------------------------- */

static size_t count_ticks(struct str s)
{
    size_t n = 0;
    while (n < s.n && s.p[n] == '`')
        n++;
    return n;
}

/* A word behind the name: `escaped`, `drop=2`. */
static bool read_option(struct str word, struct example *e)
{
    int64_t n = 0;
    if (str_starts(word, S("redact="))) {
        e->redact = str_sub(word, 7, word.n);
        return true;
    }
    if (str_starts(word, S("variant="))) {
        e->options.variant = str_sub(word, 8, word.n);
        return true;
    }
    if (str_eq(word, S("escaped"))) {
        e->escaped = true;
        return true;
    }
    if (!str_starts(word, S("drop=")) || !str_to_int(str_sub(word, 5, word.n), &n) || n < 0)
        return false;
    e->options.drop = (size_t)n;
    return true;
}

/* `case NAME: title` or `case NAME OPTIONS: title` behind the backticks. */
static bool read_head(struct str s, struct example *e)
{
    if (!str_starts(s, S("case ")))
        return false;
    struct str rest = str_sub(s, 5, s.n), name = str_trim(str_cut(&rest, ':'));
    struct str words = name;
    e->name = str_cut(&words, ' ');
    while (words.p) {
        struct str word = str_cut(&words, ' ');
        if (!read_option(word, e))
            e->unknown = word;
    }
    e->title = str_trim(rest);
    return e->name.n > 0;
}

/* The last line that is `---` parts input and expected lines. */
static void part_body(struct str body, struct example *e)
{
    size_t at = body.n, from = body.n;
    for (size_t start = 0; start < body.n;) {
        size_t end = str_find_byte(body, '\n', start);
        if (str_eq(str_trim_end(str_sub(body, start, end)), S("---"))) {
            at = start;
            from = end < body.n ? end + 1 : end;
        }
        start = end + 1;
    }
    e->input = str_sub(body, 0, at);
    e->expected = str_sub(body, from, body.n);
}

/* The next example at or behind `*at`, moving behind it; false where there is none. */
static bool next_example(struct str text, size_t *at, uint32_t *line, struct example *e)
{
    for (; *at < text.n; ++*line) {
        size_t end = str_find_byte(text, '\n', *at);
        struct str s = str_sub(text, *at, end);
        size_t ticks = count_ticks(s);
        *at = end + 1;
        *e = (struct example){.line = *line};
        if (ticks < 3 || !read_head(str_sub(s, ticks, s.n), e))
            continue;
        size_t start = *at, stop = start;
        while (stop < text.n) {
            size_t next = str_find_byte(text, '\n', stop);
            struct str close = str_trim_end(str_sub(text, stop, next));
            ++*line;
            *at = next + 1;
            if (count_ticks(close) == ticks && close.n == ticks)
                break;
            stop = next + 1;
        }
        part_body(str_sub(text, start, stop), e);
        ++*line;
        return true;
    }
    return false;
}

static uint32_t hex_value(struct str digits)
{
    uint32_t c = 0;
    for (size_t i = 0; i < digits.n; i++) {
        char d = digits.p[i];
        c = c << 4 | (uint32_t)(d <= '9' ? d - '0' : (d | 32) - 'a' + 10);
    }
    return c;
}

/* \r \n \t \v \f \\ \u{1F600} and \x{FF}, a single byte. */
static struct str unescaped(struct arena *a, struct str s)
{
    static const char names[] = "rntvf\\", values[] = "\r\n\t\v\f\\";
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < s.n; i++) {
        char next = i + 1 < s.n && s.p[i] == '\\' ? s.p[i + 1] : 0;
        size_t at = next ? str_find_byte(str_from(names), next, 0) : 6;
        size_t close = str_find_byte(s, '}', i);
        bool code =
            (next == 'u' || next == 'x') && i + 3 < s.n && s.p[i + 2] == '{' && close < s.n;
        if (at < 6) {
            strbuf_putc(&b, values[at]);
            i++;
        } else if (code) {
            uint32_t c = hex_value(str_sub(s, i + 3, close));
            if (next == 'u')
                strbuf_put_utf8(&b, c);
            else
                strbuf_putc(&b, (char)c);
            i = close;
        } else {
            strbuf_putc(&b, s.p[i]);
        }
    }
    return strbuf_str(&b);
}

/* --- what an example asks for ---------------------------------------------------------------------- */

static unsigned kind_bit(struct str word)
{
    for (int i = 0; i < SPEC_KINDS; i++)
        if (str_eq(word, spec_word((enum spec_kind)i)))
            return 1u << i;
    return 0;
}

static bool is_extra(struct str line, unsigned bit)
{
    if (bit == 1u << SPEC_DIAG)
        return str_find_byte(line, '"', 0) < line.n;
    size_t quote = line.n; /* behind the last one no text of the author's stands */
    while (quote > 0 && line.p[quote - 1] != '"')
        quote--;
    struct str tail = str_sub(line, quote, line.n);
    return str_find(tail, bit == 1u << SPEC_SECTION ? S(" words ") : S(" in "), 0) < tail.n;
}

/* Lines may be written in any order of kinds; those of one kind stay as they are. */
static struct str in_print_order(struct arena *a, struct str lines)
{
    struct strbuf b = strbuf_at(a);
    for (int kind = 0; kind < SPEC_KINDS; kind++) {
        struct str rest = lines;
        while (rest.p) {
            struct str line = str_cut(&rest, '\n'), tail = line;
            if (line.n > 0 && str_eq(str_cut(&tail, ' '), spec_word((enum spec_kind)kind)))
                strbuf_fmt(&b, "%.*s\n", STR(line));
        }
    }
    return strbuf_str(&b);
}

/* The kinds of the expected lines and of `show:`; places and extra words where a line has them. The
 * expected lines themselves, without `show:`, go to `*lines`. False on a word that is no kind. */
static bool read_ask(struct arena *a, struct str expected, struct spec_ask *ask,
                     struct str *lines)
{
    struct strbuf b = strbuf_at(a);
    bool good = true;
    while (expected.p) {
        struct str line = str_trim_end(str_cut(&expected, '\n')), rest = line;
        if (line.n == 0)
            continue;
        struct str word = str_cut(&rest, ' ');
        if (str_eq(word, S("show:"))) {
            while (rest.p) {
                struct str kind = str_cut(&rest, ' ');
                ask->kinds |= kind_bit(kind);
                good = good && (kind.n == 0 || kind_bit(kind));
            }
            continue;
        }
        unsigned bit = kind_bit(word);
        good = good && bit;
        ask->kinds |= bit;
        if (str_find(line, S(" @"), 0) < line.n)
            ask->places |= bit;
        if (is_extra(line, bit))
            ask->words |= bit;
        strbuf_fmt(&b, "%.*s\n", STR(line));
    }
    *lines = in_print_order(a, strbuf_str(&b));
    return good && ask->kinds;
}

/* --- running --------------------------------------------------------------------------------------- */

static struct str read_example(struct arena *a, const struct example *e,
                               const struct spec_ask *ask)
{
    struct str input = e->escaped ? unescaped(a, e->input) : e->input;
    struct diags d = diags_at(a, e->name);
    const struct source *source = source_parse(a, e->name, input, &d);
    struct study_options options = e->options;
    options.redact = &e->redact;
    options.redact_count = e->redact.n > 0;
    const struct study *study = study_build(a, source, &options, &d);
    return spec_print(a, study, &d, ask);
}

/* Both sides, line for line, with a mark where they part. */
static void print_difference(struct str expected, struct str got)
{
    while (expected.p || got.p) {
        struct str want = str_cut(&expected, '\n'), have = str_cut(&got, '\n');
        if (str_eq(want, have)) {
            if (want.n > 0)
                printf("    %.*s\n", STR(want));
            continue;
        }
        printf("  - %.*s\n  + %.*s\n", STR(want), STR(have));
    }
}

static void run_example(struct run *run, const char *file, const struct example *e)
{
    struct arena *a = arena_new(CEILING);
    if (!a)
        exit(EXIT_FAILURE);
    struct spec_ask ask = {0};
    struct str lines = S("");
    bool sound = read_ask(a, e->expected, &ask, &lines) && e->unknown.n == 0;
    if (run->all)
        ask = (struct spec_ask){(1u << SPEC_INLINE) - 1, 0, 1u << SPEC_SECTION};
    if (run->all)
        ask.kinds |= 1u << SPEC_DIAG;
    struct str got = read_example(a, e, &ask);
    run->examples++;
    if (run->all) {
        printf("%.*s", STR(got));
    } else if (!sound || !str_eq(got, lines)) {
        run->failures++;
        printf("%s:%u: %.*s: %.*s\n", file, e->line, STR(e->name), STR(e->title));
        if (!sound)
            puts("  the head or an expected line has a word that says nothing, or nothing "
                 "is "
                 "asked for");
        print_difference(lines, got);
    }
    arena_free(a);
}

static void run_file(struct run *run, const char *file)
{
    struct arena *a = arena_new(CEILING);
    struct str text;
    if (!a || file_read(a, str_from(file), CEILING / 4, &text) != FILE_OK) {
        fprintf(stderr, "spec: cannot read %s\n", file);
        exit(EXIT_FAILURE);
    }
    struct example e;
    uint32_t line = 1;
    for (size_t at = 0; next_example(text, &at, &line, &e);)
        if (run->only.n == 0 || str_eq(run->only, e.name))
            run_example(run, file, &e);
    arena_free(a);
}

int main(int argc, char **argv)
{
    struct run run = {0};
    int first = 1;
    struct str option = argc > 2 ? str_from(argv[1]) : S("");
    if (str_eq(option, S("--only")) || str_eq(option, S("--all"))) {
        run.only = str_from(argv[2]);
        run.all = str_eq(option, S("--all"));
        first = 3;
    }
    for (int i = first; i < argc; i++)
        run_file(&run, argv[i]);
    if (run.examples == 0) {
        fputs("spec: no example was run\n", stderr);
        return EXIT_FAILURE;
    }
    if (!run.all)
        printf("%d examples, %d failed\n", run.examples, run.failures);
    return run.failures > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
