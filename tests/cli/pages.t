# SPDX-License-Identifier: MIT
# tests/cli/pages.t — formats of one page a file: how the files are called, and when they are made.
. "$TESTS/tools/check.sh"

printf '# Short\n\n## TL;DR\n\nIt works.\n' >short.md
cp "$SAMPLES/answer-desk.md" long.md
two="--pages 2"

# The files of a folder, in one line.
files() { (cd "$1" && find . -type f | sort | sed 's|^\./||' | tr '\n' ' ' | sed 's/ $//'); }

fact "one page is one file under the usual name, more are counted"
mkdir in
cp short.md long.md in
run "$RECTO" in/short.md in/long.md -t svg $two --overflow warn
status 0
equal "$(files in)" "long-1.svg long-2.svg long.md short.md short.svg"
run "$RECTO" in $two -t svg -o made
equal "$(files made)" "long-1.svg long-2.svg short.svg"
run "$RECTO" long.md $two -o stem -t svg,txt
status 0
exists stem-1.svg
exists stem-2.svg
exists stem.txt

fact "{p} is the number of the page, and files of all pages do without"
run "$RECTO" long.md $two -o 'p/{stem}_{p}.svg'
status 0
equal "$(files p)" "long_1.svg long_2.svg"
run "$RECTO" short.md -o 'p/s{p}.svg'
exists p/s1.svg
run "$RECTO" long.md $two -t svg,txt -o 'both/{stem}-{p}'
equal "$(files both)" "long-1.svg long-2.svg long.txt"
run "$RECTO" long.md $two -t svg,txt -o 'page/{stem} - {p}.svg'
equal "$(files page)" "long - 1.svg long - 2.svg long.txt"
run "$RECTO" long.md $two -o '{p}/{stem}.svg'
status 0
same 2/long.svg p/long_2.svg

fact "{0p} has as many digits as the last page"
{ cat long.md && for i in 1 2 3 4 5 6; do sed -n '/^## Problem/,$p' long.md; done; } >ten.md
run "$RECTO" ten.md --pages 12 -q -o 'ten/{0p}.svg'
status 0
n=$(ls ten | wc -l)
[ "$n" -ge 10 ] || fail "$n pages, not ten"
exists ten/01.svg
run "$RECTO" ten.md --pages 12 -q -o ten/ -t svg
exists ten/ten-01.svg
missing ten/ten-1.svg
run "$RECTO" long.md $two -o 'ten/x{0p}.svg'
exists ten/x1.svg

fact "a name that cannot hold the pages is told, with one that can"
printf earlier >case.svg
run "$RECTO" long.md $two -o case.svg
status 2
err_has "“case.svg” cannot hold 2 pages of svg, which is one page a file [J0120]"
err_has "write {p} for the number of the page: case-{p}.svg"
equal "$(cat case.svg)" earlier
run "$RECTO" long.md $two -o '{stem}.svg'
status 2
err_has "{stem}-{p}.svg"
run "$RECTO" long.md $two -t svg -o -
status 2
err_has "standard output cannot hold 2 pages"
out_is ""
run "$RECTO" short.md -o case.svg
status 0
err_is ""
"$RECTO" short.md -t svg -o - >stdout.svg || fail "status $?"
same stdout.svg case.svg
"$RECTO" - -t svg <short.md >stdin.svg || fail "status $?"
[ -s stdin.svg ] || fail "nothing came"

fact "{p} in the name of what is one file is told"
run "$RECTO" long.md -o '{stem}-{p}.pdf'
status 2
err_has "{p} is the number of a page, and all pages go to one file"
missing long-.pdf
missing long.pdf

fact "two pages of one name are refused, and no page is written over an input"
run "$RECTO" in/long.md in/short.md -t svg -o 'same/{p}.svg' -j 1 $two --overflow warn
status 2
err_has "two outputs are called “same/1.svg”"
equal "$(files same)" "1.svg 2.svg"
cp long.md '2.svg'
run "$RECTO" 2.svg long.md -t svg -o '{p}.svg' $two
status 2
same long.md 2.svg

fact "what cannot be laid out leaves the earlier pages"
mkdir keep
for i in 1 2; do printf earlier >keep/long-$i.svg; done
run "$RECTO" long.md --pages 1 --layout classic -t svg -o keep
status 4
equal "$(cat keep/long-1.svg keep/long-2.svg)" earlierearlier

fact "pages that are there are passed over, one that is not makes all of them again"
run "$RECTO" in $two -t svg,pdf -o again --force
err_has "2 documents: 5 files written"
run "$RECTO" in $two -t svg,pdf -o again
err_has "0 files written, 5 unchanged"
rm again/long-2.svg
run "$RECTO" in $two -t svg,pdf -o again
err_has "2 files written, 3 unchanged"
printf x >>again/long-1.svg
run "$RECTO" in $two -t svg,pdf -o again
err_has "2 files written, 3 unchanged"
run "$RECTO" in $two -t svg,pdf -o again --gray
err_has "5 files written"
run "$RECTO" in $two -t svg -o 'again/{stem}/{0p}.svg'
err_has "3 files written"
run "$RECTO" in $two -t svg -o 'again/{stem}/{0p}.svg'
err_has "3 unchanged"

fact "pages of an earlier, longer run go when the new ones are there, and nobody else's"
mkdir fewer
cp long.md fewer/case.md
run "$RECTO" fewer/case.md $two -t svg,png
equal "$(files fewer)" "case-1.png case-1.svg case-2.png case-2.svg case.md"
cp fewer/case-2.svg fewer/case-3.svg
printf mine >fewer/case-4.svg
cp fewer/case-1.svg fewer/other-1.svg
cp short.md fewer/case.md
chmod 444 fewer/case.md
run "$RECTO" fewer/case.md --pages 1 -t svg,png -v
status 0
equal "$(files fewer)" "case-3.svg case-4.svg case.md case.png case.svg other-1.svg"
err_has "note: removed “fewer/case-2.svg”, a page of an earlier run [J0209]"
cp long.md fewer/more.md
run "$RECTO" fewer/more.md $two -t svg,png -o fewer/case
equal "$(files fewer)" \
    "case-1.png case-1.svg case-2.png case-2.svg case-3.svg case-4.svg case.md more.md other-1.svg"
printf x >>fewer/case-2.svg
run "$RECTO" short.md -t svg,png -o fewer/case -q
exists fewer/case-2.svg
missing fewer/case-1.svg

fact "names that tell pages only are looked at from the new last page on"
run "$RECTO" long.md $two -o 'plain/{p}.svg'
run "$RECTO" short.md -o 'plain/{p}.svg'
equal "$(files plain)" "1.svg"
run "$RECTO" ten.md --pages 12 -q -o 'plain/{0p}.png' --ppi 10
run "$RECTO" short.md -o 'plain/{0p}.png'
exists plain/1.png
exists plain/02.png

fact "what fails leaves the pages of earlier runs, and so do outputs of the same run"
run "$RECTO" long.md $two -t svg -o fewer
run "$RECTO" long.md --pages 1 --layout classic -t svg -o fewer
status 4
exists fewer/long-2.svg
mkdir -p twins/a twins/b
cp long.md twins/a/case.md
cp short.md twins/b/case.md
run "$RECTO" twins/a/case.md twins/b/case.md $two -t svg -o twins -q -j 1 --overflow warn
equal "$(cd twins && echo *.svg)" "case-1.svg case-2.svg case.svg"
run "$RECTO" twins/a/case.md twins/b/case.md $two -t svg -o twins -q -j 2 --force --overflow warn
equal "$(cd twins && echo *.svg)" "case-1.svg case-2.svg case.svg"

fact "dots an inch are a page's business in PNG, and nobody else's"
run "$RECTO" in $two -t svg,pdf,png -o dots --force
err_has "8 files written"
run "$RECTO" in $two -t svg,pdf,png -o dots
err_has "8 unchanged"
run "$RECTO" in $two -t svg,pdf,png -o dots --ppi 100
err_has "3 files written, 5 unchanged"
printf x | dd of=dots/short.png bs=1 seek=1000 conv=notrunc 2>/dev/null
run "$RECTO" in $two -t svg,pdf,png -o dots --ppi 100
err_has "1 file written, 7 unchanged"
for ppi in 0 9 1201 many 72dpi; do
    run "$RECTO" short.md -t png --ppi $ppi
    status 2
    err_has "is no number of dots an inch from 10 to 1200"
done
run "$RECTO" short.md -t png --ppi 1200
status 2
err_has "too many dots at 1200 in an inch [O0105]"
missing short.png

fact "the manifest has a line for each page"
if command -v jq >/dev/null; then
    run "$RECTO" in $two -t svg,txt -o listed --manifest list.jsonl
    equal "$(jq -r .output list.jsonl | tr '\n' ' ')" \
        "listed/long-1.svg listed/long-2.svg listed/long.txt listed/short.svg listed/short.txt "
    equal "$(jq -r .pages list.jsonl | tr '\n' ' ')" "2 2 2 1 1 "
fi

fact "the same input gives the same bytes"
mkdir elsewhere
cp long.md elsewhere/other.md
TZ=Asia/Tokyo LC_ALL=C.UTF-8 "$RECTO" elsewhere/other.md $two -o 'elsewhere/{p}.svg' || fail "status $?"
same elsewhere/1.svg p/long_1.svg
same elsewhere/2.svg p/long_2.svg
