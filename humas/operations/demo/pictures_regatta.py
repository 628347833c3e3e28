"""A race of sailing boats in a bay."""

import math

from .pictures_press import INDIGO, INK, KUNYIT, MENGKUDU, OCHRE, PAPER, SAND, SKIN, WASH, WIDTH, curve, mix, turned


def regatta(sheet):
    """Five boats under full sail, leaning one way, a buoy before them."""
    sheet.sky([mix(INDIGO, PAPER, p) for p in (0.5, 0.62, 0.74, 0.86)] + [WASH, mix(KUNYIT, WASH, 0.6)], 520, 12)
    sheet.disc(330, 250, 104, mix(KUNYIT, PAPER, 0.1))
    for x, y, long in ((860, 118, 420), (1120, 150, 300), (80, 150, 240)):
        for i in range(3):
            sheet.box(x + i * 40, y + i * 14, x + long - i * 34, y + i * 14 + 7, mix(PAPER, INDIGO, 0.06))
    sheet.land(
        [(0, 500), (220, 452), (420, 486), (700, 500), (980, 440), (1210, 372), (1400, 420), (1600, 350)],
        mix(INDIGO, WASH, 0.5),
    )
    sheet.land([(0, 520), (300, 506), (640, 518), (1000, 492), (1300, 456), (1600, 436)], mix(INDIGO, WASH, 0.28))
    sheet.box(0, 520, WIDTH, 1067, mix(INDIGO, PAPER, 0.34))
    boats = (
        (1270, 600, 0.5, PAPER, INDIGO, 7),
        (960, 634, 0.6, KUNYIT, MENGKUDU, 9),
        (230, 672, 0.76, mix(INDIGO, PAPER, 0.25), PAPER, 8),
        (1130, 790, 1.06, MENGKUDU, KUNYIT, 11),
        (600, 900, 1.42, mix(KUNYIT, PAPER, 0.15), MENGKUDU, 10),
    )
    waves = ((566, 0.28), (612, 0.22), (652, 0.16), (752, 0.08), (856, 0.0))
    for (y, light), boat in zip(waves, boats, strict=True):
        sheet.woven(y, mix(mix(INDIGO, PAPER, light), INK, 0.06), 8, 7, 420, y / 90)
        _boat(sheet, *boat)
    _buoy(sheet, 1440, 930)
    sheet.woven(986, mix(INDIGO, INK, 0.22), 12, 12, 520, 2.1)
    for _ in range(90):
        x, y = sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(580, 1050)
        half = (y - 520) / 14
        sheet.box(x - half, y, x + half, y + 2.4, mix(PAPER, INDIGO, sheet.chance.uniform(0.1, 0.5)))


def _boat(sheet, x, y, size, sail, stripe, tilt):
    """A hull with its crew on the high side, and one tall sail with a woven stripe."""

    def part(points, ink):
        sheet.shape(turned([(x + px * size, y + py * size) for px, py in points], (x, y), tilt), ink)

    part([(-150, -36), (-110, -12), (96, -12), (152, -44), (112, 28), (-104, 28)], mix(INDIGO, INK, 0.55))
    part([(-150, -36), (-112, -14), (96, -14), (152, -44), (148, -34), (98, -2), (-114, -2)], stripe)
    part([(6, -14), (12, -14), (15, -372), (10, -372)], mix(OCHRE, INK, 0.5))
    leech = curve((14, -368), (190, -220), (150, -52))
    part([*leech, (16, -34)], sail)
    part([*curve((15, -240), (110, -190), (170, -136)), *curve((166, -104), (104, -150), (15, -206))], stripe)
    part([*curve((8, -340), (-92, -200), (-128, -34)), (4, -46)], mix(sail, PAPER, 0.4))
    for i, coat in enumerate((PAPER, MENGKUDU if stripe != MENGKUDU else KUNYIT, mix(SAND, OCHRE, 0.3))):
        px = -104 + i * 38
        part([(px - 14, -14), (px - 12, -46), (px + 12, -46), (px + 14, -14)], coat)
        head = turned([(x + px * size, y - 60 * size)], (x, y), tilt)[0]
        sheet.disc(*head, 13 * size, SKIN, 1.1)
        brim = [
            (head[0] + math.cos(t) * 15 * size, head[1] - 3 * size + math.sin(t) * 16 * size)
            for t in [math.pi * (1 + i / 8) for i in range(9)]
        ]
        sheet.shape(brim, INK)
    for i in range(4):
        foam = turned([(x + (124 - i * 66) * size, y + 30 * size)], (x, y), tilt * 0.3)[0]
        sheet.leaf(
            foam,
            (foam[0] - 40 * size, foam[1] - 12 * size),
            (foam[0] - 92 * size, foam[1] + 5 * size),
            13 * size,
            PAPER,
        )


def _buoy(sheet, x, y):
    sheet.shape([(x - 46, y), (x - 30, y - 70), (x + 30, y - 70), (x + 46, y)], MENGKUDU)
    sheet.shape([(x - 38, y - 34), (x - 34, y - 52), (x + 34, y - 52), (x + 38, y - 34)], PAPER)
    sheet.box(x - 4, y - 150, x + 4, y - 70, INK)
    sheet.shape([(x + 4, y - 150), (x + 62, y - 132), (x + 4, y - 112)], KUNYIT)
    sheet.disc(x, y + 2, 62, mix(INDIGO, INK, 0.22), 0.3)
