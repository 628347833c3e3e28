"""The proof of one hiding: its sheet, its file, the letter it answers, and looking again."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from comments import hiding
from comments.emergency import looking
from comments.emergency import proof as proofs
from comments.emergency.forms import LetterForm
from comments.emergency.proof_docx import docx
from comments.emergency.views import MAY_HIDE
from comments.models import Hiding
from humas.base.http import see_other

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@permission_required(MAY_HIDE, raise_exception=True)
def proof(request, pk):
    """One sheet of A4; `bentuk=docx` for the file, which has every address."""
    row = _row(pk)
    if request.GET.get("bentuk") == "docx":
        made = proofs.of(row)
        response = HttpResponse(docx(made), content_type=DOCX)
        response.headers["Content-Disposition"] = f'attachment; filename="{made.name}.docx"'
        return response
    return _sheet(request, row, LetterForm.of(row))


@require_POST
@permission_required(MAY_HIDE, raise_exception=True)
def letter(request, pk):
    """Number and day of the letter, and what was found → 303; 422 with every word where the day is none."""
    row = _row(pk)
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _sheet(request, row, form, status=422)
    hiding.write_letter(row.pk, form.letter)
    return see_other(reverse("admin:emergency_proof", args=[pk]))


@require_POST
@permission_required(MAY_HIDE, raise_exception=True)
def check(request, pk):
    """Look again whether any of it is still to be seen → 303 to the sheet, which says what was found."""
    row = _row(pk)
    if row.lifted_at:
        messages.info(request, _("These comments are shown again, so there is nothing to look for."))
    else:
        looking.look_again(row, by=request.user)
    return see_other(reverse("admin:emergency_proof", args=[pk]))


def _row(pk: int) -> Hiding:
    people = ("by", "lifted_by", "checked_by")
    return get_object_or_404(Hiding.objects.select_related("article", *people), pk=min(pk, 2**63 - 1))


def _sheet(request, row: Hiding, form: LetterForm, status: int = 200):
    context = {**admin.site.each_context(request), "proof": proofs.of(row), "hiding": row, "form": form}
    return render(request, "admin/darurat/proof.html", context, status=status)
