# SPDX-License-Identifier: MIT
# tests/cli/progress.t — what a terminal shows while many documents are typeset.
. "$TESTS/tools/check.sh"
command -v tmux >/dev/null || skip "there is no tmux"

mkdir in all
for i in $(seq -w 1 60); do
    sed "s/Answer Desk/Answer Desk $i/" "$SAMPLES/answer-desk.md" >in/s$i.md
done
terminal() { tmux -L "t$session" -f /dev/null "$@"; }
session=0
TMUX_TMPDIR=$TMPDIR
export TMUX_TMPDIR
unset TMUX

# Run in a terminal of 100 columns; every screen that it shows goes to `screens`.
recorded() {
    : >screens
    session=$((session + 1)) # a server that ends may still hold its socket
    rm -f ended
    terminal new-session -d -x 100 -y 24 "sh -c '$1; echo \$? >ended; sleep 2'" ||
        skip "tmux cannot start here"
    for _ in $(seq 600); do
        terminal capture-pane -p >>screens 2>/dev/null || break
        [ -s ended ] && break
        sleep 0.02
    done
    sleep 0.1
    terminal capture-pane -p >last
    terminal kill-server 2>/dev/null || true
}

fact "a bar tells how many are done, how fast, and which file it is at"
recorded "$RECTO render in -o all -j 2"
equal "$(cat ended)" 0
grep -qE '^\[#+\.*\] [0-9]+/60  [0-9]+/s  +in/s[0-9]+\.md$' screens ||
    fail "no bar was shown:" "$(tail -n 5 screens)"
[ "$(grep -oE '[0-9]+/60' screens | sort -u | wc -l)" -ge 3 ] || fail "the bar does not move"

fact "it leaves the summary and nothing of itself"
lacks last "[#"
grep -qE '^60 documents: 60 files written, in [0-9.]+ s \([0-9]+/s\)$' last ||
    fail "no summary:" "$(cat last)"

fact "a bar and findings do not mix"
printf '# Study\n\n## TL;DR\n\n<something>\n' >in/s30.md
recorded "$RECTO render in -o all --force -j 2"
grep -q 's30.md:5:1: warning: ' last || fail "the finding is not on a line of its own:" "$(cat last)"

fact "-q shows nothing, and neither does a form that programs read"
recorded "$RECTO render in -o all -q --force"
equal "$(tr -d '\n' <last)" ""
recorded "$RECTO render in -o all --force --diagnostics json"
lacks screens "[#"
lacks screens "documents"

fact "elsewhere than on a terminal there is no bar"
run "$RECTO" render in -o all --force
err_lacks "[#"
err_has "60 documents: 60 files written"
