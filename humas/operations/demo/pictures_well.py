"""Cattle waiting for the vet, and a village tap under a banyan."""

from .pictures_hall import hair
from .pictures_land import palm
from .pictures_press import (
    CLOTH,
    INDIGO,
    INK,
    KUNYIT,
    MENGKUDU,
    OCHRE,
    OLIVE,
    PAPER,
    SAND,
    SKIN,
    WASH,
    WIDTH,
    curve,
    mix,
)
from .pictures_village import mother


def cattle(sheet):
    """Two head of cattle in a wooden pen, a vet with a syringe, a farmer, a box of ice."""
    sheet.sky([mix(INDIGO, PAPER, p) for p in (0.58, 0.7, 0.82)] + [WASH, mix(KUNYIT, WASH, 0.55)], 540, 12)
    sheet.disc(270, 226, 110, mix(KUNYIT, PAPER, 0.08))
    sheet.land([(0, 470), (300, 382), (560, 452), (860, 398), (1180, 470), (1600, 372)], mix(INDIGO, WASH, 0.5))
    sheet.land([(0, 552), (420, 500), (880, 556), (1260, 512), (1600, 540)], mix(OLIVE, KUNYIT, 0.22))
    for x, tall in ((96, 230), (168, 280), (1180, 210), (1490, 300)):
        palm(sheet, x, 560, tall, mix(OLIVE, INDIGO, 0.55), 5)
    sheet.land([(0, 640), (500, 622), (1000, 640), (1600, 620)], mix(KUNYIT, SAND, 0.45))
    for i, y in enumerate((760, 880, 990)):
        sheet.woven(y, mix(mix(KUNYIT, SAND, 0.5), OCHRE, 0.12 + i * 0.12), 8, 6, 700, i)
    _rails(sheet, 560, 1560, 520, 800, 5)
    _cow(sheet, 1290, 850, 0.94, mix(OCHRE, INK, 0.1), -1)
    _cow(sheet, 880, 884, 1.16, mix(MENGKUDU, OCHRE, 0.45), 1)
    _person(sheet, 520, 900, 1.12, PAPER, arm=True)
    _person(sheet, 1160, 934, 1.1, mix(INDIGO, PAPER, 0.2), hat=True)
    _rails(sheet, 600, 1560, 800, 950, 4)
    _ice_box(sheet, 300, 930)
    for _ in range(160):
        x, foot = sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(950, 1080)
        tall = sheet.chance.uniform(18, 44)
        tip = (x + sheet.chance.uniform(-10, 18), foot - tall)
        sheet.leaf((x, foot), (x + 2, foot - tall * 0.6), tip, 5, mix(OLIVE, KUNYIT, sheet.chance.uniform(0.1, 0.6)))


def _rails(sheet, left, right, top, bottom, posts):
    wood = mix(OCHRE, INK, 0.38)
    for i in range(3):
        y = top + 24 + (bottom - top - 40) * i / 3
        sheet.shape([(left, y), (right, y - 8), (right, y + 8), (left, y + 16)], mix(wood, SAND, 0.15 * i))
    for i in range(posts):
        x = left + 16 + (right - left - 32) * i / (posts - 1)
        sheet.shape([(x - 11, top), (x + 11, top - 4), (x + 13, bottom), (x - 13, bottom)], wood)


def _cow(sheet, x, foot, size, hide, way):
    """One of the island's red cattle, from the side; `way` is 1 when it looks to the left."""

    def part(points, ink):
        sheet.shape([(x - way * px * size, foot + py * size) for px, py in points], ink)

    dark = mix(hide, INK, 0.35)
    for px in (-108, 96):
        part([(px, -130), (px + 30, -130), (px + 24, 0), (px + 4, 0)], dark)
    part([(-150, -236), (-164, -226), (-176, -120), (-166, -84), (-160, -120), (-146, -200)], dark)
    part([(-158, -92), (-180, -66), (-166, -44), (-152, -66)], INK)
    back = curve((-152, -214), (-40, -268), (110, -250))
    part([*back, (150, -190), (128, -112), (40, -92), (-60, -92), (-128, -112), (-156, -160)], hide)
    for px in (-138, 70):
        part([(px, -140), (px + 38, -140), (px + 30, 0), (px + 6, 0)], hide)
        part([(px + 6, -60), (px + 30, -60), (px + 30, 0), (px + 6, 0)], PAPER)
    part([(96, -248), (170, -288), (206, -250), (176, -176), (132, -150)], hide)
    part([(166, -296), (208, -300), (262, -222), (258, -196), (230, -190), (178, -230)], hide)
    part([(240, -238), (262, -222), (258, -196), (234, -192)], mix(hide, PAPER, 0.55))
    part([(168, -296), (146, -316), (130, -300), (160, -276)], dark)
    part(
        [*curve((172, -296), (160, -330), (196, -350)), *curve((196, -350), (182, -322), (196, -300))],
        mix(SAND, PAPER, 0.4),
    )
    part([(158, -290), (150, -262), (162, -262)], KUNYIT)
    sheet.disc(x - way * 204 * size, foot - 262 * size, 6 * size, INK)
    part([(-60, -92), (-30, -92), (-36, -70), (-54, -70)], mix(hide, PAPER, 0.4))


def _person(sheet, x, foot, size, coat, arm=False, hat=False):
    """Somebody standing, facing us, in trousers; with an arm stretched out holding a syringe, or in a palm hat."""

    def part(points, ink):
        sheet.shape([(x + px * size, foot + py * size) for px, py in points], ink)

    for side in (-1, 1):
        part([(side * 6, -150), (side * 40, -150), (side * 36, 0), (side * 10, 0)], mix(INDIGO, INK, 0.5))
        part([(side * 8, -26), (side * 40, -26), (side * 44, 6), (side * 8, 6)], INK)
    part([(-48, -138), (-52, -248), (-30, -274), (30, -274), (52, -248), (48, -138)], coat)
    part([(-44, -140), (44, -140), (46, -84), (-46, -84)], coat)
    part([(-10, -274), (10, -274), (0, -244)], SKIN)
    if not arm:
        part([(-38, -264), (-12, -276), (44, -150), (18, -140)], mix(MENGKUDU, PAPER, 0.08))
    part([(-48, -258), (-66, -236), (-74, -160), (-58, -154), (-46, -210)], mix(coat, INK, 0.12))
    sheet.disc(x - 66 * size, foot - 152 * size, 11 * size, SKIN)
    if arm:
        part([(46, -260), (64, -246), (134, -224), (140, -204), (128, -200), (50, -220)], mix(coat, INK, 0.12))
        sheet.disc(x + 140 * size, foot - 212 * size, 12 * size, SKIN)
        part([(140, -232), (196, -246), (200, -230), (146, -214)], mix(INDIGO, PAPER, 0.55))
        part([(198, -240), (230, -248), (231, -245), (199, -235)], INK)
    else:
        part([(48, -258), (66, -236), (74, -160), (58, -154), (46, -210)], mix(coat, INK, 0.12))
        sheet.disc(x + 66 * size, foot - 152 * size, 11 * size, SKIN)
    sheet.disc(x, foot - 304 * size, 28 * size, SKIN, 1.16)
    hair(sheet, x, foot - 305 * size, 30 * size)
    if hat:
        part([(-56, -318), (-20, -362), (20, -362), (56, -318), (0, -310)], mix(SAND, OCHRE, 0.3))
        part([(-26, -352), (-22, -362), (22, -362), (26, -352)], MENGKUDU)


def _ice_box(sheet, x, foot):
    sheet.box(x - 84, foot - 104, x + 84, foot, mix(INDIGO, PAPER, 0.18))
    sheet.box(x - 92, foot - 128, x + 92, foot - 100, PAPER)
    sheet.box(x - 84, foot - 34, x + 84, foot - 24, PAPER)
    sheet.lozenge(x, foot - 68, 56, 48, PAPER, 4)
    sheet.lozenge(x, foot - 68, 24, 20, MENGKUDU, 3)
    sheet.stroke([(x - 62, foot - 128), (x - 56, foot - 160), (x + 56, foot - 160), (x + 62, foot - 128)], INK, 6)


def tap(sheet):
    """Water running from a village tap under a banyan, cans and buckets waiting."""
    sheet.sky([mix(KUNYIT, PAPER, p) for p in (0.92, 0.82, 0.7)] + [mix(KUNYIT, WASH, 0.5)], 560, 12)
    sheet.land([(0, 430), (260, 330), (620, 400), (980, 300), (1300, 360), (1600, 270)], mix(INDIGO, WASH, 0.55))
    sheet.land([(0, 560), (400, 500), (820, 540), (1200, 430), (1600, 380)], mix(OLIVE, SAND, 0.34))
    for x, foot, size in (
        (880, 560, 0.6),
        (1080, 510, 0.62),
        (1290, 466, 0.66),
        (1490, 446, 0.7),
        (1180, 620, 0.84),
        (1440, 590, 0.9),
    ):
        _house(sheet, x, foot, size)
    for x, foot, tall in ((980, 540, 190), (1370, 474, 220), (1570, 560, 260)):
        palm(sheet, x, foot, tall, mix(OLIVE, INDIGO, 0.5), 6)
    sheet.land([(0, 720), (500, 690), (1000, 712), (1600, 680)], mix(SAND, OCHRE, 0.18))
    for i, y in enumerate((810, 910, 1000)):
        sheet.woven(y, mix(SAND, mix(OCHRE, MENGKUDU, 0.3), 0.2 + i * 0.1), 7, 5, 820, i)
    _banyan(sheet, 290, 790)
    _standpipe(sheet, 770, 880)
    for x, foot, size in ((640, 944, 1.0), (540, 970, 1.05), (950, 976, 1.05)):
        _can(sheet, x, foot, size)
    mother(sheet, 1120, 960, 1.16, MENGKUDU, facing=True)
    mother(sheet, 1330, 984, 1.2, mix(INDIGO, PAPER, 0.3))
    mother(sheet, 1480, 990, 0.72, KUNYIT, facing=True)
    for x, foot, size in ((1212, 976, 1.0), (1410, 1000, 0.9), (1548, 1000, 0.7)):
        _bucket(sheet, x, foot, size)


def _house(sheet, x, foot, size):
    sheet.box(x - 60 * size, foot - 90 * size, x + 60 * size, foot, PAPER)
    sheet.box(x - 60 * size, foot - 24 * size, x + 60 * size, foot, mix(INDIGO, PAPER, 0.5))
    sheet.shape(
        [
            (x - 84 * size, foot - 84 * size),
            (x - 44 * size, foot - 150 * size),
            (x + 44 * size, foot - 150 * size),
            (x + 84 * size, foot - 84 * size),
        ],
        MENGKUDU,
    )
    sheet.box(x - 14 * size, foot - 62 * size, x + 14 * size, foot, mix(OCHRE, INK, 0.3))


def _banyan(sheet, x, foot):
    """A broad crown, a trunk of many stems, and roots that hang from the branches."""
    bark = mix(OCHRE, INK, 0.55)
    for lean in (-74, -40, -10, 26, 62):
        spread = curve((x + lean * 0.5, foot - 560), (x + lean * 0.6, foot - 180), (x + lean * 1.7, foot + 24))
        other = curve(
            (x + lean * 1.7 + 44, foot + 24), (x + lean * 0.6 + 34, foot - 180), (x + lean * 0.5 + 30, foot - 560)
        )
        sheet.shape(spread + other, mix(bark, OLIVE, 0.06 * abs(lean) / 20))
    for _ in range(34):
        px = x + sheet.chance.uniform(-330, 360)
        sheet.stroke(
            [(px, 250), (px + sheet.chance.uniform(-8, 8), sheet.chance.uniform(470, 640))], mix(bark, SAND, 0.2), 3
        )
    for ink, reach, count in (
        (mix(OLIVE, INK, 0.45), 1.0, 26),
        (mix(OLIVE, INK, 0.2), 0.86, 24),
        (mix(OLIVE, KUNYIT, 0.25), 0.66, 16),
    ):
        for _ in range(count):
            px, py = x + 20 + sheet.chance.gauss(0, 170) * reach, 210 + sheet.chance.gauss(0, 62) * reach
            sheet.disc(px, py - (1 - reach) * 80, sheet.chance.uniform(54, 96) * reach, ink, 0.72)


def _standpipe(sheet, x, foot):
    """A pillar with a cloth's pattern on it, the tap, the stream of water, a can beneath."""
    sheet.shape(
        [(x - 150, foot + 20), (x + 210, foot + 20), (x + 240, foot + 64), (x - 180, foot + 64)], mix(INDIGO, SAND, 0.7)
    )
    sheet.box(x - 56, foot - 300, x + 56, foot + 30, PAPER)
    sheet.box(x - 70, foot - 322, x + 70, foot - 296, MENGKUDU)
    sheet.ikat(x - 56, foot - 200, x + 56, foot - 120, CLOTH, 56)
    sheet.box(x + 56, foot - 250, x + 128, foot - 234, mix(INDIGO, INK, 0.3))
    sheet.box(x + 112, foot - 250, x + 130, foot - 206, mix(INDIGO, INK, 0.3))
    sheet.box(x + 84, foot - 276, x + 92, foot - 250, INK)
    sheet.box(x + 70, foot - 282, x + 106, foot - 272, MENGKUDU)
    sheet.shape(
        [(x + 115, foot - 206), (x + 127, foot - 206), (x + 131, foot - 76), (x + 111, foot - 76)],
        mix(INDIGO, PAPER, 0.6),
    )
    sheet.box(x + 118, foot - 206, x + 122, foot - 76, PAPER)
    _can(sheet, x + 121, foot + 40, 1.0)
    for _ in range(12):
        sheet.disc(
            x + 121 + sheet.chance.gauss(0, 20),
            foot - 82 + sheet.chance.uniform(-22, 8),
            sheet.chance.uniform(2, 4),
            mix(INDIGO, PAPER, 0.7),
        )


def _can(sheet, x, foot, size):
    def part(points, ink):
        sheet.shape([(x + px * size, foot + py * size) for px, py in points], ink)

    part([(-44, 0), (-44, -86), (-30, -104), (44, -104), (44, 0)], KUNYIT)
    part([(30, 0), (44, 0), (44, -104), (30, -104)], mix(KUNYIT, OCHRE, 0.4))
    part(
        [(-26, -104), (-22, -122), (30, -122), (34, -104), (24, -104), (20, -114), (-12, -114), (-14, -104)],
        mix(KUNYIT, OCHRE, 0.5),
    )
    part([(-44, -86), (-30, -104), (-18, -104), (-18, -112), (-40, -112), (-50, -94)], INK)
    part([(-30, -70), (18, -70), (18, -62), (-30, -62)], mix(KUNYIT, OCHRE, 0.4))
    part([(-30, -40), (18, -40), (18, -32), (-30, -32)], mix(KUNYIT, OCHRE, 0.4))


def _bucket(sheet, x, foot, size):
    sheet.stroke([(x - 38 * size, foot - 72 * size), (x, foot - 122 * size), (x + 38 * size, foot - 72 * size)], INK, 3)
    sheet.shape(
        [
            (x - 42 * size, foot - 76 * size),
            (x + 42 * size, foot - 76 * size),
            (x + 30 * size, foot),
            (x - 30 * size, foot),
        ],
        INDIGO,
    )
    sheet.disc(x, foot - 76 * size, 42 * size, mix(INDIGO, PAPER, 0.6), 0.24)
