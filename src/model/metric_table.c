/* SPDX-License-Identifier: MIT */
/* model/metric_table.c — metrics in tables: before and after, named values, columns of outcomes. */
#include <string.h>

#include "base/utf8.h"
#include "model/metric_build.h"

/* What a column of a table holds. */
enum column_role {
    COLUMN_OTHER,
    COLUMN_NAME,
    COLUMN_BEFORE,
    COLUMN_AFTER,
    COLUMN_CHANGE,
    COLUMN_VALUE,
    COLUMN_OUTCOME
};

/* Heads of columns, in the main languages. */
static const struct {
    enum column_role role;
    const char *names;
} heads[] = {
    {COLUMN_NAME,
     "metric metrics kpi kpis measure indicator metrik kennzahl métrique indicateur "
     "métrica "
     "indicador metrica indicatore metriek wskaźnik metryka метрика показатель показник "
     "metrik 指标 指標 지표"                                                                                   },
    {COLUMN_BEFORE,
     "before baseline old previous prior control from start vorher ausgangswert avant "
     "antes prima voor przed было до раньше önce 之前 以前 导入前 導入前 改善前 前 이전"},
    {COLUMN_AFTER,
     "after now new current to final ours today nachher jetzt heute après maintenant "
     "después ahora depois agora dopo ora na nu po teraz стало после сейчас sonra 之后 "
     "現在 导入后 導入後 改善後 后 後 이후"                                                           },
    {COLUMN_CHANGE,
     "change delta Δ δ improvement difference gain lift veränderung änderung differenz "
     "variation écart cambio variación mudança variação variazione verschil zmiana "
     "изменение değişim 变化 変化 변화"                                                             },
    {COLUMN_VALUE,
     "value result achieved actual wert ergebnis valeur résultat valor resultado valore "
     "risultato waarde resultaat wartość wynik значение результат değer 值 結果 结果 값 "
     "score number"                                                                                                  },
    {COLUMN_OUTCOME,
     "standout outcome outcomes results impact highlight highlights headline wirkung "
     "impacto impatto wpływ эффект"                                                                           },
};

/* Names of the row that sums a table up, in the main languages. */
static const char totals[] =
    "all overall total average mean gesamt insgesamt alle durchschnitt total tous global "
    "moyenne todos todo media promedio totale tutti totaal gemiddelde razem średnia всего "
    "итого среднее усього toplam ortalama الكل الإجمالي 总体 總體 合计 合計 平均 全体 전체";

#define COLUMNS_MAX 16 /* wider tables are benchmarks, not outcomes */

/* A table seen by its columns. */
struct view {
    struct arena *a;
    enum column_role roles[COLUMNS_MAX];
    struct str heads[COLUMNS_MAX];
    size_t columns;
    const struct metric_place *place;
    const struct lexicon *lex;
    struct metrics *out;
};

static struct str cell_text(struct arena *a, const struct block *row, size_t column)
{
    const struct block *cell = row->first;
    while (cell && column-- > 0)
        cell = cell->next;
    return cell ? str_trim(inlines_text(a, cell->inlines)) : (struct str){0};
}

static const struct block *cell_at(const struct block *row, size_t column)
{
    const struct block *cell = row->first;
    while (cell && column-- > 0)
        cell = cell->next;
    return cell;
}

/* The role of the first word of a head that has one: "Result (after)", "Baseline, ms". */
static enum column_role role_of(struct arena *a, struct str head)
{
    struct str rest = str_lower(a, head);
    while (rest.p) {
        struct str word = str_cut(&rest, ' ');
        while (word.n && strchr("(),:*", word.p[0]))
            word = str_sub(word, 1, word.n);
        while (word.n && strchr("(),:*", word.p[word.n - 1]))
            word.n--;
        for (size_t i = 0; word.n && i < countof(heads); i++)
            if (word_fits(word, heads[i].names))
                return heads[i].role;
    }
    return COLUMN_OTHER;
}

static bool read_roles(struct view *v, const struct block *table)
{
    const struct block *head = table->first;
    if (!head || !head->header)
        return false;
    for (const struct block *cell = head->first; cell; cell = cell->next) {
        if (v->columns == COLUMNS_MAX)
            return false;
        v->heads[v->columns] = inlines_text(v->a, cell->inlines);
        v->roles[v->columns] = role_of(v->a, v->heads[v->columns]);
        v->columns++;
    }
    return v->columns >= 2;
}

/* The first column with the role, `columns` where there is none. */
static size_t column_of(const struct view *v, enum column_role role)
{
    size_t i = 0;
    while (i < v->columns && v->roles[i] != role)
        i++;
    return i;
}

static bool begins_with_number(struct str text, struct str lang)
{
    struct quantity q;
    return quantity_at(text, 0, lang, &q);
}

/* "Rev B", "v2", "Sprint 9", "2023": what is counted, 0 where it is none of these, and which. */
struct edition {
    struct str word;
    long which;
};

static struct edition edition_of(struct arena *a, struct str head)
{
    static const char counted[] =
        "rev rev. revision version v release iteration round sprint "
        "gen generation build prototype week month quarter q year "
        "revisión revisione versión versione monat woche jahr mois";
    struct str text = str_lower(a, str_trim(head));
    size_t from = text.n;
    while (from > 0 && text.p[from - 1] >= '0' && text.p[from - 1] <= '9')
        from--;
    bool letter = from == text.n && text.n > 2 && text.p[text.n - 2] == ' ';
    from -= letter;
    struct edition e = {str_trim(str_sub(text, 0, from)), 0};
    for (size_t i = from; i < text.n && text.n - from <= 4; i++)
        e.which = letter ? text.p[i] - 'a' + 1 : e.which * 10 + (text.p[i] - '0');
    bool year = e.word.n == 0 && e.which >= 1990 && e.which <= 2100;
    bool known = year || (e.word.n > 0 && word_fits(e.word, counted));
    return known && e.which > 0 ? e : (struct edition){{0}, 0};
}

/* Rows that are measured in different units are different measures. */
static bool rows_differ(const struct view *v, const struct block *table, size_t column)
{
    struct quantity first, q;
    bool any = false;
    for (const struct block *row = table->first; row; row = row->next) {
        struct str cell = row->header ? S("") : cell_text(v->a, row, column);
        if (cell.n == 0 || !quantity_at(cell, 0, lexicon_lang(v->lex), &q))
            continue;
        if (any && q.dim != first.dim)
            return true;
        first = any ? first : q;
        any = true;
    }
    return false;
}

/* "Quantity | Rev A | Rev B" is before and after as well. */
static void read_editions(struct view *v, const struct block *table)
{
    bool told =
        column_of(v, COLUMN_BEFORE) < v->columns || column_of(v, COLUMN_AFTER) < v->columns;
    if (told || v->columns < 3 || v->roles[1] != COLUMN_OTHER ||
        v->roles[2] != COLUMN_OTHER)
        return;
    struct edition one = edition_of(v->a, v->heads[1]), two = edition_of(v->a, v->heads[2]);
    bool last = v->columns == 3 || v->roles[3] == COLUMN_CHANGE;
    if (one.which == 0 || two.which <= one.which || !str_eq(one.word, two.word) || !last ||
        !rows_differ(v, table, 2))
        return;
    v->roles[1] = COLUMN_BEFORE;
    v->roles[2] = COLUMN_AFTER;
    v->heads[1] = v->heads[2] = S(""); /* what they share measures nothing */
}

/* What is measured, where the heads say it and the rows are slices: "F1 before | F1 after". */
static struct str measure_of(struct view *v, size_t before, size_t after)
{
    struct str one = str_trim(v->heads[before]), other = str_trim(v->heads[after]);
    size_t same = 0, end = 0;
    while (same < one.n && same < other.n && one.p[same] == other.p[same]) {
        same++;
        if (one.p[same - 1] == ' ' || one.p[same - 1] == ',' || one.p[same - 1] == '(')
            end = same;
    }
    while (end > 0 && strchr(" ,(", one.p[end - 1]))
        end--;
    if (v->roles[0] == COLUMN_NAME)
        return (struct str){0};
    return str_sub(one, 0, end);
}

/* What a head says behind its first comma or bracket: ", %" of "Before, %". */
static struct str unit_of(struct str head)
{
    size_t at = 0;
    while (at < head.n && head.p[at] != ',' && head.p[at] != '(')
        at++;
    return str_trim(str_sub(head, at, head.n));
}

/* One unit in both heads measures one thing, so the rows are slices: "Before, % | After, %". */
static bool shares_unit(const struct view *v, size_t before, size_t after)
{
    struct str unit = unit_of(v->heads[before]);
    return v->roles[0] != COLUMN_NAME && unit.n > 0 &&
           str_eq(unit, unit_of(v->heads[after]));
}

/* A row over all slices. */
static bool is_total(struct arena *a, struct str name)
{
    return word_fits(str_lower(a, name), totals);
}

/* Row "p95 latency | 214 ms | 78 ms". One slice of many is no headline; all of them are. */
static void before_after(struct view *v, const struct block *row, size_t before,
                         size_t after)
{
    struct str name = cell_text(v->a, row, 0), measure = measure_of(v, before, after);
    if ((measure.n || shares_unit(v, before, after)) && !is_total(v->a, name))
        return;
    size_t change = column_of(v, COLUMN_CHANGE);
    struct str from = cell_text(v->a, row, before), to = cell_text(v->a, row, after);
    const struct block *cell = cell_at(row, after);
    if (!cell || !begins_with_number(from, lexicon_lang(v->lex)) ||
        !begins_with_number(to, lexicon_lang(v->lex)))
        return;
    struct metric m =
        metric_read(v->a, v->lex, str_fmt(v->a, "%.*s → %.*s", STR(from), STR(to)));
    if (m.value.n == 0)
        return;
    struct metric_hand hand = {measure.n ? measure : name, from, to, {0}, {0}};
    m.good = VERDICT_UNKNOWN;
    metric_set(v->a, &m, &hand, v->lex);
    m.value = to;
    struct str gain = change < v->columns ? cell_text(v->a, row, change) : (struct str){0};
    struct metric told = metric_read(v->a, v->lex, gain);
    if (told.value.n && told.direction == m.direction) {
        m.value = told.value;
        m.number = told.number;
        m.unit = told.unit;
    }
    m.sentence = str_trim(block_text(v->a, row));
    m.span = cell->span;
    m.section = v->place->index;
    m.rank = metric_rank(&m, v->place->section, false);
    vec_push(v->a, &v->out->list, m);
}

/* All numbers of a cell, with a name for those that have none. */
static void read_cell(struct view *v, const struct block *row, size_t column,
                      struct str label)
{
    const struct block *cell = cell_at(row, column);
    if (!cell)
        return;
    struct metric_place place = *v->place;
    place.trust = TRUST_CELL;
    place.label = label;
    struct phrase p = phrase_of(v->a, flat_of(v->a, cell->inlines), v->lex);
    size_t first = v->out->list.n;
    metric_find_in(&p, &place, v->out);
    for (size_t i = first; label.n && i < v->out->list.n; i++) {
        struct metric *m = &v->out->list.at[i];
        struct metric_hand hand = {.label = label};
        metric_set(v->a, m, &hand, v->lex);
    }
}

static void read_row(struct view *v, const struct block *row)
{
    size_t before = column_of(v, COLUMN_BEFORE), after = column_of(v, COLUMN_AFTER);
    size_t value = column_of(v, COLUMN_VALUE), outcome = column_of(v, COLUMN_OUTCOME);
    bool named = v->roles[0] == COLUMN_NAME || v->roles[0] == COLUMN_OTHER;
    if (named && before < v->columns && after < v->columns)
        before_after(v, row, before, after);
    else if (v->roles[0] == COLUMN_NAME && value < v->columns)
        read_cell(v, row, value, cell_text(v->a, row, 0));
    else if (v->roles[0] == COLUMN_NAME && v->columns == 2)
        read_cell(v, row, 1, cell_text(v->a, row, 0));
    else if (outcome < v->columns)
        read_cell(v, row, outcome, (struct str){0});
}

/* A benchmark compares systems: its bold numbers are the best of a column, not outcomes. So only
 * tables count whose heads say that they tell outcomes. */
void metric_find_in_table(struct arena *a, const struct block *table,
                          const struct metric_place *place, const struct lexicon *lex,
                          struct metrics *out)
{
    struct view v = {.a = a, .place = place, .lex = lex, .out = out};
    if (metric_ground(place->section) == GROUND_NONE || !read_roles(&v, table))
        return;
    read_editions(&v, table);
    for (const struct block *row = table->first; row; row = row->next)
        if (!row->header)
            read_row(&v, row);
}
