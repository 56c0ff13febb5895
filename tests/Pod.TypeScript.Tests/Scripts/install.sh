#!/usr/bin/env bash
# Installs what the scripts need into a folder below the temporary one, once per version, and prints that folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

command -v npm >/dev/null || { echo "The TypeScript tests need Node.js 20 with npm (Debian: sudo apt-get install nodejs npm)." >&2; exit 1; }

folder="${TMPDIR:-/tmp}/pod-typescript-$(id -u)-$(cksum <package.json | cut -d' ' -f1)"
if [ ! -d "$folder" ]; then
  # Beside the final name, which it gets in one step: two runs at once cannot see half an installation.
  work=$(mktemp -d "$folder.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  cp package.json "$work"
  npm install --prefix "$work" --no-package-lock --no-audit --no-fund --loglevel=error >&2
  mv -T "$work" "$folder" 2>/dev/null || [ -d "$folder" ]
fi
echo "$folder"
