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


def article(pk: int) -> str:
    return f"article:{pk}"


def category(pk: int) -> str:
    return f"category:{pk}"


def report(pk: int) -> str:
    return f"report:{pk}"


def touched(*subjects: str) -> None:
    """Raise the version of each subject by one. Raises outside a transaction: both hold or neither."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("pages.touched() belongs inside the transaction that writes.")
    for subject in sorted(set(subjects)):  # sorted: two writers take the rows in one order
        if not PageVersion.objects.filter(subject=subject).update(n=F("n") + 1):
            PageVersion.objects.bulk_create([PageVersion(subject=subject)], ignore_conflicts=True)
            PageVersion.objects.filter(subject=subject).update(n=F("n") + 1)
