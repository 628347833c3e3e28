"""The demo's stories of people together: a race, a recitation contest, a clean-up, an anniversary, a tide."""

from .stories_model import DemoStory

TOGETHER_STORIES = (
    DemoStory(
        key="lomba-perahu",
        headline="Perahu Tertua Menang Lomba Layar Teluk Sirelo",
        dateline="Labuan Sirelo",
        standfirst="Umurnya 44 tahun, layarnya tambal sulam. Tiga puluh dua perahu lain hanya melihat buritannya.",
        paragraphs=(
            (
                "Perahu layar Bintang Tenggara milik keluarga Kalemura dari Desa Lokawena menjuarai lomba perahu "
                "tradisional Teluk Sirelo, petang tadi. Perahu berumur 44 tahun itu menempuh lintasan dua belas mil "
                "dalam satu jam 52 menit, hampir empat menit di depan pesaing terdekat."
            ),
            (
                "Lomba diikuti 33 perahu dari tujuh desa pesisir dan disaksikan ribuan orang dari sepanjang "
                "tanggul. Angin tenggara sempat mati selama dua puluh menit di tengah lintasan, dan di situlah "
                "pengalaman menentukan."
            ),
            (
                "“Anak-anak muda menggulung layar karena bosan. Saya diam saja. Laut kalau diam, itu dia lagi "
                "berpikir,” kata juru mudi Bintang Tenggara, Opa Zadrak Kalemura, 68 tahun. Awak perahunya dua cucu "
                "dan seorang menantu."
            ),
            (
                "Ketua panitia, Kapten (Purn.) Isak R. Benulodo, mengatakan lomba ini lebih dari urusan menang. "
                "Lima perahu peserta dibuat baru oleh siswa sekolah kejuruan dengan bimbingan tukang perahu "
                "kampung, yang jumlahnya kini tinggal sembilan orang."
            ),
            (
                "Wakil Bupati Nusa Melira, Maria Y. Tanelodu, S.IP., M.Si., menyerahkan hadiah berupa mesin tempel "
                "15 daya kuda. Juara kedua dan ketiga mendapat jaring dan lampu kapal. Seluruh peserta memperoleh "
                "jaket keselamatan, dan tidak seorang pun boleh berlomba tanpa memakainya."
            ),
            (
                "Satu perahu terbalik di dekat pelampung kedua. Ketiga awaknya selamat, ditolong perahu lawan yang "
                "kemudian memilih keluar dari lomba. Panitia memberi perahu penolong itu penghargaan tersendiri dan "
                "tepuk tangan terpanjang sore itu."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Kemasyarakatan",
        tags=("lomba perahu", "budaya bahari", "Teluk Sirelo", "Maria Y. Tanelodu, S.IP., M.Si."),
        days_ago=22,
        hour="20.10",
        status="published",
        byline="Dorce A. Bessi",
        picture="lomba",
        photographer="Ilustrasi: Rian Modokali",
        alt=(
            "Gambar lomba perahu layar di teluk: lima perahu dengan layar merah, kuning, biru, dan putih miring ke "
            "satu arah, pelampung di depan, dan bukit pulau di kejauhan."
        ),
        caption="Perahu-perahu peserta mendekati pelampung kedua di Teluk Sirelo.",
    ),
    DemoStory(
        key="mtq",
        headline="MTQ Tingkat Kabupaten Dibuka, Pemuda Gereja Jaga Parkir",
        dateline="Labuan Sirelo",
        standfirst=(
            "Sebanyak 118 qari dan qariah berlomba selama empat hari. Dapurnya diurus bersama oleh ibu-ibu dari "
            "lima jemaat dan dua majelis taklim."
        ),
        paragraphs=(
            (
                "Musabaqah Tilawatil Quran tingkat Kabupaten Nusa Melira dibuka di Lapangan Samudra, Labuan Sirelo, "
                "malam ini. Sebanyak 118 qari dan qariah dari sembilan kecamatan akan berlomba dalam tujuh cabang "
                "selama empat hari."
            ),
            (
                "Sejak sore puluhan pemuda gereja mengatur kendaraan di tiga lapangan parkir. Mereka membalas "
                "bantuan remaja masjid yang menjaga keamanan pada perayaan gerejawi tahun lalu. “Di sini gantian "
                "saja. Yang satu beribadah, yang lain pegang peluit,” kata Yeremia Sulamode, koordinator parkir."
            ),
            (
                "Ketua Lembaga Pengembangan Tilawatil Quran Nusa Melira, H. Usman Karelodo, S.Ag., M.Pd., menyebut "
                "peserta termuda berusia tujuh tahun dan datang dari Wekarai bersama neneknya. Peserta tertua, 63 "
                "tahun, mengikuti cabang kaligrafi."
            ),
            (
                "Bupati Nusa Melira, Ir. Benyamin S. Rihimone, M.Si., dalam sambutannya mengajak peserta membawa "
                "pulang lebih dari piala. “Bacaan yang indah kita dengar empat hari. Perilaku yang indah kita "
                "butuhkan setahun penuh,” ujarnya."
            ),
            (
                "Urusan makan 700 orang tiap hari ditangani dapur bersama di belakang panggung. Daging disembelih "
                "dan dimasak di bawah pengawasan majelis taklim, sedangkan sayur, nasi, dan kopi dikerjakan "
                "bergiliran oleh ibu-ibu dari lima jemaat. Bahan pangannya dibeli dari kelompok tani Loduwatu dan "
                "nelayan Lokawena."
            ),
            (
                "Juara setiap cabang akan mewakili Nusa Melira pada musabaqah tingkat provinsi. Jadwal lomba "
                "ditempel di gerbang lapangan, dan penonton dari semua kalangan dipersilakan datang."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Kemasyarakatan",
        tags=("MTQ", "kerukunan", "H. Usman Karelodo, S.Ag., M.Pd.", "Ir. Benyamin S. Rihimone, M.Si."),
        days_ago=37,
        hour="21.25",
        status="published",
        byline="Yuliana D. Sorelaku",
    ),
    DemoStory(
        key="gotong-royong",
        headline="Seribu Orang Bersihkan Kali Wailoru Sebelum Hujan",
        dateline="Labuan Sirelo",
        standfirst="Tujuh belas truk sampah terangkat dalam setengah hari, termasuk dua kasur dan satu lemari es.",
        paragraphs=(
            (
                "Sekitar seribu warga, pelajar, tentara, polisi, dan pegawai turun ke Kali Wailoru di tengah Kota "
                "Labuan Sirelo, pagi tadi. Dalam setengah hari mereka mengangkat 17 truk sampah dari alur sepanjang "
                "2,3 kilometer."
            ),
            (
                "Kerja bakti digelar menjelang musim hujan. Musim hujan lalu kali itu meluap dan menggenangi 64 "
                "rumah di Kelurahan Wailoru setinggi lutut. Pemeriksaan setelah banjir menunjukkan bahwa "
                "penyebabnya bukan hanya hujan, melainkan sampah yang menyumbat tiga gorong-gorong."
            ),
            (
                "Sekretaris Daerah Nusa Melira, Drs. Kornelis A. Mautelo, M.Si., ikut memikul karung dari bawah "
                "jembatan. Di antara temuan hari itu ada dua kasur, satu lemari es, dan sebuah papan nama kantor. "
                "“Papan nama itu milik kantor kami sendiri. Jadi hari ini saya tidak berani memarahi siapa-siapa,” "
                "katanya."
            ),
            (
                "Lurah Wailoru, Christina W. Nalomira, S.IP., mengatakan kerja bakti saja tidak cukup. Mulai pekan "
                "ini truk sampah melewati gang-gang di tepi kali pada hari Senin, Rabu, dan Jumat pukul 05.30 WITA. "
                "Warga sepakat tidak menaruh sampah di luar jam itu."
            ),
            (
                "Murid SMP Negeri Dua memasang sebelas papan kecil bergambar ikan di sepanjang tanggul. Kalimatnya "
                "mereka karang sendiri; yang paling sering dipotret berbunyi: “Saya tinggal di sini. Anda membuang "
                "di ruang tamu saya.”"
            ),
            (
                "Kerja bakti berikutnya dijadwalkan tiga pekan lagi di muara. Sarung tangan dan karung disediakan, "
                "tetapi jumlahnya terbatas, sehingga warga diminta membawa sendiri bila ada."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Kemasyarakatan",
        tags=("gotong royong", "kebersihan", "Kali Wailoru", "Drs. Kornelis A. Mautelo, M.Si."),
        days_ago=34,
        hour="15.45",
        status="published",
        byline="Dorce A. Bessi",
    ),
    DemoStory(
        key="hari-jadi",
        headline="Ucapan Bupati pada Hari Jadi Kabupaten: Umur Kita Baru Delapan Belas",
        dateline="Labuan Sirelo",
        standfirst="Tidak ada pesta kembang api tahun ini. Anggarannya dipakai membeli dua perahu ambulans.",
        paragraphs=(
            (
                "Bupati Nusa Melira, Ir. Benyamin S. Rihimone, M.Si., menyampaikan ucapan selamat hari jadi ke-18 "
                "kepada seluruh warga kabupaten, di darat dan di laut, yang tinggal maupun yang merantau."
            ),
            (
                "“Delapan belas tahun itu umur orang yang baru boleh memilih. Sudah tidak bisa lagi beralasan masih "
                "kecil, tetapi masih pantas belajar,” tulis Bupati dalam ucapan yang dibacakan serentak di sembilan "
                "kantor camat."
            ),
            (
                "Perayaan tahun ini sederhana: ibadah dan doa lintas agama, upacara, lalu makan bersama di halaman "
                "kantor bupati dengan lauk yang dibawa warga. Kembang api ditiadakan. Dana Rp310 juta yang biasa "
                "dipakai untuk pesta dialihkan guna membeli dua perahu ambulans bagi Wekarai dan Melira Barat."
            ),
            (
                "Dalam ucapannya Bupati menyebut tiga utang pemerintah kabupaten yang belum lunas: jalan "
                "Hunolama–Batunitu, air bersih bagi dua belas dusun, dan listrik siang hari di Tubahena. Ia meminta "
                "warga menagihnya. “Tagihlah dengan sopan, tetapi tagihlah terus,” katanya."
            ),
            (
                "Penghargaan diberikan kepada 18 warga yang jarang disebut dalam pidato, antara lain penjaga "
                "mercusuar, bidan yang 30 tahun bertugas di satu desa, juru masak sekolah, dan Bapa Yohanis "
                "Terimodo, penggali kubur yang tidak pernah menerima bayaran."
            ),
            (
                "Pemerintah kabupaten juga membuka kotak surat di sembilan kantor camat sampai akhir bulan. Setiap "
                "warga boleh memasukkan satu harapan untuk umur ke-19. Surat-surat itu akan dibaca bersama oleh "
                "Bupati, Wakil Bupati, dan Sekretaris Daerah."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pemerintahan",
        tags=("hari jadi", "ucapan", "Ir. Benyamin S. Rihimone, M.Si."),
        days_ago=41,
        hour="07.30",
        status="published",
        byline="Yuliana D. Sorelaku",
    ),
    DemoStory(
        key="rob",
        headline="Waspada Banjir Rob di Pesisir Utara sampai Tiga Hari ke Depan",
        dateline="Melira Utara",
        standfirst=(
            "Peringatan dini: air laut pasang diperkirakan naik sampai 1,9 meter pada malam hari. Warga di empat "
            "desa diminta bersiap."
        ),
        paragraphs=(
            (
                "Badan Penanggulangan Bencana Daerah Nusa Melira memperingatkan kemungkinan banjir rob di pesisir "
                "Kecamatan Melira Utara mulai malam ini sampai tiga hari ke depan. Pasang tertinggi diperkirakan "
                "mencapai 1,9 meter antara pukul 20.00 dan 23.00 WITA, bersamaan dengan bulan purnama."
            ),
            (
                "Empat desa yang diminta bersiap adalah Pasir Hulolai, Tanjung Keluri, Nusalewa, dan Oelamari. Di "
                "keempat desa itu terdapat 412 rumah yang berdiri kurang dari lima puluh meter dari garis pantai."
            ),
            (
                "Kepala Pelaksana BPBD Nusa Melira, Nikolaus F. Tarimone, S.Sos., M.M., meminta warga tidak panik "
                "tetapi tidak pula menunda. “Air pasang tidak datang tiba-tiba. Ia datang dengan jadwal. Jadi mari "
                "kita juga bersiap dengan jadwal,” ujarnya."
            ),
            "Yang perlu dilakukan sebelum pukul 18.00:",
            (
                "- naikkan beras, surat berharga, dan alat listrik ke tempat yang tinggi;\n"
                "- tarik perahu ke darat dan ikat dengan dua tali;\n"
                "- tutup sumur dengan papan agar air asin tidak masuk;\n"
                "- bawa orang sakit, ibu hamil, dan orang lanjut usia ke gedung sekolah atau gereja terdekat."
            ),
            (
                "Tiga tempat pengungsian sementara sudah dibuka dengan tikar, air minum, dan penerangan. Dua mobil "
                "tangki disiagakan bila sumur warga tercemar. Listrik di jalur pantai akan dipadamkan bila air "
                "menyentuh gardu, dan pemadaman diumumkan lewat pengeras suara."
            ),
            (
                "Keadaan darurat dilaporkan ke posko BPBD di nomor 0812-0000-0000. Perkembangan air laut diumumkan "
                "di halaman ini setiap pukul 06.00 dan 17.00 WITA."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pengumuman",
        tags=("peringatan dini", "banjir rob", "Kecamatan Melira Utara", "Nikolaus F. Tarimone, S.Sos., M.M."),
        days_ago=28,
        hour="13.00",
        status="published",
        byline="Humas Nusa Melira",
    ),
)
