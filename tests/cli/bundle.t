# SPDX-License-Identifier: MIT
# tests/cli/bundle.t — many studies in one document.
. "$TESTS/tools/check.sh"

SOURCE_DATE_EPOCH=0
export SOURCE_DATE_EPOCH
cp "$SAMPLES"/* . 2>/dev/null
study() {
    printf '# %s\n\n## TL;DR\n\nIt is **%s** faster. More is said below.[^1]\n\n[^1]: Here.\n' \
        "$1" "$2"
}
study "First study" "+12%" >one.md
study "Second study" "−40%" >two.md
printf 'author: A. Candidate\nlayout: swiss\nstudies: [one.md, two.md]\n' >both.yaml

fact "a bundle stands beside its portfolio"
run "$RECTO" bundle both.yaml
status 0
out_is ""
exists both.pdf
equal "$(pdfinfo both.pdf | sed -n 's/^Pages: *//p')" 4
equal "$(pdfinfo both.pdf | sed -n 's/^Title: *//p')" "A. Candidate, Portfolio"

fact "cover, contents and studies follow each other, with running page numbers"
run "$RECTO" bundle both.yaml -o both.txt
status 0
for word in "A. Candidate" "Contents" "First study" "Second study" "+12%" "−40%"; do
    has both.txt "$word"
done
mutool draw -F txt both.pdf >text 2>/dev/null
for page in 2 3 4; do has text "$page / 4"; done

fact "links lead from the contents to the studies, and inside a study"
pdfinfo -dests both.pdf >dests
has dests '"study-1"'
has dests '"study-2"'
has dests '"s1.'
has dests '"s2.'
equal "$(sed -n 's/^ *\([0-9]*\) .*"study-2".*/\1/p' dests)" 4

fact "each study may have its own budget and layout, and parts have pages of their own"
run "$RECTO" bundle portfolio.yaml -o all.pdf --singles .
status 0
pdftotext all.pdf - >text
for word in Language Forecasting Elsewhere "Part A, Language"; do has text "$word"; done

fact "single files are what render writes"
"$RECTO" fresh-food.md --layout swiss -q -o alone.pdf
same fresh-food.pdf alone.pdf
"$RECTO" answer-desk.md --layout classic -q -o alone.pdf
same answer-desk.pdf alone.pdf

fact "the same input gives the same bytes, in one thread or several"
run "$RECTO" bundle portfolio.yaml -o again.pdf -j 1 --singles ones
exists ones/fresh-food.pdf
same all.pdf again.pdf

fact "the accent is that of the bundle"
"$RECTO" bundle both.yaml -o plum.trace
sed 's/^author/palette: cobalt\nauthor/' both.yaml >cobalt.yaml
"$RECTO" bundle cobalt.yaml -o cobalt.trace
cmp -s plum.trace cobalt.trace && fail "the palette changes nothing"

fact "a study that fails is told, and nothing is written"
printf 'studies:\n  - one.md\n  - missing.md\n' >broken.yaml
run "$RECTO" bundle broken.yaml
status 1
err_has "missing.md: error: cannot read it: no such file or folder"
missing broken.pdf

fact "what no study has is told once"
run "$RECTO" bundle both.yaml --variant nope
status 2
equal "$(grep -c . "$TMPDIR/err")" 1
err_has "recto: error: there is no variant “nope” [M0107]"
run "$RECTO" one.md two.md --variant nope -o two/ --diagnostics json
status 2
equal "$(grep -c M0107 "$TMPDIR/err")" 1

fact "the contents keep a part whole where a page holds it"
{
    printf 'author: A\nparts:\n'
    for part in first second third; do
        printf '  - {name: %s, studies: [one.md, two.md, one.md, two.md]}\n' "$part"
    done
} >whole.yaml
run "$RECTO" bundle whole.yaml -o whole.trace
status 0
contents=$(sed -n '/^page 2 /,/^page 3 /p' whole.trace)
case $contents in *'"third"'*) fail "the third part begins on the first page of the contents" ;; esac
case $contents in *'"second"'*) ;; *) fail "the second part is not on it" ;; esac
sed -n '/^page 3 /,/^page 4 /p' whole.trace >later
equal "$(grep -c '"third"' later)" 1

fact "later pages of a study are ruled below their head as its layout rules them"
for layout in swiss classic; do
    printf 'layout: %s\nstudies: [{file: %s/cited-answers.md, pages: 2}]\n' "$layout" "$SAMPLES" >ruled.yaml
    "$RECTO" bundle ruled.yaml -q -o ruled.trace || fail "it cannot be bound"
    equal "$layout $(sed -n '/^page 4 /,$p' ruled.trace | grep -c 'stroke #14181f 1.000 : M 0.000 0.000 L [45]')" \
        "$layout $([ "$layout" = swiss ] && echo 2 || echo 1)"
done

fact "a study on a single page leaves room for the foot of the bundle"
for layout in swiss classic compact; do
    printf 'layout: %s\ncover: false\ncontents: false\nstudies: [{file: %s/pruefstand.md, pages: 1}]\n' \
        "$layout" "$SAMPLES" >foot.yaml
    "$RECTO" bundle foot.yaml -q -o foot.trace || fail "$layout: it cannot be bound"
    awk '$1 == "text" { y[n++] = $3; if ($0 ~ /"1 \/ 1"$/) foot = $3 }
        END { for (i = 0; i < n; i++) if (y[i] < foot && y[i] > foot - 11) exit 1; exit !foot }' foot.trace ||
        fail "$layout: the text touches the foot"
done

fact "the letter of a part hangs out by the white at its left: B has more of it than A"
letter_x() { sed -n "s/^ *text \([0-9]*\)\.[0-9]* [0-9.]* f[0-9]* 220.000 .*\"$1\"\$/\1/p" whole.trace; }
[ "$(letter_x B)" -lt "$(($(letter_x A) - 5))" ] || fail "A at $(letter_x A), B at $(letter_x B)"

fact "two sentences below a name stand on a line each, where both fit"
printf 'author: A\nline: Machine learning engineer. Built, measured and kept running.\nstudies: [one.md]\n' >lines.yaml
"$RECTO" bundle lines.yaml -q -o lines.trace
grep -q '"Machine learning engineer. "' lines.trace || fail "the first sentence has no line of its own"
grep -q '"Built, measured and kept running."' lines.trace || fail "nor has the second"
"$RECTO" bundle lines.yaml -q -o lines.txt
has lines.txt "Machine learning engineer. Built, measured and kept running."
sed 's/^line: .*/line: Machine learning. Built, measured and kept running by one engineer who stays on call for it./' lines.yaml >long.yaml
"$RECTO" bundle long.yaml -q -o long.trace
grep -q '"Machine learning. "' long.trace && fail "a line is broken where three are needed"

fact "wrong keys are told with their place and what was meant"
printf 'author: X\nstudys: [one.md]\n' >typo.yaml
run "$RECTO" bundle typo.yaml
status 1
err_has "typo.yaml:2:1: error: no key “studys” stands here [K0101]: did you mean “studies”?"
printf 'studies:\n  - {file: one.md, page: 1}\n' >typo.yaml
run "$RECTO" bundle typo.yaml
status 1
err_has "did you mean “pages”?"
printf 'parts: x\n' >typo.yaml
run "$RECTO" bundle typo.yaml
status 1
err_has "“parts” is no list"
printf 'author: X\n' >typo.yaml
run "$RECTO" bundle typo.yaml
status 1
err_has "the portfolio names no study"

fact "the schema knows the keys"
run "$RECTO" schema portfolio
status 0
has "$TMPDIR/out" '"dividers"'
jq -e '.properties.studies.items.anyOf[1].properties.file' "$TMPDIR/out" >/dev/null ||
    fail "the schema does not describe studies"

fact "two singles of one name are refused"
mkdir sub
cp one.md sub/one.md
printf 'studies: [one.md, sub/one.md]\n' >same.yaml
mkdir singles
run "$RECTO" bundle same.yaml --singles singles
status 2
err_has "singles/one.pdf"

fact "several formats, pages of their own and words in braces, as in render"
run "$RECTO" bundle both.yaml -t txt,trace,svg -o 'made/{layout}-{stem}-{p}' -v
status 0
exists made/bundle-both.txt
exists made/bundle-both.trace
exists made/bundle-both-1.svg
pages=$(grep -c '^page ' made/bundle-both.trace)
exists "made/bundle-both-$pages.svg"
equal "$(ls made/*.svg | wc -l | tr -d ' ')" "$pages"
err_has "written to “made/bundle-both-1.svg”"
mkdir less
printf 'studies: [../one.md]\n' >less/both.yaml
run "$RECTO" bundle less/both.yaml -t svg -o 'made/{layout}-{stem}-{p}' -v
status 0
err_has "removed “made/bundle-both-$pages.svg”, a page of an earlier run"
missing "made/bundle-both-$pages.svg"
run "$RECTO" bundle both.yaml -o all.svg
status 2
err_has "“all.svg” cannot hold $pages pages of svg"
missing all.svg
run "$RECTO" bundle both.yaml -o 'made/{title}.txt'
status 0
run "$RECTO" bundle both.yaml -o all.docx
status 2
err_has "no output format has the ending"

fact "words from right to left keep their order among others, and their number its column"
printf 'author: A. Candidate\nlayout: swiss\nstudies: [najm.md]\n' >right.yaml
run "$RECTO" bundle right.yaml -o right.trace
status 0
sed -n '/^page 2 /,/^page 3 /p' right.trace | grep '"\." rtl' >stop
equal "$(awk '{ print ($2 < 180) }' stop)" 1
equal "$(awk '/#8e366d 1g "1"$/ && $5 == 30 { print ($2 > 500) }' right.trace)" 1

fact "a bundle is never written over a study"
cp one.md kept.md
run "$RECTO" bundle both.yaml -t pdf -o one.md
status 2
err_has "the output “one.md” is an input"
same one.md kept.md
run "$RECTO" bundle both.yaml -t pdf -o both.yaml
status 2
has both.yaml "studies:"
