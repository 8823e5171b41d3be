#!/usr/bin/env bash
# Rewrites src/Contacts.Generated/PublicAPI/*/PublicAPI.Unshipped.txt so that the texts say what the code has.
# Review the difference like code: a line that goes is a break for somebody. Usage: build/update-public-api.sh
set -euo pipefail
cd "$(dirname "$0")/.."
project=src/Contacts.Generated
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT

for target in netstandard2.0 net8.0 net10.0; do
    folder=$project/PublicAPI/$target
    echo '#nullable enable' > "$folder/PublicAPI.Unshipped.txt"

    # The analyzer names each public symbol that the texts lack (RS0016) and each that the code lacks (RS0017).
    CI=true dotnet build "$project" --framework "$target" --nologo -v quiet -p:TreatWarningsAsErrors=false \
        -p:WarningsNotAsErrors=RS0016%3BRS0017 "-p:ErrorLog=$log/$target.sarif%2cversion=2.1" > "$log/$target.txt" 2>&1 \
        || { cat "$log/$target.txt"; exit 1; }

    python3 - "$log/$target.sarif" "$folder" <<'PYTHON'
import json, re, sys
results = json.load(open(sys.argv[1], encoding='utf-8-sig'))['runs'][0]['results']
names = lambda rule: {re.search(r"Symbol '(.*)' is ", r['message']['text']).group(1) for r in results if r['ruleId'] == rule}
lines = sorted(names('RS0016')) + sorted('*REMOVED*' + name for name in names('RS0017'))
with open(sys.argv[2] + '/PublicAPI.Unshipped.txt', 'w', encoding='utf-8', newline='\n') as file:
    file.write('\n'.join(['#nullable enable'] + lines) + '\n')
print(f'{sys.argv[2]}: {len(lines)} lines')
PYTHON
done
