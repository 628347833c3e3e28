from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.base import DeskAdmin
from articles.admin.bin import Bins
from articles.admin.forms import ArticleForm
from articles.admin.history import KeepsHistory
from articles.admin.preview import Previews
from articles.admin.publish import Publishes
from articles.admin.review import Reviews
from articles.admin.stories import ListsStories
from articles.admin.widgets import PhotoSelect
from articles.admin.withdrawing import Withdraws
from articles.admin.writing import WritesRevisions
from articles.models import Article, Category, Status
from humas.base.http import see_other
from humas.base.models import Newsroom

OF_EDITORS = ("publish_at", "is_announced")


@admin.register(Article)
class ArticleAdmin(
    ListsStories, Publishes, KeepsHistory, Previews, Withdraws, Reviews, Bins, WritesRevisions, DeskAdmin
):
    form = ArticleForm
    save_on_top = False
    fieldsets = (
        (None, {"fields": ("headline", ("report", "position"), "dateline", "standfirst", "body", "credit", "byline")}),
        (gettext_lazy("Photo"), {"fields": ("lead_photo", "lead_alt_own")}),
        (gettext_lazy("Where it belongs"), {"fields": ("category", "tags", "slug")}),
        (gettext_lazy("Readers"), {"fields": ("is_open_to_comments", "publish_at", "is_announced")}),
        (gettext_lazy("For the history"), {"fields": ("reason", "base", "once")}),
    )
    change_form_template = "admin/articles/article_form.html"

    def get_queryset(self, request):
        return Article.everything.with_part_number().order_by(*self.ordering)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "lead_photo":
            kwargs["widget"] = PhotoSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request):
        """A new story starts with what this newsroom nearly always writes."""
        newsroom = Newsroom.current()
        usual = {"dateline": newsroom.dateline, "credit": newsroom.credit, "byline": request.user.printed_name}
        usual["category"] = Category.objects.filter(is_default=True).values_list("pk", flat=True).first()
        return usual | super().get_changeform_initial_data(request)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        waits = obj is None or obj.status in (Status.DRAFT, Status.IN_REVIEW) or obj.is_under_embargo
        left_out = set() if waits and self.has_publish_permission(request) else set(OF_EDITORS)
        left_out |= {"reason", "base"} if obj is None else {"once"}
        if obj is not None and not self.has_change_permission(request, obj):
            left_out |= {"reason", "base"}
        kept = [(title, [name for name in options["fields"] if name not in left_out]) for title, options in fieldsets]
        return [(title, {"fields": names}) for title, names in kept if names]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A new story sent twice (a double click, a reload) is one story: the second press opens it."""
        key = request.POST.get("once", "") if object_id is None else ""
        if story := self._made_by(key):
            self.made_before(request, story)
            return see_other(_change_address(story))
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            if story := self._made_by(key):
                return see_other(_change_address(story))
            raise

    def _made_by(self, key):
        return Article.everything.filter(form_key=key).first() if key else None

    # Who may do what, asked by the actions under their names.

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    def has_withdraw_permission(self, request):
        return request.user.has_perm("articles.withdraw_article")

    def has_bin_permission(self, request):
        return request.user.has_perm("articles.bin_article")

    def has_change_permission(self, request, obj=None):
        """A writer's own drafts; what readers have seen is an editor's."""
        if not super().has_change_permission(request, obj):
            return False
        if obj is None or self.has_publish_permission(request):
            return True
        return (
            obj.author_id == request.user.pk and obj.status in (Status.DRAFT, Status.IN_REVIEW) and not obj.was_opened
        )

    def view_on_site(self, article):
        has_page = article.slug and (article.is_public or article.status == Status.WITHDRAWN)
        return self.public_address(article) if has_page else None

    def save_model(self, request, obj, form, change):
        """Written with its tags in `save_related`, in one transaction."""
        if not change:
            obj.author = request.user
            obj.form_key = form.cleaned_data.get("once")

    def save_related(self, request, form, formsets, change):
        try:
            self.write(request, form)
        except ValidationError as error:  # the place was free when the form was judged, and is no more
            self._keep_old_place(form.instance)
            self.write(request, form)
            for sentence in error.messages:
                messages.error(request, _("Saved, but not moved: %(why)s") % {"why": sentence})
        at = form.cleaned_data.get("publish_at")
        if "_publish" in request.POST and self.has_publish_permission(request):
            request.onward = self.ask_to_publish(request, form.instance, at)
        elif "publish_at" in form.changed_data:
            self.note_hour(request, form.instance, at)

    def _keep_old_place(self, article):
        stored = Article.everything.filter(pk=article.pk).first()
        article.report = stored.report if stored else article.report
        article.position = stored.position if stored else None


def _change_address(story):
    return reverse("admin:articles_article_change", args=[story.pk])
