#!/usr/bin/env bash
# Packs every library, the tool and the templates into artifacts/packages, a local feed: projects that its templates make find their packages there.
#   eng/pack.sh                      Release
#   eng/pack.sh -c Debug --no-build  what the last build made
#   eng/pack.sh --aspire             Pod.Hosting and Pod.Aspire too, where a feed has Aspire's packages
#   eng/pack.sh --public             for a public feed: created projects look for Pod where they look for every package
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

solution=Pod.sln
arguments=()
for argument in "$@"; do
  case $argument in
    --aspire) solution=Pod.Aspire.sln ;;
    --public) arguments+=(-p:PodFeed=) ;;
    *) arguments+=("$argument") ;;
  esac
done

rm -rf artifacts/packages
dotnet pack "$solution" -nologo -v:q "${arguments[@]}"
ls artifacts/packages/*.nupkg
