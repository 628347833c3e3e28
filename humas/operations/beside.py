"""
Keeps one worker running beside a server: `python -m humas.operations.beside PID COMMAND …`.

Starts the command again when it ends, and ends it when the server PID is gone
or when it is told to stop itself. Imports nothing of Django: it costs a small
machine next to nothing.
"""

import os
import signal
import subprocess
import sys
import time

PAUSE = 3.0
GRACE = 20.0


def keep(server: int, command: list[str]) -> None:
    stopped = False

    def stop(*_signal) -> None:
        nonlocal stopped
        stopped = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    while not stopped and os.getppid() == server:
        worker = subprocess.Popen(command)  # noqa: S603 – our own command line
        while worker.poll() is None and not stopped and os.getppid() == server:
            time.sleep(0.25)
        if worker.poll() is None:
            worker.terminate()
            try:
                worker.wait(GRACE)
            except subprocess.TimeoutExpired:
                worker.kill()
            return
        began = time.monotonic()
        while time.monotonic() - began < PAUSE and not stopped and os.getppid() == server:
            time.sleep(0.25)


if __name__ == "__main__":
    keep(int(sys.argv[1]), sys.argv[2:])
