from django import template
from django.utils import timezone

from humas.base import times

register = template.Library()


@register.filter
def long_time(moment):
    return times.long_time(moment) if moment else ""


@register.filter
def short_time(moment):
    return times.short_time(moment) if moment else ""


@register.filter
def iso_time(moment):
    """For the datetime attribute of <time>: local, to the minute, with its offset."""
    return timezone.localtime(moment).isoformat(timespec="minutes") if moment else ""
