"""What a moderator coming from WordPress looks for in the queue, and what the queue leaves out on purpose."""

import pytest

from articles import publishing
from comments import moderation
from comments.models import Comment, Decision, Status
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.page import Page

QUEUE, DECIDE, UNDO = "/admin/antrean/", "/admin/antrean/putuskan/", "/admin/antrean/urungkan/"
AS_TYPED = ("body", "body_html", "name", "email_digest", "site", "created_at", "status")


def status_of(made):
    return Comment.objects.get(pk=made.pk).status


def typed(made):
    return Comment.objects.filter(pk=made.pk).values(*AS_TYPED).get()


@pytest.mark.wordpress("2d Access")
def test_writer_of_a_story_neither_reads_nor_decides_what_waits_under_it(signed_in, reader):
    client = signed_in("Penulis")
    story = published_article(author=client.user)
    waits = comment(story)

    assert client.get(QUEUE, {"berita": story.pk}).status_code == 403
    assert client.get(f"{QUEUE}{waits.pk}/").status_code == 403
    assert client.post(DECIDE, {"comment": waits.pk, "decision": "approve"}).status_code == 403
    assert status_of(waits) == Status.PENDING


@pytest.mark.wordpress("2d Row actions", "2d Empty Spam / Empty Trash")
@pytest.mark.parametrize("status", [Status.SPAM, Status.TRASH])
def test_no_button_of_the_queue_erases_and_no_word_makes_it(moderator, article, status):
    aside = comment(article, status=status)
    view = {"spam": "spam", "trash": "sampah"}[status]
    pages = [QUEUE, f"{QUEUE}semua/"]

    offered = {
        button["value"]
        for address in pages
        for button in Page(moderator.get(address, {"tampilan": view})).all("button", name="decision")
    }
    assert offered == {"approve", "spam", "trash", "pending"} - {status.value}
    for word in ("delete", "erase", "erased", "hapus", "kosongkan"):
        moderator.post(DECIDE, {"comment": aside.pk, "decision": word})
    assert typed(aside)["body"] == aside.body
    assert status_of(aside) == status


@pytest.mark.wordpress("2d Quick Edit", "2d Edit screen")
def test_desk_has_no_field_for_what_a_reader_wrote(moderator, article):
    made = comment(article, website="https://contoh.id", status=Status.APPROVED)
    before = typed(made)
    theirs = {"body", "name", "email", "website", "created_at", "parent"}

    for address in (f"{QUEUE}?komentar={made.pk}&tampilan=tayang", f"{QUEUE}{made.pk}/", f"{QUEUE}{made.pk}/sunting/"):
        page = Page(moderator.get(address))
        named = {one.get("name") for tag in ("input", "textarea", "select") for one in page.all(tag)}
        assert named & theirs == set(), address
    assert moderator.get(f"/admin/comments/comment/{made.pk}/change/").status_code == 404
    moderator.post(
        DECIDE, {"comment": made.pk, "decision": "approve", "body": "Lain.", "name": "Lain", "email": "l@l.id"}
    )
    assert typed(made) == before


@pytest.mark.wordpress("2d Trash and spam life")
@pytest.mark.parametrize("aside", ["spam", "trash"])
@pytest.mark.parametrize("before", [Status.PENDING, Status.APPROVED])
def test_what_was_put_aside_goes_back_to_what_it_was_also_much_later(moderator, article, aside, before):
    made, other = comment(article, status=before), comment(article)
    moderator.post(DECIDE, {"comment": made.pk, "decision": aside})
    batch = Decision.objects.filter(comment_id=made.pk).latest("pk").batch
    moderation.decide([other.pk], Status.SPAM)

    page = Page(moderator.get(f"{QUEUE}{made.pk}/"))
    assert page.one("input", name="batch")["value"] == str(batch)
    moderator.post(UNDO, {"batch": str(batch)})

    assert status_of(made) == before
    assert status_of(other) == Status.SPAM


@pytest.mark.wordpress("2d Deleting/trashing a post")
def test_comments_of_a_story_in_the_bin_keep_their_states_and_come_back_with_it(moderator, reader, article):
    made = [comment(article, status=status, body=f"Kata {status}.") for status in ("pending", "approved", "spam")]
    publishing.put_in_bin(article)

    assert [status_of(one) for one in made] == ["pending", "approved", "spam"]
    assert reader.get(article.get_absolute_url()).status_code != 200
    assert "Kata pending." in moderator.get(QUEUE, {"berita": article.pk}).content.decode()
    moderator.post(DECIDE, {"comment": made[0].pk, "decision": "approve"})

    publishing.take_out_of_bin(article)
    page = reader.get(article.get_absolute_url()).content.decode()
    assert [f"Kata {status}." in page for status in ("pending", "approved", "spam")] == [True, True, False]


@pytest.mark.wordpress("2d Views with counts")
def test_every_view_is_one_link_with_its_number_also_for_one_story(moderator, article):
    other = published_article()
    for story, status in ((article, "pending"), (article, "spam"), (other, "spam")):
        comment(story, status=status)

    page = Page(moderator.get(QUEUE))
    links = {
        link["href"].partition("tampilan=")[2]: link.text
        for link in page.all("a")
        if link.get("href").startswith("?tampilan=")
    }
    assert links["perlu-dibaca"].endswith(" 1")
    assert links["spam"].endswith(" 2")
    desk = Page(moderator.get(f"{QUEUE}berita/{article.pk}/"))
    of_story = {link["href"]: link.text for link in desk.all("a")}
    assert of_story[f"{QUEUE}?tampilan=spam&berita={article.pk}"].endswith(" 1")
