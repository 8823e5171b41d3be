#!/usr/bin/env bash
# Fails when a package that reaches a user has a known vulnerability, and when that could not be found out. Needs a restore.
# Not every source tells of vulnerabilities, and one that does not looks as if there were none; so a package with an old, well-known one is
# asked about first. Where no source tells of that either, nothing is looked for, and the last line says so; with ADVISORIES=required, for a
# place where a source is known to tell, that is a failure too. Usage: build/audit.sh
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# vulnerable PROJECT: what is known about the packages of a project.
vulnerable() { dotnet list "$1" package --vulnerable --include-transitive --no-restore 2>&1; }

cat >"$work/Known.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>true</NuGetAudit>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="Newtonsoft.Json" Version="12.0.1" /></ItemGroup>
</Project>
XML
[ ! -f nuget.config ] || cp nuget.config "$work" # The sources of the repository, should it name any.

# NU1900: a source that tells of vulnerabilities did not answer.
if ! dotnet restore "$work/Known.csproj" --verbosity quiet >"$work/log" 2>&1 || grep -q 'NU1900' "$work/log"; then
    cat "$work/log"
    echo "Vulnerabilities were not looked for: a source could not be asked."
    exit 1
fi

if ! grep -q 'NU190[1-4].*Newtonsoft.Json' "$work/log"; then
    echo "Vulnerabilities were not looked for: no source here tells of them."
    [ "${ADVISORIES:-}" != required ] || exit 1
    exit 0
fi

failed=0
for project in Contacts.Generated Contacts.Generated.Testing Contacts.Generated.Sync Contacts.Cli; do
    found=$(vulnerable "src/$project") || { echo "$found"; exit 1; }
    if grep -q '^ *> ' <<<"$found"; then
        echo "$found"
        failed=1
    else
        echo "$project: none known"
    fi
done
exit $failed
