# SPDX-License-Identifier: MIT
# tests/tools/slurm.sh — a Slurm cluster of one node on the loopback address, in the folder
# $TMPDIR/slurm, for as long as a test takes. To be sourced; needs no rights but those it is run with.
#
#   slurm_start || skip "…"        # sets SLURM_CONF; the programs of Slurm then talk to it
#   slurm_stop

slurm_home=$TMPDIR/slurm

slurm_lacks() {
    for program in munged mungekey slurmctld slurmd sbatch squeue scancel sinfo; do
        command -v $program >/dev/null || { echo $program; return; }
    done
}

# Two ports that nobody listens on.
free_ports() {
    python3 -c 'import socket
both = [socket.socket(), socket.socket()]
for s in both: s.bind(("127.0.0.1", 0))
print(*(s.getsockname()[1] for s in both))'
}

slurm_conf() {
    me=$(id -un) host=$(hostname -s) ports=$(free_ports)
    cat >"$slurm_home/slurm.conf" <<END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$me
SlurmdUser=$me
SlurmctldPort=${ports% *}
SlurmdPort=${ports#* }
AuthType=auth/munge
AuthInfo=socket=$slurm_home/munge.socket
CredType=cred/munge
StateSaveLocation=$slurm_home/state
SlurmdSpoolDir=$slurm_home/spool
SlurmctldPidFile=$slurm_home/slurmctld.pid
SlurmdPidFile=$slurm_home/slurmd.pid
SlurmctldLogFile=$slurm_home/slurmctld.log
SlurmdLogFile=$slurm_home/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_min_interval=100000,batch_sched_delay=0
MpiDefault=none
ReturnToService=2
KillWait=1
MinJobAge=300
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 RealMemory=512 State=UNKNOWN
PartitionName=test Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
}

# Wait until the command succeeds, up to two minutes: even where much else runs, nothing takes as long.
slurm_wait() {
    slurm_until=$(($(date +%s) + 120))
    until "$@" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt $slurm_until ] || return 1
        sleep 0.1
    done
}

node_is_idle() { sinfo -h -o %T | grep -qx idle; }
queue_is_empty() { [ -z "$(squeue -h 2>&1)" ]; }

slurm_start() {
    mkdir -p "$slurm_home/state" "$slurm_home/spool"
    chmod 700 "$slurm_home"
    slurm_conf
    SLURM_CONF=$slurm_home/slurm.conf
    export SLURM_CONF
    mungekey -c -k "$slurm_home/munge.key" || return 1
    munged --force --key-file="$slurm_home/munge.key" --socket="$slurm_home/munge.socket" \
        --pid-file="$slurm_home/munge.pid" --log-file="$slurm_home/munge.log" \
        --seed-file="$slurm_home/munge.seed" 2>"$slurm_home/munge.err" || return 1
    slurmctld -D >"$slurm_home/slurmctld.out" 2>&1 &
    slurmctld_pid=$!
    slurmd -D >"$slurm_home/slurmd.out" 2>&1 &
    slurmd_pid=$!
    slurm_wait node_is_idle
}

slurm_stop() {
    for pid in ${slurmd_pid:-} ${slurmctld_pid:-} $(cat "$slurm_home/munge.pid" 2>/dev/null); do
        kill "$pid" 2>/dev/null
        slurm_wait sh -c "! kill -0 $pid" || kill -9 "$pid"
    done
    return 0
}
