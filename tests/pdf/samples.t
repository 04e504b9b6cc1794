# SPDX-License-Identifier: MIT
# pdf/samples.t — every sample is a sound PDF.
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

done

fact "links are live"
run qpdf --qdf --object-streams=disable answer-desk.pdf plain.pdf
for address in https://example.com/answer-desk https://example.com/demo mailto:you@example.com; do
    grep -aqF "/URI ($address)" plain.pdf || fail "$address is not"
done

fact "two pages"
run pdfinfo answer-desk.pdf
out_has "Pages:           2"
