#!/usr/bin/env bash
# Installs what server.mjs needs into a folder below the temporary one, once per version, and prints that folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

command -v npm >/dev/null || { echo "The vector tests need Node.js 20 with npm (Debian: sudo apt-get install nodejs npm)." >&2; exit 1; }

folder="${TMPDIR:-/tmp}/pod-pgvector-$(id -u)-$(cat package.json server.mjs | cksum | cut -d' ' -f1)"
if [ ! -d "$folder" ]; then
  # Beside the final name, which it gets in one step: two runs at once cannot see half an installation.
  work=$(mktemp -d "$folder.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  cp package.json server.mjs "$work"
  # The socket package asks for all of its siblings as peers; only pgvector is needed.
  npm install --prefix "$work" --legacy-peer-deps --no-package-lock --no-audit --no-fund --loglevel=error >&2
  mv -T "$work" "$folder" 2>/dev/null || [ -d "$folder" ]
fi
echo "$folder"
