/* SPDX-License-Identifier: MIT */
/* unit/model/diagram_mermaid.c — Mermaid flowcharts. */
#include "model/diagram_case.h"

#include "base/vec.h"

/* clang-format off */
static const struct diagram_case flowcharts[] = {
    {"```mermaid\n"
     "graph TD\n"
     "    A[\"Document upload\"] --> B[\"LangChain document loader\"]\n"
     "```",
     "Document upload | LangChain document loader ; 1>2 ; down chain"},
    {"```mermaid\n"
     "flowchart LR\n"
     "    B & C --> D[\"Node Feature Matrix\\nPageRank · degree · community · genre\"]\n"
     "```",
     "B | C | Node Feature Matrix\\nPageRank · degree · community · genre ; 1>3 2>3 ;"},
    {"```mermaid\n"
     "flowchart TD\n"
     "    C -->|Tier 1 / 2 / 3| D[Router]\n"
     "    E[routing_config.yaml] -.read by.-> D\n"
     "    D --> F{Which provider?}\n"
     "    I --> J[(Request log: SQLite locally,<br/>Postgres in production)]\n"
     "```",
     "C | Router | routing_config.yaml | Which provider?=decision | I | Request log: SQLite locally,\\nPostgres in production=store ; 1>2:Tier 1 / 2 / 3 ~3>2:read by 2>4 5>6 ; down"},
    {"```mermaid\n"
     "graph LR\n"
     "hybrid --> rerank --> agent\n"
     "```",
     "hybrid | rerank | agent ; 1>2 2>3 ; chain"},
    {"```mermaid\n"
     "flowchart TB\n"
     "B -->|Suspicious or<br/>confirmed alerts| C[Investigation Agent<br/>Dynamic evidence gathering:<br/>query → correlate → assess]\n"
     "```",
     "B | Investigation Agent\\nDynamic evidence gathering:\\nquery → correlate → assess ; 1>2:Suspicious or\\nconfirmed alerts ; down chain"},
    {"```mermaid\n"
     "Candidate generation --> Ranking --> Re-ranking\n"
     "```",
     "Candidate generation | Ranking | Re-ranking ; 1>2 2>3 ; chain"},
    {"```mermaid\n"
     "%%{init: {'theme':'base', 'themeVariables': {'primaryColor': '#fff'}}}%%\n"
     "graph TD\n"
     "  A --> B\n"
     "```",
     "A | B ; 1>2 ; down chain"},
    {"```mermaid\n"
     "flowchart LR\n"
     "  a(round) --> b([stadium]) --> c((circle)) --> d{{hex}} --> e[[sub]] --> f[/par/] --> g>flag] --> h{choice}\n"
     "```",
     "round=round | stadium=round | circle=round | hex | sub | par | flag | choice=decision ; 1>2 2>3 3>4 4>5 5>6 6>7 7>8 ; chain"},
    {"```mermaid\n"
     "flowchart LR\n"
     "  A --- B\n"
     "  B -.-> C\n"
     "  C ==> D\n"
     "  D <--> E\n"
     "  E --x F\n"
     "  F --o G\n"
     "  G ~~~ H\n"
     "  H -- text --> I\n"
     "  I == thick ==> J\n"
     "  J -. dots .-> K\n"
     "  K <-.-> L\n"
     "  L -->|\"quoted | bar\"| M\n"
     "```",
     "A | B | C | D | E | F | G | H | I | J | K | L | M ; 1-2 ~2>3 3>4 4=5 5>6 6>7 8>9:text 9>10:thick ~10>11:dots ~11=12 12>13:quoted | bar ;"},
    {"```mermaid\n"
     "flowchart TB\n"
     "  subgraph online [Online path]\n"
     "    direction LR\n"
     "    G[Gateway] --> M[Model]\n"
     "    subgraph \"Cache layer\"\n"
     "      R[(Redis)]\n"
     "    end\n"
     "  end\n"
     "  U[User] --> online\n"
     "  M --> R\n"
     "```",
     "Gateway*1 | Model*1 | Redis=store*2 | User ; 1>2 4>1 2>3 ; down (Online path) (Cache layer in 1)"},
    {"```mermaid\n"
     "flowchart LR\n"
     "  A:::hot --> B\n"
     "  classDef hot fill:#f00,stroke:#333\n"
     "  class B hot\n"
     "  style A fill:#fff\n"
     "  linkStyle 0 stroke:red\n"
     "  click A \"https://example.org\"\n"
     "  %% a comment\n"
     "```",
     "A | B ; 1>2 ; chain"},
    {"```mermaid\n"
     "flowchart LR; A[One]-->B[Two];B-->C[Three]\n"
     "```",
     "One | Two | Three ; 1>2 2>3 ; chain"},
    {"```mermaid\n"
     "flowchart RL\n"
     "  post-process --> api.v2\n"
     "  用户 --> api.v2\n"
     "```",
     "post-process | api.v2 | 用户 ; 1>2 3>2 ; left"},
    {"```mermaid\n"
     "flowchart BT\n"
     "  A@{ shape: cyl, label: \"Feature store\" } --> B@{ shape: diamond, label: \"Ready?\" }\n"
     "```",
     "Feature store=store | Ready?=decision ; 1>2 ; up chain"},
    {"```mermaid\n"
     "---\n"
     "title: Ticket flow\n"
     "---\n"
     "flowchart LR\n"
     "  A[\"He said #quot;hi#quot; &amp; left\"] --> B[\"`**Bold** text`\"]\n"
     "  B --> C[fa:fa-user User]\n"
     "```",
     "He said \"hi\" & left | Bold text | User ; 1>2 2>3 ; chain caption=Ticket flow"},
    {"```mermaid\n"
     "sequenceDiagram\n"
     "  A->>B: hello\n"
     "```",
     "prose"},
    {"```mermaid\n"
     "stateDiagram-v2\n"
     "  [*] --> Idle\n"
     "```",
     "prose"},
    {"```mermaid\n"
     "graph\n"
     "  A-->A\n"
     "  A-->B-->A\n"
     "  C[Same] --> D[Same]\n"
     "```",
     "A | B | Same | Same ; 1>1 1>2 2>1 3>4 ; down"},
    {"```mermaid\n"
     "flowchart LR\n"
     "  A[ok] --> B[not closed\n"
     "  C --> D\n"
     "```",
     "ok | C | D ; 2>3 ; rest=A[ok] --> B[not closed"},
    {"```mermaid\n"
     "flowchart LR\n"
     "  e1@A e1@--> B\n"
     "  A --> B & C & D --> E\n"
     "```",
     "e1 | A | B | C | D | E ; 2>3 2>4 2>5 3>6 4>6 5>6 ; rest=e1@A e1@--> B"},
    {"```mermaid\n"
     "flowchart LR\n"
     "    API[API (v2)] --> DB[(\"Users & Orders\")]\n"
     "    API-->|\"reads/writes\"|DB\n"
     "    API --> LOG[\"Logs;metrics\"]\n"
     "```",
     "API (v2) | Users & Orders=store | Logs;metrics ; 1>2 1>2:reads/writes 1>3 ;"},
    {"```mermaid\n"
     "graph TD\n"
     "\tClient-->Gateway\n"
     "\tGateway-->|yes|Model\n"
     "\tGateway-->|no|Reject((Stop))\n"
     "\tModel-->Store[(Feature<br>Store)]\n"
     "```",
     "Client | Gateway | Model | Stop=round | Feature\\nStore=store ; 1>2 2>3:yes 2>4:no 3>5 ; down"},
    {"```mermaid\n"
     "flowchart TD\n"
     "    %% nodes\n"
     "    A[Start] --> B{Is it?}\n"
     "    B -- Yes --> C[OK]\n"
     "    B -- No ----> E[End]\n"
     "    C --> D[Rethink]\n"
     "    D --> B\n"
     "```",
     "Start | Is it?=decision | OK | End | Rethink ; 1>2 2>3:Yes 2>4:No 3>5 5>2 ; down"},
    {"A[\"Document upload\"] --> B[\"LangChain document loader\"]",
     "Document upload | LangChain document loader ; 1>2 ; down chain"},
    {"```\n"
     "graph LR\n"
     "  A --> B\n"
     "```",
     "A | B ; 1>2 ; chain"},
    {"```mermaid\n"
     "```",
     "prose"},
    {"```mermaid\n"
     "flowchart LR\n"
     "```",
     "prose"},
};
/* clang-format on */

TEST(diagram_reads_mermaid)
{
    check_diagrams(flowcharts, countof(flowcharts), "Architecture", SECTION_ARCHITECTURE);
}

/* The findings that a text under an architecture heading provokes, such as "M0501 3:1". */
static struct str findings(struct arena *a, const char *text)
{
    struct diags d = diags_at(a, S("case.md"));
    graph_under(a, "Architecture", text, SECTION_ARCHITECTURE, &d);
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < d.list.n; i++)
        strbuf_fmt(&b, "%s%s %u:%u", i ? ", " : "", diag_row(d.list.at[i].code)->id,
                   d.list.at[i].span.line, d.list.at[i].span.column);
    return strbuf_str(&b);
}

TEST(diagram_tells_what_mermaid_has_and_recto_has_not)
{
    struct arena *a = test_arena();
    CHECK_STR(findings(a, "```mermaid\nflowchart LR\n  A --> B\n```"), "");
    CHECK_STR(findings(a, "```mermaid\npie title Pets\n  \"Dogs\": 3\n```"), "M0502 3:1");
    CHECK_STR(findings(a, "```mermaid\nflowchart LR\n  A -->\n  B --> C\n```"),
              "M0503 5:3");
    CHECK_STR(findings(a, "```mermaid\nflowchart LR\n  A --> B\n  style A fill:#fff\n```"),
              "M0504 3:1");
}

/* A chain of `n` nodes in one fence, an edge a line. */
static const char *long_flowchart(struct arena *a, int n)
{
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, S("```mermaid\nflowchart LR\n"));
    for (int i = 1; i < n; i++)
        strbuf_fmt(&b, "  N%d --> N%d\n", i, i + 1);
    strbuf_put(&b, S("```"));
    return str_cstr(a, strbuf_str(&b));
}

TEST(diagram_warns_above_thirty_nodes)
{
    struct arena *a = test_arena();
    CHECK_STR(findings(a, long_flowchart(a, 30)), "");
    CHECK_STR(findings(a, long_flowchart(a, 60)), "M0501 3:1");
}

TEST(diagram_gives_up_beyond_its_limits)
{
    struct arena *a = test_arena();
    struct diags d = diags_at(a, S("case.md"));
    const char *text = long_flowchart(a, 301);
    CHECK_STR(graph_under(a, "Architecture", text, SECTION_ARCHITECTURE, &d), "prose");
}

TEST(diagram_knows_where_its_nodes_stand)
{
    struct arena *a = test_arena();
    struct diags d = diags_at(a, S("case.md"));
    struct str all = S("## Architecture\n\n[A] → [Größe] → **C** (↔ Store)\n"), rest;
    const struct source *source = source_parse(a, S("case.md"), all, &d);
    struct graph g;
    CHECK_INT(
        diagram_read(a, source->root->first->next, SECTION_ARCHITECTURE, &g, &rest, &d), 1);
    CHECK_INT(g.nodes.n, 4);
    CHECK_INT(g.nodes.at[0].span.line, 3);
    CHECK_INT(g.nodes.at[0].span.column, 1);
    CHECK_INT(g.nodes.at[1].span.column, 9);
    CHECK_INT(g.nodes.at[2].span.column, 25);
    CHECK_STR(g.nodes.at[3].id, "n4");
    CHECK_STR(g.source, "[A] → [Größe] → C (↔ Store)");
}

TEST(diagram_takes_the_blocks_that_arrows_join)
{
    struct arena *a = test_arena();
    struct diags d = diags_at(a, S("case.md"));
    struct str all = S("## Architecture\n\nClient\n\n↓\n\nGateway\n\nMore text.\n"), rest;
    const struct source *source = source_parse(a, S("case.md"), all, &d);
    struct graph g;
    CHECK_INT(
        diagram_read(a, source->root->first->next, SECTION_ARCHITECTURE, &g, &rest, &d), 3);
    CHECK_STR(rest, "");
    CHECK_INT(g.span.line, 3);
    CHECK_INT(g.span.end_line, 7);
}

static struct str sentence(struct arena *a, const char *text)
{
    struct diags d = diags_at(a, S("case.md"));
    struct str all = str_fmt(a, "## Architecture\n\n%s\n", text), rest;
    const struct source *source = source_parse(a, S("case.md"), all, &d);
    struct graph g;
    diagram_read(a, source->root->first->next, SECTION_ARCHITECTURE, &g, &rest, &d);
    return graph_sentence(a, &g);
}

TEST(diagram_is_said_in_a_sentence)
{
    struct arena *a = test_arena();
    CHECK_STR(sentence(a, "[Client/UI] → [Gateway] → [Model] (↔ Feature Store)"),
              "Client/UI to Gateway to Model; Model both ways to Feature Store.");
    CHECK_STR(sentence(a, "A ← B ⇄ C -- retry --> A"),
              "A from B both ways to C to A (retry).");
    CHECK_STR(sentence(a, "```mermaid\nflowchart LR\nA --> B & C\nB --- D\nE\n```"),
              "A to B linked to D; A to C; E.");
    CHECK_STR(sentence(a, "[A<br>B] → [C]"), "A B to C.");
    CHECK_STR(
        sentence(a, "```mermaid\nflowchart LR\nA --> A\nA -.-> B\nB -. retry .-> A\n```"),
        "A to itself to B (dashed) to A (retry, dashed).");
    CHECK_STR(sentence(a, "```mermaid\nflowchart LR\nsubgraph Outer\nA --> B\n"
                          "subgraph Inner\nC\nend\nend\nB --> C\n```"),
              "A to B to C; in Outer: A, B, Inner; in Inner: C.");
}

/* The nodes of a Mermaid flowchart: `*` before the key one, the note behind a bar. */
static struct str mermaid_nodes(struct arena *a, const char *line)
{
    struct diags d = diags_at(a, S("case.md"));
    struct str all = str_fmt(a, "```mermaid\nflowchart LR\n%s\n```\n", line), rest;
    const struct source *source = source_parse(a, S("case.md"), all, &d);
    struct graph g = {.direction = GRAPH_RIGHT};
    struct strbuf b = strbuf_at(a);
    diagram_read(a, source->root->first, SECTION_ARCHITECTURE, &g, &rest, &d);
    for (size_t i = 0; i < g.nodes.n; i++) {
        const struct node *n = &g.nodes.at[i];
        strbuf_fmt(&b, "%s%s%.*s", i > 0 ? "; " : "", n->key ? "*" : "", STR(n->label));
        if (n->note.n > 0)
            strbuf_fmt(&b, " | %.*s", STR(n->note));
    }
    return strbuf_str(&b);
}

TEST(diagram_takes_bold_and_small_words_of_mermaid)
{
    struct arena *a = test_arena();
    static const char *const rows[][2] = {
        {"A[\"**Reader**\"] --> B[Log]",                        "*Reader; Log"         },
        {"A[\"<b>Reader</b>\"] --> B[Log]",                     "*Reader; Log"         },
        {"A[\"`**Reader**`\"] --> B[Log]",                      "*Reader; Log"         },
        {"A[\"**Reader**\"] --> B[**Log**]",                    "Reader; Log"          },
        {"A[\"a **b** c\"] --> B[Log]",                         "a **b** c; Log"       },
        {"A[Reader]:::key --> B[\"**Log**\"]",                  "*Reader; Log"         },
        {"A[\"Reader<br><small>8B, int8</small>\"] --> B",      "Reader | 8B, int8; B" },
        {"A[\"<b>Reader</b><br/><i>8B<br>int8</i>\"] --> B",    "*Reader | 8B\nint8; B"},
        {"A[\"Feature<br>Store\"] --> B[\"<small>x</small>\"]", "Feature\nStore; x"    },
        {"A[\"a <small>b</small>\"] --> B[\"a<br><small>b\"]",  "a b; a\nb"            },
    };
    for (size_t i = 0; i < countof(rows); i++) {
        struct str got = mermaid_nodes(a, rows[i][0]);
        CHECK_STR(got, rows[i][1]);
    }
}

TESTS(diagram_reads_mermaid, diagram_takes_bold_and_small_words_of_mermaid,
      diagram_tells_what_mermaid_has_and_recto_has_not, diagram_warns_above_thirty_nodes,
      diagram_gives_up_beyond_its_limits, diagram_knows_where_its_nodes_stand,
      diagram_takes_the_blocks_that_arrows_join, diagram_is_said_in_a_sentence)
