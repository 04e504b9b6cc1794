# SPDX-License-Identifier: MIT
# cli/extract.t — `recto extract` gives back the source that a PDF was made of.
. "$TESTS/tools/check.sh"

study=$SAMPLES/answer-desk.md
run "$RECTO" render "$study" --attach-source -o with.pdf
run "$RECTO" render "$study" -o without.pdf

fact "byte by byte, to standard output or a file"
run "$RECTO" extract with.pdf
status 0
same "$study" "$TMPDIR/out"
run "$RECTO" extract with.pdf -o back.md
status 0
same "$study" back.md

fact "a PDF without a source is told"
run "$RECTO" extract without.pdf -o none.md
status 1
err_has "without.pdf: error: no source is attached to it [R0103]"
missing none.md

fact "what is no PDF is told, and so is a damaged one, and one that is not there"
run "$RECTO" extract "$study"
status 1
err_has "it is no PDF"
head -c 3000 with.pdf >half.pdf
run "$RECTO" extract half.pdf
status 1
err_has "half.pdf: error: it is no PDF, or a damaged one [R0101]"
run "$RECTO" extract nothing.pdf
status 1

fact "the PDF itself is not replaced"
cp with.pdf kept.pdf
run "$RECTO" extract kept.pdf -o kept.pdf
status 2
same with.pdf kept.pdf

fact "a PDF is no case study"
run "$RECTO" render with.pdf -o again.pdf
status 1
err_has "it is a PDF"
