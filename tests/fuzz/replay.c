/* SPDX-License-Identifier: MIT */
/* fuzz/replay.c — runs kept inputs through a fuzz entry point, without a fuzzer.
 *   fuzz-NAME FILE-OR-FOLDER... */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int inputs;

static int replay_file(const char *path, size_t size)
{
    /* Exactly as large as the input, so that a sanitizer sees the first byte read behind it. */
    uint8_t *bytes = malloc(size ? size : 1);
    FILE *in = fopen(path, "rb");
    if (!bytes || !in || fread(bytes, 1, size, in) != size) {
        fprintf(stderr, "replay: cannot read %s\n", path);
        exit(1);
    }
    fclose(in);
    LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    inputs++;
    return 0;
}

static int replay(const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return 0; /* an entry point without seeds yet */
    if (!S_ISDIR(st.st_mode))
        return replay_file(path, (size_t)st.st_size);

    struct dirent **names;
    int n = scandir(path, &names, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        char below[4096];
        int len = snprintf(below, sizeof below, "%s/%s", path, names[i]->d_name);
        if (names[i]->d_name[0] != '.' && len < (int)sizeof below)
            replay(below);
        free(names[i]);
    }
    if (n >= 0)
        free(names);
    return 0;
}

int main(int argc, char **argv)
{
    LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
    for (int i = 1; i < argc; i++)
        replay(argv[i]);
    printf("%d inputs\n", inputs);
    return 0;
}
