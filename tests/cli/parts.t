# SPDX-License-Identifier: MIT
# tests/cli/parts.t — callouts and tables as the trace tells them: what stands where, and why.
. "$TESTS/tools/check.sh"

# Lines of the trace that say $1, of study.md set with the other arguments.
trace_of() {
    said=$1
    shift
    "$RECTO" render study.md --layout classic -q -t trace -o - "$@" | grep -c -- "$said" || true
}

cat >study.md <<'END'
---
title: A study
metrics:
  - {value: "+12.4%", label: resolution, from: "61.2%", to: "68.8%", good: up}
  - {value: "−37%", label: cost, from: "$2.10", to: "$1.32", good: down}
---
## TL;DR

It works.
END

fact "tiles stand on panels where the layout says so, else below rules"
equal "$(trace_of 'fill #f1f6f2' --set metrics.style=tiles --set metrics.fill=true)" 2
equal "$(trace_of 'fill #f1f6f2' --set metrics.style=tiles)" 0
equal "$(trace_of 'stroke #14181f 1.250' --set metrics.style=tiles --set metrics.rule=1.25pt)" 2

fact "a strip has dividers, and one panel"
equal "$(trace_of 'fill #f1f6f2' --set metrics.style=strip --set metrics.fill=true --set metrics.divider=0.7pt)" 1
equal "$(trace_of 'stroke #bacec1 0.700' --set metrics.style=strip --set metrics.fill=true --set metrics.divider=0.7pt)" 1
equal "$(trace_of 'stroke #c5cbd4 0.700' --set metrics.style=strip --set metrics.divider=0.7pt)" 1

fact "bars, or words with a triangle"
equal "$(trace_of 'fill #ffffff stroke #5f6875')" 2
equal "$(trace_of '"61.2% → 68.8%"' --set metrics.bars=false)" 1
equal "$(trace_of 'fill #15633f : M .* L .* L .* Z' --set metrics.bars=false)" 2

fact "the ladder may turn tiles into a strip"
cat >steps.yaml <<'END'
extends: classic
metrics: {style: tiles, fill: true}
fit:
  comfortable: 1
  stages:
    - {steps: 1, metrics.style: [tiles, strip], page.bottom: [60mm, 5mm]}
END
equal "$(trace_of 'fill #f1f6f2' --layout steps.yaml --pages 1)" 2
cp study.md short.md
for i in 1 2 3 4; do
    printf '\n## Part %s\n\n' $i
    for j in 1 2 3 4 5 6 7 8 9; do
        printf 'A sentence that takes its room on the page and says nothing more than that. '
    done
done >>study.md
equal "$(trace_of 'fill #f1f6f2' --layout steps.yaml --pages 1)" 1
mv short.md study.md

fact "the sign of a change that is no more than that is told by its shape"
cat >study.md <<'END'
---
title: A study
metrics:
  - {value: "+8 ms", label: cold start, good: down}
---
## TL;DR

It works.
END
equal "$(trace_of 'stroke #454d5a 0.800 : M .* Z')" 1

fact "a paragraph beside a table that is emphasised, or says so, is its caption"
cat >study.md <<'END'
# A study

## Evaluation

*Held-out tickets*

| System | Score |
|--------|-------|
| old    | 1.5   |
| **new** | **10.25** |

Prose.

| System | Score |
|--------|-------|
| old    | 1.5   |

Table 2: what is left
END
equal "$(trace_of '^tag .* Caption')" 2
equal "$(trace_of '"Held-out tickets"')" 1
equal "$(trace_of '"Table 2: what is left"')" 1

fact "but not where the table is for measurements, and not one of many words"
equal "$(trace_of '^tag .* Caption' --layout bare)" 0

fact "the row that the author shows stands on a tint"
equal "$(trace_of 'fill #f1f6f2')" 1

fact "not where all rows are strong"
sed -i 's/| old /| **old** /' study.md
equal "$(trace_of 'fill #f1f6f2')" 0

fact "a draft is marked under its text, by the option and in the front matter"
equal "$(trace_of 'stroke #f2f2f3 15.050')" 0
equal "$(trace_of 'stroke #f2f2f3 15.050' --draft)" 1
printf -- '---\ndraft: true\n---\n# A study\n\n## TL;DR\n\nIt works.\n' >study.md
equal "$(trace_of 'stroke #f2f2f3 15.050')" 1
"$RECTO" render study.md --layout classic -q -o study.pdf
run pdftotext study.pdf -
out_lacks DRAFT

fact "code tells words by weight and comments by grey, never by colour"
printf '# A study\n\n```sh\n# all\nmake test\n```\n\n```\nmake test\n```\n' >study.md
equal "$(trace_of '#5f6875 5g "# all"')" 1
equal "$(trace_of '"make"')" 1
equal "$(trace_of '"make test"')" 1

fact "title and author stand across the page above a rule, the address a link"
cat >study.md <<'END'
---
title: A study
author: {name: A. Candidate, role: ML Engineer}
contact: {email: you@example.com}
links: {Code: "https://example.com/a"}
---
## TL;DR

It works.

## Architecture

Client → Gateway → Model

## Ethics

Nobody is harmed.

Drafted with AI; all results verified by the author.
END
"$RECTO" render study.md -q --layout compact -t trace -o study.trace
equal "$(grep -c 'text .*"you@example.com"' study.trace)" 1
equal "$(grep -c 'url="mailto:you@example.com" says' study.trace)" 1

fact "at the foot links and the disclosure share a line"
line() { sed -n "s/^  text [0-9.]* \([0-9.]*\) .*\"$1.*/\1/p" study.trace; }
equal "$(line Drafted)" "$(line 'example.com\/a')"
equal "$(line Drafted)" "$(line Code)"

fact "which the layout may leave in its section"
"$RECTO" render study.md -q --layout compact --set disclosure.place=text -t trace -o study.trace
[ "$(line Drafted)" != "$(line Code)" ] || fail "the disclosure stands at the foot"

fact "rules set a diagram off from the columns"
equal "$(trace_of 'stroke #c5cbd4 0.500' --layout compact)" 2
equal "$(trace_of 'stroke #c5cbd4 0.500' --layout compact --set diagram.rule=0pt)" 0

fact "a ruled table of facts may be closed"
printf -- '---\ntitle: A study\nfacts: {Role: Engineer, Data: open}\n---\n## TL;DR\n\nText.\n' >study.md
equal "$(trace_of 'stroke #14181f 0.600' --layout compact)" 2
equal "$(trace_of 'stroke #14181f 0.600' --layout compact --set facts.close=false)" 1
