# SPDX-License-Identifier: MIT
# tests/cli/fit.t — the page budget: what is met, what goes, what is refused, and what is told of it.
. "$TESTS/tools/check.sh"

pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }
command -v pdfinfo >/dev/null || skip "no pdfinfo"

# words NUMBER: so many plain ones.
words() { awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) printf "word%s", i % 12 == 11 ? ". " : " " }'; }

# study: a page and a half or so, half of which may go.
study() {
    printf '# Desk\n\n## TL;DR\n\nIt works.\n\n## Problem\n\n%s\n\n' "$(words 200)"
    printf '## Next Steps {.optional}\n\n%s\n\n' "$(words 230)"
    printf '## Impact\n\n%s [but not this]{.optional}.\n\n' "$(words 230)"
    printf '## Ethics {.optional}\n\n%s\n' "$(words 320)"
}

fact "a budget that is met is met in silence"
run "$RECTO" "$SAMPLES/answer-desk.md" --layout classic --pages 2 -o two.pdf
status 0
equal "$(pages two.pdf)" 2
err_lacks "P0"

fact "nothing optional goes where all fits"
study >case.md
run "$RECTO" case.md --layout classic --pages 2 -o two.pdf
status 0
err_lacks "P0206"
pdftotext two.pdf - | grep -q Ethics || fail "Ethics is not there"

fact "the last of the text goes first, no more than is needed, and is named"
run "$RECTO" case.md --layout classic --pages 1 -o one.pdf
status 0
equal "$(pages one.pdf)" 1
err_has "case.md:19:1: note: “Ethics” was left out (321 words), so that the study keeps to 1 page [P0206]"
err_lacks "Next Steps"
pdftotext one.pdf - >text
if grep -q Ethics text; then fail "Ethics is there"; fi
grep -q "Next Steps" text || fail "Next Steps is not there"

fact "what is left is set as if the rest had never been written"
sed '/^## Ethics/,$d' case.md >without.md
run "$RECTO" without.md --layout classic --pages 1 -o without.trace
run "$RECTO" case.md --layout classic --pages 1 -o with.trace
same without.trace with.trace

fact "what was read is told as a whole, whatever has been left out of its pages"
run "$RECTO" case.md --pages 1 -t pdf,json -o all.pdf
equal "$(jq -c '[.sections[].kind]' all.json)" '["tldr","problem","next","impact","ethics"]'

fact "what was dropped is in the report"
run "$RECTO" case.md --layout classic --pages 1 --report --diagnostics json -o one.pdf
status 0
equal "$(grep '"stages"' "$TMPDIR/err" | jq -c '[.dropped[] | [.name, .line]]')" \
    '[["Ethics",19]]'

fact "drop: names what goes first"
{ printf -- '---\ndrop: [Next Steps]\n---\n' && study; } >named.md
run "$RECTO" named.md --layout classic --pages 1 -o one.pdf
status 0
err_has "“Next Steps” was left out"

fact "a refusal writes nothing, with numbers, for each section at its place"
rm -f one.pdf
run "$RECTO" "$SAMPLES/answer-desk.md" --layout classic --pages 1 -o one.pdf
status 4
missing one.pdf
err_has "too long for 1 page at the tightest its layout goes: text 9.2 on 12.1 pt"
err_has "it fits on 2 pages"
err_has "answer-desk.md:53:1: warning: “Evaluation & Benchmarks” takes"
equal "$(grep -c 'words must go' "$TMPDIR/err")" 10

fact "what is several times too long is told in one line"
{ study && printf '\n## More\n\n' && words 9000; } >longest.md
run "$RECTO" longest.md --pages 1 -o one.pdf
status 4
err_has "P0201"
err_lacks "P0205"

fact "a refusal tells that even leaving out does not do"
{ study && printf "\n## More\n\n" && words 1500; } >long.md
run "$RECTO" long.md --layout classic --pages 1 -o one.pdf
status 4
err_has "even without its"

fact "where more pages are allowed, nothing is left out in vain"
run "$RECTO" long.md --layout classic --pages 1 --overflow warn -o all.pdf
status 0
err_has "P0202"
err_lacks "P0206"
pdftotext all.pdf - | grep -q "but not this" || fail "words are lost"

fact "the report says what is too much"
run "$RECTO" "$SAMPLES/answer-desk.md" --layout classic --pages 1 --report --diagnostics json -o one.pdf
status 4
grep '"stages"' "$TMPDIR/err" >report
equal "$(jq '.pages > .budget and .over.lines > 5' report)" true
equal "$(jq '[.over.sections[].cut] | add <= input.over.words' report report)" true

fact "the report has every member that the manual promises"
run "$RECTO" "$SAMPLES/answer-desk.md" --layout classic --pages 2 --report --diagnostics json -o two.pdf
grep '"stages"' "$TMPDIR/err" >report
equal "$(jq -c 'keys_unsorted' report)" \
    '["file","step","steps","tried","pages","budget","airy","fill","columns","knobs","dropped","lines","hyphens","runts","widows","orphans","stranded","loosest","tightest","over","pictures","stages","memory"]'
equal "$(jq -c '[.over, .widows, .orphans, .stranded, .dropped, (.fill | length)]' report)" '[null,0,0,0,[],2]'

fact "fewer pages than asked for are told"
run "$RECTO" "$SAMPLES/night-bus.md" --layout classic --pages 2 -o short.pdf
status 0
equal "$(pages short.pdf)" 1
err_has "note: the study is set on 1 page, not 2"
run "$RECTO" "$SAMPLES/night-bus.md" --layout classic --pages 2 -q -o short.pdf
err_is ""
