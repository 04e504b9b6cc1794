# SPDX-License-Identifier: MIT
# pdf/redacted.t — what is redacted is proved absent before anything is written.
. "$TESTS/tools/check.sh"

cat >case.md <<'END'
---
title: Night bus
author: {name: Jane Doe, role: engineer}
---
jane@example.org · [LinkedIn](https://linkedin.com/in/jane-doe)

## Quick facts
- **Client:** Nachtbus Bonn

## Impact
Waiting fell by **40%** for riders of Nachtbus Bonn.
END

fact "a redacted study is written, and its words are nowhere"
run "$RECTO" render case.md --redact contact,client --redact author -o case.pdf
status 0
qpdf --qdf --object-streams=disable case.pdf plain.txt
pdftotext case.pdf words.txt
for secret in jane@example.org jane-doe "Jane Doe" "Nachtbus Bonn"; do
    if grep -aiqF "$secret" plain.txt words.txt; then fail "“$secret” is in it"; fi
done

fact "its source is not attached"
run "$RECTO" render case.md --redact contact --attach-source -o with.pdf
status 2
err_has "the source would tell what is redacted"
missing with.pdf

# A leak that no redaction of the study can see: what is redacted is the name of a picture's font, a
# word that recto itself writes into every file.
leak() {
    fact "a leak stops the file: $1"
    printf -- '---\ntitle: Night bus\n---\n## Quick facts\n- **Client:** %s\n\n## Impact\nLess waiting.\n' \
        "$2" >leak.md
    run "$RECTO" render leak.md --redact client -o leak.pdf
    status 1
    err_has "is redacted is still"
    err_has "[R0301]"
    missing leak.pdf
}
leak "in the metadata" "http://purl.org/dc/elements"
leak "in a name" "FontDescriptor"
leak "in a string" "sRGB IEC61966-2.1"
leak "in the producer's name" "recto 0.1.0"

fact "an earlier file stands untouched by one that leaks"
echo kept >leak.pdf
run "$RECTO" render leak.md --redact client -o leak.pdf
status 1
equal "$(cat leak.pdf)" kept
