#!/usr/bin/env bash
# Creates, builds, tests and runs an application for each combination of the template's options. ./test.sh does so for two of them, since each takes a
# minute: this one takes a quarter of an hour, and runs every night. Build the solution first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

POD_TEMPLATES=all dotnet test tests/Pod.Templates.Tests --no-build -nologo --logger "console;verbosity=normal" "$@"
