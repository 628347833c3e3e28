import pytest

from articles import publishing
from articles.models import Article, Status
from tests.articles.factories import draft, published_article

LIST = "/admin/articles/article/"


def act(client, action, *stories, where=LIST, **fields):
    data = {"action": action, "_selected_action": [story.pk for story in stories], **fields}
    return client.post(where, data, follow=True)


def test_actions_do_what_the_functions_do(editor):
    story = draft()
    act(editor, "publish", story)
    assert Article.objects.get().status == Status.PUBLISHED

    asked = act(editor, "withdraw", story)
    assert 'name="reason"' in asked.content.decode()
    assert Article.objects.get().status == Status.PUBLISHED
    act(editor, "withdraw", story, reason="")
    assert Article.objects.get().status == Status.PUBLISHED
    act(editor, "withdraw", story, reason="Keliru menyebut nama.")
    assert Article.objects.get().withdrawal_reason == "Keliru menyebut nama."

    act(editor, "bring_back", story)
    assert Article.objects.get().status == Status.PUBLISHED
    act(editor, "put_in_bin", story)
    assert not Article.objects.exists()
    act(editor, "take_out_of_bin", story, where=f"{LIST}?keadaan=sampah")
    assert Article.objects.exists()


def test_what_cannot_be_done_is_said_and_the_rest_is_done(editor):
    good, bad = draft(), draft(text="")
    answer = act(editor, "publish", good, bad)
    assert bad.headline in answer.content.decode()
    good.refresh_from_db()
    assert good.status == Status.PUBLISHED


def test_writer_has_no_actions_of_editors(signed_in):
    writer = signed_in("Penulis")
    story = draft()
    page = writer.get(LIST).content.decode()
    assert not any(f'value="{name}"' in page for name in ("publish", "withdraw", "put_in_bin", "delete_selected"))
    act(writer, "publish", story)
    assert Article.objects.get().status == Status.DRAFT


def test_nobody_deletes_a_story(editor, admin_client):
    story = draft()
    for client in (editor, admin_client):
        assert client.post(f"{LIST}{story.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Article.objects.exists()


def test_bin_is_a_filter_and_not_in_the_list(editor):
    story = draft(headline="Berita yang dibuang")
    publishing.put_in_bin(story)
    assert "Berita yang dibuang" not in editor.get(LIST).content.decode()
    assert "Berita yang dibuang" in editor.get(LIST, {"keadaan": "sampah"}).content.decode()


@pytest.mark.parametrize("state", ["draf", "tinjau", "embargo", "terbit", "dicabut"])
def test_every_state_can_be_asked_for(editor, state):
    stories = {
        "draf": draft(headline="Judul draf"),
        "terbit": published_article(headline="Judul terbit"),
        "dicabut": publishing.withdraw(published_article(headline="Judul dicabut"), reason="x"),
    }
    page = editor.get(LIST, {"keadaan": state}).content.decode()
    for name, story in stories.items():
        assert (story.headline in page) == (name == state)


def test_list_shows_hours_with_their_zone(editor):
    published_article()
    assert "WITA" in editor.get(LIST).content.decode()


def test_search_and_filters_answer(editor):
    draft(headline="Panen jagung")
    assert "Panen jagung" in editor.get(LIST, {"q": "jagung"}).content.decode()
    assert "Panen jagung" not in editor.get(LIST, {"q": "feri"}).content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_list_of_stories_asks_no_more_for_more(editor, django_assert_max_num_queries, count):
    for _n in range(count):
        published_article()
    with django_assert_max_num_queries(14):
        editor.get(LIST)


def test_pasted_words_that_are_no_manuscript_are_kept_in_the_box(editor):
    answer = editor.post("/admin/impor/", {"text": "hanya satu baris"})
    assert answer.status_code == 422
    assert "hanya satu baris</textarea>" in answer.content.decode()
    assert not Article.everything.exists()
