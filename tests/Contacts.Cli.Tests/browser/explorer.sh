#!/usr/bin/env bash
# Tests the page of an emulator in a real browser. Needs a built src/Contacts.Cli, `npm ci` in this folder, and a Chromium.
set -uo pipefail
cd "$(dirname "$0")"
source ../../emulator.sh
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
folder=$(mktemp -d)

trap 'kill $emulator; wait $emulator 2>/dev/null; rm -rf "$folder"' EXIT
start_emulator "$folder" || exit 1
timeout 120 node explorer.mjs "$IMBRACE_GATEWAY_URL" "$browser"
