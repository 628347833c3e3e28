"""*Berita saya*: one person's published work, as evidence of it."""

import pytest

from articles import publishing
from humas.base.models import Newsroom
from tests.articles.factories import photo, report
from tests.desk.recaps import errors, headlines, lines, story, words_of

OWN = "/admin/rekap/saya/"
OCTOBER = {"bulan": "2026-10"}


@pytest.fixture
def ina(person):
    return person("Penulis", username="ina", office="Pranata Humas")


@pytest.fixture
def desk(client, ina):
    client.force_login(ina)
    return client


def printed(client, asked=OCTOBER) -> list[str]:
    return lines(client.get(OWN, asked | {"bentuk": "docx"}))


def test_writer_finds_what_readers_see_of_the_own_work(desk, ina, person):
    story("2026-10-02 08:00", "Punya Ina", author=ina)
    story("2026-10-03 08:00", "Bagian Ina", author=ina, report=report())
    story("2026-10-04 08:00", "Foto Ina", lead_photo=photo(credit="Foto: Ina Tercetak/Humas"))
    story("2026-10-05 08:00", "Punya orang", author=person("Penulis"), lead_photo=photo(credit="Rina Tercetak"))
    publishing.withdraw(story("2026-10-06 08:00", "Dicabut", author=ina), reason="Keliru.")
    story("2026-09-30 23:59", "September", author=ina)
    assert headlines(desk.get(OWN, OCTOBER)) == ["Punya Ina", "Bagian Ina (Part I)", "Foto Ina"]
    facts = desk.get(OWN, OCTOBER).content.decode().split("recap-facts")[1].split("</dl>")[0]
    assert "ina tercetak" in facts
    assert "Pranata Humas" in facts
    assert [one.split("</dd>")[0] for one in facts.split("<dd>")[-3:]] == ["2", "1", "1"]


def test_story_printed_under_a_name_counts_for_that_person_whoever_typed_it(desk, ina, person):
    ina.printed_name = "Ina Lontar, S.I.Kom."
    ina.save()
    story("2026-10-02 08:00", "Diketik redaktur", author=person("Redaktur"), byline="Ina Lontar dan Yance")
    story("2026-10-03 08:00", "Orang lain", author=person("Redaktur"), byline="Marina Lontar")
    story("2026-10-04 08:00", "Diketik Ina", author=ina, byline="Yance Tulle")
    assert headlines(desk.get(OWN, OCTOBER)) == ["Diketik redaktur"]


def test_person_without_a_printed_name_claims_no_photo(desk, ina):
    ina.printed_name = ""
    ina.save()
    story("2026-10-04 08:00", "Foto tanpa nama", lead_photo=photo(credit=""))
    assert headlines(desk.get(OWN, OCTOBER)) == []


def test_evidence_names_the_person_the_period_and_both_who_sign(desk, ina):
    Newsroom(pk=Newsroom.ONLY, name="Humas Uji", place="Pulau Uji", signatory_name="Maria Uji").save()
    story("2026-10-02 08:00", "Punya Ina", author=ina)
    found = "\n".join(printed(desk))
    for words in ("ina tercetak", "Pranata Humas", "Oktober 2026", "Punya Ina", "Maria Uji", "Pulau Uji, "):
        assert words in found
    name = desk.get(OWN, OCTOBER | {"bentuk": "xlsx"})["Content-Disposition"]
    assert name == 'attachment; filename="berita-ina-tercetak-2026-10.xlsx"'
    assert "Punya Ina" in str(words_of(desk.get(OWN, OCTOBER | {"bentuk": "xlsx"})))
    assert "Punya Ina" in desk.get(OWN, OCTOBER | {"bentuk": "cetak"}).content.decode()


def test_writer_does_not_choose_another_one(desk, person):
    other = person("Penulis")
    story("2026-10-02 08:00", "Punya orang", author=other)
    page = desk.get(OWN, OCTOBER | {"penulis": other.pk})
    assert page.status_code == 200
    assert len(errors(page)) == 1
    assert headlines(page) == []
    assert 'name="penulis"' not in desk.get(OWN).content.decode()


@pytest.mark.parametrize("group", ["Redaktur", "Administrator", "Pimpinan"])
def test_editor_administrator_and_head_choose_a_writer(signed_in, ina, group):
    story("2026-10-02 08:00", "Punya Ina", author=ina)
    editor = signed_in(group)
    assert headlines(editor.get(OWN, OCTOBER)) == []
    page = editor.get(OWN, OCTOBER | {"penulis": ina.pk})
    assert headlines(page) == ["Punya Ina"]
    assert f"penulis={ina.pk}&amp;bentuk=docx" in page.content.decode()
    assert "ina tercetak" in "\n".join(printed(editor, OCTOBER | {"penulis": ina.pk}))


def test_writer_whose_name_has_no_letters_still_gets_a_file(desk, ina):
    ina.printed_name = "★"
    ina.save()
    name = desk.get(OWN, OCTOBER | {"bentuk": "docx"})["Content-Disposition"]
    assert name == f'attachment; filename="berita-{ina.pk}-2026-10.docx"'
