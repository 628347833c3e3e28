"""Pictures of the land: palms at dusk, a field of maize."""

import math

from .pictures_press import (
    HEIGHT,
    INDIGO,
    INK,
    KUNYIT,
    MENGKUDU,
    OCHRE,
    OLIVE,
    PAPER,
    SAND,
    WASH,
    WIDTH,
    curve,
    mix,
    turned,
)


def palm(sheet, x, foot, tall, ink, lean=0.0, light=None):
    """A lontar palm: a straight swollen trunk, a ball of stiff fans, a skirt of old leaves."""
    top = (x + lean, foot - tall)
    broad = tall * 0.024
    left = curve(
        (x - broad * 1.5, foot + 8), (x - broad * 0.7 + lean * 0.2, foot - tall * 0.5), (top[0] - broad * 0.8, top[1])
    )
    right = curve(
        (x + broad * 1.5, foot + 8), (x + broad * 0.9 + lean * 0.2, foot - tall * 0.5), (top[0] + broad * 0.8, top[1])
    )
    sheet.shape(left + right[::-1], ink)
    size = min(tall * 0.24, 118)
    for i in range(9):
        angle = math.radians(46 + i * 11)
        end = (top[0] + math.cos(angle) * size * 0.95, top[1] + math.sin(angle) * size)
        sheet.leaf(
            top, ((top[0] + end[0]) / 2, top[1] + size * 0.06), end, size * 0.15, mix(ink, OCHRE, 0.3) if light else ink
        )
    sheet.disc(top[0], top[1] - size * 0.16, size * 0.5, ink)
    if light:
        for i in range(-4, 5):
            sheet.leaf(
                (x + i * broad * 0.7, foot + 14), (x + i * broad, foot - 8), (x + i * broad * 1.5, foot - 18), 7, ink
            )
    fans = [
        (168, 1),
        (12, 1),
        (-166, 1.04),
        (-14, 1.04),
        (-134, 1.08),
        (-46, 1.08),
        (-108, 1.1),
        (-72, 1.1),
        (-90, 0.7),
    ]
    for i, (angle, reach) in enumerate(fans):
        _fan(
            sheet,
            top,
            angle + sheet.chance.uniform(-6, 6),
            size * reach,
            mix(ink, light, 0.05 + 0.1 * i) if light else ink,
        )


def _fan(sheet, start, degrees, size, ink):
    """One leaf: a stalk, and at its end a fan of pointed folds that reaches back to the crown."""
    angle = math.radians(degrees)
    heart = (start[0] + math.cos(angle) * size * 0.42, start[1] + math.sin(angle) * size * 0.42)
    sheet.stroke([start, heart], ink, max(1.2, size * 0.06))
    points, folds = [], 11
    for i in range(folds * 2 + 1):
        across = i / folds - 1
        turn = angle + math.radians(128 * across)
        reach = size * (0.72 - 0.3 * abs(across)) * (1 if i % 2 else 0.7)
        points.append((heart[0] + math.cos(turn) * reach, heart[1] + math.sin(turn) * reach))
    sheet.shape([heart, *points], ink)


def dusk(sheet):
    """Lontar palms on a hill while the sun goes down behind the far shore."""
    glow = mix(KUNYIT, PAPER, 0.25)
    sheet.sky(
        [
            mix(INDIGO, MENGKUDU, 0.12),
            mix(INDIGO, MENGKUDU, 0.4),
            mix(MENGKUDU, KUNYIT, 0.12),
            mix(MENGKUDU, KUNYIT, 0.46),
            mix(MENGKUDU, KUNYIT, 0.78),
            glow,
            mix(glow, PAPER, 0.4),
        ],
        690,
        feather=15,
    )
    sheet.disc(1040, 560, 172, mix(MENGKUDU, KUNYIT, 0.2))
    for i in range(5):
        sheet.box(846 - i * 8, 566 + i * 25, 1234 + i * 8, 570 + i * 28, mix(glow, PAPER, 0.1 + 0.06 * i))
    sheet.land(
        [(0, 620), (220, 574), (430, 610), (640, 652), (900, 660), (1230, 622), (1420, 590), (1600, 610)],
        mix(mix(MENGKUDU, INDIGO, 0.45), SAND, 0.42),
    )
    sheet.box(0, 664, WIDTH, 760, mix(mix(MENGKUDU, INDIGO, 0.6), SAND, 0.3))
    for _ in range(80):
        x, y = sheet.chance.gauss(1040, 120), sheet.chance.uniform(670, 742)
        sheet.box(x - 34, y, x + 34, y + 2.6, mix(KUNYIT, MENGKUDU, 0.2))
    sheet.land(
        [(0, 690), (260, 720), (520, 742), (860, 728), (1180, 690), (1600, 716)],
        mix(mix(INDIGO, MENGKUDU, 0.3), SAND, 0.14),
    )
    for x, tall in ((1180, 120), (1216, 150), (1260, 108), (1330, 140), (1372, 118)):
        palm(sheet, x, 700 - (1330 - x) * 0.02, tall, mix(mix(INDIGO, MENGKUDU, 0.25), INK, 0.15), 4)
    _roof(sheet, 1462, 706, 0.5)
    sheet.land([(0, 700), (230, 712), (480, 770), (780, 838), (1130, 812), (1600, 852)], mix(INDIGO, INK, 0.35))
    night = mix(INDIGO, INK, 0.62)
    for x, foot, tall, lean in ((530, 806, 400, 26), (716, 850, 290, -16), (104, 740, 470, -18)):
        palm(sheet, x, foot, tall, night, lean, mix(INDIGO, WASH, 0.12))
    palm(sheet, 312, 760, 590, mix(INDIGO, INK, 0.78), 34, mix(MENGKUDU, INDIGO, 0.3))
    sheet.land([(0, 842), (300, 862), (640, 938), (1010, 930), (1320, 968), (1600, 940)], mix(INDIGO, INK, 0.7))
    for _ in range(260):
        x = sheet.chance.uniform(0, WIDTH)
        foot = 900 + 80 * x / WIDTH + sheet.chance.uniform(-30, 150)
        tall = sheet.chance.uniform(20, 54)
        sheet.leaf(
            (x, foot),
            (x + 3, foot - tall * 0.6),
            (x + sheet.chance.uniform(4, 22), foot - tall),
            5,
            mix(mix(INDIGO, INK, 0.45), KUNYIT, sheet.chance.choice((0, 0, 0.06, 0.16))),
        )


def _roof(sheet, x, foot, size):
    """A house under one tall thatched roof, a lamp in its door."""
    dark = mix(INDIGO, INK, 0.45)
    sheet.shape(
        [(x + px * size, foot + py * size) for px, py in ((-120, -44), (-52, -190), (52, -190), (120, -44))], dark
    )
    sheet.box(x - 80 * size, foot - 52 * size, x + 80 * size, foot + 20 * size, mix(dark, INK, 0.3))
    sheet.box(x - 16 * size, foot - 34 * size, x + 16 * size, foot + 16 * size, KUNYIT)


def maize(sheet):
    """Rows of maize ripe for the harvest, running to the foot of the hills."""
    sheet.sky([mix(INDIGO, PAPER, p) for p in (0.52, 0.64, 0.76)] + [WASH, mix(KUNYIT, WASH, 0.55)], 450, feather=12)
    sheet.disc(1180, 236, 118, mix(KUNYIT, PAPER, 0.05))
    for x, y, long in ((140, 128, 380), (390, 158, 300), (900, 250, 330)):
        for i in range(3):
            sheet.box(x + i * 44, y + i * 14, x + long - i * 31, y + i * 14 + 7, mix(PAPER, INDIGO, 0.08))
    sheet.land(
        [(0, 330), (210, 250), (400, 322), (640, 384), (860, 330), (1080, 372), (1330, 288), (1600, 340)],
        mix(INDIGO, WASH, 0.5),
    )
    sheet.land([(0, 396), (260, 350), (520, 412), (900, 424), (1220, 376), (1600, 400)], mix(OLIVE, INDIGO, 0.3))
    for i, x in enumerate((90, 150, 196, 1360, 1418, 1502)):
        palm(sheet, x, 402 - (i == 5) * 8, 120 + (i * 37) % 60, mix(INDIGO, INK, 0.2), 3)
    _field(sheet)


def _field(sheet):
    """Rows that meet beyond the horizon, and plants along them, the far ones first."""
    horizon, vanish = 430, (720, 318)
    straw = mix(KUNYIT, SAND, 0.35)
    sheet.land(
        [(0, horizon + 4), (400, horizon - 4), (800, horizon + 6), (1200, horizon - 3), (1600, horizon + 4)], straw
    )
    earth = mix(MENGKUDU, OCHRE, 0.5)
    rows = range(-8, 9)

    def at(row, y):
        """Where a row lies, at this height on the sheet."""
        return vanish[0] + row * 480 * (y - vanish[1]) / (HEIGHT - vanish[1]), y

    for row in rows:
        for left, right, ink in ((-0.3, 0.3, mix(earth, SAND, 0.3)), (-0.3, -0.06, mix(earth, SAND, 0.2))):
            near = HEIGHT + 20
            sheet.shape(
                [at(row + left, horizon), at(row + left, near), at(row + right, near), at(row + right, horizon)], ink
            )
    y = horizon + 5.0
    while y < HEIGHT + 190:
        size = (y - vanish[1]) / (HEIGHT - vanish[1])
        far = max(0.0, 1 - size * 1.5)
        for row in rows:
            x, foot = at(row + 0.5, y + sheet.chance.uniform(-6, 6) * size)
            if -200 < x < WIDTH + 200:
                _plant(sheet, x, foot, 300 * size * sheet.chance.uniform(0.93, 1.07), far)
        y += 11 + 190 * size**1.6


def _plant(sheet, x, foot, tall, far):
    """One plant: stalk, arching leaves, cobs in their husks, a tassel."""
    stem = mix(mix(OLIVE, INK, 0.12), mix(OLIVE, KUNYIT, 0.5), far)
    pale = mix(mix(OLIVE, KUNYIT, 0.42), mix(KUNYIT, SAND, 0.3), far * 0.6)
    head = (x + sheet.chance.uniform(-0.03, 0.03) * tall, foot - tall)
    if tall < 130:
        _tuft(sheet, x, foot, tall, stem, mix(stem, pale, 0.55))
        return
    _tuft(sheet, x, foot, tall * 0.58, mix(stem, pale, 0.3), mix(stem, pale, 0.6), cob=False)
    sheet.stroke([(x, foot), head], stem, max(1.2, tall * 0.026))
    blades = 6
    for i in range(blades):
        side = 1 if i % 2 else -1
        rise = 0.1 + 0.74 * i / blades
        start = (x + (head[0] - x) * rise, foot - tall * rise)
        reach = tall * (0.4 - 0.16 * rise) * sheet.chance.uniform(0.85, 1.12)
        bend = (start[0] + side * reach * 0.5, start[1] - tall * sheet.chance.uniform(0.2, 0.34))
        end = (start[0] + side * reach, start[1] + tall * sheet.chance.uniform(-0.1, 0.1))
        sheet.leaf(start, bend, end, max(2.4, tall * 0.075), stem if (i // 2 + i) % 2 else pale)
    for side, rise in ((1, 0.5), (-1, 0.38)):
        start = (x + side * tall * 0.012, foot - tall * rise)
        cob = [(0, 0), (0.05, -0.06), (0.048, -0.15), (0, -0.22), (-0.046, -0.14), (-0.04, -0.04)]
        husk = [(0, 0.014), (0.056, -0.05), (0.044, -0.12), (0.01, -0.07), (-0.03, -0.115), (-0.05, -0.03)]
        for points, ink in ((cob, KUNYIT), (husk, stem)):
            sheet.shape(
                turned([(start[0] + px * tall, start[1] + py * tall) for px, py in points], start, side * 24), ink
            )
    for angle in (-38, -14, 10, 34):
        tip = turned([(head[0], head[1] - tall * 0.14)], head, angle)[0]
        sheet.leaf(head, ((head[0] + tip[0]) / 2, tip[1]), tip, max(1.4, tall * 0.022), mix(KUNYIT, MENGKUDU, 0.24))


def _tuft(sheet, x, foot, tall, dark, light, cob=True):
    """A plant too far to count its leaves: one bush of points, light on the side of the sun, a spark of a cob."""
    for ink, spread, shift in ((dark, 0.38, 0.0), (light, 0.22, 0.1)):
        points = [(x - spread * 0.3 * tall, foot)]
        for across, rise in (
            (-1, 0.52),
            (-0.62, 0.4),
            (-0.55, 0.8),
            (-0.2, 0.6),
            (0, 1),
            (0.22, 0.6),
            (0.55, 0.8),
            (0.62, 0.4),
            (1, 0.5),
        ):
            points.append(
                (
                    x + (across * spread + shift) * tall,
                    foot - rise * tall * sheet.chance.uniform(0.92, 1.06) * (1 - shift),
                )
            )
        sheet.shape([*points, (x + spread * 0.3 * tall, foot)], ink)
    if cob and sheet.chance.random() < 0.6:
        sheet.disc(x + tall * 0.06, foot - tall * 0.42, tall * 0.05, KUNYIT, 2.1)
