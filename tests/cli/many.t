# SPDX-License-Identifier: MIT
# tests/cli/many.t — many documents in one run: threads, order, failures, what is left out.
. "$TESTS/tools/check.sh"

mkdir in all
for i in 01 02 03 04 05 06 07 08 09 10 11 12; do
    printf '# Study %s\n\n## TL;DR\n\nIt works, number %s.\n' $i $i >in/s$i.md
done
cp "$SAMPLES/answer-desk.md" in/t-long.md

# The numbers of the summary.
summary() { grep ' documents: ' "$TMPDIR/err"; }

fact "what is written does not depend on the number of threads"
mkdir one four
run "$RECTO" render in -o one -j 1
status 0
run "$RECTO" render in -o four -j 4
status 0
run diff -r one four
status 0
"$RECTO" render in/s07.md -o single.pdf
same single.pdf one/s07.pdf
[ "$(ls four | wc -l)" -eq 13 ] || fail "not 13 files"

fact "what a study is set in does not depend on those before it"
mkdir asia alone
for study in xunlu minato; do
    "$RECTO" "$SAMPLES/$study.md" -t trace -o alone/ -q
done
run "$RECTO" "$SAMPLES/xunlu.md" "$SAMPLES/minato.md" -j 1 -t trace -o asia -q
status 0
run diff -r asia alone
status 0
run "$RECTO" "$SAMPLES/minato.md" "$SAMPLES/xunlu.md" -j 1 -t trace -o asia -q
run diff -r asia alone
status 0

fact "a font that the text would not be set in makes nothing again, one that it would does"
cjk=$(fc-match -f '%{file}' ':lang=zh-cn' 2>/dev/null || true)
case ${cjk##*/} in
NotoSansCJK-*)
    mkdir fonts han
    cp "$SAMPLES/xunlu.md" han/
    cp "${cjk%/*}"/NotoSansCJK-*.ttc fonts/
    printf '<?xml version="1.0"?><fontconfig><dir>%s/fonts</dir><cachedir>%s/cache</cachedir></fontconfig>\n' \
        "$PWD" "$PWD" >fonts.conf
    with() { run env FONTCONFIG_FILE="$PWD/fonts.conf" "$RECTO" "$@"; }
    with han -o han-made --manifest han.jsonl
    has han.jsonl '"unchanged":false'
    cp "$BUILD"/share/recto/fonts/Lato-Regular.ttf fonts/other.ttf
    with han -o han-made --manifest han.jsonl
    has han.jsonl '"unchanged":true'
    cp han-made/xunlu.pdf before.pdf
    with han -o han-made --force
    same han-made/xunlu.pdf before.pdf
    printf 'studies: [xunlu.md]\n' >han/book.yaml
    with bundle han/book.yaml -o book.pdf
    status 0
    rm fonts/other.ttf
    with bundle han/book.yaml -o alone.pdf
    same book.pdf alone.pdf
    cp "$BUILD"/share/recto/fonts/Lato-Regular.ttf fonts/other.ttf
    rm fonts/NotoSansCJK-Bold.ttc
    with han -o han-made --manifest han.jsonl
    has han.jsonl '"unchanged":false'
    ;;
esac

fact "a run ends with a summary"
run "$RECTO" render in -o all
status 0
err_has "13 documents: 13 files written, in "
run "$RECTO" render in -o all -q --force
status 0
err_is ""
run "$RECTO" render in -o all --diagnostics json --force
err_is ""

fact "what is there already is not made again"
run "$RECTO" render in -o all
status 0
err_has "13 documents: 0 files written, 13 unchanged"

fact "a changed source is"
printf '\nMore.\n' >>in/s03.md
run "$RECTO" render in -o all
err_has "1 file written, 12 unchanged"

fact "an option that changes the page makes all of them again, and back"
run "$RECTO" render in -o all --gray
err_has "13 files written"
run "$RECTO" render in -o all --set body.size=9pt
err_has "13 files written"
run env SOURCE_DATE_EPOCH=1700000000 "$RECTO" render in -o all
err_has "13 files written"
run "$RECTO" render in -o all
err_has "13 files written"
run "$RECTO" render in -o all
err_has "13 unchanged"

fact "a changed layout file is seen, and so is what it extends"
printf 'extends: ./base.yaml\nabout: mine\n' >mine.yaml
printf 'extends: classic\nabout: base\nbody:\n  size: 9pt\n' >base.yaml
run "$RECTO" render in -o all --layout ./mine.yaml
err_has "13 files written"
run "$RECTO" render in -o all --layout ./mine.yaml
err_has "13 unchanged"
printf 'extends: classic\nabout: base\nbody:\n  size: 9.5pt\n' >base.yaml
run "$RECTO" render in -o all --layout ./mine.yaml
err_has "13 files written"

fact "a changed picture is seen"
picture() { # GREY
    python3 - "$1" <<'END'
import struct, sys, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
open("in/dot.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(bytes([0, int(sys.argv[1])]))) + chunk(b"IEND", b""))
END
}
picture 10
printf '\n![A dot](dot.png)\n' >>in/s04.md
"$RECTO" render in -o all 2>"$TMPDIR/err"
run "$RECTO" render in -o all
err_has "13 unchanged"
picture 200
run "$RECTO" render in -o all
err_has "1 file written, 12 unchanged"

fact "an output that was changed, cut or removed is made again"
printf 'x' | dd of=all/s01.pdf bs=1 seek=1500 conv=notrunc 2>/dev/null
head -c 900 all/s02.pdf >cut
cp cut all/s02.pdf
rm all/s05.pdf
run "$RECTO" render in -o all
err_has "3 files written, 10 unchanged"
cmp -s one/s01.pdf all/s01.pdf || fail "s01.pdf is not as it was"

fact "--force makes all of them, and a document named alone is always made"
run "$RECTO" render in -o all --force
err_has "13 files written"
run "$RECTO" render in/s01.md -o all -v
err_has "written to “all/s01.pdf”"

fact "pages over the budget stay only where they may"
mkdir over
{ cat in/t-long.md && sed -n '/^## Problem/,$p' in/t-long.md && sed -n '/^## Problem/,$p' in/t-long.md; } >over/o.md
cp in/s01.md over/
run "$RECTO" render over -o all --pages 1 --overflow warn
status 0
err_has "2 files written"
run "$RECTO" render over -o all --pages 1 --overflow warn
err_has "2 unchanged"
run "$RECTO" render over -o all --pages 1
status 4
err_has "1 unchanged, 1 document failed"

fact "under --strict nothing is passed over"
run "$RECTO" render in -o all --strict
err_lacks "unchanged"

fact "one failure does not stop the rest, and the gravest status counts"
printf 'title: [\n' >in/u-bad.md
printf -- '---\ntitle: [\n---\n\n# T\n\nx\n' >in/u-bad.md
rm -rf made && mkdir made
run "$RECTO" render in nothing.md -o made
status 1
err_has "nothing.md: error: cannot read it"
err_has "documents failed"
exists made/t-long.pdf
rm in/u-bad.md

fact "findings stand together and in the order of the documents, in every form"
mkdir warn
for i in 1 2 3 4 5 6 7 8 9; do
    printf '# Study <%s>\n\n## TL;DR\n\n<one>\n\n## Problem\n\n<two>\n' $i >warn/w$i.md
done
for form in short json; do
    "$RECTO" render warn -o made -j 1 --force --diagnostics $form 2>one.err
    "$RECTO" render warn -o made -j 5 --force --diagnostics $form 2>five.err
    grep -v ' documents: ' one.err >one.txt
    grep -v ' documents: ' five.err >five.txt
    [ -s one.txt ] || fail "nothing is found"
    same one.txt five.txt
done
if command -v jq >/dev/null; then
    "$RECTO" render warn -o made -j 5 --force --diagnostics sarif 2>five.sarif
    equal "$(jq '.runs[0].results | length' five.sarif)" "$(wc -l <one.txt | tr -d ' ')"
    jq -r '.runs[0].results[].locations[0].physicalLocation.artifactLocation.uri' five.sarif >order
    sort order | cmp -s - order || fail "the findings are not in order"
fi

fact "of two outputs of one name the first document gets it, whatever the threads do"
mkdir same
for i in 1 2 3 4; do printf '# Same\n\n## TL;DR\n\nNumber %s.\n' $i >same/s$i.md; done
for i in 1 2 3 4 5; do
    rm -f Same.trace
    run "$RECTO" same -o '{title}.trace' -j 4
    status 2
    grep -q "Number 1" Same.trace || grep -q "1" Same.trace || fail "another document was first"
    for k in 2 3 4; do err_has "same/s$k.md: error: two outputs are called “Same.trace”"; done
    err_has "3 documents failed"
done

fact "the manifest has a line for each output, in order"
run "$RECTO" render in nothing.md -o made -j 3 --force --manifest list.jsonl
status 1
equal "$(wc -l <list.jsonl | tr -d ' ')" 14
if command -v jq >/dev/null; then
    equal "$(jq -r 'select(.status == 0) | .input' list.jsonl | tr '\n' ' ')" \
        "$(cd in && printf 'in/%s ' *.md)"
    equal "$(jq -c 'select(.input == "in/s01.md") | [.output, .pages, .status, .unchanged]' list.jsonl)" \
        '["made/s01.pdf",1,0,false]'
    equal "$(jq -c 'select(.input == "nothing.md") | [.output, .hash, .pages, .status, .diagnostics[0].code]' list.jsonl)" \
        '[null,null,null,1,"J0101"]'
    equal "$(jq -r 'keys_unsorted | join(" ")' list.jsonl | sort -u)" \
        "input output hash pages status unchanged diagnostics ms"
    "$RECTO" render in -o made --manifest again.jsonl 2>/dev/null
    equal "$(jq -r 'select(.unchanged) | .hash' again.jsonl)" \
        "$(jq -r 'select(.status == 0) | .hash' list.jsonl)"
fi
run "$RECTO" render in -o made --manifest in/s01.md
status 2
has in/s01.md "Study 01"
run "$RECTO" render in -o made --manifest nowhere/list
status 6

fact "a number of threads that is none is told"
for jobs in 0 -1 x 2x 99999; do
    run "$RECTO" render in -o made -j $jobs
    status 2
    err_has "no number from 1 to"
done

fact "a signal leaves whole files, whole lines, and ends the program as signals do"
for signal in INT TERM; do
    rm -rf made && mkdir made
    # A shell lets what runs beside it ignore interrupts.
    env --default-signal=INT "$RECTO" render in "$SAMPLES" -o made --manifest cut.jsonl 2>killed.err &
    pid=$!
    while [ -z "$(ls made)" ] && kill -0 $pid 2>/dev/null; do sleep 0.01; done
    kill -$signal $pid 2>/dev/null || true
    code=0
    wait $pid || code=$?
    case $code in
    0 | 130 | 143) ;;
    *) fail "it ended with $code" ;;
    esac
    for file in made/*.pdf; do
        equal "$(tail -c 6 "$file")" "%%EOF"
    done
    equal "$(ls -A made | grep -c '^\.recto')" 0
    [ ! -s cut.jsonl ] || equal "$(tail -c 2 cut.jsonl)" "}"
done

fact "a signal that is ignored, as under nohup, stops nothing"
mkdir hung
for i in $(seq 60); do cp "$SAMPLES/answer-desk.md" hung/h$i.md; done
(
    trap '' HUP
    exec "$RECTO" hung -o hung-made -q
) &
pid=$!
while [ -z "$(ls hung-made 2>/dev/null)" ] && kill -0 $pid 2>/dev/null; do sleep 0.01; done
kill -HUP $pid 2>/dev/null || true
code=0
wait $pid || code=$?
equal "$code" 0
equal "$(ls hung-made | wc -l | tr -d ' ')" 60

fact "a run that was cut is taken up where it ended"
run "$RECTO" render in "$SAMPLES" -o made --manifest rest.jsonl --overflow warn
[ "$(ls made | wc -l)" -ge 13 ] || fail "documents are missing"
for file in one/s01.pdf one/t-long.pdf; do same "$file" "made/${file#one/}"; done
