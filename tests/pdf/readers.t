# SPDX-License-Identifier: MIT
# pdf/readers.t — every sample in every layout is sound, and readers of PDF find all its words.
. "$TESTS/tools/check.sh"

# `sh assets/setup test` puts it there.
modules=$SOURCE/build/npm/node_modules
if ! command -v node >which || [ ! -d "$modules/pdfjs-dist" ]; then
    echo "pdf.js is skipped: there is no node, or no pdfjs-dist in build/npm"
    modules=
fi

fact "poppler, MuPDF and pdf.js say what the author wrote"
run python3 "$TESTS/tools/readers.py" "$RECTO" "$SAMPLES" "$SOURCE/layouts" $modules
[ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out" "$TMPDIR/err")"
out_has "sound, all words found, in order, and agreed on"
cat "$TMPDIR/out"

fact "the judge does find what is wrong: a word lost, one moved, one parted, a head that is not alone"
printf '# Study\n\n## Problem\n\nWe kept every document in order.\n' >study.md
judge() {
    printf '%s\n' "$1" >text
    run python3 - "$2" <<END
import sys
sys.path.insert(0, "$TESTS/tools")
sys.dont_write_bytecode = True
import readers
study = {"source": open("study.md").read(), "rtl": False, "indic": False, "titles": [("Problem", "custom")], "contact": []}
faults = list(readers.check_text(study, "poppler", open("text").read()))
print(faults)
sys.exit(not any(sys.argv[1] in fault for fault in faults))
END
    status 0
}
judge "Study
Problem
We kept every in order." document
judge "Study
Problem
We kept in order every document." "out of order"
judge "Study
Problem
We kept every docu­
ment in order." document
judge "Study
Problem We kept every document in order." "not alone"

fact "a line that the author ends does not join what stands around it"
printf '# Study\n\nAlpha<br>beta and gamma<br> delta\n\n- [x] done\n- [ ] to do\n' >lines.md
run "$RECTO" render lines.md -o lines.pdf
run pdftotext lines.pdf -
equal "$(grep -cxE 'Alpha|beta and gamma|delta' "$TMPDIR/out")" 3

fact "a box to tick is read as the character for it, before its text"
out_has "☑ done"
out_has "☐ to do"
