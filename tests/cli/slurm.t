# SPDX-License-Identifier: MIT
# tests/cli/slurm.t — samples/scale/slurm.sh on a real cluster of one node.
. "$TESTS/tools/check.sh"
. "$TESTS/tools/slurm.sh"

lacking=$(slurm_lacks)
[ -z "$lacking" ] || skip "there is no $lacking: Slurm is not installed"
slurm_start || {
    tail -n 5 "$slurm_home"/*.log "$slurm_home"/*.out
    slurm_stop
    skip "no cluster can be started here"
}
trap 'code=$?; slurm_stop; (exit $code); finish' EXIT

mkdir studies pages local
for i in $(seq -w 1 160); do
    sed "s/Answer Desk/Answer Desk $i/" "$SAMPLES/answer-desk.md" >studies/s$i.md
done
# The second task gets a disk that stops at its twentieth file, until it was killed.
slow=$BUILD/tests/libslow-disk.so
cat >recto <<END
#!/bin/sh
if [ "\$SLURM_ARRAY_TASK_ID" = 2 ] && [ -e "$slow" ] && [ ! -e before ]; then
    LD_PRELOAD=$slow SLOW_DISK_STOPS=20
    export LD_PRELOAD SLOW_DISK_STOPS
fi
exec "$RECTO" "\$@"
END
chmod +x recto
submit() { # the number of the job
    RECTO=$PWD/recto \
    sbatch --parsable --array=1-4 --cpus-per-task=1 --output="$TMPDIR/task-%a.log" \
        "$SAMPLES/scale/slurm.sh" studies pages 2>"$TMPDIR/err"
}
lines() { cat pages/manifest-"$1".jsonl 2>/dev/null | wc -l; }
half_way() { [ "$(lines 2)" -ge 3 ]; }

fact "a task that is killed half way does not stop the others"
job=$(submit)
[ -n "$job" ] || fail "nothing was submitted"
slurm_wait half_way || fail "the second task does not begin"
scancel --full --signal=KILL "${job}_2"
slurm_wait queue_is_empty || fail "the tasks do not end"
[ ! -e "$slow" ] || [ "$(lines 2)" -lt 40 ] || fail "the second task was not killed half way"
for task in 1 3 4; do equal "$(lines $task)" 40; done
mkdir before
mv pages/manifest-* before/

fact "the same array again does what is left, and nothing twice"
submit >"$TMPDIR/out"
slurm_wait queue_is_empty || fail "the tasks do not end"
cat task-*.log >logs
equal "$(sort -u logs)" ""
for task in 1 2 3 4; do equal "$(lines $task)" 40; done
cat pages/manifest-* | python3 -c '
import collections, glob, json, sys
made = collections.Counter()
there = set()
for line in list(sys.stdin) + [l for n in glob.glob("before/*") for l in open(n)]:
    entry = json.loads(line)
    assert entry["status"] == 0, entry
    made[entry["input"]] += not entry["unchanged"]
    there.add(entry["input"])
assert len(there) == 160, len(there)
assert max(made.values()) == 1, made.most_common(1)
' || fail "a document is missing, or was made twice"

fact "the pages are those of a local run, byte by byte"
run "$RECTO" render studies -o local -q
status 0
run diff -r -x 'manifest-*' -x '.recto-*' pages local
status 0
equal "$(ls local | wc -l)" 160
