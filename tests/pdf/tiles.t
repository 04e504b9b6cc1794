# SPDX-License-Identifier: MIT
# pdf/tiles.t — a number set large and its name are read together, bars and all.
. "$TESTS/tools/check.sh"

cat >study.md <<'END'
# Study

## TL;DR

Resolution rose from 61.2% to 68.8%. We reached p95 = 78 ms, and cost per 1,000 queries fell by 37%.
END
run "$RECTO" render study.md -o study.pdf
status 0

for mode in -layout -raw -nopgbrk; do
    fact "pdftotext $mode: value and label on one line"
    run pdftotext $mode study.pdf -
    out_has "78 ms p95"
    out_has "37% cost per 1,000 queries"

    fact "pdftotext $mode: what the bars say behind the label"
    out_has "61.2% → 68.8%"
    [ "$(grep -c "61.2%" "$TMPDIR/out")" -eq 2 ] || fail "$(cat "$TMPDIR/out")"
done

fact "the replacement stands once, round all that it stands for"
run python3 "$TESTS/tools/check_pdf.py" study.pdf
status 0
run qpdf --qdf --object-streams=disable study.pdf plain.pdf
equal "$(grep -ac '^/Span<</ActualText' plain.pdf)" 3

fact "words from right to left are left as they are"
cat >rtl.md <<'END'
---
lang: ar
metrics:
  - value: 91%
    label: الإجابات الصحيحة
---
# دراسة

نص قصير.
END
run "$RECTO" render rtl.md -o rtl.pdf
status 0
run qpdf --qdf --object-streams=disable rtl.pdf plain.pdf
equal "$(grep -ac '^/Span<</ActualText' plain.pdf)" 0
