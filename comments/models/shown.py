"""
What "shown" means, written once: decided to be shown, and hidden by nobody.

Hiding all comments changes no row: a single flag, which the database looks up
once in each query, so that a hundred thousand leave at the next request.
"""

from django.db.models import Exists, Q

from comments.models.hiding import Hiding, Scope

APPROVED = "approved"


def all_are_hidden() -> Exists:
    """Whether all comments are hidden now; it is the same for every row, so it is asked once in a query."""
    return Exists(Hiding.objects.in_force().filter(scope=Scope.ALL))


def is_held_back() -> Q:
    """Of a row alone: not decided to be shown, or taken away by a hiding that names it."""
    return ~Q(status=APPROVED, is_hidden=False)


def is_shown() -> Q:
    return Q(status=APPROVED, is_hidden=False) & ~Q(all_are_hidden())
