# SPDX-License-Identifier: MIT
# pdf/same.t — the same study and fonts give the same bytes, wherever and by whomever they are set.
. "$TESTS/tools/check.sh"

mkdir studies one many elsewhere
for name in answer-desk index-bench pruefstand; do cp "$SAMPLES/$name.md" studies; done
SOURCE_DATE_EPOCH=1750000000
export SOURCE_DATE_EPOCH
run "$RECTO" render studies -o one -j 1
status 0

fact "with another number of jobs"
run "$RECTO" render studies -o many -j 8
status 0
for pdf in one/*.pdf; do same "$pdf" "many/${pdf##*/}"; done

fact "in another folder, under another time zone and language, with another name and home"
mkdir -p "a folder/deeper/still"
cp studies/*.md "a folder/deeper/still"
run env TZ=Pacific/Auckland LC_ALL=tr_TR.UTF-8 LANG=de_DE.UTF-8 USER=somebody LOGNAME=somebody \
    HOME=/nowhere COLUMNS=40 "$RECTO" render "a folder/deeper/still" -o elsewhere
status 0
for pdf in one/*.pdf; do same "$pdf" "elsewhere/${pdf##*/}"; done

fact "from standard input, and with the source inside"
"$RECTO" render - <studies/answer-desk.md >stdin.pdf
same one/answer-desk.pdf stdin.pdf
"$RECTO" render studies/answer-desk.md --attach-source -o a.pdf
"$RECTO" render "a folder/deeper/still/answer-desk.md" --attach-source -o b.pdf
same a.pdf b.pdf

fact "by another user"
if [ "$(id -u)" -eq 0 ] && command -v setpriv >which; then
    mkdir other
    chmod 777 . other
    run setpriv --reuid 65534 --regid 65534 --clear-groups "$RECTO" render \
        studies/answer-desk.md -o other/answer-desk.pdf
    # A build in a folder that nobody may enter cannot be run by nobody.
    case $status_now in 126 | 127) ;; *) same one/answer-desk.pdf other/answer-desk.pdf ;; esac
fi

fact "but not with another date, another word, or another option"
SOURCE_DATE_EPOCH=1750000001 "$RECTO" render studies/answer-desk.md -o later.pdf
sed 's/tickets/ticket/' studies/answer-desk.md >word.md
"$RECTO" render word.md -o word.pdf
"$RECTO" render studies/answer-desk.md --gray -o gray.pdf
for pdf in later word gray; do
    if cmp -s one/answer-desk.pdf $pdf.pdf; then fail "$pdf.pdf is the same"; fi
done
