"""docs/wordpress-parity.md is true: every test it names exists, is collected, and names its row in return."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("parity")

TOP = Path(__file__).resolve().parents[2]
DOCUMENT = TOP / "docs" / "wordpress-parity.md"
VERDICTS = {"same", "better", "left out"}
ROW = re.compile(r"^\| (\d\w) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$")
LIST = """
import json, sys
import pytest

class Listing:
    def pytest_collection_finish(self, session):
        found = {}
        for item in session.items:
            rows = [row for mark in item.iter_markers("wordpress") for row in mark.args]
            found[f"{item.path.relative_to(session.config.rootpath).as_posix()}::{item.originalname}"] = rows
        print("LISTED " + json.dumps(found))

sys.exit(pytest.main(["--collect-only", "-qq", *sys.argv[1:]], plugins=[Listing()]))
"""


def rows():
    """(section, what WordPress has, verdict, how or why, tests) of each line of the tables."""
    found = [
        ROW.match(line) for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if re.match(r"\| \d\w ", line)
    ]
    assert all(found), "a line of the table has not five columns"
    return [
        (section, name.strip(), verdict.strip(), how.strip(), re.findall(r"`([^`]+)`", tests))
        for section, name, verdict, how, tests in (line.groups() for line in found)
    ]


@pytest.fixture(scope="module")
def collected():
    """Every test in the files that are named anywhere → the rows it names."""
    files = sorted({test.partition("::")[0] for *_row, tests in rows() for test in tests})
    assert [file for file in files if not (TOP / file).is_file()] == []
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "TEST_PART"))}
    environment["TEST_DB"] = "sqlite"  # nothing is asked of it
    listed = subprocess.run(
        [sys.executable, "-c", LIST, *files], cwd=TOP, env=environment, capture_output=True, text=True, check=False
    )
    assert listed.returncode == 0, listed.stdout + listed.stderr
    return json.loads(re.search(r"^LISTED (.*)$", listed.stdout, re.M)[1])


def test_every_row_has_a_verdict_with_its_reason():
    names = [(section, name) for section, name, *_rest in rows()]

    assert len(names) == len(set(names))
    assert Counter(section for section, _name in names) == {"2a": 26, "2b": 9, "2c": 5, "2d": 19, "2e": 4}
    for section, name, verdict, how, tests in rows():
        assert verdict in VERDICTS, (section, name)
        assert len(how) >= 20, (section, name)
        assert tests or verdict == "left out", (section, name)


def test_every_test_named_for_a_row_is_collected_and_names_it(collected):
    for section, name, _verdict, _how, tests in rows():
        for test in tests:
            assert f"{section} {name}" in collected.get(test, []), f"{test} does not name “{section} {name}”"


def test_every_row_a_test_names_is_in_the_document(collected):
    known = {f"{section} {name}": set(tests) for section, name, _verdict, _how, tests in rows()}
    for test, named in collected.items():
        for row in named:
            assert test in known.get(row, set()), f"{test} names “{row}”, which does not name it"
