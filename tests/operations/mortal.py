"""
Runs commands of a newsroom in processes made to be killed.

    python -m tests.operations.mortal

For each line `ACT SECONDS COMMAND ARGUMENT …` on stdin it forks a child that runs the
command and dies before its ACTth act on the disk, or after so many seconds (0: never).
Answers with a line `STATUS ACTS`: how it ended, and how many acts there were.
"""

import mmap
import os
import shlex
import signal
import sys

import django

ACTS = {
    "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate", "sqlite3.connect",
    "subprocess.Popen",
}  # fmt: skip


def die_at(last, count):
    """Count acts on the disk; the last one does not happen any more."""

    def listen(event, arguments):
        if event in ACTS or (event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)):
            number = int.from_bytes(count[:4], "big") + 1
            count[:4] = number.to_bytes(4, "big")
            if number == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(listen)


def run(last, seconds, count, command):
    from django.core.management import CommandError, call_command

    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 1)
    die_at(last, count)
    signal.setitimer(signal.ITIMER_REAL, seconds)  # nobody listens to its signal, so the system ends the process
    try:
        call_command(*command)
    except CommandError as error:
        print(error, file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


def main():
    django.setup()
    count = mmap.mmap(-1, 4)
    for line in sys.stdin:
        last, seconds, *command = shlex.split(line)
        count[:4] = bytes(4)
        child = os.fork()
        if child == 0:
            run(int(last), float(seconds), count, command)
        _child, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), int.from_bytes(count[:4], "big"), flush=True)


if __name__ == "__main__":
    main()
