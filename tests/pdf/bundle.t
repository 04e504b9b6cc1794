# SPDX-License-Identifier: MIT
# tests/pdf/bundle.t — a bundle is as sound as a single file.
. "$TESTS/tools/check.sh"
command -v qpdf >/dev/null || skip "no qpdf"
cp "$SAMPLES"/* . 2>/dev/null

fact "the bundle of the samples keeps what a single file promises"
"$RECTO" bundle portfolio.yaml -q -o all.pdf || fail "it cannot be bound"
qpdf --check all.pdf >qpdf.log 2>&1 || fail "qpdf: $(head -n 3 qpdf.log)"
python3 "$TESTS/tools/check_pdf.py" all.pdf >checked 2>&1 || fail "$(head -n 5 checked)"
grep -q "nothing found" checked || fail "$(head -n 5 checked)"
run "$RECTO" check all.pdf
status 0
equal "$(pdfinfo -dests all.pdf | grep -c '"study-[0-9]*"')" 12
grep -aq "pdfuaid:part>1<" all.pdf || fail "it does not claim PDF/UA-1"

fact "every font is embedded once"
pdffonts all.pdf | awk 'NR > 2 { print $1 }' | sort -u | sed 's/^[A-Z]*+//' | sort | uniq -d >twice
equal "$(cat twice)" ""

fact "bookmarks lead to parts, studies and their sections"
python3 - <<'END' || fail "the bookmarks are not there"
import subprocess, sys
text = subprocess.run(["mutool", "show", "all.pdf", "outline"], capture_output=True, text=True).stdout
rows = text.splitlines()
depth = lambda row: len(row) - len(row.lstrip("|+-\t "))
names = [row.split('"')[1] for row in rows if '"' in row]
sys.exit(not all(n in names for n in
                 ("Contents", "Language", "Cited answers for support agents", "Architecture")))
END

fact "words come out in the order of the book"
pdftotext all.pdf text
grep -n "^Contents$\|^Language$\|^Forecasting$\|^Elsewhere$" text | sed 's/.*://' | tr '\n' ' ' >order
has order "Contents"

# Run a command; the time of processors that it took [ms] is in $took.
timed() {
    took=$(python3 -c '
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(int(1000 * (used.ru_utime + used.ru_stime)) + 1)' "$@") || fail "status $?: $*"
}

fact "two hundred studies take twice what a hundred do"
for i in $(seq 200); do sed "s/^title: .*/title: Study $i/" cited-answers-short.md >"study-$i.md"; done
for n in 100 200; do
    { echo "layout: swiss"; echo "studies:"; seq "$n" | sed 's/.*/  - study-&.md/'; } >"$n.yaml"
done
# What else runs can make any one of them seem dear: the best of three.
for _ in 1 2 3; do
    timed "$RECTO" bundle 100.yaml -q -o 100.pdf
    took_100=$took
    timed "$RECTO" bundle 200.yaml -q -o 200.pdf
    [ "$took" -ge $((took_100 * 3)) ] || break
done
[ "$took" -lt $((took_100 * 3)) ] || fail "200 studies: $took ms, 100: $took_100 ms"
equal "$(pdfinfo 200.pdf | sed -n 's/^Title: *//p')" "Portfolio"
qpdf --check 200.pdf >qpdf.log 2>&1 || fail "qpdf: $(head -n 3 qpdf.log)"
