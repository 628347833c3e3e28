"""Complaint channels under the form: read kindly from lines that people write."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from comments import channels
from humas.base.models import Newsroom
from tests.comments.page import Page

LAPOR = ("SP4N-LAPOR!", "https://www.lapor.go.id", "")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("SP4N-LAPOR! | https://www.lapor.go.id", LAPOR),
        ("  SP4N-LAPOR!|www.lapor.go.id ", LAPOR),
        ("https://www.lapor.go.id", ("www.lapor.go.id", "https://www.lapor.go.id", "")),
        ("Call center 112 | 112", ("Call center 112", "tel:112", "112")),
        ("PLN | (0380) 123-123", ("PLN", "tel:0380123123", "(0380) 123-123")),
        ("WA | +62 812 3456 7890", ("WA", "tel:+6281234567890", "+62 812 3456 7890")),
        ("1500-112", ("1500-112", "tel:1500112", "1500-112")),
    ],
)
def test_line_is_read_as_it_is_meant(line, wanted):
    assert channels.parse(line) == [channels.Channel(*wanted)]
    channels.validate(line)


@pytest.mark.parametrize(
    "line", ["Kantor Camat", "LAPOR | javascript:alert(1)", "LAPOR |", "| 112", "a | 1", "x | y z"]
)
def test_line_that_leads_nowhere_is_named_and_left_out(line):
    text = f"SP4N-LAPOR! | https://www.lapor.go.id\n\n{line}"

    assert channels.parse(text) == [channels.Channel(*LAPOR)]
    with pytest.raises(ValidationError, match="Baris 3"):
        channels.validate(text)


@given(st.text())
def test_whatever_is_typed_a_link_is_one_of_the_web_or_a_telephone(text):
    for channel in channels.parse(text):
        assert channel.name
        assert channel.address.startswith(("http://", "https://", "tel:"))


def test_channels_stand_under_the_form_and_nothing_where_there_are_none(reader, article):
    assert "Mengadukan" not in reader.get(article.get_absolute_url()).content.decode()
    Newsroom.objects.update(complaint_channels="SP4N-LAPOR! | https://www.lapor.go.id\nCall center | 112")

    page = Page(reader.get(article.get_absolute_url()))

    links = page.one("div", **{"class": "reply-channels"})
    shown = [(link["href"], link.text) for link in page.all("a") if links in link.parents]
    assert shown == [("https://www.lapor.go.id", "SP4N-LAPOR!"), ("tel:112", "Call center (112)")]
