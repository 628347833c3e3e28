"""Pictures of a village: weighing day at the posyandu."""

from .pictures_hall import hair
from .pictures_land import palm
from .pictures_press import (
    CLOTH,
    INDIGO,
    INK,
    KUNYIT,
    MENGKUDU,
    NIGHT_CLOTH,
    OCHRE,
    OLIVE,
    PAPER,
    SAND,
    SKIN,
    WASH,
    curve,
    mix,
)


def posyandu(sheet):
    """A village house on weighing day: the hanging scale, a sling of cloth, a palm for shade."""
    sheet.sky([mix(KUNYIT, PAPER, p) for p in (0.9, 0.78, 0.64)] + [mix(KUNYIT, WASH, 0.45)], 610, feather=12)
    sheet.disc(214, 214, 112, mix(MENGKUDU, KUNYIT, 0.42))
    sheet.land([(0, 520), (240, 432), (520, 512), (820, 450), (1180, 528), (1600, 440)], mix(INDIGO, WASH, 0.52))
    sheet.land([(0, 600), (320, 560), (700, 604), (1100, 566), (1600, 590)], mix(OLIVE, SAND, 0.3))
    for x, tall in ((40, 210), (112, 262), (800, 190), (858, 150)):
        palm(sheet, x, 612, tall, mix(OLIVE, INDIGO, 0.55), 5)
    _house(sheet)
    sheet.land([(0, 800), (400, 790), (800, 806), (1200, 798), (1600, 808)], mix(SAND, OCHRE, 0.16))
    for i, y in enumerate((868, 946, 1020)):
        sheet.woven(y, mix(SAND, mix(OCHRE, MENGKUDU, 0.3), 0.24 + i * 0.1), 7, 5, 800, i)
    _scale(sheet)
    for x, foot, size, blouse in (
        (150, 912, 1.02, PAPER),
        (264, 884, 0.94, mix(INDIGO, PAPER, 0.4)),
        (764, 896, 0.98, MENGKUDU),
    ):
        mother(sheet, x, foot, size, blouse)
    _table_of_books(sheet)
    for x, y, way in ((930, 960, 1), (1010, 996, -1), (540, 980, 1)):
        _hen(sheet, x, y, way)


def _table_of_books(sheet):
    """Where weights are written down: a table under a cloth, a book, a jar of mung beans; a cadre behind it."""
    mother(sheet, 1268, 880, 0.94, KUNYIT, facing=True)
    sheet.box(1110, 726, 1430, 742, mix(OCHRE, INK, 0.45))
    sheet.shape([(1104, 734), (1436, 734), (1428, 826), (1112, 826)], PAPER)
    sheet.ikat(1110, 774, 1430, 818, NIGHT_CLOTH, 44)
    for x in (1126, 1400):
        sheet.box(x, 826, x + 14, 896, mix(OCHRE, INK, 0.5))
    sheet.shape([(1150, 728), (1164, 704), (1226, 704), (1222, 728)], mix(MENGKUDU, PAPER, 0.3))
    sheet.shape([(1372, 728), (1366, 690), (1408, 690), (1402, 728)], OLIVE)
    sheet.box(1364, 682, 1410, 692, MENGKUDU)


def _hen(sheet, x, y, way):
    def part(points, ink):
        sheet.shape([(x + way * px, y + py) for px, py in points], ink)

    part(
        [(-34, -46), (-20, -24), (14, -22), (22, -40), (34, -36), (24, -4), (2, 6), (-18, 2), (-30, -14)],
        mix(MENGKUDU, INK, 0.35),
    )
    part([(22, -40), (28, -52), (38, -46), (34, -36)], mix(MENGKUDU, INK, 0.35))
    part([(26, -52), (32, -60), (38, -50)], MENGKUDU)
    part([(37, -46), (46, -42), (36, -39)], KUNYIT)
    for leg in (-4, 8):
        sheet.box(x + way * leg - 1.5, y + 2, x + way * leg + 1.5, y + 20, OCHRE)


def _house(sheet):
    sheet.box(930, 520, 1520, 800, PAPER)
    sheet.box(930, 720, 1520, 800, mix(INDIGO, PAPER, 0.55))
    sheet.shape([(850, 530), (1010, 350), (1440, 350), (1600, 530)], MENGKUDU)
    for i in range(7):
        y = 374 + i * 25
        spread = (y - 350) * 0.89
        sheet.box(1010 - spread, y, 1440 + spread, y + 4, mix(MENGKUDU, INK, 0.25))
    sheet.box(850, 526, 1600, 538, mix(MENGKUDU, INK, 0.4))
    sheet.box(1010, 600, 1120, 800, mix(OCHRE, INK, 0.3))
    for left in (1190, 1360):
        sheet.box(left - 8, 602, left + 118, 716, mix(OCHRE, INK, 0.3))
        sheet.box(left, 610, left + 51, 708, mix(INDIGO, INK, 0.15))
        sheet.box(left + 59, 610, left + 110, 708, mix(INDIGO, INK, 0.15))
    sheet.ikat(930, 540, 1520, 582, CLOTH, 44)
    for x in (890, 1552):
        sheet.box(x - 9, 536, x + 9, 806, mix(OCHRE, INK, 0.45))
    sheet.box(880, 796, 1570, 818, mix(INDIGO, SAND, 0.6))


def _scale(sheet):
    """The steelyard on a beam between two posts, and the child's sling that hangs from it."""
    wood = mix(OCHRE, INK, 0.5)
    for x in (352, 652):
        sheet.shape([(x - 11, 300), (x + 11, 300), (x + 14, 880), (x - 14, 880)], wood)
    sheet.shape([(318, 292), (690, 288), (690, 312), (318, 316)], mix(wood, INK, 0.3))
    sheet.box(498, 300, 504, 372, INK)
    sheet.shape([(384, 384), (384, 376), (636, 366), (636, 376)], INDIGO)
    for i in range(10):
        x = 516 + i * 12
        sheet.box(x, 366 - i * 0.5, x + 2, 376 - i * 0.5, PAPER)
    sheet.disc(501, 374, 15, KUNYIT)
    sheet.box(500, 376, 505, 450, INK)
    sheet.disc(503, 448, 9, MENGKUDU)
    sheet.box(601, 372, 604, 404, INK)
    sheet.shape([(588, 404), (617, 404), (624, 450), (581, 450)], MENGKUDU)
    for end in (438, 568):
        sheet.stroke([(503, 448), (end, 584)], INK, 3)
    sheet.disc(500, 576, 37, SKIN, 1.04)
    for side in (-1, 1):
        sheet.disc(500 + side * 37, 580, 8, SKIN, 1.3)
        sheet.stroke(curve((500 + side * 8, 580), (500 + side * 14, 587), (500 + side * 21, 580), 6), INK, 3)
    sheet.shape(
        [
            (462, 570),
            (466, 548),
            (480, 536),
            (502, 531),
            (524, 538),
            (536, 552),
            (538, 570),
            (522, 556),
            (492, 554),
            (474, 560),
        ],
        INK,
    )
    rim = curve((432, 584), (503, 640), (574, 584))
    sheet.shape([*rim, *curve((574, 584), (588, 742), (503, 748)), *curve((503, 748), (418, 742), (432, 584))], INDIGO)
    for i, (x, y) in enumerate(((452, 656), (486, 676), (520, 676), (554, 656))):
        sheet.lozenge(x, y, 32, 58, KUNYIT if i % 2 else mix(MENGKUDU, KUNYIT, 0.2))
        sheet.lozenge(x, y, 14, 26, PAPER, 3)


def mother(sheet, x, foot, size, blouse=PAPER, facing=False):
    """A woman standing, seen from behind unless facing us, in a woven sarong, a scarf over one shoulder."""

    def part(points, ink):
        sheet.shape([(x + px * size, foot + py * size) for px, py in points], ink)

    for side in (-1, 1):
        part([(side * 12, -20), (side * 30, -20), (side * 30, 6), (side * 12, 6)], SKIN)
    part([(-44, -176), (44, -176), (56, -90), (50, -8), (-50, -8), (-56, -90)], mix(INDIGO, INK, 0.15))
    sheet.ikat(x - 54 * size, foot - 104 * size, x + 54 * size, foot - 56 * size, CLOTH, 36 * size)
    for side in (-1, 1):
        arm = [(30, -284), (52, -268), (70, -190), (62, -160), (46, -168), (44, -210)]
        part([(side * px, py) for px, py in arm], mix(blouse, INK, 0.12))
        sheet.disc(x + side * 56 * size, foot - 158 * size, 10 * size, SKIN)
    part([(-44, -172), (-36, -220), (-50, -266), (-28, -288), (28, -288), (50, -266), (36, -220), (44, -172)], blouse)
    part(
        [(-40, -282), (-16, -290), (44, -196), (44, -170), (34, -172)],
        mix(MENGKUDU if blouse != MENGKUDU else KUNYIT, PAPER, 0.08),
    )
    part([(-12, -308), (12, -308), (14, -284), (-14, -284)], SKIN)
    if facing:
        sheet.disc(x, foot - 326 * size, 29 * size, SKIN, 1.14)
        hair(sheet, x, foot - 328 * size, 31 * size)
        return
    sheet.disc(x, foot - 326 * size, 30 * size, INK, 1.12)
    sheet.disc(x, foot - 308 * size, 18 * size, mix(INK, SKIN, 0.14), 0.95)
    sheet.disc(x + 15 * size, foot - 322 * size, 6 * size, KUNYIT)
