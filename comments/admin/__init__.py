from comments.admin.decision import DecisionAdmin
from comments.admin.holiday import HolidayAdmin
from comments.admin.rule import RuleAdmin

__all__ = ["DecisionAdmin", "HolidayAdmin", "RuleAdmin"]
