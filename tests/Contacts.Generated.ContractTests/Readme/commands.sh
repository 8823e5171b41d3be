#!/usr/bin/env bash
# Runs each console command of the README that needs an installation, word for word, as a user would: the packages come from the folder
# into which they are packed, the home is empty, the service is an emulator. What needs the repository is a step of .ci/run. Needs the built solution.
set -uo pipefail
cd "$(dirname "$0")/../../.."
source tests/emulator.sh
root=$PWD
work=$(mktemp -d)
cache=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')

# What the machine has unpacked already need not be downloaded again.
cat >"$work/nuget.config" <<XML
<configuration>
  <fallbackPackageFolders><add key="machine" value="$cache" /></fallbackPackageFolders>
</configuration>
XML
export DOTNET_CLI_HOME=$work/home NUGET_PACKAGES=$work/packages PATH=$work/home/.dotnet/tools:$PATH
export DOTNET_SKIP_FIRST_TIME_EXPERIENCE=true DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_NOLOGO=true
mkdir -p "$work/home/.nuget" "$work/app"
# The machine's own sources stay; what a command adds to them does not.
[ ! -d ~/.nuget/NuGet ] || cp -r ~/.nuget/NuGet "$work/home/.nuget/"
export HOME=$work/home
cd "$work/app"
dotnet new console >/dev/null || exit 1

trap 'kill $emulator 2>/dev/null; wait; rm -rf "$work"' EXIT
start_emulator "$work" || exit 1

# run COMMAND: the command itself; one that runs until it is interrupted is interrupted when it has said what it does.
run() {
    case $1 in
    "contacts emulator")
        $1 >"$work/ready" &
        local command=$!
        until grep -q '^Listening on ' "$work/ready"; do
            kill -0 $command || return 1
        done
        kill -TERM $command
        wait $command
        ;;
    "build/"* | "dotnet nuget add source "*) (cd "$root" && eval "$1") >"$work/output" 2>&1 || { cat "$work/output"; return 1; } ;;
    *) eval "$1" >"$work/output" 2>&1 || { cat "$work/output"; return 1; } ;;
    esac
}

failed=0
ran=0
contact=
while IFS= read -r command; do
    case $command in
    "dotnet run "* | "dotnet build "* | "dotnet test "*) continue ;;
    *CONTACT_ID*) contact=${contact:-$(contacts list --limit 1 --output ndjson | grep -oE 'con_[0-9a-f-]+' | head -n 1)} ;;
    esac
    ran=$((ran + 1))
    if run "${command//CONTACT_ID/$contact}"; then
        echo "ok      $command"
    else
        echo "FAILED  $command"
        failed=1
    fi
done < <(sed -n '/^```console$/,/^```$/{/^```/d;p}' "$root/README.md")

[ $ran -gt 0 ] || failed=1
exit $failed
