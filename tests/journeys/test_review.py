"""A story goes from its writer to an editor, back, and over again."""

import pytest

from articles.models import Article, Status
from tests.articles.test_story_form import change
from tests.journeys.acts import shoot, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_story_is_handed_over_by_phone_sent_back_and_handed_over_again(visit, person):
    writer, editor = person("Penulis"), person("Redaktur")

    phone = sign_in(visit(width=390, height=844, phone=True), writer)
    phone.goto("/admin/articles/article/add/")
    phone.fill("#id_headline", "Wabup Buka Raker")
    phone.locator(".ProseMirror[contenteditable]").fill("Ba'a – Wakil Bupati membuka rapat kerja.")
    phone.fill("#id_note", "Foto menyusul, mohon cek nama camat.")
    phone.click("button[name=_handover]")
    phone.wait_for_selector(".review-state")
    story = Article.objects.get()
    assert (story.status, "membuka rapat kerja" in story.body) == (Status.IN_REVIEW, True)
    shoot(phone, "review-handed-over-390")

    desk = sign_in(visit(), editor)
    desk.goto("/admin/articles/article/?keadaan=tinjau")
    desk.click("text=Wabup Buka Raker")
    desk.wait_for_selector("text=mohon cek nama camat")
    shoot(desk, "review-in-review-1366")
    desk.fill("#id_headline", "Wabup Buka Rapat Kerja")  # a correction of the editor's own goes along
    desk.click("button[name=_sendback]")  # and no note yet
    desk.wait_for_selector(".review-note .errorlist")
    assert desk.input_value("#id_headline") == "Wabup Buka Rapat Kerja"
    shoot(desk, "review-no-note-1366")
    desk.fill("#id_note", "Nama camat sudah benar.\nLengkapi kutipan Wabup.")
    desk.click("button[name=_sendback]")
    desk.wait_for_selector(".messagelist .success")

    phone.goto(change(story))
    phone.wait_for_selector(".review-back >> text=Lengkapi kutipan Wabup")
    assert phone.input_value("#id_headline") == "Wabup Buka Rapat Kerja"
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shoot(phone, "review-sent-back-390")
    phone.fill("#id_note", "Kutipan sudah ada.")
    phone.click("button[name=_handover]")
    phone.wait_for_selector(".talk-note:nth-child(3)")
    assert Article.objects.get().status == Status.IN_REVIEW
    assert phone.ears.settle(phone) == desk.ears.settle(desk) == []
