# SPDX-License-Identifier: MIT
# tests/cli/layout.t — layouts, palettes, paper and keys that cannot be had; lists of those that can.
. "$TESTS/tools/check.sh"
printf '# A study\n\n## TL;DR\n\nIt works.\n' >case.md

fact "an unknown layout is told with those there are"
run "$RECTO" render --layout clasic case.md
status 2
err_has "recto: error: cannot read layout “clasic”"
err_has "classic"
missing case.pdf

fact "an unknown palette and paper are told"
run "$RECTO" render --palette mauve case.md
status 2
err_has "no palette is called “mauve”"
err_has "forest"
run "$RECTO" render --paper a3 case.md
status 2
err_has "“a3”"

fact "a wrong key of --set is told with its neighbour"
run "$RECTO" render --set page.tpo=20mm case.md
status 2
err_has "page.tpo"
err_has "did you mean “page.top”?"
missing case.pdf

fact "a wrong value of --set is told with its range"
run "$RECTO" render --set page.top=200mm case.md
status 2
err_has "page.top: “200mm” is more than 60mm"

fact "a layout file is told at its line"
mkdir mine
printf 'extends: classic\npage:\n  topp: 20mm\n' >mine/house.yaml
run "$RECTO" render --layout mine/house.yaml case.md
status 1
err_has "mine/house.yaml:3:"
err_has "did you mean “page.top”?"

fact "what a layout file says wrong is told with its key, its line and what is near"
wrong() { # LAYOUT PLACE WORDS...
    printf "$1" >mine/house.yaml
    run "$RECTO" render --layout mine/house.yaml case.md
    status 1
    err_has "mine/house.yaml:$2: error"
    shift 2
    for word in "$@"; do err_has "$word"; done
}
wrong 'extends: clasic\n' 1:10 "did you mean “classic”?"
wrong 'extends: classic\npage: {topp: 3mm}\n' 2:8 "did you mean “page.top”?"
wrong 'extends: classic\nroles: {title: {color: redd}}\n' 2:24 "“redd” is no colour such as #15633F"
wrong 'extends: classic\nroles: {title: {color: acent}}\n' 2:24 "did you mean “accent”?"
wrong 'extends: classic\nroles: {title: {features: [tnum, lnun]}}\n' 2:27 "names “lnun”" "did you mean “lnum”?"
wrong 'extends: classic\nfit: {stage: []}\n' 2:7 "did you mean “stages”?"
wrong 'extends: classic\nfit: {stages: [{step: 2}]}\n' 2:17 "did you mean “steps”?"
wrong 'extends: classic\nfit: {stages: [{steps: 2, roles.text.size: [10pt, 3pt]}]}\n' 2:51 \
    "roles.text.size: “3pt” is less than 4pt"

fact "columns that are wider than the sheet are told"
printf 'extends: classic\npage: {left: 20mm, measure: 200mm}\n' >mine/house.yaml
run "$RECTO" render --layout mine/house.yaml case.md
status 0
err_has "mine/house.yaml: warning: the columns end 49.0 mm beyond the edge of the sheet"
run "$RECTO" render --layout compact --set page.measure=80mm case.md
status 0
err_lacks "beyond the edge"

fact "a layout file may extend one of ours"
printf 'extends: classic\npage: {top: 25mm}\n' >mine/house.yaml
run "$RECTO" render --layout mine/house.yaml case.md
status 0
exists case.pdf

fact "the layouts are listed with what they are and where"
run "$RECTO" layouts
status 0
out_has "classic	"
out_has "layouts/bare.yaml"
equal "$(cut -f1 "$TMPDIR/out" | sort -c 2>&1)" ""

fact "all keys are explained, or one"
run "$RECTO" layouts --explain
status 0
out_has "page.top	length	0mm to 60mm	18mm	margin above the text"
out_has "roles.ROLE.size	length"
out_has "roles.lead	role			the TL;DR"
run "$RECTO" layouts --explain metrics.style
status 0
out_has "one of: tiles|strip|margin|big|none"
run "$RECTO" layouts --explain=body.size
out_has "roles.text.size — "
run "$RECTO" layouts --explain page.tpo
status 2
err_has "did you mean “page.top”?"

fact "layouts/README.md knows every key, and no other"
sh "$TESTS/tools/layout-keys" >keys
awk -v mark='<!-- below: tests/tools/layout-keys -->' 'on { print } $0 == mark { on = 1 }' \
    "$SOURCE/layouts/README.md" >told
same keys told

fact "the layout that layouts/README.md makes step by step is whole"
awk '/^## A layout of one/ { on = 1 } /^## All keys/ { on = 0 } on && /^```$/ { code = 0 }
    on && code { print } on && /^```yaml/ { code = 1 }' "$SOURCE/layouts/README.md" >ledger.yaml
[ "$(wc -l <ledger.yaml)" -gt 20 ] || fail "its pieces are not found"
[ "$(wc -l <ledger.yaml)" -le 32 ] || fail "it is longer than promised"
run "$RECTO" render "$SAMPLES/answer-desk.md" --layout ledger.yaml --pages 2 -o ledger.pdf -t pdf,trace
status 0
equal "$(cat "$TMPDIR/err")" ""
equal "$(grep -c '^page ' ledger.trace)" 2
equal "$(grep -o ' #1750bf 5g "TL;DR"' ledger.trace)" ' #1750bf 5g "TL;DR"'

fact "and it sets the results before the problem"
equal "$(grep -o 'bookmark 1 [12] [0-9.]* "[EP][a-z]*' ledger.trace | cut -d'"' -f2 | tr '\n' ' ')" \
    "Evaluation Problem Ethics "

fact "without the data folder it says how to name one"
RECTO_DATA=$TMPDIR/nowhere
export RECTO_DATA
run "$RECTO" render case.md -o lost.pdf
status 6
err_has "RECTO_DATA"
missing lost.pdf
run "$RECTO" layouts
status 6
err_has "RECTO_DATA"
run "$RECTO" fonts
status 6
err_has "RECTO_DATA"
