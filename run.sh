#!/usr/bin/env bash
# ./run.sh demo | test | serve | check: each sets up what it needs in .venv first.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
  cat <<'TEXT'
./run.sh demo [--no-serve] [--port N]   read the sample world into demo.db, list it, serve the desk
./run.sh test [pytest's options]        lint, types, layers and all tests
./run.sh check                          lint, types and layers alone
./run.sh serve [--db FILE] [--port N]   serve a record (desk.db) on 127.0.0.1
TEXT
}

find_python() {
  for name in python3.13 python3.12 python3.11 python3 python; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  echo "run.sh: no Python 3.11 or newer was found. Install it (Debian: apt-get install python3 python3-venv)." >&2
  exit 1
}

make_environment() {
  [ -x .venv/bin/python ] && return
  local python
  python=$(find_python)
  if ! "$python" -m venv .venv; then
    rm -rf .venv
    echo "run.sh: $python cannot make a virtual environment. Debian: apt-get install python3-venv." >&2
    exit 1
  fi
}

# install LOCK: what the lock file names, once; again only when the file has changed.
install() {
  make_environment
  local stamp=".venv/installed-$1" sum
  sum=$(cksum "$1" pyproject.toml)
  [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && return
  echo "run.sh: installing $1 into .venv" >&2
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
  echo "$sum" >"$stamp"
}

check() {
  .venv/bin/ruff check .
  .venv/bin/ruff format --check --quiet .
  .venv/bin/mypy
  .venv/bin/lint-imports --no-cache
}

command=${1:-help}
[ $# -gt 0 ] && shift
case "$command" in
  demo) install requirements.lock && exec .venv/bin/reportedly demo "$@" ;;
  serve) install requirements.lock && exec .venv/bin/reportedly serve "$@" ;;
  check) install requirements-dev.lock && check ;;
  test) install requirements-dev.lock && check && .venv/bin/python -m pytest -n auto --dist worksteal "$@" ;;
  help | -h | --help) usage ;;
  *) usage >&2 && exit 2 ;;
esac
