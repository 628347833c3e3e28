"""What readers wrote under the older stories, shown with the bureau's answers, and a few things that were not."""

from .replies_model import DemoReply

SHOWN = (
    DemoReply(
        key="es",
        story_key="vaksin",
        name="Nelson H.",
        email="nelson@example.com",
        body=(
            "Listrik tadi malam mati lagi jam dua. Es di rumah saya tinggal setengah. Kalau besok masih ada "
            "suntikan, tolong petugas bawa es dari Loduwatu sekalian. Ikan saya tidak apa-apa."
        ),
        status="approved",
        hours_ago=170,
    ),
    DemoReply(
        key="jawab-es",
        story_key="vaksin",
        name="Humas Nusa Melira",
        email="humas@example.org",
        body=(
            "Terima kasih, Pak Nelson. Sudah kami teruskan kepada drh. Imelda. Besok tim berangkat dari Loduwatu "
            "dengan tiga kotak es tambahan."
        ),
        status="approved",
        hours_ago=166,
        answer_to="es",
    ),
    DemoReply(
        key="kambing",
        story_key="vaksin",
        name="Sius Tubahena",
        email="sius@example.net",
        body="Kambing dan babi ikut disuntik juga ko atau sapi sa? Beta pung kambing sebelas ekor.",
        status="approved",
        hours_ago=150,
    ),
    DemoReply(
        key="buku-kas",
        story_key="umkm",
        name="Adelheid",
        email="adelheid@example.org",
        body=(
            "Itu saya yang di berita. Sekarang harga cucur saya naik lima ratus, pelanggan tidak ada yang protes. "
            "Yang protes cuma suami, katanya kenapa baru sekarang."
        ),
        status="approved",
        hours_ago=220,
    ),
    DemoReply(
        key="daftar-umkm",
        story_key="umkm",
        name="Gusti",
        email="gusti.bengkel@example.com",
        body="Angkatan berikut kapan dibuka? Di kantor dinas dijawab tunggu pengumuman, tapi pengumumannya di mana?",
        status="approved",
        hours_ago=140,
    ),
    DemoReply(
        key="jawab-daftar",
        story_key="umkm",
        name="Humas Nusa Melira",
        email="humas@example.org",
        body=(
            "Pendaftaran angkatan kedua dibuka awal bulan depan, diumumkan di halaman ini dan di papan kantor "
            "camat. Kuotanya 40 orang, tanpa biaya."
        ),
        status="approved",
        hours_ago=118,
        answer_to="daftar-umkm",
    ),
    DemoReply(
        key="kartu-keluarga",
        story_key="pasar-murah",
        name="Nona Reni",
        email="reni@example.net",
        body=(
            "Terima kasih aturannya sudah diubah. Kami tiga keluarga satu rumah, kemarin hampir pulang dengan "
            "tangan kosong."
        ),
        status="approved",
        hours_ago=260,
    ),
    DemoReply(
        key="timbangan",
        story_key="pasar-murah",
        name="Pengawas Dapur",
        email="pengawas@example.com",
        body=(
            "Beras yang saya beli ditimbang di rumah 4,7 kilo, bukan 5. Bukan soal tiga ons, tapi seratus orang "
            "kali tiga ons sudah satu karung."
        ),
        status="approved",
        hours_ago=240,
    ),
    DemoReply(
        key="jawab-timbangan",
        story_key="pasar-murah",
        name="Humas Nusa Melira",
        email="humas@example.org",
        body=(
            "Kami mohon maaf. Timbangan di tenda kedua ternyata belum ditera ulang dan sudah diganti. Ibu dapat "
            "mengambil kekurangannya di kantor camat dengan menunjukkan kartu keluarga; begitu juga pembeli lain "
            "dari tenda yang sama."
        ),
        status="approved",
        hours_ago=214,
        answer_to="timbangan",
    ),
    DemoReply(
        key="detektif",
        story_key="perahu-pustaka",
        name="Kelas 5 Lamakuru",
        email="kelas5@example.org",
        body=(
            "Kami mau pinjam lanjutan cerita detektif jilid 3. Jilid 2 selesai di bagian yang paling seru. Tolong "
            "jangan lupa. Dari kami 23 orang."
        ),
        status="approved",
        hours_ago=190,
    ),
    DemoReply(
        key="jawab-detektif",
        story_key="perahu-pustaka",
        name="Humas Nusa Melira",
        email="humas@example.org",
        body=(
            "Siap, adik-adik. Jilid 3 dan 4 sudah dimasukkan ke peti oleh Ibu Hermina. Perahu berangkat bila ombak "
            "turun."
        ),
        status="approved",
        hours_ago=165,
        answer_to="detektif",
    ),
    DemoReply(
        key="bayam",
        story_key="sk",
        name="Murid Ibu Agnes",
        email="murid.agnes@example.com",
        body=(
            "Ibu Agnes ajar saya kelas 1 sampai kelas 3. Sekarang saya kerja di kapal, baca berita ini di pelabuhan "
            "sampai menangis. Selamat Ibu."
        ),
        status="approved",
        hours_ago=560,
    ),
    DemoReply(
        key="honor",
        story_key="sk",
        name="Guru yang masih menunggu",
        email="guru.honor@example.net",
        body=(
            "Selamat untuk yang sudah dapat. Kami yang honor 12 tahun di sekolah swasta kapan giliran? Tolong "
            "jangan dijawab sesuai aturan yang berlaku."
        ),
        status="approved",
        hours_ago=540,
    ),
    DemoReply(
        key="akar",
        story_key="pipa",
        name="Yang menulis waktu itu",
        email="basah@example.org",
        body=(
            "Terima kasih sudah diperbaiki, dan terima kasih beringinnya tidak ditebang. Nenek saya duduk di situ "
            "tiap sore."
        ),
        status="approved",
        hours_ago=600,
    ),
    DemoReply(
        key="tender",
        story_key="kunker",
        name="Warga Hunolama",
        email="hunolama@example.net",
        body="Sirtu sudah datang dua truk, tapi hanya sampai rumah kepala desa. Yang rusak justru sesudah itu.",
        status="approved",
        hours_ago=500,
    ),
    DemoReply(
        key="jawab-sirtu",
        story_key="kunker",
        name="Humas Nusa Melira",
        email="humas@example.org",
        body=(
            "Sudah ditanyakan kepada camat: dua truk itu baru tahap pertama. Sisanya diangkut mulai Senin dan "
            "ditumpuk di tiga titik yang rusak. Foto pekerjaannya akan kami muat."
        ),
        status="approved",
        hours_ago=470,
        answer_to="tender",
    ),
    DemoReply(
        key="buritan",
        story_key="lomba-perahu",
        name="Cucu nomor tiga",
        email="cucu@example.com",
        body=(
            "Opa pesan: tahun depan jangan kasih mesin tempel, kasih layar baru saja. Mesinnya sudah dijual untuk "
            "beli layar."
        ),
        status="approved",
        hours_ago=480,
    ),
    DemoReply(
        key="peluit",
        story_key="mtq",
        name="Remaja Masjid An-Nur",
        email="remaja@example.org",
        body="Peluitnya jangan dikembalikan dulu, bulan Desember giliran kami yang pegang.",
        status="approved",
        hours_ago=840,
    ),
    DemoReply(
        key="ikan",
        story_key="gotong-royong",
        name="Warga RT 07",
        email="rt07@example.com",
        body="Truk hari Rabu tidak lewat gang kami karena jalannya sempit. Sampah ditaruh di mulut gang boleh tidak?",
        status="approved",
        hours_ago=700,
    ),
    DemoReply(
        key="belum-rekam",
        story_key="ktp",
        name="Mama Yos",
        email="mama.yos@example.net",
        body="Anak saya umur 17 bulan depan, apakah bisa langsung dapat KTP-nya atau cuma rekam?",
        status="approved",
        hours_ago=90,
    ),
    DemoReply(
        key="jawab-ktp",
        story_key="ktp",
        name="Humas Nusa Melira",
        email="humas@example.org",
        body=(
            "Rekam dulu sekarang, Mama Yos. KTP-nya dicetak pada hari ulang tahunnya dan bisa diambil di kantor camat."
        ),
        status="approved",
        hours_ago=84,
        answer_to="belum-rekam",
    ),
    DemoReply(
        key="jualan",
        story_key="pasar-murah",
        name="Toko Serba Ada",
        email="toko@example.com",
        body="Jual genset bekas masih bagus, nego, hubungi lewat email.",
        status="trash",
        hours_ago=230,
    ),
    DemoReply(
        key="aaaa",
        story_key="lomba-perahu",
        name="aaaa",
        email="aaaa@example.org",
        body="aaaaaaaaa",
        status="trash",
        hours_ago=470,
    ),
    DemoReply(
        key="salah-kirim",
        story_key="ktp",
        name="Arni",
        email="arni@example.net",
        body="Kak, foto KK yang tadi sudah masuk ko belum? Eh maaf salah kirim.",
        status="withdrawn",
        hours_ago=70,
    ),
)
