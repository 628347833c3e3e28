#!/bin/sh
# The tests on the newest Django we claim to run on, with everything else as locked.
set -eu
cd "$(dirname "$0")/.."
venv=.venv-next

python=$(deploy/python 3.12) || {
    echo "Python 3.12 ke atas tidak ada di sini, jadi uji pada Django terbaru tidak dijalankan."
    exit 0
}

"$venv/bin/python" -c "import pip" 2>/dev/null || "$python" -m venv --clear "$venv"
# The locks without their hashes, which would have to name the newest Django too.
sed -n 's/^\([A-Za-z0-9].*==.*\) \\$/\1/p' requirements/base.txt requirements/dev.txt |
    grep -v '^django==' | sort -u >"$venv/requirements.txt"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --upgrade \
    -r "$venv/requirements.txt" "django>=5.2,<6.2"

"$venv/bin/python" -c "import django, platform; print(f'Django {django.__version__}, Python {platform.python_version()}')"
# What only the newest Django deprecates has no successor yet in the one we are locked to.
TEST_DB=sqlite TEST_PART=plain exec "$venv/bin/python" -m pytest -n 2 \
    -W default::DeprecationWarning -W default::PendingDeprecationWarning "$@"
