"""A session that ended, a password given in another tab: what was on its way arrives all the same."""

import re
from html import unescape

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from articles.admin.kept import person_key
from articles.models import Article
from comments.models import Status
from humas.desk import sitting
from tests.articles.test_story_form import ADD, filled
from tests.comments.factories import comment

PASSWORD = "kata-sandi-uji-8"
OURS = {"sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate"}
HEADLINE = '  Judul "aneh" & <panjang>'
WORDS = {"headline": HEADLINE, "body": "<p>Baris satu.</p>\r\n\r\n<p>Baris dua’s</p>", "tags": "\r\nsatu\r\ndua"}


class Browser(Client):
    """Somebody whose forms carry what the page before gave them, and whose CSRF token is looked at."""

    def __init__(self, user, **options):
        super().__init__(enforce_csrf_checks=True, **options)
        self.user = user

    def sign_in(self, user=None):
        page = self.get("/admin/login/")
        user = user or self.user
        sent = {**carried(page), "username": user.username, "password": PASSWORD}
        return self.post("/admin/login/", sent, headers=OURS)

    def opened(self, address=ADD):
        """The token of a form that was just opened."""
        return {"csrfmiddlewaretoken": carried(self.get(address))["csrfmiddlewaretoken"]}

    def give_password(self, page, address=ADD, user=None, password=PASSWORD):
        door = {"masuk-username": (user or self.user).username, "masuk-password": password}
        return self.post(address, {**carried(page), **door}, headers=OURS)


def carried(page) -> dict:
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode())
    return {unescape(name): unescape(value) for name, value in hidden}


@pytest.fixture
def writer(person):
    browser = Browser(person("Penulis"))
    browser.sign_in()
    return browser


def end_sessions():
    Session.objects.all().delete()


def test_right_password_sends_the_story_on_its_way(writer):
    form = filled(**WORDS) | writer.opened()
    end_sessions()

    page = writer.post(ADD, form, headers=OURS)
    assert page.status_code == 403
    assert page["Cache-Control"] == "no-store"
    kept = carried(page)
    assert {name: kept[name] for name in WORDS} == WORDS
    assert kept["csrfmiddlewaretoken"] != form["csrfmiddlewaretoken"]

    answer = writer.give_password(page)
    assert answer.status_code in (302, 303)
    story = Article.objects.get()
    assert (story.headline, story.author) == (HEADLINE.strip(), writer.user)
    assert sorted(story.tag_names) == ["dua", "satu"]
    assert writer.get(ADD).status_code == 200


def test_wrong_password_keeps_the_words_and_saves_nothing(writer):
    form = filled(**WORDS) | writer.opened()
    end_sessions()
    page = writer.post(ADD, form, headers=OURS)

    for _n in range(2):
        page = writer.give_password(page, password="salah")
        assert page.status_code == 403
        assert "errorlist" in page.content.decode()
        assert carried(page)["body"] == WORDS["body"]
        assert "salah" not in page.content.decode()

    assert not Article.objects.exists()
    writer.give_password(page)
    assert Article.objects.get().author == writer.user


def test_form_opened_before_signing_in_again_is_sent_once_more_by_hand(writer):
    form = filled(**WORDS) | writer.opened()
    end_sessions()
    writer.sign_in()  # in another tab

    page = writer.post(ADD, form, headers=OURS)
    assert page.status_code == 403
    assert "Kirim lagi" in page.content.decode()
    assert not Article.objects.exists()

    writer.post(ADD, carried(page), headers=OURS)
    assert Article.objects.get().headline == HEADLINE.strip()


@pytest.mark.parametrize("how", ["idle", "told by the form"])
def test_another_person_must_say_that_the_words_are_theirs(writer, person, how):
    other = person("Redaktur")
    form = filled(**WORDS) | writer.opened()
    if how == "idle":
        idle(sitting.IDLE + 60)
    else:
        end_sessions()
        form["kept"] = f"{person_key(writer.user)}.{'0' * 32}"
    page = writer.post(ADD, form, headers=OURS)

    asked = writer.give_password(page, user=other)
    assert asked.status_code == 403
    assert str(other) in asked.content.decode()
    assert not Article.objects.exists()
    writer.post(ADD, carried(asked), headers=OURS)
    assert Article.objects.get().author == other


def test_view_judges_anew_who_may(writer, person, article):
    waiting = comment(article)
    address, moderator = "/admin/antrean/putuskan/", Browser(person("Moderator"))
    moderator.sign_in()
    form = {"comment": waiting.pk, "decision": "spam", "seen": ""} | moderator.opened("/admin/antrean/")
    end_sessions()

    page = moderator.post(address, form, headers=OURS)
    assert writer.give_password(page, address).status_code == 403  # its token belongs to another browser
    assert moderator.give_password(page, address, user=writer.user).status_code == 403
    waiting.refresh_from_db()
    assert waiting.status == Status.PENDING


def test_decision_of_the_queue_arrives_too(person, article):
    waiting = [comment(article), comment(article)]
    moderator = Browser(person("Moderator"))
    moderator.sign_in()
    form = {"comment": [one.pk for one in waiting], "decision": "spam"} | moderator.opened("/admin/antrean/")
    end_sessions()
    page = moderator.post("/admin/antrean/putuskan/", form, headers=OURS)
    assert page.content.decode().count('name="comment"') == 2

    numbers = re.findall(r'name="comment" value="(\d+)"', page.content.decode())
    door = {"masuk-username": moderator.user.username, "masuk-password": PASSWORD}
    moderator.post("/admin/antrean/putuskan/", carried(page) | {"comment": numbers} | door, headers=OURS)
    assert {type(one).objects.get(pk=one.pk).status for one in waiting} == {Status.SPAM}


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://jahat.example"}, {}],
    ids=str,
)
@pytest.mark.parametrize("is_signed_in", [True, False])
def test_post_from_elsewhere_is_not_carried_on(writer, headers, is_signed_in):
    if not is_signed_in:
        end_sessions()
    door = {"masuk-username": writer.user.username, "masuk-password": PASSWORD, "masuk-siapa": ""}

    answer = writer.post(ADD, filled(**WORDS) | door, headers=headers)

    assert answer.status_code == 403
    assert "Baris satu" not in answer.content.decode()
    assert not Article.everything.exists()


def test_passwords_and_files_do_not_come_along(writer):
    picture = SimpleUploadedFile("gong <1>.jpg", b"bukan gambar", content_type="image/jpeg")
    token = writer.opened("/admin/articles/photo/add/")
    end_sessions()
    sent = {"original": picture, "alt": "Wabup memukul gong", "password1": "rahasia-sekali", **token}

    page = writer.post("/admin/articles/photo/add/", sent, headers=OURS)

    text = page.content.decode()
    assert "gong &lt;1&gt;.jpg" in text
    assert carried(page)["alt"] == "Wabup memukul gong"
    assert "rahasia-sekali" not in text
    assert "bukan gambar" not in text
    form = writer.give_password(page, "/admin/articles/photo/add/").content.decode()
    assert "Wabup memukul gong" in form


def test_script_that_sends_is_told_by_number(writer):
    token = writer.opened()
    end_sessions()
    answer = writer.post(ADD, filled() | token, headers=OURS | {"sec-fetch-mode": "cors"})
    assert (answer.status_code, answer.content) == (401, b"")


def test_second_sign_in_page_leads_to_the_desk(writer):
    token = carried(Client().get("/admin/login/"))
    answer = writer.post("/admin/login/", token | {"username": "x", "password": "y"}, headers=OURS)
    assert (answer.status_code, answer["Location"]) == (303, "/admin/")


def idle(seconds):
    """As if everybody had been away for so long."""
    for row in Session.objects.all():
        data = row.get_decoded()
        store = sitting.SessionStore(row.session_key)
        row.session_data = store.encode(data | {sitting.SEEN: data[sitting.SEEN] - seconds})
        row.save()


def test_session_lasts_eight_hours_after_the_last_act(writer):
    for _n in range(4):
        idle(sitting.IDLE - 60)
        assert writer.get("/admin/").status_code == 200
    idle(sitting.IDLE + 60)
    assert writer.get("/admin/").status_code == 302
    assert writer.get("/admin/masih/").status_code == 401


def test_session_ends_after_seven_days_whatever_happens(writer):
    for row in Session.objects.all():
        data = row.get_decoded() | {sitting.SINCE: int(timezone.now().timestamp()) - sitting.LONGEST - 1}
        row.session_data = sitting.SessionStore(row.session_key).encode(data)
        row.save()
    assert writer.get("/admin/").status_code == 302
    writer.sign_in()
    assert writer.get("/admin/").status_code == 200


def test_sign_of_unsaved_words_keeps_the_session_and_pictures_do_not(writer):
    loaded_by_a_page = {"sec-fetch-mode": "no-cors"}
    idle(sitting.IDLE - 60)
    assert writer.get("/admin/masih/", headers={"sec-fetch-mode": "cors"}).status_code == 204
    idle(sitting.IDLE - 60)
    assert writer.get("/admin/", headers=loaded_by_a_page).status_code == 200
    idle(120)
    assert writer.get("/admin/", headers=loaded_by_a_page).status_code == 302


def test_looking_around_writes_once_in_five_minutes(writer, django_assert_num_queries):
    idle(sitting.PAUSE + 60)
    assert "meja" in writer.get("/admin/masih/").cookies
    with django_assert_num_queries(2):  # the session, the person
        assert "meja" not in writer.get("/admin/masih/").cookies


def test_clock_that_was_set_back_ends_no_session(writer):
    idle(-3 * 24 * 60 * 60)
    assert writer.get("/admin/").status_code == 200
    idle(sitting.IDLE - 60)
    assert writer.get("/admin/").status_code == 200


def test_answer_to_the_sign_is_kept_by_nobody(writer):
    answer = writer.get("/admin/masih/")
    assert (answer.status_code, answer.content, answer["Cache-Control"]) == (204, b"", "no-store")
    assert writer.post("/admin/masih/", writer.opened(), headers=OURS).status_code == 405
