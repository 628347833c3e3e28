"""*Laporan bulanan Humas*, and the settings of who signs it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import publishing
from articles.models import Category
from comments import moderation
from comments.models import Decision, Status
from humas.base.models import Newsroom
from tests.articles.factories import photo, report
from tests.comments.factories import comment
from tests.desk.recaps import at, lines, story, words_of

MONTHLY = "/admin/rekap/bulanan/"
OCTOBER = {"bulan": "2026-10"}
SIGNATORY = {
    "signatory_office": "Kepala Bagian Protokol",
    "signatory_name": "Maria Uji, S.Sos., M.Si.",
    "signatory_rank": "Pembina (IV/a)",
    "signatory_nip": "197503122000031004",
}


@pytest.fixture
def desk(signed_in):
    return signed_in("Pimpinan")


def totals(client, asked=OCTOBER) -> dict[str, tuple[str, str, str]]:
    """What the screen says: label → (the month before, the month, the difference)."""
    page = client.get(MONTHLY, asked).content.decode()
    table = page[page.index("recap-totals") : page.index("</table>")]
    rows = re.findall(r'<th scope="row">([^<]*)</th>' + r'\s*<td class="number">([^<]*)</td>' * 3, table)
    return {row[0]: row[1:] for row in rows}


def printed(client, asked=OCTOBER) -> list[str]:
    return lines(client.get(MONTHLY, asked | {"bentuk": "docx"}))


def test_stories_are_counted_by_category_beside_the_month_before(desk):
    fish = Category.objects.create(name="Perikanan", slug="perikanan")
    told = report()
    one = photo()
    story("2026-09-30 23:59", "September", category=fish)
    story("2026-10-01 00:00", "Tepat awal", category=fish, report=told, lead_photo=one)
    story("2026-10-31 23:59", "Menit terakhir", report=told, lead_photo=one)
    story("2026-11-01 00:00", "November")
    found = totals(desk)
    assert found[_("Stories published")] == ("1", "2", "+1")
    assert found["Perikanan"] == ("1", "1", "0")
    assert found[_("Without a category")] == ("0", "1", "+1")
    assert found[_("Parts of reports")] == ("0", "2", "+2")
    assert found[_("Photos shown with the stories")] == ("0", "1", "+1")
    assert totals(desk, {"bulan": "2026-11"})[_("Stories published")] == ("2", "1", "−1")


def test_withdrawn_stories_are_counted_and_named_but_not_listed(desk):
    gone = publishing.withdraw(story("2026-10-02 08:00", "Angka Keliru"), reason="Keliru.")
    here = timezone.localtime(gone.withdrawn_at)
    month = {"bulan": f"{here:%Y-%m}"}
    assert totals(desk, month)[_("Stories withdrawn")][1] == "1"
    page = desk.get(MONTHLY, month).content.decode()
    assert "Angka Keliru" in page[page.index("recap-withdrawn") :]
    assert 'recap-headline">Angka' not in page
    assert any("Angka Keliru" in line for line in printed(desk, month))
    publishing.bring_back(gone)
    assert totals(desk, month)[_("Stories withdrawn")][1] == "0"


def test_comments_are_counted_as_shown_and_refused(desk):
    told = story("2026-10-02 08:00", "Pasar")
    now = {"bulan": f"{timezone.localdate():%Y-%m}"}
    comment(told, status=Status.APPROVED)
    comment(told, status=Status.PENDING)
    refused = comment(told, status=Status.SPAM)
    comment(told, status=Status.TRASH)
    changed = comment(told, status=Status.SPAM)
    moderation.decide([changed.pk], Status.APPROVED)
    comment(told, status=Status.APPROVED, at=at("2026-10-03 08:00"))
    found = totals(desk, now)
    assert found[_("Comments shown")][1] == "2"
    assert found[_("Comments refused (spam or trash)")][1] == "2"
    assert totals(desk)[_("Comments shown")][1] == "1"
    batch = Decision.objects.get(comment_id=refused.pk).batch
    moderation.look_at_email(refused, by=desk.user)
    assert totals(desk, now)[_("Comments refused (spam or trash)")][1] == "2"
    moderation.undo(batch)
    assert totals(desk, now)[_("Comments refused (spam or trash)")][1] == "1"


def test_report_is_signed_by_whom_the_newsroom_names(desk):
    Newsroom(pk=Newsroom.ONLY, name="Humas Uji", dateline="Ba'a", address="Jalan Pasar 1\nBa'a", **SIGNATORY).save()
    found = "\n".join(printed(desk))
    today = timezone.localdate()
    assert f"Ba'a, {today.day} " in found
    for words in (*list(SIGNATORY.values())[:3], "NIP 19750312 200003 1 004", "Jalan Pasar 1 · Ba'a", "Oktober 2026"):
        assert words in found
    sheet = desk.get(MONTHLY, OCTOBER | {"bentuk": "cetak"}).content.decode()
    assert "NIP 19750312 200003 1 004" in sheet
    assert "Pembina (IV/a)" in str(words_of(desk.get(MONTHLY, OCTOBER | {"bentuk": "xlsx"}))[0])


def test_what_is_not_known_of_the_signatory_is_left_to_the_pen(desk):
    found = printed(desk)
    assert found.count("…" * 16) == 3  # office, name, rank
    assert f"NIP {'…' * 16}" in found


def test_sheet_has_totals_as_numbers_and_the_stories(desk):
    story("2026-10-01 00:00", "Tepat awal")
    answer = desk.get(MONTHLY, OCTOBER | {"bentuk": "xlsx"})
    assert answer["Content-Disposition"] == 'attachment; filename="laporan-bulanan-2026-10.xlsx"'
    summary, stories = words_of(answer)
    assert [_("Stories published"), "0", "1", "1"] in summary
    assert stories[-1][2] == "Tepat awal"


@pytest.mark.parametrize("asked", [{"bulan": "2026-13"}, {"bulan": "13"}, {"bulan": "2026-10", "bentuk": "exe"}])
def test_month_that_is_none_is_answered_with_a_sentence(desk, asked):
    page = desk.get(MONTHLY, asked)
    assert page.status_code == 200
    assert page.content.decode().count("recap-error") == 1


def test_month_of_many_stories_takes_as_many_questions_as_an_empty_one(desk):
    def questions():
        with CaptureQueriesContext(connection) as asked_for:
            assert desk.get(MONTHLY, OCTOBER).status_code == 200
        return len(asked_for)

    desk.get(MONTHLY)
    empty = questions()
    for n in range(30):
        told = story("2026-10-02 08:00", "Pasar", category=Category.objects.create(name=f"K{n}", slug=f"k{n}"))
        comment(told, status=Status.SPAM)
    assert questions() == empty <= 22


FORM = {"name": "Humas", "label_style": "part_roman"}


@pytest.mark.parametrize("nip", ["", "197503122000031004", "19750312 200003 1 004", " 19750312 200003 1 004 "])
def test_administrator_names_who_signs(signed_in, nip):
    answer = signed_in("Administrator").post("/admin/redaksi/", FORM | SIGNATORY | {"signatory_nip": nip})
    assert answer["Location"] == "/admin/redaksi/"
    assert Newsroom.current().signatory_name == "Maria Uji, S.Sos., M.Si."
    assert Newsroom.current().signatory_nip == nip.strip()


@pytest.mark.parametrize("nip", ["1975031220000310", "19750312-200003-1-004", "१" * 18, "tidak ada"])
def test_number_that_is_no_nip_is_refused_with_the_words_kept(signed_in, nip):
    answer = signed_in("Administrator").post("/admin/redaksi/", FORM | SIGNATORY | {"signatory_nip": nip})
    assert answer.status_code == 200
    assert nip in answer.content.decode()
    assert "Maria Uji" in answer.content.decode()
    assert not Newsroom.objects.filter(signatory_name="Maria Uji, S.Sos., M.Si.").exists()
