# SPDX-License-Identifier: MIT
# tests/cli/icons.t — drawings before addresses: seen by people, by nobody else.
. "$TESTS/tools/check.sh"

cat >case.md <<'END'
---
title: Icons
lang: en
---

## Problem

It was slow. See [the code](https://github.com/someone/thing).

## Links

- [Code](https://github.com/someone/thing)
- [Demo](https://example.com/demo)
- [Profile](https://www.linkedin.com/in/someone)

## Contact

- you@example.com
- +49 30 1234567
- Berlin
END
drawn() { grep -c "^ *path .*stroke #454d5a 0\.[5-7]" "$1"; }

fact "each address in a list of links has its icon, where the layout wants them"
for layout in classic swiss sidebar compact handout; do
    "$RECTO" case.md --layout "$layout" -q -o plain.trace || fail "$layout: it cannot be set"
    "$RECTO" case.md --layout "$layout" -q --set links.icons=true -o icons.trace
    equal "$layout $(($(drawn icons.trace) - $(drawn plain.trace)))" "$layout 6"
done

fact "they are artifacts: no element and no word is another"
for layout in classic swiss sidebar compact; do
    "$RECTO" case.md --layout "$layout" -q -o plain.txt
    "$RECTO" case.md --layout "$layout" -q --set links.icons=true -o icons.txt
    same plain.txt icons.txt
    "$RECTO" case.md --layout "$layout" -q -o plain.trace
    "$RECTO" case.md --layout "$layout" -q --set links.icons=true -o icons.trace
    grep '^tag ' plain.trace >plain.tags
    grep '^tag ' icons.trace >icons.tags
    same plain.tags icons.tags
    awk '/^begin/ { open = $0 } /stroke #454d5a 0\.[5-7]/ && open != "begin artifact" { wrong = 1 } END { exit wrong }' \
        icons.trace || fail "$layout: an icon is no artifact"
done
if command -v pdftotext >/dev/null; then
    "$RECTO" case.md -q -o plain.pdf
    "$RECTO" case.md -q --set links.icons=true -o icons.pdf
    for name in plain icons; do
        pdftotext -raw "$name.pdf" - | tr -s ' \n\f' '\n' >"$name.words"
    done
    same plain.words icons.words
    run "$RECTO" check icons.pdf
    status 0
fi

fact "kinds of addresses have icons of their own, the same kind the same"
shapes() { grep "stroke #454d5a 0\.[5-7]" icons.trace | sed 's/.* : //' | sort | uniq -c | wc -l | tr -d ' '; }
"$RECTO" case.md --layout classic -q --set links.icons=true -o icons.trace
equal "$(shapes)" 6
sed 's|https://example.com/demo|https://gitlab.example.org/x|; s|https://www.linkedin.com/in/someone|https://codeberg.org/x|' case.md >same.md
"$RECTO" same.md --layout classic -q --set links.icons=true -o icons.trace
equal "$(shapes)" 4
