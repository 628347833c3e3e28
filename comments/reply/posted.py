"""What a reader's browser sent, read with care: any encoding, any form type, never an error page."""

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError

LARGEST = 1_000_000


def is_too_large(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdigit() and int(length) > LARGEST


def posted(request: HttpRequest) -> tuple[dict[str, str], set[str]]:
    """
    (fields, names of those whose bytes are no text). What cannot be taken apart at all has no fields.

    Our pages are UTF-8 and so is what is typed into them, whatever a label says.
    """
    request.encoding = "latin-1"  # a character for each byte: none is lost before it is judged
    try:
        is_multipart = request.content_type == "multipart/form-data"
        raw = request.POST if is_multipart else QueryDict(request.body, encoding="latin-1")
    except (BadRequest, SuspiciousOperation, MultiPartParserError):
        return {}, set()
    fields, garbled = {}, set()
    for name, value in raw.items():
        data = str(value).encode("latin-1")
        try:
            fields[name] = data.decode()
        except UnicodeDecodeError:
            fields[name] = data.decode(errors="replace")
            garbled.add(name)
    return fields, garbled
