"""
Which pages have changed.

A function that changes something readers can see calls `touched` in the same
transaction. A kept page holds the numbers it was made from and is served only
while they still stand. A story's page is made from the story, its report, its
category and the newsroom; lists are made from the front.
"""

from django.db import transaction
from django.db.models import F

from humas.base.models import PageVersion

FRONT = "front"
NEWSROOM = "newsroom"

AT_ONCE = 500


def article(pk: int) -> str:
    return f"article:{pk}"


def category(pk: int) -> str:
    return f"category:{pk}"


def report(pk: int) -> str:
    return f"report:{pk}"


def touched(*subjects: str) -> None:
    """
    Raise the version of each subject by one, in a few queries for hundreds of them.

    Raises outside a transaction: both hold or neither.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("pages.touched() belongs inside the transaction that writes.")
    names = sorted(set(subjects))
    for start in range(0, len(names), AT_ONCE):
        _raise(names[start : start + AT_ONCE])


def _raise(names: list[str]) -> None:
    rows = PageVersion.objects.filter(subject__in=names)
    if len(names) > 1:  # in their order: two writers take the rows one after the other
        list(rows.select_for_update().order_by("subject").values_list("pk"))
    if rows.update(n=F("n") + 1) == len(names):
        return
    there = set(rows.values_list("subject", flat=True))
    missing = [name for name in names if name not in there]
    PageVersion.objects.bulk_create([PageVersion(subject=name) for name in missing], ignore_conflicts=True)
    PageVersion.objects.filter(subject__in=missing).update(n=F("n") + 1)
