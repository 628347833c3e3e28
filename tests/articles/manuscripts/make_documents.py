"""
Writes the .docx and .odt manuscripts of this folder, the same bytes each time.

    python tests/articles/manuscripts/make_documents.py [FOLDER]

In them is what word processors leave behind: styles with Indonesian ids, one
word in several runs, a letterhead in the page header, tracked changes, comments.
"""

import sys
from pathlib import Path

from packages import PAGE, docx, odt, p, r, row, span, th, tlist, tp, trow, write

DOCUMENTS = {
    "D1-headings.docx": docx(
        p("Perpustakaan Keliling Singgah di Sebelas Desa", style="Judul"),
        p(
            "Merasola – Perpustakaan ",
            r("kel"),
            r("iling milik Pemerintah Kabupaten "),
            "Nusa Melira singgah di sebelas desa sepanjang bulan ini. Mobilnya membawa ",
            r("1.2", "b"),
            r("00 buku", "b"),
            " dan dua tikar.",
        ),
        p("Anak-anak datang lebih dahulu", style="Judul2"),
        p(
            "Di Desa Nitumeo, ",
            r("empat puluh", "n"),
            " anak menunggu sejak pagi. “Kami kira ",
            r("kapal", "i"),
            ", ternyata mobil,” kata seorang dari mereka.",
        ),
        p(r("Buku resep paling cepat habis", "b")),
        p("Kepala perpustakaan, Dorce A. Bessi, mengatakan buku resep dipinjam para ayah."),
        p("Jadwal bulan depan", style="Judul1"),
        p(
            "Mobil berangkat setiap Selasa dan Jumat. Desa yang jalannya putus didatangi dengan perahu. "
            "(Humas Nusa Melira)"
        ),
        header=p(r("PEMERINTAH KABUPATEN NUSA MELIRA", "b")) + p("SEKRETARIAT DAERAH"),
        footer=p("Jalan Pelabuhan Lama Nomor 7, Labuan Sirelo – halaman ", PAGE),
    ),
    "D2-lists.docx": docx(
        p(r("Layanan yang Dibuka pada ", "b"), r("Hari Sabtu", "b"), " (Bagian II)"),
        p(),
        p("Kalorai - Mulai bulan ini tiga layanan dibuka juga pada hari Sabtu:"),
        p("perekaman kartu penduduk;", style="DaftarParagraf", numbers=1),
        p("akta ", r("kelahiran", "b"), "; dan", style="DaftarParagraf", numbers=1),
        p("pengaduan jalan rusak.", style="DaftarParagraf", numbers=1),
        p("Warga datang dengan urutan berikut:"),
        p("Ambil nomor di pintu timur", numbers=2),
        p("Tunggu di bawah pohon asam", numbers=2),
        p(),
        p("Layanan ditutup pukul dua belas. (Prokopim/ab)"),
    ),
    "D3-table-and-changes.docx": docx(
        p("Jadwal Kapal Perintis Bulan Mei", style="Judul1"),
        p(
            "LABUAN SIRELO – Kapal perintis berlayar ",
            f'<w:ins w:id="1" w:author="Dorce" w:date="2026-04-24T19:20:00Z">{r("tiga kali ")}</w:ins>',
            '<w:del w:id="2" w:author="Dorce" w:date="2026-04-24T19:20:00Z"><w:r><w:delText>dua kali '
            "</w:delText></w:r></w:del>",
            "sebulan ke pulau-pulau utara.",
        ),
        row(p("Lokawena"), p("Selasa,\tpukul 06.00 WITA")),
        p("Lebih baik kapal menunggu penumpang daripada penumpang menunggu kapal.", style="Kutipan"),
        p("Kalimat itu tertulis pada papan di loket.\nPapan itu sudah berumur dua puluh tahun."),
        p(r("(Humas NM)", "i")),
    ),
    "D4-chat-in-word.docx": docx(
        p(
            "[24/04/19 19.20] Humas Wekarai: *Listrik Masuk Dusun Terjauh di Wekarai*\n\n"
            "*Wekarai* – Listrik menyala di Dusun Tanarika, Rabu malam, setelah tiang terakhir dipasang.\n"
            "_“Terang sekali, bayi kami heran,”_ kata Maria Otemusu.\n"
            "\n(hms)"
        ),
        p(),
        p("#WekaraiTerang 💡"),
        p("🙏🙏"),
    ),
    "D5-letterhead-table.docx": docx(
        row(
            p(),
            p(r("PEMERINTAH KABUPATEN NUSA MELIRA", "b"))
            + p("KECAMATAN HANAREBU")
            + p("Jl. Bukit Kecil Nomor 2, Hanarebu, Telp. (0800) 000-113"),
        ),
        p(r("SIARAN PERS", "b")),
        p("Nomor : 03/HNR/2026"),
        p(r("Pasar Hewan Hanarebu Dibuka Kembali", "b")),
        p(r("Setelah Tiga Bulan Ditutup", "b")),
        p("Hanarebu, 24 April 2026 – Pasar hewan Hanarebu dibuka kembali setelah tiga bulan ditutup karena wabah."),
        p("Setiap ternak diperiksa di gerbang. Pemeriksaan tidak dipungut biaya."),
        p(r("Penulis: Rina M. Otemusu", "b")),
        p("Kontak: Kantor Camat Hanarebu, 0811-0000-0000"),
    ),
    "D6-headings.odt": odt(
        th("Kebun Sekolah Hasilkan Sayur untuk 300 Murid", 1),
        tp(
            "Tubahena – Kebun di belakang ",
            span("SD Negeri", "T1"),
            " Tubahena menghasilkan sayur untuk ",
            span("300", "T1"),
            span(" murid", "T1"),
            " setiap pekan.",
        ),
        th("Cacing pun punya nama", 2),
        tp("Murid kelas tiga merawat ", span("kompos", "T2"), ". “Yang paling gemuk namanya Pak Kepala,” kata mereka."),
        tp(span("Panen berikutnya bulan Juni", "T1")),
        tp("Kelebihan panen dijual kepada orang tua murid. Hasilnya untuk membeli bola."),
        tp("(Humas/dab)"),
        header=tp("DINAS PENDIDIKAN NUSA MELIRA"),
        footer=tp("Jalan Melati Nomor 3, Labuan Sirelo"),
    ),
    "D7-lists-and-table.odt": odt(
        tp(span("Lowongan Relawan Arsip Daerah", "T1")),
        tp("Labuan Sirelo – Dinas Arsip mencari dua puluh relawan untuk:"),
        tlist("L1", "membersihkan foto lama;", "mencatat nama orang di dalamnya."),
        tp("Tahapnya sebagai berikut:"),
        tlist("L2", "Wawancara singkat", "Latihan sehari", "Mulai bekerja"),
        trow(tp("Pendaftaran"), tp("sampai", '<text:s text:c="3"/>', "30 Mei")),
        tp("Foto lama tidak pernah berbohong, ia hanya lupa.", style="P2"),
        tp(
            "Relawan mendapat makan siang.",
            "<text:line-break/>",
            "Sertifikat",
            "<text:tab/>",
            "diberikan pada akhir kegiatan.",
        ),
        tp("(Prokopim Nusa Melira)"),
    ),
    "D8-comments-and-changes.odt": odt(
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Dorce'
        "</dc:creator><dc:date>2026-04-24T19:20:00</dc:date></office:change-info>"
        + tp("sebelas")
        + "</text:deletion></text:changed-region></text:tracked-changes>",
        tp("Kisah Sebuah Mercusuar (Part 2)", style="P1"),
        tp(),
        tp(
            "Lokawena - Penjaga mercusuar naik ",
            '<text:change text:change-id="c1"/>',
            "dua belas kali sehari.",
            "<office:annotation><dc:creator>Dorce</dc:creator><dc:date>2026-04-24T19:20:00</dc:date>"
            + tp("Tolong periksa angkanya.")
            + "</office:annotation>",
        ),
        tp("Lampunya kini digerakkan matahari. “Yang menjaga malam ternyata siang,” katanya."),
        tp("(Bersambung)"),
    ),
}


if __name__ == "__main__":
    for name, files in DOCUMENTS.items():
        write(Path(sys.argv[1] if sys.argv[1:] else Path(__file__).parent) / name, files)
