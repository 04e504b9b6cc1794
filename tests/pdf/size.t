# SPDX-License-Identifier: MIT
# pdf/size.t — two pages with four faces take 45 kB at most.
. "$TESTS/tools/check.sh"

cat >size.py <<'END'
"""size.py FILE: faces, bytes, and bytes with the four largest faces alone."""
import json, subprocess, sys
run = subprocess.run(["qpdf", "--json=2", "--json-stream-data=none", sys.argv[1]], capture_output=True)
objects = json.loads(run.stdout)["qpdf"][1]
def length(ref):
    return objects["obj:" + ref]["stream"]["dict"]["/Length"]
def value(ref):
    return objects["obj:" + ref]["value"]
faces = []
for entry in objects.values():
    font = entry.get("value")
    if not isinstance(font, dict) or font.get("/Subtype") != "/Type0":
        continue
    below = value(font["/DescendantFonts"][0])
    described = value(below["/FontDescriptor"])
    program = described.get("/FontFile2") or described["/FontFile3"]
    faces.append(length(program) + length(font["/ToUnicode"]))
total = len(open(sys.argv[1], "rb").read())
print(len(faces), total, total - sum(sorted(faces)[:-4]))
END

for name in answer-desk fresh-food cited-answers; do
    fact "$name: two pages of the default layout"
    run "$RECTO" render "$SAMPLES/$name.md" --pages 2 -o "$name.pdf"
    status 0
    run python3 size.py "$name.pdf"
    read -r faces bytes four <"$TMPDIR/out"
    echo "$name: $faces faces, $bytes bytes; with the four largest faces alone $four"
    [ "$four" -le 45000 ] || fail "$four bytes with four faces"
    [ "$bytes" -le 50000 ] || fail "$bytes bytes with $faces faces"
done
