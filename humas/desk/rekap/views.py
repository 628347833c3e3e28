"""*Rekap*: any list of stories, the monthly report, and one person's work, to read, print and hand in."""

from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from humas.desk.rekap import paper
from humas.desk.rekap.as_docx import docx
from humas.desk.rekap.as_xlsx import xlsx
from humas.desk.rekap.forms import FORMATS, MonthForm, OwnForm, StoriesForm

MOST_SHOWN = 200
MOST = 5_000
"""So many lines are in one file; who needs more asks for fewer days."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
FILES = {
    "docx": (docx, f"{_OFFICE}.wordprocessingml.document"),
    "xlsx": (xlsx, f"{_OFFICE}.spreadsheetml.sheet"),
}


@require_safe
@permission_required("articles.view_article", raise_exception=True)
def recap(request):
    return _answer(request, "rekap", _("Recap"), StoriesForm(request.GET), paper.recap)


@require_safe
@permission_required("articles.view_article", raise_exception=True)
def monthly(request):
    return _answer(request, "rekap_month", _("Monthly report"), MonthForm(request.GET), paper.monthly)


@require_safe
@permission_required("articles.view_article", raise_exception=True)
def own(request):
    may_choose = request.user.has_perm("articles.publish_article") or request.user.has_perm("accounts.view_user")
    form = OwnForm(request.GET, user=request.user, may_choose=may_choose)
    return _answer(request, "rekap_own", _("My stories"), form, paper.own)


def _answer(request, here, title, form, make):
    """A file or a page to print where one was asked for, else the screen; with a sentence for what makes no sense."""
    wanted = request.GET.get("bentuk", "")
    if wanted and wanted not in FORMATS:
        form.add_error(None, _("A recap is there as docx, xlsx or cetak."))
    made = make(form, MOST if wanted else MOST_SHOWN) if form.is_valid() else None
    if made and wanted and made.has_more:
        words = {"count": made.count, "most": MOST}
        form.add_error(None, _("These are %(count)d stories; one file holds %(most)d. Ask for fewer days.") % words)
        made = None
    if made and wanted in FILES:
        return _file(made, wanted)
    context = {"paper": made, "title": title, "here": here, "form": form}
    if made and wanted:
        back = f"{reverse(f'admin:{here}')}?{urlencode(form.asked)}"
        return render(request, "admin/rekap/print.html", context | {"back": back})
    if made:
        context["formats"] = {kind: f"?{urlencode(form.asked | {'bentuk': kind})}" for kind in FORMATS}
        if made.period.is_month:
            context |= {"earlier": _link(form, made.period.before), "later": _link(form, made.period.after)}
    return render(request, "admin/rekap/recap.html", {**admin.site.each_context(request), **context})


def _file(made, kind):
    write, content_type = FILES[kind]
    response = HttpResponse(write(made), content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{made.name}.{kind}"'
    return response


def _link(form, month):
    """(address, name) of the same for another month; None for one that has not begun."""
    return (f"?{urlencode(form.asked | {'bulan': month.key})}", str(month)) if month.has_begun else None
