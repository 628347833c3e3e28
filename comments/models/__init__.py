from comments.models.comment import Comment, Status
from comments.models.decision import Decision

__all__ = ["Comment", "Decision", "Status"]
