"""What the rules of `comments.reply.fate` are called where there is room for two words."""

from django.utils.translation import gettext_lazy as _

from comments.reply import fate

RULE_NAMES = {
    fate.TRAP: _("the trap"),
    fate.NO_ORIGIN: _("unknown origin"),
    fate.TOO_FAST: _("filled in too fast"),
    fate.DUPLICATE: _("same words again"),
    fate.LINKS: _("many links"),
    fate.WORDS: _("words and phrases"),
    fate.DOMAINS: _("domains and links"),
    fate.ADDRESS: _("an address of a rule"),
    fate.NETWORK: _("a network of a rule"),
    fate.WRITER_BLOCKED: _("blocked writer"),
    fate.WRITER_HELD: _("writer who is always read first"),
    fate.WRITER_TRUSTED: _("trusted writer, not confirmed"),
    fate.FIRST_TIMER: _("new writer"),
    fate.RETURNING_WRITER: _("known writer, not confirmed"),
}
