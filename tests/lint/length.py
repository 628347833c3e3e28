"""300 lines are the wall: a longer file holds more than one subject."""

import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
WALL = 300
OURS = ["articles", "benchmarks", "comments", "humas", "static", "tests"]

files = [path for folder in OURS for path in TOP.glob(f"{folder}/**/*") if path.suffix in (".py", ".css", ".js")]
lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files if "migrations" not in path.parts}
too_long = [f"{path.relative_to(TOP)}: {lines} baris" for path, lines in sorted(lengths.items()) if lines > WALL]
if too_long:
    sys.exit("\n".join([f"Lebih dari {WALL} baris; pisahkan menurut pokoknya:", *too_long]))
