"""What readers wrote: twelve who wait to be read, and those already shown with their answers."""

from .replies_model import DemoReply

READERS = (
    DemoReply(
        key="obat",
        story_key="feri",
        name="Yublina Makandolu",
        email="yublina@example.com",
        body=(
            "Selamat malam. Bapa saya pasien cuci darah, jadwalnya lusa di rumah sakit Labuan Sirelo dan kami "
            "ada di Wekarai. Posko kesehatan yang disebut itu ada juga di pihak Wekarai atau hanya di "
            "pelabuhan kota? Tolong dijawab, obat tinggal untuk dua hari. Saya bisa dihubungi di "
            "0812-0000-0000."
        ),
        status="pending",
        hours_ago=5,
    ),
    DemoReply(
        key="ayam",
        story_key="feri",
        name="Om Nadus",
        email="nadus.w@example.net",
        body=(
            "Beta ada muat ayam 40 ekor di feri yang sonde jadi jalan. Katanya gudang pendingin untuk barang "
            "busuk. Lah beta pung ayam masih hidup, mau taro di mana? Su sore ini dong mulai ribut."
        ),
        status="pending",
        hours_ago=4,
        held_for=("no_origin",),
    ),
    DemoReply(
        key="tiket",
        story_key="feri",
        name="Ch. Rumahlolo",
        email="chrumahlolo@example.org",
        body=(
            "Di loket tadi petugas bilang uang tiket tidak bisa kembali, hanya bisa ganti tanggal. Di "
            "pengumuman ini tertulis dikembalikan penuh. Mana yang benar? Mohon jangan kami disuruh "
            "bolak-balik."
        ),
        status="pending",
        hours_ago=3,
    ),
    DemoReply(
        key="sekolah-libur",
        story_key="feri",
        name="Ibu Guru Merry",
        email="merry.t@example.com",
        body=(
            "Terima kasih infonya cepat. Apakah anak-anak Wekarai yang sekolah di kota dan tinggal di asrama "
            "perlu dijemput, atau asrama tetap buka sampai kapal jalan lagi?"
        ),
        status="pending",
        hours_ago=2,
    ),
    DemoReply(
        key="karcis-putih",
        story_key="raker-2",
        name="Mama Lodia",
        email="lodia@example.net",
        body=(
            "Beta juga jual di Pasar Kalorai. Karcis putih yang seribu itu katong bayar tiap hari, ma sampa "
            "sonde pernah diangkat, su tiga minggu bau sampe di los ikan. Jang cuma tempel kertas di pintu. "
            "Tolong kas tau sapa pung tugas."
        ),
        status="pending",
        hours_ago=27,
    ),
    DemoReply(
        key="lampu",
        story_key="raker-2",
        name="Yance",
        email="yance_batulelea@example.com",
        body=(
            "Lampu jalan tanjakan Batulelea SUDAH MATI SEJAK BULAN PUASA. Dua orang jatuh dari motor. "
            "Dicatat, diteruskan, dicatat lagi, diteruskan lagi. Kapan dinyalakan?? Kalau tidak ada jawaban "
            "tujuh hari kerja seperti janji di berita ini saya datang sendiri ke kantor camat bawa kardusnya."
        ),
        status="pending",
        hours_ago=22,
    ),
    DemoReply(
        key="formulir",
        story_key="raker-1",
        name="Desiana Kiupukan",
        email="desiana@example.org",
        body=(
            "Apakah bahan paparan rapat kerja boleh diunduh? Saya mahasiswa, sedang menulis tentang layanan "
            "informasi desa. Kalau bisa sekalian rincian 212 pertanyaan itu. Terima kasih sebelumnya."
        ),
        status="pending",
        hours_ago=49,
    ),
    DemoReply(
        key="nomor-kontak",
        story_key="raker-1",
        name="Bapa Dus",
        email="bapadus@example.com",
        body=(
            "Nomor kontak kecamatan itu ditulis di mana? Saya cari di halaman ini tidak ketemu. Percuma kalau "
            "nomornya cuma disimpan camat."
        ),
        status="pending",
        hours_ago=31,
    ),
    DemoReply(
        key="koreksi-timbang",
        story_key="posyandu",
        name="Kader Posyandu Nitumeo",
        email="kader.nitumeo@example.net",
        body=(
            "Mohon maaf, ada yang perlu dibetulkan. Kader yang memasak bukan lima tapi tujuh orang, dua orang "
            "lagi namanya Mama Naomi dan Ade Rince. Kasihan kalau tidak ditulis, mereka yang paling pagi "
            "datang."
        ),
        status="pending",
        hours_ago=60,
    ),
    DemoReply(
        key="dana",
        story_key="posyandu",
        name="Warga Merasola",
        email="warga@example.com",
        body=(
            "1,2 juta sebulan dibagi 43 anak kira-kira 28 ribu per anak. Untuk bubur sekali sebulan itu lebih "
            "dari cukup, tetapi kalau tiap minggu tinggal 7 ribu. Jadi makanan tambahannya sekali sebulan "
            "atau tiap minggu? Tolong angka ditulis lebih jelas."
        ),
        status="pending",
        hours_ago=40,
    ),
    DemoReply(
        key="harga-jagung",
        story_key="jagung",
        name="Filmon",
        email="filmon@example.org",
        body=(
            "Harga 4.900 di koperasi itu untuk kadar air berapa? Kemarin kakak saya bawa ke sana, dipotong 15 "
            "persen dengan alasan basah. Sama saja bohong."
        ),
        status="pending",
        hours_ago=18,
    ),
    DemoReply(
        key="surat-guru",
        story_key="guru",
        name="Anak dari Kadarika",
        email="kadarika@example.net",
        body=(
            "Guru yang umur 94 tahun itu pasti Bapak Elimelek, beliau ajar mama saya dan juga nenek saya. "
            "Penglihatannya sudah kurang. Boleh tidak suratnya saya bacakan langsung di rumah beliau?"
        ),
        status="pending",
        hours_ago=11,
    ),
    DemoReply(
        key="terima-kasih",
        story_key="raker-2",
        name="Ester T.",
        email="ester.t@example.com",
        body=(
            "Betul, sekarang saya sudah tahu karcis kuning untuk apa. Terima kasih sudah mau duduk di lapak "
            "kami. Lain kali beli juga sirihnya."
        ),
        status="approved",
        hours_ago=29,
    ),
    DemoReply(
        key="jawab-ester",
        story_key="raker-2",
        name="Humas Nusa Melira",
        email="humas@example.org",
        body=(
            "Siap, Mama Ester. Kemarin tiga orang dari kami membeli, tetapi ternyata belum tahu cara "
            "mengunyahnya. Kami datang lagi hari pasar berikut."
        ),
        status="approved",
        hours_ago=28,
        answer_to="terima-kasih",
    ),
    DemoReply(
        key="gudang",
        story_key="jagung",
        name="Martha Soliwae",
        email="martha@example.com",
        body=(
            "Gedung SD lama di Loduwatu bawah kosong sejak sekolah pindah, atapnya masih baik. Kenapa tidak "
            "dipakai untuk gudang sementara? Kuncinya ada di Pak Desa."
        ),
        status="approved",
        hours_ago=120,
    ),
    DemoReply(
        key="jawab-gudang",
        story_key="jagung",
        name="Humas Nusa Melira",
        email="humas@example.org",
        body=(
            "Terima kasih, Ibu Martha. Usul ini kami teruskan kepada Camat Loduwatu. Dua ruang di SD lama "
            "sudah dibuka sejak kemarin dan menampung sekitar 35 ton. Titipan dicatat di buku oleh Bapak "
            "Filipus."
        ),
        status="approved",
        hours_ago=96,
        answer_to="gudang",
    ),
    DemoReply(
        key="melompat",
        story_key="dermaga",
        name="Rifal",
        email="rifal@example.net",
        body="Pesan nomor tiga paling penting. Saya umur 31 tahun, apakah masih boleh ikut melompat?",
        status="approved",
        hours_ago=190,
    ),
    DemoReply(
        key="sore",
        story_key="posyandu",
        name="Bd. Selvi",
        email="selvi@example.org",
        body=(
            "Di tempat kami di pesisir malah pagi yang ramai karena suami pulang melaut jam sepuluh. Setuju "
            "sekali dengan dr. Agustina: tanya dulu orangnya. Semoga kader juga dapat uang transport kalau "
            "sore sampai malam."
        ),
        status="approved",
        hours_ago=80,
    ),
)
