"""The bytes readers get: upright, sRGB, no larger than a page needs, all metadata gone."""

import contextlib
import io
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps

from articles.photos.inspect import Refused, opened

WIDEST = 1280
QUALITY = 80


@dataclass(frozen=True)
class Rendition:
    data: bytes
    width: int
    height: int


def rendition(data: bytes, *, widest: int = WIDEST) -> Rendition:
    """One JPEG (WhatsApp shows nothing else reliably) of at most so many pixels' width. Raises Refused."""
    image = opened(data)
    try:
        return _drawn(image, widest)
    except Exception:  # a hostile file may pass the decoder and fail in the conversion
        raise Refused("broken") from None


def _drawn(image: Image.Image, widest: int) -> Rendition:
    profile = image.info.get("icc_profile")
    with contextlib.suppress(Exception):  # a damaged orientation tag leaves the picture as it lies
        image = ImageOps.exif_transpose(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    elif profile and image.mode in ("RGB", "CMYK", "L"):
        image = _in_srgb(image, profile)
    if image.mode.startswith(("I", "F")):  # 16 bits a channel: Pillow would clip instead of scaling
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    image = image.convert("RGB")
    if image.width > widest:
        height = max(1, round(image.height * widest / image.width))
        image = image.resize((widest, height), Image.Resampling.LANCZOS, reducing_gap=3)
    clean = Image.new("RGB", image.size)  # nothing of the old file's info comes along
    clean.paste(image)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Rendition(out.getvalue(), clean.width, clean.height)


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        converted = ImageCms.profileToProfile(
            image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return converted or image
