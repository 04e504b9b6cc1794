# SPDX-License-Identifier: MIT
# tests/cli/findings.t — findings for people, for editors and for programs.
. "$TESTS/tools/check.sh"
printf -- '---\ntilte: A\n---\n\n# A study\n\n## TL;DR\n\nIt\tworks.\n' >case.md
escape=$(printf '\033')

fact "one line a finding where nobody looks"
run "$RECTO" case.md -o case.pdf
status 0
equal "$(grep -c . "$TMPDIR/err")" 1
err_has "case.md:2:1: warning: the key “tilte” is not known [M0102]: did you mean “title”?"

fact "for people the line, a caret and the hint"
run "$RECTO" case.md -o case.pdf --diagnostics human
equal "$(sed -n 2p "$TMPDIR/err")" "    2 | tilte: A"
equal "$(sed -n 3p "$TMPDIR/err")" "      | ^~~~~"
equal "$(sed -n 4p "$TMPDIR/err")" "      hint: did you mean “title”?"

fact "the caret stands below its place behind tabs and wide characters"
printf '# A study\n\n## TL;DR\n\n一\t二 café \001 it works.\n' >wide.md
run "$RECTO" wide.md -o wide.pdf --diagnostics human
line=$(grep -n "^    5 |" "$TMPDIR/err" | cut -d: -f1)
equal "$(sed -n "$((line + 1))p" "$TMPDIR/err")" "      |             ^"

fact "what a file holds cannot write on its reader's terminal"
printf -- '---\n"tilte\\e[31m": A\n---\n\n# A study \033[31m\n\n## TL;DR\n\nIt works.\n' >colour.md
run "$RECTO" colour.md -o colour.pdf --diagnostics human -v
err_lacks "$escape"

fact "colours only where they are wanted"
run "$RECTO" case.md -o case.pdf --color always
err_has "${escape}[1;35mwarning:"
run "$RECTO" case.md -o case.pdf
err_lacks "$escape"

fact "on a terminal there are colours, unless NO_COLOR is set"
# A machine without pseudo-terminals (a bare chroot) has nothing to try it on.
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
    TERM=xterm script -qec "\"$RECTO\" case.md -o case.pdf" /dev/null >tty.out </dev/null
    has tty.out "${escape}[1;35mwarning:"
    has tty.out "tilte: A"
    NO_COLOR=1 TERM=xterm script -qec "\"$RECTO\" case.md -o case.pdf" /dev/null >tty.out </dev/null
    lacks tty.out "$escape"
fi

fact "programs get one object a line"
run "$RECTO" case.md nothing.md -o "$TMPDIR" --diagnostics json --report
status 1
python3 - "$TMPDIR/err" <<'END' || fail "not JSON lines as promised"
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1])]
found = [row for row in rows if row.get("code") == "M0102"]
assert len(found) == 1, rows
assert found[0] == {"code": "M0102", "level": "warning", "file": "case.md", "line": 2, "column": 1,
                    "end_line": 2, "end_column": 5, "hint": "did you mean “title”?",
                    "text": "the key “tilte” is not known"}, found
report = [row for row in rows if "stages" in row]
assert len(report) == 1 and report[0]["file"] == "case.md" and report[0]["pages"] == 1
assert all(time >= 0 for time in report[0]["stages"].values())
END

fact "review services get one SARIF log for all files"
cp case.md again.md
run "$RECTO" check case.md again.md --diagnostics sarif
python3 - "$TMPDIR/err" <<'END' || fail "not a SARIF log"
import json, sys
log = json.load(open(sys.argv[1]))
assert log["version"] == "2.1.0"
results = [r for r in log["runs"][0]["results"] if r["ruleId"] == "M0102"]
places = [r["locations"][0]["physicalLocation"] for r in results]
assert [p["artifactLocation"]["uri"] for p in places] == ["case.md", "again.md"]
assert places[0]["region"] == {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 6}
END
printf '# A study\n\n## TL;DR\n\nIt works.\n' >fine.md
run "$RECTO" fine.md -q --diagnostics sarif
python3 -c 'import json, sys; assert json.load(open(sys.argv[1]))["runs"][0]["results"] == []' \
    "$TMPDIR/err" || fail "not an empty SARIF log"

fact "-q tells errors only"
run "$RECTO" case.md nothing.md -q -o "$TMPDIR"
err_lacks "warning"
err_has "nothing.md: error"

fact "-v tells what is written"
run "$RECTO" fine.md -v -o fine.pdf
err_has "fine.md: note: written to “fine.pdf”"

fact "the report is for people, too"
run "$RECTO" fine.md --report -o fine.pdf
status 0
err_has "  pages     1, filled "
err_has "  fit       step "
err_has "  time      read "

fact "codes are explained and listed"
run "$RECTO" explain M0102
status 0
out_has "M0102: a key of the front matter is not known"
run "$RECTO" explain m0102
status 0
run "$RECTO" explain J0101x
status 2
err_has "did you mean “J0101”?"
run "$RECTO" explain
status 0
out_has "M0102	warning	a key of the front matter is not known"

fact "every code can be explained"
for code in $("$RECTO" explain | cut -f1); do
    "$RECTO" explain "$code" >text || fail "$code: status $?"
    has text "$code: "
done
