from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles import addresses, continuing, ordering, publishing
from articles.admin import plan
from articles.admin.base import DeskAdmin
from articles.admin.changes import ORDER, KeepsChanges
from articles.admin.report_form import ReportForm
from articles.models import Article, Report
from humas.base import changes, pages
from humas.base.http import see_other
from humas.base.models import Newsroom

PRESSED = "digerakkan"


@admin.register(Report)
class ReportAdmin(KeepsChanges, DeskAdmin):
    """One screen for a report: its parts in order, what readers see of them, and its own fields."""

    form = ReportForm
    list_display = ("title", "parts_here", "how_it_stands")
    list_filter = ("is_finished",)
    search_fields = ("title",)
    change_form_template = "admin/articles/report_form.html"

    def get_queryset(self, request):
        here = Count("articles", filter=Q(articles__binned_at__isnull=True))
        return super().get_queryset(request).annotate(parts_count=here)

    @admin.display(description=gettext_lazy("parts"), ordering="parts_count")
    def parts_here(self, report):
        return report.parts_count

    @admin.display(description=gettext_lazy("is there more to come?"), ordering="is_finished")
    def how_it_stands(self, report):
        return _("finished") if report.is_finished else _("to be continued")

    def view_on_site(self, report):
        is_public = report.slug and Article.objects.published().filter(report=report).exists()
        return report.get_absolute_url() if is_public else None

    def get_urls(self):
        def act(address, view, name):
            return path(f"<int:pk>/{address}/", self.admin_site.admin_view(require_POST(view)), name=name)

        return [
            act("urutan", self.order, "articles_report_order"),
            act("umumkan", self.announce, "articles_report_announce"),
            act("berikutnya", self.next_part, "articles_report_next"),
            *super().get_urls(),
        ]

    def get_changeform_initial_data(self, request):
        return {"label_style": Newsroom.current().label_style} | super().get_changeform_initial_data(request)

    def render_change_form(self, request, context, *args, **kwargs):
        if report := context.get("original"):
            rows = plan.rows(report, request.GET.get(PRESSED, ""))
            context |= {
                "rows": rows,
                "seen": ",".join(str(row.part.pk) for row in rows),
                "has_planned": any(row.is_planned for row in rows),
                "journey": report.journey(),
                "may_order": self.has_change_permission(request, report),
                "may_continue": request.user.has_perm("articles.add_article"),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        with transaction.atomic():
            before = Report.objects.select_for_update().filter(pk=obj.pk).first() if change else None
            obj.save()
            changes.note(before, obj, by=request.user)
            if before:
                addresses.moved(before.get_absolute_url(), obj.get_absolute_url())
            pages.touched(pages.FRONT, pages.report(obj.pk))

    def put_back(self, request, row, values):
        if ORDER not in values:
            return super().put_back(request, row, values)
        seen = [part.pk for part in ordering.parts(row)]
        ordering.reorder(row, [pk for pk, _headline in values[ORDER]], seen=seen, by=request.user)
        self.log_change(request, row, _("The parts now stand in this order."))

    # The acts of the screen: each a POST, each answered with the screen again.

    def order(self, request, pk):
        """Move one part a step, or give all the order they were dragged into."""
        report = self._changeable(request, pk)
        seen = _numbers(request.POST.get("seen"))
        way = next((way for way in ("up", "down") if way in request.POST), "")
        try:
            if way:
                part = get_object_or_404(Article.everything, pk=_number(request.POST[way]), report=report)
                place = ordering.move(part, way, seen=seen, by=request.user)
                done = _("“%(headline)s” now stands at place %(place)d.") % {"headline": part.headline, "place": place}
            else:
                ordering.reorder(report, _numbers(request.POST.get("order")), seen=seen, by=request.user)
                done = _("The parts now stand in this order.")
        except ValidationError as error:
            return self._refused(request, report, error)
        self.log_change(request, report, done)
        messages.success(request, done)
        return see_other(self._screen(report) + (f"?{PRESSED}={way}-{part.pk}" if way else ""))

    def announce(self, request, pk):
        """Let readers know the hour of a planned part, or no longer."""
        report = self._changeable(request, pk)
        key = request.POST.get("announce") or request.POST.get("conceal")
        part = get_object_or_404(Article, pk=_number(key), report=report)
        part = publishing.announce(part, "announce" in request.POST)
        done = (
            _("Readers learn when this part opens, and nothing else of it.")
            if part.is_announced
            else _("Readers are not told when this part opens.")
        )
        self.log_change(request, part, done)
        messages.success(request, done)
        return see_other(self._screen(report))

    def next_part(self, request, pk):
        """Begin the next part and open its form."""
        report = get_object_or_404(Report, pk=pk)
        if not request.user.has_perm("articles.add_article"):
            raise PermissionDenied
        part = continuing.next_part(report, request.user)
        messages.success(request, _("Saved as a draft. Give it its own headline and write on."))
        return see_other(reverse("admin:articles_article_change", args=[part.pk]))

    def _changeable(self, request, pk) -> Report:
        report = get_object_or_404(Report, pk=pk)
        if not self.has_change_permission(request, report):
            raise PermissionDenied
        return report

    def _refused(self, request, report, error):
        for sentence in error.messages:
            messages.error(request, sentence)
        return see_other(self._screen(report))

    def _screen(self, report) -> str:
        return reverse("admin:articles_report_change", args=[report.pk])


def _number(text: str | None) -> int:
    """0 for what is no key of ours: nothing has it."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else 0


def _numbers(text: str | None) -> list[int]:
    return [_number(part) for part in (text or "").split(",")]
