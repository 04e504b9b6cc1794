/* SPDX-License-Identifier: MIT */
/* unit/model/diagram_prose.c — arrows that are no architecture. */
#include "model/diagram_case.h"

#include "base/vec.h"

/* clang-format off */
static const struct diagram_case prose[] = {
    {"products.filter((p) => p.category === category)",
     "prose"},
    {"Go to Settings → Privacy → Export data.",
     "prose"},
    {"Click **File → Export → PDF**.",
     "prose"},
    {"Settings → Privacy → Export",
     "prose"},
    {"P50 latency: 180 ms → 320 ms",
     "prose"},
    {"faithfulness 0.71 → 0.94 (+32 %)",
     "prose"},
    {"Revenue: $12M → $18.5M (+54%)",
     "prose"},
    {"20 → 300 concurrent users with <2s latency",
     "prose"},
    {"43%→22.6%→32.5%",
     "prose"},
    {"128→256→512",
     "prose"},
    {"orders.customer_id → customers.id",
     "prose"},
    {"`user_id` → `users.id`",
     "prose"},
    {"posts.author_id -> authors(id)",
     "prose"},
    {"const add = (a, b) => a + b;",
     "prose"},
    {"items.map(x => x.id)",
     "prose"},
    {"`(req, res) => res.send(200)`",
     "prose"},
    {"ptr->next->value",
     "prose"},
    {"std::function<int(int)> f = [](int x) -> int { return x; };",
     "prose"},
    {"0.0.0.0:6379->6379/tcp",
     "prose"},
    {"fn main() -> Result<(), Error> {",
     "prose"},
    {"foo :: Int -> Int -> Int",
     "prose"},
    {"We moved from REST → gRPC because it is faster.",
     "prose"},
    {"The request goes to the gateway → then the model answers → and we log it.",
     "prose"},
    {"Users click “Save” → a modal opens → they confirm.",
     "prose"},
    {"If the score is low → we decline.",
     "prose"},
    {"Python 3.8 → 3.11",
     "prose"},
    {"7 days → 1min, 30 days → 1h",
     "prose"},
    {"The gateway masks tokens before the model sees them.",
     "prose"},
    {"- The gateway masks tokens.\n"
     "- The model answers.",
     "prose"},
    {"- Settings → Users → Invite\n"
     "- Settings → Billing",
     "prose"},
    {"```rust\n"
     "fn f(a: i32) -> i32 { a }\n"
     "```",
     "prose"},
    {"```\n"
     "src/\n"
     "├── main.c\n"
     "└── util.c\n"
     "```",
     "prose"},
    {"```\n"
     "docker ps\n"
     "0.0.0.0:6379->6379/tcp\n"
     "```",
     "prose"},
    {"```\n"
     "$ cat a.txt -> b.txt\n"
     "```",
     "prose"},
    {"```\n"
     "+----+-------+\n"
     "| id | name  |\n"
     "+----+-------+\n"
     "| 1  | Alice |\n"
     "+----+-------+\n"
     "```",
     "prose"},
    {"```\n"
     "x = y -> z\n"
     "```",
     "prose"},
    {"```js\n"
     "app.get('/x', (req, res) => res.send('a → b → c'))\n"
     "```",
     "prose"},
    {"| From | To |\n"
     "|---|---|\n"
     "| a | b |",
     "prose"},
    {"- Frontend\n"
     "  - React\n"
     "  - Tailwind\n"
     "- Backend\n"
     "  - FastAPI",
     "prose"},
    {"- Client: the browser\n"
     "  - Gateway: masks tokens",
     "prose"},
    {"int $1}'",
     "prose"},
    {"Cost fell 40 → 26 € per 1k queries.",
     "prose"},
    {"![a → b → c](x.png)",
     "prose"},
    {"Latency p95=78ms and cost −37%.",
     "prose"},
    {"Home > Products > Cart",
     "prose"},
    {"`A` or `B` → see the README for which one is right for you.",
     "prose"},
};
/* clang-format on */

/* clang-format off */
static const struct diagram_case away[] = {
    {"Client → Gateway → Model",
     "prose"},
    {"Home → Products → Cart → Checkout",
     "prose"},
    {"- A → B → C\n"
     "- D → E",
     "prose"},
    {"Client\n"
     "↓\n"
     "Gateway",
     "prose"},
    {"a → b",
     "prose"},
    {"```\n"
     "a -> b\n"
     "```",
     "prose"},
    {"```\n"
     "1. Open → 2. Close\n"
     "```",
     "prose"},
    {"```c\n"
     "a -> b -> c\n"
     "```",
     "prose"},
    {"| a | → | b |\n"
     "|---|---|---|",
     "prose"},
    {"- Client\n"
     "  - Gateway\n"
     "    - Model",
     "prose"},
};
/* clang-format on */

TEST(diagram_leaves_other_arrows_alone)
{
    check_diagrams(prose, countof(prose), "Architecture", SECTION_ARCHITECTURE);
}

TEST(diagram_leaves_chains_alone_elsewhere)
{
    check_diagrams(away, countof(away), "Problem", SECTION_PROBLEM);
}

TESTS(diagram_leaves_other_arrows_alone, diagram_leaves_chains_alone_elsewhere)
