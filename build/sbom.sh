#!/usr/bin/env bash
# Writes a software bill of materials (CycloneDX, JSON) per package of ours: every package that reaches a user, with version, licence and
# the hash of its file, as the restore resolved it. Needs a restore. Usage: build/sbom.sh [folder], by default artifacts/sbom
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-artifacts/sbom}

dotnet tool restore --verbosity quiet
for project in Contacts.Generated Contacts.Generated.Testing Contacts.Generated.Sync Contacts.Cli; do
    type=Library
    [ $project != Contacts.Cli ] || type=Application
    # The contract's check runs before the generator and ships nowhere; --exclude-dev leaves out what else is only built with.
    dotnet CycloneDX "src/$project/$project.csproj" --disable-package-restore --exclude-dev --exclude-filter Contacts.ContractTool \
        --include-project-references --set-nuget-purl --set-version "$(dotnet msbuild "src/$project" -getProperty:PackageVersion)" \
        --set-type $type --spec-version 1.6 --output-format Json --output "$folder" --filename "$project.cdx.json" >/dev/null
    echo "$folder/$project.cdx.json"
done
