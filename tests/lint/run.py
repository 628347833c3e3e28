"""Runs every check of `make lint`, also after one has failed, and names those that did."""

import subprocess
import sys
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
STRICT = ["-W", "error::DeprecationWarning", "-W", "error::PendingDeprecationWarning"]

CHECKS = {
    "ruff": [BIN / "ruff", "check", "--quiet", "--output-format", "concise"],
    "ruff format": [BIN / "ruff", "format", "--check", "--quiet", "--output-format", "concise"],
    "templat": [BIN / "djade", "--check", "--target-version", "5.2", *sorted(TOP.glob("templates/**/*.html"))],
    "lapisan": [sys.executable, BIN / "lint-imports", "--no-logo", "--no-cache"],
    "tipe": [sys.executable, "-m", "mypy", "--no-error-summary"],
    "Django": [sys.executable, *STRICT, "-m", "tests.lint.django_checks"],
    "terjemahan": [sys.executable, "-m", "tests.lint.messages"],
    "panjang berkas": [sys.executable, "-m", "tests.lint.length"],
    "dependensi": [sys.executable, "-m", "tests.lint.requirements"],
}


def passes(name: str, command: list) -> bool:
    """Run one check; its words are worth reading only when it fails."""
    start = time.monotonic()
    result = subprocess.run(command, cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(f"{name:15} {'lulus' if result.returncode == 0 else 'GAGAL'} {time.monotonic() - start:5.1f} s", flush=True)
    if result.returncode:
        print(result.stdout.rstrip() + "\n", flush=True)
    return result.returncode == 0


failed = [name for name, command in CHECKS.items() if not passes(name, command)]
if failed:
    sys.exit(f"Perlu dibetulkan: {', '.join(failed)}.")
