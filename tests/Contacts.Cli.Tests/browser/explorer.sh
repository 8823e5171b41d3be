#!/usr/bin/env bash
# Tests the page of a sandbox in a real browser. Needs a built src/Contacts.Cli, `npm ci` in this folder, and a Chromium.
set -uo pipefail
cd "$(dirname "$0")"
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
log=$(mktemp)

dotnet "../../../src/Contacts.Cli/bin/${CONFIGURATION:-Debug}/net10.0/contacts.dll" sandbox --port 0 >"$log" &
sandbox=$!
trap 'kill $sandbox; wait $sandbox 2>/dev/null; rm -f "$log"' EXIT
until grep -q '^Listening on ' "$log"; do
    kill -0 $sandbox || exit 1
done

timeout 120 node explorer.mjs "$(sed -n 's/^Listening on //p' "$log")" "$browser"
