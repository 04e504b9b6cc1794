#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tests/tools/kept.py — is every word of a study set, or named by a finding?

kept.py RECTO      studies made of front matter and headings that agree, differ and overlap, and of
                   values in places where nobody expects them

Each study is written as text with all findings, in the usual layout and in one of the others. A word that is in neither is lost in silence: it is
printed with its study, and 1 given."""
import itertools
import re
import subprocess
import sys
import unicodedata

# Keys and marks, which are not set.
KEYS = set("""author contact date facts key kicker label lang links metrics note role subtitle text
    title url value email name en""".split())

FRONTS = [
    ["", "title: Alpha\n", 'title: "Alpha: Bravo"\n', "title: Bravo\n",
     'title: "Case Study: Bravo"\n', 'title: "Portfolio: Bravo"\n'],
    ["", "subtitle: Charlie delta\n"],
    ["", "kicker: Echo\n"],
    ["", "author: Fox Golf\n"],
]
HEADS = [
    "", "# Bravo\n\n", "# Word: Bravo\n\n", "# Case Study: Bravo\n\n",
    "# Fallstudie — Bravo zulu\n\n", "# Alpha: Bravo\n\n", "# Bravo\n\n*Hotel india*\n\n",
    "# Case Study\n\n## Bravo yankee\n\n", "# Bravo\n### Hotel india\n\n", "# The Alpha\n\n",
    "# **Case study 3** | Bravo `xray`\n\n", "Xenon\n\n", "**CASE STUDY**\n\n**Quiz zero**\n\n",
]
SIGNED = ["", "*By Juliet Kilo · June 2024*\n\n",
          "**Author:** Lima Mike | **Date:** June 2024\n\n"]
BODY = "## Problem\n\nNovember oscar papa.\n\n## Impact\n\nQuebec romeo.\n"

FRONT_VALUES = [
    "author: {name: Ann Bee, role: Cook, school: Zoo, email: ann@acme.org, url: bee.net}",
    "author: [Ann Bee, {name: Cid Dog, role: Elf, room: Fog}, [Gnu, Hat]]",
    "author: {name: Ann Bee, role: Cook}\nrole: Elf\ntimeline: Friday\n"
    "facts: {Timeline: Monday, Stack: [Uno, Dos], Deep: {Er: Tres}}",
    "facts: [Uno, {Dos: Tres}, {key: Quad, value: Cinq}]",
    "facts: Uno",
    "links: [{text: Uno, url: dos.org, more: Tres}, Quad, [Cinq], {Sept: [Nov]}]",
    "contact: [Gnu Hat, {Kit: Lam}, {label: Imp, value: Jet}]",
    "metrics: [{label: Uno, value: 12 ms, note: Dos, more: Tres}, Quad]",
]


def words(text):
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


OTHERS = ["bare", "sidebar", "classic", "compact", "handout"]


def lost(recto, study, *options):
    with open("kept.md", "w", encoding="utf-8") as file:
        file.write(study)
    command = [recto, "render", "kept.md", "-t", "txt", "-o", "-", "--verbose", *options]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    told = set(words(done.stdout + " " + done.stderr))
    return [word for word in words(study) if word not in told and word not in KEYS]


def studies():
    for i, parts in enumerate(itertools.product(*FRONTS, HEADS)):
        front = "".join(parts[:-1])
        signed = SIGNED[i % len(SIGNED)]
        yield (f"---\n{front}---\n" if front else "") + parts[-1] + signed + BODY
    for front in FRONT_VALUES:
        yield f"---\n{front}\n---\n# Bravo\n\n{BODY}"


def main():
    recto, failures, count = sys.argv[1], 0, 0
    for study in studies():
        other = OTHERS[count % len(OTHERS)]
        missing = lost(recto, study) + lost(recto, study, "--layout", other)
        count += 1
        if missing:
            failures += 1
            print(f"lost here or in {other}: {' '.join(missing)}", study, sep="\n")
    print(f"{count} studies, {failures} with words lost")
    return 1 if failures or not count else 0


if __name__ == "__main__":
    sys.exit(main())
