"""Hostile texts as replies: nothing runs where readers, writers and moderators see them."""

import pytest
from django.db import transaction

from comments import moderation
from comments.models import Comment, Status
from tests.articles.factories import published_article
from tests.journeys.acts import sign_in
from tests.journeys.hostile import drawn, in_lots, opened, read, silent

pytestmark = pytest.mark.browser

LOT = 50  # as many as a view of the queue shows


@pytest.fixture
def unlimited(settings):
    settings.REPLY_LIMIT_WRITER = settings.REPLY_LIMIT_NETWORK = None


def refused_fields(page: str) -> set[str]:
    return {name for name in ("body", "name", "email", "website") if f'id="balasan-{name}_error"' in page}


def sent(reader, story, samples):
    """Post each sample in every field; then what of it may be taken. Gives the forms that came back."""
    forms = []
    token = reader.token(story)
    for number, sample in enumerate(samples):
        everywhere = dict.fromkeys(("body", "name", "email", "website"), sample)
        response = reader.reply(story, token=token, **everywhere)
        assert response.status_code == 422, sample
        page = response.content.decode()
        forms.append(page)
        refused = refused_fields(page)
        assert "email" in refused, sample
        taken = {name: sample for name in ("body", "name", "website") if name not in refused}
        if len(sample) > 245:
            taken["name"] = sample[:245]
        honest = {"body": f"Komentar {number}.", "name": "Ina Lontar"}
        assert reader.reply(story, token=token, **honest | taken).status_code == 303, sample
    return forms


def test_hostile_replies_do_nothing_on_any_screen(reader, visit, person, unlimited):
    unguarded = visit(bypass_csp=True)  # the cleaning and the escaping are judged, not the policy
    guarded = visit()
    moderator = person("Moderator")
    for page in (unguarded, guarded):
        sign_in(page, moderator)

    def show(samples):
        story = published_article()
        with transaction.atomic():  # the disk waits once for a lot
            forms = sent(reader, story, samples)
        comments = Comment.objects.filter(article=story)
        assert comments.count() == len(samples)
        heard = []
        for page in (unguarded, guarded):
            listed = 0
            for view in ("perlu-dibaca", "diduga-judol"):
                heard += opened(page, f"/admin/antrean/?tampilan={view}")
                listed += page.locator(".queue-item").count()
            assert listed == len(samples)
        moderation.decide([comment.pk for comment in comments], Status.APPROVED, by=moderator)
        for page in (unguarded, guarded):
            heard += opened(page, story.get_absolute_url())
            shown = page.locator(".comment .comment-name").all_text_contents()
            assert shown == [comment.shown_name for comment in comments]
        receipts = [reader.get(f"/tanggapan/{comment.receipt_token}/").content.decode() for comment in comments]
        heard += read(unguarded, forms) + read(unguarded, receipts)
        return heard

    for lot in in_lots(drawn(), LOT):
        silent(lot, show)
