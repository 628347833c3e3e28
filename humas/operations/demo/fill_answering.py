"""The demo's offices that know answers, and what its newsroom answers again and again."""

from comments.models import Office, SavedAnswer

OFFICES = (
    "Dinas Pekerjaan Umum dan Penataan Ruang",
    "Dinas Kesehatan",
    "Dinas Pendidikan",
    "Dinas Perhubungan",
    "Perumda Air Minum",
)
SAVED = (
    (
        "Terima kasih, diteruskan",
        "Terima kasih, {nama}. Masukan Anda tentang “{berita}” kami teruskan kepada dinas yang menangani; "
        "jawabannya kami muat di sini.",
    ),
    ("Jam pelayanan", "Kantor kami buka Senin sampai Jumat, pukul 08.00–15.00 WITA."),
    (
        "Lewat kanal pengaduan",
        "Agar ditangani dengan nomor laporan, sampaikan juga lewat SP4N-LAPOR!: https://www.lapor.go.id",
    ),
)


def fill_answering() -> None:
    Office.objects.bulk_create(Office(name=name) for name in OFFICES)
    SavedAnswer.objects.bulk_create(SavedAnswer(title=title, text=text) for title, text in SAVED)
