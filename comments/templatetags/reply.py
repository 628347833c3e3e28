from django import template

from comments import channels
from comments.reply import lookers

register = template.Library()


@register.simple_tag
def email_lookers() -> int:
    """How many people may look at an address; asked at each drawing, as the page is true at each."""
    return lookers.count()


@register.filter
def as_channels(text):
    return channels.parse(text)
