from django.conf import settings
from django.utils.functional import SimpleLazyObject

from humas.base.models import Newsroom


def newsroom(request):
    """The bureau in head and foot of every page; asked for once, and only by pages that show it."""
    return {"newsroom": SimpleLazyObject(Newsroom.current), "site_url": settings.SITE_URL}
