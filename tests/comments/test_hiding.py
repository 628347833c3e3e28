"""All comments leave every public place at once, and come back exactly; nothing is decided."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from comments import hiding, moderation
from comments.models import Comment, Decision, Hiding, Status
from comments.models.hiding import Scope
from humas.base import pages
from humas.base.models import Letter, PageVersion
from tests.articles.factories import published_article, report
from tests.comments import lineages
from tests.comments.crawl import crawl
from tests.comments.factories import comment
from tests.comments.page import Page, whole_page


@pytest.fixture
def town(db):
    """Two stories, one in a report: threads, a second page of comments, one that waits, one that is spam."""
    lineages.settings(comments_per_page=2, thread_depth=5)
    series = report(title="Raker Humas")
    first, second = published_article(report=series, position=1), published_article()
    top = comment(first, status="approved", name="Yustina Manafe", body="Jembatan itu licin sesudah hujan.")
    answer = comment(first, status="approved", name="Markus Ndun", body="Benar sekali, saudara.", parent=top)
    return {
        "first": first,
        "second": second,
        "top": top,
        "answer": answer,
        "more": [
            comment(first, status="approved", name=f"Pembaca Nomor {n}Z", body=f"Kata ke-{n}Z.") for n in range(4)
        ],
        "other": comment(second, status="approved", name="Adriana Pah", body="Pasar buka pukul enam."),
        "waiting": comment(second, name="Penunggu Sabar", body="Belum dibaca siapa pun."),
        "spam": comment(second, status="spam", name="Slot Gacor", body="Situs slot paling gacor."),
    }


def shown(town):
    return [town["top"], town["answer"], *town["more"], town["other"]]


def doors(town) -> list[str]:
    """Addresses that are known to whoever kept them."""
    kept = [f"/komentar/{one.pk}/" for one in shown(town)]
    kept += [
        f"{town['first'].get_absolute_url()}?balas={town['top'].pk}",
        f"{town['first'].get_absolute_url()}?halaman=2",
    ]
    return kept + [f"/berita/{story.slug}/feed/" for story in (town["first"], town["second"])]


def receipts(town) -> list[str]:
    return [f"/tanggapan/{one.plain_receipt}/" for one in shown(town)]


def found_of(answers, comments) -> list[tuple[str, int]]:
    """Where anything of these comments is to be found: name, words or number."""
    return [
        (address, one.pk)
        for address, answer in answers.items()
        for one in comments
        if any(sign.encode() in answer.body for sign in (one.name, one.body, f"komentar-{one.pk}"))
    ]


def test_every_address_is_without_comments_and_then_as_before(town, person):
    by = person("Pimpinan")
    before, own_before = crawl(doors(town)), crawl(receipts(town))
    assert {pk for _address, pk in found_of(before, shown(town))} == {one.pk for one in shown(town)}
    states = dict(Comment.objects.values_list("pk", "status"))
    lines = Decision.objects.count()

    made, is_new = hiding.hide(hiding.EVERYTHING, by=by)
    during, own = crawl([*doors(town), *before]), crawl(receipts(town))

    assert (is_new, made.count) == (True, 7)
    assert found_of(during, shown(town)) == []
    assert {during[f"/komentar/{one.pk}/"].status for one in shown(town)} == {404}
    assert during[f"{town['first'].get_absolute_url()}?halaman=2"].status == 404
    for address in (town["first"].get_absolute_url(), town["second"].get_absolute_url()):
        assert b">Kolom komentar sedang ditutup sementara</p>" in during[address].body
        assert b"<form" not in during[address].body
        assert b"commentCount" not in during[address].body
    for one in shown(town):
        page = own[f"/tanggapan/{one.plain_receipt}/"].body.decode()
        assert 'data-keadaan="hidden"' in page
        assert "Sementara disembunyikan" in page
        assert f"komentar-{one.pk}" not in page
    assert dict(Comment.objects.values_list("pk", "status")) == states

    hiding.lift(made.pk, by=by)

    assert crawl([*doors(town)]) == before
    assert crawl(receipts(town)) == own_before
    assert Decision.objects.count() == lines


def test_what_is_decided_meanwhile_holds_when_all_is_shown_again(town, person, reader):
    by = person("Moderator")
    made, _new = hiding.hide(hiding.EVERYTHING, by=by)
    moderation.decide([town["waiting"].pk], Status.APPROVED, by=by)
    moderation.decide([town["other"].pk], Status.TRASH, by=by)
    page = reader.get(town["second"].get_absolute_url()).content.decode()
    assert "Penunggu Sabar" not in page

    hiding.lift(made.pk, by=by)

    page = reader.get(town["second"].get_absolute_url()).content.decode()
    assert "Penunggu Sabar" in page
    assert "Adriana Pah" not in page


def test_posted_reply_is_refused_with_its_words_kept(town, person, reader):
    token = reader.token(town["first"])
    hiding.hide(hiding.EVERYTHING, by=person("Pimpinan"))
    count = Comment.objects.count()

    answer = reader.reply(town["first"], token=token, body="Kata-kata saya.")

    assert answer.status_code == 403
    page = whole_page(answer)
    assert "Kolom komentar sedang ditutup sementara" in page.one("main").text
    assert "Kata-kata saya." in page.html
    assert Comment.objects.count() == count


def test_pages_that_are_kept_are_made_anew(town, person):
    def version(subject):
        return PageVersion.objects.filter(subject=subject).values_list("n", flat=True).first() or 0

    subjects = (pages.NEWSROOM, pages.FRONT, pages.article(town["first"].pk), pages.article(town["second"].pk))
    start = [version(one) for one in subjects]
    made, _new = hiding.hide(hiding.EVERYTHING, by=person("Pimpinan"))
    pressed = [version(one) for one in subjects]
    hiding.lift(made.pk, by=made.by)
    assert pressed[:2] == [start[0] + 1, start[1] + 1]
    assert [version(one) for one in subjects][:2] == [start[0] + 2, start[1] + 2]

    hiding.hide(hiding.Part(Scope.STORY, article_id=town["first"].pk), by=made.by)
    assert [version(one) for one in subjects][2:] == [start[2] + 1, start[3]]


def test_of_one_story_only_what_was_shown_then_is_hidden(town, person, reader):
    by = person("Moderator")
    made, _new = hiding.hide(hiding.Part(Scope.STORY, article_id=town["second"].pk), by=by)
    moderation.decide([town["waiting"].pk], Status.APPROVED, by=by)

    page = reader.get(town["second"].get_absolute_url()).content.decode()
    assert made.count == 1
    assert "Adriana Pah" not in page
    assert "Penunggu Sabar" in page
    assert 'id="balasan"' in page
    assert "Yustina Manafe" in reader.get(town["first"].get_absolute_url()).content.decode()


def test_answers_under_a_hidden_comment_stand_as_under_one_that_is_gone(town, person, reader):
    page = reader.get(town["first"].get_absolute_url())
    assert lineages.shown_on(Page(page))[:2] == [town["top"].pk, town["answer"].pk]
    part = hiding.Part(Scope.LIST, addresses="x", comments=frozenset({town["top"].pk}))
    made, _new = hiding.hide(part, by=person("Moderator"))
    hidden = reader.get(town["first"].get_absolute_url()).content
    hiding.lift(made.pk, by=made.by)
    moderation.decide([town["top"].pk], Status.TRASH)

    assert lineages.shown_on(Page(reader.get(town["first"].get_absolute_url())))[0] == town["answer"].pk
    assert reader.get(town["first"].get_absolute_url()).content == hidden


def test_comment_stays_hidden_while_any_hiding_holds_it(town, person, reader):
    by = person("Moderator")
    story, _new = hiding.hide(hiding.Part(Scope.STORY, article_id=town["first"].pk), by=by)
    part = hiding.Part(Scope.LIST, addresses="x", comments=frozenset({town["top"].pk, town["other"].pk}))
    named, _new = hiding.hide(part, by=by)

    def on_pages():
        urls = (f"{town['first'].get_absolute_url()}", town["second"].get_absolute_url())
        return [pk for url in urls for pk in lineages.shown_on(Page(reader.get(url)))]

    assert (story.count, named.count) == (6, 2)
    assert on_pages() == []
    hiding.lift(story.pk, by=by)
    assert town["top"].pk not in on_pages()
    assert town["answer"].pk in on_pages()
    hiding.lift(named.pk, by=by)
    assert town["top"].pk in on_pages()
    assert town["other"].pk in on_pages()
    assert not Comment.objects.filter(is_hidden=True).exists()


def test_hidden_comment_that_is_decided_on_again_is_not_public_before_it_is_lifted(town, person):
    by = person("Moderator")
    made, _new = hiding.hide(hiding.Part(Scope.STORY, article_id=town["second"].pk), by=by)
    moderation.decide([town["other"].pk], Status.SPAM, by=by)
    moderation.decide([town["other"].pk], Status.APPROVED, by=by)
    assert not Comment.objects.public().filter(pk=town["other"].pk).exists()
    hiding.lift(made.pk, by=by)
    assert Comment.objects.public().filter(pk=town["other"].pk).exists()


def test_comments_of_a_rule_are_hidden(town, person):
    of_rule = comment(town["first"], status="approved", held_for=["links"])
    made, _new = hiding.hide(hiding.Part(Scope.RULE, rule="links"), by=person("Moderator"))
    assert list(made.hidden.values_list("comment_id", flat=True)) == [of_rule.pk]
    assert hiding.Part(Scope.RULE, rule="words:x").rows().count() == 0


def test_second_press_gets_the_first_ones_hiding(town, person):
    first, second = person("Pimpinan"), person("Moderator")
    made, _new = hiding.hide(hiding.EVERYTHING, by=first)
    again, is_new = hiding.hide(hiding.EVERYTHING, by=second)
    assert (again.pk, again.by, is_new) == (made.pk, first, False)
    _lifted, is_new = hiding.lift(made.pk, by=second)
    once_more, is_newer = hiding.lift(made.pk, by=first)
    assert (is_new, is_newer, once_more.lifted_by) == (True, False, second)
    assert hiding.lift(made.pk + 1, by=first) == (None, False)
    assert Hiding.objects.count() == 1


def test_letters_that_would_announce_wait_until_it_is_shown(town, person, mailing, accepted):
    by = person("Moderator")
    written = comment(town["second"], email="yustina@contoh.id", kabar=True)
    made, _new = hiding.hide(hiding.EVERYTHING, by=by)
    assert accepted(lambda: moderation.decide([written.pk], Status.APPROVED, by=by)) == []
    (letter,) = accepted(lambda: hiding.lift(made.pk, by=by))
    assert letter.to == ["yustina@contoh.id"]
    assert "tayang" in letter.subject


def test_letters_not_sent_yet_are_not_sent(town, person, mailing, django_capture_on_commit_callbacks, accepted):
    by = person("Moderator")
    written = comment(town["second"], email="yustina@contoh.id", kabar=True)
    with django_capture_on_commit_callbacks():  # noted, and not carried out
        moderation.decide([written.pk], Status.APPROVED, by=by)
    made, _new = hiding.hide(hiding.EVERYTHING, by=by)
    assert Letter.objects.count() == 0
    assert len(accepted(lambda: hiding.lift(made.pk, by=by))) == 1


@pytest.mark.parametrize("count", [0, 300])
def test_hiding_takes_the_same_queries_however_many_there_are(article, person, count):
    lineages.rows(article, 1 + count)
    by = person("Moderator")
    for part, most in ((hiding.EVERYTHING, 14), (hiding.Part(Scope.STORY, article_id=article.pk), 16)):
        with CaptureQueriesContext(connection) as queries:
            made, _new = hiding.hide(part, by=by)
        assert made.count == 1 + count
        assert len(queries) <= most
        with CaptureQueriesContext(connection) as queries:
            hiding.lift(made.pk, by=by)
        assert len(queries) <= most


def test_page_asks_no_more_because_comments_can_be_hidden(town, reader, person):
    """The flag is part of the queries that are asked anyway."""

    def asked(story):
        with CaptureQueriesContext(connection) as queries:
            reader.get(story.get_absolute_url())
        return [query["sql"] for query in queries]

    open_page = asked(town["first"])
    assert [sql for sql in open_page if sql.startswith('SELECT "comments_hiding')] == []
    hiding.hide(hiding.EVERYTHING, by=person("Pimpinan"))
    assert len(asked(town["first"])) < len(open_page)
    assert Article.objects.published().count() == 2
