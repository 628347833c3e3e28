"""Taking parts out of a comment: chosen in the text, found by their words, or all that looks like personal data."""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comments import redaction
from comments.models import Comment
from comments.queue import one
from humas.base.cleaning import sign_by_sign
from humas.base.digits import as_number

AROUND = 24
"""Signs shown before and behind a part, so that it is known which one it is."""
MOST_SENT = 2 * redaction.MOST_SPANS


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("comments.redact_comment", raise_exception=True)
def redact(request, pk):
    """
    GET: the words and what is closed in them.

    POST `bagian` (repeatable, `start-end` in code points), `reason`, `act`: `cari` lists where `kata`
    stands and changes nothing; `pribadi` closes what is ticked and all that looks like personal data;
    `tutup` closes what is ticked, and opens the rest.
    """
    comment = one.found(pk)
    reason = request.POST.get("reason", "")
    if comment is None:
        return one.gone(request, reason)
    if request.method != "POST":
        return _show(request, comment, _spans(comment.redactions))
    ticked = _ticked(request)
    if ticked is None:
        return _show(request, comment, [], status=422, notice=_("These parts cannot be read. Choose them again."))
    act, words = request.POST.get("act", ""), request.POST.get("kata", "")
    if act == "cari":
        found = redaction.occurrences(comment.body, words)
        told = "" if found else _("These words do not stand in the comment.")
        return _show(request, comment, [*ticked, *found], notice=told, kata=words, new=found)
    if act == "pribadi":
        ticked += redaction.personal_in(comment.body)
        reason = reason.strip() or _("personal data")
    try:
        held = redaction.redact(
            pk,
            ticked,
            by=request.user,
            reason=reason,
            base=as_number(request.POST.get("base", "")),
            words=request.POST.get("words", ""),
        )
    except ValidationError as error:
        return _show(request, comment, ticked, status=422, notice=" ".join(error.messages))
    except redaction.Meanwhile as meanwhile:
        return _show(request, one.found(pk) or comment, [], status=409, notice=_meanwhile(meanwhile))
    except Comment.DoesNotExist:
        return one.gone(request, reason)
    count = len(held.redactions)
    one.say(
        request,
        _("Parts closed now: %(count)d.") % {"count": count} if count else _("Readers see all of the words again."),
    )
    return one.here(request, "queue_redact", comment)


def _meanwhile(meanwhile: redaction.Meanwhile) -> str:
    if meanwhile.by:
        return _(
            "Meanwhile %(person)s closed or opened parts. Below is how it stands now; nothing of yours was kept."
        ) % {"person": meanwhile.by}
    return _("Meanwhile the writer mended the words. Choose again in the new ones; nothing was changed.")


def _ticked(request) -> list[redaction.Span] | None:
    """The parts a form sent; None where one of them is none."""
    found = []
    for text in request.POST.getlist("bagian")[:MOST_SENT]:
        start, stroke, end = text.partition("-")
        is_number = all(part.isascii() and part.isdigit() and len(part) < 8 for part in (start, end))
        if not stroke or not is_number:
            return None
        found.append((int(start), int(end)))
    return found


def _spans(rows) -> list[redaction.Span]:
    return [(start, end) for start, end in rows]


def _show(request, comment: Comment, spans, *, status: int = 200, notice: str = "", kata: str = "", new=()):
    body = comment.body
    spans = redaction.normalised(body, spans)
    last = redaction.newest(comment.pk)
    return one.page(
        request,
        "redact",
        comment,
        _("Close a part"),
        status=status,
        notice=notice,
        kata=kata,
        reason=request.POST.get("reason", ""),
        lines=_lines(body, spans),
        parts=[_part(body, start, end) for start, end in spans],
        personal=redaction.personal_in(body),
        base=last.pk if last else 0,
        last=last,
        was_dropped=redaction.dropped(comment, last),
        words=redaction.print_of(body),
        has_new=bool(new),
        can_be=comment.status not in redaction.NOBODY_READS,
    )


def _part(body: str, start: int, end: int) -> dict:
    shown = sign_by_sign(body)
    return {
        "value": f"{start}-{end}",
        "before": shown[max(0, start - AROUND) : start],
        "text": shown[start:end],
        "after": shown[end : end + AROUND],
    }


def _lines(body: str, spans) -> list[dict]:
    """The words line by line, each with where it begins and its pieces; every sign in its place."""
    found, at = [], 0
    pieces = list(redaction.pieces(sign_by_sign(body), spans))
    line: list[redaction.Piece] = []
    begin = 0
    for piece in pieces:
        for n, part in enumerate(piece.text.split("\n")):
            if n:
                line.append(redaction.Piece("\n", piece.is_covered))
                at += 1
                found.append({"at": begin, "pieces": line})
                line, begin = [], at
            if part:
                line.append(redaction.Piece(part, piece.is_covered))
                at += len(part)
    return [*found, {"at": begin, "pieces": line}]
