"""How long a soaking test goes on, and what its chance is drawn from."""

import itertools
import os
import random
import time
from collections.abc import Iterator


def rounds() -> Iterator[int]:
    """1, 2, 3 … for SOAK_SECONDS; one round at least."""
    end = time.monotonic() + float(os.environ["SOAK_SECONDS"])
    for number in itertools.count(1):
        yield number
        if time.monotonic() >= end:
            return


def chance(subject: str) -> random.Random:
    """The same draws for the same SOAK_SEED."""
    return random.Random(f"{os.environ['SOAK_SEED']} {subject}")
