#!/usr/bin/env bash
# Installs what the tests need, builds Pod.sln with warnings as errors, runs every test.
# Ends with "N passed, N failed, N skipped"; the exit code is 0 only when nothing failed.
#   ./test.sh                      everything
#   ./test.sh Pod.Generator.Tests  one test project
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

results=$(mktemp -d)

# One server of the compiler for this run, which the builds that tests start use as well: a compiler that starts anew spends seconds on starting. It has a
# name of its own and ends with the run.
export UseSharedCompilation=true SharedCompilationId="pod-tests-$$"
end_compiler() { local sdk; sdk=$(DOTNET_CLI_UI_LANGUAGE=en dotnet --info | sed -n 's/^ *Base Path: *//p') && dotnet "$sdk/Roslyn/bincore/VBCSCompiler.dll" "-pipename:$SharedCompilationId" -shutdown; }
trap 'end_compiler >/dev/null 2>&1; rm -rf "$results"' EXIT

# --- What the tests need: command, Debian package, what for ---
needs() {
  command -v dotnet >/dev/null || { echo "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download"; exit 1; }
  local missing=()
  have_postgres || missing+=(postgresql)
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
  command -v redis-server >/dev/null || missing+=(redis-server)
  command -v curl >/dev/null || missing+=(curl)
  command -v npm >/dev/null || missing+=(npm)
  [ ${#missing[@]} -eq 0 ] && return

  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]} ..."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$results/apt.log" 2>&1 && return
    tail -20 "$results/apt.log"
  fi
  echo "The tests need these programs: ${missing[*]}. Install them (Debian: sudo apt-get install ${missing[*]}) and run ./test.sh again."
  exit 1
}

have_postgres() {
  [ -n "${POD_POSTGRES_BIN:-}" ] || command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null \
    || compgen -G '/opt/homebrew/opt/postgresql*/bin/initdb' >/dev/null
}

needs

# --- Build ---
echo "Building Pod.sln ..."
if ! dotnet build Pod.sln -warnaserror -nologo -v:q -nodeReuse:false >"$results/build.log" 2>&1; then
  grep -E 'error|warning' "$results/build.log" | sort -u | head -50
  [ -s "$results/build.log" ] || echo "The build failed."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

# --- Test: two projects at a time, because many tests wait for a server or a database; not more, because they fight for the same cores ---
test_project() {
  local name began=$SECONDS
  name=$(basename "$1" .csproj)
  if dotnet test "$1" --no-build -nologo -v:q --logger "trx;LogFileName=$results/$name.trx" --blame-hang-timeout 10m --results-directory "$results/$name" >"$results/$name.log" 2>&1; then
    echo "Tested $name in $((SECONDS - began)) s"
    return
  fi

  echo "FAILED $name in $((SECONDS - began)) s"
  grep -vE '^\s+at (System|Microsoft|Xunit)\.|^$' "$results/$name.log" | head -200
  # A run that ended before it could count counts as one failure.
  [ -f "$results/$name.trx" ] || touch "$results/$name.broken"
}
# Whoever comes first to a project takes it.
test_lane() { while read -r project; do mkdir "$results/$(basename "$project").taken" 2>/dev/null && test_project "$project" </dev/null; done <"$results/$1"; }
export results
export -f test_project test_lane

# Tests that build projects of this repository take turns; all others run beside them, and in their lane when these are done.
builders='Pod\.(Cli|EndToEnd|Templates)\.Tests\.csproj'
projects() { grep -oE '"[^"]+\.Tests\.csproj"' Pod.sln | tr -d '"' | tr '\\' / | sort | grep "/${1:-[^/]*}\.csproj"; }
projects "$@" | grep -E "$builders" >"$results/builders"
projects "$@" | grep -vE "$builders" >"$results/others"
tac "$results/others" >>"$results/builders"
# Not as jobs of this shell, whose programs would never see Ctrl+C.
printf '%s\n' builders others | xargs -P 2 -I{} bash -c 'test_lane {}'
failed_runs=$(find "$results" -maxdepth 1 -name '*.broken' | wc -l)

# --- Sum: <Counters total="3" executed="3" passed="2" failed="1" ... /> ---
count() { grep -ho "<Counters [^>]*" "$results"/*.trx 2>/dev/null | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'; }
total=$(count total)
passed=$(count passed)
executed=$(count executed)
failed=$((executed - passed + failed_runs))
skipped=$((total - executed))
[ "$total" -gt 0 ] || failed=$((failed > 0 ? failed : 1))
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
