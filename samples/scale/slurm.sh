#!/bin/sh
# SPDX-License-Identifier: MIT
# samples/scale/slurm.sh — typeset a folder of studies as a Slurm array.
#
#   sbatch --array=1-64 samples/scale/slurm.sh STUDIES PAGES
#
# Each task takes every 64th study. Submit it again after a failure, with the same --array: what is
# done already is passed over, so the array ends where it was cut. Tasks share nothing but the two
# folders; each leaves PAGES/manifest-TASK.jsonl.
#SBATCH --job-name=recto
#SBATCH --cpus-per-task=2
#SBATCH --mem-per-cpu=256M
#SBATCH --time=01:00:00
#SBATCH --requeue
set -eu
studies=${1:?folder of studies} pages=${2:?folder of pages}
exec "${RECTO:-recto}" render "$studies" -o "$pages/" --shard auto -q \
    -j "${SLURM_CPUS_PER_TASK:-1}" --overflow "${OVERFLOW:-error}" \
    --manifest "$pages/manifest-$SLURM_ARRAY_TASK_ID.jsonl"
