/* SPDX-License-Identifier: MIT */
/* lint/acronyms.c — acronyms that are never spelt out. */
#include "base/map.h"
#include "base/utf8.h"
#include "lint/rules.h"

/* Known to whoever reads a case study in this trade. */
static const char *const known[] = {
    "AI",   "ML",   "API",   "APIs", "SDK",  "UI",    "UX",   "CLI",   "CI",     "CD",
    "PDF",  "CSV",  "JSON",  "YAML", "XML",  "HTML",  "CSS",  "HTTP",  "HTTPS",  "URL",
    "URLs", "SQL",  "CPU",   "GPU",  "CPUs", "GPUs",  "TPU",  "RAM",   "SSD",    "OS",
    "IDE",  "DB",   "KPI",   "KPIs", "ROI",  "USA",   "US",   "UK",    "EU",     "UN",
    "CEO",  "CTO",  "PhD",   "NLP",  "LLM",  "LLMs",  "RAG",  "OCR",   "GPT",    "BERT",
    "AWS",  "GCP",  "S3",    "EC2",  "K8s",  "SaaS",  "FAQ",  "ID",    "IDs",    "PR",
    "PRs",  "QA",   "IT",    "HR",   "GDPR", "ISO",   "TL",   "DR",    "OK",     "AM",
    "PM",   "UTC",  "USD",   "EUR",  "GBP",  "GB",    "MB",   "KB",    "TB",     "MIT",
    "A/B",  "PNG",  "SVG",   "JPEG", "REST", "SSE",   "RPC",  "TLS",   "SSL",    "SSH",
    "VM",   "VMs",  "VPN",   "IP",   "DNS",  "TCP",   "ETL",  "CRM",   "ERP",    "B2B",
    "B2C",  "SLA",  "SLO",   "SLOs", "SLAs", "AUC",   "ROC",  "F1",    "MAE",    "RMSE",
    "MSE",  "BLEU", "ROUGE", "MMLU", "CUDA", "FAISS", "ONNX", "MLOps", "DevOps", "I/O",
    "IO",   "II",   "III",   "IV",   "VI",   "VII",   "VIII", "IX",    "XI",     "XII",
    "OR",   "AND",  "NOT",   "CV",   "PC",   "TV",    "QR",   "RGB",   "3D",     "2D",
    "NASA", "WER",  "KI",    "IA",   "QPS",  "TODO",  "TBD",  "TBC",   "XX",     "XXX",
};

static bool is_known(struct str word)
{
    for (size_t i = 0; i < countof(known); i++) {
        if (str_eq(word, str_from(known[i])))
            return true;
    }
    return false;
}

/* Two to six capitals, a plural s allowed; numbers inside make it a name ("H100"). */
static bool is_acronym(struct str word)
{
    size_t capitals = 0;
    if (word.n > 2 && word.p[word.n - 1] == 's')
        word.n--;
    for (size_t i = 0; i < word.n; i++)
        capitals += word.p[i] >= 'A' && word.p[i] <= 'Z';
    return capitals == word.n && word.n >= 2 && word.n <= 6;
}

/* Capitals all over a line are a heading or a shout. */
static bool is_shouted(struct str text, size_t end, struct str word)
{
    size_t from = end - word.n, i = end;
    struct str next;
    bool shouted = false;
    if (word_next(text, S(""), &i, &next) && i - end == next.n + 1)
        shouted = is_acronym(next) && next.n > 3;
    return shouted && from == 0;
}

/* "(AHT)" behind its words, or "AHT (average handle time)", or "AHT: average …". */
static bool is_opened(struct str text, struct str word)
{
    for (size_t i = 0; i < text.n;) {
        size_t at = str_find(text, word, i), end = at + word.n;
        if (at >= text.n)
            return false;
        struct str behind = str_sub(text, end, text.n);
        bool bracketed = at > 0 && text.p[at - 1] == '(' && at > 4;
        bool closed = str_starts(behind, S(")")) || str_starts(behind, S(";")) ||
                      str_starts(behind, S(",")) || str_starts(behind, S("s)"));
        size_t close = str_find_byte(behind, ')', 0);
        bool explained = (str_starts(behind, S(" (")) || str_starts(behind, S("s ("))) &&
                         text_words(str_sub(behind, 2, close)) > 1;
        if ((bracketed && closed) || explained || str_starts(behind, S(" — ")) ||
            str_starts(behind, S(" = ")) || str_starts(behind, S(": ")))
            return true;
        i = end;
    }
    return false;
}

#define ACRONYMS_MAX 60 /* more are a list of them, not a text */

struct seen {
    const struct lint *l;
    struct map words;
    struct str text; /* of the whole study */
};

/* Is the byte before or behind part of a name such as "gpt-4-AHT" or a path? */
static bool is_part(struct str text, size_t end, struct str word)
{
    static const char joints[] = "-_/.@#";
    size_t from = end - word.n;
    struct str signs = {joints, sizeof joints - 1};
    bool before = from > 0 && str_find_byte(signs, text.p[from - 1], 0) < signs.n;
    bool behind = end + 1 < text.n && str_find_byte(signs, text.p[end], 0) < signs.n &&
                  text.p[end + 1] > ' ';
    return before || behind;
}

static void judge_word(struct seen *s, const struct inline_node *node, size_t end,
                       struct str word)
{
    struct str stem =
        word.n > 2 && word.p[word.n - 1] == 's' ? str_sub(word, 0, word.n - 1) : word;
    if (!is_acronym(word) || is_known(word) || is_known(stem) ||
        is_part(node->text, end, word) || is_shouted(node->text, end, word))
        return;
    if (s->words.n >= ACRONYMS_MAX || map_find(&s->words, stem))
        return;
    map_put(s->l->a, &s->words, stem, s);
    if (is_opened(s->text, stem))
        return;
    struct span span = node->span;
    if (span.line == span.end_line) {
        span.column += (uint32_t)(end - word.n);
        span.end_column = span.column + (uint32_t)word.n - 1;
    }
    diag_push(s->l->d, D_L0402, span, "“%.*s” is never spelt out", STR(stem));
}

static void judge_text(void *context, const struct inline_node *node)
{
    struct str word;
    if (node->kind != INLINE_TEXT)
        return;
    for (size_t i = 0; word_next(node->text, S(""), &i, &word);)
        judge_word(context, node, i, word);
}

void lint_acronyms(const struct lint *l)
{
    struct seen s = {.l = l};
    struct strbuf text = strbuf_at(l->a);
    for (size_t i = 0; i < l->study->sections.n; i++)
        strbuf_put(&text, section_text(l->a, &l->study->sections.at[i]));
    s.text = strbuf_str(&text);
    walk_study(l->study, judge_text, &s);
}
