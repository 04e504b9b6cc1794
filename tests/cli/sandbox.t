# SPDX-License-Identifier: MIT
# tests/cli/sandbox.t — what a render may not do, tried from inside of it.
. "$TESTS/tools/check.sh"
probe=$BUILD/tests/libfaults-probe.so
[ -e "$probe" ] || skip "the probe is not built under a sanitizer"
mkdir -p home/.ssh home/work/out elsewhere
echo secret >home/.ssh/key
printf '# A study\n\n## TL;DR\n\nIt works.\n' >home/work/case.md
HOME=$PWD/home
export HOME

# Run recto with the probe in it.
probed() {
    run env LD_PRELOAD="$probe" PROBE_READ="$HOME/.ssh/key" PROBE_WRITE="$PWD/elsewhere/made" \
        "$RECTO" "$@"
}

fact "the probe does all of it where nothing holds it back"
probed home/work/case.md --no-sandbox -o home/work/out/case.pdf
err_has "probe: read"
err_has "probe: write"
err_has "probe: connect"
out_has "probe: start"
exists elsewhere/made
rm elsewhere/made

probed home/work/case.md -o home/work/out/case.pdf
if grep -q "probe: read" "$TMPDIR/err"; then
    python3 -c 'import ctypes, sys
sys.exit(ctypes.CDLL(None).syscall(444, None, 0, 1) < 1)' || skip "this kernel knows no Landlock"
fi

for command in "render home/work/case.md -o home/work/out/case.pdf" "check home/work/case.md" \
    "render home/work"; do
    fact "recto $command reads no keys, writes nowhere else, opens nothing and starts nothing"
    # shellcheck disable=SC2086
    probed $command
    status 0
    err_has "probe: done"
    err_lacks "probe: read"
    err_lacks "probe: write"
    err_lacks "probe: connect"
    out_lacks "probe: start"
    missing elsewhere/made
done
exists home/work/case.pdf

fact "several threads work behind it"
for i in 1 2 3 4; do cp home/work/case.md "home/work/case-$i.md"; done
run "$RECTO" home/work -o elsewhere -j 3
status 0
equal "$(find elsewhere -name '*.pdf' | wc -l)" 5

fact "a layout and a font outside of the study's folder are read"
mkdir home/layouts
printf 'name: mine\nextends: swiss\n' >home/layouts/mine.yaml
run "$RECTO" home/work/case.md --layout home/layouts/mine.yaml -o home/work/out/mine.pdf
status 0

fact "each render of a watch is locked up, and so is the process that watches"
. "$TESTS/tools/watched.sh"
LD_PRELOAD=$probe PROBE_READ=$HOME/.ssh/key PROBE_WRITE=$PWD/elsewhere/made
export LD_PRELOAD PROBE_READ PROBE_WRITE
begin watch home/work/case.md
unset LD_PRELOAD PROBE_READ PROBE_WRITE
await 'probe: done'
await 'home/work/case.md → case.pdf'
lacks "$log" "probe: read"
lacks "$log" "probe: write"
lacks "$log" "probe: connect"
lacks "$TMPDIR/out" "probe: start"
grep -q '^Seccomp:[^0-9]*2' "/proc/$watched/status" || fail "the process that watches is not"
interrupt TERM
