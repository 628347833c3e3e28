"""Columns that look after what is put into them."""

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import FieldError
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from humas.base.fields import CleanHtmlField, EncryptedTextField, KeyLost

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))
field = EncryptedTextField(name="email")
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def sealed(text, *keys):
    with override_settings(FIELD_KEYS=list(keys)):
        return field.get_prep_value(text)


def opened(stored, *keys):
    with override_settings(FIELD_KEYS=list(keys)):
        return field.from_db_value(stored, None, None)


@given(texts)
def test_text_comes_back_as_it_was(text):
    stored = sealed(text, OLD)

    assert opened(stored, OLD) == text
    assert stored != sealed(text, OLD)


@given(texts)
def test_keys_can_be_changed_without_losing_a_word(text):
    assert opened(sealed(text, OLD), NEW, OLD) == text
    assert opened(sealed(text, NEW, OLD), NEW) == text


@given(texts)
def test_lost_key_is_named(text):
    with pytest.raises(KeyLost):
        opened(sealed(text, OLD), NEW)


@pytest.mark.parametrize("stored", ["x", "ina@contoh.id", "gAAAAA", "\0", "é"])
def test_text_that_was_never_sealed_is_not_believed(stored):
    with pytest.raises(KeyLost):
        opened(stored, OLD)


@pytest.mark.parametrize("nothing", ["", None])
def test_nothing_stays_nothing(nothing):
    assert sealed(nothing, OLD) == nothing
    assert opened(nothing, OLD) == nothing


@pytest.mark.parametrize("lookup", ["exact", "iexact", "contains", "in", "startswith", "regex", "gt"])
def test_sealed_text_is_never_compared(lookup):
    with pytest.raises(FieldError):
        field.get_lookup(lookup)


def test_whether_there_is_a_sealed_text_may_be_asked():
    assert field.get_lookup("isnull")


def test_html_from_any_hand_is_cleaned_on_its_way_in():
    html = CleanHtmlField()

    once = html.get_prep_value("<p onclick=x>Halo<script>x</script></p>")

    assert once == "<p>Halo</p>"
    assert html.get_prep_value(html.from_db_value("<p>Halo</p>", None, None)) == "<p>Halo</p>"
    assert html.get_prep_value(None) is None
    assert html.from_db_value(None, None, None) is None
