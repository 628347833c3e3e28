"""Rules and holidays at the desk: who adds and switches them, what is refused with which sentence."""

import re

import pytest

from comments.models import Holiday, Rule
from comments.rules import keeping
from humas.base import pages
from humas.base.models import Change, PageVersion

ADD, LIST = "/admin/comments/rule/add/", "/admin/comments/rule/"


def added(client, lines, kind="word", does="hold", note=""):
    return client.post(ADD, {"kind": kind, "lines": lines, "does": does, "note": note}, follow=True)


def plain(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


def test_pasted_lines_become_rules_and_doubles_are_said(moderator):
    added(moderator, "Slot")
    page = added(moderator, "gacor\r\n\r\n  situs   gacor \nSLOT\nGacor", does="spam", note="judol")

    rules = {rule.pattern: rule for rule in Rule.objects.all()}
    assert set(rules) == {"Slot", "gacor", "situs gacor"}
    assert (rules["situs gacor"].kind, rules["gacor"].kind) == ("phrase", "word")
    assert (rules["gacor"].does, rules["gacor"].note, rules["gacor"].made_by) == ("spam", "judol", moderator.user)
    assert "2 aturan ditambahkan." in plain(page)
    assert "Sudah ada, dibiarkan: “SLOT”, “Gacor”." in plain(page).replace("&quot;", '"')


@pytest.mark.parametrize(
    ("kind", "line", "sentence"),
    [
        ("word", "!!! … ?", "Hanya tanda baca"),
        ("word", "a", "Satu huruf saja"),
        ("word", "x" * 201, "Lebih dari 200 karakter"),
        ("link", "a/", "Tulis paling sedikit tiga huruf"),
        ("domain", "judi", "Ini bukan domain"),
        ("domain", "judi .com", "Ini bukan domain"),
        ("domain", "https://[", "Ini bukan domain"),
        ("address", "ina@", "Ini bukan alamat email"),
        ("network", "203.0.113", "Ini bukan jaringan"),
    ],
)
def test_line_nothing_could_be_found_by_is_named_and_nothing_is_made(moderator, kind, line, sentence):
    good = {"word": "baik", "link": "baik", "domain": "baik.id", "address": "a@baik.id", "network": "10.0.0.1"}[kind]
    answer = added(moderator, f"{good}\n{line}", kind=kind)
    assert answer.status_code == 422
    assert f"Baris 2: {sentence}" in plain(answer)
    assert good in answer.content.decode()
    assert not Rule.objects.exists()


@pytest.mark.parametrize("fields", [{}, {"lines": " \n "}, {"lines": "a\0b", "kind": "word", "does": "hold"}])
def test_empty_and_broken_forms_are_answered_with_a_sentence(moderator, fields):
    answer = moderator.post(ADD, fields)
    assert answer.status_code == 422
    assert "errorlist" in answer.content.decode()


def test_a_thousand_lines_are_taken_and_one_more_is_not(moderator):
    lines = [f"kata{number}" for number in range(1001)]
    assert "1001 baris; paling banyak 1000 sekaligus." in plain(added(moderator, "\n".join(lines)))
    added(moderator, "\n".join(lines[:1000]))
    assert Rule.objects.count() == 1000


@pytest.mark.parametrize(
    ("typed", "pattern"),
    [
        ("https://www.Judi.com/x?y", "judi.com"),
        ("*.judi.com", "judi.com"),
        (".xyz", "xyz"),
        ("WWW.judi.co.id.", "judi.co.id"),
    ],
)
def test_domain_is_kept_as_its_name(typed, pattern):
    assert keeping.rule_of("domain", typed).pattern == pattern


def test_address_and_network_are_kept_as_digests_alone(moderator):
    added(moderator, "Ina.Lontar@contoh.id", kind="address")
    added(moderator, "203.0.113.77", kind="network")
    added(moderator, "2001:db8:1:2::3", kind="network")

    stored = str(list(Rule.objects.values_list("pattern", "hint"))) + str(list(Change.objects.values_list("after")))
    page = moderator.get(LIST).content.decode()
    assert "I…@contoh.id" in page
    assert "203.0…" in page
    for secret in ("Lontar", "lontar", "203.0.113", "db8:1"):
        assert secret not in page
        assert secret not in stored
    rule = Rule.objects.get(kind="address")
    assert rule.pattern not in moderator.get(f"{LIST}{rule.pk}/history/").content.decode()
    assert rule.pattern not in moderator.get(f"{LIST}{rule.pk}/change/").content.decode()


def test_rule_is_switched_off_never_deleted_and_its_pattern_stays(moderator):
    added(moderator, "slot")
    rule = Rule.objects.get()
    moderator.post(f"{LIST}{rule.pk}/change/", {"does": "trash", "note": "judol", "pattern": "lain", "kind": "link"})

    rule.refresh_from_db()
    assert (rule.pattern, rule.kind, rule.does, rule.is_active) == ("slot", "word", "trash", False)
    assert moderator.post(f"{LIST}{rule.pk}/delete/", {"post": "yes"}).status_code == 403
    page = plain(moderator.get(f"{LIST}{rule.pk}/history/"))
    assert "tahan" in page.casefold()
    assert str(moderator.user) in page
    change = Change.objects.first()
    moderator.post(f"{LIST}{rule.pk}/riwayat/{change.pk}/kembalikan/")
    rule.refresh_from_db()
    assert (rule.does, rule.is_active) == ("hold", True)


def test_several_are_switched_at_once(moderator):
    added(moderator, "satu\ndua\ntiga")
    chosen = list(Rule.objects.values_list("pk", flat=True))[:2]
    page = moderator.post(LIST, {"action": "switch_off", "_selected_action": chosen}, follow=True)
    assert "Aturan yang dinonaktifkan: 2." in plain(page)
    assert Rule.objects.active().count() == 1
    assert Change.objects.count() == 5


def test_changing_a_rule_never_loses_a_hit(moderator):
    added(moderator, "slot")
    rule = Rule.objects.get()
    Rule.objects.update(hits=7)
    keeping.change(rule)
    rule.refresh_from_db()
    assert rule.hits == 7


@pytest.mark.parametrize(
    ("group", "reads", "adds"),
    [
        ("Moderator", 200, 200),
        ("Administrator", 200, 200),
        ("Pimpinan", 200, 403),
        ("Redaktur", 403, 403),
        ("Penulis", 403, 403),
    ],
)
@pytest.mark.parametrize("model", ["rule", "holiday"])
def test_who_reads_and_who_adds(signed_in, group, reads, adds, model):
    client = signed_in(group)
    assert client.get(f"/admin/comments/{model}/").status_code == reads
    assert client.get(f"/admin/comments/{model}/add/").status_code == adds


@pytest.mark.parametrize("count", [1, 90])
def test_list_of_rules_takes_the_same_few_queries(moderator, count, django_assert_max_num_queries):
    keeping.add("word", [f"kata{number}" for number in range(count)], does="hold", by=moderator.user)
    with django_assert_max_num_queries(12):
        page = moderator.get(LIST).content.decode()
    assert page.count("kata") >= count


def holiday(client, **fields):
    usual = {"name": "Tahun Baru", "first_day": "01/01/2027", "last_day": "02/01/2027"}
    return client.post("/admin/comments/holiday/add/", usual | fields)


def test_holiday_touches_every_page_and_has_its_history(moderator):
    before = PageVersion.objects.filter(subject=pages.NEWSROOM).first()
    assert holiday(moderator, closes_comments="on").status_code in (302, 303)
    row = Holiday.objects.get()
    assert (row.closes_comments, (row.last_day - row.first_day).days) == (True, 1)
    assert PageVersion.objects.get(subject=pages.NEWSROOM).n == (before.n if before else 0) + 1
    assert str(moderator.user) in moderator.get(f"/admin/comments/holiday/{row.pk}/history/").content.decode()
    assert moderator.post(f"/admin/comments/holiday/{row.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"last_day": "31/12/2026"}, "Hari terakhir"),
        ({"last_day": "02/01/2028"}, "Hari libur lebih dari dua bulan?"),
        ({"first_day": "30/12/9999", "last_day": "31/12/9999"}, "Periksa lagi tahunnya."),
        ({"first_day": "kapan"}, "tanggal"),
    ],
)
def test_holiday_that_cannot_be_is_refused_with_a_sentence(moderator, fields, sentence):
    answer = holiday(moderator, **fields)
    assert sentence in plain(answer)
    assert not Holiday.objects.exists()
