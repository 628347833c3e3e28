"""Every status × every act × everybody, held against a table written by hand."""

import itertools

import pytest

from comments.models import Status
from comments.models.decision import Act
from comments.transitions import RECEIVED, Forbidden, Who, allows, ask

# R reader with the receipt, M moderator, U rule, O operator. A row: status before, act, then who may go where.
BY_HAND = """
none         received    unconfirmed:R pending:R approved:R spam:R trash:R
unconfirmed  confirmed   pending:R approved:R spam:R trash:R
unconfirmed  edited      unconfirmed:R
pending      edited      pending:R spam:R trash:R
spam         edited      pending:R spam:R trash:R
trash        edited      pending:R spam:R trash:R
unconfirmed  withdrawn   withdrawn:R
pending      withdrawn   withdrawn:R
approved     withdrawn   withdrawn:R
spam         withdrawn   withdrawn:R
trash        withdrawn   withdrawn:R
unconfirmed  decided     pending:O approved:O spam:O trash:O
pending      decided     approved:MOU spam:MOU trash:MOU
approved     decided     pending:MO spam:MO trash:MO
spam         decided     pending:MO approved:MO trash:MO
trash        decided     pending:MO approved:MO spam:MO
pending      undone      unconfirmed:MO approved:MO spam:MO trash:MO
approved     undone      unconfirmed:MO pending:MO spam:MO trash:MO
spam         undone      unconfirmed:MO pending:MO approved:MO trash:MO
trash        undone      unconfirmed:MO pending:MO approved:MO spam:MO
unconfirmed  email_seen  unconfirmed:M
unconfirmed  redacted    unconfirmed:M
pending      email_seen  pending:M
pending      redacted    pending:M
approved     email_seen  approved:M
approved     redacted    approved:M
spam         email_seen  spam:M
spam         redacted    spam:M
trash        email_seen  trash:M
trash        redacted    trash:M
withdrawn    email_seen  withdrawn:M
unconfirmed  erased      unconfirmed:UO trash:UO
pending      erased      pending:UO
approved     erased      approved:UO
spam         erased      spam:UO trash:UO
trash        erased      trash:UO
withdrawn    erased      withdrawn:UO
"""
PEOPLE = {"R": Who.READER, "M": Who.MODERATOR, "U": Who.RULE, "O": Who.OPERATOR}
EXPECTED = {
    (None if before == "none" else before, act, after.split(":")[0], PEOPLE[letter])
    for before, act, *afters in (line.split() for line in BY_HAND.split("\n") if line)
    for after in afters
    for letter in after.split(":")[1]
}
ALL = list(itertools.product([None, *Status.values], [RECEIVED, *Act.values], Status.values, Who))


def test_who_may_change_which_state_is_what_was_written_down():
    assert {way for way in ALL if allows(*way)} == EXPECTED
    assert len(ALL) == 7 * 9 * 6 * 4


def test_what_is_withdrawn_stays_so():
    ways_out = [way for way in ALL if way[0] == Status.WITHDRAWN != way[2] and allows(*way)]
    assert ways_out == []


def test_no_mending_opens_a_page():
    assert not [way for way in ALL if way[1:3] == (Act.EDITED, Status.APPROVED) and allows(*way)]


def test_words_that_are_no_status_lead_nowhere():
    with pytest.raises(Forbidden):
        ask("pending", "decided", "hidden", Who.MODERATOR)
