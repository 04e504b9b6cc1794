# SPDX-License-Identifier: MIT
# tests/cli/progress.t — what a terminal shows while many documents are typeset.
. "$TESTS/tools/check.sh"
. "$TESTS/tools/watched.sh"
command -v tmux >/dev/null || skip "there is no tmux"

terminal() { tmux -L "t$session" -f /dev/null "$@"; }
session=0
TMUX_TMPDIR=$TMPDIR
export TMUX_TMPDIR
unset TMUX
mkfifo go

# Run in a terminal of 100 columns. All that was written to it goes to `shown`, a line for each time
# that the line was begun anew; what it shows at the end goes to `last`. The title of the terminal
# tells that it has taken in all of it.
recorded() {
    session=$((session + 1)) # a server that ends may still hold its socket
    terminal new-session -d -x 100 -y 24 \
        "sh -c 'read -r _ <go; $1; echo \$? >ended; printf \"\\033]2;over\\033\\\\\"; read -r _ <go'" ||
        skip "tmux cannot start here"
    terminal pipe-pane "cat >'$PWD/raw'"
    echo >go
    until_true is_over || fail "it does not end"
    tr '\r' '\n' <raw | sed "s/$(printf '\033')\\[K//" >shown
    terminal capture-pane -p >last
    terminal kill-server
}
is_over() { [ "$(terminal display-message -p '#{pane_title}')" = over ] && grep -q ']2;over' raw; }

studies() {
    rm -rf in all && mkdir in all
    for i in $(seq -w 1 "$1"); do
        sed "s/Answer Desk/Answer Desk $i/" "$SAMPLES/answer-desk.md" >in/s$i.md
    done
}

# The bar is shown ten times a second: as many studies as it takes to see it move, on any machine.
fact "a bar tells how many are done, how fast, and which file it is at"
for n in 60 240 960; do
    studies $n
    recorded "$RECTO render in -o all -j 2"
    equal "$(cat ended)" 0
    [ "$(grep -oE "[0-9]+/$n" shown | sort -u | wc -l)" -lt 3 ] || break
done
grep -qE "^\[#+\.*\] [0-9]+/$n  [0-9]+/s  +in/s[0-9]+\.md\$" shown ||
    fail "no bar was shown:" "$(tail -n 5 shown)"
[ "$(grep -oE "[0-9]+/$n" shown | sort -u | wc -l)" -ge 3 ] || fail "the bar does not move"

fact "it leaves the summary and nothing of itself"
lacks last "[#"
grep -qE "^$n documents: $n files written, in [0-9.]+ s \([0-9]+/s\)\$" last ||
    fail "no summary:" "$(cat last)"

fact "a bar and findings do not mix"
finding=in/$(ls in | sed -n $((n / 2))p)
printf '# Study\n\n## TL;DR\n\n<something>\n' >"$finding"
recorded "$RECTO render in -o all --force -j 2"
grep -q "${finding#in/}:5:1: warning: " last || fail "the finding is not on a line of its own:" "$(cat last)"

fact "-q shows nothing, and neither does a form that programs read"
recorded "$RECTO render in -o all -q --force"
equal "$(tr -d '\n' <last)" ""
recorded "$RECTO render in -o all --force --diagnostics json"
lacks shown "[#"
lacks shown "documents"

fact "elsewhere than on a terminal there is no bar"
run "$RECTO" render in -o all --force
err_lacks "[#"
err_has "$n documents: $n files written"

fact "no PDF goes to a terminal, and text does"
printf '# A study\n\n## TL;DR\n\nIt works.\n' >small.md
recorded "$RECTO small.md -o - --diagnostics short"
equal "$(cat ended)" 2
has last "recto: error: pdf is not written to a terminal [J0201]: name a file with -o"
recorded "$RECTO - --diagnostics short <small.md"
equal "$(cat ended)" 2
recorded "$RECTO small.md -o - -t txt"
equal "$(cat ended)" 0
has last "It works."
