#!/usr/bin/env bash
# Writes the generated files of templates/pod anew, after the generator or the template's models changed.
# Build the solution first.
# A project that is called as the template's own content is that content; what the generator makes of it goes back.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NUGET_PACKAGES="$work/packages" NUGET_FALLBACK_PACKAGES="${NUGET_PACKAGES:-$HOME/.nuget/packages}"
template=$PWD/templates/pod

eng/pack.sh -c Debug --no-build >/dev/null
dotnet new install artifacts/packages/Pod.Templates.*.nupkg --debug:custom-hive "$work/hive" >/dev/null

# Generates in a project made with some options, and copies the result below a folder of the template.
update() {
  local target=$1; shift
  local project="$work/$(basename "$target")"
  dotnet new pod -n Pod-App -o "$project" --redis false --no-restore --debug:custom-hive "$work/hive" "$@" >/dev/null
  dotnet src/Pod.Cli/bin/Debug/net10.0/dotnet-pod.dll generate --project "$project/Pod-App.Server"
  for folder in Pod-App.Server Pod-App.Client Pod-App.Server.Tests; do
    rm -rf "$target/$folder/Generated"
    mkdir -p "$target/$folder"
    cp -R "$project/$folder/Generated" "$target/$folder/"
  done
  cp "$project/Pod-App.Server/pod.contract.json" "$target/Pod-App.Server/"
}

update "$template"
update "$template/.no-database" --database false
git status --short templates
