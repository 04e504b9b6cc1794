# SPDX-License-Identifier: MIT
# tests/cli/debug.t — paragraphs of items in, breaks by TeX's rules out.
. "$TESTS/tools/check.sh"

fact "another word than break is told"
run "$RECTO" debug layout case.json
status 2
err_has "recto debug break FILE"

fact "a file that is no JSON is told, and nothing printed"
printf '[{"name": "open"' >open.json
run "$RECTO" debug break open.json
status 1
out_is ""
err_has "open.json"

fact "a missing file is told"
run "$RECTO" debug break nothing.json
status 1
err_has "nothing.json: error: cannot read it"
