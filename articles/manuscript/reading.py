"""A file as it was sent → the lines of a manuscript, or the sentence that says how to send it."""

from pathlib import PurePath

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.manuscript import docx, odt
from articles.manuscript.lines import Source, source_of
from articles.manuscript.text import UnreadableManuscript, decode

TEXTS = {".txt", ".text", ".md", ""}
DOCUMENTS = {".docx": docx.read, ".odt": odt.read}
ACCEPTED = ".txt,.docx,.odt"
_MACROS = {".docm", ".dotm"}
_PICTURES = {".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".gif", ".bmp", ".tif", ".tiff"}
_OLE, _PDF = b"\xd0\xcf\x11\xe0", b"%PDF"

SENTENCES = {
    "too_large": gettext_lazy("it is larger than 2 MB. A text of one story is much smaller"),
    "not_text": gettext_lazy("it is not a text. Save it as .docx, or paste its words"),
    "document_too_large": gettext_lazy(
        "it is larger than 20 MB. Save it again without its pictures, or paste its words"
    ),
    "unpacks_too_large": gettext_lazy(
        "it unpacks to far more than a text needs. Save it again as .docx, or paste its words"
    ),
    "damaged": gettext_lazy("it is damaged, or not what its name says. Save it again as .docx, or paste its words"),
    "macros": gettext_lazy("there are macros in it. Save it as .docx without macros, or paste its words"),
    "entities": gettext_lazy("it points to something outside itself. Save it again as .docx, or paste its words"),
    "locked": gettext_lazy("it is locked with a password. Save it without one, or paste its words"),
    "strict": gettext_lazy("it is saved as “Strict Open XML”. Save it as an ordinary Word document (.docx)"),
    "old_word": gettext_lazy("it is an old Word document. Open it in Word, choose “Save as” .docx, or paste its words"),
    "rich_text": gettext_lazy("it is an .rtf. Open it in Word, choose “Save as” .docx, or paste its words"),
    "pdf": gettext_lazy("it is a PDF. Ask for the .docx it was made from, or copy its words and paste them"),
    "picture": gettext_lazy("it is a picture, and its letters cannot be read. Ask for the .docx, or type its words"),
    "unknown": gettext_lazy("only .txt, .docx and .odt can be read. Save it as .docx, or paste its words"),
}


def read(name: str, data: bytes) -> Source:
    """Lines of a .txt, .docx or .odt. Raises UnreadableManuscript, whose code names the sentence to show."""
    ending = PurePath(name).suffix.lower()
    if code := _refused(ending, data):
        raise UnreadableManuscript(code)
    if ending in DOCUMENTS:
        return DOCUMENTS[ending](data)
    if ending not in TEXTS:
        raise UnreadableManuscript("unknown")
    return source_of(decode(data))


def sentence(name: str, error: UnreadableManuscript) -> str:
    return _("%(file)s cannot be read: %(why)s.") % {"file": name, "why": SENTENCES[error.code]}


def _refused(ending: str, data: bytes) -> str:
    if ending in _MACROS:
        return "macros"
    if ending in _PICTURES or data[:3] == b"\xff\xd8\xff" or data[:8] == b"\x89PNG\r\n\x1a\n":
        return "picture"
    if ending == ".pdf" or data[:4] == _PDF:
        return "pdf"
    if ending == ".rtf" or data[:5] == b"{\\rtf":
        return "rich_text"
    if ending == ".docx" and data[:4] == _OLE:
        return "locked"
    return "old_word" if ending == ".doc" or data[:4] == _OLE else ""
