# SPDX-License-Identifier: MIT
# tests/cli/alone.t — what a run shares between documents leaves no trace in them.
. "$TESTS/tools/check.sh"
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH

fact "a document has the same bytes alone, among others, and in several threads"
"$RECTO" render "$SAMPLES"/*.md --layout classic -o all/ -j 2 -q --overflow warn 2>/dev/null
"$RECTO" render "$SAMPLES"/*.md --layout classic -o in-turn/ -j 1 -q --overflow warn 2>/dev/null
for study in "$SAMPLES"/*.md; do
    name=$(basename "$study" .md)
    "$RECTO" render "$study" --layout classic -o alone/ -q --overflow warn 2>/dev/null
    same "alone/$name.pdf" "all/$name.pdf"
    same "alone/$name.pdf" "in-turn/$name.pdf"
done
