"""Keyed digests find what is stored nowhere in the open."""

import hashlib

from django.test import override_settings
from hypothesis import assume, example, given
from hypothesis import strategies as st

from humas.base.digests import digest, of_email

parts = st.lists(st.text(max_size=12), max_size=4)


@given(parts, parts)
def test_different_parts_have_different_digests(first, second):
    assume(first != second)

    assert digest("same", *first) != digest("same", *second)


@given(st.lists(st.text("\x1fa:1", max_size=4), max_size=3))
@example(["a\x1fb", "c"])
def test_parts_cannot_be_shifted_into_one_another(together):
    """Whoever chooses the name and the words of a reply may put our own separator into them."""
    apart = "\x1f".join(together).split("\x1f")
    assume(together != apart)

    assert digest("same", *together) != digest("same", *apart)


@given(parts)
def test_digest_is_repeatable_and_says_nothing(values):
    made = digest("same", *values)

    assert made == digest("same", *values)
    assert len(made) == 64
    assert int(made, 16) >= 0
    assert made not in {hashlib.sha256("".join(values).encode()).hexdigest()}


@given(parts)
def test_digest_for_one_purpose_is_no_digest_for_another(values):
    assert digest("same", *values) != digest("receipt", *values)


@given(parts)
def test_digest_cannot_be_made_without_the_key(values):
    made = digest("same", *values)

    with override_settings(DIGEST_KEY="another"):
        assert digest("same", *values) != made


@given(st.emails())
def test_address_is_found_whatever_its_letters_and_the_blanks_around_it(address):
    found = of_email(address)

    assert of_email(f"  {address.upper()}\n") == of_email(address.upper())
    assert of_email(address.casefold()) == found
    assert of_email(f"{address}x") != found


@given(st.emails())
def test_address_of_a_writer_is_no_plain_digest(address):
    for algorithm in ("md5", "sha1", "sha256", "sha512"):
        assert hashlib.new(algorithm, address.casefold().encode()).hexdigest() != of_email(address)
