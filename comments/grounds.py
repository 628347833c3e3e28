"""
Why a comment is not shown, as its writer is told: sentences from a list, so that nobody is told something hasty.

What a moderator writes freely stays in the record; only these sentences leave the desk.
A bureau edits the list (`comments.admin.ground`); the first rows are laid here.
"""

from comments.models import Ground

OTHER = "lain"

FIRST = (
    (
        "judi",
        "promosi judi online",
        (
            "Komentar ini memuat promosi judi online. Bila bukan itu maksud Anda, tulis ulang tanpa tautan dan "
            "nama situsnya."
        ),
    ),
    (
        "kasar",
        "kata-kata kasar",
        (
            "Ada kata-kata kasar di dalamnya. Pendapat dan kritik Anda tetap kami tunggu, dengan kata-kata yang "
            "tidak menyakiti siapa pun."
        ),
    ),
    (
        "kebencian",
        "SARA atau kebencian",
        (
            "Komentar ini merendahkan orang karena suku, agama, ras, atau golongannya. Pendapat Anda tentang "
            "beritanya sendiri tetap kami tunggu."
        ),
    ),
    (
        "fitnah",
        "fitnah atau kabar bohong",
        (
            "Ada tuduhan atau kabar yang tidak dapat kami pastikan kebenarannya. Sebutkan sumbernya, atau tulis "
            "apa yang Anda lihat sendiri."
        ),
    ),
    (
        "data-pribadi",
        "data pribadi",
        (
            "Ada nomor telepon, NIK, alamat rumah, atau data lain seseorang di dalamnya. Tulis ulang tanpa data "
            "itu, demi keamanan Anda dan orang lain."
        ),
    ),
    (
        "di-luar-pokok",
        "di luar pokok berita",
        "Isinya bukan tentang berita ini. Silakan tulis di bawah berita yang sesuai, atau hubungi kantor kami.",
    ),
    (
        "kembar",
        "kembar",
        "Komentar yang sama sudah ada pada kami, jadi yang ini tidak ditayangkan lagi. Tulisan Anda tidak hilang.",
    ),
    (
        "iklan",
        "iklan",
        "Ini iklan atau penawaran. Kolom komentar kami hanya untuk membicarakan beritanya.",
    ),
    (
        "lain",
        "alasan lain",
        "Komentar ini tidak sesuai dengan aturan berkomentar kami. Anda boleh menulisnya ulang.",
    ),
)
"""(slug, reason, what its writer is told)"""


def lay(*, using="default", **_kwargs):
    """Create the first reasons where there is none; connected to `post_migrate`."""
    if not Ground.objects.using(using).exists():
        Ground.objects.using(using).bulk_create(
            Ground(slug=slug, label=label, sentence=sentence, position=10 * place)
            for place, (slug, label, sentence) in enumerate(FIRST, 1)
        )


def offered() -> list[Ground]:
    """What a moderator may choose from, in its order. One query."""
    return list(Ground.objects.filter(is_offered=True))


def known(slug: str) -> Ground | None:
    """The reason of this name, also one that is offered no longer. One query, none for no name."""
    # PostgreSQL knows no text with a NUL in it, and refuses to look for one.
    return Ground.objects.filter(slug=slug).first() if slug and "\0" not in slug else None


def told_apart(reason: str) -> tuple[str, str]:
    """(ground, reason) from the one field a form sends: a slug of the list, or words of the moderator's own."""
    return (reason, "") if known(reason[:41]) else ("", reason)
