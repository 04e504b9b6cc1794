# SPDX-License-Identifier: MIT
# pdf/mutations.t — tests/tools/check_pdf.py sees what is wrong with a file; it could not judge else.
. "$TESTS/tools/check.sh"

# Two by two pixels, grey.
base64 -d >dot.png <<'END'
iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNoaGBoaAAABgYCASzBUNcAAAAASUVORK5CYII=
END
cat >study.md <<'END'
---
title: A Study
author: Ada
---
# A Study

Words with a [link](https://example.com/a) and a note.[^1]

## Facts

| Fact | Value |
| :-- | --: |
| Role | Engineer |
| Speed | 12 ms |

## Architecture

Client → Gateway → Model

## What I did

- one thing
- another thing

![A dot](dot.png)

[^1]: The note itself.
END

fact "every fault is seen"
run "$RECTO" render study.md --layout classic -o study.pdf
status 0
run env SOURCE_DATE_EPOCH=1750000000 "$RECTO" render study.md --attach-source -o attached.pdf
status 0
run python3 "$TESTS/tools/mutate_pdf.py" study.pdf attached.pdf
[ "$status_now" -eq 0 ] || fail "$(cat "$TMPDIR/out")"
out_has "all seen"
