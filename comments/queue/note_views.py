"""Notes between moderators."""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from comments import notes
from comments.models import Comment
from comments.queue import one


@require_POST
@permission_required("comments.moderate_comment", raise_exception=True)
def add(request, pk):
    """`text` → 303 back to the comment; 422 with the words where it is no note."""
    text = request.POST.get("text", "")
    comment = one.found(pk)
    if comment is None:
        return one.gone(request, text)
    try:
        notes.add(comment, text, by=request.user)
    except ValidationError as error:
        told = " ".join(error.messages)
        return one.page(request, "note", comment, _("Note"), status=422, notice=told, text=text)
    except Comment.DoesNotExist:
        return one.gone(request, text)
    one.say(request, _("The note is kept. Only the desk sees it."))
    return one.back(request, comment)
