"""The one door from a story's page at the desk to what became of its comments."""

from django import template

from comments.queue import one_story

register = template.Library()


@register.inclusion_tag("admin/antrean/_berita_hitung.html")
def story_comments(article):
    """How many stand where, each leading to them, and a link to the decisions. One query."""
    return {"article": article, "counts": one_story.counts(article), "is_linked": True}
