"""*Diskusi*: the settings of comments, who changes and who reads them, each with its default."""

import re

import pytest

from comments.models import Terms
from comments.reply.fate import RULES
from humas.base import pages
from humas.base.discussion import Discussion
from humas.base.models import Change, Newsroom, PageVersion

ADDRESS = "/admin/diskusi/"
PLACE = "/admin/base/discussionsettings/1"
USUAL = {
    "is_open_to_comments": "True",
    "identity": "open",
    "lets_returning_pass": "False",
    "asks_terms": "False",
    "closes_after_days": "",
    "complaint_channels": "",
    "asks_website": "on",
    "thread_depth": "3",
    "comments_per_page": "50",
    "edit_minutes": "15",
    "max_links": "2",
    "fast_seconds": "3",
    "writer_limit_count": "",
    "writer_limit_minutes": "",
    "network_limit_count": "",
    "network_limit_minutes": "",
    "spam_days": "30",
    "trash_days": "30",
    "email_days": "365",
    "network_days": "30",
}


@pytest.fixture
def admin(signed_in):
    return signed_in("Administrator")


def sent(client, **fields):
    return client.post(ADDRESS, USUAL | fields)


def plain(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


def test_five_plain_choices_come_first_and_the_rest_is_under_lanjutan(admin, settings):
    settings.EMAIL_URL = "smtp://surat.contoh.id"
    page = plain(admin.get(ADDRESS))
    choices = [
        "Kolom komentar terbuka?",
        "Siapa boleh menulis?",
        "Kapan komentar tayang?",
        "Aturan Berkomentar dimintakan persetujuan?",
        "Tutup setelah … hari",
        "Lanjutan:",
    ]
    places = [page.index(choice) for choice in choices]
    assert places == sorted(places)


def test_each_setting_says_what_it_does_and_its_default(admin, settings):
    settings.EMAIL_URL = "smtp://surat.contoh.id"
    page = admin.get(ADDRESS).content.decode()
    for field in Discussion._meta.fields:
        assert field.help_text, field.name
        assert re.search(rf'name="{field.name}"', page), field.name
    assert page.count("Bawaan: ") == len(Discussion._meta.fields)
    assert "Bawaan: 2." in page
    assert "Bawaan: 5." in page  # REPLY_LIMIT_WRITER
    assert "Bawaan: Semua dibaca dulu." in page


def test_settings_are_written_and_every_page_is_touched(admin, reader, article):
    before = PageVersion.objects.filter(subject=pages.NEWSROOM).first()
    answer = sent(admin, is_open_to_comments="False", closes_after_days="14", max_links="")

    row = Newsroom.current()
    assert answer["Location"] == ADDRESS
    assert (row.is_open_to_comments, row.closes_after_days, row.max_links) == (False, 14, None)
    assert PageVersion.objects.get(subject=pages.NEWSROOM).n == (before.n if before else 0) + 1
    assert 'id="balasan"' not in reader.get(article.get_absolute_url()).content.decode()


def test_name_of_the_bureau_is_untouched_by_diskusi_and_the_other_way_round(admin):
    admin.post("/admin/redaksi/", {"name": "Humas Uji", "label_style": "part_roman"})
    sent(admin, closes_after_days="7")
    admin.post("/admin/redaksi/", {"name": "Humas Baru", "label_style": "part_roman"})
    row = Newsroom.current()
    assert (row.name, row.closes_after_days, row.is_open_to_comments) == ("Humas Baru", 7, True)


@pytest.mark.parametrize("identity", ["confirmed", "sign_in"])
def test_identity_by_mail_is_refused_where_no_mail_is_sent(admin, settings, identity):
    refused = sent(admin, identity=identity)
    assert refused.status_code == 200
    assert "Pilihan ini memerlukan email" in plain(refused)
    assert Newsroom.current().identity == "open"
    settings.EMAIL_URL = "smtp://surat.contoh.id"
    sent(admin, identity=identity)
    assert Newsroom.current().identity == identity


def test_without_mail_no_setting_of_mail_is_offered(admin, settings):
    assert "mails_" not in admin.get(ADDRESS).content.decode()
    settings.EMAIL_URL = "smtp://surat.contoh.id"
    assert admin.get(ADDRESS).content.decode().count('name="mails_') == 3


def test_saving_without_mail_leaves_the_settings_of_mail_as_they_were(admin):
    Newsroom.objects.update(mails_each=True, mails_digest=False)
    sent(admin, closes_after_days="9")
    row = Newsroom.current()
    assert (row.mails_each, row.mails_digest) == (True, False)


def test_agreement_is_asked_for_only_when_there_is_something_to_agree_to(admin):
    Terms.objects.all().delete()
    assert "sekarang belum ada" in plain(sent(admin, asks_terms="True"))
    Terms.objects.create(version=1, text="Sopan.")
    sent(admin, asks_terms="True")
    assert Newsroom.current().asks_terms


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("closes_after_days", "0"),
        ("max_links", "101"),
        ("thread_depth", "x"),
        ("fast_seconds", "-1"),
        ("email_days", ""),
        ("identity", "siapa"),
        ("is_open_to_comments", ""),
    ],
)
def test_wrong_value_is_refused_beside_its_field_and_nothing_changes(admin, field, value):
    answer = sent(admin, **{field: value})
    assert "errorlist" in answer.content.decode()
    assert not Change.objects.exists()


def test_page_says_honestly_which_choice_meets_which_rule(admin):
    page = plain(admin.get(ADDRESS))
    assert page.count("Tidak memenuhi butir 3b") == 2
    assert page.count("Memenuhi butir 3b menurut bunyinya") == 1
    assert "Butir 3c" in page
    assert "butir 3a, 3b, 3c, dan 3f" in page


def test_page_tells_the_rules_in_the_order_they_are_asked(admin):
    page = plain(admin.get(ADDRESS))
    places = [page.index(str(rule.looks_at)) for rule in RULES]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("group", "reads", "changes"),
    [
        ("Administrator", 200, 302),
        ("Pimpinan", 200, 403),
        ("Moderator", 200, 403),
        ("Redaktur", 403, 403),
        ("Penulis", 403, 403),
    ],
)
def test_who_reads_and_who_changes(signed_in, group, reads, changes):
    client = signed_in(group)
    assert client.get(ADDRESS).status_code == reads
    assert client.post(ADDRESS, USUAL | {"closes_after_days": "5"}).status_code in (
        changes,
        303 if changes == 302 else 0,
    )
    assert (Newsroom.current().closes_after_days == 5) == (changes == 302)
    assert ('href="/admin/diskusi/"' in client.get("/admin/").content.decode()) == (reads == 200)


def test_reader_of_the_settings_sees_words(signed_in):
    page = plain(signed_in("Pimpinan").get(ADDRESS))
    assert "Semua dibaca dulu" in page
    assert "Terbuka" in page
    assert "True" not in page
    assert "None" not in page


def test_history_tells_values_in_words_and_puts_them_back(admin):
    sent(admin, is_open_to_comments="False", closes_after_days="14", lets_returning_pass="True")
    page = plain(admin.get(f"{PLACE}/history/"))
    assert "Ditutup di semua berita" in page
    assert "Penulis yang dikenal langsung" in page

    change = Change.objects.first()
    admin.post(f"{PLACE}/riwayat/{change.pk}/kembalikan/")
    row = Newsroom.current()
    assert (row.is_open_to_comments, row.closes_after_days, row.lets_returning_pass) == (True, None, False)


def test_each_page_tells_its_own_history(admin):
    admin.post("/admin/redaksi/", {"name": "Humas Uji", "label_style": "part_roman"})
    sent(admin, closes_after_days="14")
    here, there = (admin.get(f"{place}/history/").content.decode() for place in (PLACE, "/admin/base/newsroom/1"))
    assert "Tutup" in here
    assert "Nama biro" not in here
    assert "Tutup" not in there
    assert here.count("<dt>") == 1


def test_newsroom_leads_to_diskusi_and_no_longer_holds_its_switch(admin):
    page = admin.get("/admin/redaksi/").content.decode()
    assert 'href="/admin/diskusi/"' in page
    assert "is_open_to_comments" not in page


def test_row_is_neither_added_nor_deleted(admin):
    assert admin.get("/admin/base/discussionsettings/").status_code == 303
    assert admin.get("/admin/base/discussionsettings/add/").status_code == 403
    assert admin.post(f"{PLACE}/delete/", {"post": "yes"}).status_code == 403
