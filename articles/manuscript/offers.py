"""Reports a manuscript may be a part of: of the same title, of nearly the same, and those not finished."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from articles.manuscript.intake import folded
from articles.models import Report

NEAR = 0.8
_SHORTEST = 8
_MOST = 300
_UNFINISHED = 8


@dataclass(frozen=True)
class Offer:
    """`why` is same, near or unfinished."""

    report: Report
    why: str


def offers(headline: str) -> list[Offer]:
    """The likeliest first; the newest reports are looked through."""
    wanted = folded(headline)
    found = [
        (report, _likeness(wanted, folded(report.title))) for report in Report.objects.order_by("-created_at")[:_MOST]
    ]
    same = [Offer(report, "same") for report, likeness in found if likeness == 1]
    near = sorted((one for one in found if NEAR <= one[1] < 1), key=lambda one: -one[1])
    others = [Offer(report, "unfinished") for report, likeness in found if likeness < NEAR and not report.is_finished]
    return [*same, *(Offer(report, "near") for report, _likeness in near), *others[:_UNFINISHED]]


def _likeness(wanted: str, title: str) -> float:
    if not wanted or not title:
        return 0
    if wanted == title:
        return 1
    if min(len(wanted), len(title)) >= _SHORTEST and (wanted in title or title in wanted):
        return 0.99
    matcher = SequenceMatcher(None, wanted, title, autojunk=False)
    return min(matcher.ratio(), 0.98) if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR else 0
