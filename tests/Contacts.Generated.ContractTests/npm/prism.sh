#!/usr/bin/env bash
# Puts Prism as a validating proxy between the SDK and an emulator. Needs the built solution and `npm ci` in this folder.
set -euo pipefail
cd "$(dirname "$0")"
source ../../emulator.sh
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT

# wait_for PATTERN FILE: until a line of a program that was started says it is ready, or a minute has passed.
wait_for() {
    for _ in $(seq 600); do
        grep -qE "$1" "$2" && return
        sleep 0.1
    done
    cat "$2"
    return 1
}

start_emulator "$work" --contacts 30

# Prism serves the contract's paths at its root, and the SDK asks below the service's path: the copy has both.
sed -E 's#^  (/[a-z_][^:]*):$#  /channel-service/v1\1:#' ../../../openapi/contacts.yaml > "$work/contacts.yaml"
# Below the ports that the system hands out by itself.
port=$((20000 + RANDOM % 12000))
node_modules/.bin/prism proxy "$work/contacts.yaml" "$IMBRACE_GATEWAY_URL" --port "$port" --errors > "$work/prism" 2>&1 &
wait_for 'Prism is listening' "$work/prism"

dotnet run through-prism.cs -- "http://127.0.0.1:$port"
if grep -E 'violation|NO_PATH_MATCHED' "$work/prism"; then
    exit 1
fi
