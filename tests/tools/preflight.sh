# SPDX-License-Identifier: MIT
# tests/tools/preflight.sh — Apache PDFBox's judge of PDF/A-1b. To be sourced, after check.sh.
#
# Gives `preflight FILE`, which prints what it finds and ends with 0 where that is nothing. Where
# Java or a library is not there the script that sources this is skipped.

command -v java >"$TMPDIR/which" || skip "there is no java"
jars=""
for jar in preflight pdfbox2 fontbox2 xmpbox commons-logging commons-io javax.activation jaxb-api \
    jaxb-runtime jaxb-core; do
    [ -e "/usr/share/java/$jar.jar" ] || skip "there is no $jar.jar"
    jars="$jars:/usr/share/java/$jar.jar"
done

# It ends with 0 for a file that is not valid as well, so its words decide.
preflight() {
    java -Xshare:auto -XX:TieredStopAtLevel=1 -cp "${jars#:}" \
        org.apache.pdfbox.preflight.Validator_A1b "$@" >"$TMPDIR/judged" 2>&1
    cat "$TMPDIR/judged"
    grep -qF 'is a valid PDF/A-1b file' "$TMPDIR/judged"
}
