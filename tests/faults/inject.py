#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tests/faults/inject.py — let every call of the system fail in turn while a study is set.

    inject.py RECTO SHIM KIND STUDY [--points N] [--jobs N] [-- OPTIONS...]

KIND is "memory" or "files", see shim.c. At most N calls, spread evenly and always with the first
and the last ones, are tried (all, where N is 0), each of them twice: failing alone, and with all
that come after it. Each run must end in one of recto's own exit codes; with 0 the file must be
what it is without a fault, else standard error must say something and the earlier file must stand
untouched. Nothing else may be left in the folder."""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

EARLIER = b"the earlier file\n"
EDGE = 40  # calls at both ends that are always tried: they open files, and close them
CODES = range(0, 7)
SECONDS = 60


def run(args, folder, at, on):
    """(exit code, standard error) of one render in `folder`, whose call number `at` fails."""
    env = dict(os.environ, LD_PRELOAD=args.shim, FAULT_KIND=args.kind, FAULT_AT=str(at), FAULT_ON=on,
               FAULT_COUNT=str(folder / "count"), SOURCE_DATE_EPOCH="0", LC_ALL="C")
    done = subprocess.run([args.recto, "render", args.study.name, "-o", "out/case.pdf", "--no-sandbox",
                           *args.options],
                          cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          timeout=SECONDS)
    return done.returncode, done.stderr.decode(errors="replace")


def stage(args, folder, bytes_before):
    """A folder with the study and its pictures, and a folder for the file."""
    for path in args.study.parent.iterdir():
        if path == args.study or path.suffix in (".png", ".jpg", ".yaml"):
            shutil.copy(path, folder)
    (folder / "out").mkdir()
    if bytes_before is not None:
        (folder / "out/case.pdf").write_bytes(bytes_before)


def judge(args, folder, whole, code, err):
    """What is wrong with the end of a run; empty where nothing is."""
    left = sorted(p.name for p in (folder / "out").iterdir())
    found = (folder / "out/case.pdf").read_bytes() if "case.pdf" in left else None
    if code not in CODES:
        return f"ended with {code}"
    if left != ["case.pdf"]:
        return f"left {left}"
    if code == 0 and found != whole:
        return "ended with 0, but the file is not the one it should be"
    # A file that was renamed before the fault stands whole, and the fault is still told.
    if code != 0 and found not in (EARLIER, whole):
        return f"ended with {code} and a spoilt file"
    if code != 0 and not err.strip() and not mute(args, code):
        return f"ended with {code} and said nothing"
    return ""


def mute(args, code):
    """Where standard error itself cannot be written to, nothing can be said."""
    return args.kind == "files" and code == 6 and args.on == "on"


def points(count, wanted):
    if wanted <= 0 or wanted >= count:
        return list(range(1, count + 1))
    picked = set(range(1, min(EDGE, count) + 1)) | set(range(max(1, count - EDGE), count + 1))
    picked |= {1 + i * (count - 1) // max(1, wanted - 1) for i in range(wanted)}
    return sorted(picked)


def attempt(args, whole, at, on):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stage(args, folder, EARLIER)
        try:
            code, err = run(args, folder, at, on)
        except subprocess.TimeoutExpired:
            return f"{args.kind} {at} {on}: hangs"
        args.on = on
        wrong = judge(args, folder, whole, code, err)
        last = err.strip().splitlines()[-1:] or [""]
        return f"{args.kind} {at} {on}: {wrong}; {last[0][:100]}" if wrong else ""


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("recto")
    parser.add_argument("shim")
    parser.add_argument("kind", choices=["memory", "files"])
    parser.add_argument("study", type=Path)
    parser.add_argument("--points", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("options", nargs="*")
    args = parser.parse_args()
    args.study = args.study.resolve()
    args.recto, args.shim = os.path.abspath(args.recto), os.path.abspath(args.shim)
    return args


def main():
    args = arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stage(args, folder, None)
        code, err = run(args, folder, 0, "once")
        if code != 0:
            sys.exit(f"without a fault it ends with {code}: {err}")
        whole = (folder / "out/case.pdf").read_bytes()
        count = int((folder / "count").read_text())
    if count < 10:
        sys.exit(f"the preloaded library counted {count} calls: it is not in use")
    tries = [(at, on) for at in points(count, args.points) for on in ("once", "on")]
    with ThreadPoolExecutor(args.jobs) as pool:
        wrong = [w for w in pool.map(lambda t: attempt(args, whole, *t), tries) if w]
    print("\n".join(wrong[:200]))
    print(f"{args.kind}: {count} calls, {len(tries)} faults tried, {len(wrong)} not clean")
    sys.exit(1 if wrong else 0)


main()
