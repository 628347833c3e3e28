"""What changed between two texts: said so that both can be read from it, and in bounded time."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.revisions.align import rows
from articles.revisions.blocks import blocks
from articles.revisions.diff import Fold, compare_snapshots
from articles.revisions.matching import Budget, common
from articles.revisions.words import ADDED, REMOVED, compare, side
from humas.base.cleaning import clean, paragraphs

WORDS = ["Bupati", "meninjau", "jembatan", "di", "Oelua", ",", "dan", "warga", "5.000", "<b>", "&amp;", "🌾", " ", "\n"]
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
inline = st.tuples(
    st.sampled_from(["{}", "<strong>{}</strong>", "<em>{}</em>", '<a href="https://a.id/">{}</a>']), texts
)
block = st.tuples(
    st.sampled_from(
        ["<p>{}</p>", "<h2>{}</h2>", "<ul><li>{}</li></ul>", "<blockquote><p>{}</p></blockquote>", "{}<br>"]
    ),
    st.lists(inline.map(lambda pair: pair[0].format(pair[1])), max_size=3).map(" ".join),
)
bodies = st.lists(block.map(lambda pair: pair[0].format(pair[1])), max_size=8).map("".join)


def changed(old, new, **options):
    return compare_snapshots({"body": clean(old)}, {"body": clean(new)}, **options)


def shown(row):
    marks = {"same": "{}", "added": "[+{}+]", "removed": "[-{}-]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in row.pieces)


@given(texts, texts)
def test_old_and_new_text_can_be_read_whole(old, new):
    pieces = compare(old, new, Budget(10_000))
    assert side(pieces, without=ADDED) == old
    assert side(pieces, without=REMOVED) == new
    assert all(piece.text for piece in pieces)


@given(texts, texts, st.integers(0, 40))
def test_they_can_be_read_whole_when_time_runs_out(old, new, steps):
    pieces = compare(old, new, Budget(steps))
    assert (side(pieces, without=ADDED), side(pieces, without=REMOVED)) == (old, new)


@given(bodies, bodies, st.sampled_from([0, 30, 100_000]))
def test_old_and_new_body_can_be_read_whole(old, new, steps):
    before, after = blocks(clean(old)), blocks(clean(new))
    found = rows(before, after, Budget(steps))
    assert [row.old for row in found if row.old] == before
    assert [row.new for row in found if row.new] == after
    for row in found:
        if row.old:
            assert side(row.pieces, without=ADDED) == row.old.text
        if row.new:
            assert side(row.pieces, without=REMOVED) == row.new.text


@given(bodies)
def test_the_same_body_has_no_change(body):
    assert compare_snapshots({"body": clean(body)}, {"body": clean(body)}).is_empty


@given(bodies)
def test_runs_of_a_block_cover_its_text(body):
    for one in blocks(clean(body)):
        assert sum(length for length, _style in one.runs) == len(one.text)


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=12))
def test_what_is_in_common_rises_on_both_sides(a, b):
    x = y = 0
    for i, j, length in common(a, b, Budget(1000)):
        assert i >= x
        assert j >= y
        assert a[i : i + length] == b[j : j + length] != []
        x, y = i + length, j + length


def test_changed_word_is_marked_within_its_paragraph():
    diff = changed("<p>Bupati meninjau jembatan lama di Oelua.</p>", "<p>Bupati meninjau jembatan baru di Oelua.</p>")
    assert [shown(row) for row in diff.body] == ["Bupati meninjau jembatan [-lama-][+baru+] di Oelua."]


def test_small_words_between_two_changes_go_with_them():
    pieces = compare("Bupati membangun di Kupang kemarin", "Bupati meresmikan di Atambua kemarin", Budget(1000))
    assert [piece.text for piece in pieces] == ["Bupati ", "membangun di Kupang", "meresmikan di Atambua", " kemarin"]


def test_text_with_nothing_in_common_is_one_instead_of_the_other():
    assert [piece.kind for piece in compare("Panen raya dimulai.", "Sekolah baru, dibuka!", Budget(1000))] == [
        REMOVED,
        ADDED,
    ]


def test_paragraphs_added_removed_and_moved_are_told_apart():
    old = paragraphs(
        "Bupati membuka rapat kerja daerah.\n\nPanen dimulai pekan depan kata Camat.\n\nRapat ditutup sore."
    )
    new = paragraphs("Rapat ditutup sore.\n\nBupati membuka rapat kerja daerah.\n\nWarga menyambut dengan tarian.")
    kinds = {row.kind: row.block.text for row in changed(old, new).body}
    assert kinds["removed"] == "Panen dimulai pekan depan kata Camat."
    assert kinds["added"] == "Warga menyambut dengan tarian."
    moved = paragraphs(
        "Panen dimulai pekan depan kata Camat.\n\nBupati membuka rapat kerja daerah.\n\nRapat ditutup sore."
    )
    assert [row.kind for row in changed(old, moved).body] in (
        ["moved_away", "same", "moved_here", "same"],
        ["moved_here", "same", "moved_away", "same"],
    )


def test_change_of_looks_alone_is_said_in_words():
    old = '<p>Bupati meninjau <a href="https://a.id/">jembatan</a> lama.</p><p>Warga senang.</p>'
    new = '<p>Bupati <strong>meninjau</strong> <a href="https://b.id/">jembatan</a> lama.</p><h2>Warga senang.</h2>'
    first, second = changed(old, new).body
    assert (first.kind, second.kind) == ("looks", "looks")
    assert any("meninjau" in note for note in first.notes)
    assert any("https://b.id/" in note for note in first.notes)
    assert len(second.notes) == 1
    assert changed(old, new).body[0].old.text == changed(old, new).body[0].new.text


def test_bold_word_in_a_changed_paragraph_is_said_too():
    (row,) = changed("<p>Bupati meninjau dua jembatan.</p>", "<p>Bupati <em>meninjau</em> tiga jembatan.</p>").body
    assert row.kind == "changed"
    assert any("meninjau" in note for note in row.notes)


def test_long_run_of_the_same_is_folded():
    old = paragraphs("\n\n".join(f"Paragraf nomor {number} yang tetap." for number in range(20)))
    diff = changed(old, old.replace("nomor 10 yang", "nomor sepuluh yang"))
    assert [row.kind for row in diff.folded] == ["fold", "same", "changed", "same", "fold"]
    assert [row.count for row in diff.folded if isinstance(row, Fold)] == [9, 8]


def test_fields_beside_the_text():
    old = {
        "headline": "Satu", "slug": "satu", "category": {"id": 1, "name": "Umum"}, "tags": ["a", "b"],
        "photos": [{"role": "lead", "id": 7, "alt": "Jembatan", "alt_own": ""}],
    }  # fmt: skip
    new = old | {
        "slug": "dua", "category": {"id": 2, "name": "Desa"}, "tags": ["b", "c, d"],
        "photos": [{"role": "lead", "id": 8, "alt": "Sawah", "alt_own": "Sawah dari utara"}],
    }  # fmt: skip
    fields = {field.name: field for field in compare_snapshots(old, new).fields if field.is_changed}
    assert set(fields) == {"slug", "category", "tags", "lead_photo", "lead_alt_own"}
    assert [(piece.kind, piece.text) for piece in fields["tags"].pieces] == [
        ("removed", "a"), ("same", "b"), ("added", "c, d"),
    ]  # fmt: skip
    assert (fields["lead_photo"].old_photo, fields["lead_photo"].new_photo) == (7, 8)
    assert [piece.text for piece in fields["category"].pieces] == ["Umum", "Desa"]


def test_category_of_another_name_is_the_same_category():
    renamed = ({"category": {"id": 1, "name": name}} for name in ("Umum", "Berita Umum"))
    assert compare_snapshots(*renamed).is_empty


MANY = [f"kata{number}" for number in range(3000)]


def _body(rng, count, length, words):
    return "".join(f"<p>{' '.join(rng.choices(words, k=length))}</p>" for _n in range(count))


def _edited(rng, body):
    return body.replace("</p>", f" {rng.choice(MANY)}</p>")


BAD = {
    "every paragraph edited": lambda rng: (body := _body(rng, 10_000, 12, MANY), _edited(rng, body)),
    "nothing in common": lambda rng: (_body(rng, 10_000, 12, MANY), _body(rng, 10_000, 12, MANY)),
    "few words many times": lambda rng: (
        _body(rng, 10_000, 1, ["ya", "tidak"]),
        _body(rng, 10_000, 1, ["ya", "tidak"]),
    ),
    "hundred paragraphs many times": lambda rng: (_body(rng, 10_000, 1, MANY[:100]), _body(rng, 10_000, 1, MANY[:100])),
    "one paragraph of two words": lambda rng: (
        _body(rng, 1, 250_000, ["a", "di"]),
        _body(rng, 1, 250_000, ["a", "di"]),
    ),
    "one paragraph, other words": lambda rng: (_body(rng, 1, 110_000, MANY), _body(rng, 1, 110_000, MANY)),
    "looks at every word": lambda _rng: (
        "<p>" + "a <em>b</em> " * 60_000 + "</p>",
        "<p>" + "<em>a</em> b " * 60_000 + "</p>",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_million_characters_are_answered_in_time(name):
    old, new = BAD[name](random.Random(7))
    began = time.process_time()
    diff = compare_snapshots({"body": old}, {"body": new})
    assert time.process_time() - began < 6  # two seconds on an idle machine, and room for a busy one
    assert not diff.is_empty


def test_what_was_not_compared_is_said():
    rng = random.Random(7)
    old, new = _body(rng, 1, 3000, MANY[:200]), _body(rng, 1, 3000, MANY[:200])
    assert compare_snapshots({"body": old}, {"body": new}, steps=100).is_rough
    assert not changed("<p>Satu dua.</p>", "<p>Satu tiga.</p>").is_rough
