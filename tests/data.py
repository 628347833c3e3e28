"""Shared samples that live outside the repository; TEST_DATA names their folder."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "shared" / "data"


def data_path(*parts: str) -> Path:
    """The path of a sample; without the samples the test is skipped, or fails when REQUIRE_DATA=1."""
    path = Path(os.environ.get("TEST_DATA") or ROOT, *parts)
    if not path.exists():
        reason = f"no sample {Path(*parts)}: set TEST_DATA to the folder that holds the samples"
        if os.environ.get("REQUIRE_DATA") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return path
