# SPDX-License-Identifier: MIT
# tests/cli/readme.t — every command line that the README and the manual show works as they say.
. "$TESTS/tools/check.sh"
PATH=$(dirname "$RECTO"):$PATH
export PATH
mkdir samples
cp "$SAMPLES"/*.md "$SAMPLES"/*.yaml samples/
SOURCE_DATE_EPOCH=0
export SOURCE_DATE_EPOCH

# The lines of standard input, one after the other, in this folder; behind # may stand "exit N".
run_lines() {
    while read -r line; do
        want=$(printf '%s' "$line" | sed -n 's/.*# exit \([0-9]\).*/\1/p')
        run sh -c "$line"
        status "${want:-0}"
    done
}

fact "the README has two commands to set up with, and no third"
equal "$(grep -c '^sh assets/setup' "$SOURCE/README.md")" 2

fact "the command lines of the README work"
awk '/^```sh/ { on = 1; next } /^```/ { on = 0 } on && /^(recto|cp) /' "$SOURCE/README.md" >lines
[ "$(wc -l <lines)" -ge 10 ] || fail "they are not found"
run_lines <lines
for made in desk.pdf case.pdf case-sidebar.pdf portfolio.pdf singles/fresh-food.pdf to-fold.pdf \
    made.jsonl made/najm.pdf; do
    exists "$made"
done

fact "the study of the README is read as it says, and its variant can be set"
awk '/^```markdown/ { on = 1; next } /^```/ { on = 0 } on' "$SOURCE/README.md" >shown.md
run "$RECTO" inspect shown.md
status 0
for word in '"architecture"' '"Sole ML engineer"' '"−37%"' '"4.1 min"' '"Feature store"'; do
    out_has "$word"
done
{
    echo ---
    awk '/^```yaml/ { on = 1; next } /^```/ { on = 0 } on' "$SOURCE/README.md"
    printf -- '---\n'
    awk 'NR > 1 && /^---/ && !n++ { body = 1; next } body' "$SAMPLES/answer-desk.md"
} >varied.md
run "$RECTO" varied.md --variant research
status 0
err_is ""

fact "every layout and option that the README names is there"
"$RECTO" layouts | cut -f1 | grep -vx bundle | sort >there
awk '/^## Layouts/ { on = 1 } /^## The fit/ { on = 0 } on' "$SOURCE/README.md" |
    sed -n 's/^| `\([a-z]*\)`.*/\1/p' >named
sort named >sorted
same sorted there
"$RECTO" help render >options
"$RECTO" help bundle >>options
sed '/^## Building/,$d' "$SOURCE/README.md" | grep -o -e '--[a-z][a-z-]*' | sort -u |
    grep -vx -e '--target' >told
[ "$(wc -l <told)" -ge 10 ] || fail "they are not found"
while read -r option; do has options "$option"; done <told

fact "the examples of the manual work"
mkdir studies
cp case.md studies/
mkdir sent
sed -n 's/^\.Dl \$ //p' "$SOURCE/assets/man/recto.1" >lines
[ "$(wc -l <lines)" -ge 3 ] || fail "they are not found"
cp shown.md case.md
run_lines <lines
