"""Moments in words, with the hour in the newsroom's clock and never without its zone."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format


def long_time(moment: datetime) -> str:
    """Rabu, 24 April 2019, 19.20 WITA"""
    return date_format(timezone.localtime(moment), "l, j F Y, H.i T")


def short_time(moment: datetime) -> str:
    """24 April 2019, 19.20 WITA"""
    return date_format(timezone.localtime(moment), "j F Y, H.i T")


def zone_name() -> str:
    """WIB, WITA or WIT: what the newsroom's clock shows now."""
    return timezone.localtime().tzname() or ""
