"""
Letters: written in the transaction of the act they tell of, sent when it is accepted.

A mail server that fails changes nothing of the act, and no address is ever logged.
Only where `EMAIL_URL` is set; without it no screen offers or promises mail.
"""

from humas.base.mail.delivery import SECONDS, deliver
from humas.base.mail.door import Written, is_on, one_line, post, post_all, quoted

__all__ = ["SECONDS", "Written", "deliver", "is_on", "one_line", "post", "post_all", "quoted"]
