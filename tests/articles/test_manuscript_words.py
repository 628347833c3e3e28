"""Whatever stands around a text, reading it neither loses a word nor invents one."""

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.manuscript.parse import parse
from tests.articles.test_manuscript_files import words
from tests.examples import share_of

WORDS = """
    bupati camat warga desa jalan pasar puskesmas sekolah guru nelayan petani panen jagung Nusa Melira Wekarai Humas
    Loduwatu kapal perahu air hujan 42 2026 24/04 Rp1.500 Ba'a anak-anak *tebal* _miring_ “kutipan” "lurus" 🙏 #tanda
    (BPBD) s.d. Bagian Part II dan – - * _ form_aduan.pdf https://nusamelira.example/a_b Kontak: Foto: Nomor: habis
""".split()
sentence = st.builds(
    lambda first, rest, end: " ".join([first, *rest]) + end,
    st.sampled_from(["Bupati", "Warga", "“Kami", "KUPANG", "Senin", "3.870", "ia", "*Dua", "-", "1.", "a)", ">"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12),
    st.sampled_from([".", "?", ",”", ":", "", " (Humas)", ".”"]),
)
paragraph = st.lists(sentence, min_size=1, max_size=3).map(" ".join)
mark = st.sampled_from(
    ["", " (Part I)", " (Bagian 2)", " (2)", " – Bagian Ketiga", ": Bagian 4", " - habis", " (4-habis)", " Part III"]
)
dateline = st.sampled_from(
    [
        "",
        "Rote Ndao – ",
        "KUPANG, ",
        "Ba'a, Humas – ",
        "BAJAWA (Humas) - ",
        "*Kalorai, 24/4* – ",
        "Kupang,- ",
        "Bupati – ",
    ]
)
credit = st.sampled_from(
    [
        "",
        " (Humaspro Manggarai Barat)",
        "\n\n(Prokopim/ab)",
        " (*)",
        "\n[Humas]",
        "\nPenulis: Rina; Foto: Yosep",
        " (24/04)",
    ]
)
above = st.sampled_from(
    [
        "",
        "SIARAN PERS\nNomor: 480/12\n\n",
        "PEMERINTAH KABUPATEN X\nDINAS Y\nJl. Z Nomor 1\nKOTA\n\n",
        "Diteruskan\nSelamat malam, rekan-rekan. 🙏\n\n",
        "[24/04/19 19.20] Humas: ",
        "Bagian 2: ",
        "SIARAN PERS: ",
    ]
)
below = st.sampled_from(
    [
        "",
        "\n\nKontak:\n\nRina\n0811 (WA)\n",
        "\n\n#satu #dua 🙏",
        " 🙏 #tiga",
        "\n\n(habis)",
        "\n- bersambung -",
        "\n\nTinggalkan Balasan\nNama *",
        "\n\n###\n***",
        "\n\nFoto: Yosep",
        "\nDemikian, terima kasih. 🙏",
    ]
)
between = st.sampled_from(["\n\n", "\n", "\r\n\r\n", "\n\n---\n\n", "\n> ", "\n- ", "\n   ", "\n\n*"])


@st.composite
def manuscripts(draw):
    text = draw(above) + draw(paragraph).rstrip(".") + draw(mark) + draw(between) + draw(dateline)
    for _n in range(draw(st.integers(1, 4))):
        text += draw(paragraph) + draw(between)
    return text + draw(paragraph) + draw(credit) + draw(below)


def read_words(text):
    found = parse(text)
    html = " ".join(block.html for block in found.blocks)
    plain = unescape(re.sub(r"<[^>]*>", "", re.sub(r"</?(li|p)>", " ", html)))
    left_out = (one.text for one in found.left_out)
    items = [block.html.count("<li>") for block in found.blocks if block.kind == "ol"]
    return words(" ".join([found.headline, found.dateline, plain, found.credit, *left_out])), items


@settings(max_examples=share_of(400), deadline=None)
@given(manuscripts())
def test_reading_neither_loses_nor_invents_a_word(text):
    written = words(text)
    read, items = read_words(text)
    lost = written - read
    for count in items:  # the list counts by itself
        for n in range(1, count + 1):
            sign = str(n) if lost[str(n)] else "abcdefghij"[n - 1]
            lost[sign] -= 1
    assert +lost == {}
    assert read - written == {}


@settings(max_examples=share_of(300), deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u00ad\u200b\u2028\u2029"), max_size=200)
)
def test_reading_any_signs_loses_no_word(text):
    text = re.sub("(?m)^\\s*(?:\\d{1,3}|[a-z])[.)] ", "", text)
    read, _items = read_words(text)
    written = words(re.sub("[\u202a-\u202e\u2066-\u2069]", "", text))
    assert written - read == {}
    assert read - written == {}


@given(manuscripts())
@settings(max_examples=share_of(100), deadline=None)
def test_left_out_words_stand_in_the_text_as_typed(text):
    folded = " ".join(text.split())
    assert [one.text for one in parse(text).left_out if one.text not in folded] == []
