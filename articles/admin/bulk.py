"""What the acts of the list of stories have in common: how many at once, what is said, and a screen that asks first."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.models import Article

MOST = 200
"""So many stories one act takes: each is a transaction of its own, and a browser waits for all of them."""

MOST_SENTENCES = 8


def is_too_much(request, stories) -> bool:
    """Says so, where it is: nothing is done to the first so many of more."""
    count = stories.count()
    if count <= MOST:
        return False
    words = {"count": count, "most": MOST}
    messages.error(
        request,
        _("These are %(count)d stories; one act takes %(most)d. Nothing was changed: narrow the list first.") % words,
    )
    return True


def each(modeladmin, request, stories, act: Callable[[Article], Article | None], done: str) -> None:
    """
    Do one act to every story; what cannot be done is said for each, and the others are done.

    `done` is a sentence with %(count)d after a colon. An act that gives None changed nothing and is not counted.
    """
    if is_too_much(request, stories):
        return
    count, refused = 0, []
    for story in stories:
        try:
            after = act(story)
        except ValidationError as error:
            refused.append(f"{story.headline}: {' '.join(error.messages)}")
            continue
        if after is not None:
            count += 1
            modeladmin.log_change(request, after, done.partition(":")[0])
    if count:
        messages.success(request, done % {"count": count})
    elif not refused:
        messages.info(request, _("Nothing to change: these stories are so already."))
    for sentence in refused[:MOST_SENTENCES]:
        messages.error(request, sentence)
    if len(refused) > MOST_SENTENCES:
        messages.error(
            request, _("And it was not possible for %(count)d more.") % {"count": len(refused) - MOST_SENTENCES}
        )


def ask(modeladmin, request, stories, *, action: str, title: str, sentence: str, form, template: str = ""):
    """The screen before an act that needs a word: which stories it is about, and what is to be filled in."""
    if is_too_much(request, stories):
        return None
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": title,
        "sentence": sentence,
        "opts": modeladmin.opts,
        "stories": stories,
        "form": form,
        "action": action,
        "checkbox": ACTION_CHECKBOX_NAME,
        "back": request.get_full_path(),
    }
    return render(
        request, template or "admin/articles/bulk.html", context, status=422 if form.is_bound and form.errors else 200
    )
