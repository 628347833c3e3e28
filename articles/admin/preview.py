"""Seeing a revision as readers would."""


class Previews:
    """For the ModelAdmin of stories: previews."""

    def get_urls(self):
        return super().get_urls()
