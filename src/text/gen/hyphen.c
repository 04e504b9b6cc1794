/* SPDX-License-Identifier: MIT */
/* text/gen/hyphen.c — compiles a libhyphen pattern file into a trie that is mapped at run time.
 *
 *   gen_hyphen IN.dic OUT.hyb
 *
 * Reads any encoding that iconv knows, compound levels (NEXTLEVEL) and the minima. Patterns that
 * change the spelling at the break ("omaatje", "oma-tje") cannot be followed, since the author's
 * letters are what is set: they forbid the break instead. Duplicate patterns: the last one counts,
 * as in libhyphen. A build tool, not part of the program: it ends at the first thing that is
 * wrong. */
#include <iconv.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/hyb.h"

#define LINE 1024
#define LETTERS 200 /* in one pattern; compounds of the German list have up to 40 */

/* A node while the trie grows; children are a list, ascending by letter. */
struct node {
    uint32_t letter;
    uint32_t child, next; /* 0: none; the root of level l is node l + 1 */
    uint32_t value;       /* 0: none */
};

struct value {
    unsigned char shift, n, digit[LETTERS + 1];
};

struct pattern {
    uint32_t letter[LETTERS];
    unsigned char digit[LETTERS + 1];
    size_t n;
};

static struct node *nodes;
static size_t node_count, node_room;
static struct value *values;
static size_t value_count, value_room;
static uint32_t alphabet[HYB_LETTERS_MAX];
static size_t alphabet_count;
static unsigned char minima[4]; /* left, right, compound left, compound right */
static size_t changed;          /* patterns with another spelling at the break */
static iconv_t to_utf8;

static _Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

static _Noreturn void die(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    fputs("hyphen: ", stderr);
    vfprintf(stderr, format, ap);
    fputc('\n', stderr);
    va_end(ap);
    exit(1);
}

static void *more(void *at, size_t n, size_t *room, size_t size)
{
    if (n < *room)
        return at;
    *room = *room ? *room * 2 : 1024;
    at = realloc(at, *room * size);
    if (!at)
        die("no memory");
    return at;
}

static uint32_t new_node(uint32_t letter)
{
    nodes = more(nodes, node_count, &node_room, sizeof *nodes);
    nodes[node_count] = (struct node){.letter = letter};
    return (uint32_t)node_count++;
}

/* The child of `parent` for `letter`, made where there is none. */
static uint32_t child_of(uint32_t parent, uint32_t letter)
{
    uint32_t before = 0, at = nodes[parent].child;
    while (at && nodes[at].letter < letter) {
        before = at;
        at = nodes[at].next;
    }
    if (at && nodes[at].letter == letter)
        return at;
    uint32_t made = new_node(letter);
    nodes[made].next = at;
    if (before)
        nodes[before].next = made;
    else
        nodes[parent].child = made;
    return made;
}

static void note_letter(uint32_t letter)
{
    size_t i = 0;
    while (i < alphabet_count && alphabet[i] < letter)
        i++;
    if (i < alphabet_count && alphabet[i] == letter)
        return;
    if (alphabet_count == HYB_LETTERS_MAX)
        die("more than %d different letters", HYB_LETTERS_MAX);
    memmove(alphabet + i + 1, alphabet + i, (alphabet_count - i) * sizeof *alphabet);
    alphabet[i] = letter;
    alphabet_count++;
}

/* Number of the digits of `p` among all values, counted from 1; 0 where all are 0. */
static uint32_t value_of(const struct pattern *p)
{
    size_t from = 0, to = p->n + 1;
    while (from < to && !p->digit[from])
        from++;
    while (to > from && !p->digit[to - 1])
        to--;
    if (from == to)
        return 0;
    struct value v = {.shift = (unsigned char)from, .n = (unsigned char)(to - from)};
    memcpy(v.digit, p->digit + from, v.n);
    for (size_t i = 0; i < value_count; i++)
        if (!memcmp(&values[i], &v, sizeof v))
            return (uint32_t)i + 1;
    if (value_count == UINT16_MAX)
        die("too many different values");
    values = more(values, value_count, &value_room, sizeof *values);
    values[value_count++] = v;
    return (uint32_t)value_count;
}

static void add_pattern(uint32_t root, const struct pattern *p)
{
    uint32_t at = root;
    for (size_t i = 0; i < p->n; i++) {
        note_letter(p->letter[i]);
        at = child_of(at, p->letter[i]);
    }
    if (at != root)
        nodes[at].value = value_of(p);
}

/* One code point of valid UTF-8, as iconv gives it. */
static uint32_t letter_at(const char **at)
{
    const unsigned char *s = (const unsigned char *)*at;
    int more_bytes = *s < 0x80 ? 0 : *s < 0xE0 ? 1 : *s < 0xF0 ? 2 : 3;
    uint32_t c = more_bytes ? *s & (0x3Fu >> more_bytes) : *s;
    for (int i = 1; i <= more_bytes; i++)
        c = c << 6 | (s[i] & 0x3Fu);
    *at += more_bytes + 1;
    return c;
}

/* "pattern/change,start,cut": the break lies in the region that changes, which is the whole
 * pattern unless said. Its odd digits go up to the next even one. */
static void forbid_change(struct pattern *p, const char *change)
{
    size_t start = 0, cut = p->n;
    const char *comma = strchr(change, ',');
    if (comma && sscanf(comma, ",%zu,%zu", &start, &cut) == 2 && start > 0) {
        start--;
        start += p->n && p->letter[0] == '.'; /* the dot is not counted */
    }
    for (size_t i = start; i <= p->n && i <= start + cut; i++)
        p->digit[i] = (unsigned char)(p->digit[i] + p->digit[i] % 2);
    changed++;
}

/* A pattern of letters with digits between them; ends at a blank. */
static struct pattern read_pattern(const char *line)
{
    struct pattern p = {.n = 0};
    while ((unsigned char)*line > ' ' && *line != '/') {
        if (*line >= '0' && *line <= '9') {
            p.digit[p.n] = (unsigned char)(*line++ - '0');
            continue;
        }
        if (p.n == LETTERS)
            die("pattern of more than %d letters", LETTERS);
        p.letter[p.n++] = letter_at(&line);
    }
    if (*line == '/')
        forbid_change(&p, line + 1);
    return p;
}

/* True where `line` sets something and is no pattern. */
static int read_keyword(const char *line)
{
    static const char *const names[] = {"LEFTHYPHENMIN", "RIGHTHYPHENMIN",
                                        "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN"};
    for (size_t i = 0; i < 4; i++)
        if (!strncmp(line, names[i], strlen(names[i]))) {
            minima[i] = (unsigned char)strtol(line + strlen(names[i]), NULL, 10);
            return 1;
        }
    /* Signs at which libhyphen never breaks; recto hyphenates nothing but letters. */
    return !strncmp(line, "NOHYPHEN", 8) || *line == '%' || *line == '#';
}

static void open_encoding(char *name)
{
    name[strcspn(name, "\r\n \t")] = '\0';
    if (!strncmp(name, "microsoft-cp", 12)) /* libhyphen's own name */
        memmove(name, name + 10, strlen(name + 10) + 1);
    to_utf8 = iconv_open("UTF-8", name);
    if (to_utf8 == (iconv_t)-1)
        die("unknown encoding %s", name);
}

static void recode(char *line, char *out, size_t room)
{
    char *to = out;
    size_t left = strlen(line);
    room--;
    if (iconv(to_utf8, &line, &left, &to, &room) == (size_t)-1)
        die("a line is not in the encoding of its first line");
    *to = '\0';
}

/* Gives the number of levels. */
static uint32_t read_patterns(const char *path)
{
    char raw[LINE], line[4 * LINE];
    FILE *in = fopen(path, "rb");
    if (!in || !fgets(raw, sizeof raw, in))
        die("cannot read %s", path);
    open_encoding(raw);
    new_node(0); /* number 0 means none */
    for (uint32_t i = 0; i < HYB_LEVELS; i++)
        new_node(0);
    uint32_t level = 0;
    while (fgets(raw, sizeof raw, in)) {
        recode(raw, line, sizeof line);
        if (!strncmp(line, "NEXTLEVEL", 9)) {
            if (++level == HYB_LEVELS)
                die("more than %d levels", HYB_LEVELS);
        } else if (!read_keyword(line)) {
            struct pattern p = read_pattern(line);
            add_pattern(level + 1, &p);
        }
    }
    fclose(in);
    iconv_close(to_utf8);
    return level + 1;
}

static unsigned char *image;
static size_t image_size, image_room;

static void put(uint32_t v, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        image = more(image, image_size, &image_room, 1);
        image[image_size++] = (unsigned char)(v >> 8 * i);
    }
}

static void put_at(size_t at, uint32_t v)
{
    for (int i = 0; i < 4; i++)
        image[at + (size_t)i] = (unsigned char)(v >> 8 * i);
}

/* Note where a table begins and how much it holds in the header. */
static void begin_table(size_t slot, size_t count)
{
    put_at(slot, (uint32_t)image_size);
    put_at(slot + 4, (uint32_t)count);
}

static unsigned label_of(uint32_t letter)
{
    unsigned i = 0;
    while (alphabet[i] != letter)
        i++;
    return i + 1;
}

/* Write a level breadth first from file node `first`, so that children stand together; gives how
 * many nodes it has. */
static uint32_t put_level(uint32_t root, uint32_t first)
{
    uint32_t *queue = calloc(node_count, sizeof *queue), head = 0, tail = 1;
    if (!queue)
        die("no memory");
    for (queue[0] = root; head < tail; head++) {
        const struct node *n = &nodes[queue[head]];
        uint32_t child = first + tail, count = 0;
        for (uint32_t c = n->child; c; c = nodes[c].next, count++)
            queue[tail++] = c;
        put(count ? child : 0, 4);
        put(n->value, 2);
        put(queue[head] == root ? 0 : label_of(n->letter), 1);
        put(count, 1);
    }
    free(queue);
    return tail;
}

static void put_values(void)
{
    begin_table(48, value_count);
    uint32_t at = (uint32_t)(image_size + 4 * value_count), from = at;
    for (size_t i = 0; i < value_count; i++) {
        put(at, 4);
        at += 2u + values[i].n;
    }
    begin_table(56, at - from);
    for (size_t i = 0; i < value_count; i++) {
        put(values[i].shift, 1);
        put(values[i].n, 1);
        for (size_t k = 0; k < values[i].n; k++)
            put(values[i].digit[k], 1);
    }
}

static void build(uint32_t levels)
{
    for (size_t i = 0; i < HYB_HEADER; i++)
        put(i < 8 ? (unsigned char)HYB_MAGIC[i] : 0, 1);
    memcpy(image + 8, minima, 4);
    put_at(12, levels);
    begin_table(32, alphabet_count);
    for (size_t i = 0; i < alphabet_count; i++)
        put(alphabet[i], 4);
    begin_table(40, 0);
    uint32_t first = 0;
    for (uint32_t i = 0; i < levels; i++) {
        uint32_t n = put_level(i + 1, first);
        put_at(16 + 8 * i, first);
        put_at(20 + 8 * i, n);
        first += n;
    }
    put_at(44, first);
    put_values();
}

int main(int argc, char **argv)
{
    if (argc != 3)
        die("usage: gen_hyphen IN.dic OUT.hyb");
    build(read_patterns(argv[1]));
    FILE *out = fopen(argv[2], "wb");
    if (!out || fwrite(image, 1, image_size, out) != image_size || fclose(out) != 0)
        die("cannot write %s", argv[2]);
    if (changed)
        fprintf(stderr, "hyphen: %s: %zu patterns change the spelling; no break there\n",
                argv[1], changed);
    return 0;
}
