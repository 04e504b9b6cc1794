# SPDX-License-Identifier: MIT
# tests/cli/config.t — settings: where they are said, and what goes over what.
. "$TESTS/tools/check.sh"
unset XDG_CONFIG_HOME
HOME=$TMPDIR/home
export HOME
mkdir -p home/.config/recto project/studies fonts
study() { printf '# A study\n\n## TL;DR\n\nIt works.\n'; }
study >project/studies/case.md
sheet() { # what a trace says of the sheet
    sed -n '/^page/{p;q;}' "$1"
}
made() { # OPTIONS...: render and give the sheet
    "$RECTO" render project/studies/case.md -o made.trace "$@" 2>"$TMPDIR/err" || fail "status $?"
    sheet made.trace
}
a4=$(made)
letter=$(made --paper letter)
[ "$a4" != "$letter" ] || fail "the sheets are not told apart"
value() { "$RECTO" config project/studies/case.md | awk -F '\t' -v k="$1" '$1 == k {print $2 "|" $3}'; }

fact "the user's configuration goes over the presets"
printf 'paper: letter\n' >home/.config/recto/recto.yaml
equal "$(made)" "$letter"
case $(value paper) in
"letter|"*/home/.config/recto/recto.yaml:1) ;;
*) fail "it is $(value paper)" ;;
esac

fact "XDG_CONFIG_HOME names another folder for it"
mkdir -p xdg/recto
equal "$(XDG_CONFIG_HOME=$TMPDIR/xdg made)" "$a4"

fact "the project's, found upwards from the input, goes over the user's"
printf 'paper: a4\npages: 1\n' >project/recto.yaml
equal "$(made)" "$a4"
equal "$(cd project/studies && "$RECTO" config | awk -F '\t' '$1 == "pages" {print $2}')" 1

fact "the front matter goes over the configuration"
{ printf -- '---\npaper: letter\n---\n\n' && study; } >project/studies/case.md
equal "$(made)" "$letter"
equal "$(value paper)" "letter|front matter"

fact "the environment goes over the front matter, the command line over all"
equal "$(RECTO_PAPER=a4 made)" "$a4"
equal "$(RECTO_PAPER=a4 value paper)" "a4|RECTO_PAPER"
equal "$(RECTO_PAPER=a4 made --paper letter)" "$letter"

fact "the layout goes over the configuration"
study >project/studies/case.md
printf 'extends: classic\nabout: mine\npaper: letter\n' >project/mine.yaml
printf 'paper: a4\nlayout: ./mine.yaml\n' >project/recto.yaml
equal "$(made)" "$letter"

fact "paths begin where the configuration lies"
(cd project/studies && "$RECTO" render case.md -o ../../there.trace) || fail "status $?"
equal "$(sheet there.trace)" "$letter"

fact "switches can be unsaid further on"
printf 'draft: true\n' >project/recto.yaml
made >/dev/null
cp made.trace drafted.trace
{ printf -- '---\ndraft: false\n---\n\n' && study; } >project/studies/case.md
made >/dev/null
! cmp -s made.trace drafted.trace || fail "the front matter does not unsay it"
equal "$(value draft)" "false|front matter"

fact "options of the program are settings as well"
study >project/studies/case.md
printf 'to: trace,json\noutput: ../all/\n' >project/recto.yaml
mkdir all
run "$RECTO" render project/studies/case.md
status 0
exists all/case.trace
exists all/case.json
run env RECTO_TO=txt "$RECTO" render project/studies/case.md
exists all/case.txt
run env RECTO_QUIET=1 "$RECTO" render nothing.md
err_has "cannot read it"
run env RECTO_DIAGNOSTICS=json "$RECTO" render nothing.md
err_has '{"code":'

fact "each folder has its own"
mkdir -p two/a two/b
rm home/.config/recto/recto.yaml
study >two/a/a.md
study >two/b/b.md
printf 'paper: letter\n' >two/a/recto.yaml
"$RECTO" render two -o all/ -t trace -q || fail "status $?"
equal "$(sheet all/a/a.trace)" "$letter"
equal "$(sheet all/b/b.trace)" "$a4"

fact "what cannot be understood is told with its place, once"
printf 'paper: letter\npapper: a4\n' >project/recto.yaml
run "$RECTO" render project -o all/
status 2
err_has 'project/recto.yaml:2:1: error: no setting is called “papper” [J0102]: did you mean “paper”?'
equal "$(wc -l <"$TMPDIR/err" | tr -d ' ')" 1
printf 'pages: many\n' >project/recto.yaml
run "$RECTO" render project/studies/case.md
status 2
err_has 'project/recto.yaml:1:1: error: pages: “many” is neither a number of pages nor auto'
printf 'color: pink\n' >project/recto.yaml
run "$RECTO" render project/studies/case.md
status 2
err_has 'recto.yaml:1:1: error: color: “pink” is none of its values'
printf 'set: {body.sizze: 9pt}\n' >project/recto.yaml
run "$RECTO" render project/studies/case.md
status 2
err_has 'did you mean “body.size”'
printf 'paper: [\n' >project/recto.yaml
run "$RECTO" render project/studies/case.md
status 2
err_has 'project/recto.yaml:'
run env RECTO_PAPER=a3 "$RECTO" render two
status 2
err_has 'RECTO_PAPER: “a3” is none of its values'
rm project/recto.yaml

fact "recto config explains one setting"
printf 'paper: a4\n' >project/recto.yaml
run env RECTO_PAPER=letter "$RECTO" config project/studies/case.md --explain=paper
status 0
out_has "paper: letter"
out_has "configuration  a4"
out_has "environment    letter (RECTO_PAPER)"
run "$RECTO" config --explain paper
status 0
out_has "the sheet; else by the region"
printf '# A study called paper\n' >paper
run "$RECTO" config --explain paper
status 0
out_has "preset"
rm paper
run "$RECTO" config --explain=papper
status 2
err_has "did you mean “paper”?"

fact "of one that nobody speaks of, only what holds is told; what is wrong in the study is not"
printf '# A study\n\n## TL;DR\n\nIt is <how good>.\n' >waiting.md
run "$RECTO" config --explain=pages waiting.md
status 0
out_has "It holds what is said by: preset"
out_lacks "From the least"
err_is ""
