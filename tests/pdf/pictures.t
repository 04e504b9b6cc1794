# SPDX-License-Identifier: MIT
# tests/pdf/pictures.t — pages as SVG and PNG show what the PDF shows: two other programs draw that, a
# third the SVG, and all is compared.
. "$TESTS/tools/check.sh"

for tool in pdftoppm pdftocairo rsvg-convert pngtopnm xmllint; do
    command -v $tool >/dev/null || skip "$tool is not installed"
done

# show NUMBER: page NUMBER of made.pdf as page.ppm, and as cairo.ppm, where letters are not hinted.
show() {
    pdftoppm -r 96 -f "$1" -l "$1" -singlefile made.pdf page
    pdftocairo -r 96 -f "$1" -l "$1" -singlefile -png made.pdf cairo
    pngtopnm cairo.png >cairo.ppm
}

# alike FILE.ppm: it shows what cairo.ppm shows.
alike() {
    run python3 "$TESTS/tools/pictures.py" cairo.ppm "$1" 1.2 40
    status 0
}

# The same of page.ppm. pdftoppm moves the stems of letters to whole pixels.
roughly_alike() {
    run python3 "$TESTS/tools/pictures.py" page.ppm "$1" 2 50
    status 0
}

drawn() { rsvg-convert -d 96 -p 96 "$1" -o svg.png && pngtopnm svg.png >svg.ppm; }

for page in answer-desk.swiss.1 answer-desk.swiss.2 najm.classic.1 xunlu.sidebar.1; do
    sample=${page%%.*} rest=${page#*.}
    layout=${rest%.*} number=${rest#*.}
    fact "page $number of $sample in $layout looks the same as SVG and as PNG"
    run "$RECTO" "$SAMPLES/$sample.md" --layout "$layout" -t pdf,svg,png --ppi 96 -o 'made-{p}' -q
    status 0
    run xmllint --noout "made-$number.svg"
    status 0
    show "$number"
    drawn "made-$number.svg"
    alike svg.ppm
    roughly_alike svg.ppm
    pngtopnm "made-$number.png" >png.ppm
    alike png.ppm
    roughly_alike png.ppm
done

fact "a line that is missing would show"
awk '/<g fill=.*<use/ && ++n == 8 { next } { print }' made-1.svg >less.svg
drawn less.svg
run python3 "$TESTS/tools/pictures.py" cairo.ppm svg.ppm 1.2 40
[ "$status_now" -ne 0 ] || fail "it did not"

fact "pictures turn as cameras say, and keep what is theirs out of the file"
python3 - <<'END'
import struct, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
rows = b"".join(b"\0" + bytes(v for x in range(60) for v in (4 * x, 6 * y, 120)) for y in range(40))
open("shade.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60, 40, 8, 2, 0, 0, 0))
    + chunk(b"tEXt", b"Author\0nobody@example.org") + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
END
printf '# Shades\n\nSome words.\n\n![A shade](shade.png)\n' >shades.md
run "$RECTO" shades.md -t pdf,svg,png --ppi 96 -o made
status 0
run xmllint --noout made.svg
status 0
lacks made.svg "$(printf 'nobody' | base64 | cut -c1-6)"
show 1
drawn made.svg
alike svg.ppm
pngtopnm made.png >png.ppm
alike png.ppm
if command -v pnmtojpeg >/dev/null; then
    pngtopnm shade.png | pnmtojpeg >plain.jpg
    for turn in 3 6; do
        python3 - $turn <<'END'
import struct, sys
plain = open("plain.jpg", "rb").read()
tiff = b"II*\0" + struct.pack("<IHHHIII", 8, 1, 0x112, 3, 1, int(sys.argv[1]), 0)
exif = b"Exif\0\0" + tiff
open("turned.jpg", "wb").write(plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:])
END
        printf '# Turned\n\nSome words.\n\n![A shade](turned.jpg)\n' >turned.md
        run "$RECTO" turned.md -t pdf,svg,png --ppi 96 -o made
        show 1
        drawn made.svg
        alike svg.ppm
        pngtopnm made.png >png.ppm
        alike png.ppm
    done
fi
