# SPDX-License-Identifier: MIT
# tests/cli/manual.t — every command and option of the tables is in the help and in the manual.
. "$TESTS/tools/check.sh"
manual=$SOURCE/assets/man/recto.1

# The completions are printed from the tables, so they name all there is.
"$RECTO" completions fish >tables
commands=$(sed -n "s/^complete -c recto -n 'not .* -a \([a-z]*\) .*/\1/p" tables)
options=$(sed -n 's/^complete .* -l \([a-z-]*\).*/\1/p' tables)
[ "$(echo "$commands" | wc -l)" -ge 10 ] || fail "the commands are not found in the completions"
[ "$(echo "$options" | wc -l)" -ge 20 ] || fail "the options are not found in the completions"

fact "every command is in the help and in the manual"
"$RECTO" help >help
for command in $commands; do
    has help "  $command"
    grep -q "^\.It Cm $command" "$manual" || fail "$command is not in the manual"
    "$RECTO" help "$command" >>helps || fail "no help of $command"
done

fact "every option is in the help and in the manual"
for option in $options; do
    has helps "--$option"
    grep -q -e "\\\\-$(echo "$option" | sed 's/-/\\\\*-/g')\b" "$manual" ||
        fail "--$option is not in the manual"
done

fact "every letter is in the help and in the manual"
for letter in $(sed -n 's/^complete .* -s \(.\) .*/\1/p' tables); do
    has helps "  -$letter, --"
    grep -q "^\.It Fl $letter ,\|^\.It Fl $letter$" "$manual" || fail "-$letter is not in the manual"
done

fact "the manual names no option that is not there"
sed -n 's/^\.It Fl \(. , \)\{0,1\}\\-\([a-z-]*\).*/\2/p' "$manual" >named
while read -r option; do
    [ -z "$option" ] || has helps "--$option"
done <named

fact "help fits a terminal of 80 columns"
for command in $commands; do
    "$RECTO" help "$command" | awk -v c="$command" 'length($0) > 120 {print c ": " $0; bad = 1} END {exit bad}' ||
        fail "a line is too long"
done

fact "every exit status is in the manual"
for code in 0 1 2 3 4 5 6; do
    grep -q "^\.It $code\$" "$manual" || fail "status $code is not in the manual"
done

fact "mandoc has nothing to say about the manual"
if command -v mandoc >/dev/null; then
    equal "$(mandoc -Tlint -Wwarning "$manual" 2>&1)" ""
fi
