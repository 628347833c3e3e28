"""The search of the queue: words, names, numbers, sites, and an address by its digest alone."""

import itertools
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from comments import by_writer, moderation, numbers
from comments.models import Comment, Decision, Status
from comments.models.decision import Act
from comments.purging import purge
from comments.queue import index, search
from comments.queue.filters import Filter
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.page import Page

MODERATOR = SimpleNamespace(pk=0, has_perm=lambda _right: True)

QUEUE, SEARCH = "/admin/antrean/", "/admin/antrean/cari/"


def found(words, **keys):
    asked = Filter.read(SimpleNamespace(method="GET", GET={"cari": words} | keys, user=MODERATOR))
    pks = [one.pk for one in asked.page().rows]
    assert asked.rows().count() == len(pks)
    return pks


@pytest.fixture
def three(article):
    return [
        comment(article, body="Jembatan gantung di Oelua sudah lapuk, mohon diperbaiki!", name="Ina Lontar").pk,
        comment(article, body="Daftar di situs-gacor88.example sekarang", website="https://ratu.example/a_b").pk,
        comment(article, body="Lapuk benar jembatan itu. Panggil 0812-3456-7890.", name="José Tiro").pk,
    ]


@pytest.mark.wordpress("2d Sort, filter, search")
@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("jembatan", {0, 2}),
        ("LAPUK Jembatan", {0, 2}),
        ("jemb lap oel", {0}),
        ("“jembatan” & lapuk*", {0, 2}),
        ('"lapuk jembatan"', {0, 2}),
        ("lontar", {0}),
        ("josé", {2}),
        ("gacor88", {1}),
        ("situs-gacor88.example", {1}),
        ("ratu.example", {1}),
        ("b", {1, 2}),
        ("0812 3456", {2}),
        ("7890", {2}),
        ("batan", set()),
        ("jembatan NOT lapuk", set()),
        ("jembatan OR pasar", set()),
    ],
)
def test_words_are_found_in_any_order_and_when_only_begun(three, words, places):
    assert set(found(words)) == {three[place] for place in places}


def test_newest_of_what_is_found_stands_first(three):
    assert found("jembatan") == [three[2], three[0]]


def test_search_stays_in_its_view(three):
    moderation.decide([three[0]], Status.SPAM)

    assert found("jembatan") == [three[2]]
    assert found("jembatan", tampilan="spam") == [three[0]]
    assert found("jembatan", tampilan="spam", dari="2001-01-01", sampai="2001-01-02") == []


def test_words_that_were_mended_are_found_and_the_old_ones_are_not(article):
    made = comment(article, body="Kata lama.")
    by_writer.edit(made.pk, "Kata baru.")

    assert (found("lama"), found("baru")) == ([], [made.pk])


def test_word_spelt_like_a_number_is_a_word(article):
    pk = next(pk for pk in itertools.count(1) if numbers.of(pk).removeprefix("KMT-").isalpha())
    made, word = comment(article), numbers.of(pk).removeprefix("KMT-")
    made.pk, made.same_key, made.receipt_digest = pk, None, None
    made.save(force_insert=True)
    assert found(word) == [pk]

    other = comment(article, body=f"Soal {word.lower()} itu.")

    assert found(word) == [other.pk]
    assert found(f"kmt-{word}") == [pk]


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@example("' OR 1=1 --")
@example('"')
@example("a* AND (b NEAR/2 c) ^d -e {body}: f")
@example("\0\x1f\ud800")
@example("':* & | ! <-> \\'")
@example("𝟘𝔸 ² ½ ₿ ٣ 中文 ̈a 🎰")
@given(st.text(max_size=60))
def test_any_text_is_a_valid_search(db, text):
    if search.words_of(text):
        assert found(text) == [] or Comment.objects.exists()
    else:
        assert found(text) == []


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(max_codepoint=0x24F, categories=("L", "N")), min_size=1, max_size=12))
def test_every_word_of_our_letters_finds_itself(db, word):
    """Letters of Europe and the digits; both databases part and fold them alike."""
    ours = search.words_of(word)
    with transaction.atomic():
        made = comment(published_article(), body=f"Soal {' '.join(ours)} itu.")
        assert found(f"soal {word}") == [made.pk]
        transaction.set_rollback(True)


def test_erased_words_leave_the_index_too(transactional_db):
    made = comment(published_article(), body="Rahasiaku tentang kambing.", status=Status.TRASH)
    words = {
        "sqlite": "SELECT COUNT(*) FROM comments_search_data WHERE instr(block, CAST('ahasiaku' AS BLOB))",
        "postgresql": "SELECT COUNT(*) FROM comments_search WHERE comments_search::text LIKE '%ahasiaku%'",
    }[connection.vendor]
    assert _count(words) == 1

    purge(made.created_at + timezone.timedelta(days=400))

    assert _count(words) == 0
    assert not index.differs()


def _count(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


@pytest.mark.wordpress("2d Sort, filter, search")
def test_moderator_finds_a_writer_by_the_address_and_the_record_says_so(moderator, article):
    old = comment(article, email="ina@contoh.id")
    new = comment(article, email="ina@contoh.id", status="spam")
    comment(article, email="lain@contoh.id")

    response = moderator.post(SEARCH, {"cari": " INA@contoh.id ", "tampilan": "perlu-dibaca"})

    assert response.status_code == 303
    assert response["Location"] == f"{QUEUE}?tampilan=spam&penulis={new.pk}"
    line = Decision.objects.latest("pk")
    assert (line.comment_id, line.act, line.by) == (new.pk, Act.EMAIL_SEEN, moderator.user)
    assert line.reason == "Dicari dengan alamat emailnya."
    page = moderator.get(response["Location"]).content.decode()
    assert "contoh.id" not in page
    assert [one.pk for one in Filter.read(_request(penulis=str(new.pk))).page().rows] == [old.pk]


def _request(**keys):
    return SimpleNamespace(method="GET", GET=keys, user=MODERATOR)


def test_address_nobody_wrote_from_is_told_and_leaves_no_line(moderator, article):
    comment(article)

    response = moderator.post(SEARCH, {"cari": "siapa@contoh.id"}, follow=True)

    assert "Tidak ada komentar dari alamat email itu" in response.content.decode()
    assert "siapa@contoh.id" not in response.content.decode()
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("group", ["Redaktur", "Pimpinan", "Administrator"])
def test_others_may_not_search_for_an_address(signed_in, article, group):
    comment(article, email="ina@contoh.id")
    client = signed_in(group)

    told = [client.post(SEARCH, {"cari": address}, follow=True) for address in ("ina@contoh.id", "tidak@contoh.id")]

    assert [response.redirect_chain[0][0] for response in told] == [f"{QUEUE}?tampilan="] * 2
    assert all("Hanya moderator yang boleh mencari alamat email" in response.content.decode() for response in told)
    assert Decision.objects.count() == 0


def test_address_in_the_address_of_the_page_finds_nothing_and_is_not_shown_again(moderator, article):
    comment(article, email="ina@contoh.id", body="Kata ina contoh id.")

    page = moderator.get(QUEUE, {"cari": "ina@contoh.id"}).content.decode()

    assert "ina@contoh.id" not in page
    assert "Ketik di kotak pencarian" in page


def test_words_typed_into_the_box_lead_to_what_they_find_where_one_stood(moderator, article):
    made = comment(article, status="spam")

    response = moderator.post(SEARCH, {"cari": "jembatan", "tampilan": "spam", "berita": article.pk})

    assert response["Location"] == f"{QUEUE}?tampilan=spam&cari=jembatan&berita={article.pk}"
    assert f"penulis-{made.pk}" in moderator.get(response["Location"]).content.decode()


def test_search_is_posted_by_those_who_see_the_queue(signed_in, client, moderator, article):
    assert signed_in("Penulis").post(SEARCH, {"cari": "jembatan"}).status_code == 403
    assert moderator.get(SEARCH).status_code == 405
    assert Page(client.post(SEARCH, {"cari": "jembatan"})).all("input", type="password")
