"""What the pages about one comment share: finding it, and a page where it is no more."""

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from comments.models import Comment, Decision, Status
from comments.models.comment import PRIVATE
from comments.queue.rows import with_more
from comments.standing import newest_lines
from humas.base.cleaning import shown_line
from humas.base.digits import as_number
from humas.base.http import see_other
from humas.base.times import long_time

HIGHEST = 2**63 - 1
KEYS = ("tampilan", "cari", "berita", "laporan", "aturan", "penulis", "jaringan", "dari", "sampai", "setelah")
"""What the queue is asked by, but for the comment it is opened at."""


def found(pk: int) -> Comment | None:
    """The comment as the desk shows it, without anything of its writer's address; None where it was erased."""
    rows = with_more(Comment.objects.kept().exclude(status=Status.UNCONFIRMED))
    return rows.select_related("article__report", "parent").defer(*PRIVATE).filter(pk=min(pk, HIGHEST)).first()


def page(
    request: HttpRequest, template: str, comment: Comment | None, title: str, *, status: int = 200, **context
) -> HttpResponse:
    """A page about this comment."""
    return render(
        request,
        f"admin/antrean/{template}.html",
        {
            **admin.site.each_context(request),
            "title": f"{title} – {comment.short_number}" if comment else title,
            "act": title,
            "comment": comment,
            "kembali": urlencode(origin(request)),
            **context,
        },
        status=status,
    )


def gone(request: HttpRequest, words: str = "") -> HttpResponse:
    """404 with what was typed, to keep: somebody or a rule erased the comment meanwhile."""
    return page(request, "gone", None, _("This comment is no longer here"), status=404, words=words)


def back(request: HttpRequest, comment: Comment, **query: str) -> HttpResponse:
    """303 into the queue, to the same view and the same comment."""
    keys = origin(request) | {"komentar": str(comment.pk)} | query
    return see_other(f"{reverse('admin:queue')}?{urlencode(keys)}")


def here(request: HttpRequest, name: str, comment: Comment, **query: str) -> HttpResponse:
    """303 to a page about this comment."""
    came_from = urlencode(origin(request))
    kept = urlencode(query | ({"kembali": came_from} if came_from else {}))
    address = reverse(f"admin:{name}", args=[comment.pk])
    return see_other(f"{address}?{kept}" if kept else address)


def origin(request: HttpRequest) -> dict[str, str]:
    """
    Where in the queue somebody came from: its view, what it is narrowed by, the page.

    Told by `kembali`, a query of the queue, or by `tampilan` alone; anything else in them is left out.
    """
    asked = request.POST.get("kembali", "") or request.GET.get("kembali", "")
    view = request.POST.get("tampilan", "") or request.GET.get("tampilan", "")
    found = QueryDict(asked[:2000].lstrip("?"), encoding="utf-8") if asked else {"tampilan": view}
    return {key: found[key][:200] for key in KEYS if found.get(key)}


def seen_line(request: HttpRequest, comment: Comment) -> dict[int, int] | None:
    """{comment: newest line of the record that the page showed}, from its form."""
    text = request.POST.get("seen", "")
    return {comment.pk: as_number(text)} if text == "0" or as_number(text) else None


def excerpt(comment: Comment) -> str:
    """The beginning of the words as readers see them, in one line, as it may be shown."""
    return Truncator(shown_line(comment.open_text)).words(40)


def newest_line(comment: Comment) -> int:
    return newest_lines([comment.pk]).get(comment.pk, 0)


def who_decided(lines: list[Decision]) -> str:
    """Who was quicker, and what they decided."""
    line = lines[0]
    return _("Meanwhile %(person)s decided: %(status)s, %(time)s. Nothing was changed.") % {
        "person": line.by or line.rule or _("somebody"),
        "status": Status(line.to_status).label,
        "time": long_time(line.at),
    }


def say(request: HttpRequest, sentence: str) -> None:
    messages.success(request, sentence)
