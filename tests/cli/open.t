# SPDX-License-Identifier: MIT
# tests/cli/open.t — --open shows what was written, and starts nothing else.
. "$TESTS/tools/check.sh"
. "$TESTS/tools/watched.sh"
study() { printf '# A study\n\n## TL;DR\n\n%s\n' "$1"; }
study "It works." >case.md
seen=$TMPDIR/seen
export seen

# A viewer that keeps what it was given, each word on a line.
mkdir bin
viewer() {
    printf '#!/bin/sh\nprintf "%%s\\n" "%s" "$@" end >>"$seen.new"\nmv "$seen.new" "$seen"\n' "$1" >"bin/$1"
    chmod +x "bin/$1"
}
viewer mine
viewer xdg-open
viewer browse
shown() { cat "$seen" 2>/dev/null | tr "\n" " "; }
is_shown() { [ "$(shown)" = "$1" ]; }
await_shown() { until_true is_shown "$1" || fail "“$(shown)” was shown, not “$1”"; }
PATH=$PWD/bin:$PATH

fact "a viewer gets the whole name of what was written"
run "$RECTO" case.md --open="$PWD/bin/mine"
status 0
await_shown "mine $PWD/case.pdf end "
rm "$seen"

fact "without one it is what the desktop has for it"
run "$RECTO" case.md --open
status 0
await_shown "xdg-open $PWD/case.pdf end "
rm "$seen"

fact "without a desktop it is a browser, whose command may say where the name belongs"
rm bin/xdg-open
ln -s "$(command -v mv)" "$(command -v sh)" bin/
run env PATH="$PWD/bin" BROWSER='missing:browse --new %s -q' "$RECTO" case.md --open
status 0
await_shown "browse --new $PWD/case.pdf -q end "
rm "$seen"

fact "no shell sees the name, and it is no option"
study "It works." >'-v $(touch bad); x.md'
run "$RECTO" --open=mine -- '-v $(touch bad); x.md'
status 0
# shellcheck disable=SC2016
await_shown "mine $PWD/"'-v $(touch bad); x.pdf end '
missing bad
rm "$seen"

fact "a viewer that is not there is a failure, and the file is written nevertheless"
rm case.pdf
run "$RECTO" case.md --open=nonsense
status 6
err_has "“case.pdf” cannot be opened: nonsense: there is no such program [J0112]"
exists case.pdf
run env PATH="$PWD/empty" BROWSER= "$RECTO" case.md --open
status 6
err_has "xdg-open or \$BROWSER: there is no such program"

fact "where nothing was written nothing is shown"
run "$RECTO" no.md case.md --open=mine -o made/
status 1
await_shown "mine $PWD/made/case.pdf end "
rm "$seen"
{ printf -- '---\npages: 1\n---\n'; cat "$SAMPLES/answer-desk.md"; } >long.md
run "$RECTO" long.md --open=mine
status 4
missing "$seen"

fact "several outputs are shown once each, in their order, and not too many"
cat >bin/mine <<'END'
#!/bin/sh
printf '%s\n' "${1##*/}" >>"$seen.$(printf %s "${1##*/}")"
END
mkdir many
for i in 1 2 3 4 5 6 7 8 9; do study "Study $i." >many/s$i.md; done
run "$RECTO" many -o made/ -j 3 --open=mine
status 0
err_has "8 files are opened, the others are not [J0208]"
for i in 1 2 3 4 5 6 7 8; do until_true test -s "$seen.s$i.pdf" || fail "s$i was not shown"; done
missing "$seen.s9.pdf"
equal "$(cat "$seen".* | wc -l)" 8
rm "$seen".*
run "$RECTO" case.md -t pdf,txt --open=mine
err_lacks J0208
until_true test -s "$seen.case.pdf" -a -s "$seen.case.txt" || fail "they were not shown"
rm "$seen".*

fact "a bundle is shown"
printf 'studies: [case.md]\n' >portfolio.yaml
run "$RECTO" bundle portfolio.yaml --open=mine
status 0
until_true test -s "$seen.portfolio.pdf" || fail "it was not shown"

fact "a watch shows its output when it is there for the first time, and never again"
rm -f "$seen".* case.pdf
mv case.md away.md
begin watch case.md --open=mine
await 'nothing written'
missing "$seen.case.pdf"
mv away.md case.md
await 'case.md → case.pdf'
until_true test -s "$seen.case.pdf" || fail "it was not shown"
study "It works again." >case.md
await 'changed: case.md$'
interrupt TERM
equal "$(cat "$seen.case.pdf")" case.pdf

fact "what is printed cannot be shown"
run "$RECTO" case.md -o - --open=mine
status 2
err_has "what goes to standard output cannot be opened"

fact "no file that comes with a study chooses a program"
printf 'open: %s\n' "$PWD/bin/mine" >recto.yaml
rm -f "$seen".*
run "$RECTO" case.md
status 2
err_has "no setting is called “open”"
rm recto.yaml
run env RECTO_OPEN=mine "$RECTO" case.md
status 0
missing "$seen.case.pdf"

fact "the render itself still starts nothing"
probe=$BUILD/tests/libfaults-probe.so
if [ -e "$probe" ]; then
    run env LD_PRELOAD="$probe" "$RECTO" case.md --open=true
    err_has "probe: done"
    out_lacks "probe: start"
    err_lacks "probe: connect"
fi
