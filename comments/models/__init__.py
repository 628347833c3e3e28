from comments.models.comment import Comment, Status
from comments.models.decision import Decision
from comments.models.holiday import Holiday
from comments.models.reader import Reader, ReaderLink
from comments.models.rule import Rule
from comments.models.terms import Consent, Terms

__all__ = ["Comment", "Consent", "Decision", "Holiday", "Reader", "ReaderLink", "Rule", "Status", "Terms"]
