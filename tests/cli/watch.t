# SPDX-License-Identifier: MIT
# tests/cli/watch.t — recto watch renders again what has changed, and nothing else.
. "$TESTS/tools/check.sh"
. "$TESTS/tools/watched.sh"
mkdir work home
cd work
HOME=$TMPDIR/home
XDG_CONFIG_HOME=$HOME/.config
export HOME XDG_CONFIG_HOME

study() { printf '# A study\n\n## TL;DR\n\n%s\n' "$1"; }
picture() { save "$1" <"$SOURCE/assets/pictures/classic.png"; }

fact "it renders at once"
study "It works." | save case.md
begin watch case.md
await 'case.md → case.pdf: 1 page, [0-9]* ms$'
exists case.pdf

fact "it renders again when the source was written in place, and tells so"
study "It works well." >case.md
await 'case.md → case.pdf: 1 page, .*; changed: case.md$'
pdf_has case.pdf "It works well."

fact "it does so for an editor that renames a new file over the old one, and for one that moves the old one away"
study "It works better." >case.new
mv case.new case.md
await 'changed: case.md$'
pdf_has case.pdf "It works better."
mv case.md case.md~
study "It works best." | save case.md
await_pdf case.pdf "It works best."
begin_anew

fact "a source that is gone is told, the last good file stays, and it is rendered when it is there again"
cp case.pdf last.pdf
mv case.md away.md
await 'case.md: nothing written, it cannot be used'
log_has "case.md: error: cannot read it: no such file or folder [J0101]"
same case.pdf last.pdf
mv away.md case.md
await 'case.md → case.pdf'

fact "a picture that is missing is rendered when it is there, and when its folder is"
study '![A chart](charts/one.png)' | save case.md
await 'case.md → case.pdf'
log_has "[B0101]"
mkdir charts
picture charts/one.png
await 'changed: one.png$'
grep -a -q "/Subtype */Image" case.pdf || fail "the picture is not in the PDF"

fact "a link leads to what is watched, and is watched itself"
mkdir -p other
picture other/two.png
ln -sf "$PWD/other/two.png" charts/new.png
mv charts/new.png charts/one.png
await 'changed: one.png$'
save other/two.png <"$SOURCE/assets/pictures/swiss.png"
await 'changed: one.png$'

fact "a folder is put in the place of another"
mkdir charts.new
picture charts.new/one.png
mv charts charts.old
await 'changed: one.png$'
mv charts.new charts
await 'changed: one.png$'

fact "settings are looked for in every folder above, and in the user's"
printf 'layout: ./mine.yaml\n' | save ../recto.yaml
await 'nothing written, .*; changed: recto.yaml$'
printf 'name: mine\nextends: ./parent.yaml\n' | save ../mine.yaml
await 'changed: mine.yaml$'
printf 'name: parent\nextends: classic\n' | save ../parent.yaml
await 'case.md → case.pdf.*; changed: parent.yaml$'

fact "the parent of a layout is part of it"
printf 'name: parent\nextends: compact\n' | save ../parent.yaml
await 'case.md → case.pdf.*; changed: parent.yaml$'
mkdir -p "$XDG_CONFIG_HOME/recto"
printf 'gray: true\n' | save "$XDG_CONFIG_HOME/recto/recto.yaml"
await 'case.md → case.pdf.*; changed: recto.yaml$'

fact "settings that cannot be understood are told, and the last ones do not hold on"
printf 'layoud: classic\n' | save ../recto.yaml
await 'no setting is called “layoud”'
rm ../recto.yaml
await 'case.md → case.pdf.*; changed: recto.yaml$'

fact "a font that a layout names is part of it, and a damaged one does no harm"
font=$(dirname "$RECTO")/../share/recto/fonts/Vollkorn-Regular.ttf
cp "$font" text.ttf
printf 'name: mine\nextends: swiss\nroles:\n  text: {family: ./text.ttf}\n' | save mine.yaml
printf 'layout: ./mine.yaml\n' | save recto.yaml
await 'case.md → case.pdf.*; changed: recto.yaml$'
head -c 1000 "$font" | save text.ttf
await 'changed: text.ttf$'
cp "$font" text.new
mv text.new text.ttf
await 'case.md → case.pdf.*; changed: text.ttf$'
rm recto.yaml
await 'changed: recto.yaml$'

fact "a study over its budget is told, and set when it is short enough"
{ printf -- '---\npages: 1\n---\n'; cat "$SAMPLES/answer-desk.md"; } | save case.md
await 'case.md: nothing written, it is too long, .*; changed: case.md$'
log_has "[P0201]"
study "It works." | save case.md
await 'case.md → case.pdf: 1 page, '

fact "what the pages do not depend on is nobody's business"
study "Another." | save unrelated.md
mkdir -p unrelated
picture unrelated/one.png
begin_anew
study "It works again." | save case.md
await 'changed: case.md$'
lacks "$log" unrelated
equal "$(wc -l <"$log")" $lines

fact "an interrupt ends it as it should, and leaves nothing behind"
interrupt INT
equal "$ended" 130
equal "$(find . -name '.recto*')" ""

fact "so does a request to end"
begin watch case.md
await 'case.md → case.pdf'
interrupt TERM
equal "$ended" 143
fact "several studies are watched, each by itself, and new ones in a folder"
mkdir many
study "One." | save many/one.md
study "Two." | save many/two.md
begin watch many -o out/ -j 2
await 'two.md → two.pdf'
study "Two, again." | save many/two.md
await 'many/two.md → two.pdf: 1 page, .*; changed: two.md$'
study "Three." | save many/three.md
await 'many/three.md → three.pdf: 1 page, [0-9]* ms$'
rm many/one.md
study "Two, and again." | save many/two.md
await 'many/two.md → two.pdf: 1 page, .*; changed: two.md$'
equal "$(grep -c 'one.md' "$log")" 1
equal "$(grep -c 'three.md' "$log")" 1
interrupt HUP
equal "$ended" 129

fact "-q tells errors only"
study "It works." | save case.md
begin watch -q case.md
until_true test -s case.pdf
study "It works well." | save case.md
await_pdf case.pdf "It works well."
rm case.md
await 'cannot read it'
equal "$(wc -l <"$log")" 1
interrupt TERM

fact "programs get an object for each render"
study "It works." | save case.md
begin watch --diagnostics json case.md -t pdf,txt
await '^{"rendered":"case.md"'
if command -v jq >/dev/null; then
    equal "$(tail -n 1 "$log" | jq -c '[.status, .pages, .outputs, .changed]')" \
        '[0,1,["case.pdf","case.txt"],[]]'
fi
interrupt TERM

fact "forty renders take no more memory than ten"
# The sum over its pages: the count in /proc/PID/status lags behind by some dozens for each processor.
memory() { sed -n 's/^Anonymous:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$watched/smaps_rollup"; }
study "It works." | save case.md
begin watch case.md
await 'case.md → case.pdf'
for i in $(seq 40); do
    study "It works $i times." | save case.md
    await 'changed: case.md$'
    [ "$i" -ne 10 ] || before=$(memory)
done
grown=$(($(memory) - before))
# A sanitizer keeps what was given back, and comes without the probe.
probe=$BUILD/tests/libfaults-probe.so
[ $grown -lt 200 ] || [ ! -e "$probe" ] || fail "it has grown by $grown kB"
interrupt TERM

fact "a render that crashes is told, and the next change is its next chance"
if [ -e "$probe" ]; then
    LD_PRELOAD=$probe PROBE_CRASH=$PWD/crash
    export LD_PRELOAD PROBE_CRASH
    begin watch case.md -q
    unset LD_PRELOAD PROBE_CRASH
    until_true text_has case.pdf "It works 40 times."
    : >crash
    study "It crashes." | save case.md
    await 'the render was ended by signal 9 \[J0111\]'
    rm crash
    study "It works once more." | save case.md
    await_pdf case.pdf "It works once more."
    interrupt TERM
fi

fact "a render that hangs is ended, and the next change is its next chance"
if [ -e "$probe" ]; then
    : >hang
    LD_PRELOAD=$probe PROBE_HANG=$PWD/hang
    export LD_PRELOAD PROBE_HANG
    study "It works." | save case.md
    begin watch case.md -q --timeout 1
    unset LD_PRELOAD PROBE_HANG
    await 'the render was ended: it took more than 1 s \[J0111\]: --timeout gives it more'
    rm hang
    study "It works after all." | save case.md
    await_pdf case.pdf "It works after all."
    interrupt TERM
fi
for seconds in 0 -1 1x '' 86401; do
    run "$RECTO" watch case.md --timeout="$seconds"
    status 2
    err_has "is no number of seconds from 1 to 86400"
done

fact "where nothing tells of changes they are seen a little later"
if [ -e "$probe" ]; then
    LD_PRELOAD=$probe PROBE_BLIND=1
    export LD_PRELOAD PROBE_BLIND
    study "It works." | save case.md
    begin watch case.md
    unset LD_PRELOAD PROBE_BLIND
    await 'case.md → case.pdf'
    study "It works from afar." | save case.md
    await 'changed: case.md$'
    pdf_has case.pdf "It works from afar."
    interrupt TERM
fi

fact "a document that shows its own output is not rendered for ever"
rm -f case.png
study '![Itself](case.png)' | save case.md
begin watch case.md -t png
await 'case.md → case.png: 1 page'
study '![Itself, again](case.png)' | save case.md
await 'changed: case.md$' # the line that ends what is told of a render
has "$log" 'is a picture that the study shows'
equal "$(grep -c 'changed: ' "$log")" 1
equal "$(grep -c 'case.png: 1 page' "$log")" 1
interrupt TERM

fact "there is nothing to watch in a stream"
run "$RECTO" watch -
status 2
err_has "standard input cannot be watched"
run "$RECTO" watch case.md -o -
status 2
err_has "writes files, not standard output"

fact "what is asked for wrongly ends it at once"
run "$RECTO" watch case.md --layout nonsense
status 2

fact "a system without watches left is told"
if unshare -Ur sh -c 'echo 0 >/proc/sys/user/max_inotify_watches' 2>/dev/null; then
    # shellcheck disable=SC2016 # the inner shell has the variable
    run unshare -Ur sh -c 'echo 0 >/proc/sys/user/max_inotify_watches; "$RECTO" watch case.md'
    status 6
    err_has "files cannot be watched: the system has no watches left [J0110]"
fi
