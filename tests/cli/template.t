# SPDX-License-Identifier: MIT
# tests/cli/template.t — the case study to fill in that comes with the program.
. "$TESTS/tools/check.sh"
cp "$SOURCE/assets/new.md" new.md

fact "it renders, and nothing but its placeholders is told"
run "$RECTO" render new.md -o new.pdf --diagnostics short
status 0
test -s new.pdf || fail "no file"
err_has "is still a placeholder"
equal "$(grep -vc 'L0101' err)" 0

fact "nor does check find anything else in it"
run "$RECTO" check new.md
err_has "is still a placeholder"
equal "$(grep -v 'is still a placeholder' err out | grep -c ': warning: ')" 0

fact "everything in it is read as what it is"
run "$RECTO" inspect new.md
status 0
equal "$(grep -c '"kind": "custom"' out)" 0
out_has '"shape": "store"'
out_has '"key": "Business metric"'

fact "comments are not printed"
run "$RECTO" render new.md -o - -t txt
out_lacks "recto check"
