# SPDX-License-Identifier: MIT
# tests/cli/killed.t — sixteen renders into one folder, killed at random moments.
. "$TESTS/tools/check.sh"

SOURCE_DATE_EPOCH=0
export SOURCE_DATE_EPOCH
cp "$SAMPLES"/answer-desk.* .
mkdir out whole ended

# The name of a file is in its bytes (its document id), so that each has its own whole form.
for i in $(seq 16); do
    cp answer-desk.md "study-$i.md"
    "$RECTO" "study-$i.md" -q -o "whole/study-$i.pdf" || fail "study $i cannot be set"
done

# How long all of them take together [ms]: the first moments are chosen by it, later ones by what
# became of the round before, for what else the machine has to do may change from one to the next.
begin=$(date +%s%N)
for i in $(seq 16); do "$RECTO" "study-$i.md" -q -o "out/study-$i.pdf" & done
wait
span=$((($(date +%s%N) - begin) / 1000000 + 1))

# Round SIGNAL SEED: start all, kill each one at a moment of that time.
round() {
    awk -v seed="$2" -v span="$span" \
        'BEGIN { srand(seed); for (i = 1; i <= 16; i++) print i, rand() * span / 1e3 }' >plan
    while read -r i delay; do
        (
            # A shell lets what runs beside it ignore interrupts.
            env --default-signal=INT,HUP "$RECTO" "study-$i.md" -q -o "out/study-$i.pdf" 2>/dev/null &
            sleep "$delay"
            kill -"$1" $! 2>/dev/null
            wait $! 2>/dev/null && : >"ended/$1.$2.$i"
        ) &
    done <plan
    wait
}

# Every file in out/ is an earlier one or a whole one, whatever its name.
judge() {
    for file in out/* out/.[!.]*; do
        [ -e "$file" ] || continue
        [ "$(head -c 7 "$file")" = earlier ] && continue
        found=no
        for good in whole/*; do cmp -s "$file" "$good" && found=yes; done
        [ $found = yes ] || fail "$file is neither an earlier file nor a whole one"
    done
}

# Six rounds at least, and as many as it takes until some were killed and some came to their end.
rounds=0
go_on() {
    ended=$(find ended -type f | wc -l)
    [ $rounds -lt 6 ] || { [ $rounds -lt 30 ] && { [ $ended -eq 0 ] || [ $ended -eq $((rounds * 16)) ]; }; }
}
adjust_span() {
    case $(find ended -name "*.$rounds.*" | wc -l) in
    [0-3]) span=$((span * 2)) ;;
    1[3-6]) span=$((span / 2 + 1)) ;;
    esac
}

fact "renders that are killed leave whole files only"
while go_on; do
    rounds=$((rounds + 1))
    signal=$(echo KILL TERM INT KILL HUP KILL | cut -d ' ' -f $(((rounds - 1) % 6 + 1)))
    rm -rf out
    mkdir out
    # Every other target is there before.
    for i in $(seq 2 2 16); do printf earlier >"out/study-$i.pdf"; done
    round $signal $rounds
    judge
    [ $signal = KILL ] || equal "$(find out -name '.recto*')" ""
    for i in $(seq 2 2 16); do exists "out/study-$i.pdf"; done
    adjust_span
done

fact "some were killed, and some came to their end"
[ "$ended" -gt 0 ] || fail "none of them ended by itself"
[ "$ended" -lt $((rounds * 16)) ] || fail "none of them was killed"
echo "$ended of $((rounds * 16)) ended by themselves"
