# SPDX-License-Identifier: MIT
# tests/cli/figures.t — diagrams that are drawn, and those that are set as text instead.
. "$TESTS/tools/check.sh"

# A chain of $1 nodes called $2 1, $2 2 … as study.md.
chain() {
    {
        printf '# Study\n\n## Architecture\n\n```mermaid\nflowchart LR\n'
        i=1
        while [ $i -lt "$1" ]; do
            echo "  N$i[$2 $i] --> N$((i + 1))[$2 $((i + 1))]"
            i=$((i + 1))
        done
        printf '```\n'
    } >study.md
}

# How many strokes the page has.
drawn() {
    "$RECTO" render study.md -q --layout classic -t trace -o - | grep -c stroke || true
}

fact "what can be read is drawn and not told"
chain 12 Node
run "$RECTO" render study.md --layout classic -t txt -o -
status 0
err_lacks "D010"
[ "$(drawn)" -ge 12 ] || fail "$(drawn) strokes"

fact "too many nodes are set as text: none of them is lost"
chain 80 Node
run "$RECTO" render study.md --layout classic -t txt -o study.txt
err_has "D0102"
tr -s '\n' ' ' <study.txt >line.txt
for i in 1 2 40 79 80; do
    grep -q "Node $i →\|→ Node $i" line.txt || fail "no node $i" "$(cat study.txt)"
done

fact "a name that no column holds is set as text, inside the margins"
long=$(printf 'endlessly%.0s' $(seq 99))
chain 2 "$long"
run "$RECTO" render study.md --layout classic -t txt -o study.txt
err_has "D0101"
err_has "wider than its column"
[ "$(drawn)" -lt 3 ] || fail "$(drawn) strokes"

fact "what is higher than a page is set as text"
{
    printf '# Study\n\n## Architecture\n\n```mermaid\nflowchart LR\n'
    for i in $(seq 30); do
        echo "  A[Hub] --> N$i[Leaf $i]"
        echo "  N$i --> Z[Sink]"
    done
    printf '```\n'
} >study.md
run "$RECTO" render study.md --layout classic -t txt -o study.txt
err_has "B0107"
for i in 1 15 30; do
    grep -q "Leaf $i" study.txt || fail "no leaf $i" "$(cat study.txt)"
done
