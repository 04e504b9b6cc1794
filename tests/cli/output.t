# SPDX-License-Identifier: MIT
# tests/cli/output.t — where files go, and what is left when they cannot be written.
. "$TESTS/tools/check.sh"

study() { printf '# %s\n\n## TL;DR\n\nIt works.\n' "$1"; }
study "Answer Desk: cited answers" >case.md

# No file was begun and left.
clean() {
    equal "$(find . -name '.recto*')" ""
}

fact "a file stands beside its input"
run "$RECTO" case.md
status 0
out_is ""
err_is ""
exists case.pdf
equal "$(head -c 5 case.pdf)" "%PDF-"

fact "the ending chooses the format, -t goes before it"
run "$RECTO" case.md -o a.trace
status 0
run "$RECTO" case.md -t trace -o b.dat
status 0
same a.trace b.dat
run "$RECTO" case.md -o a.json
status 0
equal "$(head -c 1 a.json)" "{"

fact "several formats take the name with their endings"
run "$RECTO" case.md -t trace,json -o c.pdf
status 0
same a.trace c.trace
same a.json c.json
missing c.pdf

fact "a folder takes the stem"
mkdir made
run "$RECTO" case.md -o made
status 0
exists made/case.pdf
run "$RECTO" case.md -t trace -o made/
status 0
exists made/case.trace

fact "words in braces stand for what they name"
run "$RECTO" case.md -o 'made/{title}-{layout}.pdf'
status 0
exists made/Answer-Desk-cited-answers-swiss.pdf
run "$RECTO" case.md -o 'made/x-{stem}'
status 0
exists made/x-case.pdf
run "$RECTO" case.md -o 'made/{titel}.pdf'
status 2
err_has "did you mean “title”?"
run "$RECTO" case.md -o 'made/{title.pdf'
status 2
err_has "a } is missing"

fact "who wrote it, when and what the front matter says can be in the name"
printf -- '---\nauthor: {name: Ada B. Candidate}\ndate: May 2025\nversion: v3\n---\n\n# Desk\n\nIt works.\n' >named.md
run "$RECTO" named.md -o '{surname}_{title}_{version}.pdf'
status 0
exists Candidate_Desk_v3.pdf
run "$RECTO" named.md -o '{author} {date}.pdf'
exists 'Ada-B-Candidate May-2025.pdf'
run "$RECTO" case.md -o '{version}.pdf'
status 2
err_has "“{version}” stands for nothing"

fact "a file that is too large is told, and under --strict not written"
run "$RECTO" case.md -o large.pdf --max-size 2kB
status 0
size=$(wc -c <large.pdf)
err_has "the file has $((size / 1000 + 1)) kB, $((size / 1000 - 1)) kB more than --max-size allows [J0206]: it holds no picture"
run "$RECTO" case.md -o small.pdf --max-size 1.5MB
err_is ""
run "$RECTO" case.md -o strict.pdf --max-size 2kB --strict
status 3
missing strict.pdf
for size in big -1MB 1XB 99999999GB; do
    run "$RECTO" case.md --max-size=$size
    status 2
    err_has "is no size such as 800kB or 1.5MB"
done

fact "- is standard input and standard output"
"$RECTO" - -t trace <case.md >stdin.trace || fail "status $?"
"$RECTO" case.md -t trace -o - >stdout.trace || fail "status $?"
same stdout.trace a.trace
[ -s stdin.trace ] || fail "nothing came"

fact "several inputs need a folder or a pattern"
study Other >other.md
run "$RECTO" case.md other.md -o one.pdf
status 2
err_has "several inputs cannot go to one file"
run "$RECTO" case.md other.md -o -
status 2
run "$RECTO" case.md other.md -o 'made/{stem}-both.pdf'
status 0
exists made/other-both.pdf

fact "folders that are not there are made"
run "$RECTO" case.md -o new/deep/
status 0
exists new/deep/case.pdf
run "$RECTO" case.md other.md -o newer
status 0
exists newer/other.pdf
run "$RECTO" case.md -o 'newest/{layout}/{stem}'
status 0
exists newest/swiss/case.pdf
run "$RECTO" case.md -o none/case.pdf
status 6
err_has "make the folder first: mkdir -p 'none'"
run "$RECTO" case.md other.md -o other.md/
status 6
err_has "“other.md”"

fact "an ending that no format has is refused, but under -t"
for name in case.gif sub.v2 '{stem}.docx'; do
    run "$RECTO" case.md -o "$name"
    status 2
    err_has "no output format has the ending"
    missing "$name"
done
run "$RECTO" case.md -o case.v2 -t pdf
status 0
exists case.v2

fact "two outputs of one name are refused"
mkdir sub
study Third >sub/case.md
run "$RECTO" case.md sub/case.md -t json -o made
status 2
err_has "sub/case.md: error: two outputs are called “made/case.json” [J0202]: name the folder that holds both"
run "$RECTO" case.md ./case.md
status 2
err_has "./case.md: error: two outputs are called “./case.pdf” [J0202]: name each input once"
has made/case.json "Answer Desk"

fact "a folder stands for every *.md below it, hidden ones left out"
mkdir -p tree/b/c tree/.git target
study One >tree/z.md
study Two >tree/b/c/y.md
study Hidden >tree/.git/x.md
study Other >tree/readme.txt
run "$RECTO" tree -o target -v
status 0
equal "$(find target -type f | sort | tr '\n' ' ')" "target/b/c/y.pdf target/z.pdf "
equal "$(grep -c 'written to' "$TMPDIR/err")" 2
run "$RECTO" tree -o target/one.pdf
status 2

fact "an input is never replaced"
cp case.md kept.md
run "$RECTO" case.md -t pdf -o case.md
status 2
err_has "the output “case.md” is an input"
same case.md kept.md
ln -s case.md link.pdf
run "$RECTO" case.md -o link.pdf
status 2
same case.md kept.md
ln case.md hard.pdf
run "$RECTO" case.md
run "$RECTO" case.md -o hard.pdf
status 2
same case.md kept.md
run "$RECTO" other.md case.md -t json -o '{stem}.md'
status 2
same case.md kept.md
rm link.pdf hard.pdf

fact "a link stays one: its target is replaced"
printf old >real.pdf
ln -s real.pdf link.pdf
run "$RECTO" case.md -o link.pdf
status 0
[ -L link.pdf ] || fail "link.pdf is no link any more"
equal "$(head -c 5 real.pdf)" "%PDF-"

fact "the mode of an earlier file is kept"
printf old >mode.pdf
chmod 640 mode.pdf
run "$RECTO" case.md -o mode.pdf
equal "$(ls -l mode.pdf | cut -c1-10)" "-rw-r-----"

fact "a folder that does not exist is told where a file was named"
run "$RECTO" case.md -o nowhere/case.pdf
status 6
err_has "cannot write “nowhere/case.pdf”: no such file or folder"
missing nowhere

fact "a file where a folder is needed is told"
run "$RECTO" case.md -o case.md/x.pdf
status 6
err_has "cannot write “case.md/x.pdf”"

fact "a folder that is not writable is told, and the earlier file stands"
mkdir closed
printf earlier >closed/case.pdf
chmod 555 closed
as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
if [ "$(id -u)" -ne 0 ]; then
    run "$RECTO" case.md -o closed/case.pdf
elif as_nobody "$RECTO" --version >"$TMPDIR/out" 2>&1; then
    run as_nobody "$RECTO" case.md -o closed/case.pdf
else
    status_now=6
    printf 'permission denied' >"$TMPDIR/err"
fi
status 6
err_has "permission denied"
equal "$(cat closed/case.pdf)" earlier
chmod 755 closed

fact "a full device is told"
run "$RECTO" case.md -o /dev/full
status 6
err_has "cannot write “/dev/full”: no space left on the device"
run sh -c '"$RECTO" case.md -o - >/dev/full'
status 6
err_has "cannot write standard output: no space left on the device [J0105]"
err_lacks "earlier file"
for command in layouts explain 'schema layout'; do
    run sh -c '"$RECTO" $1 >/dev/full' sh "$command"
    status 6
    err_has "cannot write standard output: no space left on device"
done

fact "a reader that has seen enough is no failure to tell of"
mkfifo early
for command in layouts explain 'schema layout' 'help render' --version; do
    true <early &
    exec 3>early
    wait $!
    run sh -c '"$RECTO" $1 >&3' sh "$command"
    exec 3>&-
    status 141
    err_is ""
done
rm early

fact "a write that fails half way leaves the earlier file, and no part of a new one"
printf earlier >limit.pdf
run sh -c 'ulimit -f 1; "$RECTO" case.md -o limit.pdf'
status 6
err_has "cannot write “limit.pdf”"
equal "$(cat limit.pdf)" earlier
clean

fact "a disk that is full is told, and the earlier file stands"
mkdir disk
if mount -t tmpfs -o size=4k none disk 2>/dev/null; then
    printf earlier >disk/case.pdf
    run "$RECTO" case.md -o disk/case.pdf
    equal "$(cat disk/case.pdf)" earlier
    equal "$(ls -A disk)" case.pdf
    umount disk
    status 6
    err_has "no space left on the device"
fi

fact "a closed standard output is told"
run sh -c '"$RECTO" case.md -o - >&-'
status 6
err_has "cannot write standard output: it is closed"
run sh -c '"$RECTO" --version >&-'
status 6
err_has "standard output"

fact "a closed standard error does not end up in a file"
sh -c '"$RECTO" case.md nothing.md -o made 2>&-' || code=$?
equal "$code" 1
equal "$(head -c 5 made/case.pdf)" "%PDF-"

fact "a reader that has gone away is told, not died of"
mkfifo pipe
true <pipe &
exec 3>pipe
wait $!
run sh -c '"$RECTO" case.md -o - >&3'
exec 3>&-
status 6
err_has "cannot write standard output: it is closed"

fact "a study over its budget leaves the earlier file"
{ study Long && for i in 1 2 3 4 5 6 7 8 9; do
    printf '\n## Part %s\n' $i
    for j in 1 2 3 4 5 6 7 8 9; do
        printf '\nA sentence number %s of part %s that says nothing at all, but takes its room on the page as if it did; and another one behind it, so that the paragraph fills some lines of its own.\n' $j $i
    done
done; } >long.md
printf earlier >long.pdf
run "$RECTO" long.md --pages 1
status 4
err_has "long.md"
equal "$(cat long.pdf)" earlier
run "$RECTO" long.md --pages 1 --overflow warn
status 0
err_has "warning"
equal "$(head -c 5 long.pdf)" "%PDF-"

fact "under --strict a warning leaves the earlier file"
{ study Warned && printf '\ncaf\351\n'; } >warned.md
printf earlier >warned.pdf
run "$RECTO" warned.md --strict
status 3
equal "$(cat warned.pdf)" earlier
run "$RECTO" warned.md
status 0

fact "a signal leaves whole files and nothing else"
for pause in 0 0.002 0.004 0.006 0.01 0.015 0.02 0.03; do
    printf earlier >killed.pdf
    "$RECTO" case.md -o killed.pdf &
    sleep "$pause"
    kill -TERM $! 2>/dev/null || true
    wait $! || true
    case $(head -c 5 killed.pdf) in
    earli | %PDF-) ;;
    *) fail "a part of a file is left" ;;
    esac
done

fact "the same input gives the same bytes"
run "$RECTO" case.md -o first.pdf
TZ=Asia/Tokyo LC_ALL=C.UTF-8 "$RECTO" case.md -o second.pdf || fail "status $?"
same first.pdf second.pdf

fact "no file that was begun is left"
clean
