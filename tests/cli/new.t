# SPDX-License-Identifier: MIT
# tests/cli/new.t — a case study to begin with.
. "$TESTS/tools/check.sh"

fact "a name gets an ending, and what is written can be typeset at once"
run "$RECTO" new desk
status 0
out_is ""
exists desk.md
run "$RECTO" desk.md
status 0
equal "$(head -c 5 desk.pdf)" "%PDF-"

fact "it warns of its placeholders and of nothing else"
run "$RECTO" desk.md --diagnostics json
for code in $(jq -r 'select(.level != "info") | .code' "$TMPDIR/err" | sort -u); do
    case $code in
    L01*) ;;
    *) fail "it warns of $code" ;;
    esac
done

fact "its front matter keeps to the schema's keys"
run "$RECTO" inspect desk.md
status 0

fact "a name with an ending is kept, and - prints"
mkdir sub
run "$RECTO" new sub/desk.markdown
status 0
same desk.md sub/desk.markdown
run "$RECTO" new -
status 0
same desk.md "$TMPDIR/out"

fact "a file that exists is replaced only by --force"
printf mine >desk.md
run "$RECTO" new desk
status 6
err_has "desk.md: error: it exists already [J0109]: --force replaces it"
equal "$(cat desk.md)" mine
run "$RECTO" new desk --force
status 0
same desk.md sub/desk.markdown

fact "a folder that is not there is told"
run "$RECTO" new nowhere/desk
status 6
err_has "cannot write “nowhere/desk.md”"
err_has "make the folder first: mkdir -p 'nowhere'"
for name in "" sub/ . .. sub/..; do
    run "$RECTO" new "$name"
    status 2
done
missing ..md

fact "a name with a dot that is no ending of a text gets one"
run "$RECTO" new v1.2
status 0
exists v1.2.md
run "$RECTO" new other.pdf
status 0
missing other.pdf
exists other.pdf.md
