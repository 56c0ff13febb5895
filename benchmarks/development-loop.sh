#!/usr/bin/env bash
# How long a saved model takes until the server runs with it under 'dotnet pod start': a created application with 100 models, an edit of one of them at a time.
# Build the solution and run eng/pack.sh -c Debug --no-build first, and leave the machine alone meanwhile.
#   benchmarks/development-loop.sh [edits]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

edits=${1:-3}
work=$(mktemp -d)
chmod 755 "$work"
pod=$PWD/src/Pod.Cli/bin/Debug/net10.0/dotnet-pod.dll
export NUGET_PACKAGES="$work/packages" NUGET_FALLBACK_PACKAGES="${NUGET_PACKAGES:-$HOME/.nuget/packages}" NuGetAudit=false

dotnet new install artifacts/packages/Pod.Templates.*.nupkg --debug:custom-hive "$work/hive" >/dev/null
dotnet new pod -n Loop -o "$work/Loop" --web none --aspire false --redis false --no-restore --debug:custom-hive "$work/hive" >/dev/null
cd "$work/Loop/Loop.Server"

# Half of the models have tables; the other half is edited, since a table would want a migration first.
for number in $(seq 1 100); do
  table=$([ $((number % 2)) -eq 0 ] && printf 'table: thing%s\n' "$number" || true)
  printf 'class: Thing%s\n%s\nfields:\n  name: string\n  count: int\n  at: DateTime?\n  parts: List<string>\n' "$number" "$table" >"Models/thing$number.pod.yaml"
done
dotnet build -nologo -v:q -clp:ErrorsOnly
dotnet "$pod" create-migration --tag things >/dev/null

dotnet "$pod" start --json --urls http://127.0.0.1:0 >"$work/events" 2>"$work/errors" &
loop=$!
trap 'kill -TERM $loop 2>/dev/null || true; wait $loop 2>/dev/null || true; rm -rf "$work"' EXIT
running() { grep -c '"state":"running"' "$work/events" || true; }
await() { while [ "$(running)" -lt "$1" ]; do kill -0 $loop || { cat "$work/events" "$work/errors"; exit 1; }; sleep 0.02; done; }

await 1
sleep 2
times=()
for edit in $(seq 1 "$edits"); do
  started=$(date +%s.%N)
  echo "  extra$edit: string?" >>Models/thing51.pod.yaml
  await $((edit + 1))
  times+=("$(awk "BEGIN { printf \"%.2f\", $(date +%s.%N) - $started }")")
  echo "edit $edit: ${times[-1]} s  $(grep '"kind":"step"' "$work/events" | tail -4 | grep -oE '"(source|seconds|duration)":[^,}]*' | tr '\n' ' ')"
  sleep 2
done
printf '%s\n' "${times[@]}" | sort -n | awk '{ value[NR] = $1 } END { print "median: " value[int((NR + 1) / 2)] " s" }'
