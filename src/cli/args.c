/* SPDX-License-Identifier: MIT */
/* cli/args.c — the table of options, and the words of a command line read by it. */
#include "cli/args.h"

#include <string.h>

#include "cli/glyphs.h"
#include "cli/program.h"

#define IN(command) (1u << COMMAND_##command)
#define RENDERING (IN(RENDER) | IN(WATCH) | IN(SERVE))
#define LAYING_OUT (RENDERING | IN(CHECK) | IN(BUNDLE) | IN(CONFIG))
#define READING (LAYING_OUT | IN(INSPECT))
#define EVERYWHERE ((1u << COMMANDS) - 1)

#define X(id, name, letter, argument, commands, to_job, values, help) \
    {name, argument, values, help, commands, letter, to_job},
static const struct option options[OPTIONS] = {
#include "cli/options.def"
};
#undef X

const struct option *option_at(enum option_id id)
{
    return &options[id];
}

/* OPTIONS where there is none. */
static enum option_id by_name(const char *name, size_t length)
{
    size_t i = 0;
    while (i < OPTIONS &&
           (strncmp(options[i].name, name, length) != 0 || options[i].name[length]))
        i++;
    return (enum option_id)i;
}

static enum option_id by_letter(char letter)
{
    size_t i = 0;
    while (i < OPTIONS && options[i].letter != letter)
        i++;
    return (enum option_id)i;
}

/* True where the option takes the next word when nothing is attached to it. */
static bool takes_word(enum option_id id)
{
    return id < OPTIONS && options[id].argument && options[id].argument[0] != '[';
}

static bool is_option(const char *word)
{
    return word[0] == '-' && word[1];
}

/* The option at the end of `word` takes the next word as its value. */
static bool wants_next(const char *word)
{
    if (word[1] == '-')
        return !strchr(word, '=') && takes_word(by_name(word + 2, strlen(word + 2)));
    for (const char *p = word + 1; *p; p++)
        if (takes_word(by_letter(*p)))
            return p[1] == 0;
    return false;
}

/* Where the command is named: the first word that is neither an option nor its value. 0: nowhere. */
static int command_at_word(int argc, char *const *argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (!is_option(argv[i]))
            return command_find(argv[i]) ? i : 0;
        i += wants_next(argv[i]);
    }
    return 0;
}

static void wrong(struct args *args, const char *text, const char *hint)
{
    if (args->wrong)
        return;
    args->wrong = text;
    args->hint = hint;
}

static const char *where_options_are_listed(const struct args *args)
{
    return pool_fmt(args->pool, "`recto help %s` lists the options",
                    command_at(args->command)->name);
}

static void give(struct args *args, enum option_id id, const char *value)
{
    const char *command = command_at(args->command)->name;
    args->value[id] = value;
    args->given[args->given_count++] = (struct given){id, value};
    if (!(options[id].commands >> args->command & 1))
        wrong(args,
              pool_fmt(args->pool, "--%s is no option of `recto %s`", options[id].name,
                       command),
              where_options_are_listed(args));
}

/* The value is attached, or the next of `rest`; gives how many words of `rest` are used up. */
static int give_value(struct args *args, enum option_id id, const char *attached,
                      char *const *rest)
{
    bool next = !attached && takes_word(id);
    const char *value = next ? *rest : attached;
    if (next && !value) {
        wrong(args,
              pool_fmt(args->pool, "--%s needs %s", options[id].name, options[id].argument),
              "");
        return 0;
    }
    give(args, id, value ? value : "");
    return next;
}

static void tell_unknown(struct args *args, const char *name)
{
    const char *names[OPTIONS];
    for (size_t i = 0; i < OPTIONS; i++)
        names[i] = options[i].commands >> args->command & 1 ? options[i].name : NULL;
    const char *near = nearest_word(name, names, OPTIONS);
    wrong(args, pool_fmt(args->pool, "no option is called “--%s”", name),
          near ? pool_fmt(args->pool, "did you mean “--%s”?", near)
               : where_options_are_listed(args));
}

static int read_long(struct args *args, const char *word, char *const *rest)
{
    const char *equals = strchr(word, '=');
    size_t length = equals ? (size_t)(equals - word) : strlen(word);
    enum option_id id = by_name(word, length);
    if (id == OPTIONS)
        tell_unknown(args, pool_copy(args->pool, word, length));
    else if (options[id].argument)
        return give_value(args, id, equals ? equals + 1 : NULL, rest);
    else if (equals)
        wrong(args, pool_fmt(args->pool, "--%s takes no value", options[id].name), "");
    else
        give(args, id, "");
    return 0;
}

static int read_letters(struct args *args, const char *letters, char *const *rest)
{
    for (const char *p = letters; *p; p++) {
        enum option_id id = by_letter(*p);
        if (id == OPTIONS) {
            wrong(args,
                  pool_fmt(args->pool, "no option is called “-%.*s”", glyph_length(p), p),
                  where_options_are_listed(args));
            return 0;
        }
        if (options[id].argument)
            return give_value(args, id, p[1] ? p + 1 : NULL, rest);
        give(args, id, "");
    }
    return 0;
}

bool args_value_allowed(const struct option *option, const char *value)
{
    const char *p = option->values;
    size_t length = strlen(value), n;
    if (!*p || *p == '@')
        return true;
    for (; *p; p += n + (p[n] == '|')) {
        n = strcspn(p, "|");
        if (n == length && memcmp(p, value, n) == 0)
            return true;
    }
    return false;
}

/* Values of a fixed list are checked here, so that every command refuses them alike. */
static void check_values(struct args *args)
{
    for (size_t i = 0; i < args->given_count; i++) {
        const struct option *option = &options[args->given[i].id];
        const char *value = args->given[i].value;
        if (!args_value_allowed(option, value))
            wrong(args,
                  pool_fmt(args->pool, "--%s: “%s” is none of its values", option->name,
                           value),
                  pool_fmt(args->pool, "there are %s", option->values));
    }
}

/* As many as options can be given: a word holds no more of them than letters. */
static size_t most_given(int argc, char *const *argv)
{
    size_t n = 1;
    for (int i = 1; i < argc; i++)
        n += strlen(argv[i]);
    return n;
}

struct args args_read(struct pool *pool, int argc, char *const *argv)
{
    struct args args = {.pool = pool};
    int command = command_at_word(argc, argv);
    args.command_named = command > 0;
    args.command = command ? command_find(argv[command])->id : COMMAND_RENDER;
    args.given = pool_alloc(pool, most_given(argc, argv) * sizeof *args.given);
    bool options_end = false;
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        if (i == command)
            continue;
        if (options_end || !is_option(word))
            word_list_add(pool, &args.operands, word);
        else if (strcmp(word, "--") == 0)
            options_end = true;
        else if (word[1] == '-')
            i += read_long(&args, word + 2, argv + i + 1);
        else
            i += read_letters(&args, word + 1, argv + i + 1);
    }
    check_values(&args);
    return args;
}

const char *args_value(const struct args *args, enum option_id id, const char *preset)
{
    return args->value[id] ? args->value[id] : preset;
}
