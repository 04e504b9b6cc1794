# SPDX-License-Identifier: MIT
# tests/tools/watched.sh — a recto that goes on until it is ended, for scripts that source check.sh.
#
#   begin watch case.md       start `recto watch case.md`; what it says goes to $TMPDIR/log
#   await 'case.pdf: 1 page'  wait for a line that matches, behind those that matched before
#   interrupt INT             send a signal; what it ends with is in $ended
#   study … | save case.md    put a file there in one piece
#
# Nothing here sleeps for a while and hopes: what is awaited comes, or the script fails.

log=$TMPDIR/log
lines=0 # of the log that were awaited
AWAIT_MAX=120 # [s] even where much else runs, one study is rendered in that time

begin() {
    last_run="recto $*"
    status_now=0
    : >"$log"
    : >"$TMPDIR/out" # what an earlier run said is not to be taken for what this one says
    lines=0
    # A shell lets what runs beside it ignore interrupts.
    env --default-signal=INT,HUP "$RECTO" "$@" >"$TMPDIR/out" 2>"$log" &
    watched=$!
    trap 'kept=$?; kill -KILL $watched 2>/dev/null; (exit $kept); finish' EXIT
}

# Put standard input into a file that is there whole at once. One that is written in place may be
# seen half written by who was kept from the processor for long enough, and is then rendered twice.
save() {
    cat >"$TMPDIR/saved"
    mv "$TMPDIR/saved" "$1"
}

# Forget what was said so far.
begin_anew() { lines=$(wc -l <"$log"); }

# Wait until a command succeeds.
until_true() {
    deadline=$(($(date +%s) + AWAIT_MAX))
    until "$@"; do
        [ "$(date +%s)" -lt $deadline ] || return 1
        sleep 0.02
    done
}

line_matches() {
    found=$(tail -n +$((lines + 1)) "$log" | grep -n -m 1 -e "$1") || return 1
}

await() {
    if until_true line_matches "$1"; then
        lines=$((lines + ${found%%:*}))
        return
    fi
    cp "$log" "$TMPDIR/err"
    fail "“$1” was not told behind line $lines of:" "$(cat "$log")"
    exit 1
}

log_has() { has "$log" "$1"; }

text_has() { pdftotext "$1" - 2>/dev/null | tr '\n' ' ' | grep -qF -e "$2"; }
pdf_has() { text_has "$1" "$2" || fail "“$2” is not in $1:" "$(pdftotext "$1" - | head -n 20)"; }
await_pdf() { until_true text_has "$1" "$2" || fail "“$2” did not get into $1"; }

interrupt() {
    kill -"$1" "$watched"
    ended=0
    wait "$watched" || ended=$?
}
