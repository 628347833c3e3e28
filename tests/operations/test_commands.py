from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Status
from comments.models import Comment, Decision
from comments.models import Status as CommentStatus
from humas.accounts.models import User
from humas.operations.demo.accounts import ACCOUNTS, PASSWORD
from tests.articles.factories import draft, published_article
from tests.comments.factories import comment


def run(command, *arguments, **options):
    out = StringIO()
    call_command(command, *map(str, arguments), stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_story_is_published_scheduled_and_withdrawn_from_the_command_line(db, client):
    story, other = draft(), draft()
    assert story.get_absolute_url() in run("publish", story.slug)
    assert "WITA" in run("publish", other.slug, at="2031-11-24T07:00")
    assert Article.objects.get(pk=other.pk).is_under_embargo
    run("withdraw", story.slug, reason="Keliru.")
    assert client.get(story.get_absolute_url()).status_code == 410


@pytest.mark.parametrize(
    ("command", "arguments", "options"),
    [
        ("publish", ["tidak-ada"], {}),
        ("withdraw", ["tidak-ada"], {"reason": "x"}),
        ("publish", ["ada"], {"at": "besok pagi"}),
        ("publish", ["ada"], {"at": "2026-13-45T99:00"}),
        ("withdraw", ["ada"], {"reason": "belum terbit"}),
        ("decide", ["999999", "approve"], {}),
        ("decide", ["http://testserver/tanggapan/tidak-ada/", "approve"], {}),
        ("decide", ["9" * 40, "approve"], {}),
        ("populate", [], {"articles": 0}),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(db, command, arguments, options):
    story = draft(slug="ada")
    with pytest.raises(CommandError):
        run(command, *arguments, **options)
    story.refresh_from_db()
    assert story.status == Status.DRAFT


@pytest.mark.contract
def test_operator_decides_by_number_or_by_receipt(article):
    made = comment(article)
    run("decide", made.pk, "spam", reason="promosi")
    made.refresh_from_db()
    assert made.status == CommentStatus.SPAM
    run("decide", f"http://testserver/tanggapan/{made.plain_receipt}/", "approve")
    made.refresh_from_db()
    assert made.status == CommentStatus.APPROVED
    assert list(Decision.objects.values_list("rule", "reason")) == [("operator", "promosi"), ("operator", "")]


def test_comment_its_writer_withdrew_stays_withdrawn(article):
    made = comment(article, status="withdrawn")
    with pytest.raises(CommandError):
        run("decide", made.pk, "approve")
    assert not Decision.objects.exists()


@pytest.mark.xdist_group("demo")
def test_demo_fills_an_empty_newsroom_once_and_only_in_debug(db, settings, client):
    with pytest.raises(CommandError):
        run("demo")
    settings.DEBUG = True
    run("demo")
    with pytest.raises(CommandError):
        run("demo")

    assert set(User.objects.values_list("username", flat=True)) == {name for name, *_rest in ACCOUNTS}
    waiting = Article.objects.get(status=Status.PUBLISHED, report__isnull=False, position=3)
    assert waiting.is_under_embargo
    assert set(Comment.objects.values_list("status", flat=True)) >= {
        "pending",
        "approved",
        "spam",
        "trash",
        "withdrawn",
    }
    for story in Article.objects.published():
        page = client.get(story.get_absolute_url())
        assert page.status_code == 200
        assert waiting.headline not in page.content.decode()
    assert client.login(username="penulis", password=PASSWORD)


def test_load_test_content_is_the_same_for_the_same_seed(db):
    run("populate", articles=3, comments_per_article=4, pending=5, seed=7)
    first = list(Comment.objects.order_by("pk").values_list("name", "body", "status"))
    assert Comment.objects.waiting().count() == 5
    assert Comment.objects.public().count() == 12
    run("populate", articles=3, comments_per_article=4, pending=5, seed=7)
    assert list(Comment.objects.order_by("pk").values_list("name", "body", "status"))[17:] == first


def test_newsroom_with_content_of_its_own_is_not_populated(db):
    published_article()
    with pytest.raises(CommandError):
        run("populate", articles=1, comments_per_article=0, pending=0)
    run("populate", articles=1, comments_per_article=0, pending=0, force=True)


def test_doctor_names_what_is_wrong(db, person, settings):
    with pytest.raises(SystemExit):
        run("doctor")
    person("Administrator")
    settings.SITE_URL = "https://humas.contoh.id"
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    (settings.DATA_DIR / "static.json").write_text("{}")
    try:
        assert run("doctor").strip()
    finally:
        (settings.DATA_DIR / "static.json").unlink()
