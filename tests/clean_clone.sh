#!/bin/sh
# A fresh clone of the last commit, run and tested as root and as an ordinary user; see clean_clone.py.
set -eu
cd "$(dirname "$0")/.."
exec .venv/bin/python tests/clean_clone.py
