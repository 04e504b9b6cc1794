/* SPDX-License-Identifier: MIT */
/* fonts/gather.c — copies the font files of families.yaml into the data folder and lists them.
 *
 *   gather families.yaml OUT SOURCE...
 *
 * Each file is looked for by name below the SOURCE folders, in their order. OUT/index.tsv gets one
 * row a file: family, weight, italic (0 or 1), file, fallback order. A build tool, not part of
 * the program: it ends at the first thing that is wrong. */
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <yaml.h>

#define PATH_ROOM 4096

struct wanted {
    char family[64], package[64], file[64], fallback[8];
    char weight[8];
    int italic;
    char found[PATH_ROOM]; /* path of the file; empty until it is found */
    int source;            /* which SOURCE it was found in; the lowest wins */
};

/* nftw hands no context to its callback, so the list is a global of this tool. */
static struct wanted list[256];
static size_t count;
static int source_now;

static _Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

static _Noreturn void die(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    fputs("fonts: ", stderr);
    vfprintf(stderr, format, ap);
    fputc('\n', stderr);
    va_end(ap);
    exit(1);
}

static void copy_text(char *to, size_t room, const char *from)
{
    if ((size_t)snprintf(to, room, "%s", from) >= room)
        die("“%s” is too long", from);
}

static const char *scalar(yaml_node_t *node)
{
    if (!node || node->type != YAML_SCALAR_NODE)
        die("families.yaml: a plain value is missing");
    return (const char *)node->data.scalar.value;
}

/* The value of `key` in the mapping `node`; ends the tool where there is none. */
static yaml_node_t *value_of(yaml_document_t *doc, yaml_node_t *node, const char *key)
{
    if (!node || node->type != YAML_MAPPING_NODE)
        die("families.yaml: no mapping where “%s” is looked for", key);
    yaml_node_pair_t *pair = node->data.mapping.pairs.start;
    for (; pair < node->data.mapping.pairs.top; pair++)
        if (!strcmp(scalar(yaml_document_get_node(doc, pair->key)), key))
            return yaml_document_get_node(doc, pair->value);
    die("families.yaml:%zu: “%s” is missing", node->start_mark.line + 1, key);
}

static void read_family(yaml_document_t *doc, yaml_node_t *family)
{
    yaml_node_t *files = value_of(doc, family, "files");
    if (files->type != YAML_MAPPING_NODE)
        die("families.yaml: “files” is no mapping");
    yaml_node_pair_t *pair = files->data.mapping.pairs.start;
    for (; pair < files->data.mapping.pairs.top; pair++) {
        if (count == sizeof list / sizeof *list)
            die("families.yaml: more files than this tool has room for");
        struct wanted *w = &list[count++];
        copy_text(w->family, sizeof w->family, scalar(value_of(doc, family, "family")));
        copy_text(w->package, sizeof w->package, scalar(value_of(doc, family, "package")));
        copy_text(w->fallback, sizeof w->fallback,
                  scalar(value_of(doc, family, "fallback")));
        copy_text(w->file, sizeof w->file,
                  scalar(yaml_document_get_node(doc, pair->value)));
        copy_text(w->weight, sizeof w->weight,
                  scalar(yaml_document_get_node(doc, pair->key)));
        char *end = w->weight + strcspn(w->weight, "i");
        w->italic = *end == 'i';
        *end = '\0';
    }
}

static void read_manifest(const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in)
        die("cannot read %s", path);
    yaml_parser_t parser;
    yaml_document_t doc;
    if (!yaml_parser_initialize(&parser))
        die("no memory");
    yaml_parser_set_input_file(&parser, in);
    if (!yaml_parser_load(&parser, &doc))
        die("%s:%zu: %s", path, parser.problem_mark.line + 1, parser.problem);
    yaml_node_t *families = value_of(&doc, yaml_document_get_root_node(&doc), "families");
    if (families->type != YAML_SEQUENCE_NODE)
        die("%s: “families” is no list", path);
    yaml_node_item_t *item = families->data.sequence.items.start;
    for (; item < families->data.sequence.items.top; item++)
        read_family(&doc, yaml_document_get_node(&doc, *item));
    yaml_document_delete(&doc);
    yaml_parser_delete(&parser);
    fclose(in);
}

/* One file on the way through a SOURCE. Of two with the same name the first by bytes wins, so
 * that the order of the file system does not show. */
static int look_at(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st;
    if (type != FTW_F)
        return 0;
    for (size_t i = 0; i < count; i++) {
        struct wanted *w = &list[i];
        if (strcmp(path + at->base, w->file) != 0)
            continue;
        int better = w->source == source_now && strcmp(path, w->found) < 0;
        if (!*w->found || better) {
            copy_text(w->found, sizeof w->found, path);
            w->source = source_now;
        }
    }
    return 0;
}

static void copy_file(const char *from, const char *to)
{
    static char bytes[1 << 16];
    FILE *in = fopen(from, "rb");
    FILE *out = fopen(to, "wb");
    if (!in || !out)
        die("cannot copy %s to %s", from, to);
    size_t n;
    while ((n = fread(bytes, 1, sizeof bytes, in)) > 0)
        if (fwrite(bytes, 1, n, out) != n)
            die("cannot write %s", to);
    if (ferror(in) || fclose(out) != 0)
        die("cannot copy %s to %s", from, to);
    fclose(in);
}

/* The licences ask for their text to go where the fonts go; Debian keeps it with the package. */
static void copy_licence(const char *out, const struct wanted *w)
{
    char from[PATH_ROOM], to[PATH_ROOM];
    struct stat st;
    snprintf(from, sizeof from, "/usr/share/doc/%s/copyright", w->package);
    snprintf(to, sizeof to, "%s/%s.licence.txt", out, w->package);
    if (stat(from, &st) == 0)
        copy_file(from, to);
}

static void write_index(const char *out)
{
    char path[PATH_ROOM];
    snprintf(path, sizeof path, "%s/index.tsv", out);
    FILE *index = fopen(path, "wb");
    if (!index)
        die("cannot write %s", path);
    for (size_t i = 0; i < count; i++) {
        const struct wanted *w = &list[i];
        fprintf(index, "%s\t%s\t%d\t%s\t%s\n", w->family, w->weight, w->italic, w->file,
                w->fallback);
    }
    if (fclose(index) != 0)
        die("cannot write %s", path);
}

int main(int argc, char **argv)
{
    if (argc < 4)
        die("usage: gather families.yaml OUT SOURCE...");
    read_manifest(argv[1]);
    for (source_now = 3; source_now < argc; source_now++)
        nftw(argv[source_now], look_at, 16, FTW_PHYS); /* a missing folder finds nothing */

    size_t lacking = 0;
    for (size_t i = 0; i < count; i++)
        if (!*list[i].found) {
            fprintf(stderr, "fonts: %s not found; on Debian it comes in %s\n", list[i].file,
                    list[i].package);
            lacking++;
        }
    if (lacking)
        die("%zu files are missing; -DRECTO_FONT_SOURCE=DIR names another folder", lacking);

    for (size_t i = 0; i < count; i++) {
        char to[PATH_ROOM];
        snprintf(to, sizeof to, "%s/%s", argv[2], list[i].file);
        copy_file(list[i].found, to);
        copy_licence(argv[2], &list[i]);
    }
    write_index(argv[2]);
    return 0;
}
