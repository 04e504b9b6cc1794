# SPDX-License-Identifier: MIT
# pdf/diagram.t — what readers take out of a figure is the author's line, wherever its nodes stand.
. "$TESTS/tools/check.sh"

cat >study.md <<'END'
# Study

## Architecture

Ingest → Clean and normalise (↔ Lake) → Feature store → Train the reranker → Evaluate offline → Shadow traffic → Canary rollout → Full rollout → Monitoring → Retrain

## Data flow

```mermaid
graph TD
  U[User app] -->|asks| G(Gateway)
  subgraph core [Core services]
    G --> R[Retrieval]
    R --> F[(Fallback store)]
  end
```

## Request path

مستخدم → بوابة → نموذج
END

line="Ingest → Clean and normalise (↔ Lake) → Feature store → Train the reranker → Evaluate offline"
line="$line → Shadow traffic → Canary rollout → Full rollout → Monitoring → Retrain"
graph="User app – asks → Core services: Gateway → Retrieval → Fallback store"

run "$RECTO" render study.md -o study.pdf
status 0

fact "poppler gives the author's line, in both of its orders"
for order in -layout -raw -nopgbrk; do
    pdftotext $order study.pdf study.txt
    grep -qF "$line" study.txt || fail "no chain with $order" "$(cat study.txt)"
    grep -qF "$graph" study.txt || fail "no graph with $order" "$(cat study.txt)"
done

fact "a reader that passes over replacements gets the author's line from the labels"
mutool draw -q -F text study.pdf 2>/dev/null | tr -s '\n ' ' ' >study.txt
for part in "$line" "$graph"; do
    grep -qF "$part" study.txt || fail "no “$part”" "$(cat study.txt)"
done

fact "a figure is one piece of content with a description"
run qpdf --qdf --object-streams=disable study.pdf plain.pdf
equal "$(grep -ac '/Span<</MCID [0-9]*/ActualText' plain.pdf)" 2
drawn=$(sed -n '/ActualText/,/^EMC/p' plain.pdf | grep -ac '^[Bf]$')
[ "$drawn" -ge 16 ] || fail "$drawn boxes and heads are drawn inside"
equal "$(grep -ac '^  /Alt' plain.pdf)" 3

fact "words from right to left say themselves, as a replacement would be turned around"
pdftotext study.pdf study.txt
grep -qF "بوابة" study.txt || fail "no word" "$(cat study.txt)"

fact "it keeps what it claims"
run python3 "$TESTS/tools/check_pdf.py" study.pdf
[ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"
