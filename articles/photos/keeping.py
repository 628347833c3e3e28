"""Taking a picture into the house: files first, then the row, and no file left without one."""

from hashlib import sha256

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from articles.models import Photo
from articles.photos.inspect import Refused
from articles.photos.renditions import Rendition, rendition


def keep(data: bytes, *, by=None, **words: str) -> Photo:
    """
    Store a picture with its rendition and its words (alt, caption, credit, rights); return its row.

    Raises Refused for what is no picture, and for one that is here already.
    """
    return keep_drawn(data, rendition(data), by=by, **words)


def keep_drawn(data: bytes, drawn: Rendition, *, by=None, **words: str) -> Photo:
    """The same where the rendition is drawn already."""
    checksum = sha256(data).hexdigest()
    if Photo.objects.filter(checksum=checksum).exists():
        raise Refused("known")
    photo = Photo(checksum=checksum, width=drawn.width, height=drawn.height, uploaded_by=by, **words)
    try:
        photo.original.save("original", ContentFile(data), save=False)
        photo.rendition.save("rendition", ContentFile(drawn.data), save=False)
        with transaction.atomic():
            photo.save()
    except BaseException as error:
        for file in (photo.original, photo.rendition):
            if file.name:
                file.storage.delete(file.name)
        if isinstance(error, IntegrityError):  # somebody kept the same picture at the same moment
            raise Refused("known") from None
        raise
    return photo
