# SPDX-License-Identifier: MIT
# pdf/preflight.t — Apache PDFBox Preflight takes what recto calls PDF/A-1b for that.
#
# Of PDF/A it knows part 1, level B, alone. What that asks for (fonts, widths, colours, metadata,
# objects, no actions) recto writes alike for all parts, so this is evidence for them, too; for
# structure it is none.
. "$TESTS/tools/check.sh"
. "$TESTS/tools/preflight.sh"

# Two by two pixels: grey, and red with a transparent half.
base64 -d >dot.png <<'END'
iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNoaGBoaAAABgYCASzBUNcAAAAASUVORK5CYII=
END
python3 - <<'END'
import struct, zlib
def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
rows = b"\0\xff\x00\x00\xff\xff\x00\x00\x40" * 2
open("red.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 6, 0, 0, 0))
                            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
END
printf '# Pictures\n\nA [link](https://example.com).\n\n![Grey](dot.png)\n\n![Red](red.png)\n' >pictures.md

for study in "$SAMPLES"/*.md pictures.md; do
    name=$(basename "$study" .md)
    [ "$name" = README ] && continue
    fact "$name as PDF/A-1b is sound"
    run "$RECTO" render "$study" --standard a-1b -o "$name.pdf"
    status 0
    err_lacks O0104
    run python3 "$TESTS/tools/check_pdf.py" --claims a1 "$name.pdf"
    [ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"

    fact "$name as PDF/A-1b is valid, says Preflight"
    run preflight "$name.pdf"
    [ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/judged")"
done

fact "it does find what is wrong: a transparent picture, and a character that no font has"
run "$RECTO" render pictures.md -o modern.pdf
run preflight modern.pdf
[ "$status_now" -ne 0 ] || fail "a PDF 1.7 file is taken for PDF/A-1b"
printf '# Study\n\nA sign from nowhere: \363\260\200\200.\n' >strange.md
run "$RECTO" render strange.md --standard a-1b -o strange.pdf
err_has "cannot claim PDF/A-1b"
run preflight strange.pdf
[ "$status_now" -ne 0 ] || fail "a file without a claim is taken for PDF/A-1b"
