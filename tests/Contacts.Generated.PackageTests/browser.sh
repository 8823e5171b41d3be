#!/usr/bin/env bash
# Packs the SDK and calls the emulator with it from the runtime of Blazor WebAssembly, which Node runs as a browser would. Needs a build of
# the solution, and Node.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
. tests/emulator.sh
work=$(mktemp -d)
trap 'kill "${emulator:-}" 2>/dev/null; rm -rf "$work"' EXIT

cache=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')
dotnet pack src/Contacts.Generated --no-build --configuration "${CONFIGURATION:-Debug}" --output "$work/feed" --verbosity quiet --nologo || exit 1
cp -r tests/Contacts.Generated.PackageTests/Consumers "$work/consumers"
cat >"$work/consumers/nuget.config" <<XML
<configuration>
  <packageSources><add key="packed" value="$work/feed" /></packageSources>
  <fallbackPackageFolders><add key="machine" value="$cache" /></fallbackPackageFolders>
</configuration>
XML

# An older build of the same version must not be taken from the machine's packages.
package=$(basename "$work"/feed/*.nupkg .nupkg)
export CONTACTS_VERSION=${package#Contacts.Generated.} NUGET_PACKAGES=$work/packages
dotnet publish "$work/consumers/Browser" --output "$work/published" --verbosity quiet --nologo -nodeReuse:false || exit 1

start_emulator "$work" || exit 1
node "$work/consumers/Browser/run.mjs" "$work/published" "$IMBRACE_GATEWAY_URL" | tee "$work/said"
calls=$(printf '%s\n' "list 5 of 25" "get True" "list all 25" "update Test Person" "export True" "upload True" "notifications 3" "read True" "not found" "cancelled")
diff - "$work/said" <<<"browser True
$calls
$calls
redirect 302
redirect 302"
