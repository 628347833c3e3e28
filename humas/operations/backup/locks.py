"""One at a time: a lock that the operating system takes away from a process that dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from humas.operations.backup import files
from humas.operations.backup.problems import Refusal


@contextmanager
def held(path: Path, sentence: str, *, shared: bool = False) -> Iterator[None]:
    """Hold the lock file, which stays; Refusal with this sentence while somebody else holds it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        files.hand_over(path, like=path.parent)
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal(sentence) from None
        yield
    finally:
        os.close(handle)
