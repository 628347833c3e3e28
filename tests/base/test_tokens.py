"""Signed things: from us, for one purpose and one subject, for three days."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from humas.base import tokens

NOW = datetime(2026, 11, 23, 7, 23, tzinfo=UTC)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
words = st.text(max_size=30)


@given(words, words, moments, st.timedeltas(timedelta(0), tokens.LIFETIME))
def test_token_holds_for_three_days(purpose, subject, minted, age):
    token = tokens.mint(purpose, subject, at=minted)

    assert tokens.holds(token, purpose, subject, at=minted + age)


@given(words, words, moments, st.timedeltas(timedelta(seconds=1), timedelta(days=9999)))
def test_token_ends_with_the_twelve_hours_it_was_minted_in(purpose, subject, minted, later):
    token = tokens.mint(purpose, subject, at=minted)

    assert not tokens.holds(token, purpose, subject, at=minted + tokens.LIFETIME + tokens.BUCKET + later)


@given(moments, st.timedeltas(tokens.BUCKET, timedelta(days=9999)))
def test_token_of_tomorrow_does_not_hold_today(now, ahead):
    assert not tokens.holds(tokens.mint("reply", "7", at=now + ahead), "reply", "7", at=now)


@given(moments)
def test_finished_pages_carry_the_same_token_for_twelve_hours(moment):
    begin = datetime.fromtimestamp(moment.timestamp() // 43200 * 43200, UTC)
    minted = {
        tokens.mint("reply", "7", at=begin + part) for part in (timedelta(0), tokens.BUCKET - timedelta.resolution)
    }

    assert len(minted) == 1
    assert tokens.mint("reply", "7", at=begin + tokens.BUCKET) not in minted


@given(words, words, words, words)
def test_token_holds_for_nothing_else(purpose, subject, other_purpose, other_subject):
    assume((purpose, subject) != (other_purpose, other_subject))

    assert not tokens.holds(tokens.mint(purpose, subject, at=NOW), other_purpose, other_subject, at=NOW)


@given(st.data())
def test_token_with_any_character_changed_does_not_hold(data):
    token = tokens.mint("reply", "7", at=NOW)
    place = data.draw(st.integers(0, len(token)))
    removed = data.draw(st.integers(0, 3))
    bent = token[:place] + data.draw(st.text(max_size=3)) + token[place + removed :]
    assume(bent != token)

    assert not tokens.holds(bent, "reply", "7", at=NOW)


@given(st.integers(-(10**6), 10**6).filter(bool))
@example(1)
@example(-1)
def test_token_cannot_be_given_another_date(shift):
    bucket, _, signature = tokens.mint("reply", "7", at=NOW).partition(".")
    now = NOW + shift * tokens.BUCKET

    assert not tokens.holds(f"{int(bucket) + shift}.{signature}", "reply", "7", at=now)


@given(st.text())
def test_words_are_no_token(text):
    assert not tokens.holds(text, "reply", "7", at=NOW)


@given(st.integers(0, 10**9), st.text(alphabet="0123456789abcdef", min_size=40, max_size=40))
def test_guessed_signature_does_not_hold(bucket, signature):
    assert not tokens.holds(f"{bucket}.{signature}", "reply", "7", at=NOW)


@pytest.mark.parametrize("spelling", ["0{}", " {}", "+{}", "{} ", "{}\n", "{}."])
def test_token_has_one_spelling(spelling):
    assert not tokens.holds(spelling.format(tokens.mint("reply", "7", at=NOW)), "reply", "7", at=NOW)


def test_token_is_worth_nothing_under_another_secret(settings):
    token = tokens.mint("reply", "7", at=NOW)
    settings.SECRET_KEY = "another"

    assert not tokens.holds(token, "reply", "7", at=NOW)
