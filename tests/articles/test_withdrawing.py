"""Cabut: on a ground from the rules, with a reason, announced at the address; and back again."""

from xml.etree import ElementTree

import pytest

from articles import publishing
from articles.models import Article, Ground, Status
from tests.articles.factories import draft, photo, published_article, report
from tests.articles.test_sitemaps import file_of

GROUND = "Masa depan anak"


def screen(story, act="cabut"):
    return f"/admin/articles/article/{story.pk}/{act}/"


def withdraw(client, story, **fields):
    return client.post(screen(story), {"ground": "child", "reason": "Nama anak disebut."} | fields)


@pytest.mark.contract
def test_editor_withdraws_on_a_ground_and_a_visitor_reads_why(editor, client):
    story = published_article(headline="Anak di Pasar", text="Isi yang dicabut.", lead_photo=photo())

    assert withdraw(editor, story)["Location"] == f"/admin/articles/article/{story.pk}/change/"

    answer = client.get(story.get_absolute_url())
    page = answer.content.decode()
    assert answer.status_code == 410
    for words in ("Anak di Pasar", str(Ground.CHILD.label), "Nama anak disebut.", "Dicabut pada"):
        assert words in page
    assert "Isi yang dicabut" not in page
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert 'content="noindex"' in page
    assert client.get(story.lead_photo.url).status_code == 404


def test_screen_names_the_rule_and_asks_for_every_ground_of_it(editor, article):
    page = editor.get(screen(article)).content.decode()
    assert "Pedoman Pemberitaan Media Siber" in page
    assert page.count('name="ground"') == len(Ground) == 5
    assert "checked" not in page


@pytest.mark.parametrize(
    "fields", [{"ground": ""}, {"ground": "keinginan-pejabat"}, {"reason": "  "}, {"reason": "x" * 1001}]
)
def test_without_ground_or_reason_nothing_is_taken_down_and_no_word_lost(editor, article, fields):
    answer = withdraw(editor, article, **fields)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'class="errorlist"' in page
    assert fields.get("reason", "Nama anak disebut.") in page
    assert Article.objects.get().status == Status.PUBLISHED


def test_stories_withdrawn_from_the_list_have_their_ground_too(editor, article):
    address, chosen = "/admin/articles/article/", {"action": "withdraw", "_selected_action": article.pk}
    assert 'name="ground"' in editor.post(address, chosen).content.decode()
    editor.post(address, chosen | {"ground": "sara", "reason": "Menyinggung."})
    story = Article.objects.get()
    assert (story.status, story.withdrawal_ground, story.withdrawal_reason) == ("withdrawn", "sara", "Menyinggung.")


def test_withdrawn_story_is_shown_again_with_all_it_had(editor, client):
    story = published_article(headline="Anak di Pasar", lead_photo=photo())
    before = client.get(story.get_absolute_url()).content
    withdraw(editor, story)
    page = editor.get(screen(story, "tayangkan-lagi")).content.decode()
    assert "Nama anak disebut." in page

    answer = editor.post(screen(story, "tayangkan-lagi"))

    assert answer.status_code == 303
    assert client.get(story.get_absolute_url()).content == before
    assert client.get(story.lead_photo.url).status_code == 200


def test_form_offers_what_can_be_done(editor):
    known, hidden = published_article(), draft()

    def acts(story):
        page = editor.get(f"/admin/articles/article/{story.pk}/change/").content.decode()
        return [act for act in ("cabut", "tayangkan-lagi") if screen(story, act) in page]

    assert (acts(known), acts(hidden)) == (["cabut"], [])
    withdraw(editor, known)
    assert acts(known) == ["tayangkan-lagi"]


@pytest.mark.parametrize("act", ["cabut", "tayangkan-lagi"])
def test_what_cannot_be_done_is_said_at_the_form(editor, act):
    story = draft()
    for answer in (editor.get(screen(story, act)), editor.post(screen(story, act), {"ground": "sara", "reason": "x"})):
        assert answer["Location"] == f"/admin/articles/article/{story.pk}/change/"
    assert Article.objects.get().status == Status.DRAFT


@pytest.mark.parametrize("act", ["cabut", "tayangkan-lagi"])
@pytest.mark.parametrize("group", ["Penulis", "Moderator", "Administrator", "Pimpinan"])
def test_only_editors_take_down_and_bring_back(signed_in, article, group, act):
    somebody = signed_in(group)
    assert somebody.get(screen(article, act)).status_code == 403
    assert somebody.post(screen(article, act), {"ground": "sara", "reason": "x"}).status_code == 403
    assert Article.objects.get().status == Status.PUBLISHED


def test_withdrawn_story_is_in_no_list_feed_or_sitemap(editor, client, site_url):
    story, other = published_article(), published_article()
    withdraw(editor, story)
    for address in ("/", "/berita/", "/feed/", "/feed/atom/", file_of(other)):
        page = client.get(address).content.decode()
        assert other.get_absolute_url() in page
        assert story.get_absolute_url() not in page
        assert story.headline not in page
    ElementTree.fromstring(client.get("/sitemap.xml").content)


def test_report_says_which_part_is_withdrawn_and_leads_to_its_notice(editor, client):
    whole = report()
    first, second = (published_article(report=whole) for _n in range(2))
    withdraw(editor, second)
    for address in (whole.get_absolute_url(), first.get_absolute_url(), f"{whole.get_absolute_url()}lengkap/"):
        page = client.get(address).content.decode()
        assert "dicabut" in page
        assert second.get_absolute_url() in page
    assert whole.get_absolute_url() in client.get(second.get_absolute_url()).content.decode()
    withdraw(editor, first)
    assert whole.get_absolute_url() not in client.get(second.get_absolute_url()).content.decode()


def test_notice_of_a_story_without_a_ground_shows_its_reason(client, article):
    publishing.withdraw(article, reason="Ditarik sebelum ada pedoman.")
    page = client.get(article.get_absolute_url()).content.decode()
    assert "Ditarik sebelum ada pedoman." in page
    assert "withdrawal-ground" not in page
