# SPDX-License-Identifier: MIT
# tests/cli/downsample.t — pictures with too many dots: told when a file is too large, made smaller on
# request only.
. "$TESTS/tools/check.sh"

# A shaded sky with grain, as cameras make it, and a drawing in two colours.
python3 - <<'END'
import random, struct, zlib
def png(name, width, height, dot):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"".join(dot(x, y) for x in range(width)) for y in range(height))
    open(name, "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b""))
grain = random.Random(7)
def sky(x, y):
    g = grain.randrange(-9, 10)
    return bytes((min(255, max(0, 60 + y // 8 + g)), min(255, max(0, 90 + x // 9 + g)), 200 + g))
png("photo.png", 1400, 1000, sky)
png("drawing.png", 1400, 1000, lambda x, y: b"\0\0\0" if (x // 40 + y // 40) % 2 else b"\xff\xff\xff")
END
study() { printf '# Pictures\n\n## TL;DR\n\nIt works.\n\n![What it shows](%s)\n' "$1" >case.md; }
size() { wc -c <"$1" | tr -d ' '; }
dots() { pdfimages -list "$1" | awk 'NR == 3 { print $4 "x" $5 " " $9 }'; }

fact "a file that is too large is told in render, check and bundle; its pictures are left alone"
study photo.png
run "$RECTO" case.md --max-size 1MB
status 0
err_has "more than --max-size allows; its pictures have"
err_has "--downsample 150"
[ "$(size case.pdf)" -gt 2000000 ] || fail "the picture is smaller than it was"
run "$RECTO" check case.md --max-size 1MB
status 0
err_has "[J0206]"
run "$RECTO" check case.md --max-size 1MB --strict
status 3
run "$RECTO" check case.md --max-size 90MB
err_lacks "[J0206]"
run "$RECTO" check case.pdf --max-size 1MB
err_has "[J0206]"
printf 'title: Two\nstudies:\n  - case.md\n' >two.yaml
run "$RECTO" bundle two.yaml --max-size 1MB
status 0
err_has "[J0206]"

fact "on request a photograph is written in fewer dots, as JPEG, and that is told"
run "$RECTO" case.md -o small.pdf --downsample 100 --max-size 1MB -v
status 0
err_lacks J0206
err_has "“photo.png” has "
err_has "dots instead of 1400 × 1000, and "
err_has "[O0106]"
[ "$(size small.pdf)" -lt 200000 ] || fail "$(size small.pdf) bytes"
run "$RECTO" case.md -o small.pdf --downsample 100 --report
err_has "  pictures  photo.png: 1400 × 1000 → "
run "$RECTO" case.md -o small.pdf --downsample 100 --report --diagnostics json
grep -q '"pictures":\[{"name":"photo.png","from":\[1400,1000\],"to":\[[0-9]*,[0-9]*\],"bytes":\[' \
    "$TMPDIR/err" || fail "the report does not tell"
run "$RECTO" bundle two.yaml -o two.pdf --downsample 100 --max-size 1MB
status 0
err_is ""

fact "dots an inch are counted where the picture stands"
if command -v pdfimages >/dev/null; then
    case $(dots small.pdf) in
    *" jpeg") ;;
    *) fail "$(dots small.pdf) is no JPEG" ;;
    esac
    ppi=$(pdfimages -list small.pdf | awk 'NR == 3 { print $13 }')
    [ "$ppi" -ge 99 ] && [ "$ppi" -le 102 ] || fail "$ppi dots an inch"
fi

fact "a drawing stays a PNG: JPEG would smear its edges"
study drawing.png
run "$RECTO" case.md --downsample 60 -v
err_lacks J0206
if command -v pdfimages >/dev/null; then
    case $(dots case.pdf) in
    *" image") ;;
    *) fail "$(dots case.pdf)" ;;
    esac
fi

fact "what has not clearly too many dots is not touched, nor what would not be smaller"
study photo.png
run "$RECTO" case.md -o plain.svg
run "$RECTO" case.md -o same.svg --downsample 1200 -v
status 0
err_lacks O0106
equal "$(grep -c . same.svg)" "$(grep -c . plain.svg)"
equal "$(grep -o 'base64,.*' same.svg | cksum)" "$(grep -o 'base64,.*' plain.svg | cksum)"

fact "the same input gives the same bytes, and another number another file"
run "$RECTO" case.md -o one.pdf --downsample 100
same one.pdf small.pdf
mkdir in && cp case.md photo.png in
run "$RECTO" in -o made --downsample 100 --manifest list
run "$RECTO" in -o made --downsample 100 --manifest list
has list '"unchanged":true'
run "$RECTO" in -o made --downsample 90 --manifest list
has list '"unchanged":false'

fact "front matter and flags may ask for it; what is no number of dots is told"
{ printf -- '---\ndownsample: 100\n---\n' && cat case.md; } >front.md
run "$RECTO" front.md --max-size 1MB
status 0
err_is ""
run "$RECTO" case.md --downsample much
status 2
err_has "is no number of dots an inch"
