"""The public side of a reply: the post, and every answer to it."""

from django.db import OperationalError
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import addresses
from articles.models import Article
from comments import closing, identity
from comments.reply.fate import NETWORK_LIMIT
from comments.reply.forms import ReplyForm
from comments.reply.limits import TooMany
from comments.reply.posted import is_too_large, posted
from comments.reply.receive import Evidence, receive
from humas.base.discussion import Identity
from humas.base.errors import not_found
from humas.base.http import private, see_other
from humas.base.models import Newsroom
from humas.base.network import network_digest
from humas.base.source import Source, source_of
from humas.base.times import zone_name

BUSY_RETRY_SECONDS = 20
ASKED_OF_A_STORY = ("slug", "headline", "status", "published_at", "first_published_at", "is_open_to_comments", "report")
"""The rest of it is loaded when a page is shown: a reply that is taken in shows none."""


def reply(request, slug):
    """Receive a reader's reply, or show the form again with its errors (CONTRACT §5). Every answer is private."""
    return private(_answer(request, slug))


def _answer(request, slug):
    if request.method not in ("GET", "HEAD", "POST"):
        response = _refused(request, 405, _("This address takes comments from the form under a story."))
        response.headers["Allow"] = "GET, HEAD, POST"
        return response
    article = story_at(slug)
    if article is None:
        return not_found(request)
    if request.method != "POST":
        return see_other(f"{article.get_absolute_url()}#balasan")
    source = source_of(request)
    if source is Source.ELSEWHERE:
        sentence = _("This comment was sent from another site. Open the story and write it in the form there.")
        return _refused(request, 403, sentence, article)
    if is_too_large(request):
        return _refused(request, 413, _("This is larger than a comment can be (65,525 characters)."), article)
    fields, garbled = posted(request)
    newsroom = Newsroom.current()
    form = ReplyForm(fields, article=article, garbled=garbled, newsroom=newsroom)
    if closed := closing.closed(article, newsroom):
        return _refused(request, 403, closed.sentence, article, form)
    if identity.level(newsroom) == Identity.SIGN_IN:
        sentence = _("Readers sign in here before they write. Your words are below: keep them, they fit there too.")
        return _refused(request, 403, sentence, article, form, way_in=reverse("sign_in", args=[article.slug]))
    return accept(request, form, source)


def accept(request, form, source):
    """What becomes of a form that may be sent: its receipt, or the form again."""
    if not form.is_valid():
        return _again(request, form, 422)
    evidence = Evidence(
        network_digest=network_digest(request),
        has_origin=source is Source.OURS,
        trap=form.cleaned_data["ruas_kosong"],
        seconds=form.cleaned_data["t"],
        is_proven=form.is_proven,
    )
    try:
        received = receive(form, evidence)
    except OperationalError:
        notice = _("The newsroom is very busy just now. Your words are all here: press the button again in a moment.")
        return _again(request, form, 503, notice, retry_after=BUSY_RETRY_SECONDS)
    if isinstance(received, TooMany):
        return _too_many(request, form, received)
    return see_other(received.url)


def story_at(slug: str) -> Article | None:
    """The public story at this address, or whose address this was: a form may have been open while it moved."""
    public = Article.objects.published().only(*ASKED_OF_A_STORY)
    return public.filter(slug=slug).first() or public.filter(slug=addresses.slug_now("article", slug)).first()


def _too_many(request, form, received):
    wait = max(1, int((received.until - timezone.now()).total_seconds()) + 1)
    sentence = _(
        "Many comments came from this address in a short time. Your words are safe here; send them again at %(time)s."
    )
    if received.rule == NETWORK_LIMIT:
        sentence = _("Too many comments from this network. Your words are safe; try again at %(time)s.")
    notice = sentence % {"time": f"{timezone.localtime(received.until):%H.%M} {zone_name()}"}
    return _again(request, form, 429, notice, retry_after=wait)


def _again(request, form, status, notice="", retry_after=None):
    form.refresh()
    context = {"article": form.article, "form": form, "parent": form.answered, "notice": notice}
    response = render(request, form.page, context, status=status)
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _refused(request, status, sentence, article=None, form=None, way_in=""):
    words = form["body"].value() if form else ""
    context = {"article": article, "sentence": sentence, "words": words, "way_in": way_in}
    return render(request, "comments/refused.html", context, status=status)
