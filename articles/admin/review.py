"""Handing a story over for review, sending it back, and notes between editors."""


class Reviews:
    """For the ModelAdmin of stories: review and notes."""

    def get_urls(self):
        return super().get_urls()
