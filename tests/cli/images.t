# SPDX-License-Identifier: MIT
# tests/cli/images.t — pictures that are missing, broken or outside the root.
. "$TESTS/tools/check.sh"

study() { printf '# A study\n\n## Problem\n\nIt was slow.\n\n![A plot](%s)\n' "$1"; }

# Told at its line, and the page is written with the words that stand for it.
told() {
    study "$1" >case.md
    run "$RECTO" render case.md -o case.pdf
    err_has "case.md:7:"
    err_has "$2"
    status 0
    exists case.pdf
}

fact "a missing picture is told"
told nothing.png "nothing.png"

fact "a picture that is no picture is told"
printf 'GIF89a, or so it says' >broken.png
told broken.png "broken.png"

fact "half a picture is told"
printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\020\0\0\0\020\010\002\0\0\0' >half.png
told half.png "half.png"

fact "a folder is no picture"
mkdir folder.png
told folder.png "folder.png"

fact "a picture outside the root is told, however it is reached"
mkdir inside
cp broken.png outside.png
study ../outside.png >inside/case.md
run "$RECTO" render inside/case.md -o case.pdf
err_has "inside/case.md:7:"
err_has "outside"
ln -s ../outside.png inside/link.png
study link.png >inside/case.md
run "$RECTO" render inside/case.md -o case.pdf
err_has "outside"
study /etc/hostname >case.md
run "$RECTO" render case.md -o case.pdf
err_has "outside"

fact "a name that cannot be followed is told, and the study is set"
ln -s circle.png circle.png
told circle.png "a link that leads to itself"
told "$(printf 'a%.0s' $(seq 300)).png" "its name is too long"

fact "nothing is fetched"
told https://example.com/plot.png "example.com"

fact "a last line of emphasis, or the short paragraph below, is the caption of pictures"
python3 - <<'END'
import struct, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
rows = b"".join(b"\0" + b"\xc0" * 3 * 8 for _ in range(8))
open("dot.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)) +
                            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
END
captioned() { printf '# A study\n\n## Problem\n\nIt was slow.\n\n%b\n' "$1" >case.md; }
trace() { "$RECTO" case.md --layout "$1" -q -o case.trace || fail "it cannot be set"; }
one='![A plot](dot.png)\n*What it shows.*'
for layout in classic swiss sidebar; do
    for body in "$one" '![A plot](dot.png)\n\n*What it shows.*' '![A plot](dot.png)\n\nFigure 1: What it shows.' \
        '![A plot](dot.png) ![Another](dot.png)\n*What it shows.*'; do
        captioned "$body"
        trace "$layout"
        equal "$(grep -c '^tag .* Caption' case.trace)" 1
        has case.trace 'What it shows.'
        equal "$(grep -c '^ *text .*A plot' case.trace)" 0
    done
done

fact "a caption stands below its picture, or beside it where the layout has a column for that"
captioned "$one"
x_of() { sed -n "s/^ *text \\([0-9]*\\).*What it shows.*/\\1/p" case.trace; }
picture_x() { sed -n 's/^  *image \([0-9]*\).*/\1/p' case.trace; }
trace sidebar
equal "$(x_of)" "$(picture_x)"
trace swiss
[ "$(x_of)" -lt "$(picture_x)" ] || fail "it does not stand in the title column"
trace classic
[ "$(x_of)" -gt $(($(picture_x) + 360)) ] || fail "it does not stand in the margin"

fact "what is no caption stays prose"
for body in '![A plot](dot.png) *so it is*' '![A plot](dot.png)\n*so it is* and more' '![A plot](dot.png)\n\nso *it is*'; do
    captioned "$body"
    trace classic
    equal "$(grep -c '^tag .* Caption' case.trace)" 0
    grep '^ *text ' case.trace | grep -q 'it is' || fail "words are lost"
done
captioned '![A plot](dot.png)\n\n*Of the table.*\n\n| a | b |\n|---|---|\n| 1 | 2 |'
trace sidebar
equal "$(grep -c '^tag .* Caption' case.trace)" 1
grep -A 1 '^tag .* Table' case.trace | grep -q Caption || fail "the table lost its caption"

fact "a caption without its picture is set as words"
captioned '![A plot](gone.png)\n*What it shows.*'
run "$RECTO" case.md -o case.txt
err_has "gone.png"
has case.txt "A plot"
has case.txt "What it shows."

fact "a picture that the study shows is never replaced by a page"
study case.png >case.md
cp "$TESTS/../assets/pictures/swiss.png" case.png
for to in case.png ./case.png; do
    run "$RECTO" render case.md -t png -o "$to"
    status 2
    err_has "is a picture that the study shows"
    same case.png "$TESTS/../assets/pictures/swiss.png"
done
run "$RECTO" render case.md -t png
status 2
ln -s case.png link.png
run "$RECTO" render case.md -t png -o link.png
status 2
same case.png "$TESTS/../assets/pictures/swiss.png"
run "$RECTO" render case.md -t png -o page.png
status 0
