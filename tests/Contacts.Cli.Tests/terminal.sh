#!/usr/bin/env bash
# The command on a pseudo-terminal, where it has tables, colours and bars. Needs 'script' of util-linux and a built src/Contacts.Cli.
set -uo pipefail
cd "$(dirname "$0")/../.."
source tests/emulator.sh

contacts="dotnet $PWD/src/Contacts.Cli/bin/${CONFIGURATION:-Debug}/net10.0/contacts.dll"
folder=$(mktemp -d)
failed=0
escape=$'\e'
bold="${escape}[1m"

trap 'kill $emulator; wait $emulator 2>/dev/null; rm -rf "$folder"' EXIT
start_emulator "$folder" --contacts 300 || exit 1
# script(1) runs the shell that SHELL names; PIPESTATUS is bash's.
SHELL=$(command -v bash)
export TERM=xterm-256color SHELL
unset NO_COLOR

# on WIDTH COMMAND…: what a terminal of so many columns gets to see.
on() {
    local width=$1
    shift
    script --quiet --return --command "stty cols $width rows 40; $*" /dev/null </dev/null | tr -d '\r'
}

# check CLAIM STATUS: one line a claim.
check() {
    if [ "$2" -eq 0 ]; then
        echo "ok      $1"
    else
        echo "FAILED  $1"
        failed=1
    fi
}

seen=$(on 120 "$contacts list")
grep -qF "${bold}ID " <<<"$seen"
check "a terminal gets a table with a bold title" $?
grep -q '10 of 300 contacts; --all shows every one' <<<"$seen"
check "and is told that there are more" $?

seen=$(NO_COLOR=1 on 120 "$contacts list")
! grep -qF "${escape}[1m" <<<"$seen" && grep -q '^ *.*ID  *NAME' <<<"$seen"
check "NO_COLOR takes the colours away, and nothing else" $?

# Ids are 40 columns wide, so 40 is the narrowest that can show one.
seen=$(NO_COLOR=1 on 40 "$contacts list --limit 3")
grep -q '^  Email    person1@example.com$' <<<"$seen" && grep -qE '^(.*h.=)?con_[0-9a-f-]{36}$' <<<"$seen"
check "40 columns get a block of lines for each contact" $?

seen=$(on 80 "$contacts list --all --page-size 20 >'$folder/all'")
grep -q 'Reading contacts' <<<"$seen" && grep -q '300 of 300' <<<"$seen" && grep -qF "${escape}[?25h" <<<"$seen"
check "reading all into a file shows a bar, and gives the cursor back" $?
head -c 1 "$folder/all" | grep -q '{' && ! grep -q 'Reading' "$folder/all" && ! grep -qF "$escape" "$folder/all"
check "and the file has the JSON only" $?

seen=$(on 80 "$contacts export --output-file '$folder/contacts.csv'")
grep -q 'Exporting contacts' <<<"$seen" && [ "$(wc -l <"$folder/contacts.csv")" -ge 301 ]
check "an export into a file shows a bar" $?

echo picture >"$folder/avatar.png"
seen=$(on 80 "$contacts upload-avatar '$folder/avatar.png'")
grep -q 'Uploading' <<<"$seen" && grep -qE 'url.*http.*\.png' <<<"$seen"
check "an upload shows a bar, and then the address" $?

seen=$(NO_COLOR=1 on 80 "$contacts list --all >/dev/null")
! grep -qE "${escape}\[[0-9;]*[0-9]m" <<<"$seen"
check "NO_COLOR is for bars too" $?

seen=$(on 80 "$contacts list --all | head -n 1; echo \${PIPESTATUS[0]}")
grep -q '^0$' <<<"$seen" && ! grep -q 'contacts:' <<<"$seen"
check "head on a terminal ends the list quietly" $?

exit $failed
