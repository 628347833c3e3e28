"""The bin: what readers will meet is said before a story goes in, and before it comes out."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles import publishing
from articles.models import Article, Status
from humas.base.http import see_other
from humas.base.times import short_time


def may_bin(user, story: Article) -> bool:
    """Put in or take out: every story for who has the right, and a writer's own draft that readers never saw."""
    if user.has_perm("articles.bin_article"):
        return True
    is_own_draft = story.author_id == user.pk and story.status == Status.DRAFT and not story.was_opened
    return is_own_draft and user.has_perm("articles.change_article")


def going_in(story: Article) -> list[str]:
    """What follows from putting this story into the bin, a sentence each."""
    if story.is_public:
        said = [
            _("Readers no longer find it: its address answers “not found” (404), and its comments go with it."),
            _("If readers should know why, withdraw it with a reason instead."),
        ]
    elif story.status == Status.WITHDRAWN:
        said = [_("Its address no longer says that and why it was withdrawn, but “not found” (404).")]
    elif story.is_under_embargo:
        said = [_("It will not open on %(time)s.") % {"time": short_time(story.published_at)}]
    else:
        said = [_("It leaves the lists of the desk. Readers do not see it now either.")]
    if story.report_id and story.was_opened:
        said.append(_("In its report, the parts after it move up by one number."))
    return [*said, _("Text, history and notes are kept. It can be taken out again at any time.")]


def coming_out(story: Article) -> str:
    """What a story in the bin will be when it is taken out."""
    if story.status == Status.WITHDRAWN:
        return _("Taken out, it is withdrawn as before.")
    if story.status == Status.PUBLISHED and story.first_published_at:
        return _("Taken out, readers see it again at once.")
    if story.status == Status.IN_REVIEW:
        return _("Taken out, it is in review again.")
    return _("Taken out, it is a draft.")


class Bins:
    """For the ModelAdmin of stories: the bin, from the form. The list has acts of its own."""

    def has_change_permission(self, request, obj=None):
        """What lies in the bin is read; but words from a form opened before are still taken."""
        if obj is not None and obj.binned_at and request.method != "POST":
            return False
        return super().has_change_permission(request, obj)

    def render_change_form(self, request, context, *args, **kwargs):
        if story := context.get("original"):
            context |= {
                "may_bin": may_bin(request.user, story),
                "coming_out": coming_out(story) if story.binned_at else "",
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self):
        def act(address, view, name):
            return path(f"<int:pk>/{address}/", self.admin_site.admin_view(view), name=name)

        ask = require_http_methods(["GET", "HEAD", "POST"])(partial(put_in, self))
        return [
            act("buang", ask, "articles_article_bin"),
            act("keluarkan", require_POST(partial(take_out, self)), "articles_article_unbin"),
            *super().get_urls(),
        ]


def put_in(modeladmin, request, pk):
    """Ask, saying what readers will meet; POST does it."""
    story = _allowed(request, pk)
    if story.binned_at:
        return see_other(_form(pk))
    if request.method == "POST":
        publishing.put_in_bin(story)
        done = _("In the bin.")
        modeladmin.log_change(request, story, done)
        messages.success(
            request,
            format_html(
                '{} <a href="{}">{}</a>',
                _("“%(headline)s” is in the bin.") % {"headline": story.headline},
                _form(pk),
                _("Open it there"),
            ),
        )
        return see_other(reverse("admin:articles_article_changelist"))
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("Put into the bin"),
        "opts": modeladmin.opts,
        "original": story,
        "sentences": going_in(story),
    }
    return render(request, "admin/articles/bin.html", context)


def take_out(modeladmin, request, pk):
    story = _allowed(request, pk)
    try:
        publishing.take_out_of_bin(story)
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
    else:
        modeladmin.log_change(request, story, _("Taken out of the bin."))
        messages.success(request, _("Taken out of the bin."))
    return see_other(_form(pk))


def _allowed(request, pk) -> Article:
    story = get_object_or_404(Article.everything.select_related("report"), pk=pk)
    if not may_bin(request.user, story):
        raise PermissionDenied
    return story


def _form(pk) -> str:
    return reverse("admin:articles_article_change", args=[pk])
