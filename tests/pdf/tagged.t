# SPDX-License-Identifier: MIT
# pdf/tagged.t — every sample keeps what it claims, as far as a program can judge.
. "$TESTS/tools/check.sh"

for study in "$SAMPLES"/*.md; do
    name=$(basename "$study" .md)
    [ "$name" = README ] && continue
    fact "$name: the checker finds nothing"
    run "$RECTO" render "$study" -o "$name.pdf"
    status 0
    run python3 "$TESTS/tools/check_pdf.py" "$name.pdf"
    [ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"
done

fact "a title from the front matter is a heading in the layout for measurements too"
printf -- '---\ntitle: A study\n---\n\n## Problem\n\nText.\n' >plain.md
run "$RECTO" render --layout bare plain.md
status 0
run python3 "$TESTS/tools/check_pdf.py" plain.pdf
[ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"
