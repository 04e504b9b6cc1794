# SPDX-License-Identifier: MIT
# tests/cli/usage.t — help, version, and command lines that cannot be understood.
. "$TESTS/tools/check.sh"
unset NO_COLOR

printf '# A study\n\n## TL;DR\n\nIt works.\n' >case.md

fact "--version prints name and version"
run "$RECTO" --version
status 0
case $(cat "$TMPDIR/out") in
"recto "[0-9]*.[0-9]*.[0-9]*) ;;
*) fail "not a version" ;;
esac

fact "without a word it tells how it is used, on standard error"
run "$RECTO"
status 2
out_is ""
err_has "FILE"

fact "help goes to standard output"
for words in help --help -h "help render" "render --help" "check -h"; do
    # shellcheck disable=SC2086 # these are several words
    run "$RECTO" $words
    status 0
    out_has "usage: recto"
    err_is ""
done

fact "help of a command lists its options and no others"
run "$RECTO" help fonts
out_has "--font-path DIR"
out_lacks "--pages"

fact "a wrong command is told with its neighbour"
run "$RECTO" chekc case.md
status 2
err_has "no command or file is called “chekc”"
err_has "did you mean “check”?"
run "$RECTO" help redner
status 2
err_has "did you mean “render”?"

fact "a file named without its ending is told with it, and a word like nothing without any"
run "$RECTO" case
status 2
err_has "did you mean “case.md”?"
run "$RECTO" case.md -o '{nope}'
err_lacks "did you mean"

fact "a word that looks like a file is one"
run "$RECTO" nothing.md
status 1
err_has "nothing.md: error: cannot read it"

fact "a wrong option is told with its neighbour"
run "$RECTO" case.md --layuot classic
status 2
err_has "no option is called “--layuot”"
err_has "did you mean “--layout”?"

fact "an option of another command is no option"
run "$RECTO" fonts --pages 1
status 2
err_has "--pages is no option of \`recto fonts\`"

fact "letters that mean nothing are told"
run "$RECTO" -Z case.md
status 2
err_has "no option is called “-Z”"

fact "an option without its value is told"
run "$RECTO" case.md --pages
status 2
err_has "--pages needs"

fact "a switch takes no value"
run "$RECTO" case.md --gray=yes
status 2
err_has "--gray takes no value"

fact "values outside their list are told with the list"
run "$RECTO" case.md --color sometimes
status 2
err_has "“sometimes” is none of its values"
err_has "auto|always|never"
run "$RECTO" case.md --pages some
status 2
err_has "“some”"
run "$RECTO" case.md -t pfd
status 2
err_has "did you mean “pdf”?"
run "$RECTO" case.md --set nothing
status 2
err_has "KEY=VALUE"

fact "too few and too many operands are told"
run "$RECTO" render
status 2
err_has "needs FILE"
run "$RECTO" inspect case.md other.md
status 2
err_has "no use for “other.md”"
run "$RECTO" layouts something
status 2
err_has "--explain"

fact "a mistake in one option does not hide how findings are wanted"
run "$RECTO" case.md --nonsense --diagnostics json
status 2
err_has '{"code":"J0201","level":"error","file":""'

fact "options may stand before the command, and values may be attached"
run "$RECTO" -q render case.md -oa.pdf
status 0
exists a.pdf
run "$RECTO" --output=b.pdf render case.md
status 0
exists b.pdf

fact "two dashes end the options"
cp case.md -- -case.md
run "$RECTO" -q -o c.pdf -- -case.md
status 0
exists c.pdf

fact "a wrong command line writes nothing"
missing case.pdf
missing -case.pdf
