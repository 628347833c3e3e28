"""How a writer is drawn and named on the page."""

import pytest

from tests.comments.factories import comment
from tests.comments.test_threads import page_of


@pytest.mark.parametrize(("name", "letter"), [("ina", "I"), ("محمد", "م"), ("\u202e👩‍🌾 Ibu", "👩‍🌾"), ('"><b>', "B")])
@pytest.mark.wordpress("2a Avatars")
def test_letter_of_a_name_is_drawn_here_and_said_to_nobody(reader, article, name, letter):
    made = comment(article, status="approved", name=name)
    page = page_of(reader, article)
    block = page.by_id(f"komentar-{made.pk}")
    [mark] = [one for one in page.all("span") if block in one.parents and "data-mark" in one]
    assert mark["data-mark"] == letter
    assert mark["aria-hidden"] == "true"
    assert mark.text == ""
    assert page.all("img") == []


def test_same_name_is_always_drawn_in_the_same_dye(reader, article):
    for name in ("Ina", "Ani", "Ina"):
        comment(article, status="approved", name=name)
    marks = [one["class"] for one in page_of(reader, article).all("span") if "data-mark" in one]
    assert marks[0] == marks[2]


def test_own_site_of_a_writer_is_linked_without_our_word_for_it(reader, article):
    comment(article, status="approved", name="Ina", website="https://contoh.id/")
    link = page_of(reader, article).one("a", href="https://contoh.id/")
    assert set(link["rel"].split()) == {"ugc", "nofollow", "noopener"}
    assert link.text == "Ina"


def test_queue_leads_to_the_comment_where_it_is_shown(moderator, article):
    shown, waiting = comment(article, status="approved"), comment(article)
    assert f'href="/komentar/{shown.pk}/"' in moderator.get("/admin/antrean/?tampilan=tayang").content.decode()
    assert moderator.get(f"/komentar/{shown.pk}/")["Location"].endswith(shown.get_absolute_url())
    page = moderator.get("/admin/antrean/").content.decode()
    assert f'href="{article.get_absolute_url()}"' in page
    assert f"komentar-{waiting.pk}" not in page
