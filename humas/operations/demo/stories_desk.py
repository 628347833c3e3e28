"""The demo's stories from the desk: a speech, a greeting, a draft, and a story withdrawn."""

from .stories_model import DemoStory

DESK_STORIES = (
    DemoStory(
        key="dermaga",
        headline="Wabup Bacakan Sambutan Bupati: Dermaga Lokawena Milik Semua yang Menunggu",
        dateline="Lokawena",
        standfirst=(
            "Dermaga rakyat sepanjang 64 meter mulai dipakai. Pada hari pertama, yang turun lebih dulu adalah "
            "seorang bidan dan sekarung bibit."
        ),
        paragraphs=(
            (
                "Wakil Bupati Nusa Melira, Maria Y. Tanelodu, S.IP., M.Si., meresmikan dermaga rakyat Lokawena "
                "mewakili Bupati, Ir. Benyamin S. Rihimone, M.Si., yang sedang mengikuti rapat anggaran di ibu kota "
                "provinsi. Di hadapan sekitar 400 warga, ia membacakan sambutan tertulis Bupati."
            ),
            (
                "Dalam sambutan itu Bupati menyampaikan permintaan maaf karena dermaga yang dijanjikan selesai dua "
                "tahun lalu baru bisa dipakai sekarang. “Kepada mama-mama yang selama ini harus menggulung sarung "
                "dan turun ke air setinggi pinggang sambil menjunjung jualan, saya minta maaf. Menunggu adalah "
                "pekerjaan yang berat, dan Anda semua sudah terlalu lama mengerjakannya,” demikian Wabup Maria "
                "membacakan."
            ),
            (
                "Dermaga sepanjang 64 meter itu dibangun dengan biaya Rp6,8 miliar dalam dua tahap. Tahap pertama "
                "sempat berhenti sebelas bulan karena tiang pancang tidak memenuhi syarat dan harus diganti oleh "
                "pelaksana tanpa tambahan biaya."
            ),
            (
                "> Dermaga ini bukan hadiah dari kabupaten. Ini utang yang akhirnya dibayar. Karena itu jangan ada "
                "nama siapa pun pada tiangnya, kecuali nama kampung ini."
            ),
            (
                "Bupati juga menitipkan tiga pesan: lapak di sisi timur diutamakan bagi penjual ikan setempat, "
                "retribusi sandar tidak boleh dipungut tanpa karcis, dan anak-anak tetap boleh melompat ke laut "
                "dari ujung dermaga “selama tidak ada kapal yang hendak merapat”. Pesan terakhir disambut sorak "
                "anak-anak yang sudah basah sejak pagi."
            ),
            (
                "Kepala Desa Lokawena, Yafet Kolimara, mengatakan perjalanan ke Labuan Sirelo kini dapat ditempuh "
                "langsung dalam 50 menit. Sebelumnya warga harus berputar lewat darat hampir empat jam. “Perahu "
                "pertama yang sandar tadi membawa Ibu Bidan dan sekarung bibit kelor. Menurut saya itu tanda yang "
                "baik,” ujarnya."
            ),
            (
                "Seusai sambutan, Wabup Maria melepas pelayaran perdana dua perahu motor menuju Labuan Sirelo. "
                "Jadwal tetap, dua kali sehari pada pukul 07.00 dan 14.30 WITA, mulai berlaku pekan depan."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pembangunan",
        tags=(
            "dermaga",
            "Lokawena",
            "sambutan",
            "Ir. Benyamin S. Rihimone, M.Si.",
            "Maria Y. Tanelodu, S.IP., M.Si.",
        ),
        days_ago=9,
        hour="15.05",
        status="published",
        byline="Rian Modokali",
        picture="pelabuhan",
        photographer="Ilustrasi: Rian Modokali",
        alt=(
            "Gambar pelabuhan kecil saat fajar: mercusuar bergaris merah putih, dua gudang di atas dermaga "
            "bertiang, dan perahu-perahu layar di air yang memantulkan cahaya matahari."
        ),
        caption="Dermaga rakyat Lokawena pada pagi peresmian.",
    ),
    DemoStory(
        key="guru",
        headline="Menyambut Hari Guru, Murid Nusa Melira Diajak Menulis Surat",
        dateline="Labuan Sirelo",
        standfirst=(
            "Ucapan Bupati bagi 2.140 guru, dan ajakan kepada murid: satu halaman, tulisan tangan, tanpa kalimat "
            "contoh."
        ),
        paragraphs=(
            (
                "Bupati Nusa Melira, Ir. Benyamin S. Rihimone, M.Si., menyampaikan ucapan selamat menyambut Hari "
                "Guru, yang diperingati setiap tanggal 25 November, kepada 2.140 guru di 268 sekolah. Tahun ini "
                "ucapan itu disertai sebuah ajakan: setiap murid diminta menulis satu halaman surat untuk satu "
                "orang guru."
            ),
            (
                "“Selamat Hari Guru kepada Bapak dan Ibu yang mengajar di ruang kelas yang baik, dan terlebih "
                "kepada mereka yang mengajar di ruang kelas yang belum baik. Terima kasih karena tetap masuk pada "
                "hari hujan,” tulis Bupati dalam ucapannya."
            ),
            (
                "Surat ditulis tangan, boleh memakai bahasa daerah, dan tidak boleh disalin dari contoh. Murid "
                "kelas satu dan dua boleh menggambar. Surat tidak dilombakan dan tidak dibaca pejabat; ketua kelas "
                "langsung menyerahkannya kepada guru yang dituju pada akhir upacara."
            ),
            (
                "Kepala Dinas Pendidikan Nusa Melira, Welhelmina B. Sanomera, S.Pd., M.Pd., menjelaskan alasan di "
                "balik aturan itu. “Kalau dilombakan, yang keluar kalimat yang bagus. Kami ingin kalimat yang "
                "benar. Saya sendiri masih menyimpan satu surat dari murid yang isinya hanya: Ibu, saya sudah bisa "
                "baca papan nama toko.”"
            ),
            (
                "Bagi guru yang sudah purnabakti, surat dapat dititipkan di kantor camat paling lambat tanggal 15 "
                "November agar sempat diantar. Dinas mencatat 312 guru pensiunan di Nusa Melira, yang tertua "
                "berusia 94 tahun dan tinggal di Kadarika."
            ),
            (
                "Pada kesempatan yang sama Bupati mengumumkan bahwa tunjangan bagi 183 guru di Kecamatan Wekarai "
                "dan Melira Barat mulai dibayarkan setiap bulan, tidak lagi setiap tiga bulan. “Ucapan selamat "
                "tidak bisa dipakai membeli beras. Karena itu keduanya kami kirim bersama-sama,” katanya."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pendidikan",
        tags=(
            "Hari Guru",
            "ucapan",
            "pendidikan",
            "Ir. Benyamin S. Rihimone, M.Si.",
        ),
        days_ago=12,
        hour="07.15",
        status="published",
        byline="Yuliana D. Sorelaku",
        picture="surat",
        photographer="Ilustrasi: Dorce A. Bessi",
        alt=(
            "Gambar meja kayu beralas kain ikat di dekat jendela yang menghadap laut; di atasnya ada surat terbuka, "
            "pensil, tiga amplop, dan jambangan bunga kertas."
        ),
        caption="Surat untuk guru ditulis tangan, boleh dalam bahasa daerah.",
    ),
    DemoStory(
        key="air-bersih",
        headline="Pipa Baru 4,2 Kilometer Alirkan Air ke Tiga Dusun di Puruhina",
        dateline="Puruhina",
        standfirst="Warga tidak lagi menimba di mata air yang berjarak satu jam berjalan kaki.",
        paragraphs=(
            (
                "Air mengalir dari keran umum di Dusun Wolemara, Desa Puruhina, untuk pertama kalinya sejak desa "
                "itu berdiri. Pipa sepanjang 4,2 kilometer menghubungkan mata air Kadarika dengan tiga dusun yang "
                "dihuni 214 keluarga."
            ),
            (
                "“Saya buka, saya tutup, saya buka lagi. Takut ini cuma mimpi,” kata Mama Orpa Lodahina, yang "
                "selama 30 tahun berjalan satu jam setiap pagi untuk menimba."
            ),
            (
                "Pekerjaan dilakukan secara padat karya selama 70 hari. Debit air tercatat [menunggu angka dari "
                "Dinas Pekerjaan Umum] liter per detik, dan iuran disepakati Rp5.000 per keluarga setiap bulan."
            ),
            "[Tambahkan keterangan kepala desa. Foto menyusul.]",
        ),
        credit="Prokopim Nusa Melira",
        category="Pembangunan",
        tags=(
            "air bersih",
            "Desa Puruhina",
        ),
        days_ago=0,
        hour="08.00",
        status="draft",
        byline="Dorce A. Bessi",
    ),
    DemoStory(
        key="bantuan",
        headline="Bantuan Beras Tahap Kedua untuk 3.870 Keluarga Mulai Disalurkan",
        dateline="Labuan Sirelo",
        standfirst="Penyaluran dimulai dari Kecamatan Melira Utara.",
        paragraphs=(
            (
                "Dinas Sosial Nusa Melira mulai menyalurkan bantuan beras tahap kedua kepada 3.870 keluarga "
                "penerima. Setiap keluarga memperoleh 20 kilogram beras untuk dua bulan."
            ),
            (
                "Penyaluran dimulai dari Kecamatan Melira Utara dan dilanjutkan ke delapan kecamatan lain sampai "
                "akhir bulan. Penerima diminta membawa KTP dan kartu keluarga asli ke kantor camat."
            ),
            (
                "“Datanglah sesuai giliran desa. Beras tidak akan habis karena jumlahnya sudah dihitung per nama,” "
                "kata Sekretaris Dinas Sosial, Oktovianus Beleraka, S.E."
            ),
            (
                "Warga yang namanya belum tercantum dapat mengajukan sanggahan kepada operator desa dengan membawa "
                "surat keterangan dari ketua rukun tetangga."
            ),
        ),
        credit="Prokopim Nusa Melira",
        category="Pemerintahan",
        tags=(
            "bantuan pangan",
            "Dinas Sosial",
        ),
        days_ago=15,
        hour="13.20",
        status="withdrawn",
        byline="Humas Nusa Melira",
        reason=(
            "Jumlah penerima dan jadwal penyaluran dalam berita ini keliru: keduanya berasal dari berkas tahun "
            "lalu. Kami mohon maaf kepada warga yang sudah datang ke kantor camat. Daftar yang benar akan diumumkan "
            "setelah diperiksa Dinas Sosial."
        ),
    ),
)
