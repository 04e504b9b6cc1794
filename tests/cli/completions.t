# SPDX-License-Identifier: MIT
# tests/cli/completions.t — what shells offer.
. "$TESTS/tools/check.sh"
mkdir path
ln -s "$RECTO" path/recto
PATH=$TMPDIR/path:$PATH
export PATH

fact "an unknown shell is told"
run "$RECTO" completions tcsh
status 2
err_has "bash, zsh and fish"

fact "bash offers commands, options of the command, and values"
if command -v bash >/dev/null; then
    recto completions bash >recto.bash
    cat >ask.bash <<'END'
. ./recto.bash
compopt() { :; }
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMPREPLY=()
_recto
echo "${COMPREPLY[*]}"
END
    offers() {
        want=$1
        shift
        equal "$(bash ask.bash "$@")" "$want"
    }
    offers render recto ren
    offers "--pages --paper --palette" recto check --pa
    offers "" recto fonts --pa
    offers "a4 letter" recto case.md --paper ""
    offers letter recto render --paper = l
    offers "bash zsh fish" recto completions ""
    offers "bare bundle" recto render --layout b
    offers "front-matter" recto schema f
    offers "check config completions" recto help c
fi

fact "fish and zsh can read what they get"
for shell in fish zsh; do
    recto completions $shell >recto.$shell
    if command -v $shell >/dev/null; then
        run $shell -n recto.$shell
        status 0
    fi
done
