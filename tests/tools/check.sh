# SPDX-License-Identifier: MIT
# tests/tools/check.sh — what the .t files of tests/cli and tests/pdf say. To be sourced:
#
#   . "$TESTS/tools/check.sh"
#   fact "an unknown layout is told with its neighbour"
#   run "$RECTO" render --layout clasic "$SAMPLES/answer-desk.md"
#   status 2
#   err_has "did you mean"
#
# A script ends with 1 if anything in it failed. Each one starts in an empty folder of its own.

failures=0
facts=0
fact_now="(no fact yet)"

# Begin a fact; its name appears with what fails below it.
fact() {
    fact_now=$1
    facts=$((facts + 1))
}

fail() {
    failures=$((failures + 1))
    echo "FAILED: $fact_now"
    printf '    %s\n' "$@"
    if [ -n "${last_run:-}" ]; then
        echo "    after: $last_run"
        echo "    status ${status_now:-?}; standard error:"
        sed 's/^/    | /' "$TMPDIR/err" | head -n 20
    fi
}

# Leave the script as one that cannot be run here.
skip() {
    echo "skipped: $1"
    trap - EXIT
    exit 77
}

# Run a command; standard output goes to $TMPDIR/out, standard error to $TMPDIR/err.
run() {
    last_run="$*"
    status_now=0
    "$@" >"$TMPDIR/out" 2>"$TMPDIR/err" || status_now=$?
    case $status_now in
    99 | 134 | 135 | 136 | 139) fail "the program crashed" ;;
    esac
}

status() {
    [ "$status_now" -eq "$1" ] || fail "status $status_now, not $1"
}

# The lines of standard output or standard error as a whole.
out_is() { whole out "$1"; }
err_is() { whole err "$1"; }
whole() {
    [ "$(cat "$TMPDIR/$1")" = "$2" ] && return
    fail "standard $1 is not:" "$2" "but:" "$(head -n 20 "$TMPDIR/$1")"
}

# A piece of it, letter by letter.
out_has() { has "$TMPDIR/out" "$1"; }
err_has() { has "$TMPDIR/err" "$1"; }
out_lacks() { lacks "$TMPDIR/out" "$1"; }
err_lacks() { lacks "$TMPDIR/err" "$1"; }
has() {
    grep -qF -e "$2" "$1" || fail "“$2” is not in ${1##*/}:" "$(head -n 20 "$1")"
}
lacks() {
    if grep -qF -e "$2" "$1"; then fail "“$2” is in ${1##*/}"; fi
}

exists() { [ -e "$1" ] || fail "$1 does not exist"; }
missing() { [ ! -e "$1" ] || fail "$1 exists"; }
same() { cmp -s "$1" "$2" || fail "$1 and $2 differ"; }
equal() { [ "$1" = "$2" ] || fail "got “$1”, not “$2”"; }

finish() {
    code=$?
    trap - EXIT
    if [ "$code" -ne 0 ]; then fail "the script ended early, with $code"; fi
    echo "$facts facts, $failures failures"
    [ "$failures" -eq 0 ] || exit 1
    exit 0
}
trap finish EXIT
