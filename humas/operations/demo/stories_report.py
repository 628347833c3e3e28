"""The demo's report in three parts: a working meeting of the district's public-relations officers."""

from .stories_model import REPORT, DemoStory

REPORT_STORIES = (
    DemoStory(
        key="raker-1",
        headline="Humas Sembilan Kecamatan Berkumpul, Belajar Menjawab Sebelum Ditanya",
        dateline="Labuan Sirelo",
        standfirst=(
            "Rapat kerja tiga hari dibuka dengan satu pekerjaan rumah: setiap kecamatan harus punya orang yang bisa "
            "dihubungi warga, juga pada hari Minggu."
        ),
        paragraphs=(
            (
                "Sebanyak 54 petugas humas dari sembilan kecamatan di Kabupaten Nusa Melira memenuhi Aula Kantor "
                "Bupati, malam ini. Selama tiga hari mereka duduk bersama dalam Rapat Kerja Humas Kecamatan, "
                "pertemuan yang terakhir kali digelar empat tahun lalu."
            ),
            (
                "Rapat kerja dibuka oleh Wakil Bupati Nusa Melira, Maria Y. Tanelodu, S.IP., M.Si., yang memukul "
                "gong pelan sekali saja. “Satu kali cukup. Yang penting bukan bunyinya, tetapi siapa yang "
                "mendengar,” ujarnya, disambut tawa peserta."
            ),
            (
                "Dalam arahannya, Wabup Maria meminta humas kecamatan berhenti menunggu. Menurut dia, sebagian "
                "besar keluhan warga yang sampai ke kantor bupati sebenarnya bisa selesai di kecamatan bila ada "
                "yang menjelaskan lebih awal: kapan pipa diperbaiki, mengapa beras bantuan terlambat, siapa yang "
                "harus ditelepon."
            ),
            (
                "“Kalau warga sudah bertanya, sebetulnya kita sudah terlambat satu langkah. Tugas Bapak dan Ibu "
                "adalah menjawab sebelum ditanya, dengan bahasa yang dipakai orang di pasar, bukan bahasa surat "
                "dinas,” katanya."
            ),
            "## Dari 212 pertanyaan, 131 soal jadwal",
            (
                "Kepala Bagian Protokol dan Komunikasi Pimpinan Setda Nusa Melira, Yuliana D. Sorelaku, S.Sos., "
                "M.I.Kom., memaparkan catatan bagiannya selama enam bulan terakhir. Dari 212 pertanyaan warga yang "
                "masuk, 131 di antaranya menanyakan jadwal: jadwal feri, jadwal posyandu, jadwal perekaman KTP "
                "keliling, dan giliran air."
            ),
            (
                "“Artinya warga tidak minta yang muluk-muluk. Mereka minta tahu jam berapa. Itu bisa kita jawab "
                "besok pagi tanpa menambah anggaran satu rupiah pun,” kata Yuliana."
            ),
            "Ia menyebut tiga hal yang hendak dicapai rapat kerja ini:",
            (
                "- satu nomor kontak tetap untuk setiap kecamatan, lengkap dengan nama penggantinya;\n"
                "- satu pola siaran yang sama, dari pengumuman darurat sampai berita kegiatan;\n"
                "- satu tempat menyimpan foto dan naskah agar tidak lagi tercecer di telepon genggam masing-masing."
            ),
            (
                "Peserta datang dari jarak yang tidak dekat. Rombongan Kecamatan Wekarai menyeberang sehari "
                "sebelumnya dengan feri, tiga jam diayun ombak. “Kami lima orang, dua di antaranya mabuk laut. "
                "Tetapi kalau tidak datang, nanti kami lagi yang disalahkan karena tidak tahu,” tutur Petrus "
                "Lakameo, petugas humas Wekarai, sambil menunjukkan sepatu yang masih basah."
            ),
            (
                "Pembukaan ditutup dengan makan malam bersama: jagung bose, ikan kuah asam, dan sambal luat buatan "
                "ibu-ibu PKK. Besok peserta dibagi dalam enam kelompok untuk turun ke pasar, puskesmas, dan "
                "pelabuhan. Apa yang mereka dengar di sana akan disampaikan pada bagian kedua laporan ini."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pemerintahan",
        tags=(
            "kehumasan",
            "rapat kerja",
            "pelayanan publik",
            "Maria Y. Tanelodu, S.IP., M.Si.",
            "Yuliana D. Sorelaku, S.Sos., M.I.Kom.",
        ),
        days_ago=3,
        hour="19.20",
        status="published",
        byline="Yuliana D. Sorelaku",
        picture="aula",
        photographer="Ilustrasi: Rian Modokali",
        alt=(
            "Gambar aula pada malam hari, dilihat dari belakang: deretan peserta duduk menghadap panggung; seorang "
            "pembicara berdiri di mimbar, tiga orang duduk di meja, dan kain ikat merah membentang di dinding."
        ),
        caption="Aula Kantor Bupati dipenuhi peserta pada malam pembukaan rapat kerja.",
        report=REPORT,
    ),
    DemoStory(
        key="raker-2",
        headline="Setengah Hari di Pasar, Humas Pulang Membawa 87 Pertanyaan",
        dateline="Kalorai",
        standfirst=(
            "Hari kedua rapat kerja tidak berlangsung di aula. Peserta diminta duduk di lapak, mendengar, dan tidak "
            "membela diri."
        ),
        paragraphs=(
            (
                "Pukul setengah enam pagi, tiga puluh petugas humas sudah berdiri di gerbang Pasar Kalorai tanpa "
                "seragam dan tanpa kamera. Aturan hari kedua Rapat Kerja Humas Kecamatan hanya satu: dengar dulu, "
                "catat, jangan membantah."
            ),
            (
                "Mereka menyebar ke lapak sayur, ikan, sirih pinang, dan kain. Setiap orang ditugasi mengobrol "
                "dengan sedikitnya tiga pedagang atau pembeli, lalu menulis pertanyaan yang muncul dengan kata-kata "
                "penanya sendiri. Menjelang tengah hari terkumpul 87 pertanyaan pada potongan kardus bekas."
            ),
            (
                "Pertanyaan terbanyak menyangkut retribusi pasar. Mama Ester Tukameo, penjual sirih pinang sejak "
                "pasar ini masih beratap daun, ingin tahu mengapa karcisnya dua macam. “Yang satu warna kuning, "
                "yang satu putih. Saya bayar dua-duanya, tetapi tidak pernah ada yang bilang itu untuk apa,” "
                "katanya."
            ),
            (
                "Pertanyaan itu dijawab di tempat, tetapi bukan oleh petugas humas. Kepala Unit Pasar Kalorai, "
                "Semuel Donurata, dipanggil ke lapak dan menjelaskan bahwa karcis kuning adalah sewa lapak harian "
                "Rp3.000 dan karcis putih iuran kebersihan Rp1.000. Mulai pekan depan keterangan itu akan ditempel "
                "di tiga pintu pasar."
            ),
            (
                "> Tadi pagi saya kira pekerjaan saya menulis. Ternyata pekerjaan saya mencari orang yang tahu, "
                "lalu membawa dia ke orang yang bertanya."
            ),
            (
                "Kalimat itu diucapkan Merlin Ledoraga, petugas humas termuda dari Kecamatan Tubahena, ketika "
                "kelompoknya melapor sore hari. Ia baru empat bulan bertugas dan mengaku selama ini lebih sering "
                "menyunting foto pejabat daripada membaca pesan warga."
            ),
            "## Yang belum bisa dijawab tetap dicatat",
            (
                "Dari 87 pertanyaan, 52 terjawab pada hari itu juga. Sisanya, antara lain soal lampu jalan di "
                "tanjakan Batulelea dan tunggakan honor kader, diteruskan kepada dinas yang berwenang dengan batas "
                "jawaban tujuh hari kerja. Daftarnya ditempel di papan kantor camat, berikut nama pejabat yang "
                "memegangnya."
            ),
            (
                "Kabag Prokopim Yuliana D. Sorelaku, S.Sos., M.I.Kom., menyebut daftar itu sebagai hasil terpenting "
                "hari kedua. “Menjawab ‘belum tahu, kami cari, hari Jumat kami kabari’ itu jawaban yang baik. Yang "
                "tidak baik adalah diam,” ujarnya."
            ),
            (
                "Ia juga mengingatkan agar petugas tidak menjanjikan apa yang bukan kewenangannya. “Humas bukan "
                "dinas pekerjaan umum. Kita tidak bisa berjanji lampu menyala, tetapi kita bisa berjanji "
                "mengabari.”"
            ),
            (
                "Kelompok lain yang turun ke pelabuhan dan dua puskesmas pulang dengan cerita serupa. Seluruh "
                "catatan akan diolah menjadi pedoman siaran kecamatan yang dibahas pada hari terakhir."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pemerintahan",
        tags=(
            "kehumasan",
            "rapat kerja",
            "Pasar Kalorai",
            "Yuliana D. Sorelaku, S.Sos., M.I.Kom.",
        ),
        days_ago=2,
        hour="18.10",
        status="published",
        byline="Yuliana D. Sorelaku",
        picture="lontar",
        photographer="Ilustrasi: Rian Modokali",
        alt=(
            "Gambar pohon-pohon lontar di lereng bukit saat matahari terbenam, dengan sebuah rumah beratap "
            "alang-alang yang lampunya sudah menyala di kejauhan."
        ),
        caption="Senja di jalan menuju Kalorai, tempat peserta rapat kerja belajar mendengar.",
        report=REPORT,
    ),
    DemoStory(
        key="raker-3",
        headline="Raker Humas Ditutup, Sembilan Kecamatan Sepakati Pedoman Siaran",
        dateline="Labuan Sirelo",
        standfirst=(
            "Pengumuman darurat paling lambat tiga puluh menit, ralat paling lambat hari itu juga. Nama petugas "
            "piket diumumkan setiap Senin."
        ),
        paragraphs=(
            (
                "Rapat Kerja Humas Kecamatan se-Kabupaten Nusa Melira ditutup dengan selembar pedoman siaran yang "
                "hanya berisi dua belas butir. Pedoman itu ditandatangani sembilan camat di hadapan Sekretaris "
                "Daerah Nusa Melira, Drs. Kornelis A. Mautelo, M.Si."
            ),
            (
                "Butir pertama langsung menyentuh pekerjaan paling mendesak: kabar yang menyangkut keselamatan "
                "orang, seperti gelombang tinggi, banjir, atau air yang tidak layak minum, harus tersiar paling "
                "lambat tiga puluh menit sejak dipastikan. Tidak perlu menunggu foto, tidak perlu menunggu "
                "sambutan."
            ),
            (
                "“Kalau ombak sudah tiga meter, jangan tunggu saya selesai rapat untuk minta paraf. Siarkan dulu, "
                "laporkan kemudian,” kata Sekda Kornelis, yang mengaku pernah ikut tertahan dua malam di dermaga "
                "karena pengumuman datang setelah kapal batal berangkat."
            ),
            "## Keliru boleh, diam jangan",
            (
                "Pedoman itu juga mengatur cara memperbaiki kesalahan. Berita yang keliru diralat pada hari yang "
                "sama dengan menyebut bagian mana yang salah. Berita yang harus dicabut tetap meninggalkan "
                "keterangan mengapa dicabut, sehingga pembaca tidak mendapati halaman kosong."
            ),
            (
                "Butir yang paling lama diperdebatkan adalah soal komentar warga. Sebagian peserta mengusulkan "
                "kolom komentar ditutup karena sering dipenuhi iklan judi. Usul itu ditolak setelah petugas "
                "Kecamatan Hanarebu menunjukkan bahwa kebocoran pipa di Kampung Sakeluli bulan lalu pertama kali "
                "diketahui dari kolom komentar."
            ),
            (
                "“Iklannya kita buang, warganya kita jawab. Jangan sampai rumah dibakar karena ada tikus,” ujar "
                "Thobias Rinakore, petugas humas Hanarebu, yang kalimatnya kemudian dikutip hampir semua pembicara."
            ),
            "Dua belas butir itu akan diuji selama enam bulan. Beberapa yang langsung berlaku:",
            (
                "- nama dan nomor petugas piket setiap kecamatan diumumkan tiap hari Senin;\n"
                "- foto anak hanya dimuat dengan izin orang tua;\n"
                "- setiap angka dalam berita menyebut sumber dan tanggalnya;\n"
                "- komentar yang memuat keluhan diteruskan kepada dinas paling lambat dua hari kerja."
            ),
            (
                "Pemerintah kabupaten menyediakan Rp148 juta pada tahun ini untuk membeli sembilan telepon genggam "
                "piket, paket data, dan dua pengeras suara lapangan bagi kecamatan yang sinyalnya lemah, yaitu "
                "Wekarai dan Melira Barat."
            ),
            (
                "Rapat kerja berikutnya disepakati berlangsung tahun depan di Wekarai. Petrus Lakameo, yang pada "
                "malam pembukaan datang dengan sepatu basah, menutup pertemuan dengan sebuah janji. “Nanti kami "
                "jemput di pelabuhan. Bawa obat mabuk laut sendiri-sendiri,” katanya. Rombongannya sendiri masih "
                "menginap di Labuan Sirelo, menunggu ombak turun."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pemerintahan",
        tags=(
            "kehumasan",
            "rapat kerja",
            "pedoman siaran",
            "Drs. Kornelis A. Mautelo, M.Si.",
        ),
        days_ago=-1,
        hour="07.00",
        status="scheduled",
        byline="Yuliana D. Sorelaku",
        picture="aula-penutupan",
        photographer="Ilustrasi: Rian Modokali",
        alt=(
            "Gambar panggung aula pada siang hari: sembilan orang berdiri berjajar, masing-masing memegang selembar "
            "kertas, di hadapan peserta yang duduk."
        ),
        caption="Sembilan camat membacakan pedoman siaran secara bergiliran.",
        report=REPORT,
    ),
)
