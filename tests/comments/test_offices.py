"""*Teruskan ke dinas*: who has a comment, until when, what was sent there, and what readers are told."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from comments import offices
from comments.models import Comment, Forwarding, Holiday, Status
from humas.base.models import Newsroom
from tests.comments.answering import answer, close, office, pass_on
from tests.comments.factories import comment
from tests.comments.page import Page

ADDRESS = "rahasia.sekali@contoh.id"


@pytest.fixture
def shown(article):
    return comment(article, status=Status.APPROVED, email=ADDRESS, body="Air mati di RT 3. Hubungi 0812-3456-7890.")


def sent_text(client, made):
    row = Forwarding.objects.latest("pk")
    page = Page(client.get(f"/admin/antrean/{made.pk}/teruskan/?ke={row.pk}"))
    return "".join(page.by_id("teks-dinas").pieces)


def test_text_for_the_office_holds_what_it_needs_and_no_personal_data(shown, article, moderator, site_url):
    pass_on(moderator, shown, note="Mohon dicek.")

    text = sent_text(moderator, shown)
    for part in (shown.short_number, article.heading, site_url + article.get_absolute_url(), "Air mati di RT 3.",
                 shown.name, "Mohon dicek.", "Dinas Pekerjaan Umum", Newsroom.current().name):  # fmt: skip
        assert part in text
    assert "Hubungi ▇▇▇▇." in text
    assert "▇▇▇▇ menggantikan data pribadi" in text
    assert "0812" not in text
    assert "rahasia" not in text.lower()


def test_text_leaves_out_the_name_nobody_reads_yet_and_what_was_closed(article, moderator):
    waiting = comment(article, name="Yosefina Bria", body="Kata Yohanes airnya mati.")
    close(moderator, waiting, "Yohanes")
    pass_on(moderator, waiting)

    text = sent_text(moderator, waiting)
    assert "Yosefina" not in text
    assert "Yohanes" not in text
    assert "[bagian ini ditutup redaksi]" in text


def test_sheet_for_the_office_holds_the_same_text(shown, moderator):
    pass_on(moderator, shown)
    row = Forwarding.objects.get()

    page = Page(moderator.get(f"/admin/antrean/{shown.pk}/teruskan/{row.pk}/cetak/"))

    assert shown.short_number in page.one("div", **{"class": "paper-words"}).text
    assert "0812" not in page.html
    assert moderator.get(f"/admin/antrean/{comment(shown.article).pk}/teruskan/{row.pk}/cetak/").status_code == 404
    assert moderator.get(f"/admin/antrean/{'9' * 30}/teruskan/{'9' * 30}/cetak/").status_code == 404


def test_writer_is_told_and_readers_only_where_it_is_ticked(shown, article, moderator, reader):
    pass_on(moderator, shown)
    told = f"Diteruskan ke Dinas Pekerjaan Umum pada {timezone.localdate():%-d}"

    assert told in Page(reader.get(f"/tanggapan/{shown.plain_receipt}/")).html
    assert told not in reader.get(article.get_absolute_url()).content.decode()

    row = Forwarding.objects.get().pk
    moderator.post(f"/admin/antrean/{shown.pk}/teruskan/", {"act": "tampak", "forwarding": row})
    assert told in Page(reader.get(article.get_absolute_url())).by_id(f"komentar-{shown.pk}").text

    moderator.post(f"/admin/antrean/{shown.pk}/teruskan/", {"act": "sembunyi", "forwarding": row})
    assert told not in reader.get(article.get_absolute_url()).content.decode()


def test_receipt_of_a_waiting_comment_says_that_an_office_has_it(article, moderator, reader):
    waiting = comment(article)
    pass_on(moderator, waiting)

    page = Page(reader.get(f"/tanggapan/{waiting.plain_receipt}/"))
    assert page.one("p", **{"class": "receipt-state"}).text == "Diteruskan ke Dinas Pekerjaan Umum"


@pytest.mark.django_db
def test_office_has_five_working_days_without_weekends_and_holidays():
    Holiday.objects.create(name="Libur", first_day=date(2026, 12, 8), last_day=date(2026, 12, 9))
    tuesday = timezone.make_aware(datetime(2026, 12, 1, 10))

    assert offices.usual_due(tuesday) == date(2026, 12, 10)


def test_what_offices_have_not_answered_is_listed_the_longest_overdue_first(article, moderator):
    made = [comment(article, body=f"Soal {n}.") for n in range(3)]
    for each in made:
        pass_on(moderator, each)
    today = timezone.localdate()
    for each, days in zip(made, (2, 9, 0), strict=True):
        Forwarding.objects.filter(comment=each).update(due_on=today - timedelta(days=days))

    page = Page(moderator.get("/admin/antrean/diteruskan/"))
    items = [item.text for item in page.all("li") if "Soal" in item.text]
    assert [next(n for n in "012" if f"Soal {n}." in item) for item in items] == ["1", "0", "2"]
    assert "lewat 9 hari" in items[0]
    assert "lewat" not in items[2]
    assert "Lewat waktu: 2." in page.html
    assert offices.counts() == (3, 2)


def test_desk_says_how_many_answers_offices_owe(article, moderator, signed_in):
    assert "dari dinas" not in moderator.get("/admin/").content.decode()
    pass_on(moderator, comment(article))
    Forwarding.objects.update(due_on=timezone.localdate() - timedelta(days=1))

    waits = Page(moderator.get("/admin/")).one("section", **{"class": "desk-waits"})
    assert "1 jawaban ditunggu dari dinas, lewat waktu: 1" in waits.text
    assert "dari dinas" not in signed_in("Redaktur").get("/admin/").content.decode()


def test_list_asks_as_often_for_sixty_as_for_one(article, moderator, django_assert_max_num_queries):
    pass_on(moderator, comment(article))
    moderator.get("/admin/antrean/diteruskan/")
    with django_assert_max_num_queries(12) as for_one:
        moderator.get("/admin/antrean/diteruskan/")
    rows = [comment(article) for _n in range(60)]
    Forwarding.objects.bulk_create(
        Forwarding(comment=each, office=office(), by=moderator.user, due_on=timezone.localdate()) for each in rows
    )

    with django_assert_max_num_queries(len(for_one)):
        moderator.get("/admin/antrean/diteruskan/")


def test_forwarding_is_ended_by_hand_by_an_answer_or_by_its_writer(article, moderator):
    by_hand, answered, withdrawn = (comment(article, status=Status.APPROVED) for _n in range(3))
    for each in (by_hand, answered, withdrawn):
        pass_on(moderator, each)
    row = Forwarding.objects.get(comment=by_hand)

    moderator.post(f"/admin/antrean/{by_hand.pk}/teruskan/", {"act": "selesai", "forwarding": row.pk})
    answer(moderator, answered)
    Comment.objects.filter(pk=withdrawn.pk).update(status=Status.WITHDRAWN)

    row.refresh_from_db()
    assert row.ended_by == moderator.user
    assert list(offices.open_ones()) == []
    assert offices.of(answered)[0].answered_at is not None


def test_one_comment_is_handed_to_several_offices_and_to_each_once(shown, moderator):
    pass_on(moderator, shown)
    pass_on(moderator, shown, office("Dinas Kesehatan"))
    pass_on(moderator, shown, days=3, note="Segera.")

    rows = {row.office.name: row for row in Forwarding.objects.all()}
    assert len(rows) == Forwarding.objects.count() == 2
    assert rows["Dinas Pekerjaan Umum"].note == "Segera."


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"office": ""}, "Pilih dinasnya dulu."),
        ({"office": "987654"}, ""),
        ({"due_on": ""}, "Pilih harinya."),
        ({"due_on": "besok"}, "Tulis harinya seperti"),
        ({"due_on": "2001-01-01"}, "Pilih hari mulai hari ini"),
        ({"due_on": "2999-01-01"}, "Pilih hari mulai hari ini"),
        ({"note": "z" * 501}, ""),
    ],
)
def test_forwarding_that_cannot_be_is_refused_with_the_words_kept(shown, moderator, fields, sentence):
    response = pass_on(moderator, shown, **({"note": "Catatan saya."} | fields))

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert fields.get("note", "Catatan saya.") in response.content.decode()
    assert not Forwarding.objects.exists()


def test_office_no_longer_offered_and_withdrawn_comments_are_refused(article, shown, moderator):
    assert pass_on(moderator, shown, office("Lama", is_offered=False)).status_code == 422
    assert pass_on(moderator, comment(article, status=Status.WITHDRAWN)).status_code == 422
    assert not Forwarding.objects.exists()


def test_renaming_an_office_reaches_the_pages_that_name_it(shown, article, moderator, reader):
    pass_on(moderator, shown, is_public="on")
    reader.get(article.get_absolute_url())

    moderator.post(f"/admin/comments/office/{office().pk}/change/", {"name": "Dinas PUPR", "is_offered": "on"})

    assert "Diteruskan ke Dinas PUPR" in reader.get(article.get_absolute_url()).content.decode()
