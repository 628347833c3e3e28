"""The demo's stories of trade and livestock: vaccine, small businesses, a cheap market, a boat of books."""

from .stories_model import DemoStory

MARKET_STORIES = (
    DemoStory(
        key="vaksin",
        headline="Vaksinasi Sapi Dimulai dari Kandang Paling Jauh",
        dateline="Tubahena",
        standfirst=(
            "Sebanyak 6.200 dosis vaksin penyakit mulut dan kuku disiapkan. Peternak diminta tidak menunggu sapinya "
            "sakit."
        ),
        paragraphs=(
            (
                "Tim kesehatan hewan Dinas Pertanian Nusa Melira memulai vaksinasi penyakit mulut dan kuku dari "
                "kandang kelompok ternak Oemalate di Kecamatan Tubahena, pagi tadi. Kandang itu dipilih lebih dulu "
                "karena letaknya paling jauh, lima jam perjalanan dari Labuan Sirelo."
            ),
            (
                "Pada hari pertama 184 ekor sapi disuntik. Pemerintah kabupaten menyiapkan 6.200 dosis untuk "
                "sembilan kecamatan dan menargetkan seluruhnya selesai dalam empat pekan."
            ),
            (
                "Kepala Bidang Peternakan dan Kesehatan Hewan, drh. Imelda S. Pulonera, M.Sc., mengatakan belum ada "
                "sapi di Nusa Melira yang terbukti sakit. “Justru karena belum ada, sekarang waktunya. Kalau sudah "
                "pincang baru disuntik, kita menyuntik ketakutan, bukan penyakit,” ujarnya."
            ),
            (
                "Rantai dingin menjadi pekerjaan tersulit. Vaksin harus tetap pada suhu dua sampai delapan derajat, "
                "sedangkan listrik di Tubahena baru menyala pada malam hari. Petugas membawa kotak es berlapis dan "
                "mengganti esnya di rumah Nelson Hariluka, satu-satunya pemilik lemari pembeku di desa itu."
            ),
            "> Saya punya es untuk ikan. Dua hari ini ikan mengalah dulu kepada sapi.",
            (
                "Ketua kelompok ternak, Marthen Solamira, semula termasuk yang ragu. Ia khawatir sapi bunting "
                "keguguran setelah disuntik. Setelah mendengar penjelasan bahwa sapi yang kandungannya di atas "
                "tujuh bulan ditunda, ia menjadi orang pertama yang menggiring sapinya ke kandang jepit."
            ),
            (
                "Peternak tidak dipungut biaya. Setiap sapi yang sudah divaksin diberi anting telinga bernomor, dan "
                "suntikan kedua diberikan sebulan kemudian. Jadwal tiap desa ditempel di kantor desa dan dapat "
                "ditanyakan kepada petugas di nomor 0813-0000-0000."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pertanian",
        tags=("vaksinasi ternak", "peternakan", "Kecamatan Tubahena", "drh. Imelda S. Pulonera, M.Sc."),
        days_ago=8,
        hour="10.20",
        status="published",
        byline="Rian Modokali",
        picture="ternak",
        photographer="Ilustrasi: Dorce A. Bessi",
        alt=(
            "Gambar dua ekor sapi di kandang kayu di padang rumput; seorang petugas berbaju putih memegang alat "
            "suntik, seorang peternak bertopi berdiri di dekatnya, dan sebuah kotak es di rumput."
        ),
        caption="Vaksinasi sapi di kandang kelompok ternak Oemalate, Tubahena.",
    ),
    DemoStory(
        key="umkm",
        headline="Tiga Hari Belajar Menghitung, Perajin Kue Kaget Melihat Untungnya Sendiri",
        dateline="Labuan Sirelo",
        standfirst="Pelatihan usaha mikro tahun ini tidak dimulai dari kemasan, tetapi dari buku kas.",
        paragraphs=(
            (
                "Empat puluh pelaku usaha mikro dari lima kecamatan mengikuti pelatihan yang digelar Dinas "
                "Koperasi, Usaha Kecil, dan Menengah Nusa Melira di Balai Latihan Kerja Labuan Sirelo, pekan ini. "
                "Pesertanya pembuat kue, penenun, penjual kopi, dan pemilik bengkel kecil."
            ),
            (
                "Kepala Dinas Koperasi, Usaha Kecil, dan Menengah, Ruth E. Manodewa, S.E., M.M., sengaja menaruh "
                "pelajaran menghitung pada hari pertama. Menurut dia, banyak pelatihan terdahulu langsung membahas "
                "kemasan dan foto produk, padahal pemilik usaha belum tahu apakah ia untung."
            ),
            (
                "Hasilnya membuat beberapa peserta terdiam. Adelheid Runamori, yang sudah sebelas tahun menjual kue "
                "cucur di terminal, mendapati bahwa ia rugi Rp240 untuk setiap potong. “Saya pikir saya capai "
                "karena laris. Ternyata saya capai karena salah hitung,” katanya, lalu tertawa paling keras."
            ),
            "## Dari buku kas ke izin usaha",
            (
                "Pada hari kedua petugas membuka meja layanan. Sebanyak 31 peserta memperoleh nomor induk berusaha "
                "di tempat, dan 14 orang mendaftarkan produknya untuk sertifikasi halal tanpa biaya. Peserta muslim "
                "dan nonmuslim duduk berdampingan mengisi daftar bahan."
            ),
            (
                "Hari ketiga diisi cara berjualan lewat telepon genggam: memotret dengan cahaya jendela, menulis "
                "harga dengan jelas, dan menjawab pembeli pada hari yang sama. Pengajarnya Yohana Ledirame, 23 "
                "tahun, penjual sambal luat yang kirimannya sudah sampai ke empat provinsi."
            ),
            (
                "Dinas akan mendampingi peserta selama enam bulan. Yang buku kasnya terisi tiga bulan "
                "berturut-turut dapat mengajukan pinjaman bergulir paling banyak Rp5 juta tanpa agunan. “Kami tidak "
                "meminta proposal tebal. Kami minta buku kas yang ada noda minyaknya,” kata Ruth."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Ekonomi",
        tags=("UMKM", "pelatihan", "koperasi", "Ruth E. Manodewa, S.E., M.M."),
        days_ago=11,
        hour="16.40",
        status="published",
        byline="Dorce A. Bessi",
    ),
    DemoStory(
        key="pasar-murah",
        headline="Pasar Murah Keliling Singgah di Enam Kecamatan",
        dateline="Kalorai",
        standfirst=(
            "Beras, minyak goreng, dan gula dijual di bawah harga pasar. Setiap keluarga dibatasi agar semua kebagian."
        ),
        paragraphs=(
            (
                "Antrean sudah mengular sejak pukul enam pagi di lapangan Kecamatan Kalorai ketika truk pertama "
                "pasar murah keliling tiba. Dalam empat jam, tiga ton beras habis terjual kepada 600 keluarga."
            ),
            (
                "Pasar murah digelar Dinas Perdagangan Nusa Melira bersama gudang beras pemerintah untuk menahan "
                "kenaikan harga bahan pokok. Beras dijual Rp11.000 per kilogram, minyak goreng Rp14.500 per liter, "
                "gula pasir Rp15.000 per kilogram, dan telur Rp50.000 per papan."
            ),
            (
                "Bupati Nusa Melira, Ir. Benyamin S. Rihimone, M.Si., datang tanpa pemberitahuan dan ikut mengantre "
                "di barisan belakang selama dua puluh menit. “Saya mau tahu seberapa panas berdiri di sini. "
                "Ternyata panas sekali. Lain kali tendanya ditambah dulu, baru timbangannya,” katanya kepada "
                "panitia."
            ),
            (
                "Setiap keluarga boleh membeli paling banyak lima kilogram beras dan dua liter minyak dengan "
                "menunjukkan kartu keluarga. Aturan itu sempat diprotes seorang ibu yang rumahnya dihuni tiga "
                "keluarga. Petugas kemudian memperbolehkan pembelian per kepala keluarga, bukan per rumah."
            ),
            "Jadwal pasar murah berikutnya, semuanya mulai pukul 07.00 WITA:",
            (
                "- Merasola, hari Selasa, halaman kantor camat;\n"
                "- Loduwatu, hari Kamis, lapangan bola Loduwatu bawah;\n"
                "- Hanarebu, hari Sabtu, samping puskesmas;\n"
                "- Tubahena dan Melira Utara, pekan berikutnya."
            ),
            (
                "Kepala Dinas Perdagangan, Stefanus K. Walodera, S.E., memastikan Wekarai dan Melira Barat tidak "
                "dilewati. Beras untuk kedua kecamatan itu dikirim dengan kapal dan dijual oleh koperasi desa "
                "dengan harga yang sama. “Ongkos kapalnya kami yang tanggung. Jarak tidak boleh menambah harga,” "
                "ujarnya."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Ekonomi",
        tags=("pasar murah", "harga pangan", "Kecamatan Kalorai", "Stefanus K. Walodera, S.E."),
        days_ago=13,
        hour="14.15",
        status="published",
        byline="Humas Nusa Melira",
        picture="pasar",
        photographer="Ilustrasi: Rian Modokali",
        alt=(
            "Gambar pasar di lapangan: dua tenda bergaris dengan karung beras, botol minyak, dan timbangan di atas "
            "meja; pembeli antre membawa keranjang, pohon lontar di belakangnya."
        ),
        caption="Pasar murah keliling di lapangan Kecamatan Kalorai.",
    ),
    DemoStory(
        key="perahu-pustaka",
        headline="Perahu Pustaka Berlabuh, Anak Pulau Pinjam 312 Buku",
        dateline="Wekarai",
        standfirst=(
            "Perpustakaan terapung itu singgah dua hari sebulan. Aturannya satu: buku boleh basah kena ombak, asal "
            "kembali."
        ),
        paragraphs=(
            (
                "Bunyi lonceng dari arah dermaga membuat murid SD Negeri Lamakuru, Kecamatan Wekarai, berlari tanpa "
                "menunggu pelajaran usai. Perahu pustaka milik Dinas Perpustakaan dan Arsip Nusa Melira datang lagi "
                "setelah sebulan, membawa 1.100 judul buku dalam peti kayu."
            ),
            (
                "Selama dua hari perahu itu bersandar, 312 buku dipinjam oleh 187 anak dan 23 orang dewasa. Yang "
                "paling dicari bukan buku pelajaran, melainkan cerita detektif, buku resep, dan kumpulan dongeng "
                "dari Nusa Melira sendiri."
            ),
            (
                "Pustakawan perahu, Hermina T. Palodae, S.Sos., mengatakan dari 298 buku yang dipinjam bulan lalu "
                "hanya empat yang belum kembali. “Satu dipakai ganjal lemari neneknya, kami sudah tukar dengan "
                "kayu. Tiga lagi masih dibaca. Itu bukan hilang, itu laku,” tuturnya."
            ),
            (
                "Kepala SD Negeri Lamakuru, Oktavina Merilodu, S.Pd., merasakan perubahan di kelas. Anak-anak yang "
                "dulu membaca terbata-bata kini berebut membacakan cerita dengan suara keras. Sekolah memberi waktu "
                "satu jam setiap Jumat untuk membaca apa saja."
            ),
            (
                "Perahu pustaka dioperasikan dengan anggaran Rp96 juta setahun, sebagian besar untuk solar dan "
                "perbaikan mesin. Dua awaknya, Om Lukas dan Bung Rafli, merangkap pendongeng bila ombak terlalu "
                "tinggi untuk menurunkan peti."
            ),
            (
                "Mulai bulan depan warga dapat menitipkan permintaan judul kepada guru atau aparat desa. Kunjungan "
                "berikutnya dijadwalkan ke Melira Barat, lalu ke Lokawena, selama cuaca mengizinkan."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pendidikan",
        tags=("perpustakaan", "minat baca", "Kecamatan Wekarai", "Hermina T. Palodae, S.Sos."),
        days_ago=10,
        hour="09.10",
        status="published",
        byline="Rian Modokali",
    ),
)
