import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas.base.cleaning import shown_line
from humas.base.initials import LONGEST, initial


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ina Lontar", "I"),
        ("ina", "I"),
        ("“Ani”", "A"),
        ("@budi", "B"),
        ("7 saudara", "7"),
        ("e\u0301lise", "É"),
        ("ßen", "ß"),
        ("محمد", "م"),
        ("ꦗꦮ", "ꦗ"),
        ("ꦏꦿꦩ", "ꦏꦿ"),
        ("ꦱ꧀ꦠꦩ", "ꦱ꧀ꦠ"),
        ("👩\u200d🌾 Ibu Tani", "👩\u200d🌾"),
        ("👍🏾 Setuju", "👍🏾"),
        ("🇮🇩🇹🇱", "🇮🇩"),
        ("❤️ Rote", "❤️"),
        ("+62", "6"),
        ("$", "$"),
        ("...", "?"),
        ("", "?"),
    ],
)
def test_name_is_known_by_its_first_letter_as_its_readers_write_it(name, letter):
    assert initial(name) == letter


@given(st.text(max_size=40))
def test_any_name_has_a_letter_that_can_be_drawn(name):
    letter = initial(shown_line(name))
    assert 1 <= len(letter) <= LONGEST
    assert shown_line(letter) == letter or unicodedata.category(letter[-1]) == "Cf"
    assert letter[0].strip()
