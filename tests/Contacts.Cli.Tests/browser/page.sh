#!/usr/bin/env bash
# Tests the pages of an emulator in a real browser. Needs a built src/Contacts.Cli, `npm ci` in this folder, and a Chromium.
set -uo pipefail
cd "$(dirname "$0")"
source ../../emulator.sh
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
folder=$(mktemp -d)
emulators=()
failed=0

trap 'kill "${emulators[@]}"; wait "${emulators[@]}" 2>/dev/null; rm -rf "$folder"' EXIT

# try SCRIPT OPTION…: runs a script against an emulator of its own with these options.
try() {
    local script=$1
    shift
    echo "$script ${*}"
    start_emulator "$folder" "$@" || exit 1
    emulators+=("$emulator")
    timeout 240 node "$script" "$IMBRACE_GATEWAY_URL" "$browser" || failed=1
}

try explorer.mjs
try inbox.mjs
try inbox.mjs --dialect vendorsdk
try access.mjs
exit $failed
