"""Why a backup or a restore stops, as one sentence."""

import errno
import signal
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import Error
from django.utils.translation import gettext as _

PATIENCE = 3
"""Seconds to wait for a command that is just ending."""


class Refusal(Exception):
    """A well-formed sentence about what is so and what to do; nothing was half done."""


class Damaged(Refusal):
    """The newsroom's own database cannot be read to its end."""


@contextmanager
def one_sentence() -> Iterator[None]:
    """Whatever goes wrong in here leaves the command as a CommandError; SIGTERM ends it as ctrl-C does."""
    is_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, signal.default_int_handler) if is_main else None
    try:
        yield
    except Refusal as refusal:
        raise CommandError(str(refusal)) from None
    except (Error, sqlite3.Error) as error:
        raise CommandError(_("The database does not answer: %(why)s") % {"why": first_line(error)}) from None
    except OSError as error:
        raise CommandError(_of_the_system(error)) from None
    except KeyboardInterrupt:
        raise CommandError(_("Stopped before the end. Nothing is half done."), returncode=130) from None
    finally:
        if is_main:
            signal.signal(signal.SIGTERM, before)


def _of_the_system(error: OSError) -> str:
    names = {"file": error.filename or "", "why": error.strerror or error}
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("The disk is full. Make room, then run this again; nothing is half done.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return _("This account may not read or write %(file)s. Run this as the account that serves.") % names
    return _("%(file)s: %(why)s") % names


def first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def damaged(name: str) -> str:
    return _("“%(file)s” is not as it was when the backup was made. Nothing was changed.") % {"file": name}


def newer() -> str:
    return _("This backup was made by a later version of Humas. Update Humas first; nothing was changed.")


def wrong_key(setting: str) -> str:
    return _(
        "%(setting)s does not fit this backup: addresses of readers could not be read. "
        "Put the key of that time back (.env). Nothing was changed."
    ) % {"setting": setting}


def in_use() -> str:
    return _("The newsroom is being served or used. Stop the server, then run this again; nothing was changed.")


def written_meanwhile() -> str:
    return _("Something was written during the restore. Stop the server and run it again; nothing was changed.")
