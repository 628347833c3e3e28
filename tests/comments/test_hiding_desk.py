"""*Darurat* at the desk: who may, one press and one confirmation, and the line while it lasts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from comments import hiding
from comments.models import Comment, Hiding
from comments.models.hiding import Scope
from humas.accounts.groups import HEADS, MODERATORS
from tests.articles.factories import published_article
from tests.comments import lineages
from tests.comments.factories import comment
from tests.comments.page import Page

PAGE = "/admin/darurat/"
LINE = "Semua komentar disembunyikan sejak"


def page_of(client, address=PAGE, **query):
    answer = client.get(address, query)
    assert answer.status_code == 200
    return Page(answer)


@pytest.fixture
def shown(article):
    return comment(article, status="approved", name="Adriana Pah", body="Pasar buka pukul enam.")


@pytest.mark.parametrize("group", ["Moderator", "Administrator", "Pimpinan"])
def test_one_press_and_one_confirmation(group, signed_in, shown, reader):
    client = signed_in(group)
    desk = page_of(client, "/admin/")
    assert [one.text for one in desk.all("a", href=PAGE)] == ["Darurat", "Darurat"]
    assert page_of(client, "/admin/antrean/").all("a", href=PAGE)
    form = page_of(client).one("form", action=f"{PAGE}semua/")
    assert [one.text for one in form.parents if one.tag == "details"] != []
    assert "1 komentar pada 1 berita hilang" in page_of(client).one("main").text

    answer = client.post(f"{PAGE}semua/")

    assert (answer.status_code, answer["Location"]) == (303, PAGE)
    assert "Adriana Pah" not in reader.get(shown.article.get_absolute_url()).content.decode()
    page = page_of(client)
    assert "1 komentar kini disembunyikan." in page.html
    assert page.all("form", action=f"{PAGE}semua/") == []
    client.post(f"{PAGE}{Hiding.objects.get().pk}/tampilkan/")
    assert "Adriana Pah" in reader.get(shown.article.get_absolute_url()).content.decode()


@pytest.mark.wordpress("2d Access")
@pytest.mark.parametrize("group", ["Penulis", "Redaktur"])
def test_nobody_else_may_press_or_is_told(group, signed_in, shown):
    client = signed_in(group)
    made, _new = hiding.hide(hiding.EVERYTHING, by=client.user)
    assert LINE not in page_of(client, "/admin/").html
    assert f'href="{PAGE}"' not in page_of(client, "/admin/").html
    assert client.get(PAGE).status_code == 403
    assert client.get(f"{PAGE}{made.pk}/bukti/").status_code == 403
    for act in ("semua/", "sebagian/", f"{made.pk}/tampilkan/", f"{made.pk}/surat/", f"{made.pk}/periksa/"):
        assert client.post(PAGE + act).status_code == 403
    made.refresh_from_db()
    assert made.lifted_at is None


def test_right_that_was_taken_away_is_gone_at_the_next_press(signed_in, shown):
    client = signed_in(HEADS)
    client.user.groups.clear()
    assert client.post(f"{PAGE}semua/").status_code == 403
    assert not Hiding.objects.exists()


def test_looking_never_acts(signed_in, shown):
    client = signed_in(MODERATORS)
    made, _new = hiding.hide(hiding.Part(Scope.STORY, article_id=shown.article_id), by=client.user)
    for act in ("semua/", "sebagian/", f"{made.pk}/tampilkan/", f"{made.pk}/surat/", f"{made.pk}/periksa/"):
        assert client.get(PAGE + act).status_code == 405
    assert Hiding.objects.get().lifted_at is None
    assert client.get(f"{PAGE}999999999999999999999/bukti/").status_code == 404
    assert client.post(f"{PAGE}{made.pk + 1}/tampilkan/").status_code == 404


def test_press_without_a_token_of_ours_does_nothing(signed_in, shown):
    client = signed_in(MODERATORS)
    client.handler.enforce_csrf_checks = True
    assert client.post(f"{PAGE}semua/").status_code == 403
    assert not Hiding.objects.exists()


def test_second_press_is_told_who_was_first(signed_in, shown):
    first, second = signed_in(HEADS), signed_in(MODERATORS)
    first.post(f"{PAGE}semua/")
    second.post(f"{PAGE}semua/")
    assert "Semua komentar sudah disembunyikan sejak" in page_of(second).html
    assert f"oleh {first.user}" in page_of(second).html
    made = Hiding.objects.get()
    first.post(f"{PAGE}{made.pk}/tampilkan/")
    second.post(f"{PAGE}{made.pk}/tampilkan/")
    assert "Komentar ini sudah ditampilkan kembali sejak" in page_of(second).html


@pytest.mark.parametrize("address", ["/admin/", "/admin/antrean/", "/admin/articles/article/", PAGE])
def test_line_stands_on_every_page_with_the_way_back(address, signed_in, shown):
    client = signed_in("Moderator")
    with CaptureQueriesContext(connection) as before:
        assert LINE not in client.get(address).content.decode()
    made, _new = hiding.hide(hiding.EVERYTHING, by=client.user)
    with CaptureQueriesContext(connection) as after:
        page = Page(client.get(address))
    line = page.one("section", **{"class": "hidden-line"})
    assert f"{LINE} " in line.text
    assert f"oleh {client.user}." in line.text
    assert line in page.all("form", action=f"{PAGE}{made.pk}/tampilkan/")[0].parents
    asked = [query["sql"] for query in after if '"comments_hiding"."scope" = \'all\'' in query["sql"]]
    assert len([sql for sql in asked if sql.startswith('SELECT "comments_hiding"')]) <= 1
    assert len(after) <= len(before) + 2


def test_page_of_somebody_who_may_not_asks_nothing(signed_in, shown):
    client = signed_in("Penulis")
    with CaptureQueriesContext(connection) as queries:
        client.get("/admin/")
    assert [query["sql"] for query in queries if "comments_hiding" in query["sql"]] == []


def test_letter_is_shown_before_it_hides(signed_in, shown, reader):
    client = signed_in(MODERATORS)
    words = (
        f"Mohon hapus http://testserver/komentar/{shown.pk}/ dan /komentar/{shown.pk + 99}/ serta https://judol.id/a"
    )
    words = words.replace("http://testserver", "")
    sent = {"cakupan": "list", "alamat": words, "nomor": "005/12/2026", "tanggal": "2026-11-03", "temuan": "Judi."}

    looked = client.post(f"{PAGE}sebagian/", sent)

    page = Page(looked)
    assert looked.status_code == 200
    assert not Hiding.objects.exists()
    assert "Bukan dari situs ini, jadi tidak ditindaklanjuti: https://judol.id/a" in page.one("main").text
    assert f"Tidak ada komentar atau berita di: /komentar/{shown.pk + 99}/" in page.one("main").text
    form = page.one("form", action=f"{PAGE}sebagian/")
    again = {one["name"]: one["value"] for one in page.all("input", type="hidden") if form in one.parents}
    assert {name: again[name] for name in sent} == sent

    done = client.post(f"{PAGE}sebagian/", sent | {"langkah": "sembunyikan"})

    made = Hiding.objects.get()
    assert done["Location"] == f"{PAGE}{made.pk}/bukti/"
    assert (made.count, made.letter_number, str(made.letter_on), made.found) == (
        1,
        "005/12/2026",
        "2026-11-03",
        "Judi.",
    )
    assert made.addresses == f"/komentar/{shown.pk}/"
    assert "Adriana Pah" not in reader.get(shown.article.get_absolute_url()).content.decode()
    client.post(f"{PAGE}sebagian/", sent | {"langkah": "sembunyikan"})
    assert Hiding.objects.count() == 1


def test_story_and_rule_are_hidden_too(signed_in, shown):
    client = signed_in("Pimpinan")
    other = comment(published_article(), status="approved", held_for=["links"])
    page = page_of(client)
    assert [one["value"] for one in page.all("option")] == ["", "links"]
    hide = {"langkah": "sembunyikan"}
    client.post(f"{PAGE}sebagian/", {"cakupan": "rule", "aturan": "links"} | hide)
    client.post(f"{PAGE}sebagian/", {"cakupan": "story", "berita": shown.article.get_absolute_url()} | hide)
    assert [(row.scope, row.count) for row in Hiding.objects.order_by("pk")] == [("rule", 1), ("story", 1)]
    assert set(Comment.objects.filter(is_hidden=True)) == {other, shown}
    page = page_of(client).one("main").text
    assert escape(shown.article.headline) in page
    assert "Komentar yang ditemukan aturan" in page


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"cakupan": "list", "alamat": " \n"}, "Tempel dulu alamat dari surat."),
        ({"cakupan": "story", "berita": "/berita/tidak-ada/"}, "Tidak ada berita di alamat ini."),
        ({"cakupan": "story", "berita": "9" * 40}, "Tidak ada berita di alamat ini."),
        ({"cakupan": "rule", "aturan": "apa:saja"}, "Pilih satu aturan."),
        ({"cakupan": "semua"}, "Pilih apa yang disembunyikan."),
        ({}, "Pilih apa yang disembunyikan."),
        ({"cakupan": "list", "alamat": "/komentar/1/", "tanggal": "kemarin"}, "Tanggal ini tidak dikenal."),
    ],
)
def test_what_makes_no_sense_is_said_and_kept(sent, sentence, signed_in, shown):
    answer = signed_in(MODERATORS).post(f"{PAGE}sebagian/", sent | {"langkah": "sembunyikan", "temuan": "Kata saya"})
    assert answer.status_code == 422
    page = Page(answer)
    assert sentence in page.one("main").text
    assert "Kata saya" in page.html
    assert not Hiding.objects.exists()


def test_nothing_shown_is_nothing_to_hide(signed_in, article):
    sent = {"cakupan": "story", "berita": str(article.pk), "langkah": "sembunyikan"}
    answer = signed_in(MODERATORS).post(f"{PAGE}sebagian/", sent)
    assert "tidak ada yang perlu disembunyikan" in Page(answer).one("main").text
    assert not Hiding.objects.exists()


def test_earlier_ones_are_listed_in_the_same_queries_and_paged(signed_in, article):
    client = signed_in(MODERATORS)
    lineages.rows(article, 3)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            page = page_of(client)
        return len(asked), page

    hiding.lift(hiding.hide(hiding.EVERYTHING, by=client.user)[0].pk, by=client.user)
    few, _page = queries()
    for _n in range(31):
        hiding.lift(hiding.hide(hiding.EVERYTHING, by=client.user)[0].pk, by=client.user)
    many, page = queries()
    assert many <= few
    assert many <= 15
    (older,) = [one["href"] for one in page.all("a", **{"class": "emergency-older"})]
    assert len(page_of(client, PAGE + older).all("article")) == 2
