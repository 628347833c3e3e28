"""Two who write on one story: who comes second is told, and nobody's words are lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import publishing
from articles.models import Article, Category, Revision
from articles.revisions.both import compare_both
from articles.revisions.diff import Fold
from humas.base.cleaning import clean, paragraphs
from tests.articles.factories import draft
from tests.articles.test_history import head, save
from tests.articles.test_story_form import change, filled

THREE = "Bupati membuka rapat kerja.\n\nPanen dimulai pekan depan.\n\nRapat ditutup sore hari."


def section(answer):
    page = answer.content.decode()
    return page[page.index('<section class="conflict"') : page.index("</section>", page.index('class="conflict"'))]


def rows(answer):
    """{first cell: (theirs, mine)} without tags."""
    plain = {}
    for row in re.findall(r"<tr class=\"conflict-.*?</tr>", section(answer), re.S):
        cells = [
            re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", cell)).strip()
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.S)
        ]
        plain[cells[0]] = cells[1:]
    return plain


def written(story, base, **fields):
    return filled(**{"headline": story.headline, "slug": story.slug, "body": story.body, "base": base} | fields)


def test_both_texts_stand_paragraph_by_paragraph_marked_against_the_base(editor, signed_in):
    story = draft(text=THREE)
    base = story.head_id
    other = signed_in("Redaktur")
    theirs = written(story, base, body=story.body.replace("rapat kerja", "rapat tahunan"), reason="Nama rapat")
    assert other.post(change(story), theirs).status_code == 302

    answer = editor.post(change(story), written(story, base, body=story.body.replace("sore hari", "malam hari")))

    assert answer.status_code == 409
    told = section(answer)
    assert str(other.user) in told
    assert "Nama rapat" in told
    assert re.search(r"\d\d\.\d\d WITA", told)
    assert "kerja</del>" in told
    assert "tahunan</ins>" in told
    assert "malam</ins>" in told
    assert [len(cells) for cells in rows(answer).values()] == [2, 2, 2]


def test_words_of_both_are_on_the_page_and_the_second_press_saves(editor):
    story = draft(text=THREE)
    base = story.head_id
    save(story, headline="Judul mereka", standfirst="Ringkasan mereka", tags=["Stefanus M. Saek, SE, M.Si."])
    mine = written(story, base, headline="Judul saya", credit="Kredit saya", body="<p>Teks saya.</p>")

    answer = editor.post(change(story), mine)

    told, page = section(answer), answer.content.decode()
    for words in ("Judul mereka", "Ringkasan mereka", "Stefanus M. Saek, SE, M.Si."):
        assert re.search(rf"<textarea [^>]*readonly>{re.escape(words)}</textarea>", told)
    assert 'value="Judul saya"' in page
    assert 'value="Kredit saya"' in page
    assert "Teks saya." in page
    assert f'name="base" value="{head(story).pk}"' in page
    count = Revision.objects.count()
    assert head(story).snapshot["headline"] == "Judul mereka"
    assert editor.post(change(story), mine | {"base": head(story).pk}).status_code == 302
    assert head(story).snapshot["headline"] == "Judul saya"
    assert Revision.objects.count() == count + 1


def test_invalid_form_on_an_older_text_is_told_of_both(editor):
    story = draft(headline="Satu")
    base = story.head_id
    save(story, headline="Judul mereka")

    answer = editor.post(change(story), written(story, base, headline="", credit="Kredit saya"))

    assert answer.status_code == 409
    page = answer.content.decode()
    assert 'class="errorlist' in page
    assert "Judul mereka" in section(answer)
    assert "Kredit saya" in section(answer)
    assert f'name="base" value="{head(story).pk}"' in page
    assert head(story).snapshot["headline"] == "Judul mereka"


def test_invalid_form_on_the_newest_text_is_no_conflict(editor):
    story = draft(headline="Satu")
    answer = editor.post(change(story), written(story, story.head_id, headline=""))
    assert answer.status_code == 200
    assert 'class="conflict"' not in answer.content.decode()


@pytest.mark.parametrize("base", ["", "x", "99999999999999999999", "-1", "٣"])
def test_forged_base_neither_breaks_nor_overwrites_unseen(editor, base):
    story = draft(headline="Satu")
    answer = editor.post(change(story), written(story, base, headline=""))
    assert answer.status_code in (200, 409)


def test_what_became_of_the_story_meanwhile_is_said(editor, signed_in):
    story = draft(headline="Satu")
    base = story.head_id
    save(story, headline="Judul mereka")
    publishing.withdraw(publishing.publish(story), reason="Salah alamat")
    Article.everything.get(pk=story.pk)
    withdrawn = section(editor.post(change(story), written(story, base, headline="Judul saya")))
    publishing.put_in_bin(story)
    binned = section(editor.post(change(story), written(story, base, headline="Judul saya")))
    assert 'class="conflict-state"' in withdrawn
    assert 'class="conflict-state"' in binned
    assert (
        re.search('class="conflict-state">(.*?)<', withdrawn)[1]
        != re.search('class="conflict-state">(.*?)<', binned)[1]
    )


def test_saving_a_story_that_was_binned_meanwhile_keeps_the_words_and_says_so(editor):
    story = draft(headline="Satu")
    base = story.head_id
    publishing.put_in_bin(story)
    answer = editor.post(change(story), written(story, base, headline="Judul saya"), follow=True)
    assert head(story).snapshot["headline"] == "Judul saya"
    assert 'class="warning"' in answer.content.decode()


def test_writer_whose_draft_was_published_meanwhile_gets_every_word_back(signed_in, editor):
    writer = signed_in("Penulis")
    story = draft(headline="Satu", author=writer.user)
    base = story.head_id
    publishing.publish(story)

    answer = writer.post(change(story), written(story, base, headline="Judul saya", body="<p>Teks <b>saya</b>.</p>"))

    assert answer.status_code == 403
    page = answer.content.decode()
    assert "Judul saya</textarea>" in page
    assert "&lt;p&gt;Teks &lt;b&gt;saya&lt;/b&gt;.&lt;/p&gt;</textarea>" in page
    assert Article.objects.get().headline == "Satu"
    assert signed_in().post(change(story), {"headline": "Judul saya"}).status_code == 403


def test_hostile_words_on_either_side_do_nothing(editor):
    bad = '"><script>alert(1)</script></textarea><img src=x onerror=alert(1)>'
    story = draft(headline="Aman")
    base = story.head_id
    save(story, headline=bad, standfirst=bad, tags=[bad], reason=bad)
    page = editor.post(
        change(story), written(story, base, headline=bad + " saya", credit=bad, tags=bad)
    ).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_category_and_photo_are_named_on_both_sides(editor):
    umum, desa = (Category.objects.create(name=name, slug=name.lower()) for name in ("Umum", "Desa"))
    story = draft(category=umum)
    base = story.head_id
    save(story, category=desa)
    answer = editor.post(change(story), written(story, base, category="", headline="Judul saya"))
    label = next(name for name in rows(answer) if "ategor" in name)
    theirs, mine = rows(answer)[label]
    assert "Desa" in theirs
    assert "Umum" in mine  # struck through: they had it before them


def both(base, theirs, mine):
    return compare_both(*({"body": paragraphs("\n\n".join(text))} for text in (base, theirs, mine)))


def test_each_paragraph_says_who_changed_it():
    base = ["Bupati membuka rapat kerja daerah.", "Panen raya dimulai pekan depan.", "Rapat ditutup sore hari ini."]
    theirs = [base[0].replace("Bupati", "Wabup"), base[1], base[2], "Tambahan dari mereka saja."]
    mine = [base[0].replace("kerja", "tahunan"), base[2].replace("sore", "malam")]
    found = [(row.kind, row.theirs is not None, row.mine is not None) for row in both(base, theirs, mine).body]
    assert found == [
        ("both", True, True),
        ("i_removed", True, False),
        ("mine", True, True),
        ("they_added", True, False),
    ]
    swapped = [row.kind for row in both(base, mine, theirs).body]
    assert swapped == ["both", "they_removed", "theirs", "i_added"]


text = st.lists(st.sampled_from(["satu dua tiga", "empat lima enam", "tujuh delapan", "a", "<b>x</b> &"]), max_size=6)


@given(text, text, text)
def test_no_paragraph_of_either_side_is_left_out(base, theirs, mine):
    found = both(base, theirs, mine).body
    wanted = [clean(paragraphs("\n\n".join(side))).count("<p>") for side in (theirs, mine)]
    folded = sum(row.count for row in found if isinstance(row, Fold))
    shown = [row for row in found if not isinstance(row, Fold)]
    if found:
        assert folded + sum(row.theirs is not None for row in shown) == wanted[0]
        assert folded + sum(row.mine is not None for row in shown) == wanted[1]
    else:
        assert paragraphs("\n\n".join(theirs)) == paragraphs("\n\n".join(mine))


def test_paragraph_they_moved_and_i_changed_stands_beside_itself():
    base = ["Bupati membuka rapat kerja daerah.", "Panen raya dimulai pekan depan.", "Warga berharap jalan diperbaiki."]
    theirs = [base[0], base[2], base[1]]
    mine = [base[0], base[1], base[2] + " Begitu pula jembatan."]
    kinds = [row.kind for row in both(base, theirs, mine).body]
    assert "i_removed" not in kinds
    assert "they_removed" not in kinds
