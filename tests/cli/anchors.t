# SPDX-License-Identifier: MIT
# tests/cli/anchors.t — links to headings of the same study.
. "$TESTS/tools/check.sh"
command -v pdfinfo >/dev/null || skip "there is no pdfinfo"

cat >case.md <<'END'
# Night bus

## TL;DR

It works: see [what comes next](#next-steps), [how](#How-it-s-built_2), [again](#next-steps),
[overview](#übersicht) and [nowhere](#elsewhere).

## Übersicht

All of it.

## How it *s* built_2!

Well.

## Next Steps

More of it.
END

fact "a link leads to the heading whose name it has, as on forges"
run "$RECTO" case.md -t pdf,svg
status 0
pdfinfo -dests case.pdf >dests
for name in next-steps How-it-s-built_2 übersicht; do
    has dests "\"$name\""
done
equal "$(grep -c '"' dests)" 3
run "$RECTO" check case.pdf
status 0
equal "$(grep -c '<a xlink:href="#' case.svg)" 4

fact "the words of a link that leads nowhere stay"
run "$RECTO" case.md -t txt -o -
out_has "nowhere"

fact "studies of a bundle keep theirs apart"
cp case.md other.md
printf 'studies: [case.md, other.md]\n' >book.yaml
run "$RECTO" bundle book.yaml -o book.pdf
status 0
pdfinfo -dests book.pdf >dests
has dests '"s1.next-steps"'
has dests '"s2.next-steps"'
run "$RECTO" check book.pdf
status 0
