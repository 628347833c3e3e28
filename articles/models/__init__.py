from articles.models.article import Article, Ground, Status
from articles.models.category import Category
from articles.models.note import Note, NoteKind
from articles.models.photo import Photo
from articles.models.report import Report
from articles.models.revision import Kind, Revision
from humas.base.labels import LabelStyle

__all__ = [
    "Article",
    "Category",
    "Ground",
    "Kind",
    "LabelStyle",
    "Note",
    "NoteKind",
    "Photo",
    "Report",
    "Revision",
    "Status",
]
