# SPDX-License-Identifier: MIT
# tests/cli/serve.t — recto serve shows its own machine the pages, and nobody anything else.
. "$TESTS/tools/check.sh"
. "$TESTS/tools/watched.sh"
command -v curl >/dev/null || skip "there is no curl"
mkdir work
cd work
study() { printf '# A study\n\n## TL;DR\n\n%s\n' "$1"; }
study "It works." | save case.md

# Start it at any port; its address, without the slash at the end, is then in $site.
serve() {
    begin serve "$@" --port 0
    until_true test -s "$TMPDIR/out" || fail "no address was told"
    site=$(sed 's,/$,,' "$TMPDIR/out")
    port=${site##*:}
}
get() {
    path=$1
    shift
    curl -sS --max-time 40 "$@" "$site$path"
}
code() { get "$@" -o /dev/null -w '%{http_code}'; }
value() { python3 -c 'import json, sys; print(eval("state" + sys.argv[1], {"state": json.load(sys.stdin)}))' "$1"; }

fact "it tells its address, and writes what watch writes"
serve case.md
await 'case.md → case.pdf: 1 page, [0-9]* ms$'
exists case.pdf
equal "${site%:*}" http://127.0.0.1

fact "the page and all that belongs to it is there, and nothing comes from elsewhere"
equal "$(code /)" 200
get / >page.html
has page.html '<html lang="en">'
for part in page.css page.js page.svg; do
    has page.html "/$part"
    equal "$(code /$part)" 200
    get /$part >$part
done
if grep -nE '(https?:)?//[a-z]' page.html page.css page.js | grep -v '^page.js:[0-9]*:// '; then
    fail "something is fetched from elsewhere"
fi

# The state after the one of number $seen, in the file `news`; a request that waits for it may be
# answered without one where nothing comes for long.
has_news() {
    get "/state?seen=$seen" >news
    [ "$(value '["version"]' <news)" -gt "$seen" ]
}
shows() { get /document.pdf >shown.pdf && text_has shown.pdf "$1"; }

# The first state may be told before it has been taken over.
has_pages() { [ "$(get /state | value '["good"]')" -ge "$1" ]; }
fact "the state tells what was rendered"
until_true has_pages 1
equal "$(get /state | value '["run"]["source"]')" case.md
equal "$(get /state | value '["run"]["status"]')" 0
equal "$(get /state | value '["run"]["pages"]')" 1
equal "$(get /state | value '["run"]["findings"]')" '[]'

fact "the PDF is the one that was written"
get /document.pdf >shown.pdf
same shown.pdf case.pdf

fact "each page is a picture of it, without words that only a script could add"
equal "$(get /state | value '["sheets"]')" 1
equal "$(code /pages/1.svg)" 200
get /pages/1.svg -D head >page.svg
has head "Content-Type: image/svg+xml"
"$RECTO" case.md -o one.svg
same page.svg one.svg
equal "$(code /pages/2.svg)" 404

fact "a request that has seen all waits for news"
seen=$(get /state | value '["version"]')
get "/state?seen=$seen" >news &
asking=$!
study "It works well." | save case.md
wait $asking
equal "$(value '["version"]' <news)" $((seen + 1))
get /document.pdf >shown.pdf
pdf_has shown.pdf "It works well."

fact "what is wrong is shown with its place, and the last good pages stay"
seen=$((seen + 1))
{ printf -- '---\npages: 1\n---\n'; cat "$SAMPLES/answer-desk.md"; } | save case.md
until_true has_news
equal "$(value '["run"]["status"]' <news)" 4
equal "$(value '["run"]["findings"][0]["code"]' <news)" P0201
equal "$(value '["good"]' <news)" 2
get /document.pdf >still.pdf
same still.pdf shown.pdf
seen=$((seen + 1))
printf 'layoud: swiss\n' | save recto.yaml
until_true has_news
equal "$(value '["run"]["findings"][0]["line"]' <news)" 1
equal "$(value '["run"]["findings"][0]["text"]' <news)" "no setting is called “layoud”"
rm recto.yaml
study '![A <b>chart</b>](no.png) \"quoted\"' | save case.md
seen=$((seen + 1))
until_good() { has_pages 3; }
until_true until_good || fail "it does not go on"
equal "$(get /state | value '["run"]["findings"][0]["code"]')" B0101

fact "only GET and HEAD are answered"
for method in POST PUT DELETE OPTIONS PATCH TRACE; do
    equal "$(code / -X $method)" 405
done
get / -I >head
grep -qi '^Content-Length: [1-9]' head || fail "no length:" "$(cat head)"

fact "nothing is there but the render"
for path in /case.md /case.pdf /../case.md /%2e%2e/etc/passwd //etc/passwd /pages/0.svg \
    /pages/99.svg /pages/1.svg.svg /document.pdf/ /.; do
    equal "$path $(code "$path" --path-as-is)" "$path 404"
done

fact "only who means this machine, and is no page of somebody else's, is answered"
for host in "evil.example:$port" "127.0.0.1" "127.0.0.1:1" "localhost.evil.example:$port"; do
    equal "$host $(code /state -H "Host: $host")" "$host 403"
done
equal "$(code /state -H "Host: localhost:$port")" 200
equal "$(code /state -H "Host: [::1]:$port")" 200
equal "$(code /state -H 'Host:')" 403
equal "$(code /state -H 'Origin: http://evil.example')" 403
equal "$(code /state -H 'Origin: null')" 403
equal "$(code /state -H "Origin: $site")" 200
equal "$(code /state -H 'Sec-Fetch-Site: cross-site' -H 'Sec-Fetch-Mode: no-cors')" 403
equal "$(code /document.pdf -H 'Sec-Fetch-Site: same-site' -H 'Sec-Fetch-Mode: navigate')" 403
equal "$(code / -H 'Sec-Fetch-Site: cross-site' -H 'Sec-Fetch-Mode: navigate')" 200
equal "$(code / -H 'Sec-Fetch-Site: cross-site' -H 'Sec-Fetch-Mode: no-cors')" 403

fact "a browser is told to load nothing else, and to lend nothing"
get / -D head -o /dev/null
for line in "Content-Security-Policy: default-src 'none'; script-src 'self';" \
    "frame-ancestors 'self'" "X-Content-Type-Options: nosniff" \
    "Cross-Origin-Resource-Policy: same-origin" "Cache-Control: no-store"; do
    has head "$line"
done

fact "it listens on the loopback addresses and nowhere else"
python3 - "$port" <<'END' || fail "it listens elsewhere"
import sys
port = int(sys.argv[1])
heard = set()
for name in "/proc/net/tcp", "/proc/net/tcp6":
    for row in open(name).readlines()[1:]:
        address, state = row.split()[1], row.split()[3]
        if state == "0A" and int(address.split(":")[1], 16) == port:
            heard.add(address.split(":")[0])
allowed = {"0100007F", "00000000000000000000000001000000"}
print(heard)
sys.exit(not heard or not heard <= allowed)
END

fact "the process that answers reads no file and starts nothing"
server=$(cat "/proc/$watched/task/$watched/children" | tr ' ' '\n' | head -n 1)
grep -q '^Seccomp:[^0-9]*2' "/proc/$server/status" || fail "it is not kept from anything"

fact "many that wait, and large requests, do no harm"
seen=$(get /state | value '["version"]')
for _ in $(seq 70); do
    get "/state?seen=$seen" >/dev/null 2>&1 &
    askers="${askers:-} $!"
done
equal "$(get /state | value '["version"]')" "$seen"
equal "$(code / -H "X: $(head -c 40000 /dev/zero | tr '\0' x)")" 431
study "It works for all." | save case.md
for asker in $askers; do wait "$asker" || fail "a request was not answered"; done
until_true shows "It works for all." || fail "it does not go on"

fact "a port that is taken is told"
run "$RECTO" serve case.md --port "$port"
status 6
err_has "the page cannot be served: port $port: it is taken [J0113]: --port 0 takes any that is free"
run "$RECTO" serve case.md --port http
status 2

fact "an interrupt ends it and its server"
interrupt INT
equal "$ended" 130
gone() { ! kill -0 "$server" 2>/dev/null; }
until_true gone || fail "the server goes on"

fact "where the server ends so does the watch"
serve case.md
await 'case.md → case.pdf'
server=$(cat "/proc/$watched/task/$watched/children" | tr ' ' '\n' | head -n 1)
kill -KILL "$server"
await 'its process has ended \[J0113\]'
ended=0
wait "$watched" || ended=$?
equal "$ended" 6

fact "--open shows the address, not the file"
printf '#!/bin/sh\necho "$1" >"%s/seen.new"\nmv "%s/seen.new" "%s/seen"\n' "$PWD" "$PWD" "$PWD" >viewer
chmod +x viewer
serve case.md --open=./viewer
until_true test -s seen || fail "nothing was shown"
equal "$(cat seen)" "$site/"
interrupt TERM
equal "$ended" 143

fact "one study is served, and no folder"
run "$RECTO" serve .
status 2
err_has "“.” is a folder"
run "$RECTO" serve case.md other.md
status 2
