"""What a reader's browser sent, read with care: any encoding, any form type, never an error page."""

from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError

LARGEST = 1_000_000


def is_too_large(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdigit() and int(length) > LARGEST


def posted(request: HttpRequest) -> tuple[QueryDict, bool]:
    """(fields, whether bytes in them could not be read as UTF-8). What cannot be taken apart at all has no fields."""
    body = request.body
    try:
        if request.content_type == "multipart/form-data":
            return request.POST, not _is_utf8(body)
        fields = QueryDict(body, encoding="utf-8")
    except (BadRequest, SuspiciousOperation, MultiPartParserError):
        return QueryDict(), True
    return fields, not _is_utf8(unquote_to_bytes(body.replace(b"+", b" ")))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
