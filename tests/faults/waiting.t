# SPDX-License-Identifier: MIT
# tests/faults/waiting.t — while one document waits for the disk, another is set.
. "$TESTS/tools/check.sh"

mkdir in all
for i in 1 2 3 4; do
    printf '# Study %s\n\n## TL;DR\n\nIt works, number %s.\n' $i $i >in/s$i.md
done

# The first flush waits for the second, which only another document can bring.
fact "a flush does not keep the next document from being set, with one thread, too"
run env LD_PRELOAD="$BUILD/tests/libslow-disk.so" "$RECTO" render in -o all -j 1
status 0
err_has "4 documents: 4 files written"
err_has together
err_lacks alone
