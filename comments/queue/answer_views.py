"""*Jawaban resmi*: the newsroom answers a comment, from a saved text or from nothing, perhaps showing it as well."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from comments import answers, moderation
from comments.models import Comment, Office, SavedAnswer, Status
from comments.queue import one
from humas.base.digits import as_number


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("The answer"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "maxlength": answers.LONGEST}),
        help_text=gettext_lazy("Plain words; web addresses become links by themselves."),
    )
    office = forms.ModelChoiceField(
        label=gettext_lazy("Together with"),
        queryset=Office.objects.filter(is_offered=True),
        required=False,
        empty_label=gettext_lazy("the newsroom alone"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("comments.answer_comment", raise_exception=True)
def answer(request, pk):
    """GET: the form; `simpanan` fills it. POST `act`: `kirim`, `tayangkan`, `masukkan` (a saved text), `cabut`."""
    comment = one.found(pk)
    if comment is None:
        return one.gone(request, request.POST.get("text", ""))
    if request.method != "POST":
        again = answers.all_under(pk).filter(pk=as_number(request.GET.get("lagi", ""))).first()
        text = again.body if again else _saved(request.GET.get("simpanan", ""), comment)
        return _show(request, comment, AnswerForm(initial={"text": text}))
    act = request.POST.get("act", "")
    if act == "cabut":
        return _take_back(request, comment)
    if act == "masukkan":
        return _insert(request, comment)
    return _answer(request, comment, shows=act == "tayangkan")


def _answer(request, comment: Comment, *, shows: bool):
    form = AnswerForm(request.POST)
    if shows and not request.user.has_perm("comments.moderate_comment"):
        form.add_error(None, _("You may answer, but not decide on comments."))
    if not form.is_valid():
        return _show(request, comment, form, status=422)
    data, batch = form.cleaned_data, moderation.new_batch()
    try:
        _made, is_new = answers.answer(
            comment.pk,
            data["text"],
            by=request.user,
            office=data["office"],
            shows=shows,
            seen=one.seen_line(request, comment),
            batch=batch,
        )
    except ValidationError as error:
        form.add_error("text", error)
        return _show(request, comment, form, status=422)
    except answers.Refused as why:
        return _show(request, one.found(comment.pk) or comment, form, status=409, notice=str(why))
    except moderation.DecidedMeanwhile as meanwhile:
        fresh = one.found(comment.pk) or comment
        return _show(request, fresh, form, status=409, notice=one.who_decided(meanwhile.lines))
    except Comment.DoesNotExist:
        return one.gone(request, data["text"])
    if not is_new:
        messages.info(request, _("This answer is shown already."))
        return one.back(request, comment)
    one.say(request, _("The answer is shown under the comment."))
    return one.back(request, comment, batch=str(batch))


def _insert(request, comment: Comment):
    """Put a saved text behind what is written already; nothing is sent."""
    text = request.POST.get("text", "").strip()
    saved = _saved(request.POST.get("simpanan", ""), comment)
    values = request.POST.copy()
    values["text"] = f"{text}\n\n{saved}" if text and saved else text or saved
    return _show(request, comment, AnswerForm(initial=values.dict()))


def _take_back(request, comment: Comment):
    number = as_number(request.POST.get("answer", ""))
    is_ours = answers.all_under(comment.pk).filter(pk=number).exists()
    if is_ours and answers.take_back(number, by=request.user):
        one.say(request, _("The answer is taken back. Its words are kept below."))
    else:
        messages.info(request, _("This answer is not shown any more."))
    return one.here(request, "queue_answer", comment)


def _saved(number: str, comment: Comment) -> str:
    saved = SavedAnswer.objects.filter(pk=as_number(number)).first()
    return answers.filled(saved, comment) if saved else ""


def _show(request, comment: Comment, form: AnswerForm, *, status: int = 200, notice: str = ""):
    may_show = request.user.has_perm("comments.moderate_comment")
    given = list(answers.all_under(comment.pk))
    return one.page(
        request,
        "answer",
        comment,
        _("Official answer"),
        status=status,
        form=form,
        notice=notice,
        refusal=answers.refusal(comment, shows=may_show),
        seen=one.newest_line(comment),
        signature=answers.signature(None),
        saved=[(saved, answers.filled(saved, comment)) for saved in SavedAnswer.objects.all()],
        shown_answers=[each for each in given if each.status == Status.APPROVED],
        taken_back=[each for each in given if each.status != Status.APPROVED],
    )
