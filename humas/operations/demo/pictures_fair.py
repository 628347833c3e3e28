"""A cheap market on a field."""

from .pictures_hall import hair
from .pictures_land import palm
from .pictures_press import (
    CLOTH,
    HEIGHT,
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
    WIDTH,
    mix,
)
from .pictures_village import mother


def fair(sheet):
    """Two striped tents with sacks of rice and bottles of oil; people queue with their baskets."""
    sheet.sky([mix(INDIGO, PAPER, p) for p in (0.6, 0.72, 0.84)] + [WASH, mix(KUNYIT, WASH, 0.5)], 560, 12)
    sheet.disc(1390, 190, 96, mix(KUNYIT, PAPER, 0.05))
    sheet.land([(0, 500), (260, 440), (560, 506), (900, 452), (1250, 512), (1600, 448)], mix(INDIGO, WASH, 0.5))
    sheet.land([(0, 580), (400, 556), (800, 580), (1200, 552), (1600, 572)], mix(OLIVE, SAND, 0.28))
    for x, tall in ((56, 250), (760, 300), (836, 240), (1548, 270)):
        palm(sheet, x, 590, tall, mix(OLIVE, INDIGO, 0.6), 6)
    sheet.box(0, 660, WIDTH, HEIGHT, mix(SAND, OCHRE, 0.14))
    for i, y in enumerate((650, 780, 900, 1000)):
        sheet.woven(y, mix(SAND, mix(OCHRE, MENGKUDU, 0.3), 0.12 + i * 0.09), 7, 5, 760, i)
    _tent(sheet, 110, 740, MENGKUDU, CLOTH)
    _tent(sheet, 880, 1510, INDIGO, NIGHT_CLOTH)
    _rice(sheet, 110, 740)
    _oil(sheet, 880, 1510)
    for x, foot, size, blouse in (
        (150, 1040, 1.06, PAPER),
        (590, 1050, 1.08, KUNYIT),
        (800, 1022, 1.0, MENGKUDU),
        (1000, 1046, 1.06, mix(OLIVE, PAPER, 0.2)),
        (1440, 1052, 1.08, mix(MENGKUDU, PAPER, 0.3)),
    ):
        mother(sheet, x, foot, size, blouse)
        _basket(sheet, x + 76 * size, foot - 116 * size, size)


def _tent(sheet, left, right, ink, cloth):
    """A roof of stripes on four poles, its fringe woven."""
    for x in (left + 14, right - 14):
        sheet.box(x - 7, 420, x + 7, 880, mix(OCHRE, INK, 0.45))
    middle, count = (left + right) / 2, 9
    for i in range(count):
        a, b = (left + (right - left) * (i + n) / count for n in (0, 1))
        top = [middle + (x - middle) * 0.5 for x in (b, a)]
        sheet.shape([(a, 440), (b, 440), (top[0], 318), (top[1], 318)], PAPER if i % 2 else ink)
    sheet.ikat(left - 4, 440, right + 4, 492, cloth, 46)


def _table(sheet, left, right, ink):
    for x, coat in ((left + 150, KUNYIT), (right - 170, PAPER)):
        _seller(sheet, x, 736, coat)
    sheet.box(left + 26, 728, right - 26, 746, mix(OCHRE, INK, 0.4))
    sheet.box(left + 36, 746, right - 36, 850, ink)


def _seller(sheet, x, foot, coat):
    """Somebody behind a table, facing us."""
    body = [(-46, 0), (-50, -76), (-30, -104), (30, -104), (50, -76), (46, 0)]
    sheet.shape([(x + px, foot + py) for px, py in body], coat)
    sheet.shape([(x - 9, foot - 104), (x + 9, foot - 104), (x, foot - 76)], SKIN)
    sheet.disc(x, foot - 132, 25, SKIN, 1.16)
    hair(sheet, x, foot - 133, 27)


def _rice(sheet, left, right):
    """Sacks on and before the table, and the scale."""
    _table(sheet, left, right, mix(MENGKUDU, PAPER, 0.12))
    for x, y in ((left + 60, 728), (left + 250, 728), (left + 330, 728)):
        _sack(sheet, x, y, 0.72)
    x = right - 90
    sheet.box(x - 34, 714, x + 34, 728, INDIGO)
    sheet.box(x - 4, 662, x + 4, 714, INDIGO)
    sheet.disc(x, 650, 30, PAPER)
    sheet.disc(x, 650, 4, INK)
    sheet.stroke([(x, 650), (x + 13, 632)], MENGKUDU, 4)
    sheet.shape([(x - 46, 612), (x + 46, 612), (x + 32, 624), (x - 32, 624)], INDIGO)
    for i in range(4):
        _sack(sheet, left + 100 + i * 128, 872 - (i % 2) * 6, 1.0)


def _sack(sheet, x, foot, size):
    points = [
        (-44, 0),
        (-52, -50),
        (-40, -104),
        (-26, -112),
        (-34, -128),
        (34, -128),
        (26, -112),
        (40, -104),
        (52, -50),
        (44, 0),
    ]
    sheet.shape([(x + px * size, foot + py * size) for px, py in points], mix(PAPER, SAND, 0.5))
    sheet.box(x - 28 * size, foot - 114 * size, x + 28 * size, foot - 108 * size, mix(OCHRE, INK, 0.2))
    sheet.lozenge(x, foot - 54 * size, 54 * size, 48 * size, MENGKUDU, 4)
    sheet.lozenge(x, foot - 54 * size, 24 * size, 20 * size, PAPER, 3)


def _oil(sheet, left, right):
    """Bottles of oil in rows, trays of eggs, sugar in bags."""
    _table(sheet, left, right, mix(INDIGO, PAPER, 0.16))
    for i in range(6):
        x = left + 250 + i * 34
        sheet.box(x - 11, 676, x + 11, 728, KUNYIT)
        sheet.box(x - 5, 660, x + 5, 678, mix(KUNYIT, PAPER, 0.4))
        sheet.box(x - 6, 654, x + 6, 662, MENGKUDU)
    for row in range(3):
        for i in range(5 - row):
            sheet.disc(left + 60 + i * 24 + row * 12, 716 - row * 22, 11, mix(SAND, OCHRE, 0.25 + row * 0.1), 1.2)
    for i in range(3):
        _sack(sheet, right - 76 - i * 4, 728 - i * 2, 0.5)
    for i in range(3):
        _sack(sheet, left + 140 + i * 170, 876, 0.9)


def _basket(sheet, x, y, size):
    """A palm-leaf basket hanging from a hand."""
    sheet.stroke(
        [
            (x - 26 * size, y + 2),
            (x - 18 * size, y - 46 * size),
            (x + 18 * size, y - 46 * size),
            (x + 26 * size, y + 2),
        ],
        mix(OCHRE, INK, 0.3),
        4,
    )
    sheet.shape(
        [(x - 36 * size, y), (x + 36 * size, y), (x + 28 * size, y + 52 * size), (x - 28 * size, y + 52 * size)],
        mix(SAND, OCHRE, 0.4),
    )
    for i in range(4):
        sheet.box(
            x - 34 * size + i * 2,
            y + (8 + i * 12) * size,
            x + 34 * size - i * 2,
            y + (11 + i * 12) * size,
            mix(OCHRE, INK, 0.15),
        )
