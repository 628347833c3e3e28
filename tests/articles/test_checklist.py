"""What stands between a story and its readers, and what one press would make of it."""

import time

import pytest

from articles import checklist, mending
from articles.checklist import ADVICE, BLOCKING, OK, Copy
from articles.models import Article, Category, Photo
from humas.base.cleaning import CleanHtml, paragraphs

LONG = "Bupati membuka rapat kerja di aula kantor bupati pada Rabu pagi. " * 10


def story(**fields) -> Article:
    text = fields.pop("text", LONG)
    given = {
        "headline": "Bupati Buka Raker",
        "slug": "bupati-buka-raker",
        "standfirst": "Raker berlangsung dua hari.",
        "dateline": "Rote Ndao",
        "credit": "Humaspro",
        "byline": "Ina Lontar",
        "category": Category(pk=1, name="Pemerintahan"),
        "lead_photo": Photo(pk=1, alt="Bupati memukul gong", credit="Ina Lontar"),
        "body": paragraphs(text),
    }
    return Article(**given | fields)


def found(key: str, one: Article | None = None, **copy) -> checklist.Item:
    copy = Copy(one or story(), **{"tags": ["raker"]} | copy)
    return next(item for item in checklist.items(copy) if item.key == key)


def test_story_with_everything_has_nothing_to_mend():
    assert {item.state for item in checklist.items(Copy(story(), tags=["raker"]))} == {OK}


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("headline", {"headline": " "}),
        ("headline", {"headline": "\u200b\u2060"}),
        ("text", {"text": ""}),
        ("text", {"body": CleanHtml("<p>\u00a0</p>")}),
        ("alternative", {"lead_photo": Photo(pk=1, alt="")}),
        ("alternative", {"lead_photo": Photo(pk=1, alt="IMG_20261123_WA0012.jpg")}),
        ("alternative", {"lead_photo": Photo(pk=1, alt="WhatsApp Image 2026-11-23 at 10.22.01")}),
    ],
)
def test_headline_text_and_words_for_the_photo_block(key, fields):
    item = found(key, story(**fields))
    assert item.state == BLOCKING
    assert item.sentence in checklist.sentences([item])


@pytest.mark.parametrize("headline", ["🎉🎉", "5", "ꦱꦸꦒꦼꦁ"])
def test_headline_of_signs_alone_is_a_headline(headline):
    assert found("headline", story(headline=headline)).state == OK


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("standfirst", {"standfirst": ""}),
        ("dateline", {"dateline": ""}),
        ("credit", {"credit": ""}),
        ("byline", {"byline": ""}),
        ("category", {"category": None}),
        ("photo", {"lead_photo": None}),
        ("photographer", {"lead_photo": Photo(pk=1, alt="Bupati memukul gong")}),
        ("short", {"text": "Bupati membuka raker."}),
        ("spaces", {"headline": "Bupati  Buka Raker"}),
        ("capitals", {"headline": "BUPATI BUKA RAKER"}),
    ],
)
def test_all_else_is_advice_unless_the_bureau_requires_it(key, fields):
    one = story(**fields)
    assert found(key, one).state == ADVICE
    assert found(key, one, required=[key]).state == BLOCKING
    assert found(key, required=[key]).state == OK


def test_missing_tags_are_advice():
    assert found("tags", tags=[]).state == ADVICE


def test_what_blocks_stands_first_and_what_is_in_order_last():
    states = [item.state for item in checklist.items(Copy(story(text="", credit=""), tags=[]))]
    assert states == sorted(states, key=[BLOCKING, ADVICE, OK].index)
    assert set(states) == {BLOCKING, ADVICE, OK}


# What one press would write


def test_house_gives_what_a_story_lacks():
    news = Category(pk=7, name="Berita")
    bare = story(credit="", byline="", category=None)
    given = {"credit": "Humaspro Manggarai Barat", "byline": "Rin Saek, S.Kom.", "category": news}
    for key, value in given.items():
        assert found(key, bare, **given).changes == {key: value}
        assert found(key, bare).changes == {}  # the house has nothing either: by hand


def test_photo_takes_its_caption_as_words():
    photo = Photo(pk=1, alt="", caption="Bupati memukul gong tanda\nraker dibuka.")
    changes = found("alternative", story(lead_photo=photo)).changes
    assert changes == {"lead_alt_own": "Bupati memukul gong tanda raker dibuka."}
    assert found("alternative", story(lead_photo=photo, lead_alt_own=changes["lead_alt_own"])).state == OK
    assert found("alternative", story(lead_photo=Photo(pk=1, alt="", caption="IMG_1.jpg"))).changes == {}
    long = Photo(pk=1, alt="", caption="kata " * 99)
    assert len(found("alternative", story(lead_photo=long)).changes["lead_alt_own"]) <= 250


@pytest.mark.parametrize(
    ("text", "standfirst"),
    [
        ("Bupati hadir. Warga senang.", "Bupati hadir. Warga senang."),
        ("Rote Ndao – Bupati hadir.", "Bupati hadir."),
        ("Lokawena, 24 April 2026\n\nBupati hadir.", "Bupati hadir."),
        ("Bupati <b> hadir & pulang.", "Bupati <b> hadir & pulang."),
    ],
)
def test_standfirst_comes_from_the_first_paragraph(text, standfirst):
    assert mending.first_sentences(paragraphs(text)) == standfirst


def test_standfirst_ends_with_a_sentence_and_never_at_a_title():
    sentence = f"Bupati Rote Ndao Drs. Lens Haning, M.Si. membuka raker di {'aula ' * 12}kantor. "
    words = mending.first_sentences(paragraphs(sentence * 6))
    assert len(words) <= 300
    assert words.endswith("kantor.")
    endless = mending.first_sentences(paragraphs("kata " * 200))
    assert len(endless) <= 300
    assert endless.endswith("…")


@pytest.mark.parametrize(
    ("body", "place", "left"),
    [
        ("<p>Rote Ndao – Bupati hadir.</p><p>B</p>", "Rote Ndao", "<p>Bupati hadir.</p><p>B</p>"),
        (
            "<p><strong>Rote Ndao</strong> – <em>Bupati</em> &amp; wakil.</p>",
            "Rote Ndao",
            "<p><em>Bupati</em> &amp; wakil.</p>",
        ),
        ("<h2>Awal</h2><p>KUPANG, Gubernur hadir.</p>", "KUPANG", "<h2>Awal</h2><p>Gubernur hadir.</p>"),
        ("<p>Lokawena, 24 April 2026</p><p>Bupati hadir.</p>", "Lokawena", "<p>Bupati hadir.</p>"),
    ],
)
def test_place_moves_from_the_text_into_its_field(body, place, left):
    one = story(dateline="", body=CleanHtml(body))
    assert found("dateline", one).changes == {"dateline": place, "body": left}


def test_place_that_stands_twice_is_taken_out_of_the_text():
    item = found("dateline", story(dateline="Kupang", text="KUPANG, Gubernur hadir di aula."))
    assert item.changes == {"dateline": "Kupang", "body": "<p>Gubernur hadir di aula.</p>"}


@pytest.mark.parametrize(
    ("headline", "calm"),
    [
        ("BUPATI ROTE NDAO BUKA RAKER HUMAS SE-NTT", "Bupati Rote Ndao buka raker Humas se-NTT"),
        ("TNI DAN POLRI BERSIHKAN PANTAI TAHAP II", "TNI dan Polri bersihkan pantai tahap II"),
        ("HUT RI", "HUT RI"),
        ("Bupati Buka Raker", "Bupati Buka Raker"),
    ],
)
def test_shouted_headline_is_said_calmly_with_the_names_of_the_text(headline, calm):
    text = "Kemarin TNI dan Polri hadir di Rote Ndao. Raker Humas se-NTT dibuka oleh Drs. Saek, SE, dan bupati."
    assert mending.in_sentence_style(headline, text) == calm


def test_double_spaces_become_one_in_words_and_never_in_addresses():
    body = CleanHtml('<p>a  b \u00a0 c <a href="https://contoh.id/" title="x  y">d</a></p>')
    changes = found("spaces", story(headline="A  B", body=body)).changes
    assert changes["headline"] == "A B"
    assert "a b c" in changes["body"]
    assert 'title="x  y"' in changes["body"]


def test_changed_address_of_a_known_story_is_told_and_can_be_kept():
    item = found("address", known_slug="lama")
    assert item.state == ADVICE
    assert "lama" in item.sentence
    assert item.changes == {"slug": "lama"}
    assert found("address", known_slug="").state == OK


@pytest.mark.parametrize("body", ["<p>" + "a" * 900_000 + "</p>", "<p>" + "a. " * 300_000 + "</p>", "<p></p>" * 90_000])
def test_endless_text_is_looked_through_in_a_moment(body):
    start = time.process_time()
    checklist.items(Copy(story(body=CleanHtml(body), standfirst="", dateline="", headline="BUPATI BUKA RAKER")))
    assert time.process_time() - start < 3
