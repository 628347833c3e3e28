from comments.admin.decision import DecisionAdmin
from comments.admin.terms import TermsAdmin

__all__ = ["DecisionAdmin", "TermsAdmin"]
