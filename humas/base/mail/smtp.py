"""Django's SMTP backend for those who wait: one moment at which all of it ends, however slow each answer is."""

import smtplib
import time
from functools import partial

from django.core.mail.backends import smtp


class _Hurried:
    """Gives each step only what is left of the time; TimeoutError when it is used up."""

    def __init__(self, *args, ends, **kwargs):
        self.ends = ends
        super().__init__(*args, **kwargs)

    def send(self, data):
        self._hurry()
        super().send(data)

    def getreply(self):
        self._hurry()
        return super().getreply()

    def _hurry(self):
        left = self.ends - time.monotonic()
        if left <= 0:
            raise TimeoutError("the mail server is too slow")
        if getattr(self, "sock", None):
            self.sock.settimeout(left)


class _Smtp(_Hurried, smtplib.SMTP):
    pass


class _SmtpSsl(_Hurried, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    """`ends` is a moment of `time.monotonic()`; without it nothing differs from Django's."""

    def __init__(self, *args, ends=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.ends = ends

    @property
    def connection_class(self):
        if self.ends is None:
            return super().connection_class
        return partial(_SmtpSsl if self.use_ssl else _Smtp, ends=self.ends)
