"""Between editors: handed over, sent back, talked about."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles import publishing, review, saving
from articles.models import Article, Note, NoteKind, Status
from humas.base.cleaning import paragraphs
from tests.articles.factories import draft, published_article
from tests.articles.test_story_form import ADD, change, errors, filled
from tests.holding import held_by_another


@pytest.fixture
def writer(signed_in):
    return signed_in("Penulis")


@pytest.fixture
def in_review(writer):
    return review.hand_over(draft(author=writer.user), by=writer.user, note="Mohon dicek.")


def page(client, story):
    return client.get(change(story)).content.decode()


def notes(story):
    return [(note.kind, note.text) for note in story.notes.all()]


def sent(story, **fields):
    """What the form of this story sends when nothing in it was touched."""
    return filled(headline=story.headline, body=story.body, slug=story.slug, base=story.head_id) | fields


# --- The acts ---


def test_draft_handed_over_is_in_review_with_its_note(writer):
    story = review.hand_over(draft(), by=writer.user, note="  Foto menyusul.\r\nTolong cek nama.  ")
    assert Article.objects.get().status == Status.IN_REVIEW
    assert notes(story) == [(NoteKind.HANDED_OVER, "Foto menyusul.\nTolong cek nama.")]


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        (lambda story: publishing.put_in_bin(story), "binned"),
        (lambda story: publishing.publish(story), "nothing_new"),
        (lambda story: publishing.withdraw(publishing.publish(story), reason="Keliru."), "withdrawn"),
        (lambda story: review.hand_over(story, by=None), "in_review"),
    ],
)
def test_what_cannot_be_handed_over_stays_as_it_is(db, prepare, code):
    story = draft()
    prepare(story)
    before = Article.everything.get().status, Note.objects.count()
    with pytest.raises(ValidationError) as refused:
        review.hand_over(story, by=None, note="Catatan")
    assert refused.value.code == code
    assert (Article.everything.get().status, Note.objects.count()) == before


def test_page_without_a_text_is_not_reviewed(db):
    with pytest.raises(ValidationError) as refused:
        review.hand_over(draft(body="<p> </p>"), by=None)
    assert refused.value.code == "empty"


def test_unpublished_changes_are_handed_over_by_a_note_and_readers_see_the_old_text(editor, reader):
    story = published_article(headline="Lama")
    story.headline = "Baru"
    saving.save(story)
    review.hand_over(story, by=editor.user, note="Angka diperbaiki.")
    assert Article.objects.get().status == Status.PUBLISHED
    assert notes(story) == [(NoteKind.HANDED_OVER, "Angka diperbaiki.")]
    assert "Lama" in reader.get(Article.objects.get().get_absolute_url()).content.decode()
    assert review.talk(Article.objects.get()).is_waiting
    publishing.publish(story, by=editor.user)
    assert not review.talk(Article.objects.get()).is_waiting


def test_sending_back_needs_a_note(in_review, editor):
    with pytest.raises(ValidationError):
        review.send_back(in_review, by=editor.user, note="  ")
    assert Article.objects.get().status == Status.IN_REVIEW
    review.send_back(in_review, by=editor.user, note="Lengkapi kutipan.")
    assert Article.objects.get().status == Status.DRAFT
    assert notes(in_review)[-1] == (NoteKind.SENT_BACK, "Lengkapi kutipan.")
    with pytest.raises(ValidationError):
        review.send_back(in_review, by=editor.user, note="Sekali lagi.")


@pytest.mark.parametrize("text", ["", " \n ", "x" * 2001])
def test_note_that_is_empty_or_too_long_is_refused(article, text):
    with pytest.raises(ValidationError):
        review.add_note(article, by=None, text=text)
    assert not Note.objects.exists()


def test_note_sent_twice_is_one(article, editor):
    for _press in range(2):
        review.add_note(article, by=editor.user, text="Sudah dicek.")
    assert Note.objects.count() == 1


# --- The form ---


def test_writer_hands_a_new_story_over_in_one_press(writer):
    answer = writer.post(ADD, filled(_handover="1", note="Mohon dicek."))
    story = Article.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, change(story))
    assert (story.status, notes(story)) == (Status.IN_REVIEW, [(NoteKind.HANDED_OVER, "Mohon dicek.")])


def test_handing_over_keeps_what_was_just_written(writer):
    story = draft(author=writer.user)
    writer.post(change(story), sent(story, headline="Judul Akhir", _handover="1"))
    story = Article.objects.get()
    assert (story.headline, story.status) == ("Judul Akhir", Status.IN_REVIEW)


def test_new_story_pressed_twice_is_one_story_and_one_note(writer):
    twice = filled(_handover="1", note="Mohon dicek.", once="8b0a7d0e-6f0e-4e0e-9a53-0a2f4f3b1c11")
    for _press in range(2):
        last = writer.post(ADD, twice, follow=True)
    assert notes(Article.objects.get()) == [(NoteKind.HANDED_OVER, "Mohon dicek.")]
    assert "alertlist" not in last.content.decode()


def test_story_without_text_is_saved_not_handed_over_and_the_note_is_kept(writer):
    writer.post(ADD, filled(body="", _handover="1", note="Teks menyusul."))
    story = Article.objects.get()
    assert (story.status, notes(story)) == (Status.DRAFT, [(NoteKind.NOTE, "Teks menyusul.")])


def test_refused_form_keeps_the_note_too(writer):
    answer = writer.post(ADD, filled(headline="", _handover="1", note="Mohon dicek segera."))
    assert "Mohon dicek segera." in answer.content.decode()
    assert not Note.objects.exists()


def test_older_form_comes_back_with_its_note(editor):
    story = draft()
    opened = story.head_id
    story.headline = "Orang lain"
    saving.save(story)
    answer = editor.post(change(story), sent(story, headline="Saya", base=opened, note="Sudah dicek.", _note="1"))
    assert answer.status_code == 409
    assert "Sudah dicek." in answer.content.decode()
    assert not Note.objects.exists()


def test_sending_back_without_a_note_saves_nothing_and_says_so_at_the_note(in_review, editor):
    answer = editor.post(change(in_review), sent(in_review, headline="Diubah redaktur", _sendback="1"))
    assert errors(answer)
    assert "Diubah redaktur" in answer.content.decode()
    row = Article.objects.get()
    assert (row.status, row.headline) == (Status.IN_REVIEW, in_review.headline)


def test_editor_sends_back_and_the_writer_reads_why(in_review, editor, writer):
    answer = editor.post(change(in_review), sent(in_review, _sendback="1", note="Lengkapi <b>kutipan</b>."))
    assert (answer.status_code, answer["Location"]) == (303, change(in_review))
    read = page(writer, in_review)
    assert "Lengkapi &lt;b&gt;kutipan&lt;/b&gt;." in read
    assert str(editor.user) in read
    assert "WITA" in read
    assert 'name="_handover"' in read


@pytest.mark.parametrize("button", ["_save", "_publish", "_note"])
def test_note_goes_along_with_every_button(in_review, editor, button):
    editor.post(change(in_review), sent(in_review, note="Bagus.", **{button: "1"}))
    assert notes(in_review)[-1] == (NoteKind.NOTE, "Bagus.")


def test_note_is_no_word_of_the_story(in_review, editor):
    before = in_review.head_id
    editor.post(change(in_review), sent(in_review, note="Bagus.", _note="1"))
    assert Article.objects.get().head_id == before


def test_change_after_handing_over_is_said_with_its_writer(in_review, editor, writer):
    def said():
        return page(editor, in_review).count("review-changed")

    assert not said()
    answer = writer.post(change(in_review), sent(in_review, headline="Judul lain"), follow=True)
    assert answer.status_code == 200  # the writer may go on
    assert said()
    assert str(writer.user) in page(editor, in_review)


def test_writer_cannot_send_back_and_the_typed_note_is_kept(in_review, writer):
    assert 'name="_sendback"' not in page(writer, in_review)
    writer.post(change(in_review), sent(in_review, _sendback="1", note="Saya tarik saja."))
    assert Article.objects.get().status == Status.IN_REVIEW
    assert notes(in_review)[-1] == (NoteKind.NOTE, "Saya tarik saja.")


def test_words_of_a_writer_whose_story_was_published_meanwhile_come_back(in_review, writer, editor):
    publishing.publish(in_review, by=editor.user)
    answer = writer.post(change(in_review), sent(in_review, body=paragraphs("Alinea yang baru."), note="Mohon cek."))
    assert answer.status_code == 403
    assert "Alinea yang baru." in answer.content.decode()
    assert "Mohon cek." in answer.content.decode()
    assert "Alinea yang baru." not in Article.objects.get().head.snapshot["body"]


@pytest.mark.django_db(transaction=True)
def test_busy_newsroom_gives_the_note_back(editor, article):
    with held_by_another("articles_article"):
        answer = editor.post(change(article), sent(article, note="Mohon dicek.", _note="1"))
    assert answer.status_code == 503
    assert "Mohon dicek." in answer.content.decode()


def test_writer_hands_over_nobody_elses_story(writer):
    theirs = draft()
    assert 'name="_handover"' not in page(writer, theirs)
    assert writer.post(change(theirs), sent(theirs, _handover="1")).status_code == 403
    assert not review.may_hand_over(writer.user, theirs)


@pytest.mark.parametrize("group", ["Pimpinan", "Moderator", "Administrator", "Penulis"])
def test_who_only_reads_a_story_may_leave_a_note(signed_in, group):
    story, client = draft(), signed_in(group)
    address = reverse("admin:articles_article_note", args=[story.pk])
    assert f'formaction="{address}"' in page(client, story)
    answer = client.post(address, {"note": "Tolong sebut nama desa."})
    assert answer.status_code == 303
    assert notes(story) == [(NoteKind.NOTE, "Tolong sebut nama desa.")]
    assert "Tolong sebut nama desa." in page(client, story)


def test_note_alone_that_is_refused_keeps_its_words(signed_in, article):
    address = reverse("admin:articles_article_note", args=[article.pk])
    client = signed_in("Pimpinan")
    assert client.post(address, {"note": ""}).status_code == 422
    answer = client.post(address, {"note": "panjang " * 300})
    assert answer.status_code == 422
    assert "panjang panjang" in answer.content.decode()
    assert client.get("/admin/articles/article/99999/catatan/").status_code == 404


def test_notes_are_on_no_page_of_readers(in_review, editor, reader):
    publishing.publish(in_review, by=editor.user)
    story = Article.objects.get()
    for address in [story.get_absolute_url(), "/", "/feed/"]:
        assert "Mohon dicek." not in reader.get(address).content.decode()


@pytest.mark.parametrize("count", [1, 40])
def test_form_asks_as_often_for_forty_notes_as_for_one(in_review, editor, count, django_assert_max_num_queries):
    for number in range(count):
        review.add_note(in_review, by=editor.user, text=f"Catatan {number}")
    page(editor, in_review)
    with django_assert_max_num_queries(22):
        page(editor, in_review)
