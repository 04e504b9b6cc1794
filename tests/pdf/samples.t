# SPDX-License-Identifier: MIT
# pdf/samples.t — every sample is a sound PDF that says what its source says.
. "$TESTS/tools/check.sh"

for study in "$SAMPLES"/*.md; do
    name=$(basename "$study" .md)
    [ "$name" = README ] && continue

    fact "$name: renders"
    run "$RECTO" render "$study" -o "$name.pdf"
    status 0

    fact "$name: twice the same bytes, whatever the surroundings"
    mkdir -p "elsewhere/$name"
    run env TZ=Asia/Tokyo LC_ALL=C.UTF-8 HOME=/ "$RECTO" render "$study" -o "elsewhere/$name/b.pdf"
    same "$name.pdf" "elsewhere/$name/b.pdf"

    fact "$name: qpdf finds nothing"
    run qpdf --check "$name.pdf"
    status 0
    out_has "No syntax or stream encoding errors found"

    fact "$name: all fonts embedded, subset, with Unicode"
    pdffonts "$name.pdf" | tail -n +3 >fonts
    [ -s fonts ] || fail "no font at all"
    if grep -v ' yes yes yes ' fonts; then fail "a font is not"; fi

    fact "$name: every word comes in order"
    pdftotext -raw "$name.pdf" "$name.txt"
    run python3 "$TESTS/tools/words.py" "$study" "$name.txt"
    [ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"

    fact "$name: so it does from a side column"
    run "$RECTO" render "$study" --layout sidebar -o side.pdf
    pdftotext -raw side.pdf side.txt
    run python3 "$TESTS/tools/words.py" "$study" side.txt
    [ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"

    fact "$name: readers that go by where words stand find that order in one column"
    run "$RECTO" render "$study" --layout classic -o column.pdf
    pdftotext column.pdf column.txt
    run python3 "$TESTS/tools/words.py" "$study" column.txt
    [ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"

    fact "$name: no ligature, no soft hyphen, no private character comes out"
    if grep -nP '[\x{FB00}-\x{FB06}\x{AD}\x{E000}-\x{F8FF}\x{FFFD}]' "$name.txt"; then
        fail "one does"
    fi
done

fact "links are live"
run qpdf --qdf --object-streams=disable answer-desk.pdf plain.pdf
for address in https://example.com/answer-desk https://example.com/demo mailto:you@example.com; do
    grep -aqF "/URI ($address)" plain.pdf || fail "$address is not"
done

fact "two pages"
run pdfinfo answer-desk.pdf
out_has "Pages:           2"
