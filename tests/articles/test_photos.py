import csv
import io

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles import publishing
from articles.models import Photo
from articles.photos.inspect import Refused
from articles.photos.keeping import keep
from articles.photos.renditions import WIDEST, rendition
from tests.articles.factories import draft, photo, picture, published_article
from tests.data import data_path


def samples():
    """(file, outcome) of the shared pictures; one placeholder where they are not here, so that the skip is seen."""
    try:
        manifest = data_path("images", "manifest.csv")
    except BaseException:  # pytest's skip and fail are raised again inside the test
        return [("manifest.csv", "either")]
    with manifest.open(newline="") as file:
        return [(row["file"], row["outcome"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("name", "outcome"), samples())
def test_pictures_are_judged_by_their_content(name, outcome):
    data = data_path("images", name).read_bytes()
    try:
        drawn = rendition(data)
    except Refused:
        assert outcome in ("reject", "either")
        return
    assert outcome in ("accept", "either")
    with Image.open(io.BytesIO(drawn.data)) as image:
        image.load()
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (drawn.width, drawn.height))
        assert not image.getexif()
        assert not {"exif", "xmp", "comment", "photoshop", "icc_profile"} & set(image.info)


def test_rotated_picture_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    drawn = rendition(picture(80, 40, exif=exif))
    assert (drawn.width, drawn.height) == (40, 80)


def test_large_picture_is_made_no_wider_than_a_page():
    assert rendition(picture(WIDEST * 2, 200)).width == WIDEST


def test_same_picture_is_kept_once(db):
    keep(picture(), alt="Jembatan")
    with pytest.raises(Refused) as refused:
        keep(picture(), alt="Jembatan lagi")
    assert refused.value.code == "known"


def test_refused_picture_leaves_nothing_on_disk(db):
    with pytest.raises(Refused):
        keep(b"bukan gambar", alt="x")
    assert not Photo.objects.exists()
    assert not default_storage.exists("originals") or not default_storage.listdir("originals")[1]


@pytest.mark.contract
def test_picture_is_public_only_while_a_public_story_uses_it(client, db):
    shown = photo()
    address = shown.url
    assert client.get(address).status_code == 404
    story = draft(lead_photo=shown)
    assert client.get(address).status_code == 404

    publishing.publish(story)
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/jpeg"
    assert "Set-Cookie" not in answer.headers
    publishing.withdraw(story, reason="Keliru.")
    assert client.get(address).status_code == 404


def test_desk_sees_pictures_that_are_not_public(client, editor, db):
    address = f"/admin/foto/{photo().pk}/160/"
    assert editor.get(address).status_code == 200
    assert client.get(address).status_code == 302


def test_story_names_its_picture_for_those_who_share_it(client, db, site_url):
    shown = photo(alt="Jembatan gantung")
    page = client.get(published_article(lead_photo=shown).get_absolute_url()).content.decode()
    assert f'<meta property="og:image" content="{site_url}{shown.url}">' in page
    assert 'alt="Jembatan gantung"' in page


def test_editor_uploads_a_picture_and_a_bad_file_is_answered_with_a_sentence(editor):
    words = {"alt": "Jembatan", "caption": "", "credit": "Ina", "rights": ""}
    good = SimpleUploadedFile("foto.bin", picture(90, 60))
    assert editor.post("/admin/articles/photo/add/", {"original": good, **words}).status_code == 302
    assert Photo.objects.get().credit == "Ina"

    bad = SimpleUploadedFile("foto.jpg", b"bukan gambar")
    answer = editor.post("/admin/articles/photo/add/", {"original": bad, **words})
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert Photo.objects.count() == 1


def test_words_of_a_kept_picture_can_be_changed(editor):
    kept = photo()
    answer = editor.post(
        f"/admin/articles/photo/{kept.pk}/change/", {"alt": "Baru", "caption": "c", "credit": "", "rights": ""}
    )
    assert answer.status_code == 302
    kept.refresh_from_db()
    assert kept.alt == "Baru"
    assert kept.rendition.read()
