#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tests/tools/kubernetes.py FILE — judge an Indexed Job, and print what its container runs.

Checked are the keys that this manifest may use, by name and type, as the reference of batch/v1 has
them, and what has to agree: completions and JOB_COMPLETION_COUNT, volumes and mounts. Prints the
number of completions, then the shell command of the container, which begins on a line of its own.
"""
import re
import sys

try:
    import yaml
except ImportError:
    sys.exit(77)

QUANTITY = re.compile(r"[0-9]+(\.[0-9]+)?(m|[kMGTPE]i?)?$")
NAME = re.compile(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$")


def quantity(value):
    return QUANTITY.match(str(value)) is not None


def name(value):
    return isinstance(value, str) and NAME.match(value) is not None


def count(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


RESOURCES = {"cpu": quantity, "memory": quantity}
CONTAINER = {
    "name": name, "image": str, "command": [str], "args": [str],
    "env": [{"name": str, "value": str}],
    "resources": {"requests": RESOURCES, "limits": RESOURCES},
    "securityContext": {
        "runAsNonRoot": bool, "runAsUser": count, "readOnlyRootFilesystem": bool,
        "allowPrivilegeEscalation": bool},
    "volumeMounts": [{"name": name, "mountPath": str, "readOnly": bool}],
}
JOB = {
    "apiVersion": {"batch/v1"}, "kind": {"Job"}, "metadata": {"name": name},
    "spec": {
        "completionMode": {"Indexed"}, "completions": count, "parallelism": count,
        "backoffLimit": count,
        "template": {"spec": {
            "restartPolicy": {"OnFailure", "Never"},
            "automountServiceAccountToken": bool, "containers": [CONTAINER],
            "volumes": [{"name": name, "persistentVolumeClaim": {
                "claimName": name, "readOnly": bool}}]}}},
}


def judge(value, rule, where):
    if isinstance(rule, dict):
        if not isinstance(value, dict):
            sys.exit(f"{where}: no map")
        for key, inner in value.items():
            if key not in rule:
                sys.exit(f"{where}.{key}: no such key")
            judge(inner, rule[key], f"{where}.{key}")
    elif isinstance(rule, list):
        if not isinstance(value, list) or not value:
            sys.exit(f"{where}: no list")
        for i, inner in enumerate(value):
            judge(inner, rule[0], f"{where}[{i}]")
    elif isinstance(rule, set):
        if value not in rule:
            sys.exit(f"{where}: {value}")
    elif not (isinstance(value, rule) if isinstance(rule, type) else rule(value)):
        sys.exit(f"{where}: {value!r}")


def main():
    job = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
    judge(job, JOB, "job")
    pod = job["spec"]["template"]["spec"]
    container = pod["containers"][0]
    env = {e["name"]: e["value"] for e in container["env"]}
    if env.get("JOB_COMPLETION_COUNT") != str(job["spec"]["completions"]):
        sys.exit("JOB_COMPLETION_COUNT is not spec.completions")
    if {m["name"] for m in container["volumeMounts"]} != {v["name"] for v in pod["volumes"]}:
        sys.exit("volumes and mounts differ")
    if container["command"] != ["/bin/sh", "-c"] or len(container["args"]) != 1:
        sys.exit("the container runs no shell command")
    print(job["spec"]["completions"])
    print(container["args"][0])


main()
