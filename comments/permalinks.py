"""The address of a comment that holds wherever others have moved it."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from comments.models import Comment


@require_safe
def comment(request, pk):
    """To the page it stands on now: found, not moved for ever. 404 for what no reader may see."""
    found = get_object_or_404(Comment.objects.on_public_stories().select_related("article"), pk=min(pk, 2**63 - 1))
    return HttpResponseRedirect(found.get_absolute_url())
