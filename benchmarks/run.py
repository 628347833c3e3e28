"""
Measures, one module of `benchmarks/figures/` a figure: all, or those named.

Each has `main()` returning `title`, `unit`, `values` (name → number) and `ratio`
(between values of one run: those may be quoted, single numbers belong to one machine).
"""

import importlib
import json
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import chart

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"


def measure(name: str) -> None:
    figure = importlib.import_module(f"benchmarks.figures.{name}").main()
    figure |= {"at": datetime.now(UTC).isoformat(timespec="seconds"), "python": platform.python_version()}
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(figure, indent=2, ensure_ascii=False) + "\n")
    (RESULTS / f"{name}.svg").write_text(chart.svg(figure))
    print(f"{figure['title']}:")
    for label, value in figure["values"].items():
        print(f"  {label:24} {value:10,.1f} {figure['unit']}")
    for label, ratio in figure["ratio"].items():
        print(f"  {label:24} {ratio:10.2f} kali")


def main() -> None:
    known = sorted(path.stem for path in HERE.glob("figures/*.py") if path.stem != "__init__")
    wanted = sys.argv[1:] or known
    if unknown := set(wanted) - set(known):
        sys.exit(f"Tidak ada ukuran bernama {', '.join(sorted(unknown))}. Yang ada: {', '.join(known)}.")
    for name in wanted:
        measure(name)


if __name__ == "__main__":
    main()
