"""
Is this a picture we can show? Told by its content, never by its name.

Raises Refused with a code; `SENTENCES` says each to the editor.
"""

import io
import warnings

from django.utils.translation import gettext_lazy as _
from PIL import Image

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "BMP")
LARGEST_BYTES = 25 * 1024 * 1024
MOST_PIXELS = 60_000_000
SMALLEST_SIDE = 1

SENTENCES = {
    "too_large": _("The file is larger than 25 MB. Choose a smaller picture."),
    "too_many_pixels": _("The picture has more than 60 million pixels. Make it smaller first."),
    "not_a_picture": _("This file is not a picture we can read. Use JPEG, PNG, WebP, AVIF, GIF or BMP."),
    "broken": _("The picture is damaged or incomplete. Send it again from the camera or the sender."),
    "known": _("This very picture is here already: “%(alt)s”."),
}


class Refused(ValueError):
    """A picture that is not taken; `code` is a key of SENTENCES."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def opened(data: bytes) -> Image.Image:
    """The first frame, fully decoded and checked. Raises Refused; never a decoder's own error."""
    if len(data) > LARGEST_BYTES:
        raise Refused("too_large")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            if image.width * image.height > MOST_PIXELS:
                raise Refused("too_many_pixels")
            if min(image.size) < SMALLEST_SIDE:
                raise Refused("broken")
    except Refused:
        raise
    except Image.DecompressionBombError:
        raise Refused("too_many_pixels") from None
    except Image.UnidentifiedImageError:
        raise Refused("not_a_picture") from None
    except Exception:  # decoders fail in their own ways on hostile files
        raise Refused("broken") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image.load()
    except Exception:
        raise Refused("broken") from None
    return image
