# SPDX-License-Identifier: MIT
# pdf/claims.t — a document says that it keeps a standard only where it does.
. "$TESTS/tools/check.sh"

check() {
    run python3 "$TESTS/tools/check_pdf.py" --claims "$1" "$2"
    [ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"
}

# A picture of four grey pixels.
python3 - <<'END'
import struct, zlib
def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
rows = b"\0\x80\x80" * 2
open("dot.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0))
                            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
END
printf '# Study\n\nWords before it.\n\n![](dot.png)\n' >silent.md
printf '# Study\n\nA sign from nowhere: \357\277\276\357\270\200\363\240\204\200 \363\260\200\200.\n' >strange.md
printf '# Study\n\nWords alone.\n' >plain.md

fact "what is not asked for is not claimed"
run "$RECTO" render plain.md --standard none -o none.pdf
status 0
check none none.pdf
run "$RECTO" render plain.md --standard ua-1 -o ua.pdf
check ua ua.pdf
run "$RECTO" render plain.md --standard a-2u -o a.pdf
check a2 a.pdf

fact "level A and level U are told apart"
run qpdf --qdf --object-streams=disable a.pdf a.txt
grep -aqF '<pdfaid:conformance>U<' a.txt || fail "not U"

fact "a picture without a description takes its claim away, with its place"
run "$RECTO" render silent.md -o silent.pdf
status 0
err_has "silent.md:5:"
err_has "a picture has no description, so the PDF cannot claim PDF/UA-1 and PDF/A-2a"
err_has "O0104"

fact "nothing is lost that was not asked for"
run "$RECTO" render silent.md --standard a-2u -o u.pdf
err_lacks "O0104"
run qpdf --qdf --object-streams=disable u.pdf u.txt
grep -aqF '<pdfaid:conformance>U<' u.txt || fail "not U"

fact "a character without a glyph takes all claims away"
run "$RECTO" render strange.md -o strange.pdf
status 0
err_has "strange.md:3:"
err_has "a character has no glyph, so the PDF cannot claim PDF/UA-1 and PDF/A-2a"

fact "under --strict a lost claim stops the file"
run "$RECTO" render silent.md --strict -o strict.pdf
[ "$status_now" -ne 0 ] || fail "status 0"
err_has "O0104"
missing strict.pdf

fact "a standard that is not known is told, on the command line and in front matter"
run "$RECTO" render plain.md --standard ua-2 -o x.pdf
status 2
err_has "is neither none nor a list of ua-1, a-2a"
printf -- '---\nstandard: pdfx\n---\n# Study\n\nWords.\n' >front.md
run "$RECTO" render front.md -o y.pdf
err_has "front.md:2:"

fact "headings that leave a level out take the claim of structure away"
printf '## Facts\n\nWords.\n' >untitled.md
run "$RECTO" render untitled.md --layout bare -o untitled.pdf
err_has "a level of headings is left out, so the PDF cannot claim"
