# SPDX-License-Identifier: MIT
# tests/cli/kept.t — no word of the author is lost in silence.
. "$TESTS/tools/check.sh"

fact "what front matter and headings say is set, or a finding names it"
run python3 "$TESTS/tools/kept.py" "$RECTO"
status 0
out_has " studies, 0 with words lost"
