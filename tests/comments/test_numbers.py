"""The short number of a comment: its own, found again however it is typed, telling nothing."""

from hypothesis import example, given
from hypothesis import strategies as st

from comments import numbers

PKS = st.integers(min_value=1, max_value=31**5 + 31**6)


@given(PKS)
@example(31**5 - 1)
@example(31**5)
def test_number_leads_back_to_its_comment(pk):
    number = numbers.of(pk)

    assert numbers.pk_of(number) == pk
    assert numbers.pk_of(f" {number.lower().replace('-', ' ')} ") == pk
    assert numbers.pk_of(number.removeprefix("KMT-")) == pk


def test_first_thousand_comments_have_numbers_of_five_signs_that_do_not_count():
    found = [numbers.of(pk).removeprefix("KMT-") for pk in range(1, 1001)]

    assert len(set(found)) == 1000
    assert {len(number) for number in found} == {5}
    assert found != sorted(found)
    assert len({number[0] for number in found}) == len(numbers.ALPHABET)


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_number_or_none(text):
    pk = numbers.pk_of(text)

    assert pk is None or numbers.pk_of(numbers.of(pk)) == pk


def test_signs_taken_for_one_another_are_in_no_number():
    assert not set("01ILO") & set(numbers.ALPHABET)
    assert numbers.pk_of("KMT-0IL1O") is None
