"""An address that was ever given leads on for ever, and to nothing that is not public."""

from datetime import timedelta

import pytest
from django.contrib.redirects.models import Redirect
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import addresses, publishing, saving
from articles.models import Article, Category, Report, Status
from comments.models import Comment
from tests.articles.factories import draft, published_article, report
from tests.articles.test_story_form import change, errors, filled

HOUR = timedelta(hours=1)


def renamed(story, slug):
    """The story at its new address, published."""
    story = Article.everything.get(pk=story.pk)
    story.slug = slug
    return publishing.publish(saving.save(story))


def ways():
    return dict(Redirect.objects.values_list("old_path", "new_path"))


@pytest.fixture
def moved(db):
    return renamed(published_article(headline="Jembatan Baru", slug="lama"), "baru")


@pytest.mark.contract
def test_old_address_of_a_story_leads_to_the_new_one(client, moved):
    answer = client.get("/berita/lama/")
    assert (answer.status_code, answer["Location"]) == (301, "/berita/baru/")
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_head_is_answered_like_get(client, moved):
    get, head = client.get("/berita/lama/"), client.head("/berita/lama/")
    assert head.status_code == 301
    assert dict(head.headers) == dict(get.headers)
    assert head.content == b""


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("?balas=7", "?balas=7"),
        ("?halaman=2&utm_source=wa", "?halaman=2"),
        ("?fbclid=xyz", ""),
        ("?balas=%22%3E%3Cb%3E%0d%0aX:%201", "?balas=%22%3E%3Cb%3E%0D%0AX%3A+1"),
    ],
)
def test_query_keys_the_page_knows_come_along(client, moved, asked, given):
    assert client.get(f"/berita/lama/{asked}")["Location"] == f"/berita/baru/{given}"


def test_missing_slash_costs_no_second_journey(client, moved):
    assert client.get("/berita/lama")["Location"] == "/berita/baru/"


def test_whoever_goes_on_renaming_leaves_one_step_from_every_old_address(client, moved):
    renamed(moved, "ketiga")
    renamed(moved, "keempat")
    for old in ("lama", "baru", "ketiga"):
        assert client.get(f"/berita/{old}/")["Location"] == "/berita/keempat/"
    assert client.get("/berita/keempat/").status_code == 200


def test_story_takes_its_own_address_back(client, moved):
    renamed(moved, "lama")
    assert client.get("/berita/lama/").status_code == 200
    assert client.get("/berita/baru/")["Location"] == "/berita/lama/"
    assert ways() == {"/berita/baru/": "/berita/lama/"}


def hide(act):
    return pytest.param(act, id=act.__name__)


def redated(story):
    publishing.schedule(story, timezone.now() + HOUR)


def taken_back_to_a_draft(story):
    Article.everything.filter(pk=story.pk).update(status=Status.DRAFT, first_published_at=timezone.now())


def binned(story):
    publishing.put_in_bin(story)


@pytest.mark.contract
@pytest.mark.parametrize("act", [hide(redated), hide(taken_back_to_a_draft), hide(binned)])
def test_old_address_of_what_is_not_public_is_as_unknown_as_any(client, moved, act):
    act(moved)
    old, never = client.get("/berita/lama/"), client.get("/berita/tidak-pernah-ada/")
    assert old.status_code == never.status_code == 404
    assert old.content == never.content
    assert dict(old.headers) == dict(never.headers)


def test_old_address_of_a_withdrawn_story_leads_to_its_notice(client, moved):
    publishing.withdraw(moved, reason="Keliru.")
    assert client.get("/berita/lama/", follow=True).redirect_chain == [("/berita/baru/", 301)]
    assert client.get("/berita/lama/", follow=True).status_code == 410


def test_new_address_that_waits_to_be_published_is_unknown(client, moved):
    moved.slug = "rahasia"
    saving.save(moved)
    assert client.get("/berita/rahasia/").status_code == 404
    assert client.get("/berita/baru/").status_code == 200


def test_generic_old_paths_lead_to_what_is_public(client, moved):
    addresses.moved("/2019/04/24/jembatan/", "/berita/baru/")
    addresses.moved("/index.php/umum", "/berita/")
    addresses.moved("/wp-admin/", "/admin/")
    assert client.get("/2019/04/24/jembatan/")["Location"] == "/berita/baru/"
    assert client.get("/2019/04/24/jembatan")["Location"] == "/berita/baru/"
    assert client.get("/2019/04/24/jembatan/gambar/").status_code == 404
    assert client.get("/index.php/umum")["Location"] == "/berita/"
    assert client.get("/wp-admin/").status_code == 404
    renamed(moved, "terbaru")
    assert client.get("/2019/04/24/jembatan/")["Location"] == "/berita/terbaru/"


@pytest.mark.parametrize("path", ["/%00/", "/berita/%00/", "/" + "a/" * 500, "/" + "x" * 3000, "/berita//lama/"])
def test_strange_paths_are_not_found(client, moved, path):
    assert client.get(path).status_code in (301, 404)
    assert "//" not in client.get(path).get("Location", "")


def test_an_address_in_use_is_never_led_away(client, moved):
    other = published_article(slug="lain")
    Redirect.objects.create(site_id=1, old_path=other.get_absolute_url(), new_path=moved.get_absolute_url())
    assert client.get(other.get_absolute_url()).status_code == 200


# Whose an address is.


def test_new_story_does_not_get_an_address_that_leads_elsewhere(moved):
    again = draft(headline="Lama")
    assert again.slug == f"lama-{timezone.localtime():%Y-%m-%d}"


def test_story_without_a_slug_may_get_its_own_old_address(moved):
    assert addresses.article_slug("Lama", besides=moved.pk) == "lama"


def test_typed_address_of_another_story_is_refused_by_its_name(editor, moved):
    answer = editor.post("/admin/articles/article/add/", filled(headline="Judul lain", slug="lama"))
    assert "Jembatan Baru" in errors(answer)[0] or "Jembatan Baru" in " ".join(errors(answer))
    assert 'value="Judul lain"' in answer.content.decode()
    assert Article.objects.count() == 1


def test_own_old_address_is_taken_back_in_the_form(editor, moved):
    answer = editor.post(change(moved), filled(headline="Jembatan Baru", slug="lama", base=moved.head_id))
    assert answer.status_code == 302
    assert publishing.publish(Article.objects.get()).slug == "lama"


@pytest.mark.parametrize("taken", ["lama", "baru"])
def test_write_function_refuses_a_foreign_address_too(moved, taken):
    with pytest.raises(ValidationError):
        draft(slug=taken)
    other = published_article()
    other.slug = taken
    with pytest.raises(ValidationError):
        saving.save(other)
    assert Article.objects.get(pk=other.pk).slug != taken


def test_address_given_away_meanwhile_is_not_taken_by_publishing(moved):
    """Two stories want one address; it was free when both were saved."""
    one, two = published_article(headline="Satu"), published_article(headline="Dua")
    for story in (one, two):
        story.slug = "bersama"
        saving.save(story)
    publishing.publish(one)
    with pytest.raises(ValidationError):
        publishing.publish(two)
    renamed(one, "pindah")
    with pytest.raises(ValidationError, match="Satu"):
        publishing.publish(two)
    assert Article.objects.get(pk=two.pk).slug == "dua"


# Reports and categories.


def report_form(whole, **fields):
    return {"title": whole.title, "standfirst": "", "is_finished": "False", "label_style": whole.label_style,
            "first_number": 1, "slug": whole.slug} | fields  # fmt: skip


def save_report(editor, whole, **fields):
    return editor.post(f"/admin/articles/report/{whole.pk}/change/", report_form(whole, **fields))


@pytest.mark.contract
def test_report_leaves_its_old_addresses_behind(client, editor):
    whole = report(title="Panen", slug="panen")
    published_article(report=whole)
    assert save_report(editor, whole, slug="panen-raya").status_code == 302
    for rest in ("", "lengkap/", "feed/"):
        assert client.get(f"/laporan/panen/{rest}")["Location"] == f"/laporan/panen-raya/{rest}"
        assert client.get(f"/laporan/panen-raya/{rest}").status_code == 200
    assert client.get("/laporan/panen/lain/").status_code == 404
    assert addresses.report_slug("Panen") == f"panen-{timezone.localtime():%Y}"
    assert addresses.report_slug("Panen", besides=whole.pk) == "panen"


def test_report_without_a_public_part_is_not_told_by_its_old_address(client, editor):
    whole = report(slug="panen")
    story = published_article(report=whole)
    save_report(editor, whole, slug="panen-raya")
    publishing.put_in_bin(story)
    for rest in ("", "lengkap/", "feed/"):
        assert client.get(f"/laporan/panen/{rest}").status_code == 404


def test_report_does_not_take_the_address_of_another(editor):
    one, two = report(title="Panen", slug="panen"), report(title="Lomba")
    save_report(editor, one, slug="panen-raya")
    assert "Panen" in " ".join(errors(save_report(editor, two, slug="panen")))
    assert save_report(editor, one, slug="panen").status_code == 302
    assert Report.objects.get(pk=one.pk).slug == "panen"


@pytest.mark.contract
def test_category_leaves_its_old_address_and_feed_behind(client, editor):
    umum = Category.objects.create(name="Umum", slug="umum")
    address = f"/admin/articles/category/{umum.pk}/change/"
    assert editor.post(address, {"name": "Umum", "slug": "kabar"}).status_code == 302
    cursor = "AAAAAAAAAAAAAAAAAAAAAQ"
    assert client.get(f"/kategori/umum/?sebelum={cursor}")["Location"] == f"/kategori/kabar/?sebelum={cursor}"
    assert client.get("/kategori/umum/feed/")["Location"] == "/kategori/kabar/feed/"
    answer = editor.post("/admin/articles/category/add/", {"name": "Lain", "slug": "umum"})
    assert "Umum" in " ".join(errors(answer))


# Replies on their way.


@pytest.mark.contract
def test_reply_written_under_the_old_address_arrives(reader, moved):
    token = reader.token(moved)
    moved = renamed(moved, "ketiga")
    moved.slug = "lama"  # as the form had it when it was opened
    answer = reader.reply(moved, token=token)
    assert answer.status_code == 303
    assert answer["Location"].startswith("/tanggapan/")
    assert Comment.objects.get().article_id == moved.pk


def test_reply_with_an_error_goes_on_at_the_new_address(reader, moved):
    token = reader.token(moved)
    moved.slug = "lama"
    answer = reader.reply(moved, token=token, name="")
    assert answer.status_code == 422
    assert 'action="/berita/baru/tanggapan/"' in answer.content.decode()


def test_old_reply_address_opened_by_hand_leads_to_the_form(client, moved):
    assert client.get("/berita/lama/tanggapan/")["Location"] == "/berita/baru/#balasan"


@pytest.mark.parametrize("act", [hide(redated), hide(binned)])
def test_reply_to_the_old_address_of_what_is_not_public_is_not_found(reader, moved, act):
    token = reader.token(moved)
    act(moved)
    moved.slug = "lama"
    assert reader.reply(moved, token=token).status_code == 404
    assert not Comment.objects.exists()


def test_token_of_another_story_does_not_hold_at_an_old_address(reader, moved):
    token = reader.token(published_article())
    moved.slug = "lama"
    assert reader.reply(moved, token=token).status_code == 422


def test_redirects_and_the_site_have_no_screen_at_the_desk(admin_client):
    for address in ("/admin/redirects/redirect/", "/admin/sites/site/"):
        assert admin_client.get(address).status_code == 404
