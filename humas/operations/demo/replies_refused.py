"""What is not shown: gambling advertisements, two for the bin, one that its writer took back."""

from .replies_model import DemoReply

REFUSED = (
    DemoReply(
        key="judi-1",
        story_key="raker-1",
        name="𝗧𝗘𝗠𝗣𝗔𝗬𝗔𝗡𝗛𝗢𝗞𝗜",
        email="promo1@example.com",
        body=(
            "𝗧𝗘𝗠𝗣𝗔𝗬𝗔𝗡𝗛𝗢𝗞𝗜 situs gacor hari ini, depo 10rb langsung 𝗝𝗔𝗖𝗞𝗣𝗢𝗧 tanpa ribet! Bonus member baru "
            "𝟮𝟬𝟬%. Buktikan sendiri di 𝘁𝗲𝗺𝗽𝗮𝘆𝗮𝗻𝗵𝗼𝗸𝗶 sekarang juga 🎰🎰"
        ),
        status="spam",
        hours_ago=47,
        site="https://tempayanhoki.example.com/",
        held_for=("trap",),
    ),
    DemoReply(
        key="judi-2",
        story_key="feri",
        name="ＫＥＲＢＡＵＫＥＴＡＷＡ８８",
        email="cs@example.net",
        body=(
            "Daripada menunggu kapal, mending main di ＫＥＲＢＡＵＫＥＴＡＷＡ８８ ! RTP 98 persen, WD cair 2 menit, "
            "banyak yang sudah bawa pulang motor."
        ),
        status="spam",
        hours_ago=4,
        site="https://kerbauketawa.example.net/daftar",
    ),
    DemoReply(
        key="judi-3",
        story_key="jagung",
        name="Rina Cantik",
        email="rina@example.org",
        body=(
            "Artikel yang sangat bermanfaat. Saya juga dulu petani susah, sampai teman mengenalkan W O K A L "
            "I L I N 7 7. Sekarang modal 20 ribu bisa renovasi rumah. Cari saja namanya di internet ya bunda."
        ),
        status="spam",
        hours_ago=70,
        site="https://wokalilin77.example.org/",
    ),
    DemoReply(
        key="judi-4",
        story_key="posyandu",
        name="𝓑𝓪𝓽𝓾𝓐𝓹𝓾𝓷𝓰4D",
        email="admin4d@example.com",
        body=(
            "🔥 𝓑𝓐𝓣𝓤𝓐𝓟𝓤𝓝𝓖４Ｄ 🔥 prediksi akurat tiap malam\n"
            "https://batuapung.example.com/a\n"
            "https://batuapung.example.com/b\n"
            "https://batuapung.example.com/c"
        ),
        status="spam",
        hours_ago=55,
        site="https://batuapung.example.com/",
        held_for=("trap",),
    ),
    DemoReply(
        key="judi-5",
        story_key="raker-2",
        name="S3ND4L SP1N",
        email="info@example.net",
        body=("S3ND4L SP1N bag1-bag1 fr33ch1p 50rb khusus warga pulau, t4np4 depo, kl41m l3w4t t3l3gr4m @ s3nd4lsp1n"),
        status="spam",
        hours_ago=20,
        held_for=("trap",),
    ),
    DemoReply(
        key="coba",
        story_key="guru",
        name="tes",
        email="tes@example.com",
        body="tes tes 123",
        status="trash",
        hours_ago=200,
    ),
    DemoReply(
        key="makian",
        story_key="dermaga",
        name="Tukang Kritik",
        email="kritik@example.org",
        body="Semua pejabat sama saja, otak di lutut. Yang komentar bagus di sini juga pasti dibayar. Bubar!",
        status="trash",
        hours_ago=150,
    ),
    DemoReply(
        key="ditarik",
        story_key="jagung",
        name="Yoris",
        email="yoris@example.net",
        body=(
            "Maaf, angka luas kebun saya yang saya tulis tadi salah. Biar saya hapus dulu, nanti saya tulis "
            "lagi setelah diukur."
        ),
        status="withdrawn",
        hours_ago=90,
    ),
)
