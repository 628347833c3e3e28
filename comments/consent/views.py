"""*Aturan Berkomentar* for everybody: the version in force, and those before it."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comments.models import Terms


@require_safe
def terms(request, version=None):
    """The version in force, or the one with this number: a writer can read what was agreed to."""
    versions = list(Terms.objects.defer("text"))
    shown = next((each for each in versions if version in (None, each.version)), None)
    if shown is None:
        raise Http404
    others = [each for each in versions if each != shown]
    return render(
        request, "comments/terms.html", {"terms": shown, "is_in_force": shown == versions[0], "others": others}
    )
