"""The lock files name no host, hash every line, and hold what the `.in` files ask for."""

import re
import sys
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FOLDER = Path(__file__).resolve().parents[2] / "requirements"
HOST = re.compile(r"https?://|--(index|extra-index|find|trusted)|file:")


def logical_lines(path: Path) -> list[str]:
    """Lines without comments, continued ones joined."""
    text = re.sub(r"^\s*#.*$|\s#.*$", "", path.read_text(), flags=re.MULTILINE)
    return [line.strip() for line in text.replace("\\\n", " ").splitlines() if line.strip()]


def locked(path: Path) -> dict[str, Requirement]:
    """Name → pin of a lock file; problems are collected on the way."""
    pinned = {}
    for line in logical_lines(path):
        requirement = Requirement(line.partition("--hash")[0])
        pins = list(requirement.specifier)
        if len(pins) != 1 or pins[0].operator != "==" or "--hash=sha256:" not in line:
            problems.append(f"{path.name}: {requirement.name} tidak dikunci dengan versi dan sidik.")
            continue
        pinned[canonicalize_name(requirement.name)] = requirement
    return pinned


def fits(wanted: Requirement, pin: Requirement | None) -> bool:
    """Whether the lock holds what was asked for, on every machine it was asked for."""
    return pin is not None and (pin.marker is None or wanted.marker is not None) and version(pin) in wanted.specifier


def version(pin: Requirement) -> str:
    return next(iter(pin.specifier)).version


problems = [f"{path.name} menyebut host." for path in FOLDER.iterdir() if HOST.search(path.read_text())]
locks = {stem: locked(FOLDER / f"{stem}.txt") for stem in ("base", "dev")}
for stem, pins in locks.items():
    wanted = [Requirement(line) for line in logical_lines(FOLDER / f"{stem}.in") if not line.startswith("-")]
    missing = [str(one) for one in wanted if not fits(one, pins.get(canonicalize_name(one.name)))]
    problems += [f"{stem}.txt tidak memuat {one}. Jalankan: make lock" for one in missing]
for name in locks["base"].keys() & locks["dev"].keys():
    if version(locks["base"][name]) != version(locks["dev"][name]):
        problems.append(f"{name}: versinya berbeda di base.txt dan dev.txt. Jalankan: make lock")
if problems:
    sys.exit("\n".join(problems))
