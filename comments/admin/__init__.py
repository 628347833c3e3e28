from comments.admin.decision import DecisionAdmin

__all__ = ["DecisionAdmin"]
