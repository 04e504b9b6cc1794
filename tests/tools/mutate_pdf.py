#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tests/tools/mutate_pdf.py FILE.pdf ATTACHED.pdf — does check_pdf.py see what is wrong?

Breaks the file in one place at a time and expects a finding of the rule that is broken. FILE must
hold a table, a list, a link, a note, a picture and a figure, in one page or two; ATTACHED its source.
Prints each fault
that was not seen, or that could not be made; the status is 1 then."""
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True  # tests write into their own folder only
import check_pdf  # noqa: E402

# (what is broken, pattern, replacement, rule that must complain); the first match is replaced.
MUTATIONS = [
    ("another version", rb"%PDF-1\.7", rb"%PDF-1.4", "file"),
    ("no binary comment", rb"^(%PDF-1\.7\n)%[^\n]*", rb"\1%text", "file"),
    ("two identifiers", rb"(/ID \[<)[0-9a-f]{2}", rb"\g<1>00", "file"),
    ("no language", rb"  /Lang \([^)]*\)\n", b"", "catalog"),
    ("a language that is none", rb"  /Lang \([^)]*\)", rb"  /Lang (e n)", "catalog"),
    ("not marked", rb"/Marked true", rb"/Marked false", "catalog"),
    ("file name shown as title", rb"/DisplayDocTitle true", rb"/DisplayDocTitle false", "catalog"),
    ("an action at opening", rb"  /PageMode /UseOutlines", rb"  /OpenAction << /S /Named /N /Print >>",
     "catalog"),
    ("no output intent", rb"/OutputIntents", rb"/NoIntents", "catalog"),
    ("a profile of four colours", rb"  /N 3\n", rb"  /N 4\n", "catalog"),
    ("no page labels", rb"/PageLabels", rb"/NoLabels", "catalog"),
    ("a bookmark without a title", rb"  /Title \(Facts\)", rb"  /Title ()", "outline"),
    ("a bookmark that leads nowhere", rb"(/Dest \[\n    )\d+ 0 R", rb"\1null", "outline"),
    ("bookmarks in a wrong order", rb"  /Prev \d+ 0 R\n", b"", "outline"),
    ("a title in two wordings", rb"(<dc:title>.*?)A Study", rb"\1Another", "xmp"),
    ("no title", rb"<dc:title>.*?</dc:title>", b"", "xmp"),
    ("metadata that are no XML", rb"</rdf:RDF>", b"", "xmp"),
    ("another producer", rb"<pdf:Producer>recto", rb"<pdf:Producer>else", "xmp"),
    ("no claim of PDF/UA", rb"<pdfuaid:part>1</pdfuaid:part>", b"", "claims"),
    ("no claim of PDF/A", rb"<pdfaid:part>2</pdfaid:part>", b"", "claims"),
    ("an extension nobody describes", rb"pdfaExtension:schemas>(.*?)pdfaExtension:schemas>",
     rb"pdfaExtension:other>\1pdfaExtension:other>", "claims"),
    ("a property of an unknown schema", rb"http://purl\.org/dc/elements", rb"http://example.com/dc",
     "xmp"),
    ("a type that is no standard one", rb"  /S /H1\n", rb"  /S /Headline\n", "structure"),
    ("a heading level left out", rb"  /S /H2\n", rb"  /S /H4\n", "structure"),
    ("an element with a wrong parent", rb"(  /P )\d+( 0 R\n  /Pg \d+ 0 R\n  /S /H2)", rb"\g<1>1\2",
     "structure"),
    ("a cell in no row", rb"  /S /TR\n", rb"  /S /P\n", "structure"),
    ("a header without a scope", rb"    /Scope /Row\n", b"", "structure"),
    ("rows of different widths", rb"(    /Scope /Row\n)", rb"\1    /ColSpan 2\n", "structure"),
    ("a list that does not tell its numbers", rb"    /ListNumbering /\w+\n", b"", "structure"),
    ("text directly in a list item", rb"  /S /LBody\n", rb"  /S /P\n", "structure"),
    ("a figure without a description", rb"  /Alt \([^\n]*\)\n", b"", "structure"),
    ("a figure that stands nowhere", rb"/BBox", rb"/CBox", "structure"),
    ("a note without a name", rb"  /ID \(note[^)]*\)\n", b"", "structure"),
    ("content of no element", rb"/MCID 0>>BDC", rb"/MCID 900>>BDC", "parents"),
    ("one number for two contents", rb"/MCID 1>>BDC", rb"/MCID 0>>BDC", "parents"),
    ("content that two elements own", rb"(/K \[\n    )6\n", rb"\1 0\n", "parents"),
    ("a parent tree that is out of step", rb"(  /Nums \[\n    0\n    \[\n)      \d+ 0 R\n", rb"\1",
     "parents"),
    ("the tree against the order of the page", rb"(/K \[\n    )6(\n[^K]*?/S /H2)", rb"\g<1>13\2",
     "order"),
    ("a page without tab order", rb"  /Tabs /S\n", b"", "page"),
    ("a page without resources", rb"  /Resources \d+ 0 R\n", b"", "page"),
    ("a sheet that does not begin at 0", rb"(/MediaBox \[\n    )0", rb"\g<1>9", "page"),
    ("ink outside marked content", rb"(/H1<<[^>]*>>BDC\n)", rb"0 0 9 9 re f\n\1", "content"),
    ("marked content left open", rb"EMC\nendstream", rb"endstream", "content"),
    ("text outside a text object", rb"\nET\n", rb"\n", "content"),
    ("a link without words", rb"  /Contents \(link\)\n", b"", "links"),
    ("a link that is not printed", rb"  /F 4\n", rb"  /F 2\n", "links"),
    ("a link outside the structure", rb"  /StructParent 1\n", b"", "links"),
    ("an address with a space", rb"/URI \(https://example", rb"/URI (https:// example", "links"),
    ("a link to no place", rb"  /Dest \(note", rb"  /Dest (nope", "links"),
    ("a link without an area", rb"(/Rect \[\n    )[\d.]+", rb"\g<1>9999", "links"),
    ("a font without Unicode", rb"  /ToUnicode \d+ 0 R\n", b"", "fonts"),
    ("a font that is not embedded", rb"  /FontFile[23] \d+ 0 R\n", b"", "fonts"),
    ("a font without a tag of its subset", rb"(/BaseFont /)[A-Z]{6}\+", rb"\1", "fonts"),
    ("widths that are not the font's",
     rb"(/CIDFontType2\n.*?/W \[\n    0\n    \[\n      \d+\n      )\d+", rb"\g<1>7", "fonts"),
    ("a font with two names", rb"(/BaseFont /[A-Z]{6}\+)", rb"\1Not", "fonts"),
    ("a font without its height", rb"  /CapHeight [\d.-]+\n", b"", "fonts"),
    (".notdef is shown", rb"\[<[0-9a-f]{4}", rb"[<0000", "fonts"),
    ("a picture that is smoothed", rb"  /Subtype /Image\n", rb"  /Interpolate true\n  /Subtype /Image\n",
     "pictures"),
    ("a picture in a space of its printer", rb"/DeviceGray", rb"/DeviceCMYK", "pictures"),
]


# The same of a file with its source inside.
ATTACHED = [
    ("a source that PDF/A-2 does not allow", rb"<pdfaid:part>3</pdfaid:part>", rb"<pdfaid:part>2</pdfaid:part>",
     "claims"),
    ("level A called B", rb"<pdfaid:conformance>A<", rb"<pdfaid:conformance>B<", "claims"),
    ("a source that nothing associates", rb"  /AF \[\n    \d+ 0 R\n  \]\n", b"", "attached"),
    ("a source that is called data", rb"/AFRelationship /Source", rb"/AFRelationship /Data", "attached"),
    ("a source without a Unicode name", rb"  /UF \([^)]*\)\n", b"", "attached"),
    ("a source with its folder", rb"(  /U?F \()(\w+\.md\)\n)", rb"\1home/\2", "attached"),
    ("a source of another length", rb"(    /Size )\d+\n", rb"\g<1>7\n", "attached"),
    ("a source with another sum", rb"(    /CheckSum ).*?\n(    /|  >>)", rb"\1(0123456789abcdef)\n\2", "attached"),
    ("a source of another kind", rb"/text#2fmarkdown", rb"/text#2fplain", "attached"),
    ("a source of another day", rb"(    /ModDate \(D:)\d{4}", rb"\g<1>1999", "attached"),
    ("a foot inside content", rb"(/P<<[^>]*>>BDC\n)", rb"\1/Span<</ActualText<FEFF0041>>>BDC\nEMC\n", "content"),
    ("a range of codes that changes more than its last byte", rb"^<00(..)><00(..)><(....)>$",
     rb"<00\1><01\2><\3>", "fonts"),
    ("a code that says nothing", rb"^<(?!0000)(....)><....>$", rb"<\1><0000>", "fonts"),
]


def plain(path):
    """The file as text that can be edited; qpdf gives it a second identifier, which is undone."""
    command = ["qpdf", "--qdf", "--object-streams=disable", path, "-"]
    whole = subprocess.run(command, capture_output=True, check=True).stdout
    return re.sub(rb"/ID \[<(\w+)><\w+>\]", rb"/ID [<\1><\1>]", whole)


def findings(whole, claims):
    """What the checker finds; lengths and offsets are put right first."""
    fixed = subprocess.run(["fix-qdf"], input=whole, capture_output=True, check=False)
    with open("broken.pdf", "wb") as file:
        file.write(fixed.stdout or whole)
    found = check_pdf.judge("broken.pdf", claims)[0]
    os.remove("broken.pdf")
    return found


def fault(whole, mutation, claims):
    """None, or why the mutation was not seen."""
    what, pattern, new, rule = mutation
    broken = re.sub(pattern, new, whole, count=1, flags=re.M | re.S)
    if broken == whole:
        return f"{what}: nothing to break"
    found = findings(broken, claims)
    if any(line.startswith(f"broken.pdf: {rule}: ") for line in found):
        return None
    return f"{what}: not told by {rule}, but: {found[:3]}"


def main(path, attached):
    faults, made = [], 0
    for name, mutations, claims in ((path, MUTATIONS, {"ua", "a2"}), (attached, ATTACHED, {"ua", "a3"})):
        whole = plain(name)
        faults += [f"{name}: sound file: {found}" for found in findings(whole, claims)]
        faults += [f for f in (fault(whole, m, claims) for m in mutations) if f]
        made += len(mutations)
    print("\n".join(faults) or f"{made} faults made, all seen")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
