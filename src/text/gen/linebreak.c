/* SPDX-License-Identifier: MIT */
/* text/gen/linebreak.c — writes the table of line break classes from the Unicode data files.
 *
 *   gen_linebreak UNICODE_DIR OUT.h
 *
 * A build tool, not part of the program: it ends at the first thing that is wrong. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CODES 0x110000
#define BLOCK 128 /* smallest table of the sizes tried: 8.5 kB of index, 20 kB of blocks */
#define BLOCKS (CODES / BLOCK)

#define X(name) CLASS_##name,
enum class {
#include "text/linebreak.def"
    CLASSES
};
#undef X

/* Classes of the file that the rules never see (LB1). */
enum { RAW_AI = CLASSES, RAW_CJ, RAW_SA, RAW_SG, RAW_XX };

#define X(name) {#name, CLASS_##name},
static const struct {
    const char *name;
    unsigned char raw;
} names[] = {
#include "text/linebreak.def"
    {"AI", RAW_AI},
     {"CJ", RAW_CJ},
     {"SA", RAW_SA},
     {"SG", RAW_SG},
     {"XX", RAW_XX},
};
#undef X

/* Unassigned code points that are not XX (LineBreak.txt, head of the file). */
static const struct {
    long from, to;
    unsigned char class;
} defaults[] = {
    {0x20A0,  0x20CF,  CLASS_PR},
    {0x3400,  0x4DBF,  CLASS_ID},
    {0x4E00,  0x9FFF,  CLASS_ID},
    {0xF900,  0xFAFF,  CLASS_ID},
    {0x1F000, 0x1FAFF, CLASS_ID},
    {0x1FC00, 0x1FFFD, CLASS_ID},
    {0x20000, 0x2FFFD, CLASS_ID},
    {0x30000, 0x3FFFD, CLASS_ID},
};

static unsigned char class_of[CODES];
static unsigned char wide[CODES], mark[CODES], unassigned[CODES], pictograph[CODES];
static unsigned char block_of[BLOCKS];
static unsigned char blocks[256][BLOCK];

static _Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

static _Noreturn void die(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    fputs("linebreak: ", stderr);
    vfprintf(stderr, format, ap);
    fputc('\n', stderr);
    va_end(ap);
    exit(1);
}

/* Call `row` for every "FROM..TO ; VALUE" line of a data file. */
static void each_row(const char *folder, const char *name,
                     void (*row)(long from, long to, const char *value))
{
    char path[4096], line[1024], value[64];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *in = fopen(path, "rb");
    if (!in)
        die("cannot read %s; on Debian it comes in unicode-data", path);
    while (fgets(line, sizeof line, in)) {
        char *end;
        long from = strtol(line, &end, 16), to = from;
        if (end == line || *line == '#')
            continue;
        if (end[0] == '.' && end[1] == '.')
            to = strtol(end + 2, &end, 16);
        if (sscanf(end, " ; %63[A-Za-z0-9_]", value) != 1)
            continue;
        if (from < 0 || to < from || to >= CODES)
            die("%s: no such code points: %s", path, line);
        row(from, to, value);
    }
    fclose(in);
}

static void class_row(long from, long to, const char *value)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(names[i].name, value)) {
            memset(class_of + from, names[i].raw, (size_t)(to - from + 1));
            return;
        }
    die("LineBreak.txt: unknown class %s", value);
}

static void width_row(long from, long to, const char *value)
{
    int is = !strcmp(value, "F") || !strcmp(value, "W") || !strcmp(value, "H");
    memset(wide + from, is, (size_t)(to - from + 1));
}

static void category_row(long from, long to, const char *value)
{
    size_t n = (size_t)(to - from + 1);
    memset(mark + from, !strcmp(value, "Mn") || !strcmp(value, "Mc"), n);
    memset(unassigned + from, !strcmp(value, "Cn"), n);
}

static void emoji_row(long from, long to, const char *value)
{
    if (!strcmp(value, "Extended_Pictographic"))
        memset(pictograph + from, 1, (size_t)(to - from + 1));
}

static unsigned char resolved(long c)
{
    switch (class_of[c]) {
    case RAW_AI:
    case RAW_SG:
    case RAW_XX:
        return CLASS_AL;
    case RAW_CJ:
        return CLASS_NS;
    case RAW_SA:
        return mark[c] ? CLASS_CM : CLASS_AL;
    case CLASS_OP:
        return wide[c] ? CLASS_OPW : CLASS_OP;
    case CLASS_CP:
        return wide[c] ? CLASS_CPW : CLASS_CP;
    case CLASS_ID:
        return pictograph[c] && unassigned[c] ? CLASS_XPU : CLASS_ID;
    default:
        return class_of[c];
    }
}

/* Share equal blocks; gives how many are left. */
static int pack(void)
{
    int count = 0;
    for (int b = 0; b < BLOCKS; b++) {
        int i = 0;
        while (i < count && memcmp(blocks[i], class_of + b * BLOCK, BLOCK) != 0)
            i++;
        if (i == 256)
            die("more than 256 different blocks");
        if (i == count)
            memcpy(blocks[count++], class_of + b * BLOCK, BLOCK);
        block_of[b] = (unsigned char)i;
    }
    return count;
}

static void write_bytes(FILE *out, const unsigned char *bytes, int n)
{
    for (int i = 0; i < n; i++)
        fprintf(out, "%d,%c", bytes[i], i % 24 == 23 || i == n - 1 ? '\n' : ' ');
}

static void write_table(const char *path, int count)
{
    FILE *out = fopen(path, "wb");
    if (!out)
        die("cannot write %s", path);
    fprintf(out,
            "/* Written by text/gen/linebreak.c from the Unicode data files; not kept. */\n"
            "#define LINEBREAK_BLOCK %d\n"
            "static const unsigned char linebreak_block[%d] = {\n",
            BLOCK, BLOCKS);
    write_bytes(out, block_of, BLOCKS);
    fprintf(out, "};\nstatic const unsigned char linebreak_class[%d][%d] = {\n", count,
            BLOCK);
    for (int i = 0; i < count; i++) {
        fputs("{", out);
        write_bytes(out, blocks[i], BLOCK);
        fputs("},\n", out);
    }
    fputs("};\n", out);
    if (fclose(out) != 0)
        die("cannot write %s", path);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        die("usage: gen_linebreak UNICODE_DIR OUT.h");
    memset(class_of, RAW_XX, sizeof class_of);
    memset(unassigned, 1, sizeof unassigned);
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        memset(class_of + defaults[i].from, defaults[i].class,
               (size_t)(defaults[i].to - defaults[i].from + 1));
    each_row(argv[1], "LineBreak.txt", class_row);
    each_row(argv[1], "EastAsianWidth.txt", width_row);
    each_row(argv[1], "extracted/DerivedGeneralCategory.txt", category_row);
    each_row(argv[1], "emoji/emoji-data.txt", emoji_row);
    for (long c = 0; c < CODES; c++)
        class_of[c] = resolved(c);
    write_table(argv[2], pack());
    return 0;
}
