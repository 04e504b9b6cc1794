#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tests/tools/words.py — are all words of a study in the text of its PDF, in order?

words.py STUDY.md TEXT [visual]      TEXT is what a PDF reader extracted, UTF-8; visual: one that
                                     leaves words from right to left as they are seen

What a study says is taken from cmark-gfm's plain text, a reader that recto has no part in. Extra
words (callouts, running feet) may stand between the words of the study. Footnotes stand at the
foot of their page, and lines of mixed direction come in an order of the reader's own: of these
only the presence is asked for. Prints what is missing or out of order and
ends with 1, else one line with the counts."""
import difflib
import re
import subprocess
import sys
import unicodedata

FENCE = re.compile(r"^---\n(.*?)^---\n", re.S | re.M)


def words(text):
    """Runs of letters and digits; compatibility forms, case and invisible marks do not count."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("−", "-")
    text = re.sub(r"https?://|mailto:", "", text)  # addresses are shown without scheme
    text = re.sub(r"[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]", "", text)
    # A CJK line may break anywhere: each ideograph is a word.
    text = re.sub(r"([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])", r" \1 ", text)
    # Readers of mixed directions lose the space between a number and the letters behind it.
    text = re.sub(r"(?<=[\dA-Za-z])(?=[\u0590-\u06ff])|(?<=[\u0590-\u06ff])(?=[\dA-Za-z])", " ", text)
    return re.findall(r"[^\W_]+", text)


def plain(markdown):
    command = ["cmark-gfm", "--to", "plaintext", "--width", "0"]
    for extension in ("table", "strikethrough", "autolink", "tasklist"):
        command += ["-e", extension]
    return subprocess.run(command, input=markdown, capture_output=True, text=True, check=True).stdout


def split(source):
    """The body's words and the footnotes' words of a study."""
    front = FENCE.match(source)
    body = source[front.end():] if front else source
    body = re.sub(r"<!--.*?-->", "", body, flags=re.S)
    body = re.sub(r"\{[.#][^}\n]*\}", "", body)
    body = re.sub(r"^\\newpage\s*$", "", body, flags=re.M)
    notes = re.findall(r"^\[\^[^\]]+\]:(.*(?:\n(?=[ \t]+\S).*)*)", body, flags=re.M)
    body = re.sub(r"^\[\^[^\]]+\]:.*(?:\n(?=[ \t]+\S).*)*", "", body, flags=re.M)
    body = re.sub(r"\[\^[^\]]+\]", "", body)
    body = re.sub(r"^(#+ .*?)\s*#*$", r"\1", body, flags=re.M)
    body = re.sub(r"^(\s*[-*+] )\[[ xX]\] ", r"\1", body, flags=re.M)
    # Titles may stand in front matter and in a heading: once is enough.
    return words(plain(body)), words(plain("\n".join(notes)))


def in_order(wanted, found):
    """Those of `wanted` that are not in `found`, or not in this order."""
    matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
    return [wanted[i] for tag, i1, i2, _, _ in matcher.get_opcodes()
            if tag in ("delete", "replace") for i in range(i1, i2)]


def paragraphs(source):
    """What a source parts by empty lines, without headings and the numbers of items."""
    front = FENCE.match(source)
    body = re.sub(r"^#.*$", "", source[front.end():] if front else source, flags=re.M)
    return re.split(r"\n\s*\n", re.sub(r"^(\s*)\d+[.)] ", r"\1- ", body, flags=re.M))


def missing(source, text, visual=False, columns=False, parted=False):
    """The words of the body and of the notes that `text` lacks.

    visual: the reader leaves words from right to left as they are seen. columns: it reads columns one
    behind the other, so that only the order inside each paragraph is asked for. parted: it parts words
    of Indic scripts at their vowel signs."""
    source = source.replace("\r\n", "\n").lstrip("\ufeff")
    found = words(text)
    body, notes = split(source)
    front = FENCE.match(source)
    title = words(front.group(1)) if front else []
    # The heading that front matter's title replaces is set once, from there.
    heading = re.search(r"^# (.*)$", source, flags=re.M)
    skip = len(words(plain(heading.group(1)))) if heading and "title" in title else 0
    body = body[skip:] if skip and body[:skip] == words(plain(heading.group(1))) else body
    lost = in_order(body, found)
    if columns:
        lost = [w for part in paragraphs(source) for w in in_order(split(part)[0], found)]
        lost += [w for w in body if w not in set(found)]
    if parted and re.search("[\u0900-\u0dff]", source):
        whole = "".join(found)
        lost = [w for w in lost if w not in whole]
    if re.search("[\u0590-\u06ff]", source):
        whole = "\n".join(found)
        lost = [w for w in lost if w not in set(found) and not (visual and w[::-1] in whole)]
    return lost, [w for w in notes if w not in set(found)]


def fold(text):
    """Text for comparison: its words, one blank between them."""
    return " ".join(words(text))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        source = file.read()
    with open(sys.argv[2], encoding="utf-8") as file:
        text = file.read()
    lost, gone = missing(source, text, visual="visual" in sys.argv[3:])
    total = len(split(source)[0])
    if lost:
        print(f"{len(lost)} of {total} words are missing or out of order:", " ".join(lost[:40]))
    if gone:
        print(f"{len(gone)} words of footnotes are missing:", " ".join(gone[:40]))
    if not lost and not gone:
        print(f"{total} words in order, {len(words(text))} extracted")
    return 1 if lost or gone else 0


if __name__ == "__main__":
    sys.exit(main())
