# SPDX-License-Identifier: MIT
# tests/cli/images.t — pictures that are missing, broken or outside the root.
. "$TESTS/tools/check.sh"

study() { printf '# A study\n\n## Problem\n\nIt was slow.\n\n![A plot](%s)\n' "$1"; }

# Told at its line, and the page is written with the words that stand for it.
told() {
    study "$1" >case.md
    run "$RECTO" render case.md -o case.pdf
    err_has "case.md:7:"
    err_has "$2"
    status 0
    exists case.pdf
}

fact "a missing picture is told"
told nothing.png "nothing.png"

fact "a picture that is no picture is told"
printf 'GIF89a, or so it says' >broken.png
told broken.png "broken.png"

fact "half a picture is told"
printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\020\0\0\0\020\010\002\0\0\0' >half.png
told half.png "half.png"

fact "a folder is no picture"
mkdir folder.png
told folder.png "folder.png"

fact "a picture outside the root is told, however it is reached"
mkdir inside
cp broken.png outside.png
study ../outside.png >inside/case.md
run "$RECTO" render inside/case.md -o case.pdf
err_has "inside/case.md:7:"
err_has "outside"
ln -s ../outside.png inside/link.png
study link.png >inside/case.md
run "$RECTO" render inside/case.md -o case.pdf
err_has "outside"
study /etc/hostname >case.md
run "$RECTO" render case.md -o case.pdf
err_has "outside"

fact "nothing is fetched"
told https://example.com/plot.png "example.com"
