"""What a proof or a sign-in leaves behind: no address on any page or in any log, no link but in its letter."""

import logging

import pytest
from django.db import connection

from comments.models import Comment, Reader
from humas.base.digests import of_email
from tests.comments.identity.conftest import link_in
from tests.comments.identity.test_sign_in import OURS, form_token, way_in
from tests.comments.test_privacy import traces

ADDRESS = "Bocor.3391+humas@contoh.id"


@pytest.mark.parametrize("level", ["confirmed", "sign_in"])
def test_no_page_log_or_address_tells_who_writes(level, wants, letters, reader, article, caplog, capfd, moderator):
    caplog.set_level(logging.DEBUG)
    wants(level, asks_terms=True)
    if level == "confirmed":
        (letter,) = letters(lambda: reader.reply(article, email=ADDRESS, terms="1"))
        link, receipt = link_in(letter, "buktikan"), letters.answer["Location"]
        seen = [reader.get(link), reader.post(link), reader.get(link)]
    else:
        fields = {"name": "Ina", "email": ADDRESS, "token": form_token(reader.get(way_in(article))), "terms": "1"}
        (letter,) = letters(lambda: reader.post(way_in(article), fields, headers=OURS))
        link = link_in(letter, "tulis")
        page = reader.get(link)
        answer = reader.post(link, {"token": form_token(page), "body": "Kata."}, headers=OURS)
        receipt, seen = answer["Location"], [letters.answer, reader.get(letters.answer["Location"]), page, answer]
    told = [*seen, *(reader.get(address) for address in (receipt, article.get_absolute_url(), "/aturan-berkomentar/"))]
    told.append(moderator.get("/admin/antrean/"))
    pages = "".join(f"{answer.content.decode()} {answer.headers}" for answer in told)
    logs = caplog.text + str(capfd.readouterr())
    queries = [record for record in caplog.records if record.name == "django.db.backends"]

    assert letter.to == [ADDRESS]
    assert not set("\r\n") & set(letter.subject + "".join(letter.extra_headers.values()))
    assert not [trace for trace in [*traces(ADDRESS), of_email(ADDRESS)] if trace in pages + link + receipt]
    assert not [trace for trace in [*traces(ADDRESS), link.split("/")[2]] if trace in logs]
    assert queries == []
    others = "".join(answer.content.decode() for answer in told[-3:])
    assert link.split("/")[2] not in others
    for answer in seen:
        assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "same-origin")
        assert not answer.cookies


def test_database_holds_the_address_of_a_reader_only_encrypted(wants, letters, reader, article):
    wants("sign_in")
    fields = {"name": "Ina", "email": ADDRESS, "token": form_token(reader.get(way_in(article)))}
    reader.post(way_in(article), fields, headers=OURS)
    with connection.cursor() as cursor:
        rows = ""
        for table in ("comments_reader", "comments_readerlink", "comments_lettersent"):
            cursor.execute(f"SELECT * FROM {table}")
            rows += str(cursor.fetchall()).lower()

    assert Reader.objects.get().email == ADDRESS
    assert Comment.objects.count() == 0
    assert [trace for trace in traces(ADDRESS) if trace.lower() in rows] == []
