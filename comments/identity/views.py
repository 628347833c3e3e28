"""Signing in by a mailed link: asking for it, writing behind it, ending it."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.models import Article
from comments import closing, identity
from comments.identity import signing_in
from comments.identity.forms import AskForm, SignedForm
from comments.models import Comment
from comments.reply import token as form_token
from comments.reply import views as reply
from comments.reply.forms import answerable
from comments.reply.posted import is_too_large, posted
from humas.base.discussion import Identity
from humas.base.errors import not_found
from humas.base.http import private, see_other
from humas.base.models import Newsroom
from humas.base.network import network_digest
from humas.base.source import Source, source_of
from humas.base.times import zone_name

MOST_COMMENTS = 20
MOST_STORIES = 5


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request, slug):
    """Ask for a link; the answer is the same whether the address is known, new, or has had enough letters."""
    article = reply.story_at(slug)
    if article is None:
        return private(not_found(request))
    if identity.level() != Identity.SIGN_IN:
        return private(see_other(f"{article.get_absolute_url()}#balasan"))
    if closed := closing.closed(article, Newsroom.current()):
        return private(_refused(request, 403, closed.sentence, article))
    if request.method != "POST":
        return private(_ask_page(request, AskForm(article=article), 200))
    return private(_asked(request, article))


def _asked(request, article):
    if source_of(request) is Source.ELSEWHERE:
        return _refused(request, 403, _("This was sent from another site. Open the story and begin there."), article)
    if is_too_large(request):
        return _refused(request, 413, _("This is larger than a name and an address can be."), article)
    fields, garbled = posted(request)
    form = AskForm(fields, article=article, garbled=garbled)
    if not form.is_valid():
        return _ask_page(request, form, 422)
    network = network_digest(request)
    if until := signing_in.too_many(network):
        notice = _("Many links were asked for from this network. Try again at %(time)s.") % {
            "time": f"{timezone.localtime(until):%H.%M} {zone_name()}"
        }
        response = _ask_page(request, form, 429, notice)
        response.headers["Retry-After"] = str(max(1, int((until - timezone.now()).total_seconds()) + 1))
        return response
    data = form.cleaned_data
    if not data["ruas_kosong"]:
        terms = data.get("terms")
        signing_in.ask(article, name=data["name"], email=data["email"], terms=terms, network_digest=network)
    return see_other(reverse("sign_in_sent", kwargs={"slug": article.slug}))


@require_safe
def link_sent(request, slug):
    article = reply.story_at(slug)
    if article is None:
        return private(not_found(request))
    return private(render(request, "comments/sign_in_sent.html", {"article": article}))


@require_http_methods(["GET", "HEAD", "POST"])
def write(request, token, slug=None):
    """A reader's private address: the reply form with name and e-mail fixed. Only a comment sent proves the address."""
    link = signing_in.find(token)
    if link is None:
        return private(render(request, "comments/link_ended.html", status=404))
    article = reply.story_at(slug or link.article.slug)
    if article is None:
        return private(not_found(request))
    newsroom = Newsroom.current()
    if closed := closing.closed(article, newsroom):
        return private(_refused(request, 403, closed.sentence, article))
    if request.method == "POST":
        return private(_written(request, link, article))
    parent = answerable(article, request.GET.get("balas", ""), newsroom.thread_depth)
    initial = {"token": form_token.mint(article), "parent": str(parent.pk) if parent else ""}
    form = SignedForm(link=link, path=request.path, article=article, initial=initial)
    others = Article.objects.published().exclude(pk=article.pk).filter(is_open_to_comments=True)
    context = {
        **{"article": article, "form": form, "parent": parent, "link": link, "token": token},
        "comments": _to_answer(article),
        "stories": others.order_by("-published_at", "-pk")[:MOST_STORIES],
    }
    return private(render(request, "comments/write.html", context))


def _written(request, link, article):
    source = source_of(request)
    if source is Source.ELSEWHERE:
        sentence = _("This comment was sent from another site. Open your own page and write it in the form there.")
        return _refused(request, 403, sentence, article)
    if is_too_large(request):
        return _refused(request, 413, _("This is larger than a comment can be (65,525 characters)."), article)
    fields, garbled = posted(request)
    form = SignedForm(fields, link=link, path=request.path, article=article, garbled=garbled)
    if form.is_valid() and not signing_in.use(link, form.cleaned_data.get("terms")):
        return render(request, "comments/link_ended.html", {"words": form["body"].value()}, status=404)
    return reply.accept(request, form, source)


@require_POST
def sign_out(request, token):
    """*Keluar*: this link opens nothing any more."""
    if source_of(request) is Source.ELSEWHERE:
        return private(_refused(request, 403, _("This was sent from another site.")))
    signing_in.sign_out(token)
    return private(see_other(reverse("signed_out")))


@require_safe
def signed_out(request):
    return private(render(request, "comments/signed_out.html"))


def _to_answer(article):
    """The newest comments of a story; every one of them can be asked for by its own address too."""
    return Comment.objects.public().filter(article=article).order_by("-created_at", "-pk")[:MOST_COMMENTS]


def _ask_page(request, form, status, notice=""):
    if form.is_bound:
        form.refresh()
    return render(
        request, "comments/sign_in.html", {"form": form, "article": form.article, "notice": notice}, status=status
    )


def _refused(request, status, sentence, article=None):
    return render(request, "comments/refused.html", {"article": article, "sentence": sentence}, status=status)
