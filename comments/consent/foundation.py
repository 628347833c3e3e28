"""
The first version of *Aturan Berkomentar*, laid after each migrate where there is none.

After point 3c of the Pedoman Pemberitaan Media Siber, in our own sentences; a bureau
replaces it by a version of its own.
"""

FIRST_VERSION = """
Kolom komentar ini untuk semua warga. Kritik, pertanyaan, dan pujian sama-sama diterima, juga yang keras,
selama mengikuti aturan ini.

Dengan mengirim komentar, Anda menyatakan bahwa isinya:

1. tidak bohong, tidak memfitnah, tidak sadis, dan tidak cabul;

2. tidak memuat prasangka atau kebencian terkait suku, agama, ras, dan antargolongan, serta tidak
menganjurkan kekerasan;

3. tidak membeda-bedakan orang karena jenis kelamin atau bahasa, serta tidak merendahkan martabat orang lemah,
miskin, sakit, cacat jiwa, atau cacat jasmani.

Jangan menulis nomor HP, NIK, alamat rumah, atau data pribadi orang lain. Promosi judi, penipuan, dan iklan
tidak ditayangkan.

Setiap komentar dapat dibaca petugas. Yang melanggar aturan ini tidak ditayangkan, atau diturunkan, dan
halaman komentar Anda mengatakannya. Kata-kata Anda tidak kami ubah.

Nama Anda tayang bersama komentar. Alamat email tidak, dan tidak diberikan kepada pejabat atau kantor yang
Anda sebut.
"""


def lay(*, using="default", **_kwargs):
    """Create version 1 where no version is there."""
    from comments.models import Terms

    if not Terms.objects.using(using).exists():
        Terms.objects.using(using).create(version=1, text=in_paragraphs(FIRST_VERSION))


def in_paragraphs(text: str) -> str:
    """Each paragraph on one line, as somebody types it into the desk's form."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
