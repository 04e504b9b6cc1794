# SPDX-License-Identifier: MIT
# pdf/tracked.t — letters that are set apart or drawn together stand where the layout put them.
. "$TESTS/tools/check.sh"

cat >places.py <<'END'
"""places.py TRACKING TRACE STEXT: each run of 9.37 pt in Vollkorn-Regular that ends without a
blank ends where the trace says."""
import html, re, sys
tracking, checked = float(sys.argv[1]), 0
chars = {}
for line in open(sys.argv[3], encoding="utf-8"):
    at = re.search(r'<char quad="([^"]*)" x="([^"]*)" y="([^"]*)".* c="([^"]*)"', line)
    if at:
        right = float(at[1].split()[2])
        chars.setdefault(round(float(at[3]), 1), []).append((right, html.unescape(at[4])))
trace = open(sys.argv[2], encoding="utf-8").read()
face = re.search("^face (f[0-9]+) Vollkorn-Regular$", trace, re.M)[1]
run = re.compile(rf' *text (\S+) (\S+) {face} (\S+) (\S+) \S+ (\d+)g "(.*)"')
for line in trace.splitlines():
    op = run.match(line)
    if not op or op[6][-1:] in ("", " ") or len(op[6]) != int(op[5]) or len(op[6]) < 4:
        continue
    x, y, size, width = (float(op[i]) for i in (1, 2, 3, 4))
    if size != 9.37:
        continue
    end = x + width - tracking * size
    near = [abs(right - end) for right, c in chars.get(round(y, 1), []) if c == op[6][-1]]
    if not near or min(near) > size / 1000 + 0.01:
        sys.exit(f"“{op[6]}” ends {min(near, default=None)} pt beside {end:.3f}")
    checked += 1
if checked < 10:
    sys.exit(f"only {checked} runs")
END

# Places with TRACKING [em] of the text, in a size that no thousandth divides.
places() {
    for format in pdf trace; do
        "$RECTO" render "$SAMPLES/answer-desk.md" --layout bare --set "roles.text.tracking=$1" \
            --set roles.text.size=9.37pt -q --overflow warn -o "a.$format" -t $format
    done
    mutool draw -q -F stext -o a.stext a.pdf 2>/dev/null
    run python3 places.py "$1" a.trace a.stext
    status 0
    qpdf --qdf --object-streams=disable a.pdf a.qdf
}

for tracking in -0.03 0.047 0; do
    fact "with a tracking of $tracking"
    places $tracking
done

fact "what is behind every glyph is said once"
places 0.047
grep -aq "^0.44039 Tc$" a.qdf || fail "no Tc"
[ "$(grep -ac TJ a.qdf)" -gt 20 ] || fail "no text"
longest=$(grep -a TJ a.qdf | awk '{ n = gsub(/[0-9]</, "<"); if (n > most) most = n } END { print most }')
[ "$longest" -lt 30 ] || fail "$longest numbers in one run"
