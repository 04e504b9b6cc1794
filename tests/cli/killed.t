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

# How long all of them take together, undisturbed [ns].
begin=$(date +%s%N)
for i in $(seq 16); do "$RECTO" "study-$i.md" -q -o "out/study-$i.pdf" & done
wait
span=$(($(date +%s%N) - begin))

# Round SIGNAL SEED: start all, kill each one at a moment of that time.
round() {
    awk -v seed="$2" -v span="$span" \
        'BEGIN { srand(seed); for (i = 1; i <= 16; i++) print i, rand() * span / 1e9 }' >plan
    while read -r i delay; do
        (
            "$RECTO" "study-$i.md" -q -o "out/study-$i.pdf" 2>/dev/null &
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

fact "renders that are killed leave whole files only"
rounds=0
for signal in KILL TERM INT KILL HUP KILL; do
    rounds=$((rounds + 1))
    rm -rf out
    mkdir out
    # Every other target is there before.
    for i in $(seq 2 2 16); do printf earlier >"out/study-$i.pdf"; done
    round $signal $rounds
    judge
    [ $signal = KILL ] || equal "$(find out -name '.recto*')" ""
    for i in $(seq 2 2 16); do exists "out/study-$i.pdf"; done
done

fact "some were killed, and some came to their end"
ended=$(find ended -type f | wc -l)
[ "$ended" -gt 0 ] || fail "none of them ended by itself"
[ "$ended" -lt $((rounds * 16)) ] || fail "none of them was killed"
echo "$ended of $((rounds * 16)) ended by themselves"
