# SPDX-License-Identifier: MIT
# pdf/proof.t — `recto check` reads a PDF back and tells what it does not keep.
. "$TESTS/tools/check.sh"

study=$SAMPLES/answer-desk.md

fact "every sample is read back by check, and nothing is wrong with its PDF"
for sample in "$SAMPLES"/*.md; do
    name=$(basename "$sample" .md)
    [ "$name" = README ] && continue
    run "$RECTO" check "$sample"
    err_lacks "[R0"
    run "$RECTO" render "$sample" -q -o "$name.pdf"
    run "$RECTO" check "$name.pdf"
    status 0
    err_is ""
done

fact "so are the other standards"
for standard in none ua-1 a-2u ua-1,a-3a a-1b; do
    run "$RECTO" render "$study" --standard "$standard" -o other.pdf
    run "$RECTO" check other.pdf
    status 0
    err_is ""
done

cat >small.md <<'END'
---
title: A Study
---
# A Study

Words with a [link](https://example.com/a) and a note.[^1]

## Facts

| Fact | Value |
| :-- | --: |
| Role | Engineer |

- one thing

## Architecture

Client → Gateway → Model

[^1]: The note itself.
END
run "$RECTO" render small.md -o small.pdf
qpdf --qdf --object-streams=disable small.pdf plain.pdf

# broken WHAT SED: a file that is broken in one place, and what check says of it
broken() {
    fact "it sees: $1"
    sed "$2" plain.pdf | fix-qdf >broken.pdf 2>fixed
    if cmp -s plain.pdf broken.pdf; then fail "nothing was broken"; fi
    run "$RECTO" check broken.pdf
    status 5
    err_has "$1"
}
broken "catalog: no language" '/^  \/Lang (/d'
broken "not marked as tagged" 's/\/Marked true/\/Marked false/'
broken "viewers show the name of the file" 's/\/DisplayDocTitle true/\/DisplayDocTitle false/'
broken "PDF/A without an output intent" 's/\/OutputIntents/\/NoIntents/'
broken "nothing describes pdfuaid" 's/pdfaExtension:schemas/pdfaExtension:schemes/'
broken "there is no title" 's/dc:title/dc:titel/g'
broken "“Headline” is no standard type" 's/\/S \/H2$/\/S \/Headline/'
broken "H4 follows H1" '0,/\/S \/H2$/s//\/S \/H4/'
broken "holds P" 's/\/S \/TR$/\/S \/P/'
broken "a Figure without a description" '/^  \/Alt (/d; /^  \/Alt </d'
broken "a Figure without a BBox" 's/\/BBox/\/CBox/'
broken "a TH without a Scope" 's/\/Scope/\/Skope/'
broken "an L without a ListNumbering" '/\/ListNumbering/d'
broken "a Note without an ID" '/^  \/ID (note/d'
broken "content 900 of page 1 belongs to no element" 's/\/MCID 0>>BDC/\/MCID 900>>BDC/'
broken "inside other content" '0,/^EMC$/s///'
broken "painted outside the structure" '0,/^\/H1<<[^>]*>>BDC$/s//0 0 9 9 re f\n&/'
broken "the tab order is not the structure" '/^  \/Tabs \/S$/d'
broken "a link without words" '/^  \/Contents (link)$/d'
broken "a link outside the structure" '/^  \/StructParent [0-9]/d'
broken "a link that is hidden" 's/^  \/F 4$/  \/F 2/'
broken "a Link without its annotation" 's/\/Type \/OBJR/\/Type \/OBJX/'
broken "says nothing" '/^  \/ToUnicode /d'
broken "is not embedded" '/^  \/FontFile[23] /d'
broken "U+fb01 comes out" '0,/^<\([0-9A-F]*\)><00[0-9A-F]*>$/s//<\1><FB01>/'

fact "a file of another program is told as such, and as nothing else"
sed 's/^  \/Producer .*/  \/Producer (another)/' plain.pdf | fix-qdf >other.pdf 2>fixed
run "$RECTO" check other.pdf
status 5
err_has "recto did not make it"
equal "$(wc -l <"$TMPDIR/err")" 1

fact "a file that is cut off is no PDF"
head -c 2000 small.pdf >half.pdf
run "$RECTO" check half.pdf
status 5
err_has "it is no PDF, or a damaged one"
equal "$(wc -l <"$TMPDIR/err")" 1
