from django.shortcuts import render
from django.utils.translation import gettext as _


def csrf_failure(request, reason=""):
    """The desk's form has lost its session, or came from elsewhere: say what to do, in Indonesian."""
    sentence = _("This form no longer belongs to your session. Go back, reload the page and send it again.")
    return render(request, "403.html", {"sentence": sentence}, status=403)
