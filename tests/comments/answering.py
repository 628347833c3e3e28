"""Acts of the newsroom on one comment, as its pages send them."""

from datetime import timedelta

from django.utils import timezone

from comments import redaction
from comments.models import Office


def office(name="Dinas Pekerjaan Umum", **fields) -> Office:
    return Office.objects.get_or_create(name=name, defaults=fields)[0]


def answer(client, comment, text="Jembatan diperbaiki bulan depan.", act="kirim", **fields):
    return client.post(f"/admin/antrean/{comment.pk}/jawab/", {"text": text, "act": act} | fields)


def pass_on(client, comment, to=None, days=7, **fields):
    due = timezone.localdate() + timedelta(days=days)
    sent = {"act": "teruskan", "office": (to or office()).pk, "due_on": due.isoformat(), "note": ""}
    return client.post(f"/admin/antrean/{comment.pk}/teruskan/", sent | fields)


def close(client, comment, *words, reason="data pribadi", **fields):
    """Close each place where these words stand, and no others."""
    places = [place for word in words for place in redaction.occurrences(comment.body, word)]
    last = redaction.newest(comment.pk)
    sent = {
        "act": "tutup",
        "bagian": [f"{start}-{end}" for start, end in places],
        "reason": reason,
        "base": last.pk if last else 0,
        "words": redaction.print_of(comment.body),
    }
    response = client.post(f"/admin/antrean/{comment.pk}/sunting/", sent | fields)
    comment.refresh_from_db()
    return response
