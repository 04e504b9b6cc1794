/* SPDX-License-Identifier: MIT */
/* lint/placeholder.c — what a template asked for and the author did not write. */
#include "base/utf8.h"
#include "lint/rules.h"
#include "model/facts/facts.h"

/* The source is read byte by byte, not the study: what looks like a placeholder may be read as a
 * tag, a list or a table there, and each has its own line and column. */
struct scan {
    const struct lint *l;
    struct str line;
    uint32_t number; /* of the line, from 1 */
    char fence;      /* '`' or '~' inside a fence, else 0 */
    size_t fence_marks;
    bool comment;     /* inside <!-- --> */
    bool begins[256]; /* bytes at which anything looked for may begin */
};

static struct span place(const struct scan *s, size_t from, size_t to)
{
    return (struct span){s->number, (uint32_t)from + 1, s->number, (uint32_t)to};
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_word_byte(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}

/* ---- <…> ---- */

/* Tags that are written in Markdown; any other name in angle brackets is a wish. */
static bool is_tag(struct str inside)
{
    static const char *const tags[] = {
        "a",      "b",          "i",     "u",     "p",      "br",         "hr",
        "em",     "strong",     "small", "code",  "kbd",    "sub",        "sup",
        "img",    "span",       "div",   "table", "tr",     "td",         "th",
        "thead",  "tbody",      "ul",    "ol",    "li",     "details",    "summary",
        "h1",     "h2",         "h3",    "h4",    "h5",     "h6",         "pre",
        "center", "font",       "svg",   "path",  "video",  "iframe",     "figure",
        "mark",   "del",        "ins",   "abbr",  "dl",     "dt",         "dd",
        "s",      "blockquote", "style", "html",  "script", "figcaption", "picture",
        "cite",   "q",          "samp",  "tt",    "col",    "colgroup",   "caption",
        "body",
    };
    if (str_starts(inside, S("/")) || str_starts(inside, S("!")) ||
        str_starts(inside, S("?")))
        return true;
    size_t n = 0;
    while (n < inside.n &&
           (is_letter(inside.p[n]) || (inside.p[n] >= '0' && inside.p[n] <= '9')))
        n++;
    struct str name = str_sub(inside, 0, n), rest = str_sub(inside, n, inside.n);
    bool ends = rest.n == 0 || str_eq(rest, S("/")) || str_eq(rest, S(" /")) ||
                str_find_byte(rest, '=', 0) < rest.n;
    for (size_t i = 0; i < countof(tags); i++) {
        if (str_eq_nocase(name, str_from(tags[i])))
            return ends;
    }
    return str_find(rest, S("=\""), 0) < rest.n;
}

static bool is_address(struct str inside)
{
    bool blank = str_find_byte(inside, ' ', 0) < inside.n;
    size_t colon = str_find_byte(inside, ':', 0);
    bool scheme = colon > 1 && colon + 1 < inside.n && !blank;
    return scheme || (!blank && str_find_byte(inside, '@', 0) < inside.n);
}

#define SLOT_MAX 200 /* [bytes] a wish is shorter */

/* The end of `<Dates / weeks>` that opens at `i`; 0 where there is none. */
static size_t slot_end(struct str line, size_t i)
{
    size_t close = str_find_byte(line, '>', i);
    struct str inside = str_sub(line, i + 1, close);
    if (close >= line.n || inside.n == 0 || inside.n > SLOT_MAX)
        return 0;
    size_t next = 0;
    uint32_t first = utf8_next(inside, &next);
    bool generic = i > 0 && is_word_byte(line.p[i - 1]);               /* List<String> */
    bool spaced = inside.p[0] == ' ' || inside.p[inside.n - 1] == ' '; /* a < b and c > d */
    bool dots = first == 0x2026 || str_starts(inside, S("...")) || first == 0x2022;
    bool letter = utf8_is_word(first) && !(first >= '0' && first <= '9');
    if (generic || spaced || (!letter && !dots) || inside.n < 2)
        return dots && !spaced ? close + 1 : 0;
    return is_tag(inside) || is_address(inside) ? 0 : close + 1;
}

/* ---- TODO, lorem ipsum, [insert …], {{…}} ---- */

struct note {
    const char *text;
    bool whole; /* a word of its own, case as written; else a beginning in any case */
};

static const struct note notes[] = {
    {"TODO",             true },
    {"TBD",              true },
    {"TBC",              true },
    {"FIXME",            true },
    {"XXX",              true },
    {"lorem ipsum",      false},
    {"dolor sit amet",   false},
    {"[your ",           false},
    {"[insert ",         false},
    {"[add ",            false},
    {"[enter ",          false},
    {"[placeholder",     false},
    {"[company",         false},
    {"[project name",    false},
    {"your name here",   false},
    {"[todo",            false},
    {"[tbd",             false},
    {"{{",               false},
    {"yyyy-mm-dd",       false},
    {"insert text here", false},
};

/* The length of a note that begins at `i`, 0 where there is none. */
static size_t note_length(struct str line, size_t i)
{
    for (size_t k = 0; k < countof(notes); k++) {
        if ((line.p[i] | 0x20) != (notes[k].text[0] | 0x20)) /* in either case */
            continue;
        struct str note = str_from(notes[k].text), here = str_sub(line, i, i + note.n);
        if (notes[k].whole ? !str_eq(here, note) : !str_eq_nocase(here, note))
            continue;
        bool before = i > 0 && is_word_byte(line.p[i - 1]) && is_word_byte(note.p[0]);
        bool behind =
            notes[k].whole && i + note.n < line.n && is_word_byte(line.p[i + note.n]);
        if (!before && !behind)
            return note.n;
    }
    return 0;
}

/* "X%", "XX ms", "$XX": a number that is still to come. */
static size_t unknown_length(struct str line, size_t i)
{
    size_t n = i;
    while (n < line.n && line.p[n] == 'X')
        n++;
    bool before = i > 0 && is_word_byte(line.p[i - 1]);
    bool percent = n < line.n && line.p[n] == '%';
    bool money = n - i >= 2 && i > 0 && line.p[i - 1] == '$';
    bool behind = n < line.n && is_word_byte(line.p[n]);
    return n > i && !before && !behind && (percent || money) ? n - i + percent : 0;
}

/* ---- • • • ---- */

static const char *const bullets[] = {"•", "◦", "▪", "●", "∙"};

static size_t bullet_length(struct str line, size_t i)
{
    if (i >= line.n || !(line.p[i] & 0x80))
        return 0;
    for (size_t k = 0; k < countof(bullets); k++) {
        struct str b = str_from(bullets[k]);
        if (str_starts(str_sub(line, i, line.n), b))
            return b.n;
    }
    return 0;
}

static size_t skip_blanks(struct str line, size_t i)
{
    while (i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'))
        i++;
    return i;
}

/* A run of bullets with nothing between them, or one at the end of a line; its end, or 0. */
static size_t bullets_end(struct str line, size_t i)
{
    size_t count = 0, at = i, end = i;
    for (size_t n = bullet_length(line, at); n; n = bullet_length(line, at)) {
        count++;
        end = at + n;
        at = skip_blanks(line, end);
    }
    return count > 0 && (at >= line.n || count > 1) ? end : 0;
}

/* ---- lines ---- */

/* Fences hold code; a line that opens or closes one says nothing itself. */
static bool is_fence_line(struct scan *s)
{
    struct str text = str_trim(s->line);
    size_t marks = 0;
    char mark = (char)(text.n ? text.p[0] : 0);
    while (marks < text.n && text.p[marks] == mark)
        marks++;
    if (marks < 3 || (mark != '`' && mark != '~'))
        return s->fence != 0;
    if (!s->fence) {
        s->fence = mark;
        s->fence_marks = marks;
    } else if (s->fence == mark && marks >= s->fence_marks && marks == text.n) {
        s->fence = 0;
    }
    return true;
}

/* Behind a code span that opens at `i`; `i` itself where none does. */
static size_t behind_code(struct str line, size_t i)
{
    size_t marks = 0;
    while (i + marks < line.n && line.p[i + marks] == '`')
        marks++;
    for (size_t at = i + marks; marks && at < line.n;) {
        size_t run = 0;
        while (at + run < line.n && line.p[at + run] == '`')
            run++;
        if (run == marks)
            return at + run;
        at += run ? run : 1;
    }
    return i + marks;
}

/* Behind a comment that is open or opens at `i`. */
static size_t behind_comment(struct scan *s, size_t i)
{
    if (!s->comment && !str_starts(str_sub(s->line, i, s->line.n), S("<!--")))
        return i;
    size_t close = str_find(s->line, S("-->"), i);
    s->comment = close >= s->line.n;
    return s->comment ? s->line.n : close + 3;
}

/* Report the placeholder at `i` and give its end; `i` where there is none. */
static size_t judge_at(struct scan *s, size_t i)
{
    size_t end = s->line.p[i] == '<' ? slot_end(s->line, i) : 0;
    enum diag_code code = D_L0101;
    if (!end && (end = bullets_end(s->line, i)) != 0)
        code = D_L0103;
    size_t note = end ? 0 : note_length(s->line, i);
    if (!end && !note && s->line.p[i] == 'X')
        note = unknown_length(s->line, i);
    if (note) {
        end = i + note;
        code = D_L0102;
    }
    if (!end)
        return i;
    struct str text = str_sub(s->line, i, end);
    if (code == D_L0103)
        diag_push(s->l->d, code, place(s, i, end), "a list without entries");
    else
        diag_push(s->l->d, code, place(s, i, end), "“%.*s” is still a placeholder",
                  STR(text));
    return end;
}

static void judge_line(struct scan *s)
{
    if (!s->comment && is_fence_line(s))
        return;
    for (size_t i = 0; i < s->line.n;) {
        size_t at = i;
        unsigned char c = (unsigned char)s->line.p[i];
        if (!s->comment && !s->begins[c]) {
            i++;
            continue;
        }
        i = behind_comment(s, i);
        if (i == at && s->line.p[i] == '`')
            i = behind_code(s->line, i);
        if (i == at)
            i = judge_at(s, i);
        if (i == at)
            utf8_next(s->line, &i);
    }
}

static void note_beginnings(struct scan *s)
{
    s->begins['<'] = s->begins['`'] = s->begins['X'] = true;
    for (size_t k = 0; k < countof(bullets); k++)
        s->begins[(unsigned char)bullets[k][0]] = true;
    for (size_t k = 0; k < countof(notes); k++) {
        unsigned char c = (unsigned char)notes[k].text[0] | 0x20; /* in either case */
        s->begins[c] = s->begins[c & 0x5F] = true;
    }
}

void lint_placeholder_marks(const struct lint *l)
{
    struct scan s = {.l = l};
    note_beginnings(&s);
    struct str rest = l->study->source->bytes;
    while (rest.n) {
        s.line = str_cut(&rest, '\n');
        s.number++;
        judge_line(&s);
    }
}

/* ---- values of facts and front matter ---- */

bool lint_unfinished(const struct lint *l, uint32_t first, uint32_t last)
{
    for (size_t i = 0; i < l->d->list.n; i++) {
        const struct diag *d = &l->d->list.at[i];
        bool placeholder = d->code == D_L0101 || d->code == D_L0102 || d->code == D_L0103 ||
                           d->code == D_L0104 || d->code == D_L0105;
        if (placeholder && d->span.line <= last && first <= d->span.end_line)
            return true;
    }
    return false;
}

static void judge_value(const struct lint *l, struct span span, struct str key,
                        struct str value)
{
    if (!text_is_placeholder(value) || lint_unfinished(l, span.line, span.line))
        return;
    bool choice = str_find_byte(value, '|', 0) < value.n;
    if (choice)
        diag_push(l->d, D_L0104, span, "“%.*s” is still a choice: %.*s", STR(key),
                  STR(value));
    else
        diag_push(l->d, D_L0102, span, "“%.*s” is still a placeholder", STR(value));
}

#define YAML_DEPTH 16

static void judge_yaml(const struct lint *l, const struct yaml *y, int depth)
{
    for (; y && depth < YAML_DEPTH; y = y->next) {
        if (y->kind == YAML_SCALAR)
            judge_value(l, y->span, y->key, y->text);
        judge_yaml(l, y->first, depth + 1);
    }
}

void lint_placeholder_values(const struct lint *l)
{
    const struct study *s = l->study;
    judge_yaml(l, s->front ? s->front->first : NULL,
               0); /* at the value; its fact is at the key */
    for (size_t i = 0; i < s->facts.n; i++)
        judge_value(l, s->facts.at[i].span, s->facts.at[i].key, s->facts.at[i].value);
}

/* ---- prompts of the template ---- */

/* How the paragraphs of the usual template begin. */
static const char *const prompts[] = {
    "In one sentence, state the problem",
    "Who has the problem and why now?",
    "List constraints: privacy, compute budget",
    "Primary users and adjacent teams.",
    "Pain points, workflows, and success metrics per stakeholder",
    "Explain the approach in a short paragraph",
    "Call out key trade-offs (",
    "Data sources, preprocessing, versioning",
    "Repro: seeds, env pinning",
    "Task-appropriate metrics (",
    "Include error analysis and guardrail evals (",
    "SLOs and dashboards (Prometheus/Grafana)",
    "User/business outcomes with numbers",
    "Call out what changed because",
    "Concrete next experiments or product improvements you would",
    "Data licensing/consent, known limitations/biases",
    "Add a one-line disclosure:",
};

static struct span place_in(struct str bytes, size_t at, size_t n)
{
    uint32_t line = 1;
    size_t begin = 0;
    for (size_t i = str_find_byte(bytes, '\n', 0); i < at;
         i = str_find_byte(bytes, '\n', i + 1)) {
        line++;
        begin = i + 1;
    }
    uint32_t column = (uint32_t)(at - begin) + 1;
    return (struct span){line, column, line, column + (uint32_t)n - 1};
}

void lint_placeholder_prompts(const struct lint *l)
{
    struct str bytes = l->study->source->bytes;
    uint32_t told = 0;
    for (size_t i = 0; i < countof(prompts); i++) {
        struct str prompt = str_from(prompts[i]);
        size_t at = str_find(bytes, prompt, 0);
        struct span span = at < bytes.n ? place_in(bytes, at, prompt.n) : (struct span){0};
        if (at < bytes.n && span.line != told) /* one a paragraph is enough */
            diag_push(l->d, D_L0105, span, "“%.*s …” is a prompt of the template",
                      STR(prompt));
        told = at < bytes.n ? span.line : told;
    }
}
