#!/usr/bin/env bash
# Packs every library, the tool and the templates into artifacts/packages, a local feed: projects that its templates make find their packages there.
#   eng/pack.sh                      Release
#   eng/pack.sh -c Debug --no-build  what the last build made
#   eng/pack.sh --public             for a public feed: created projects look for Pod where they look for every package
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

arguments=()
for argument in "$@"; do
  if [ "$argument" = --public ]; then arguments+=(-p:PodFeed=); else arguments+=("$argument"); fi
done

rm -rf artifacts/packages
dotnet pack Pod.sln -nologo -v:q "${arguments[@]}"
ls artifacts/packages/*.nupkg
