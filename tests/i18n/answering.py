"""What the desk says of answering, handing on, closing parts and notes; and what readers see of it."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from comments import answers, moderation, offices, redaction
from comments.models import Comment, Forwarding, Office, Status
from tests.conftest import Reader
from tests.i18n.desk import at_desk
from tests.i18n.newsroom import Desk, said
from tests.i18n.public import text


def pages(desk: Desk) -> Iterator[tuple[str, str]]:
    see, moderator = at_desk(desk.people["Moderator"]), desk.people["Moderator"]
    made = said(desk.story, body="Zzkata 081234567890 zz.")
    base = f"antrean/{made.pk}"
    for room in ("jawab", "teruskan", "sunting"):
        yield see(f"{base}/{room}/")
        yield see(f"{base}/{room}/", {})
        yield see(f"antrean/999999/{room}/", {"text": "zz", "reason": "zz", "note": "zz"})
        yield see(f"antrean/{desk.by_status['withdrawn'].pk}/{room}/")
    yield see("antrean/diteruskan/")
    yield from forwarded(desk, see, base)
    yield from answered(desk, see, base, made)
    yield from closed(desk, see, base, made, moderator)
    for words in ("", "z" * 1001, "zz"):
        yield see(f"{base}/catatan/", {"text": words})
    reader = Reader()
    yield "a story with an answer, an office and a gap", text(reader.get(desk.story.get_absolute_url()))
    yield "a receipt with all of it", text(reader.get(f"/tanggapan/{made.plain_receipt}/"))


def forwarded(desk, see, base):
    due = timezone.localdate() + timedelta(days=9)
    sent = {"office": desk.office.pk, "due_on": due, "note": "Zzcatatan", "is_public": "on", "act": "teruskan"}
    yield see(f"{base}/teruskan/", sent | {"due_on": "zz", "office": ""})
    yield see(f"{base}/teruskan/", sent | {"due_on": "2001-01-01"})
    yield see(f"{base}/teruskan/", sent)
    row = Forwarding.objects.get()
    yield see(f"{base}/teruskan/{row.pk}/cetak/")
    for act in ("sembunyi", "tampak", "selesai", "selesai"):
        yield see(f"{base}/teruskan/", {"forwarding": row.pk, "act": act})
    other = said(desk.story)
    for number in range(2):
        office = Office.objects.create(name=f"Zzkantor{number}")
        late = offices.forward(other, office, by=desk.operator, due_on=due)
        Forwarding.objects.filter(pk=late.pk).update(due_on=timezone.localdate() - timedelta(days=2))
    yield see("antrean/diteruskan/")
    yield see(f"antrean/{other.pk}/teruskan/")
    Forwarding.objects.filter(comment=made_of(base)).update(ended_at=None)
    yield see("antrean/?tampilan=perlu-dibaca")
    Office.objects.update(is_offered=False)
    yield see(f"{base}/teruskan/")


def answered(desk, see, base, made):
    yield see(f"{base}/jawab/", {"text": "Zz.", "act": "kirim"})
    yield see(f"{base}/jawab/", {"text": "z" * 5001, "act": "tayangkan"})
    moderation.decide([made.pk], Status.TRASH, by=desk.operator)
    yield see(f"{base}/jawab/", {"text": "Zz.", "act": "tayangkan", "seen": "0"})
    yield see(f"{base}/jawab/", {"text": "Zz.", "act": "masukkan", "simpanan": desk.saved.pk})
    for _press in range(2):
        yield see(f"{base}/jawab/", {"text": "Zzjawaban.", "act": "tayangkan"})
    (given,) = answers.shown_under(made.pk)
    yield see(f"antrean/{given.pk}/jawab/")
    for _press in range(2):
        yield see(f"{base}/jawab/", {"answer": given.pk, "act": "cabut"})
    Comment.objects.filter(pk=made.pk).update(is_hidden=True)
    yield see(f"{base}/jawab/", {"text": "Zz.", "act": "kirim"})
    Comment.objects.filter(pk=made.pk).update(is_hidden=False)
    yield see(f"antrean/{said(desk.withdrawn).pk}/jawab/")
    yield see(f"{base}/jawab/", {"text": "Zzjawaban.", "act": "kirim"})


def closed(desk, see, base, made, moderator):
    for word in ("081234567890", "zztidakada"):
        yield see(f"{base}/sunting/", {"kata": word, "act": "cari"})
    yield see(f"{base}/sunting/", {"bagian": "zz"})
    sent = {"base": "0", "words": redaction.print_of(made.body)}
    yield see(f"{base}/sunting/", sent | {"act": "pribadi"})
    yield see(f"{base}/sunting/", sent | {"act": "tutup", "reason": "zz"})
    last = {"base": redaction.newest(made.pk).pk}
    yield see(f"{base}/sunting/", sent | last | {"act": "pribadi"})
    yield see(f"{base}/sunting/", sent | last | {"act": "tutup", "reason": "zz", "words": "zz"})
    yield see(f"{base}/sunting/", sent | last | {"act": "tutup", "reason": "Zzalasan"})
    last = {"base": redaction.newest(made.pk).pk}
    mended = said(desk.story)
    redaction.redact(mended.pk, [(0, 3)], by=moderator, reason="Zz", base=0, words=redaction.print_of(mended.body))
    moderation.edit(mended.pk, "Zzlain.")
    yield see(f"antrean/{mended.pk}/sunting/")
    redaction.redact(made.pk, [(7, 19)], by=moderator, reason="Zz", base=last["base"], words=sent["words"])


def made_of(base: str) -> int:
    return int(base.split("/")[1])
