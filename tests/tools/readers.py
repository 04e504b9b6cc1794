#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tests/tools/readers.py RECTO SAMPLES LAYOUTS [NODE_MODULES] — do PDF readers find what was written?

Sets every study of SAMPLES in every layout of LAYOUTS and lets poppler, MuPDF and, where its modules
are given, pdf.js extract the text. All words of the study have to be in it in the author's order, and
the readers have to agree on the words; section heads, bullets and contact are looked at, too. And
check_pdf.py holds each file against the standards. Each fault is a line "STUDY LAYOUT READER: what";
the status is 1 where there is one.

pdf.js parts Indic words at their vowel signs, which it takes for marks without width: of these it is
asked for the letters. Text from right to left MuPDF 1.21 gives as it is seen, and each reader puts
lines of mixed direction in an order of its own; of these words only the presence is asked for."""
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True  # tests write into their own folder only
import check_pdf  # noqa: E402
import words  # noqa: E402

READERS = {
    "poppler": ["pdftotext", "{pdf}", "-"],
    "poppler-raw": ["pdftotext", "-raw", "{pdf}", "-"],
    "mupdf": ["mutool", "draw", "-q", "-F", "text", "{pdf}"],
}
# All other layouts may have a column beside the text, or heads and quotations in the margin: poppler
# reads columns one behind the other unless it is told -raw.
ONE_COLUMN = {"bare"}
# Here a paragraph may go on in the next column, so that poppler's guess at columns may part it; the
# heads of links and contact begin entries of a line at the foot.
TWO_COLUMNS = {"compact"}
FOOT_LINE = {"links", "contact"}
STRANGE = re.compile("[\ufb00-\ufb06\u00ad\ue000-\uf8ff\ufffd]")
SPACED = re.compile(r"(?<!\w)(?:[A-Z] ){3,}[A-Z](?!\w)")
# The unit of a large number may stand behind a narrow gap, which each reader judges its own way.
NUMBER_UNIT = re.compile(r"(?<=\d)(?=[^\W\d_])")
BULLET = re.compile(r"^\s*[-–•▪·*‣◦]\s*$", re.M)


def output_of(command):
    return subprocess.run(command, capture_output=True, check=False).stdout.decode(errors="replace")


def flat(text):
    return re.sub(r"\s+", " ", text)


def texts_of(pdf):
    """{reader: text}; what pdf.js says has been written beside the file."""
    texts = {name: output_of([part.format(pdf=pdf) for part in command])
             for name, command in READERS.items()}
    scripted = Path(f"{pdf}.txt")
    if scripted.exists():
        texts["pdf.js"] = scripted.read_text(encoding="utf-8")
    return texts


def check_text(study, reader, text):
    """What is wrong with one reader's text of one study."""
    parted = study["indic"] and reader == "pdf.js"
    rtl = study["rtl"] or study["indic"]
    lost, gone = words.missing(study["source"], text, visual=reader == "mupdf", parted=parted,
                               columns=study.get("columns") and reader == "poppler")
    if study.get("parted") and reader == "poppler":
        lost = [w for w in lost if w not in set(words.words(text))]
    if lost:
        yield "missing or out of order: " + " ".join(lost[:20])
    if gone:
        yield "words of footnotes are missing: " + " ".join(gone[:20])
    if STRANGE.search(text):
        yield f"U+{ord(STRANGE.search(text).group()):04X} comes out"
    if SPACED.search(text):
        yield f"letters with spaces: {SPACED.search(text).group()}"
    if BULLET.search(text) and not rtl:
        yield "a bullet stands apart from its text"
    lines = [words.fold(line) for line in text.splitlines() if words.fold(line)]
    alone = {" ".join(lines[i:i + n]) for i in range(len(lines)) for n in (1, 2, 3, 4)}
    foot = {t for t, kind in study["titles"] if study.get("parted") and kind in FOOT_LINE}
    for title in [t for t, _ in study["titles"] if t not in foot and not rtl]:
        if words.fold(title) not in alone:
            yield f"the head “{title}” is not alone on its line"
    for contact in study["contact"]:
        if flat(contact) not in flat(text):
            yield f"“{contact}” is not in it"


def read_study(recto, path):
    seen = json.loads(output_of([recto, "inspect", str(path)]))
    source = path.read_text(encoding="utf-8")
    rtl = bool(re.search("[\u0590-\u06ff]", source))
    indic = bool(re.search("[\u0900-\u0dff]", source))
    return {"source": source, "rtl": rtl, "indic": indic, 
            "titles": [(s["title"], s["kind"]) for s in seen["sections"] if s["title"]],
            "contact": [c["text"] for c in seen["contact"] if c["text"]]}


def main(recto, samples, layouts, modules=None):
    studies = {p.stem: read_study(recto, p) for p in sorted(Path(samples).glob("*.md"))
               if p.stem != "README"}
    pdfs = {}
    faults = []
    for layout in sorted(p.stem for p in Path(layouts).glob("*.yaml")):
        for name in studies:
            pdf = f"{name}.{layout}.pdf"
            done = subprocess.run([recto, "render", f"{samples}/{name}.md", "--layout", layout,
                                   "--overflow", "warn", "-o", pdf], capture_output=True, check=False)
            pdfs[name, layout] = pdf
            if done.returncode:
                faults.append(f"{name} {layout}: status {done.returncode}")
            else:
                kept = b"cannot claim PDF/UA-1" not in done.stderr
                faults += check_pdf.judge(pdf, {"ua", "a2"} if kept else {"a2"})[0]
    if modules:
        subprocess.run(["node", os.path.dirname(__file__) + "/pdfjs_text.mjs", modules,
                        *(p for p in pdfs.values() if Path(p).exists())], check=True)
    for (name, layout), pdf in pdfs.items():
        texts = texts_of(pdf) if Path(pdf).exists() else {}
        found = {}
        for reader, text in texts.items():
            study = dict(studies[name], columns=layout not in ONE_COLUMN,
                         parted=layout in TWO_COLUMNS)
            faults += [f"{name} {layout} {reader}: {what}" for what in check_text(study, reader, text)]
            found[reader] = Counter(words.words(NUMBER_UNIT.sub(" ", text)))
        if studies[name]["indic"]:
            found.pop("pdf.js", None)
        for reader in found if not studies[name]["rtl"] else []:
            odd = (found[reader] - found["poppler"]) + (found["poppler"] - found[reader])
            if odd:
                faults.append(f"{name} {layout} {reader}: differs from poppler in {sorted(odd)[:12]}")
    print("\n".join(faults) or f"{len(pdfs)} files, {len(READERS) + bool(modules)} readings of each: "
          "sound, all words found, in order, and agreed on")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
