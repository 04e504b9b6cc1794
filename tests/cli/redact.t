# SPDX-License-Identifier: MIT
# tests/cli/redact.t — what is redacted is nowhere in what is written.
. "$TESTS/tools/check.sh"
cat >case.md <<'END'
---
title: Night bus
author: {name: Jane Doe, role: engineer}
description: Ask jane@example.org.
---
jane@example.org · [LinkedIn](https://linkedin.com/in/jane-doe)

## Quick facts
- **Client:** Nachtbus Bonn
- **Team:** two

## Impact
Waiting fell by **40%** for riders of Nachtbus Bonn. Ask <jane@example.org>.

![Jane at jane@example.org](none.png)
END

for format in pdf txt json trace; do
    fact "$format holds nothing of it"
    run "$RECTO" render case.md --redact contact,client --redact author -o case.$format --standard none
    status 0
    cp case.$format all
    if [ $format = pdf ]; then
        qpdf --qdf --object-streams=disable case.pdf plain.pdf
        pdftotext case.pdf text.txt
        cat plain.pdf text.txt >all
    fi
    for secret in jane@example.org linkedin.com "Jane Doe" "Nachtbus Bonn"; do
        grep -aiq "$secret" all && fail "“$secret” is in $format"
    done
    [ $format = json ] || grep -aq "redacted" all || fail "no mark in $format"
done

fact "it is all there without the option"
run "$RECTO" render case.md -o all.txt
has all.txt "jane@example.org"
has all.txt "Nachtbus Bonn"

fact "a slip in a name is an error, and nothing is written"
run "$RECTO" render case.md --redact contakt -o slip.txt --diagnostics short
status 1
missing slip.txt
err_has "redact: no section is called “contakt”"
err_has "did you mean “contact”?"

fact "what a study lacks is told, and the rest is written"
run "$RECTO" render case.md --redact "Grossfolio" -o x.txt --diagnostics short
status 0
err_has "redact: no section is called “Grossfolio”"

fact "a list longer than is read is an error"
names() { seq -s, "$1" | sed 's/[0-9][0-9]*/Ethics/g'; }
printf -- '---\nredact: [%s]\n---\n# T\n\n## Ethics\na\n\n## Problem\nb\n' "$(names 64)" >names.md
run "$RECTO" render names.md -o - -t txt
status 0
sed -i 's/\[Ethics/[Ethics, Ethics/' names.md
run "$RECTO" render names.md -o - -t txt
status 1
err_has "redact: only the first 64 names are read"
printf '# T\n\n## Ethics\na\n\n## Problem\nb\n' >names.md
run "$RECTO" render names.md -o - -t txt --redact "$(names 65)"
status 1
err_has "redact: only the first 64 names are read"
