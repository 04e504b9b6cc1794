/* SPDX-License-Identifier: MIT */
/* unit/model/diagram_drawing.c — layers, trees, lists, tables and box art. */
#include "model/diagram_case.h"

#include "base/vec.h"

/* clang-format off */
static const struct diagram_case drawings[] = {
    {"```\n"
     "Client\n"
     "├─► FastAPI ──► SQLite (runs, suites, orgs)\n"
     "└─► Worker ──► online_eval_queue (warn-only)\n"
     "```",
     "Client | FastAPI | SQLite (runs, suites, orgs) | Worker | online_eval_queue (warn-only) ; 1>2 2>3 1>4 4>5 ;"},
    {"```\n"
     "├─► FastAPI ──► SQLite (runs, suites, orgs)\n"
     "└─► Worker ──► online_eval_queue (warn-only)\n"
     "```",
     "FastAPI | SQLite (runs, suites, orgs) | Worker | online_eval_queue (warn-only) ; 1>2 3>4 ;"},
    {"```\n"
     "Raw logs ──▶ Kafka ──▶ Flink ──▶ Feature Store\n"
     "                         │\n"
     "                         └──▶ Iceberg ──▶ Training\n"
     "```",
     "Raw logs | Kafka | Flink | Feature Store | Iceberg | Training ; 1>2 2>3 3>4 3>5 5>6 ;"},
    {"```\n"
     "Gateway\n"
     "  ├──► Auth\n"
     "  │      └──► Users DB\n"
     "  └──► Router\n"
     "         ├──► Small model\n"
     "         └──► Large model\n"
     "```",
     "Gateway | Auth | Users DB | Router | Small model | Large model ; 1>2 2>3 1>4 4>5 4>6 ;"},
    {"```\n"
     "Gateway\n"
     "  |--> Auth\n"
     "  |--> Router --> Model\n"
     "  `--> Audit log\n"
     "```",
     "Gateway | Auth | Router | Model | Audit log ; 1>2 1>3 3>4 1>5 ;"},
    {"```\n"
     "Router\n"
     " ├─ yes ─► Cache\n"
     " └─ no ──► Model\n"
     "```",
     "Router | Cache | Model ; 1>2:yes 1>3:no ;"},
    {"```\n"
     "ingest (pdf/image/video/audio) → multimodal chunking → embeddings\n"
     "↓\n"
     "pgvector (or Weaviate) ← hybrid (dense + BM25 + RRF)\n"
     "```",
     "ingest (pdf/image/video/audio) | multimodal chunking | embeddings | pgvector (or Weaviate) | hybrid (dense + BM25 + RRF) ; 1>2 2>3 4<5 3>4 ; down"},
    {"```\n"
     "FastAPI REST + SSE  ·  gRPC streaming  ·  Strawberry GraphQL\n"
     "                        ↓\n"
     "LangGraph agent:  Router → retrieve → generate → critique → refine.\n"
     "```",
     "FastAPI REST + SSE | gRPC streaming | Strawberry GraphQL | Router*1 | retrieve*1 | generate*1 | critique*1 | refine*1 ; 4>5 5>6 6>7 7>8 1>4 2>4 3>4 ; down (LangGraph agent)"},
    {"```\n"
     "Client\n"
     "  ↓\n"
     "Gateway\n"
     "  ↓\n"
     "Model\n"
     "```",
     "Client | Gateway | Model ; 1>2 2>3 ; down chain"},
    {"```\n"
     "Client\n"
     "  |\n"
     "  | HTTPS\n"
     "  v\n"
     "Gateway\n"
     "  |\n"
     "  v\n"
     "Model\n"
     "```",
     "Client | Gateway | Model ; 1>2:HTTPS 2>3 ; down chain"},
    {"```\n"
     "Client\n"
     "  ↓ HTTPS\n"
     "Gateway\n"
     "  ↕\n"
     "Cache\n"
     "```",
     "Client | Gateway | Cache ; 1>2:HTTPS 2=3 ; down chain"},
    {"```\n"
     "FastAPI gateway\n"
     "(auth, rate limit)\n"
     "      ▼\n"
     "Model server\n"
     "```",
     "FastAPI gateway\\n(auth, rate limit) | Model server ; 1>2 ; down chain"},
    {"```\n"
     "Client\n"
     "  ↓\n"
     "Gateway\n"
     " ↓     ↓\n"
     "Auth   Model\n"
     "```",
     "Client | Gateway | Auth | Model ; 1>2 2>3 2>4 ; down"},
    {"```\n"
     "User Query → Embedding → Vector Search → Top-K Chunks\n"
     "                                             ↓\n"
     "                          LLM ← Prompt Template\n"
     "                           ↓\n"
     "                        Answer\n"
     "```",
     "User Query | Embedding | Vector Search | Top-K Chunks | LLM | Prompt Template | Answer ; 1>2 2>3 3>4 5<6 4>6 5>7 ; down"},
    {"Client\n"
     "\n"
     "↓\n"
     "\n"
     "Gateway\n"
     "\n"
     "↓ embeddings\n"
     "\n"
     "Model",
     "Client | Gateway | Model ; 1>2 2>3:embeddings ; down chain"},
    {"Client\n"
     "↓\n"
     "Gateway\n"
     "↓\n"
     "Model",
     "Client | Gateway | Model ; 1>2 2>3 ; down chain"},
    {"```\n"
     "[Client] --> [Gateway] --> [Model]\n"
     "                |             |\n"
     "                v             v\n"
     "             [Cache]       [Logs]\n"
     "```",
     "Client | Gateway | Model | Cache | Logs ; 1>2 2>3 2>4 3>5 ;"},
    {"```\n"
     "┌─────────────────┐    ┌──────────────────┐    ┌─────────────────────┐\n"
     "│   Web page      │    │   Backend        │    │   Google Cloud      │\n"
     "│   (HTML/CSS/JS) │───▶│   (Python Flask) │───▶│   (Vision API)      │\n"
     "└─────────────────┘    └──────────────────┘    └─────────────────────┘\n"
     "```",
     "Web page\\n(HTML/CSS/JS) | Backend\\n(Python Flask) | Google Cloud\\n(Vision API) ; 1>2 2>3 ; chain"},
    {"```\n"
     "│   (HTML/CSS/JS) │───▶│   (Python Flask) │───▶│   (Vision API)      │\n"
     "```",
     "(HTML/CSS/JS) | (Python Flask) | (Vision API) ; 1>2 2>3 ; chain"},
    {"```\n"
     "┌──────────────────────────────────────────────┐\n"
     "│        PRESENTATION LAYER                    │\n"
     "│  ┌──────────┐   ┌──────────┐   ┌──────────┐  │\n"
     "│  │ Web App  │   │ Mobile   │   │ Admin    │  │\n"
     "│  └────┬─────┘   └────┬─────┘   └────┬─────┘  │\n"
     "└───────┼──────────────┼──────────────┼────────┘\n"
     "        │              │              │\n"
     "        └──────────────┼──────────────┘\n"
     "                       │ WebSocket (real-time)\n"
     "                       ▼\n"
     "             ┌─────────────────┐\n"
     "             │   API Gateway   │\n"
     "             └────────┬────────┘\n"
     "                      │\n"
     "      ┌───────────────┼───────────────┐\n"
     "      ▼               ▼               ▼\n"
     " ┌─────────┐    ┌──────────┐    ┌──────────┐\n"
     " │ Auth    │    │ Coaching │    │ Billing  │\n"
     " └─────────┘    └────┬─────┘    └──────────┘\n"
     "                     │\n"
     "                     ▼\n"
     "┌───────────────────────────────────────────────────────────┐\n"
     "│ AI PIPELINE                                               │\n"
     "│ Audio → STT (AssemblyAI) → NLP Analysis → Coaching Engine │\n"
     "└───────────────────────────────────────────────────────────┘\n"
     "```",
     "Web App*1 | Mobile*1 | Admin*1 | API Gateway | Auth | Coaching | Billing | Audio*2 | STT (AssemblyAI)*2 | NLP Analysis*2 | Coaching Engine*2 ; 8>9 9>10 10>11 1>4:WebSocket (real-time) 3>4 2>4 4>5 4>6 4>7 6>8 ; down (PRESENTATION LAYER) (AI PIPELINE)"},
    {"```\n"
     "                 ┌──────────────┐\n"
     "                 │   Frontend   │\n"
     "                 │   (React)    │\n"
     "                 └──────┬───────┘\n"
     "                        │ REST\n"
     "                 ┌──────▼───────┐      ┌────────────┐\n"
     "                 │   Backend    │─────►│  Postgres  │\n"
     "                 └──────┬───────┘      └────────────┘\n"
     "                        │\n"
     "            ┌───────────┴──────────┐\n"
     "            │                      │\n"
     "     ┌──────▼──────┐        ┌──────▼──────┐\n"
     "     │  Worker A   │        │  Worker B   │\n"
     "     └─────────────┘        └─────────────┘\n"
     "```",
     "Frontend\\n(React) | Backend | Postgres | Worker A | Worker B ; 1>2:REST 2>3 2>4 2>5 ; down"},
    {"```\n"
     "  +-----------+        HTTP        +-----------+\n"
     "  |  Browser  | <----------------> |   Nginx   |\n"
     "  +-----------+                    +-----+-----+\n"
     "                                         |\n"
     "                                         | proxy\n"
     "                                         v\n"
     "                                   +-----------+\n"
     "                                   |   App     |\n"
     "                                   +-----------+\n"
     "```",
     "Browser | Nginx | App ; 1=2:HTTP 2>3:proxy ; chain"},
    {"```\n"
     "+--------+      +---------+      +-------+\n"
     "| Client | ---> | Gateway | ---> | Model |\n"
     "+--------+      +---------+      +-------+\n"
     "                     |               |\n"
     "                     v               v\n"
     "                +---------+      +-------+\n"
     "                |  Cache  |      | Logs  |\n"
     "                +---------+      +-------+\n"
     "```",
     "Client | Gateway | Model | Cache | Logs ; 1>2 2>3 2>4 3>5 ;"},
    {"```\n"
     "╔═══════════╗      ╭──────────╮\n"
     "║  Ingest   ║ ───▶ │  Store   │\n"
     "╚═══════════╝      ╰──────────╯\n"
     "```",
     "Ingest | Store ; 1>2 ; chain"},
    {"```\n"
     "┌─ Offline ───────────────────┐\n"
     "│ ┌────────┐      ┌─────────┐ │      ┌──────────┐\n"
     "│ │ Ingest │─────▶│ Train   │─┼─────▶│ Registry │\n"
     "│ └────────┘      └─────────┘ │      └──────────┘\n"
     "└─────────────────────────────┘\n"
     "```",
     "Ingest*1 | Train*1 | Registry ; 1>2 2>3 ; (Offline)"},
    {"```\n"
     "Client ──┐\n"
     "         ├──► Gateway ──► Model\n"
     "Admin ───┘\n"
     "```",
     "Client | Gateway | Model | Admin ; 1>2 4>2 2>3 ;"},
    {"```\n"
     "                ┌──► Small model ──┐\n"
     "Router ─────────┤                  ├──► Post-process\n"
     "                └──► Large model ──┘\n"
     "```",
     "Small model | Router | Post-process | Large model ; 2>4 2>1 1>3 4>3 ;"},
    {"```\n"
     "User ──HTTP──► ┌─────┐\n"
     "               │ API │ ◄──► Redis\n"
     "               └─────┘\n"
     "```",
     "User | API | Redis ; 1>2:HTTP 2=3 ; chain"},
    {"```\n"
     "┌────────┐\n"
     "│  Top   │\n"
     "└────────┘\n"
     "\n"
     "┌────────┐\n"
     "│ Bottom │\n"
     "└────────┘\n"
     "```",
     "prose"},
    {"```\n"
     "┌──────┬───────┐\n"
     "│ id   │ name  │\n"
     "├──────┼───────┤\n"
     "│ 1    │ Alice │\n"
     "└──────┴───────┘\n"
     "```",
     "prose"},
    {"```\n"
     "┌───────────────┐  1. upload   ┌──────────────┐\n"
     "│ Browser       │ ───────────▶ │ API          │\n"
     "└───────────────┘              └──────────────┘\n"
     "        ▲                             │\n"
     "        │ 3. result                   │ 2. job\n"
     "        │                             ▼\n"
     "┌───────────────┐              ┌──────────────┐\n"
     "│ Results store │ ◀─────────── │ Worker       │\n"
     "└───────────────┘              └──────────────┘\n"
     "```",
     "Browser | API | Results store | Worker ; 1>2:1. upload 3>1:3. result 2>4:2. job 4>3 ;"},
    {"```\n"
     "📱 Mobile App\n"
     "      │\n"
     "      ▼\n"
     "🌐 API Gateway ──▶ 🔐 Auth\n"
     "      │\n"
     "      ▼\n"
     "🗄️ Database\n"
     "```",
     "📱 Mobile App | 🌐 API Gateway | 🔐 Auth | 🗄️ Database ; 1>2 2>3 2>4 ; down"},
    {"```\n"
     "Online:\n"
     "  Client → Gateway → Model\n"
     "Offline:\n"
     "  Lake → Spark → Model\n"
     "```",
     "Client*1 | Gateway*1 | Model*1 | Lake*2 | Spark*2 ; 1>2 2>3 4>5 5>3 ; (Online) (Offline)"},
    {"- **Ingest:** S3 → Glue → Iceberg\n"
     "- **Serve:** Iceberg → Trino → Superset",
     "S3*1 | Glue*1 | Iceberg*1 | Trino*2 | Superset*2 ; 1>2 2>3 3>4 4>5 ; (Ingest) (Serve)"},
    {"- Client → Gateway\n"
     "- Gateway → Model\n"
     "- Model → Logs",
     "Client | Gateway | Model | Logs ; 1>2 2>3 3>4 ; chain"},
    {"- Client\n"
     "  - Gateway\n"
     "    - Auth service\n"
     "    - Model server",
     "Client | Gateway | Auth service | Model server ; 1>2 2>3 2>4 ; down"},
    {"| Client | → | Gateway | → | Model |\n"
     "|---|---|---|---|---|",
     "Client | Gateway | Model ; 1>2 2>3 ; chain"},
    {"```\n"
     "Sources        Processing         Serving\n"
     "-------        ----------         -------\n"
     "S3       ──▶   Spark        ──▶   API\n"
     "```",
     "prose"},
};
/* clang-format on */

TEST(diagram_reads_drawings)
{
    check_diagrams(drawings, countof(drawings), "Architecture", SECTION_ARCHITECTURE);
}

TESTS(diagram_reads_drawings)
