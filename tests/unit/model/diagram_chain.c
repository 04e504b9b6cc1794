/* SPDX-License-Identifier: MIT */
/* unit/model/diagram_chain.c — chains, with brackets and without, and what stands round them. */
#include "model/diagram_case.h"

#include "base/vec.h"

/* clang-format off */
static const struct diagram_case chains[] = {
    {"[Client/UI] → [Gateway] → [Retrieval] → [Model] → [Post-process] → [Metrics/Logs] (↔ Feature Store)",
     "Client/UI | Gateway | Retrieval | Model | Post-process | Metrics/Logs | Feature Store=store*side ; 1>2 2>3 3>4 4>5 5>6 6=7 ; chain"},
    {"[Interface Streamlit] → [Azure Functions API] → [Algorithme de recommandation]",
     "Interface Streamlit | Azure Functions API | Algorithme de recommandation ; 1>2 2>3 ; chain"},
    {"Document Upload -> Document Loader -> Text Splitter -> Vertex AI Embeddings -> Chroma -> Retriever -> Gemini -> Answer",
     "Document Upload | Document Loader | Text Splitter | Vertex AI Embeddings | Chroma | Retriever | Gemini | Answer ; 1>2 2>3 3>4 4>5 5>6 6>7 7>8 ; chain"},
    {"*Depth camera → skeletal tracking SDK → kinematics engine → rules/scoring service → dashboard/report export.*",
     "Depth camera | skeletal tracking SDK | kinematics engine | rules/scoring service | dashboard/report export ; 1>2 2>3 3>4 4>5 ; chain"},
    {"`client → router → engine`",
     "client | router | engine ; 1>2 2>3 ; chain"},
    {"**`API Gateway → Lambda (issue-url / download / reaper) → S3 + DynamoDB`**",
     "API Gateway | Lambda (issue-url / download / reaper) | S3 | DynamoDB ; 1>2 2>3 2>4 ;"},
    {"GlobalAveragePooling2D → Dropout(0.3) → Dense(num_classes, softmax)",
     "GlobalAveragePooling2D | Dropout(0.3) | Dense(num_classes, softmax) ; 1>2 2>3 ; chain"},
    {"**ingest → retrieve → ground → generate → evaluate →\n"
     "observe → serve → deploy**",
     "ingest | retrieve | ground | generate | evaluate | observe | serve | deploy ; 1>2 2>3 3>4 4>5 5>6 6>7 7>8 ; chain"},
    {"batch-input.tsv    →  batch-runner.sh  →  N × headless CLI workers",
     "batch-input.tsv | batch-runner.sh | N × headless CLI workers ; 1>2 2>3 ; chain"},
    {"DatasetSnapshot ──► EmbeddingArtifact ──► IndexArtifact",
     "DatasetSnapshot | EmbeddingArtifact | IndexArtifact ; 1>2 2>3 ; chain"},
    {"RAGAS · Phoenix traces · regression guard · drift detection · HITL feedback → DPO",
     "RAGAS | Phoenix traces | regression guard | drift detection | HITL feedback | DPO ; 1>6 2>6 3>6 4>6 5>6 ;"},
    {"Router → retrieve → generate → critique → refine.",
     "Router | retrieve | generate | critique | refine ; 1>2 2>3 3>4 4>5 ; chain"},
    {".dpor text program -> CLI parser -> model::Program -> scheduler -> explored schedules -> HB/race/deadlock analysis -> minimal replay -> CLI report/replay schedule",
     ".dpor text program | CLI parser | model::Program | scheduler | explored schedules | HB/race/deadlock analysis | minimal replay | CLI report/replay schedule ; 1>2 2>3 3>4 4>5 5>6 6>7 7>8 ; chain"},
    {"`theme.ts` (JS constants) ↔ `globals.css` (`--site-*` vars) ↔ Tailwind v4 `@theme inline` mapping",
     "theme.ts (JS constants) | globals.css (--site-* vars) | Tailwind v4 @theme inline mapping ; 1=2 2=3 ; chain"},
    {"request --> middleware --> route --> auth --> validate --> controller",
     "request | middleware | route | auth | validate | controller ; 1>2 2>3 3>4 4>5 5>6 ; chain"},
    {"Airspy on HP ProDesk -> `airspy_adsb` ->\n"
     "Dell modified tar1090 -> Browser",
     "Airspy on HP ProDesk | airspy_adsb | Dell modified tar1090 | Browser ; 1>2 2>3 3>4 ; chain"},
    {"Users → Web app → [Postgres] (↔ Redis, ↔ S3)",
     "Users | Web app | Postgres | Redis=store*side | S3=store*side ; 1>2 2>3 3=4 3=5 ; chain"},
    {"[Retrieval] (↔ [Feature Store | passages, cache], S3) → [Model]",
     "Retrieval | Feature Store=store*side | S3=store*side | Model ; 1=2 1=3 1>4 ; chain"},
    {"[Retrieval (↔ Feature Store)] → [Model]",
     "Retrieval | Feature Store=store*side | Model ; 1=2 1>3 ; chain"},
    {"[Ingest] → [Retrieval] (⇄ Vector DB) → [Model] (← Registry) → [UI]",
     "Ingest | Retrieval | Vector DB=store*side | Model | Registry=store*side | UI ; 1>2 2=3 2>4 4<5 4>6 ; chain"},
    {"Client => Gateway => Model",
     "Client | Gateway | Model ; 1>2 2>3 ; chain"},
    {"Client ⟶ Gateway ⟶ Model",
     "Client | Gateway | Model ; 1>2 2>3 ; chain"},
    {"Client ▶ Gateway ▶ Model",
     "Client | Gateway | Model ; 1>2 2>3 ; chain"},
    {"Client ➜ Gateway ➜ Model",
     "Client | Gateway | Model ; 1>2 2>3 ; chain"},
    {"Client ➡️ Gateway ➡️ Model",
     "Client | Gateway | Model ; 1>2 2>3 ; chain"},
    {"Client <-> Gateway <--> Model",
     "Client | Gateway | Model ; 1=2 2=3 ; chain"},
    {"Dashboard ← Warehouse ← Lake ← Sensors",
     "Dashboard | Warehouse | Lake | Sensors ; 1<2 2<3 3<4 ; chain"},
    {"Client ⇄ Gateway ⇒ Model ⟹ Store",
     "Client | Gateway | Model | Store ; 1=2 2>3 3>4 ; chain"},
    {"\"Client app\" → \"Model server\" → “Log store”",
     "Client app | Model server | Log store ; 1>2 2>3 ; chain"},
    {"(Client) → [Gateway] → {Route?} → [(Postgres)]",
     "Client=round | Gateway | Route?=decision | Postgres=store ; 1>2 2>3 3>4 ; chain"},
    {"Client → **Model** → Output",
     "Client | Model*key | Output ; 1>2 2>3 ; chain"},
    {"**Client** → **Model** → Output",
     "Client | Model | Output ; 1>2 2>3 ; chain"},
    {"**Client → Gateway → Model**",
     "Client | Gateway | Model ; 1>2 2>3 ; chain"},
    {"Client → [Model]{.key} → Output",
     "Client | Model*key | Output ; 1>2 2>3 ; chain"},
    {"Request path: Client → Gateway → Model. Each hop is traced.",
     "Client | Gateway | Model ; 1>2 2>3 ; chain caption=Request path rest=Each hop is traced."},
    {"**Online path:** Client → Gateway → Model",
     "Client | Gateway | Model ; 1>2 2>3 ; chain caption=Online path"},
    {"Batch — Lake → Spark → Feature Store",
     "Lake | Spark | Feature Store ; 1>2 2>3 ; chain caption=Batch"},
    {"Step 1: Ingest → Step 2: Embed → Step 3: Serve",
     "Step 1: Ingest | Step 2: Embed | Step 3: Serve ; 1>2 2>3 ; chain"},
    {"A → B → A",
     "A | B ; 1>2 2>1 ;"},
    {"A → A",
     "A ; 1>1 ;"},
    {"[Gateway] → [Small model] / [Large model] → [Post-process]",
     "Gateway | Small model | Large model | Post-process ; 1>2 1>3 2>4 3>4 ;"},
    {"[Gateway] → [Small model] + [Large model] → [Post-process]",
     "Gateway | Small model | Large model | Post-process ; 1>2 1>3 2>4 3>4 ;"},
    {"Kafka → Airflow + dbt → Snowflake",
     "Kafka | Airflow | dbt | Snowflake ; 1>2 1>3 2>4 3>4 ;"},
    {"API → FastAPI REST + SSE → UI",
     "API | FastAPI REST + SSE | UI ; 1>2 2>3 ; chain"},
    {"Client -- HTTPS --> Gateway -- gRPC --> Model",
     "Client | Gateway | Model ; 1>2:HTTPS 2>3:gRPC ; chain"},
    {"Client ──HTTPS──► Gateway ──gRPC──► Model",
     "Client | Gateway | Model ; 1>2:HTTPS 2>3:gRPC ; chain"},
    {"Client -->|HTTPS| Gateway -->|gRPC| Model",
     "Client | Gateway | Model ; 1>2:HTTPS 2>3:gRPC ; chain"},
    {"Client -.-> Gateway ⇢ Model",
     "Client | Gateway | Model ; ~1>2 ~2>3 ; chain"},
    {"Camera<br/>(1080p) → Detector → Alert",
     "Camera\\n(1080p) | Detector | Alert ; 1>2 2>3 ; chain"},
    {"Sensors » MQTT broker » Time series store » Grafana",
     "Sensors | MQTT broker | Time series store | Grafana ; 1>2 2>3 3>4 ; chain"},
    {"Sensors >> Broker >> Grafana",
     "Sensors | Broker | Grafana ; 1>2 2>3 ; chain"},
    {"Client ↓ Gateway ↓ Model",
     "Client | Gateway | Model ; 1>2 2>3 ; down chain"},
    {"用户 → 网关 → 检索 → 模型",
     "用户 | 网关 | 检索 | 模型 ; 1>2 2>3 3>4 ; chain"},
    {"Клиент → Шлюз → Модель",
     "Клиент | Шлюз | Модель ; 1>2 2>3 ; chain"},
    {"عميل ← بوابة ← نموذج",
     "عميل | بوابة | نموذج ; 1<2 2<3 ; chain"},
    {"Kunde → Gateway → Modell → Protokolle (↔ Merkmalsspeicher)",
     "Kunde | Gateway | Modell | Protokolle | Merkmalsspeicher=store*side ; 1>2 2>3 3>4 4=5 ; chain"},
    {"> Client → Gateway → Model",
     "Client | Gateway | Model ; 1>2 2>3 ; chain"},
    {"    Client → Gateway → Model",
     "Client | Gateway | Model ; 1>2 2>3 ; chain"},
    {"Ingest (PDF, HTML) → Chunk (512 tokens) → Embed (e5-large) → Index",
     "Ingest (PDF, HTML) | Chunk (512 tokens) | Embed (e5-large) | Index ; 1>2 2>3 3>4 ; chain"},
    {"Client/UI → Gateway → Retrieval → Reranker →\n"
     "Model → Post-process → Metrics/Logs",
     "Client/UI | Gateway | Retrieval | Reranker | Model | Post-process | Metrics/Logs ; 1>2 2>3 3>4 4>5 5>6 6>7 ; chain"},
    {"Client\n"
     "→ Gateway\n"
     "→ Model",
     "Client | Gateway | Model ; 1>2 2>3 ; chain"},
    {"Mobile app with the offline cache → API gateway in Frankfurt → Feature store\n"
     "on Redis → Model server → Audit log",
     "Mobile app with the offline cache | API gateway in Frankfurt | Feature store on Redis | Model server | Audit log ; 1>2 2>3 3>4 4>5 ; chain"},
    {"1. Upload → 2. Parse → 3. Index",
     "Upload | 2. Parse | 3. Index ; 1>2 2>3 ; chain"},
    {"raw.parquet → features.py → model.pkl → service.py",
     "raw.parquet | features.py | model.pkl | service.py ; 1>2 2>3 3>4 ; chain"},
    {"Kafka → Flink → {Iceberg, Redis} → API",
     "Kafka | Flink | Iceberg | Redis | API ; 1>2 2>3 2>4 3>5 4>5 ;"},
    {"Speech → Whisper large-v3 → GPT-4o mini → JSON schema check → CRM",
     "Speech | Whisper large-v3 | GPT-4o mini | JSON schema check | CRM ; 1>2 2>3 3>4 4>5 ; chain"},
    {"Client → Gateway → Model (3 replicas, 2x A10) → Response",
     "Client | Gateway | Model (3 replicas, 2x A10) | Response ; 1>2 2>3 3>4 ; chain"},
};
/* clang-format on */

/* clang-format off */
static const struct diagram_case more[] = {
    {"**Flow:** `User → API → Model`",
     "User | API | Model ; 1>2 2>3 ; chain caption=Flow"},
    {"User → (API Gateway) → [Auth + Rate limit] → Model",
     "User | API Gateway=round | Auth + Rate limit | Model ; 1>2 2>3 3>4 ; chain"},
    {"Data flow: S3 → Glue → Redshift → QuickSight (dashboards)",
     "S3 | Glue | Redshift | QuickSight (dashboards) ; 1>2 2>3 3>4 ; chain caption=Data flow"},
    {"**Ingest** → **Transform** → **Serve**",
     "Ingest | Transform | Serve ; 1>2 2>3 ; chain"},
    {"`[User]` → `[API]` → `[DB]`",
     "User | API | DB ; 1>2 2>3 ; chain"},
    {"```\n"
     "[ User ] ---> [ API ] ---> [ DB ]\n"
     "```",
     "User | API | DB ; 1>2 2>3 ; chain"},
    {"User ➔ API ➔ DB",
     "User | API | DB ; 1>2 2>3 ; chain"},
    {"Frontend (React) ⇄ Backend (FastAPI) ⇄ PostgreSQL",
     "Frontend (React) | Backend (FastAPI) | PostgreSQL ; 1=2 2=3 ; chain"},
    {"(Client) --HTTP--> (Server) --SQL--> (Database)",
     "Client=round | Server=round | Database=round ; 1>2:HTTP 2>3:SQL ; chain"},
    {"```\n"
     "User\n"
     " │\n"
     " ▼\n"
     "API ──► Cache\n"
     " │\n"
     " ▼\n"
     "DB\n"
     "```",
     "User | API | Cache | DB ; 1>2 2>3 2>4 ; down"},
    {"Client -> Load Balancer -> [Web 1, Web 2] -> DB",
     "Client | Load Balancer | Web 1, Web 2 | DB ; 1>2 2>3 3>4 ; chain"},
    {"- **Ingest** — S3 → Glue → Iceberg\n"
     "- **Serve** — Trino → Superset",
     "S3*1 | Glue*1 | Iceberg*1 | Trino*2 | Superset*2 ; 1>2 2>3 4>5 ; (Ingest) (Serve)"},
    {"Input → Preprocess → {CNN | RNN} → Output",
     "Input | Preprocess | CNN | RNN | Output ; 1>2 2>3 2>4 3>5 4>5 ;"},
    {"A &rarr; B &rarr; C",
     "A | B | C ; 1>2 2>3 ; chain"},
    {"The pipeline is as follows:\n"
     "\n"
     "A → B → C",
     "prose"},
    {"The high-level flow is: Client → Gateway → Model → Client.",
     "Client | Gateway | Model ; 1>2 2>3 3>1 ; caption=The high-level flow is"},
    {"At a high level the system looks like this: [Client] → [Gateway] → [Model], with [Redis] as cache.",
     "Client | Gateway | Model ; 1>2 2>3 ; chain caption=At a high level the system looks like this rest=with [Redis] as cache."},
    {"Client → Gateway → Model, Cache → Logs",
     "Client | Gateway | Model, Cache | Logs ; 1>2 2>3 3>4 ; chain"},
    {"```text\n"
     "Client ──► Gateway ──► Model\n"
     "              │\n"
     "              ▼\n"
     "            Cache\n"
     "```",
     "Client | Gateway | Model | Cache ; 1>2 2>3 2>4 ;"},
    {"```\n"
     "          ┌─────────┐\n"
     "          │  User   │\n"
     "          └────┬────┘\n"
     "               │\n"
     "   ┌───────────▼───────────┐\n"
     "   │      API Gateway      │\n"
     "   │  - auth               │\n"
     "   │  - rate limit         │\n"
     "   └─┬─────────┬─────────┬─┘\n"
     "     │         │         │\n"
     "┌────▼───┐ ┌───▼────┐ ┌──▼─────┐\n"
     "│ Search │ │ Orders │ │ Users  │\n"
     "└────┬───┘ └───┬────┘ └──┬─────┘\n"
     "     │         │         │\n"
     "     └────┬────┴─────────┘\n"
     "          ▼\n"
     "   ┌────────────┐\n"
     "   │  Postgres  │\n"
     "   └────────────┘\n"
     "```",
     "User | API Gateway\\n- auth\\n- rate limit | Search | Orders | Users | Postgres ; 1>2 2>3 2>4 2>5 3>6 5>6 4>6 ; down"},
    {"```\n"
     "+-----------------+\n"
     "|     Client      |\n"
     "+-----------------+\n"
     "         |\n"
     "         | HTTPS/JSON\n"
     "         v\n"
     "+-----------------+     +-----------+\n"
     "|   API server    |---->|   Redis   |\n"
     "+-----------------+     +-----------+\n"
     "         |\n"
     "         v\n"
     "+-----------------+\n"
     "|   PostgreSQL    |\n"
     "+-----------------+\n"
     "```",
     "Client | API server | Redis | PostgreSQL ; 1>2:HTTPS/JSON 2>3 2>4 ; down"},
    {"```\n"
     "┌──────────────┐\n"
     "│  📱 Client   │\n"
     "└──────┬───────┘\n"
     "       ▼\n"
     "┌──────────────┐\n"
     "│  ⚙️ Server   │\n"
     "└──────────────┘\n"
     "```",
     "📱 Client | ⚙️ Server ; 1>2 ; down chain"},
    {"```\n"
     "Users ──> CDN ──> Load balancer ──┬──> App 1 ──┐\n"
     "                                  ├──> App 2 ──┼──> Database\n"
     "                                  └──> App 3 ──┘\n"
     "```",
     "Users | CDN | Load balancer | App 1 | App 2 | Database | App 3 ; 1>2 2>3 3>7 3>5 3>4 4>6 5>6 7>6 ;"},
    {"```\n"
     "                 +--> Email\n"
     "Event --> Router-+--> SMS\n"
     "                 +--> Push\n"
     "```",
     "Email | Event | Router | SMS | Push ; 3>5 3>4 3>1 2>3 ;"},
    {"```\n"
     "A ---> B ---> C\n"
     "       |\n"
     "       v\n"
     "       D\n"
     "```",
     "A | B | C | D ; 1>2 2>3 2>4 ;"},
    {"Kamera → Erkennung → Zählung → Anzeige.",
     "Kamera | Erkennung | Zählung | Anzeige ; 1>2 2>3 3>4 ; chain"},
    {"カメラ → 検出 → 追跡 → 通知",
     "カメラ | 検出 | 追跡 | 通知 ; 1>2 2>3 3>4 ; chain"},
    {"Sensor ──(MQTT)──> Broker ──(Kafka)──> Lake",
     "Sensor | Broker | Lake ; 1>2:(MQTT) 2>3:(Kafka) ; chain"},
    {"[User] -> [API] -> [DB]\n"
     "\n"
     "[Cron] -> [Worker] -> [DB]",
     "User | API | DB ; 1>2 2>3 ; chain"},
    {"```\n"
     "Step 1: Collect\n"
     "   ↓\n"
     "Step 2: Clean\n"
     "   ↓\n"
     "Step 3: Train\n"
     "```",
     "Step 1: Collect | Step 2: Clean | Step 3: Train ; 1>2 2>3 ; down chain"},
    {"```\n"
     "Collect the data\n"
     "      |\n"
     "      V\n"
     "Train the model\n"
     "```",
     "Collect the data | Train the model ; 1>2 ; down chain"},
    {"1. Client → Gateway\n"
     "2. Gateway → Model",
     "Client | Gateway | Model ; 1>2 2>3 ; chain"},
    {"Client → Gateway → Model → Metrics/Logs; the feature store serves retrieval.",
     "Client | Gateway | Model | Metrics/Logs ; 1>2 2>3 3>4 ; chain rest=the feature store serves retrieval."},
    {"User → API (FastAPI, 3 pods) → Queue [SQS] → Worker → DB",
     "User | API (FastAPI, 3 pods) | Queue [SQS] | Worker | DB ; 1>2 2>3 3>4 4>5 ; chain"},
    {"User->API->DB",
     "User | API | DB ; 1>2 2>3 ; chain"},
    {"user -> api -> db",
     "user | api | db ; 1>2 2>3 ; chain"},
    {"Airflow DAG: extract >> transform >> load",
     "extract | transform | load ; 1>2 2>3 ; chain caption=Airflow DAG"},
    {"Client ⟷ Server ⟷ DB",
     "Client | Server | DB ; 1=2 2=3 ; chain"},
    {"A ⇒ B ⇒ C",
     "A | B | C ; 1>2 2>3 ; chain"},
    {"```mermaid\n"
     "flowchart TD\n"
     "    A[Client] -->|1. request| B(API Gateway)\n"
     "    B --> C{Cache hit?}\n"
     "    C -->|Yes| D[Return]\n"
     "    C -->|No| E[[Model server]]\n"
     "    E --> F[(Vector DB)]\n"
     "    E -.-> G[/Logs/]\n"
     "    subgraph VPC\n"
     "      B\n"
     "      C\n"
     "      E\n"
     "    end\n"
     "    style A fill:#f9f,stroke:#333\n"
     "```",
     "Client | API Gateway=round*1 | Cache hit?=decision*1 | Return | Model server*1 | Vector DB=store | Logs ; 1>2:1. request 2>3 3>4:Yes 3>5:No 5>6 ~5>7 ; down (VPC)"},
};
/* clang-format on */

TEST(diagram_reads_documents_as_they_are)
{
    check_diagrams(more, countof(more), "Architecture", SECTION_ARCHITECTURE);
}

TEST(diagram_reads_chains)
{
    check_diagrams(chains, countof(chains), "Architecture", SECTION_ARCHITECTURE);
}

TEST(diagram_reads_chains_under_a_heading_that_announces_one)
{
    check_diagrams(chains, countof(chains), "System design", SECTION_CUSTOM);
}

TESTS(diagram_reads_documents_as_they_are, diagram_reads_chains,
      diagram_reads_chains_under_a_heading_that_announces_one)
