import re
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.articles.factories import published_article
from tests.desk.test_desk_page import block


def test_calendar_holds_a_month_and_leads_to_the_months_beside(editor):
    at = timezone.make_aware(datetime(2026, 3, 31, 23, 30))
    published_article(headline="Akhir Maret", at=at)
    published_article(headline="Awal April", at=at + timedelta(hours=1))
    text = block(editor, "kalender", bulan="2026-03")
    assert "Maret 2026" in text
    assert "Akhir Maret" in text
    assert "Awal April" not in text
    assert "?bulan=2026-02#kalender" in text
    assert "?bulan=2026-04#kalender" in text
    assert text.count('<th scope="col">') == 7
    assert text.count('<td class="calendar-day') == 31
    assert "Awal April" in block(editor, "kalender", bulan="2026-04")


def test_calendar_of_a_month_without_stories_can_be_left_again(editor):
    published_article()
    text = block(editor, "kalender", bulan="1999-12")
    assert "Desember 1999" in text
    assert "?bulan=2000-01#kalender" in text


@pytest.mark.parametrize("text", ["2026-13", "zz", "2026", "2026-11-05", "9999-12", "²⁰²⁶-11", "-1", "x" * 5000])
def test_what_is_no_month_is_said_and_the_present_one_is_shown(text, editor):
    published_article()
    shown = block(editor, "kalender", bulan=text)
    assert 'role="alert"' in shown
    assert timezone.localdate().strftime("%Y-%m-%d") in shown


@pytest.mark.parametrize("text", ["1900-01", "2999-12"])
def test_first_and_last_month_are_shown(text, editor):
    published_article()
    assert 'role="alert"' not in block(editor, "kalender", bulan=text)


def test_a_full_day_leads_to_its_list(editor):
    at = timezone.make_aware(datetime(2026, 3, 5, 7))
    for n in range(7):
        published_article(headline=f"Kabar {n}", at=at + timedelta(minutes=n))
    text = block(editor, "kalender", bulan="2026-03")
    assert text.count("Kabar") == 4
    listed = editor.get(re.search(r'href="([^"]+bulan=2026-03-05)"', text)[1]).content.decode()
    assert all(f"Kabar {n}" in listed for n in range(7))
