# SPDX-License-Identifier: MIT
# tests/cli/variants.t — several studies out of one source.
. "$TESTS/tools/check.sh"
cat >case.md <<'END'
---
title: Night bus
contact: me@example.org
keywords: [buses, nights]
description: How late buses keep their time.
set: {body.size: 10pt}
variants:
  research:
    title: Night bus, a study
    layout: bare
    paper: letter
    omit: [contact]
    rename: {impact: Findings}
  short: {pages: 1, paper: lettre}
---
## TL;DR
Waiting fell by **40%** for riders [of the night]{.not-research}.

## Impact
We measured it [twice]{.only-research}.
END

fact "the option chooses, and the variant changes what is read"
run "$RECTO" inspect case.md --variant research
status 0
out_has '"title": "Night bus, a study"'
out_has '"title": "Findings"'
out_has '"contact": []'
run "$RECTO" render case.md --variant research -o - -t txt
out_has "measured it twice"
out_lacks "of the night"
out_lacks "example.org"

fact "a variant says which layout and paper; flags win over it, --set too"
run "$RECTO" render case.md --variant research -o '{stem}-{variant}-{layout}.trace'
status 0
test -s case-research-bare.trace || fail "no file"
has case-research-bare.trace "612"
run "$RECTO" render case.md --variant research --layout classic --paper a4 -o '{variant}.{layout}.trace'
status 0
has research.classic.trace "595"
run "$RECTO" inspect case.md --variant research --set title=Bus
out_has '"title": "Bus"'

fact "without a variant the word in a name is default"
run "$RECTO" render case.md -o '{stem}-{variant}.trace'
status 0
has case-default.trace "buses, nights"
has case-default.trace "How late buses keep their time."

fact "layout keys may stand below set: as below style:"
run "$RECTO" render case.md -o size.trace
run "$RECTO" render case.md -V body.size=10pt -o said.trace
cmp -s size.trace said.trace || fail "another size"
run "$RECTO" render case.md -V body.size=9pt -o nine.trace
cmp -s size.trace nine.trace && fail "the same size"

fact "a variant that nobody knows is no variant: usage on the command line, else a bad input"
run "$RECTO" render case.md --variant reserch -o no.pdf
status 2
err_has "there is no variant “reserch”"
err_has "did you mean “research”?"
run "$RECTO" case.md --variant pm
status 2
err_has "there is no variant “pm” [M0107]: there are research, short"
test -e no.pdf && fail "something was written"
sed 's/^title: Night bus$/variant: reserch/' case.md >wrong.md
run "$RECTO" render wrong.md -o no.pdf --diagnostics short
status 1
err_has "wrong.md:2:10: error: there is no variant"
test -e no.pdf && fail "something was written"

fact "what is wrong in a variant is told where it stands"
run "$RECTO" render case.md --variant short -o no.pdf --diagnostics short
status 1
err_has "case.md:14:28: "
err_has "no paper is called"
