"""The rows every newsroom has, laid after each migrate and left alone when they are there."""

from humas.base.models import KeyCheck, Newsroom


def lay(*, using="default", **_kwargs):
    """Create the one Newsroom row and the value the encryption keys are checked with."""
    Newsroom.objects.using(using).get_or_create(pk=Newsroom.ONLY)
    if not KeyCheck.objects.using(using).exists():
        KeyCheck.objects.using(using).create(pk=1, **KeyCheck.fresh_values())
