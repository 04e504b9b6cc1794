# SPDX-License-Identifier: MIT
# pdf/attach.t — the source inside its PDF.
. "$TESTS/tools/check.sh"

study=$SAMPLES/answer-desk.md

fact "--attach-source makes it PDF/A-3a with the source, byte by byte"
run env SOURCE_DATE_EPOCH=1750000000 "$RECTO" render "$study" --attach-source -o with.pdf
status 0
run python3 "$TESTS/tools/check_pdf.py" --claims ua,a3 with.pdf
[ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"
run pdfdetach -saveall -o . with.pdf
same "$study" answer-desk.md

fact "the folder it came from is not told"
run qpdf --qdf --object-streams=disable with.pdf plain.txt
folder=$(dirname "$study")
if grep -aqF "$folder" plain.txt; then fail "it is"; fi

fact "the front matter may ask for it"
printf -- '---\nattach-source: true\n---\n# Study\n\nWords.\n' >front.md
run "$RECTO" render front.md
status 0
run python3 "$TESTS/tools/check_pdf.py" --claims ua,a3 front.pdf
[ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"

fact "PDF/A-3a alone needs no attachment"
run "$RECTO" render "$study" --standard a-3a -o bare.pdf
run python3 "$TESTS/tools/check_pdf.py" --claims a3 bare.pdf
[ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"
equal "$(pdfdetach -list bare.pdf)" "0 embedded files"

fact "without a claim of PDF/A any file may hold its source"
run "$RECTO" render "$study" --standard ua-1 --attach-source -o ua.pdf
status 0
equal "$(pdfdetach -list ua.pdf | head -n 1)" "1 embedded files"

fact "a part of PDF/A that allows no attachment is told"
for part in a-1b a-2a ua-1,a-2u; do
    run "$RECTO" render "$study" --standard $part --attach-source -o no.pdf
    status 2
    err_has "allows no attached source; PDF/A-3 does"
    missing no.pdf
done

fact "standards that exclude each other are told"
run "$RECTO" render "$study" --standard a-2a,a-3a -o no.pdf
status 2
err_has "asks for PDF/A twice"
run "$RECTO" render "$study" --standard ua-1,a-1b -o no.pdf
status 2
err_has "ua-1, which is PDF 1.7, and a-1b, which is PDF 1.4"
run "$RECTO" render "$study" --standard none,ua-1 -o no.pdf
status 2
missing no.pdf
