# SPDX-License-Identifier: MIT
# pdf/qr.t — a reader finds the addresses in the codes of a page as it may be printed.
. "$TESTS/tools/check.sh"

command -v zbarimg >/dev/null || skip "no zbarimg"
cat >study.md <<'END'
---
title: A study
links:
  Code: https://example.com/cited-answers
  Demo: https://example.com/demo?page=1&lang=en
  Paper: https://example.com/a/longer/address/that/takes/more/modules/than/the/others.pdf
---
## TL;DR

It works.
END
cat >wanted <<'END'
https://example.com/a/longer/address/that/takes/more/modules/than/the/others.pdf
https://example.com/cited-answers
https://example.com/demo?page=1&lang=en
END
run "$RECTO" render study.md --layout handout -o study.pdf
status 0

fact "all codes are read at 150 dpi"
pdftoppm -r 150 -png study.pdf page
zbarimg -q --raw page-1.png 2>/dev/null | sort >read
same wanted read

fact "and in grey"
pdftoppm -r 150 -gray -png study.pdf gray
zbarimg -q --raw gray-1.png 2>/dev/null | sort >read
same wanted read

fact "a code is a figure that says what it is, below its link"
run "$RECTO" render study.md --layout handout -t trace -o -
out_has 'Figure alt="QR code for https://example.com/cited-answers"'
[ "$(grep -c 'alt="QR code for' "$TMPDIR/out")" -eq 3 ] || fail "not three codes"

fact "the address stands in print beside it"
run pdftotext -raw study.pdf -
out_has "example.com/cited-answers"

fact "and the file keeps what it claims"
run python3 "$TESTS/tools/check_pdf.py" study.pdf
status 0

fact "an address that no code can carry is told"
long=$(printf '%0900d' 0)
printf -- '---\ntitle: A study\nlinks: {Log: "https://example.com/%s"}\n---\n## TL;DR\n\nIt works.\n' \
    "$long" >long.md
run "$RECTO" render long.md --layout handout --pages 2 -o long.pdf
err_has "B0109"
run "$RECTO" render study.md --layout handout -o study.pdf
err_lacks "B0109"

fact "below the addresses of a side column, on its tint, they are read too"
run "$RECTO" render "$SAMPLES/cited-answers.md" --layout sidebar --pages 2 -o side.pdf
status 0
pdftoppm -r 150 -f 2 -l 2 -png -singlefile side.pdf side
zbarimg -q --raw side.png 2>/dev/null | sort >read
printf 'https://example.com/%s\n' cited-answers demo model-card >wanted
same wanted read
run python3 "$TESTS/tools/check_pdf.py" side.pdf
status 0

fact "they leave a side column that is too full for them, and its links stay"
{
    printf '# A study\n\n## Quick Facts\n\n'
    for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23; do
        printf -- '- **Fact %d:** a value\n' "$n"
    done
    printf '\n## Links\n\n- [Code](https://example.com/code)\n'
} >full.md
run "$RECTO" render full.md --layout sidebar --set side.qr=40mm -t trace -o -
status 0
out_lacks "QR code for"
out_has "example.com/code"
run "$RECTO" render full.md --layout sidebar --set side.qr=15mm -t trace -o -
out_has "QR code for"
