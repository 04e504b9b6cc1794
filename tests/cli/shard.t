# SPDX-License-Identifier: MIT
# tests/cli/shard.t — parts of many documents, done by runs that do not know of each other.
. "$TESTS/tools/check.sh"
unset SLURM_ARRAY_TASK_ID SLURM_ARRAY_TASK_COUNT SLURM_ARRAY_TASK_MIN SLURM_ARRAY_TASK_STEP
unset JOB_COMPLETION_INDEX JOB_COMPLETION_COUNT

mkdir in whole
for i in 0 1 2 3 4 5 6 7 8 9; do
    printf '# Study %s\n\n## TL;DR\n\nIt works, number %s.\n' $i $i >in/s$i.md
done
"$RECTO" render in -o whole -q
made() { (cd "$1" && echo *.pdf); }

fact "the parts are disjoint and make up the whole, byte by byte"
mkdir parts p1 p2 p3
for i in 1 2 3; do
    run "$RECTO" render in -o p$i --shard $i/3
    status 0
done
equal "$(made p1)" "s0.pdf s3.pdf s6.pdf s9.pdf"
equal "$(made p2)" "s1.pdf s4.pdf s7.pdf"
equal "$(made p3)" "s2.pdf s5.pdf s8.pdf"
cp p1/* p2/* p3/* parts/
run diff -r parts whole
status 0

fact "a part that was cut is taken up, a part that is done stays"
rm parts/s3.pdf parts/s4.pdf
run "$RECTO" render in -o parts --shard 1/3
err_has "1 file written, 3 unchanged"
run "$RECTO" render in -o parts --shard 3/3
err_has "0 files written, 3 unchanged"

fact "more parts than documents leave some with nothing to do"
mkdir few
run "$RECTO" render in -o few --shard 12/12
status 0
equal "$(made few)" "*.pdf"
run "$RECTO" render in -o few --shard 10/12
equal "$(made few)" "s9.pdf"
run "$RECTO" render in -o few --shard 10/12 --manifest few.jsonl
has few.jsonl '"unchanged":true'

fact "a Slurm array tells which part"
mkdir slurm
for id in 4 6 8; do
    run env SLURM_ARRAY_TASK_ID=$id SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=4 \
        SLURM_ARRAY_TASK_MAX=8 SLURM_ARRAY_TASK_STEP=2 "$RECTO" render in -o slurm --shard auto
    status 0
done
run diff -r slurm whole
status 0

fact "an Indexed Job tells which part"
mkdir indexed
run env JOB_COMPLETION_INDEX=1 JOB_COMPLETION_COUNT=3 "$RECTO" render in -o indexed --shard auto
status 0
equal "$(made indexed)" "s1.pdf s4.pdf s7.pdf"

fact "what names no part is told"
for shard in 0/3 4/3 1/0 1 1/ /3 a/b 1/3x -1/3 1/3/3 99999999999999999999/3; do
    run "$RECTO" render in -o few --shard "$shard"
    status 2
    err_has "--shard"
done
run "$RECTO" render in -o few --shard auto
status 2
err_has "neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX is set"
run env JOB_COMPLETION_INDEX=1 "$RECTO" render in -o few --shard auto
status 2
err_has "JOB_COMPLETION_COUNT"
run env SLURM_ARRAY_TASK_ID=x SLURM_ARRAY_TASK_COUNT=3 "$RECTO" render in -o few --shard auto
status 2
