"""
The shape of a demo story, and the names its stories share.

The district, its officials, villages and ships are invented; no place of
Indonesia bears these names.
"""

from dataclasses import dataclass

NEWSROOM = {
    "name": "Humas Kabupaten Nusa Melira",
    "place": "Labuan Sirelo",
    "dateline": "Labuan Sirelo",
    "credit": "Prokopim Nusa Melira",
    "address": "Kantor Bupati Nusa Melira, Jalan Dermaga Lama, Labuan Sirelo",
    "phone": "0811-0000-0000",
    "public_email": "humas@example.org",
    "complaint_channels": "SP4N-LAPOR! | https://www.lapor.go.id\nCall center 112 | 112",
}
DEFAULT_CATEGORY = "Pemerintahan"
REPORT = "Rapat Kerja Humas Kecamatan se-Kabupaten Nusa Melira"
REPORT_STANDFIRST = (
    "Tiga hari rapat kerja: dari aula ke pasar, lalu kembali dengan dua belas butir pedoman tentang menjawab warga."
)


@dataclass(frozen=True)
class DemoStory:
    """
    One story of the demo newsroom, in plain text.

    A paragraph may begin with "## " (a heading) or "> " (a quotation), or be
    lines that each begin with "- " (a list). The story opens `days_ago` days
    before the demo is made (-1: tomorrow) at `hour` in the newsroom's zone; for
    a draft this is only the day it was begun. The dateline stands before the
    first paragraph, the credit in brackets after the last: neither is in them.
    """

    key: str
    headline: str
    dateline: str
    standfirst: str
    paragraphs: tuple[str, ...]
    credit: str
    category: str
    tags: tuple[str, ...]
    days_ago: int
    hour: str
    status: str
    byline: str
    picture: str | None = None
    alt: str = ""
    caption: str = ""
    photographer: str = ""
    reason: str = ""
    report: str | None = None
