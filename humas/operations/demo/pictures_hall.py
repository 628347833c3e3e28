"""Pictures of a meeting hall, on the first evening and on the last day."""

import math

from .pictures_press import (
    CLOTH,
    HEIGHT,
    INDIGO,
    INK,
    KUNYIT,
    MENGKUDU,
    NIGHT_CLOTH,
    OCHRE,
    PAPER,
    SAND,
    SKIN,
    WIDTH,
    curve,
    mix,
)


def opening(sheet):
    """A meeting hall in the evening: a speaker at the stand, three at the table, the rows seen from behind."""
    _room(sheet, sky=mix(INDIGO, INK, 0.25), light=mix(KUNYIT, PAPER, 0.55))
    _table(sheet)
    _speaker(sheet, 1030, 648)
    _rows(sheet)


def closing(sheet):
    """The same hall by day: nine heads of sub-districts on the stage, each with a sheet of paper."""
    _room(sheet, sky=mix(INDIGO, PAPER, 0.68), light=KUNYIT)
    coats = (MENGKUDU, mix(KUNYIT, OCHRE, 0.25), PAPER, mix(SAND, OCHRE, 0.3), mix(INDIGO, PAPER, 0.45))
    for i in range(9):
        _signer(sheet, 424 + i * 94, 648, coats[i * 3 % 5], veiled=i in (2, 6))
    _rows(sheet)


def _room(sheet, sky, light):
    """The walls with their cloths, two windows on this sky, the stage, the lamps."""
    sheet.box(0, 0, WIDTH, HEIGHT, mix(SAND, PAPER, 0.35))
    sheet.box(0, 0, WIDTH, 96, mix(OCHRE, INK, 0.45))
    for i in range(9):
        x, lean = i * 200, (800 - i * 200) * 0.06
        beam = [(x - 20, 0), (x + 20, 0), (x + 20 + lean, 96), (x - 20 + lean, 96)]
        sheet.shape(beam, mix(OCHRE, INK, 0.62))
    sheet.ikat(0, 104, WIDTH, 262, CLOTH, 132)
    for left in (60, 1330):
        _window(sheet, left, 320, left + 210, 640, sky, light)
    sheet.box(360, 300, 1240, 660, mix(INDIGO, INK, 0.12))
    for i in range(22):
        x = 360 + i * 40
        sheet.shape([(x, 300), (x + 17, 300), (x + 13, 660), (x + 4, 660)], mix(INDIGO, PAPER, 0.08))
    sheet.ikat(360, 300, 1240, 336, NIGHT_CLOTH, 46)
    sheet.box(0, 656, WIDTH, HEIGHT, mix(OCHRE, SAND, 0.36))
    sheet.box(300, 642, 1300, 690, mix(MENGKUDU, INK, 0.32))
    sheet.box(300, 642, 1300, 652, mix(MENGKUDU, KUNYIT, 0.4))
    for x in (314, 1286):
        _lamp(sheet, x, 96, 250)


def _rows(sheet):
    for row, (base, size, count) in enumerate(((800, 0.62, 13), (905, 0.86, 10), (1052, 1.22, 7))):
        step = WIDTH / (count - 0.6)
        for i in range(count + 1):
            x = i * step - step * (0.3 if row % 2 else 0.0)
            _listener(sheet, x + sheet.chance.uniform(-8, 8), base + sheet.chance.uniform(-6, 6), size)


def _window(sheet, left, top, right, bottom, sky, light):
    sheet.box(left - 14, top - 14, right + 14, bottom + 14, mix(OCHRE, INK, 0.2))
    sheet.box(left, top, right, bottom, sky)
    tall = bottom - top
    sheet.box(left, top + tall * 0.5, right, bottom, mix(sky, INDIGO, 0.35))
    if left < 800:
        sheet.disc(left + (right - left) * 0.7, top + tall * 0.3, 30, light)
    line = [
        (left + (right - left) * t, bottom - tall * (0.26 + 0.1 * math.sin(t * 5 + left / 500)))
        for t in [i / 12 for i in range(13)]
    ]
    sheet.shape([(left, bottom), *line, (right, bottom)], mix(mix(sky, INDIGO, 0.6), INK, 0.15))
    middle = (left + right) / 2
    sheet.box(middle - 6, top, middle + 6, bottom, mix(OCHRE, INK, 0.2))
    sheet.box(left, top + tall * 0.5 - 5, right, top + tall * 0.5 + 5, mix(OCHRE, INK, 0.2))


def _signer(sheet, x, foot, coat, veiled):
    """Someone standing on the stage, facing us, a sheet of paper held before them."""

    def part(points, ink):
        sheet.shape([(x + px, foot + py) for px, py in points], ink)

    part([(-30, -116), (30, -116), (32, 0), (-32, 0)], mix(INDIGO, INK, 0.6))
    sheet.ikat(x - 33, foot - 58, x + 33, foot - 24, CLOTH, 33)
    part([(-34, -96), (-38, -176), (-28, -194), (28, -194), (38, -176), (34, -96)], coat)
    part([(-8, -194), (8, -194), (0, -170)], SKIN if veiled else mix(coat, INK, 0.4))
    if veiled:
        veil = [(-30, -176), (-29, -220), (-16, -246), (16, -246), (29, -220), (30, -176), (0, -164)]
        part(veil, mix(KUNYIT, PAPER, 0.3))
    sheet.disc(x, foot - 216, 19 if veiled else 22, SKIN, 1.16)
    if not veiled:
        hair(sheet, x, foot - 217, 23.5)
    for side in (-1, 1):
        arm = [(36, -178), (44, -170), (42, -118), (16, -108), (16, -122), (32, -130)]
        part([(side * px, py) for px, py in arm], mix(coat, INK, 0.14))
    part([(-17, -150), (17, -150), (17, -104), (-17, -104)], PAPER if coat != PAPER else mix(SAND, PAPER, 0.2))
    for top, end in ((-140, 11), (-130, 11), (-120, 4)):
        part([(-11, top), (end, top), (end, top + 2), (-11, top + 2)], mix(INDIGO, PAPER, 0.4))
    for side in (-1, 1):
        sheet.disc(x + side * 18, foot - 116, 6, SKIN)


def _table(sheet):
    """The table of those who answer, under a cloth; three of them behind it."""
    for x, coat in ((520, mix(KUNYIT, OCHRE, 0.4)), (640, MENGKUDU), (760, mix(SAND, OCHRE, 0.3))):
        sheet.shape([(x - 44, 588), (x - 36, 530), (x - 14, 514), (x + 14, 514), (x + 36, 530), (x + 44, 588)], coat)
        sheet.shape([(x - 8, 514), (x + 8, 514), (x, 542)], PAPER)
        sheet.disc(x, 488, 23, SKIN, 1.16)
        hair(sheet, x, 487, 24.5)
    sheet.box(448, 584, 832, 648, PAPER)
    sheet.ikat(448, 596, 832, 636, CLOTH, 42)
    for x in (520, 640, 760):
        sheet.box(x + 26, 566, x + 34, 584, mix(INDIGO, PAPER, 0.7))


def hair(sheet, x, y, radius):
    """Short hair on a head seen from the front: a cap above the brow."""
    arc = [
        (x + math.cos(t) * radius, y + math.sin(t) * radius * 1.2)
        for t in [math.pi * (0.97 + 1.06 * i / 20) for i in range(21)]
    ]
    brow = [
        (x + radius * 0.72, y - radius * 0.42),
        (x + radius * 0.1, y - radius * 0.62),
        (x - radius * 0.72, y - radius * 0.36),
    ]
    sheet.shape([*arc, *brow], INK)


def _speaker(sheet, x, foot):
    sheet.shape(
        [
            (x - 50, foot - 120),
            (x - 42, foot - 196),
            (x - 15, foot - 214),
            (x + 15, foot - 214),
            (x + 42, foot - 196),
            (x + 50, foot - 120),
        ],
        PAPER,
    )
    sheet.shape([(x - 30, foot - 208), (x - 16, foot - 214), (x + 32, foot - 120), (x + 6, foot - 120)], MENGKUDU)
    sheet.disc(x, foot - 244, 26, SKIN, 1.18)
    hair(sheet, x, foot - 246, 28)
    sheet.shape(
        [
            (x + 34, foot - 202),
            (x + 48, foot - 186),
            (x + 84, foot - 178),
            (x + 108, foot - 224),
            (x + 92, foot - 232),
            (x + 74, foot - 202),
            (x + 50, foot - 206),
        ],
        PAPER,
    )
    sheet.disc(x + 102, foot - 236, 11, SKIN, 1.3)
    sheet.shape([(x - 84, foot - 142), (x + 84, foot - 142), (x + 62, foot), (x - 62, foot)], mix(OCHRE, INK, 0.28))
    sheet.box(x - 92, foot - 152, x + 92, foot - 138, mix(OCHRE, INK, 0.55))
    sheet.lozenge(x, foot - 70, 84, 84, KUNYIT, 6)
    sheet.lozenge(x, foot - 70, 44, 44, MENGKUDU, 4)
    sheet.stroke(curve((x - 40, foot - 150), (x - 44, foot - 190), (x - 24, foot - 204)), INK, 3.4)
    sheet.disc(x - 22, foot - 206, 5.5, INK)


def _lamp(sheet, x, top, long):
    sheet.box(x - 2, top, x + 2, top + long, INK)
    sheet.shape(
        [(x - 12, top + long), (x + 12, top + long), (x + 52, top + long + 40), (x - 52, top + long + 40)],
        mix(OCHRE, INK, 0.55),
    )
    sheet.disc(x, top + long + 42, 20, mix(KUNYIT, PAPER, 0.5), 0.7)


def _listener(sheet, x, foot, size):
    """Someone seated, seen from behind: hair, shoulders, sometimes a scarf of ikat or a veil."""
    coat = sheet.chance.choice(
        (INDIGO, INDIGO, mix(INDIGO, INK, 0.5), mix(OCHRE, INK, 0.3), mix(MENGKUDU, INK, 0.25), mix(SAND, OCHRE, 0.35))
    )
    coat = mix(coat, INK, 0.18 * size)
    body = [(-92, 150), (-86, 34), (-66, 4), (-26, -10), (26, -10), (66, 4), (86, 34), (92, 150)]
    sheet.shape([(x + px * size, foot + py * size) for px, py in body], coat)
    kind = sheet.chance.random()
    sheet.box(x - 15 * size, foot - 34 * size, x + 15 * size, foot - 4 * size, SKIN)
    if kind < 0.24:
        veil = sheet.chance.choice((mix(KUNYIT, PAPER, 0.3), PAPER, mix(MENGKUDU, PAPER, 0.25)))
        sheet.shape(
            [
                (x + px * size, foot + py * size)
                for px, py in (
                    (-62, 24),
                    (-46, -30),
                    (-42, -78),
                    (-22, -106),
                    (22, -106),
                    (42, -78),
                    (46, -30),
                    (62, 24),
                    (0, 44),
                )
            ],
            veil,
        )
        return
    sheet.disc(x, foot - 62 * size, 39 * size, INK, 1.14)
    for side in (-1, 1):
        sheet.disc(x + side * 39 * size, foot - 54 * size, 8 * size, SKIN, 1.4)
    if kind < 0.5:
        sheet.disc(x, foot - 46 * size, 21 * size, mix(INK, SKIN, 0.2), 0.9)
    elif kind < 0.72:
        sash = [(-60, 4), (-34, -8), (70, 150), (34, 150)]
        sheet.shape([(x + px * size, foot + py * size) for px, py in sash], mix(MENGKUDU, PAPER, 0.06))
        for i in range(5):
            t = i / 5 + 0.12
            sheet.lozenge(x + (-47 + 99 * t) * size, foot + (-2 + 152 * t) * size, 22 * size, 20 * size, KUNYIT, 3)
    sheet.box(x - 70 * size, foot + 66 * size, x + 70 * size, foot + 74 * size, mix(coat, INK, 0.4))
    sheet.shape(
        [(x + px * size, foot + py * size) for px, py in ((-74, 74), (74, 74), (80, 150), (-80, 150))],
        mix(OCHRE, INK, 0.5),
    )
