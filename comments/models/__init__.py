from comments.models.answering import Note, Redaction, SavedAnswer
from comments.models.comment import Comment, Status
from comments.models.decision import Decision
from comments.models.finding import Finding
from comments.models.ground import Ground
from comments.models.hiding import HiddenComment, Hiding
from comments.models.holiday import Holiday
from comments.models.office import Forwarding, Office
from comments.models.reader import LetterSent, Reader, ReaderLink
from comments.models.rule import Rule
from comments.models.search import SearchedWords
from comments.models.tally import Tally
from comments.models.terms import Consent, Terms
from comments.models.writer import Writer

__all__ = [
    "Comment",
    "Consent",
    "Decision",
    "Finding",
    "Forwarding",
    "Ground",
    "HiddenComment",
    "Hiding",
    "Holiday",
    "LetterSent",
    "Note",
    "Office",
    "Reader",
    "ReaderLink",
    "Redaction",
    "Rule",
    "SavedAnswer",
    "SearchedWords",
    "Status",
    "Tally",
    "Terms",
    "Writer",
]
