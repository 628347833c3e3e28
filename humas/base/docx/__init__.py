"""Writing Word's .docx: what a newsroom hands out, from a press release to a report with tables."""

from humas.base.docx.document import Document
from humas.base.docx.words import Run

__all__ = ["Document", "Run"]
