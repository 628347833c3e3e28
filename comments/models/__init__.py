from comments.models.comment import Comment, Status
from comments.models.decision import Decision
from comments.models.holiday import Holiday
from comments.models.reader import LetterSent, Reader, ReaderLink
from comments.models.rule import Rule
from comments.models.terms import Consent, Terms

__all__ = ["Comment", "Consent", "Decision", "Holiday", "LetterSent", "Reader", "ReaderLink", "Rule", "Status", "Terms"]
