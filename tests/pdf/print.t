# SPDX-License-Identifier: MIT
# tests/pdf/print.t — what is made for paper.
. "$TESTS/tools/check.sh"
command -v qpdf >/dev/null || skip "no qpdf"
cp "$SAMPLES"/*.md .
sound() {
    qpdf --check "$1" >qpdf.log 2>&1 || fail "$1: qpdf: $(head -n 3 qpdf.log)"
    python3 "$TESTS/tools/check_pdf.py" "$1" >checked 2>&1 || fail "$1: $(head -n 5 checked)"
}
pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }
size() { pdfinfo -box "$1" | sed -n "s/^$2: *//p" | tr -s ' ' | sed 's/^ //'; }
words() { mutool show "$1" outline >/dev/null 2>&1; pdfinfo -struct-text "$1" | sed -n 's/^ *"\(.*\)"$/\1/p'; }

fact "on paper links are addresses in numbered notes, each once, in the order of the text"
printf '# A study\n\n## Problem\n\n%s\n\n%s\n' \
    'See [code](https://example.com/code), a note[^1], [data](https://example.com/data) and [code](https://example.com/code).' \
    '[^1]: More [there](https://example.net/x).' >links.md
run "$RECTO" links.md --print -o links.txt
status 0
has links.txt "code1"
has links.txt "note2"
has links.txt "data3 and code1"
run "$RECTO" links.md --print -o links.pdf
pdftotext -layout links.pdf - >text
for note in "1 example.com/code" "2 More there4" "3 example.com/data" "4 example.net/x"; do
    has text "$note"
done
sound links.pdf

fact "notes stand on the edge of the text, wherever their links do"
printf '# A study\n\n## Problem\n\n- See [code](https://example.com/code).\n' >item.md
"$RECTO" item.md --layout classic --print -q -o item.trace
equal "$(grep -c '^  text 59.528 80.* "1"$' item.trace)" 1

fact "on paper text is black and nothing is tinted"
"$RECTO" cited-answers.md --layout sidebar --print -o paper.trace || fail "it cannot be set"
"$RECTO" cited-answers.md --layout sidebar -o screen.trace
has screen.trace "#f1f6f7"
lacks paper.trace "#f1f6f7"
has paper.trace "#000000"

fact "code without its panel stands beside a rule"
printf '# A study\n\n## Problem\n\n```\nmake all\nmake more\n```\n' >code.md
"$RECTO" code.md --layout classic -o code.trace
lacks code.trace "stroke #c5cbd4 0.500 : M 0.000 0.000 L 0.000"
"$RECTO" code.md --layout classic --print -o code.trace
equal "$(grep -c "stroke #c5cbd4 0.500 : M 0.000 0.000 L 0.000" code.trace)" 2

fact "callouts without their panel stand below a rule, on the edge of the text"
"$RECTO" freight-invoices.md --layout compact -o panel.trace
lacks panel.trace "stroke #14181f 0.600 : M 0.000 0.000 L 510.237"
"$RECTO" freight-invoices.md --layout compact --print -o panel.trace
has panel.trace "stroke #000000 0.600 : M 0.000 0.000 L 510.237"
equal "$(grep -c '^  text 42.520 .*"keying time per invoice"' panel.trace)" 1

fact "a tone of the paper lies below all, and is not printed"
printf 'extends: sidebar\ncolor: {paper: "#FBF6EC"}\n' >cream.yaml
"$RECTO" cited-answers.md --layout ./cream.yaml --draft -o toned.trace
equal "$(grep -c "fill #fbf6ec .*L 595.276 841.890" toned.trace)" "$(grep -c "^page" toned.trace)"
for page in $(grep -n "^page" toned.trace | cut -d : -f 1); do
    equal "$(sed -n "$((page + 1)),$((page + 2))p" toned.trace | grep -c "artifact\|fill #fbf6ec")" 2
done
"$RECTO" cited-answers.md --layout ./cream.yaml --gray -o gray.trace
lacks gray.trace "fbf6ec"
has gray.trace "fill #f6f6f6"
"$RECTO" cited-answers.md --layout ./cream.yaml --print -o printed.trace
lacks printed.trace "fbf6ec"
"$RECTO" cited-answers.md --layout sidebar -q -o white.pdf
"$RECTO" cited-answers.md --layout ./cream.yaml -q -o toned.pdf
words white.pdf >white
words toned.pdf >toned
same white toned
sound toned.pdf
run "$RECTO" check toned.pdf
status 0

fact "two pages share a sheet, in reading order"
"$RECTO" cited-answers.md --pages 2 -q -o plain.pdf
"$RECTO" cited-answers.md --pages 2 -q --impose 2up -o two.pdf
equal "$(pages plain.pdf) $(pages two.pdf)" "2 1"
equal "$(size two.pdf MediaBox)" "0.00 0.00 841.89 595.28"
words plain.pdf >plain
words two.pdf >two
same plain two
[ "$(wc -l <two)" -gt 40 ] || fail "hardly any words are tagged"
sound two.pdf

fact "a booklet is read in order, however its pages lie"
printf 'layout: swiss\nstudies: [cited-answers.md, fresh-food.md, index-bench.md]\n' >book.yaml
"$RECTO" bundle book.yaml -q -o flat.pdf
"$RECTO" bundle book.yaml -q --impose booklet -o booklet.pdf
equal "$(pages booklet.pdf)" "$((($(pages flat.pdf) + 3) / 4 * 2))"
words flat.pdf >flat
words booklet.pdf >folded
same flat folded
sound booklet.pdf
equal "$(pdfinfo -dests booklet.pdf | grep -c study-)" 3

fact "pages of a bundle are put on sheets once, all alike: own ones and studies"
"$RECTO" bundle book.yaml -q --impose 2up -o two-up.pdf
equal "$(pages two-up.pdf)" "$((($(pages flat.pdf) + 1) / 2))"
"$RECTO" bundle book.yaml -q --crop-marks --set color.paper=#FBF6EC -o cut.trace
equal "$(grep "^page" cut.trace | awk '{ print $3, $4 }' | sort -u)" "663.306 909.920"
equal "$(grep -c "fill #fbf6ec : M -8.504 -8.504 .*L 603.780 850.394" cut.trace)" "$(pages flat.pdf)"

fact "links lie on their words after all of that"
python3 - <<'END' || fail "a link is not where its words are"
import re, subprocess, sys
def rects(name):
    text = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", name, "-"],
                          capture_output=True).stdout.decode("latin-1")
    return [[float(n) for n in r.split()] for r in
            re.findall(r"/Rect \[\s*([-\d.\s]+?)\s*\]", text)]
plain, two = rects("plain.pdf"), rects("two.pdf")
near = lambda a, b: abs(a - b) < 0.01
scale = 841.89 / 2 / 595.276
sys.exit(not (len(plain) == len(two) > 2 and
              all(near((b[2] - b[0]), (a[2] - a[0]) * scale) for a, b in zip(plain, two))))
END

fact "marks to cut at stand outside the bleed, and the boxes tell"
"$RECTO" cited-answers.md --layout sidebar --pages 2 -q --crop-marks -o cut.pdf
sound cut.pdf
equal "$(size cut.pdf TrimBox | awk '{ printf "%.1f %.1f", $3 - $1, $4 - $2 }')" "595.3 841.9"
equal "$(size cut.pdf BleedBox | awk '{ printf "%.1f %.1f", $3 - $1, $4 - $2 }')" "612.3 858.9"

fact "a bound edge gets room, and no page loses ink at the other"
left() { pdftotext -bbox -f "$2" -l "$2" "$1" - | sed -n 's/.*xMin="\([0-9.]*\)".*/\1/p' | sort -n | head -n 1; }
"$RECTO" cited-answers.md --layout classic --pages 2 -q -o free.pdf
"$RECTO" cited-answers.md --layout classic --pages 2 -q --binding inner -o bound.pdf
awk "BEGIN { exit !($(left bound.pdf 1) > $(left free.pdf 1) + 5) }" ||
    fail "page 1 is not moved from its left edge"
awk "BEGIN { exit !($(left bound.pdf 2) < $(left free.pdf 2) - 5) }" ||
    fail "page 2 is not moved from its right edge"
sound bound.pdf
run "$RECTO" cited-answers.md --binding right -o x.pdf
status 2
err_has "--binding"
