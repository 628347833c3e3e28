"""Hostile texts as headlines, texts and credits: nothing runs for readers, in the lists, or in the editor's form."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from articles import publishing, saving
from articles.models import Article
from humas.base.cleaning import clean, from_form
from tests.articles.factories import draft, photo, report
from tests.journeys.acts import sign_in
from tests.journeys.hostile import drawn, in_lots, opened, read, silent, texts

pytestmark = pytest.mark.browser

LOT = 30  # as many as a page of a list shows
LONG_LOT = 130
LIST = "/admin/articles/article/"
LENGTHS = {"headline": 200, "dateline": 80, "standfirst": 500, "credit": 120, "byline": 120, "lead_alt_own": 250}


def form_of(sample: str, **fields: str) -> dict[str, str]:
    """What an editor sends who puts the sample wherever words can be put."""
    words = {name: sample[:length] for name, length in LENGTHS.items()}
    return {**words, "body": sample, "tags": sample, "is_open_to_comments": "on", "_publish": "1", **fields}


def written(editor, sample: str) -> tuple[Article, list[str]]:
    """The sample as a published story, and the pages on its way: refused forms, and one of the screens after."""
    refused = []
    for fields in ({}, {"headline": "Judul"}, {"headline": "Judul", "body": "Isi."}, dict.fromkeys(LENGTHS, "Kata")):
        response = editor.post(f"{LIST}add/", form_of(sample, **fields))
        if response.status_code == 303:
            story = Article.objects.get(pk=re.search(r"/(\d+)/terbitkan/", response.url)[1])
            going_out = editor.get(response.url) if story.pk % 3 == 0 else None
            try:
                story = publishing.publish(story)
            except ValidationError:  # nothing of it is left for readers to see
                story = publishing.publish(saving.save(with_text(story)))
            # A third of all samples on each of the three screens on the way: enough for their own few lines.
            room = ("", "terbit", "cetak")[story.pk % 3]
            answer = going_out or editor.get(f"{LIST}{story.pk}/{room}/")
            return story, [*refused, answer.content.decode()]
        assert response.status_code == 200, sample
        refused.append(response.content.decode())
    pytest.fail(f"no way to write a story with {sample!r}")


def with_text(story: Article) -> Article:
    story.body = clean("<p>Isi.</p>")
    return story


def test_hostile_stories_do_nothing_on_any_screen(editor, reader, visit):
    unguarded = visit(bypass_csp=True)  # the cleaning and the escaping are judged, not the policy
    guarded = visit()
    for page in (unguarded, guarded):
        sign_in(page, editor.user)

    def show(samples):
        sources, stories = [], []
        with transaction.atomic():  # the disk waits once for a lot
            for sample in samples:
                story, refused = written(editor, sample)
                stories.append(story)
                sources += [*refused, reader.get(story.get_absolute_url()).content.decode()]
                if len(stories) % 10 == 0:  # as many as the desk's first page remembers
                    sources.append(editor.get("/admin/").content.decode())
        sources += [editor.get(address).content.decode() for address in ("/", "/berita/", LIST)]
        chosen = {"action": "withdraw", "_selected_action": [story.pk for story in stories]}
        sources.append(editor.post(LIST, chosen).content.decode())
        return read(unguarded, sources) + opened(guarded, "/berita/") + opened(guarded, LIST)

    for lot in in_lots(drawn(), LOT):
        silent(lot, show)


def test_hostile_stories_do_nothing_in_the_form(editor, visit):
    pages = visit(bypass_csp=True), visit()
    for page in pages:
        sign_in(page, editor.user)

    def show(samples):
        fields = {name: "".join(samples)[:length] for name, length in LENGTHS.items()}
        body = clean("".join(from_form(sample) for sample in samples))
        story = draft(**fields, body=body, tags=[sample[:100] for sample in samples if sample.strip()])
        for sample in samples[:20]:  # as many as the choice of a photo shows
            photo(alt=sample[:250] or "-", caption=sample[:500])
            report(title=sample[:200])
        heard = []
        for page in pages:
            heard += opened(page, f"{LIST}{story.pk}/change/")
            page.wait_for_selector(".tiptap")
            page.click(".field-lead_photo .select2-selection")
            page.wait_for_selector(".select2-results__option:not(.loading-results)")
            heard += page.ears.settle(page) + page.evaluate("() => window.complaintsAbout(document, {})")
        return heard

    for lot in in_lots(texts(), LONG_LOT):
        silent(lot, show)
