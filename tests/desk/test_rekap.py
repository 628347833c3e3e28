"""*Rekap*: any list of stories, for reading and for handing in."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import publishing
from articles.models import Category
from comments.models import Status
from tests.articles.factories import draft, photo, published_article, report
from tests.comments.factories import comment
from tests.desk.recaps import errors, headlines, story, words_of

REKAP = "/admin/rekap/"
OCTOBER = {"bulan": "2026-10"}


@pytest.fixture
def newsroom(db, settings):
    settings.SITE_URL = "https://humas.contoh.id"


@pytest.fixture
def writer(signed_in):
    return signed_in("Penulis")


def test_desk_leads_to_the_recap_and_from_there_to_a_file(writer):
    assert f'href="{REKAP}"' in writer.get("/admin/").content.decode()
    published_article()
    page = writer.get(REKAP).content.decode()
    address = re.search(r'href="(\?[^"]*bentuk=docx)"', page)[1].replace("&amp;", "&")
    assert writer.get(REKAP + address)["Content-Disposition"].endswith('.docx"')


def test_month_lists_what_readers_see_oldest_first(newsroom, writer):
    story("2026-10-20 10:00", "Kedua")
    story("2026-10-02 07:23", "Pertama")
    story("2026-11-02 07:23", "Bulan lain")
    draft(headline="Konsep")
    publishing.withdraw(story("2026-10-05 09:00", "Dicabut"), reason="Keliru.")
    publishing.put_in_bin(story("2026-10-06 09:00", "Dibuang"))
    page = writer.get(REKAP, OCTOBER)
    assert headlines(page) == ["Pertama", "Kedua"]
    assert "2 Oktober 2026, 07.23 WITA" in page.content.decode()


def test_story_under_embargo_is_in_no_recap(writer):
    now = timezone.localtime()
    hour = now + timezone.timedelta(hours=1)
    published_article(at=hour, headline="Rahasia")
    asked = {"dari": str(now.date()), "sampai": str(hour.date())}
    for kind in ("", "docx", "xlsx", "cetak"):
        answer = writer.get(REKAP, asked | {"bentuk": kind})
        assert answer.status_code == 200
        assert b"Rahasia" not in answer.content
    assert "Rahasia" not in str(words_of(writer.get(REKAP, asked | {"bentuk": "xlsx"})))


def test_month_begins_and_ends_at_midnight_of_the_newsrooms_clock(writer):
    story("2026-09-30 23:59", "Masih September")
    story("2026-10-01 00:00", "Tepat awal")
    story("2026-10-31 23:59", "Menit terakhir")
    story("2026-11-01 00:00", "Sudah November")
    assert headlines(writer.get(REKAP, OCTOBER)) == ["Tepat awal", "Menit terakhir"]
    assert headlines(writer.get(REKAP, {"dari": "2026-10-31", "sampai": "2026-10-31"})) == ["Menit terakhir"]
    assert headlines(writer.get(REKAP, {"bulan": "2026-11"})) == ["Sudah November"]


def test_open_ended_dates_and_dates_before_the_month(writer):
    story("2026-09-30 12:00", "September")
    story("2026-10-10 12:00", "Oktober")
    assert headlines(writer.get(REKAP, {"dari": "2026-10-01"})) == ["Oktober"]
    assert headlines(writer.get(REKAP, {"sampai": "2026-09-30"})) == ["September"]
    assert headlines(writer.get(REKAP, {"bulan": "2026-10", "dari": "01/09/2026", "sampai": "30/09/2026"})) == [
        "September"
    ]
    assert 'filename="rekap-berita-sejak-2026-10-01.docx"' in _name(writer, {"dari": "2026-10-01"})
    assert 'filename="rekap-berita-sampai-2026-09-30.docx"' in _name(writer, {"sampai": "2026-09-30"})


def test_category_and_writer_narrow_the_list_and_name_the_file(writer, person):
    fish = Category.objects.create(name="Perikanan & Laut", slug="perikanan")
    ina = person("Penulis", username="ina")
    story("2026-10-02 08:00", "Ikan", category=fish, author=ina)
    story("2026-10-03 08:00", "Ikan lain", category=fish)
    story("2026-10-04 08:00", "Jalan", author=ina)
    assert headlines(writer.get(REKAP, OCTOBER | {"kategori": "perikanan"})) == ["Ikan", "Ikan lain"]
    assert headlines(writer.get(REKAP, OCTOBER | {"penulis": ina.pk})) == ["Ikan", "Jalan"]
    both = OCTOBER | {"kategori": "perikanan", "penulis": ina.pk}
    assert headlines(writer.get(REKAP, both)) == ["Ikan"]
    assert 'filename="rekap-berita-perikanan-laut-ina-tercetak-2026-10.docx"' in _name(writer, both)


def _name(client, asked) -> str:
    return client.get(REKAP, asked | {"bentuk": "docx"})["Content-Disposition"]


def test_line_says_who_wrote_and_photographed_and_how_many_replied(newsroom, writer, person):
    ina = person("Penulis", username="ina")
    told = story("2026-10-02 08:00", "Ikan", author=ina, lead_photo=photo(credit="Yance Foto"))
    story("2026-10-03 08:00", "Atas nama", author=ina, byline="Tim Humas")
    for status in (Status.APPROVED, Status.APPROVED, Status.SPAM, Status.PENDING):
        comment(told, status=status)
    row, other = [cells[:7] for cells in words_of(writer.get(REKAP, OCTOBER | {"bentuk": "xlsx"}))[0][-2:]]
    assert row[4] == f"ina tercetak\n{_('Photo: %(name)s') % {'name': 'Yance Foto'}}"
    assert row[5] == f"https://humas.contoh.id{told.get_absolute_url()}"
    assert row[6] == "2"
    assert other[4] == "Tim Humas"


def test_part_of_a_report_bears_its_label(writer):
    journey = report()
    story("2026-10-02 08:00", "Musyawarah", report=journey)
    story("2026-10-03 08:00", "Musyawarah lanjut", report=journey)
    assert headlines(writer.get(REKAP, OCTOBER)) == ["Musyawarah (Part I)", "Musyawarah lanjut (Part II)"]


@pytest.mark.parametrize(
    "asked",
    [
        {"bulan": "2026-13"},
        {"bulan": "2026-00"},
        {"bulan": "0000-01"},
        {"bulan": "9999-12"},
        {"bulan": "kemarin"},
        {"bulan": "२०२६-०१"},
        {"bulan": "2026-10\x00"},
        {"dari": "2026-10-02", "sampai": "2026-10-01"},
        {"dari": "31/02/2026"},
        {"dari": "besok\x00"},
        {"sampai": "9999-12-31"},
        {"dari": "0001-01-01"},
        {"kategori": "tidak-ada"},
        {"kategori": "\x00"},
        {"penulis": "99999999999999999999999"},
        {"penulis": "\x00'; --"},
        {"bentuk": "pdf"},
        {"bentuk": "../docx"},
    ],
)
@pytest.mark.parametrize("kind", ["", "docx"])
def test_what_makes_no_sense_is_answered_with_a_sentence_and_the_form(writer, asked, kind):
    page = writer.get(REKAP, {"bentuk": kind} | asked)
    assert page.status_code == 200
    assert len(errors(page)) == 1
    assert 'name="bulan"' in page.content.decode()
    assert "recap-file" not in page.content.decode()


def test_what_was_asked_stays_in_the_form_and_in_the_links(writer):
    Category.objects.create(name="Perikanan", slug="perikanan")
    page = writer.get(REKAP, {"dari": "01/10/2026", "sampai": "2026-10-15", "kategori": "perikanan"}).content.decode()
    assert 'value="2026-10-01"' in page
    assert '<option value="perikanan" selected>' in page
    assert "?dari=2026-10-01&amp;sampai=2026-10-15&amp;kategori=perikanan&amp;bentuk=xlsx" in page
    assert "1–15 Oktober 2026" in page


def test_months_lead_to_each_other_but_not_into_the_future(writer):
    page = writer.get(REKAP, OCTOBER).content.decode()
    assert 'href="?bulan=2026-09"' in page
    assert 'href="?bulan=2026-11"' in page
    assert re.findall(r'href="\?bulan=[\d-]+">[^<]* ›', writer.get(REKAP).content.decode()) == []


def test_hundred_stories_take_as_many_questions_as_one(writer, person):
    kinds = [OCTOBER | {"bentuk": kind} for kind in ("", "docx", "xlsx", "cetak")]
    _fill(1, person)
    writer.get(REKAP)
    one = [_questions(writer, asked) for asked in kinds]
    _fill(99, person)
    assert [_questions(writer, asked) for asked in kinds] == one
    assert max(one) <= 12
    assert len(headlines(writer.get(REKAP, OCTOBER))) == 100


def _fill(count, person):
    for n in range(count):
        told = story(
            "2026-10-02 07:23",
            "Pasar",
            author=person("Penulis"),
            category=Category.objects.create(name=f"K{n} dari {count}", slug=f"k{n}-{count}"),
            lead_photo=photo(credit="Yance"),
            report=report(),
        )
        comment(told, status=Status.APPROVED)


def _questions(client, asked) -> int:
    with CaptureQueriesContext(connection) as asked_for:
        assert client.get(REKAP, asked).status_code == 200
    return len(asked_for)


def test_long_list_is_cut_on_the_screen_and_whole_in_the_file(writer, monkeypatch):
    monkeypatch.setattr("humas.desk.rekap.views.MOST_SHOWN", 2)
    for n in range(3):
        story(f"2026-10-0{n + 1} 08:00", f"Berita {n}")
    page = writer.get(REKAP, OCTOBER)
    assert headlines(page) == ["Berita 0", "Berita 1"]
    assert "recap-more" in page.content.decode()
    assert len(headlines(writer.get(REKAP, OCTOBER | {"bentuk": "cetak"}))) == 3


def test_more_than_a_file_holds_is_refused_with_the_way_out(writer, monkeypatch):
    monkeypatch.setattr("humas.desk.rekap.views.MOST", 2)
    for n in range(3):
        story(f"2026-10-0{n + 1} 08:00", f"Berita {n}")
    page = writer.get(REKAP, OCTOBER | {"bentuk": "xlsx"})
    assert page.status_code == 200
    assert len(errors(page)) == 1


@pytest.mark.parametrize("group", ["Penulis", "Redaktur", "Moderator", "Administrator", "Pimpinan"])
@pytest.mark.parametrize("path", ["", "bulanan/", "saya/"])
def test_everybody_at_the_desk_may_read_recaps(signed_in, group, path):
    assert signed_in(group).get(REKAP + path).status_code == 200


@pytest.mark.parametrize("path", ["", "bulanan/", "saya/"])
def test_nobody_else_reads_or_writes_them(client, signed_in, path):
    assert client.get(REKAP + path)["Location"].startswith("/admin/login/")
    assert signed_in().get(REKAP + path).status_code == 403
    assert signed_in("Redaktur").post(REKAP + path).status_code == 405


def test_recaps_are_kept_by_nobody(writer):
    assert writer.get(REKAP, {"bentuk": "xlsx"})["Cache-Control"].count("no-store") == 1
