# SPDX-License-Identifier: MIT
# tests/cli/kubernetes.t — what samples/scale/job.yaml runs in its pods, run here one after the other.
. "$TESTS/tools/check.sh"
unset SLURM_ARRAY_TASK_ID SLURM_ARRAY_TASK_COUNT SLURM_ARRAY_TASK_MIN SLURM_ARRAY_TASK_STEP

code=0
python3 "$TESTS/tools/kubernetes.py" "$SAMPLES/scale/job.yaml" >job || code=$?
[ "$code" -ne 77 ] || skip "python3-yaml is not installed"
fact "the manifest has the keys of batch/v1, and they agree"
equal "$code" 0
pods=$(head -n 1 job)

mkdir -p data/studies data/pages bin whole
ln -s "$RECTO" bin/recto
i=0
while [ $i -lt 100 ]; do
    printf '# Study %s\n\n## TL;DR\n\nIt works, number %s.\n' $i $i >data/studies/s$i.md
    i=$((i + 1))
done
sed "1d; s|/data/|$PWD/data/|g" job >command

# pod INDEX: what the pod of that index runs.
pod() { env PATH="$PWD/bin:$PATH" JOB_COMPLETION_INDEX="$1" JOB_COMPLETION_COUNT="$pods" sh -c "$(cat command)"; }

fact "all pods together make every document once, as one run would"
[ "$pods" -ge 2 ] || fail "$pods pods"
i=0
while [ $i -lt "$pods" ]; do
    pod $i || fail "pod $i: status $?"
    i=$((i + 1))
done
"$RECTO" render data/studies -o whole -q
mkdir pages
cp data/pages/*.pdf pages
run diff -r pages whole
status 0
cat data/pages/manifest-*.jsonl >all
equal "$(wc -l <all | tr -d ' ')" 100
equal "$(sed 's/.*"output":"\([^"]*\)".*/\1/' all | sort -u | wc -l | tr -d ' ')" 100
equal "$(grep -c '"status":0,"unchanged":false' all)" 100

fact "a pod that is started again goes on where it was cut"
rm data/pages/s1.pdf
pod 1 || fail "status $?"
same data/pages/s1.pdf whole/s1.pdf
equal "$(grep -c '"unchanged":false' data/pages/manifest-1.jsonl)" 1
equal "$(wc -l <data/pages/manifest-1.jsonl)" "$(grep -c '"status":0' data/pages/manifest-1.jsonl)"
