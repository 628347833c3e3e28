"""All the stories of the demo newsroom; the parts of the report in the order of their positions."""

from .stories_desk import DESK_STORIES
from .stories_field import FIELD_STORIES
from .stories_model import NEWSROOM_NAME, NEWSROOM_PLACE, REPORT, DemoStory
from .stories_report import REPORT_STORIES

__all__ = ["NEWSROOM_NAME", "NEWSROOM_PLACE", "REPORT", "STORIES", "DemoStory"]

STORIES: tuple[DemoStory, ...] = REPORT_STORIES + FIELD_STORIES + DESK_STORIES
