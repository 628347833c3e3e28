"""The demo's stories of the administration: a leak, planning, appointments, a visit, identity cards."""

from .stories_model import DemoStory

OFFICE_STORIES = (
    DemoStory(
        key="pipa",
        headline="Pipa Bocor di Sakeluli Diperbaiki Setelah Laporan Warga di Kolom Komentar",
        dateline="Hanarebu",
        standfirst="Sebuah komentar tengah malam menghemat 40.000 liter air sehari.",
        paragraphs=(
            (
                "Kebocoran pipa induk air bersih di Kampung Sakeluli, Kecamatan Hanarebu, selesai diperbaiki sore "
                "tadi. Air yang terbuang selama hampir tiga pekan itu kini kembali mengalir ke 340 rumah di bagian "
                "atas kampung."
            ),
            (
                "Kebocoran pertama kali diketahui bukan dari alat ukur, melainkan dari komentar seorang warga pada "
                "berita tentang lomba kebersihan desa. Ia menulis bahwa tanah di belakang rumahnya basah terus, "
                "padahal hujan belum turun sejak dua bulan lalu."
            ),
            (
                "Petugas humas Kecamatan Hanarebu, Thobias Rinakore, membaca komentar itu pukul 23.40, lalu "
                "meneruskannya kepada petugas air bersih. Pagi harinya tim menemukan sambungan pipa tiga inci yang "
                "pecah pada kedalaman 80 sentimeter, terdesak akar beringin."
            ),
            (
                "Kepala Dinas Pekerjaan Umum Nusa Melira, Yosafat M. Kerilodu, S.T., M.Eng., memperkirakan 40.000 "
                "liter air terbuang setiap hari. “Di daerah yang airnya digilir, angka itu bukan kecil. Terima "
                "kasih kepada bapak yang menulis. Mohon maaf, kami seharusnya tahu lebih dulu,” ujarnya."
            ),
            (
                "Perbaikan memakan waktu dua hari karena pipa pengganti harus diambil dari gudang di Labuan Sirelo. "
                "Selama itu dua mobil tangki mengantar air kepada warga, masing-masing tiga kali sehari."
            ),
            (
                "Agar tidak terulang, dinas memasang meteran pada empat titik induk dan akan mencatat angkanya "
                "setiap pekan. Beringinnya tidak ditebang. Jalur pipalah yang digeser dua meter, atas permintaan "
                "warga yang biasa duduk di bawahnya."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pembangunan",
        tags=("air bersih", "Kampung Sakeluli", "Kecamatan Hanarebu", "Yosafat M. Kerilodu, S.T., M.Eng."),
        days_ago=27,
        hour="17.30",
        status="published",
        byline="Dorce A. Bessi",
        picture="keran",
        photographer="Ilustrasi: Rian Modokali",
        alt=(
            "Gambar keran umum di dekat pohon beringin: air mengalir ke jeriken kuning, dua perempuan dan seorang "
            "anak menunggu dengan ember, dan rumah-rumah di lereng di belakang mereka."
        ),
        caption="Air kembali mengalir di keran umum Kampung Sakeluli.",
    ),
    DemoStory(
        key="musrenbang",
        headline="Musrenbang Tematik: Yang Berbicara Lebih Dulu Bukan Pejabat",
        dateline="Merasola",
        standfirst=(
            "Perempuan, anak, penyandang disabilitas, dan orang lanjut usia mendapat giliran pertama, dan usulnya "
            "ditulis di depan mereka."
        ),
        paragraphs=(
            (
                "Tidak ada sambutan pada satu jam pertama musyawarah perencanaan pembangunan tematik di Kecamatan "
                "Merasola. Kursi depan diisi kader posyandu, pelajar, penyandang disabilitas, dan orang lanjut "
                "usia. Pejabat duduk di belakang dan baru boleh berbicara setelah usul kedua puluh."
            ),
            (
                "Susunan acara yang terbalik itu diusulkan Badan Perencanaan Pembangunan Daerah Nusa Melira. Dua "
                "tahun terakhir, catatan badan itu menunjukkan, tujuh dari sepuluh usul musrenbang datang dari "
                "aparat desa sendiri, dan hampir semuanya berupa jalan dan gapura."
            ),
            (
                "Kali ini usul yang masuk lebih beragam. Yunita Ferimora, siswi SMP, meminta lampu di jalan menuju "
                "sekolah karena pelajaran tambahan selesai pukul enam sore. Bapa Alfons Kedarai, yang memakai kursi "
                "roda, meminta satu jalur landai di puskesmas, bukan gedung baru. “Saya tidak perlu gedung. Saya "
                "perlu masuk,” katanya."
            ),
            (
                "Semua usul ditulis pada kertas besar di hadapan pengusulnya, lengkap dengan perkiraan biaya. Dari "
                "46 usul, peserta memilih dua belas dengan menempelkan biji jagung. Lampu jalan sekolah memperoleh "
                "biji terbanyak."
            ),
            (
                "Kepala Bappeda Nusa Melira, Dr. Emanuel V. Soradiwa, S.T., M.T., menjamin kedua belas usul itu "
                "dibawa ke tingkat kabupaten tanpa diubah kalimatnya. Yang tidak dapat dibiayai akan dijawab "
                "tertulis beserta alasannya paling lambat tiga puluh hari."
            ),
            (
                "Wakil Bupati Maria Y. Tanelodu, S.IP., M.Si., yang hadir sampai akhir, mengaku mencatat sembilan "
                "halaman. “Biasanya saya pulang membawa map. Hari ini saya pulang membawa nama orang,” ujarnya."
            ),
            "Musrenbang tematik serupa akan digelar di delapan kecamatan lain sampai akhir bulan.",
        ),
        credit="Prokopim Nusa Melira",
        category="Pemerintahan",
        tags=(
            "musrenbang",
            "perencanaan",
            "Kecamatan Merasola",
            "Dr. Emanuel V. Soradiwa, S.T., M.T.",
            "Maria Y. Tanelodu, S.IP., M.Si.",
        ),
        days_ago=20,
        hour="18.50",
        status="published",
        byline="Yuliana D. Sorelaku",
    ),
    DemoStory(
        key="sk",
        headline="156 Guru dan Tenaga Kesehatan Terima SK Pengangkatan",
        dateline="Labuan Sirelo",
        standfirst=(
            "Yang tertua menunggu 19 tahun. Bupati meminta mereka ditempatkan di tempat yang paling lama kosong."
        ),
        paragraphs=(
            (
                "Sebanyak 156 guru dan tenaga kesehatan menerima surat keputusan pengangkatan sebagai pegawai "
                "pemerintah dengan perjanjian kerja di halaman Kantor Bupati Nusa Melira, pagi tadi. Mereka terdiri "
                "atas 98 guru, 41 bidan dan perawat, serta 17 tenaga kesehatan lain."
            ),
            (
                "Surat keputusan diserahkan Bupati Nusa Melira, Ir. Benyamin S. Rihimone, M.Si. Orang pertama yang "
                "dipanggil adalah Agnes Natarulo, S.Pd., 51 tahun, yang mengajar sebagai guru honor di SD Negeri "
                "Tanarika sejak 19 tahun lalu. Ia naik ke panggung bersama dua bekas muridnya yang juga diangkat "
                "hari itu."
            ),
            (
                "“Gaji pertama saya dulu lima puluh ribu dan dua ikat bayam. Sampai sekarang orang tua murid masih "
                "bawa bayam,” kata Agnes, yang suaranya beberapa kali terhenti."
            ),
            (
                "Kepala Badan Kepegawaian Daerah, Dra. Theresia N. Lawuheda, M.A.P., menjelaskan bahwa penempatan "
                "dilakukan terbuka: daftar lowongan diumumkan, peserta memilih sesuai peringkat, dan prosesnya "
                "disiarkan langsung. Tidak ada penempatan yang diubah sesudahnya."
            ),
            (
                "Dari 156 orang itu, 62 ditempatkan di Wekarai, Tubahena, dan Melira Barat, tiga kecamatan yang "
                "paling lama kekurangan pegawai. Mereka memperoleh rumah dinas atau bantuan sewa Rp400 ribu "
                "sebulan."
            ),
            (
                "Bupati mengingatkan bahwa surat keputusan bukan garis akhir. “Di tempat Saudara bertugas mungkin "
                "tidak ada sinyal, tetapi pasti ada anak yang menunggu diajar dan ibu yang menunggu ditolong. "
                "Jangan minta pindah sebelum mereka hafal nama Saudara,” pesannya."
            ),
            (
                "Pegawai baru mulai bertugas pada tanggal satu bulan depan. Pertanyaan tentang berkas dilayani di "
                "kantor Badan Kepegawaian Daerah setiap hari kerja pukul 08.00 sampai 15.00 WITA tanpa biaya apa "
                "pun."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pemerintahan",
        tags=(
            "kepegawaian",
            "guru",
            "tenaga kesehatan",
            "Dra. Theresia N. Lawuheda, M.A.P.",
            "Ir. Benyamin S. Rihimone, M.Si.",
        ),
        days_ago=25,
        hour="12.05",
        status="published",
        byline="Humas Nusa Melira",
    ),
    DemoStory(
        key="kunker",
        headline="Dua Hari di Melira Barat, Bupati Menginap di Rumah Guru",
        dateline="Melira Barat",
        standfirst=(
            "Kunjungan kerja tanpa tenda dan tanpa tarian penyambutan itu menghasilkan sebelas catatan yang "
            "ditempel di kantor camat."
        ),
        paragraphs=(
            (
                "Bupati Nusa Melira, Ir. Benyamin S. Rihimone, M.Si., melakukan kunjungan kerja dua hari ke "
                "Kecamatan Melira Barat. Rombongan hanya terdiri atas delapan orang dan menginap di rumah Silvester "
                "Adolaku, S.Pd., guru SMP Negeri Satu Atap Hunolama."
            ),
            (
                "Camat Melira Barat, Natalia P. Kurumodo, S.STP., M.Si., mengaku sempat bingung ketika diminta "
                "tidak menyiapkan tenda. “Ibu-ibu sudah latihan tari dua minggu. Akhirnya mereka tetap menari, "
                "tetapi malam hari, bersama-sama, dan Bapak Bupati juga disuruh ikut,” katanya."
            ),
            (
                "Pada hari pertama Bupati berjalan kaki empat kilometer menyusuri ruas Hunolama–Batunitu yang "
                "rusak. Di tiga tempat kendaraan roda empat tidak dapat lewat. Ia memutuskan perbaikan darurat "
                "dengan sirtu dimulai bulan ini, sedangkan pengaspalan diusulkan dalam anggaran tahun depan sebesar "
                "Rp4,1 miliar."
            ),
            (
                "Hari kedua dipakai untuk memeriksa puskesmas pembantu, kapal ambulans, dan menara sinyal. Kapal "
                "ambulans ternyata tidak berlayar sejak lima bulan lalu karena menunggu baling-baling. "
                "Baling-balingnya sudah ada di gudang dinas, hanya belum dikirim."
            ),
            (
                "“Ini bukan soal uang. Ini soal tidak ada yang bertanya. Saya juga bersalah karena baru bertanya "
                "hari ini,” ujar Bupati di hadapan warga. Baling-baling itu tiba tiga hari setelah kunjungan dan "
                "kapal sudah dicoba."
            ),
            (
                "Seluruh hasil kunjungan ditulis dalam sebelas catatan: apa, siapa yang mengerjakan, dan kapan "
                "selesai. Lembarannya ditempel di kantor camat dan dibacakan di lima gereja dan satu masjid pada "
                "akhir pekan."
            ),
            "Bupati berjanji kembali enam bulan lagi dengan lembaran yang sama untuk mencoret yang sudah selesai.",
        ),
        credit="Prokopim Nusa Melira",
        category="Pemerintahan",
        tags=(
            "kunjungan kerja",
            "Kecamatan Melira Barat",
            "Natalia P. Kurumodo, S.STP., M.Si.",
            "Ir. Benyamin S. Rihimone, M.Si.",
        ),
        days_ago=31,
        hour="19.35",
        status="published",
        byline="Rian Modokali",
    ),
    DemoStory(
        key="ktp",
        headline="Pengumuman: Jadwal Perekaman KTP Keliling Bulan Ini",
        dateline="Labuan Sirelo",
        standfirst=(
            "Petugas datang ke sebelas tempat. Semua layanan tanpa biaya, dan yang berusia 17 tahun bulan depan "
            "boleh merekam lebih dulu."
        ),
        paragraphs=(
            (
                "Dinas Kependudukan dan Pencatatan Sipil Nusa Melira membuka layanan keliling perekaman KTP "
                "elektronik, kartu identitas anak, dan akta kelahiran di sebelas tempat sepanjang bulan ini. "
                "Layanan dibuka pukul 08.30 sampai 14.00 WITA, juga pada hari Sabtu."
            ),
            "Jadwalnya sebagai berikut:",
            (
                "- pekan pertama: kantor Camat Hanarebu dan balai Desa Puruhina;\n"
                "- pekan kedua: Pasar Kalorai, kantor Camat Loduwatu, dan SMA Negeri Merasola;\n"
                "- pekan ketiga: dermaga Lokawena, kantor Camat Tubahena, dan balai Desa Nitumeo;\n"
                "- pekan keempat: Wekarai, Melira Barat, dan Melira Utara, bergantung pada keadaan laut."
            ),
            (
                "Untuk KTP pertama cukup dibawa kartu keluarga. Penggantian KTP yang rusak memerlukan KTP lama, dan "
                "untuk KTP yang hilang diperlukan surat keterangan dari kepolisian. Akta kelahiran memerlukan surat "
                "keterangan lahir atau pernyataan dua orang saksi."
            ),
            (
                "Kepala Dinas Kependudukan dan Pencatatan Sipil, Abdul Gani Salemuda, S.H., M.H., menegaskan bahwa "
                "seluruh layanan tidak dipungut biaya. “Kalau ada yang meminta uang fotokopi, uang rokok, atau uang "
                "kapal, catat namanya dan kabari kami. Petugas kami sudah digaji,” katanya."
            ),
            (
                "Warga yang sakit, lanjut usia, atau penyandang disabilitas dapat meminta petugas datang ke rumah "
                "dengan menelepon 0811-0000-0000 paling lambat sehari sebelumnya. Bulan lalu 74 orang direkam di "
                "rumahnya masing-masing."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pengumuman",
        tags=("KTP elektronik", "layanan keliling", "kependudukan", "Abdul Gani Salemuda, S.H., M.H."),
        days_ago=5,
        hour="08.00",
        status="published",
        byline="Humas Nusa Melira",
    ),
)
