"""History of a story: who saved what, when and why; differences; restoring."""


class KeepsHistory:
    """For the ModelAdmin of stories: its history."""

    def get_urls(self):
        return super().get_urls()
