from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles import publishing
from articles.admin import choice
from articles.admin.actions import ACTIONS
from articles.admin.base import DeskAdmin
from articles.admin.filters import StateFilter
from articles.admin.forms import ArticleForm
from articles.admin.states import state
from articles.admin.widgets import PhotoSelect
from articles.models import Article, Category, Status
from humas.base.http import see_other
from humas.base.models import Newsroom
from humas.base.times import short_time

OF_EDITORS = ("publish_at", "is_announced")


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    form = ArticleForm
    list_display = ("heading", "state", "opens_at", "category", "writer")
    list_filter = (StateFilter, "category", "report")
    list_select_related = ("category", "report", "author")
    search_fields = ("headline", "standfirst", "body")
    search_help_text = gettext_lazy("Search in headline, standfirst and text")
    date_hierarchy = "published_at"
    ordering = ("-updated_at",)
    actions = ACTIONS
    list_per_page = 30
    save_on_top = False
    fieldsets = (
        (None, {"fields": ("headline", ("report", "position"), "dateline", "standfirst", "body", "credit", "byline")}),
        (gettext_lazy("Photo"), {"fields": ("lead_photo", "lead_alt_own")}),
        (gettext_lazy("Where it belongs"), {"fields": ("category", "tags", "slug")}),
        (gettext_lazy("Readers"), {"fields": ("is_open_to_comments", "publish_at", "is_announced", "once")}),
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
        if obj is not None:
            left_out.add("once")
        title, options = fieldsets[-1]
        return [*fieldsets[:-1], (title, {"fields": [name for name in options["fields"] if name not in left_out]})]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A new story sent twice (a double click, a reload) is one story: the second press opens it."""
        key = request.POST.get("once", "") if object_id is None else ""
        if story := self._made_by(key):
            return see_other(_change_address(story))
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            if story := self._made_by(key):
                return see_other(_change_address(story))
            raise

    def _made_by(self, key):
        return Article.everything.filter(form_key=key).first() if key else None

    @admin.display(description=gettext_lazy("headline"), ordering="headline")
    def heading(self, article):
        return article.heading

    @admin.display(description=gettext_lazy("state"), ordering="status")
    def state(self, article):
        return state(article)

    @admin.display(description=gettext_lazy("publication time"), ordering="published_at")
    def opens_at(self, article):
        opens = article.published_at if article.status in (Status.PUBLISHED, Status.WITHDRAWN) else None
        return short_time(opens) if opens else "–"

    @admin.display(description=gettext_lazy("writer"), ordering="author__printed_name")
    def writer(self, article):
        return article.byline or article.author or "–"

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
        return article.get_absolute_url() if has_page else None

    def save_model(self, request, obj, form, change):
        """Written with its tags in `save_related`, in one transaction."""
        if not change:
            obj.author = request.user
            obj.form_key = form.cleaned_data.get("once")

    def save_related(self, request, form, formsets, change):
        try:
            self._write(form)
        except ValidationError as error:  # the place was free when the form was judged, and is no more
            self._keep_old_place(form.instance)
            self._write(form)
            for sentence in error.messages:
                messages.error(request, _("Saved, but not moved: %(why)s") % {"why": sentence})
        at = form.cleaned_data.get("publish_at")
        if "_publish" in request.POST and self.has_publish_permission(request):
            request.onward = self.publish(request, form.instance, at)
        elif "publish_at" in form.changed_data:
            self._note_hour(request, form.instance, at)

    def _write(self, form):
        with transaction.atomic():
            publishing.save(form.instance)
            form.save_m2m()

    def _keep_old_place(self, article):
        stored = Article.everything.filter(pk=article.pk).first()
        article.report = stored.report if stored else article.report
        article.position = stored.position if stored else None

    def publish(self, request, article, at) -> str:
        """Publish, or wait for the hour, and say so; gives where to go on: the form, or the choice of another order."""
        onward = _change_address(article)
        try:
            if at and at > timezone.now():
                publishing.schedule(article, at)
                messages.success(request, _("Embargo: readers see it from %(time)s.") % {"time": short_time(at)})
            else:
                publishing.publish(article, at=at)
                messages.success(request, _("Published."))
        except ValidationError as error:
            if error.code in choice.REFUSED:
                messages.warning(request, _("Not published yet."))
                onward = choice.address(article, at)
            else:
                for sentence in error.messages:
                    messages.error(request, _("Saved, but not published: %(why)s") % {"why": sentence})
        article.refresh_from_db(from_queryset=Article.everything.select_related("report"))
        return onward

    def get_urls(self):
        view = self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(partial(choice.choose, self)))
        return [path("<int:pk>/urutan/", view, name="articles_article_order"), *super().get_urls()]

    def _note_hour(self, request, article, at):
        """An hour given with "Save": an embargo moves, a draft keeps it until somebody publishes."""
        if article.is_under_embargo and at:
            self.publish(request, article, at)
        elif article.is_under_embargo:
            messages.warning(request, _("The hour stays as it was. To take the story back, use the list of stories."))
        else:
            publishing.plan(article, at)
            if at:
                messages.warning(request, _("Saved as a draft. It opens at that hour only after “Publish” is pressed."))

    def response_add(self, request, obj, post_url_continue=None):
        return self._stays(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._stays(request, obj) or super().response_change(request, obj)

    def _stays(self, request, obj):
        """After "Publish" the form stays open, with its link to what readers see."""
        if "_publish" not in request.POST:
            return None
        return see_other(getattr(request, "onward", "") or _change_address(obj))


def _change_address(story):
    return reverse("admin:articles_article_change", args=[story.pk])
