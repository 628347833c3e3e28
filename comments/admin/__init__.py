from comments.admin.answering import OfficeAdmin, SavedAnswerAdmin
from comments.admin.decision import DecisionAdmin
from comments.admin.ground import GroundAdmin
from comments.admin.holiday import HolidayAdmin
from comments.admin.rule import RuleAdmin
from comments.admin.terms import TermsAdmin

__all__ = ["DecisionAdmin", "GroundAdmin", "HolidayAdmin", "OfficeAdmin", "RuleAdmin", "SavedAnswerAdmin", "TermsAdmin"]
