"""*Teruskan ke dinas*: handing a comment to an office, what is sent there, and what is still waited for."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from comments import offices
from comments.models import Comment, Forwarding, Office
from comments.models.comment import PRIVATE
from comments.queue import one
from humas.base.digits import as_number
from humas.base.models import Newsroom

PER_PAGE = 50
ANSWERS = "comments.answer_comment"


class ForwardForm(forms.Form):
    office = forms.ModelChoiceField(
        label=gettext_lazy("To which office?"),
        queryset=Office.objects.filter(is_offered=True),
        empty_label=gettext_lazy("Choose an office"),
        error_messages={"required": gettext_lazy("Choose the office first.")},
    )
    due_on = forms.DateField(
        label=gettext_lazy("Answer expected by"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        error_messages={
            "required": gettext_lazy("Choose a day."),
            "invalid": gettext_lazy("Write the day as 2026-12-31 or 31/12/2026."),
        },
    )
    note = forms.CharField(
        label=gettext_lazy("Note to the office"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Part of the text that is sent. Write no address and no telephone number of the writer."
        ),
    )
    is_public = forms.BooleanField(label=gettext_lazy("Say under the comment that it was passed on"), required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(ANSWERS, raise_exception=True)
def forward(request, pk):
    """
    GET: the form, all forwardings so far, and the text of one (`ke`).

    POST `act`: `teruskan`; of one `forwarding`, `selesai`, `tampak` and `sembunyi` (for readers).
    """
    comment = one.found(pk)
    if comment is None:
        return one.gone(request, request.POST.get("note", ""))
    if request.method != "POST":
        return _show(request, comment, ForwardForm(initial={"due_on": offices.usual_due()}))
    if request.POST.get("act") in ("selesai", "tampak", "sembunyi"):
        return _change(request, comment, request.POST["act"])
    form = ForwardForm(request.POST)
    if not form.is_valid():
        return _show(request, comment, form, status=422)
    data = form.cleaned_data
    try:
        made = offices.forward(
            comment,
            data["office"],
            by=request.user,
            due_on=data["due_on"],
            note=data["note"],
            is_public=data["is_public"],
        )
    except ValidationError as error:
        form.add_error(None, error)
        return _show(request, comment, form, status=422)
    except Comment.DoesNotExist:
        return one.gone(request, data["note"])
    one.say(request, _("Noted: passed on to %(office)s. Now send the text below.") % {"office": made.office.name})
    return one.here(request, "queue_forward", comment, ke=str(made.pk))


@require_safe
@permission_required(ANSWERS, raise_exception=True)
def on_paper(request, pk, number):
    """The same text on a sheet, with room for the answer."""
    comment = one.found(pk)
    if comment is None:
        return one.gone(request)
    rows = Forwarding.objects.filter(comment=comment).select_related("office")
    row = get_object_or_404(rows, pk=min(number, one.HIGHEST))
    message = offices.message(comment, row, Newsroom.current())
    return one.page(request, "forward_paper", comment, _("Pass on to an office"), forwarding=row, message=message)


@require_safe
@permission_required("comments.view_comment", raise_exception=True)
def waited_for(request):
    """What offices have not answered yet, the longest overdue first."""
    rows = offices.open_ones().select_related("office", "by", "comment__article__report")
    rows = rows.defer(*(f"comment__{name}" for name in PRIVATE))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("halaman"))
    today = timezone.localdate()
    for row in page:
        row.days_over = offices.days_over(row.due_on, today)
    context = {
        **admin.site.each_context(request),
        "title": _("Passed on, not answered yet"),
        "page": page,
        "overdue": offices.counts()[1],
        "may_answer": request.user.has_perm(ANSWERS),
    }
    return render(request, "admin/antrean/forwarded.html", context)


def _change(request, comment: Comment, act: str):
    number = as_number(request.POST.get("forwarding", ""))
    if not Forwarding.objects.filter(pk=number, comment=comment).exists():
        return one.gone(request)
    if act == "selesai":
        if offices.end(number, by=request.user):
            one.say(request, _("Ended: nothing is waited for from this office any more."))
        else:
            messages.info(request, _("This was ended already."))
    else:
        offices.set_public(number, act == "tampak")
        one.say(request, _("Readers see it now.") if act == "tampak" else _("Readers do not see it any more."))
    return one.here(request, "queue_forward", comment)


def _show(request, comment: Comment, form: ForwardForm, *, status: int = 200):
    rows = offices.of(comment)
    chosen = next((row for row in rows if str(row.pk) == request.GET.get("ke", "")), None)
    for row in rows:
        row.days_over = offices.days_over(row.due_on)
    return one.page(
        request,
        "forward",
        comment,
        _("Pass on to an office"),
        status=status,
        form=form,
        rows=rows,
        chosen=chosen,
        message=offices.message(comment, chosen, Newsroom.current()) if chosen else "",
        has_offices=Office.objects.filter(is_offered=True).exists(),
        working_days=offices.WORKING_DAYS,
        is_refused=bool(comment.official_by_id or comment.status in offices.UNSEEN),
    )
