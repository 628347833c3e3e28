"""All the stories of the demo newsroom; the parts of the report in the order of their positions."""

from .stories_desk import DESK_STORIES
from .stories_field import FIELD_STORIES
from .stories_market import MARKET_STORIES
from .stories_model import DEFAULT_CATEGORY, NEWSROOM, REPORT_STANDFIRST, DemoStory
from .stories_office import OFFICE_STORIES
from .stories_report import REPORT_STORIES
from .stories_together import TOGETHER_STORIES

__all__ = ["DEFAULT_CATEGORY", "NEWSROOM", "REPORT_STANDFIRST", "STORIES", "DemoStory"]

STORIES: tuple[DemoStory, ...] = (
    REPORT_STORIES + FIELD_STORIES + DESK_STORIES + MARKET_STORIES + OFFICE_STORIES + TOGETHER_STORIES
)
