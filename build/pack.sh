#!/usr/bin/env bash
# Packs what a release publishes: the packages with their symbols, and a software bill of materials for each. The same commit gives the
# same assemblies, whoever packs it and wherever. Usage: build/pack.sh [folder], by default artifacts
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-artifacts}
export CI=true # Paths are mapped, and what is public must be declared.

for project in Contacts.Generated Contacts.Generated.Testing Contacts.Generated.Sync Contacts.Cli; do
    dotnet pack "src/$project" --configuration Release --output "$folder/packages" --verbosity quiet --nologo
done
build/sbom.sh "$folder/sbom"
