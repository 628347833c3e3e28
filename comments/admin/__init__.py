from comments.admin.decision import DecisionAdmin
from comments.admin.ground import GroundAdmin
from comments.admin.holiday import HolidayAdmin
from comments.admin.rule import RuleAdmin
from comments.admin.terms import TermsAdmin

__all__ = ["DecisionAdmin", "GroundAdmin", "HolidayAdmin", "RuleAdmin", "TermsAdmin"]
