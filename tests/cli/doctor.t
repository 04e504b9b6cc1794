# SPDX-License-Identifier: MIT
# tests/cli/doctor.t — whether all is there.
. "$TESTS/tools/check.sh"

fact "where all is there each line is ok or a warning"
run "$RECTO" doctor
status 0
out_has "layouts	ok	"
out_has "hyphenation	ok	"
out_lacks "	error	"

fact "what is missing is an error, and so is the end"
mkdir -p data/layouts data/fonts
printf 'about: x\n' >data/layouts/x.yaml
printf 'Gone\t400\t0\tgone.ttf\t0\n' >data/fonts/index.tsv
run env RECTO_DATA=data "$RECTO" doctor
status 6
out_has "fonts	error	1 of recto's own, 1 of them missing"
out_has "hyphenation	error	0 languages"
run env RECTO_DATA=nowhere "$RECTO" doctor
status 6
out_has "data folder	error	not found"
