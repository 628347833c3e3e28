"""The whole life of a story, told by the screens of those who make it and by the address a visitor has of it."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Ground, Kind, Status
from humas.base.times import long_time
from tests.articles.screen import menu
from tests.articles.test_history import history
from tests.articles.test_story_form import change
from tests.journeys.acts import AT, NOW, PUBLISH, shoot, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEADLINE = "Bupati Resmikan Jembatan Gantung"
OLD = "Jembatan itu dipakai 120 petani dari Desa Oelua."
NEW = "Jembatan itu dipakai 150 petani dari Desa Oelua."
EMBARGO = timedelta(seconds=8)
SIZES = [pytest.param(390, 844, True, id="phone"), pytest.param(1366, 768, False, id="laptop")]
EDITOR = ".ProseMirror[contenteditable]"


class Visitor:
    """Somebody who has nothing but the address of the story, and no cookie."""

    def __init__(self, page, address):
        self.page, self.address = page, address

    def finds(self, status: int) -> str:
        """What the address says, once it has answered with this status."""
        answer = self.page.goto(self.address)
        assert answer.status == status
        assert self.page.context.cookies() == []
        return self.page.inner_text("main")

    def waits_for(self, hour: datetime) -> None:
        """Asks again and again: it opens at the hour, and neither sooner nor later."""
        while True:
            asked = timezone.now()
            status = self.page.goto(self.address).status
            if status == 200:
                assert timezone.now() >= hour
                return
            assert (status, asked < hour) == (404, True)


class Life:
    """Who takes part, and what none of them may set off."""

    def __init__(self, *pages):
        self.pages = pages

    def is_quiet(self) -> None:
        assert [page.ears.settle(page) for page in self.pages] == [[] for _page in self.pages]


def write_and_hand_over(page) -> Article:
    page.goto("/admin/articles/article/add/")
    page.fill("[name=headline]", HEADLINE)
    page.locator(EDITOR).fill(f"Bupati meresmikan jembatan gantung kemarin.\n{OLD}")
    page.fill("[name=note]", "Jumlah petani dari camat, mohon dicek.")
    page.click("button[name=_handover]")
    page.wait_for_selector(".review-state")
    return Article.objects.get()


def read_and_schedule(page, story) -> datetime:
    """From the desk to the screen that publishes, and an hour a few seconds from now."""
    page.goto("/admin/")
    page.locator(f".desk-block a[href*='{change(story)}']").first.click()
    page.wait_for_selector("text=mohon dicek")
    page.click(PUBLISH)
    assert OLD in page.inner_text(".going-text")
    hour = (timezone.localtime() + EMBARGO).replace(microsecond=0)
    page.fill("[name=hour_0]", f"{hour:%Y-%m-%d}")
    page.fill("[name=hour_1]", f"{hour:%H:%M:%S}")
    page.click(AT)
    page.wait_for_selector(".published .state-embargo")
    return hour


def correct(page, story) -> None:
    """One number in the text, saved."""
    page.goto(change(story))
    last = page.locator(f"{EDITOR} p").last
    last.wait_for()
    last.click(click_count=3)
    page.keyboard.type(NEW)
    page.fill("[name=reason]", "Jumlah petani salah")
    page.click("[name=_save]")
    page.wait_for_selector(".messagelist .success")


def publish_changes(page, story) -> None:
    page.goto(change(story))
    page.click(PUBLISH)
    page.wait_for_selector(".publish-diff ins")
    page.click(NOW)
    page.wait_for_selector(".messagelist .success")


def marked(page, how) -> list[str]:
    """The words of the text that are marked so; "removed:" and "added:" before them are for ears."""
    return [words.split()[-1] for words in page.locator(f".diff-body {how}").all_inner_texts()]


@pytest.mark.parametrize(("width", "height", "phone"), SIZES)
def test_story_from_its_first_draft_to_its_way_back(visit, person, width, height, phone):
    size = {"width": width, "height": height, "phone": phone}
    writer = sign_in(visit(**size), person("Penulis"))
    page = sign_in(visit(**size), person("Redaktur"))
    story = write_and_hand_over(writer)
    visitor = Visitor(visit(**size), story.get_absolute_url())
    life = Life(writer, page, visitor.page)
    assert story.status == Status.IN_REVIEW
    visitor.finds(404)
    life.is_quiet()

    hour = read_and_schedule(page, story)
    assert HEADLINE not in visitor.finds(404)
    visitor.waits_for(hour)
    assert OLD in visitor.finds(200)
    first = Article.objects.get().live.number
    shoot(visitor.page, f"hidup-terbit-{width}")
    life.is_quiet()

    correct(page, story)
    page.goto(change(story))
    assert page.inner_text(".story-state .state-changes") == _("Changes not published yet")
    assert OLD in visitor.finds(200)
    life.is_quiet()

    publish_changes(page, story)
    assert NEW in visitor.finds(200)
    assert OLD not in visitor.finds(200)
    life.is_quiet()

    page.goto(history(story))
    page.check(f"[name=revisi][value='{first}']")
    page.locator("[name=revisi]").first.check()
    page.click(".history-bar button")
    assert marked(page, "del") == ["120"]
    assert marked(page, "ins") == ["150"]
    shoot(page, f"hidup-beda-{width}")
    life.is_quiet()

    page.goto(history(story))
    page.click(f"#revisi-{first} .history-links a[href$='#pulihkan']")
    page.fill("[name=reason]", "Camat membenarkan angka pertama")
    page.click(".revision-restore button")
    page.wait_for_selector(".story-state .state-changes")
    assert Article.objects.get().head.kind == Kind.RESTORE
    assert NEW in visitor.finds(200)
    publish_changes(page, story)
    assert OLD in visitor.finds(200)
    life.is_quiet()

    page.goto(change(story))
    page.click(".story-acts a[href$='/cabut/']")
    page.check(f"[name=ground][value={Ground.TRAUMA}]")
    page.fill("[name=reason]", "Keluarga korban terlihat di foto.")
    page.click(".withdraw-button")
    page.wait_for_selector(".messagelist .success")
    notice = visitor.finds(410)
    told = (
        HEADLINE,
        long_time(Article.objects.get().withdrawn_at),
        str(Ground.TRAUMA.label),
        "Keluarga korban terlihat",
    )
    assert [words for words in told if words not in notice] == []
    assert OLD not in notice
    shoot(visitor.page, f"hidup-dicabut-{width}")
    life.is_quiet()

    page.click(".story-acts a[href$='/tayangkan-lagi/']")
    page.click(".submit-row [type=submit]")
    page.wait_for_selector(".messagelist .success")
    assert OLD in visitor.finds(200)
    assert page.goto(menu(story)).status == 200
    life.is_quiet()
