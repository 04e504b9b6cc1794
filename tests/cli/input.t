# SPDX-License-Identifier: MIT
# tests/cli/input.t — input that is missing, broken or not what it seems: message, exit, nothing left.
. "$TESTS/tools/check.sh"

good() { printf '# A study\n\n## TL;DR\n\nIt works.\n'; }

# Refused: this status, this message, and no file.
refused() {
    run "$RECTO" render "$2" -o made.pdf
    status "$1"
    err_has "$3"
    missing made.pdf
}

fact "a missing file is told"
refused 1 nothing.md "nothing.md: error: cannot read it: no such file or folder"

fact "a folder without a Markdown file is told"
mkdir empty
run "$RECTO" render empty
status 1
err_has "empty: error: the folder holds no *.md file"

fact "a device is no document"
refused 1 /dev/null "/dev/null: error: cannot read it: it is not a regular file"

fact "a pipe without a writer does not hold the program up"
mkfifo pipe.md
refused 1 pipe.md "pipe.md: error: cannot read it: it is not a regular file"
rm pipe.md

fact "an unreadable file is told"
good >secret.md
chmod 0 secret.md
as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
if [ "$(id -u)" -ne 0 ]; then
    refused 1 secret.md "secret.md: error: cannot read it: permission denied"
elif as_nobody "$RECTO" --version >"$TMPDIR/out" 2>&1; then
    run as_nobody "$RECTO" render secret.md -o -
    status 1
    err_has "secret.md: error: cannot read it: permission denied"
fi
chmod 600 secret.md

fact "what is no text is named, not set"
printf 'PK\3\4and so on' >case.docx
refused 1 case.docx "case.docx: error: it is a Word, OpenDocument or ZIP file, no case study in Markdown"
err_has "pandoc FILE -t gfm -o case.md"
printf '\211PNG\r\n\032\n' >shot.png
refused 1 shot.png "shot.png: error: it is a picture, no case study in Markdown"
printf '%%PDF-1.7\n' >sent.pdf
run "$RECTO" sent.pdf
status 2
err_has "recto typesets Markdown; \`recto check\` reads PDFs"
refused 1 sent.pdf "sent.pdf: error: it is a PDF, no case study in Markdown"
printf 'PKT is a protocol.\n' >words.md
run "$RECTO" words.md
status 0

fact "a closed standard input is told"
run sh -c '"$RECTO" render - <&-'
status 6
err_has "<stdin>: error: cannot read it: it is closed"

fact "an empty file is told"
: >none.md
refused 1 none.md "none.md: error: "
printf '   \n\n\t\n' >blank.md
refused 1 blank.md "blank.md: error: "

fact "a file of settings is no study"
printf 'studies: [good.md]\n' >folio.yaml
refused 1 folio.yaml "folio.yaml: error: it is YAML, no case study in Markdown"
err_has "recto bundle"

fact "more than 4 MiB is told"
head -c 4194305 /dev/zero | tr '\0' 'a' >large.md
refused 1 large.md "large.md: error: cannot read it: it is too large"

fact "bytes that are no UTF-8 are told with line and column, and set as U+FFFD"
{ good && printf 'caf\351 closed\n'; } >latin.md
run "$RECTO" render latin.md -o latin.pdf
status 0
err_has "latin.md:6:4: warning: "
exists latin.pdf

fact "NUL bytes are told and left out"
{ good && printf 'one\0two\n'; } >nul.md
run "$RECTO" render nul.md -o nul.pdf
status 0
err_has "nul.md:6:4: warning: "
exists nul.pdf

fact "YAML that cannot be read is told with line and column"
{ printf -- '---\ntitle: "open\n---\n\n' && good; } >open.md
refused 1 open.md "open.md:"
err_has "error: "
{ printf -- '---\ntitle: A\n\tlang: en\n---\n\n' && good; } >tab.md
refused 1 tab.md "tab.md:3:"

fact "a front matter that is never closed is told"
{ printf -- '---\ntitle: A\n\n' && good; } >unclosed.md
run "$RECTO" render unclosed.md -o unclosed.pdf
err_has "unclosed.md:1:1: error: "
status 1

fact "an unknown key of the front matter is told with its neighbour"
{ printf -- '---\ntilte: Another\n---\n\n' && good; } >key.md
run "$RECTO" render key.md -o key.pdf
status 0
err_has "key.md:2:1: warning: the key “tilte” is not known"
err_has "did you mean “title”?"

fact "a wrong value in the front matter is told at its place"
{ printf -- '---\npages: many\n---\n\n' && good; } >pages.md
refused 1 pages.md "pages.md:2:8: error: pages: “many”"
{ printf -- '---\nlayout: clasic\n---\n\n' && good; } >layout.md
refused 1 layout.md "layout.md:2:9: error: cannot read layout “clasic”"

fact "one that fails does not stop the others, and the gravest status wins"
good >one.md
good >two.md
run "$RECTO" render one.md nothing.md two.md
status 1
exists one.pdf
exists two.pdf

fact "nothing that was begun is left"
equal "$(find . -name '.recto*')" ""
