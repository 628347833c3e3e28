"""The demo's stories from the field: health, harvest, and a warning to seafarers."""

from .stories_model import DemoStory

FIELD_STORIES = (
    DemoStory(
        key="posyandu",
        headline="Timbangan Gantung Kembali Ramai di Posyandu Nitumeo",
        dateline="Nitumeo",
        standfirst=(
            "Setelah jadwal dipindah ke sore hari, balita yang ditimbang naik dari 61 menjadi 93 persen. Idenya "
            "datang dari seorang kakek."
        ),
        paragraphs=(
            (
                "Suara anak-anak sudah terdengar dari ujung jalan ketika matahari mulai turun di Desa Nitumeo, "
                "Kecamatan Merasola. Di halaman rumah Mama Selfina Ratumali, sebuah timbangan gantung diikat pada "
                "palang kayu, dan antreannya sampai ke bawah pohon asam."
            ),
            (
                "Empat bulan lalu pemandangan ini tidak ada. Posyandu dibuka pukul delapan pagi, saat sebagian "
                "besar ibu sudah berangkat ke kebun. Dari 46 balita yang terdaftar, rata-rata hanya 28 yang datang. "
                "Sejak jadwal digeser ke pukul empat sore, jumlahnya menjadi 43 anak."
            ),
            (
                "Usul memindahkan jam itu tidak datang dari dinas, melainkan dari Bapa Yakobus Ratumali, 71 tahun, "
                "dalam musyawarah dusun. “Saya bilang, cucu saya tidak pernah ditimbang bukan karena mamanya malas. "
                "Mamanya di kebun. Kenapa bukan timbangannya yang menunggu?” kenangnya."
            ),
            (
                "Kepala Puskesmas Merasola, dr. Agustina R. Hainebu, M.K.M., membenarkan bahwa perubahan kecil itu "
                "berdampak besar. Dua anak yang berat badannya tidak naik dua bulan berturut-turut ditemukan lebih "
                "cepat dan sudah menerima makanan tambahan. “Dulu kami baru tahu ketika anak sudah sakit. Sekarang "
                "kami tahu dari garis di buku,” ujarnya."
            ),
            "## Bubur kacang hijau dan satu sendok minyak",
            (
                "Selesai ditimbang, anak-anak mendapat bubur kacang hijau. Lima kader memasaknya bergiliran dari "
                "dana desa sebesar Rp1,2 juta sebulan. Resepnya ditulis di papan: kacang hijau, santan, gula "
                "lontar, dan satu sendok minyak kelapa per mangkuk."
            ),
            (
                "Tantangan belum habis. Dari 43 anak yang ditimbang bulan ini, enam masih berada di bawah garis "
                "kuning, dan satu dirujuk ke rumah sakit di Labuan Sirelo. Jalan ke Dusun Tanarika juga putus bila "
                "hujan lebat, sehingga tiga keluarga di sana harus didatangi kader dengan berjalan kaki."
            ),
            (
                "Dinas Kesehatan Nusa Melira berencana menawarkan jadwal sore kepada sebelas posyandu lain mulai "
                "bulan depan. Keputusan diserahkan kepada musyawarah dusun masing-masing, sebab di desa nelayan "
                "justru pagi hari yang lebih longgar."
            ),
            "“Jangan ditiru jamnya, tirulah cara bertanyanya,” pesan dr. Agustina.",
        ),
        credit="Prokopim Nusa Melira",
        category="Kesehatan",
        tags=(
            "posyandu",
            "stunting",
            "Desa Nitumeo",
            "dr. Agustina R. Hainebu, M.K.M.",
        ),
        days_ago=4,
        hour="09.45",
        status="published",
        byline="Dorce A. Bessi",
        picture="posyandu",
        photographer="Ilustrasi: Dorce A. Bessi",
        alt=(
            "Gambar halaman rumah di desa: seorang balita dalam ayunan kain ikat tergantung pada timbangan, para "
            "ibu menunggu giliran, dan seorang kader berdiri di belakang meja pencatatan."
        ),
        caption="Hari timbang di Posyandu Nitumeo kini dimulai pukul empat sore.",
    ),
    DemoStory(
        key="jagung",
        headline="Panen Jagung Loduwatu Naik, Petani Minta Gudang Sebelum Hujan",
        dateline="Loduwatu",
        standfirst=(
            "Hasil 118 hektare kebun jagung mencapai 4,3 ton per hektare. Yang dikhawatirkan sekarang bukan hama, "
            "melainkan tempat menyimpan."
        ),
        paragraphs=(
            (
                "Kelompok tani di Kecamatan Loduwatu memanen jagung dari lahan seluas 118 hektare, pagi tadi. Hasil "
                "ubinan yang dihitung bersama penyuluh menunjukkan rata-rata 4,3 ton pipilan kering per hektare, "
                "naik dari 3,1 ton pada musim tanam sebelumnya."
            ),
            (
                "Panen dimulai dari kebun Filipus Naidoba, ketua Kelompok Tani Suka Tani Bersama, yang menanam di "
                "lahan bekas semak sejak tiga musim lalu. “Dulu di sini kambing pun malas lewat. Sekarang lihat "
                "sendiri, orang tidak kelihatan kalau masuk ke dalam,” katanya sambil menyibak daun."
            ),
            (
                "Kepala Dinas Pertanian Nusa Melira, Ir. Gregorius P. Wodalema, M.P., mengatakan kenaikan itu "
                "berasal dari tiga hal sederhana: benih disebar serentak dalam satu pekan, jarak tanam dirapikan, "
                "dan pupuk kandang diberikan dua kali. Tahun ini dinas membagikan 2,4 ton benih untuk 163 kepala "
                "keluarga."
            ),
            (
                "“Tidak ada rahasia. Yang berat justru membuat semua orang menanam pada pekan yang sama, karena "
                "masing-masing punya hitungan hari baik,” ujar Gregorius."
            ),
            "## Hasil banyak, tempat kurang",
            (
                "Di balik panen yang baik, petani menyimpan rasa cemas. Gudang desa hanya mampu menampung 60 ton, "
                "sedangkan hasil panen diperkirakan melampaui 500 ton. Sebagian jagung kini dijemur di badan jalan "
                "dan disimpan di kolong rumah."
            ),
            (
                "“Kalau hujan turun dua minggu lagi dan jagung masih di jalan, habis. Tahun lalu sepertiga kena "
                "jamur,” kata Marselina Otemusu, anggota kelompok yang juga mengurus koperasi desa. Harga di "
                "tingkat petani saat ini Rp4.600 per kilogram, turun Rp300 dibandingkan pekan lalu karena pembeli "
                "tahu petani tidak punya tempat menyimpan."
            ),
            "Menanggapi hal itu, pemerintah kabupaten menempuh tiga langkah:",
            (
                "- meminjamkan aula kecamatan dan dua ruang kelas kosong sebagai gudang sementara mulai lusa;\n"
                "- mengirim dua mesin pengering dengan kapasitas total enam ton sehari;\n"
                "- membuka pembelian oleh koperasi kabupaten dengan harga paling rendah Rp4.900 per kilogram."
            ),
            (
                "Pembangunan gudang tetap berkapasitas 300 ton diusulkan dalam perubahan anggaran tahun ini. Camat "
                "Loduwatu, Anderias Solehina, S.STP., meminta warga mencatat setiap karung yang dititipkan. “Bawa "
                "buku tulis, minta tanda tangan. Kita saling percaya, tetapi karung tidak bisa bicara,” ujarnya."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pertanian",
        tags=(
            "jagung",
            "panen raya",
            "Kecamatan Loduwatu",
            "Ir. Gregorius P. Wodalema, M.P.",
        ),
        days_ago=6,
        hour="11.30",
        status="published",
        byline="Dorce A. Bessi",
        picture="jagung",
        photographer="Ilustrasi: Dorce A. Bessi",
        alt=(
            "Gambar kebun jagung siap panen: barisan tanaman bertongkol kuning memanjang sampai ke kaki bukit, "
            "dengan matahari dan pohon lontar di latar belakang."
        ),
        caption="Kebun jagung kelompok tani Suka Tani Bersama di Loduwatu menjelang panen.",
    ),
    DemoStory(
        key="feri",
        headline="Gelombang Tinggi, Feri Labuan Sirelo–Wekarai Dihentikan Sementara",
        dateline="Labuan Sirelo",
        standfirst=(
            "Pengumuman serta-merta: tidak ada pelayaran feri dan perahu penumpang di Selat Wekarai sampai ada "
            "pemberitahuan berikutnya."
        ),
        paragraphs=(
            (
                "Pemerintah Kabupaten Nusa Melira menghentikan sementara seluruh pelayaran penumpang pada lintasan "
                "Labuan Sirelo–Wekarai mulai malam ini. Keputusan diambil setelah tinggi gelombang di Selat Wekarai "
                "mencapai 3,5 meter dengan angin timur 28 knot."
            ),
            (
                "Penghentian berlaku bagi KMP Cendana Fajar, dua kapal cepat, dan semua perahu motor penumpang. "
                "Nelayan dengan perahu di bawah lima gros ton diminta tidak melaut. Keadaan ditinjau setiap pukul "
                "06.00 dan 15.00 WITA, dan hasilnya diumumkan di halaman ini serta melalui pengeras suara kantor "
                "camat."
            ),
            (
                "Kepala Dinas Perhubungan Nusa Melira, Markus T. Ladopira, S.SiT., M.T., menegaskan tidak ada "
                "pengecualian. “Kami mengerti ada yang hendak menikah, ada yang sakit, ada yang jualannya busuk. "
                "Tetapi tidak ada urusan yang lebih penting daripada sampai dengan selamat,” katanya di Pelabuhan "
                "Labuan Sirelo."
            ),
            "## Bagi penumpang yang tertahan",
            (
                "Sebanyak 137 penumpang saat ini berada di pelabuhan. Mereka dapat menginap tanpa biaya di Gedung "
                "Serbaguna Pelabuhan yang menyediakan tikar, air minum, dan makan dua kali sehari. Ruang terpisah "
                "disiapkan untuk ibu menyusui dan orang lanjut usia."
            ),
            (
                "- Tiket yang sudah dibeli tetap berlaku tujuh hari setelah pelayaran dibuka, atau dikembalikan "
                "penuh di loket pukul 08.00 sampai 16.00 WITA.\n"
                "- Pasien rujukan melapor ke posko kesehatan di ruang tunggu; kapal patroli disiagakan bila keadaan "
                "memungkinkan.\n"
                "- Muatan yang mudah busuk dapat dititipkan di gudang pendingin tempat pelelangan ikan."
            ),
            (
                "Di Wekarai, Camat Habel Rumalodu, S.Sos., memastikan persediaan beras cukup untuk sembilan hari "
                "dan solar untuk pembangkit cukup untuk enam hari. Warga diminta tidak memborong."
            ),
            (
                "Keluarga penumpang dapat menghubungi posko pelabuhan di nomor 0811-0000-0000 sepanjang hari. "
                "Pengumuman ini diperbarui begitu ada perubahan."
            ),
        ),
        credit="Prokopim Nusa Melira bersama Dinas Perhubungan",
        category="Pengumuman",
        tags=(
            "serta-merta",
            "gelombang tinggi",
            "feri",
            "Selat Wekarai",
            "Markus T. Ladopira, S.SiT., M.T.",
        ),
        days_ago=1,
        hour="18.40",
        status="published",
        byline="Humas Nusa Melira",
        picture="feri",
        photographer="Ilustrasi: Rian Modokali",
        alt="Gambar sebuah feri biru-putih terangkat ombak tinggi berbuih di bawah matahari pucat.",
        caption="Tinggi gelombang di Selat Wekarai mencapai 3,5 meter.",
    ),
)
