# SPDX-License-Identifier: MIT
# tests/cli/fonts.t — fonts that are there, and fonts that are not.
. "$TESTS/tools/check.sh"
printf '# A study\n\n## Problem\n\nIt was slow.\n' >case.md

fact "the fonts are listed with family, weight and file"
run "$RECTO" fonts
status 0
out_has "Vollkorn	400	"
out_has "Vollkorn	400 italic	"

fact "a family that no file provides is told, and no other stands in"
run "$RECTO" render case.md --ignore-system-fonts --set body.font="No Such Family"
status 6
err_has "error: no file provides the font “No Such Family”"
missing case.pdf

fact "a font file is found by its path"
"$RECTO" fonts >list
font=$(awk -F '\t' '$1 == "Vollkorn" && $2 == "400" && !n++ {print $3}' list)
exists "$font"
run "$RECTO" render case.md --set body.font="$font"
status 0
exists case.pdf

fact "a time that is none is told"
run env SOURCE_DATE_EPOCH=yesterday "$RECTO" render case.md -o dated.pdf
status 0
err_has "SOURCE_DATE_EPOCH is “yesterday”, no number of seconds"

fact "a folder of fonts is searched"
mkdir more
cp "$font" more/
run "$RECTO" fonts --ignore-system-fonts --font-path more
status 0
out_has "more/"

fact "a folder that is not there is told"
for option in --font-path --root; do
    run "$RECTO" render case.md $option nowhere -o none.pdf
    status 2
    err_has "${option#--}: “nowhere” is no folder"
    missing none.pdf
done

fact "a file that is no font is told"
printf 'not a font' >broken.otf
run "$RECTO" render case.md --set body.font=./broken.otf -o broken.pdf
status 6
err_has "broken.otf"
missing broken.pdf
run "$RECTO" render case.md --set body.font=./nothing.otf -o broken.pdf
status 6
err_has "nothing.otf"
