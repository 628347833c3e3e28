"""What readers see of a story, in the newsroom's words."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def state(article) -> SafeString:
    if article.binned_at:
        word, kind = _("In the bin"), "bin"
    elif article.is_under_embargo:
        word, kind = _("Embargo"), "embargo"
    else:
        word, kind = article.get_status_display(), article.status
    return format_html('<span class="state state-{}">{}</span>', kind, word)
