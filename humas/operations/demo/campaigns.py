"""
One night of gambling advertisements: six campaigns of fifty, near-same texts in many letters.

The brands are invented and their sites stand on domains reserved for examples.
The same seed gives the same night.
"""

import random
from dataclasses import dataclass
from datetime import timedelta

from .letters import HANDS

SEED = 20191123
EACH = 50
NIGHT = timedelta(hours=6)
"""From 23.00 to 05.00."""


@dataclass(frozen=True)
class Campaign:
    """A text with places for what varies; `{brand}` comes in one of its hands."""

    brand: str
    hands: tuple[str, ...]
    sentences: tuple[tuple[str, ...], ...]
    """One of each group, joined by blanks."""
    begins: int
    lasts: int
    """When in the night it comes, in minutes."""
    signs_as_brand: bool = False


@dataclass(frozen=True)
class Advertisement:
    """One reply of a campaign; `minute` counts from 23.00, `story` and `network` are numbers to be shared out."""

    campaign: str
    name: str
    email: str
    site: str
    body: str
    minute: float
    story: int
    network: str
    has_origin: bool
    seconds: int


CAMPAIGNS = (
    Campaign(
        brand="TEMPAYANHOKI",
        hands=("bold", "sans-bold", "sans-bold-italic", "monospace"),
        sentences=(
            ("{brand} situs gacor malam ini!", "Cuma {brand} yang berani bayar lunas!", "Slot gacor ya {brand}!"),
            ("Depo {deposit} langsung jackpot tanpa ribet.", "Modal {deposit} pulang bawa {win}."),
            ("Bonus member baru {percent}%.", "Bonus new member {percent}% langsung cair."),
            ("Buktikan sendiri di {brand} 🎰🎰", "Klik {link} sekarang 🎰", "Daftar di {link} sebelum subuh!"),
        ),
        begins=2,
        lasts=95,
        signs_as_brand=True,
    ),
    Campaign(
        brand="KERBAUKETAWA88",
        hands=("full-width", "circled", "squared"),
        sentences=(
            ("Daripada begadang, mending main di {brand}!", "Susah tidur? Main saja di {brand}!"),
            (
                "RTP {percent2} persen, WD cair {minutes} menit.",
                "RTP live {percent2}%, tarik dana {minutes} menit beres.",
            ),
            ("Sudah banyak yang bawa pulang {prize}.", "Tadi sore ada yang bawa pulang {prize}."),
            ("Minat? {link}", "Gas {link}", "Cari {brand} di internet ya kak."),
        ),
        begins=40,
        lasts=120,
    ),
    Campaign(
        brand="WOKALILIN77",
        hands=("spaces", "dots", "zero-width", "soft-hyphens", "joiners"),
        sentences=(
            ("Artikel yang sangat bermanfaat, terima kasih.", "Beritanya bagus sekali min.", "Izin berbagi ya bunda."),
            ("Saya juga dulu {job} susah,", "Dulu suami saya cuma {job},", "Saya {job}, dulu sering menangis,"),
            ("sampai teman mengenalkan {brand}.", "lalu tetangga kasih tahu {brand}."),
            ("Sekarang modal {deposit} bisa {dream}.", "Alhasil modal {deposit} sudah bisa {dream}."),
            ("Cari saja namanya ya.", "Yang mau tahu klik nama saya.", "Semoga bermanfaat 🙏"),
        ),
        begins=70,
        lasts=250,
    ),
    Campaign(
        brand="BATUAPUNG4D",
        hands=("script", "fraktur", "double-struck"),
        sentences=(
            (
                "🔥 {brand} 🔥 prediksi jitu malam ini",
                "🔥 Bocoran {brand} 🔥 angka main malam ini",
                "🔥 {brand} buka 🔥",
            ),
            ("{numbers}", "colok bebas {numbers}", "ekor {numbers}"),
            ("hadiah 4D {win}", "diskon {percent}% tiap pasangan"),
            ("{link}\n{link2}", "{link}"),
        ),
        begins=130,
        lasts=60,
        signs_as_brand=True,
    ),
    Campaign(
        brand="SENDALSPIN",
        hands=("leet", "small-capitals", "accents"),
        sentences=(
            ("{brand} bagi-bagi freechip {deposit}", "Freechip {deposit} dari {brand}", "KLAIM {brand} {deposit}"),
            ("khusus warga pulau,", "khusus pengunjung halaman ini,", "untuk {percent} orang pertama,"),
            ("tanpa depo tanpa syarat.", "no depo no ribet.", "tanpa deposit."),
            ("Chat admin @{handle}", "Klaim lewat telegram @{handle}", "Join grup {handle} sekarang"),
        ),
        begins=180,
        lasts=170,
    ),
    Campaign(
        brand="PAYUNGBOLONG138",
        hands=("cyrillic", "greek", "plain"),
        sentences=(
            (
                "Selamat malam warga, info penting.",
                "Assalamualaikum dan salam sejahtera.",
                "Permisi numpang lewat admin.",
            ),
            ("{brand} lagi bagi scatter hitam, {percent2}% menang.", "Pola {brand} malam ini: {pattern}."),
            ("Minimal depo {deposit}, maxwin {win}.", "Cukup {deposit}, kemarin tembus {win}."),
            ("Daftarnya di {link} ya.", "Link resmi {link}", "Ketik {brand} di mesin pencari."),
        ),
        begins=230,
        lasts=128,
    ),
)

FILLINGS = {
    "deposit": ("10rb", "15rb", "20 ribu", "25rb", "50 ribu"),
    "win": ("3 juta", "7,5 juta", "12jt", "25 juta", "150jt"),
    "percent": ("50", "100", "150", "200"),
    "percent2": ("96", "97,5", "98", "99,2"),
    "minutes": ("1", "2", "3", "5"),
    "prize": ("motor", "sapi", "uang muka rumah", "genset", "perahu"),
    "job": ("petani", "nelayan", "tukang ojek", "guru honor", "penjual ikan"),
    "dream": ("renovasi rumah", "beli motor", "lunas utang koperasi", "naik kapal pesiar"),
    "numbers": ("27 – 81 – 09", "4415 – 4451", "63 dan 36", "708 – 780 – 807"),
    "pattern": ("10 kali cepat, 20 kali lambat", "7 manual lalu 30 otomatis", "turbo mati, 15 putaran"),
}

FIRST_NAMES = (
    "Rina Putri Dewi Yanti Sari Bunga Melati Intan Ayu Lestari Novi Fitri Santi Wulan Citra Andi Budi Joko Rizal Dimas "
    "Agus Hendra Yoga Fajar Iwan Deni Rudi Bayu Eko Tono"
).split()
LAST_NAMES = (
    "Cantik Manis Aja Official Gacor Ceria Setia Jaya Abadi Makmur Pratama Kencana Permata Mandala Senja Samudra "
    "Purnama Anggun Cemara Bahari"
).split()
DOMAINS = ("example.com", "example.net", "example.org")


def night() -> tuple[Advertisement, ...]:
    """The three hundred of one night, in the order they came."""
    chance = random.Random(SEED)
    made = [_advertisement(chance, campaign) for campaign in CAMPAIGNS for _n in range(EACH)]
    return tuple(sorted(made, key=lambda one: one.minute))


def _advertisement(chance: random.Random, campaign: Campaign) -> Advertisement:
    plain = campaign.brand.lower()
    brand = HANDS[chance.choice(campaign.hands)](campaign.brand)
    site = f"https://{plain}.{chance.choice(DOMAINS)}/"
    fillings = {name: chance.choice(choices) for name, choices in FILLINGS.items()}
    body = " ".join(chance.choice(group) for group in campaign.sentences).format(
        brand=brand, link=f"{site}daftar", link2=f"{site}m", handle=f"{plain}_cs", **fillings
    )
    first, last, number = chance.choice(FIRST_NAMES), chance.choice(LAST_NAMES), chance.randrange(10, 1000)
    return Advertisement(
        campaign=campaign.brand,
        name=brand if campaign.signs_as_brand and chance.random() < 0.7 else f"{first} {last}",
        email=f"{first}.{last}{number}@{chance.choice(DOMAINS)}".lower(),
        site=site if chance.random() < 0.6 else "",
        body=body,
        minute=campaign.begins + chance.random() * campaign.lasts,
        story=chance.randrange(1000),
        network=f"{plain} {chance.randrange(4)}",
        has_origin=chance.random() < 0.8,
        seconds=chance.randint(1, 6),
    )
