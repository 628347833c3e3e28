"""Pictures of the sea and what crosses it."""

import math

from .pictures_press import HEIGHT, INDIGO, INK, KUNYIT, MENGKUDU, PAPER, SAND, WASH, WIDTH, mix, turned


def _swell(sheet, base, height, length, ink, foam=None, lean=0.3, shift=0.0):
    """One row of waves with sharp crests, and under each crest the line of its foam."""

    def top(x):
        turn = ((x + shift) / length) % 1
        turn += lean * math.sin(turn * math.tau) / math.tau
        return base - height * (1 - abs(math.sin(math.pi * turn))) ** 1.5 - height * 0.12 * math.sin(x / 97 + shift)

    xs = range(-4, WIDTH + 8, 4)
    sheet.shape([(0, HEIGHT), *[(x, top(x)) for x in xs], (WIDTH, HEIGHT)], ink)
    if foam is None:
        return
    crest = -shift % length - length
    while crest < WIDTH + length:
        for drop, reach, width in ((0.0, 0.2, 5), (0.22, 0.3, 3), (0.46, 0.4, 2.2)):
            for side in (-1, 1):
                run = [crest + side * length * reach * i / 14 for i in range(15)]
                line = [(x, top(x) + height * drop + 2 + abs(x - crest) * 0.04) for x in run]
                thick = [(x, y + width * (1 - i / 14) + 0.8) for i, (x, y) in enumerate(line)]
                sheet.shape(line + thick[::-1], foam)
        crest += length


def _ship(sheet, x, y, size, tilt):
    """A small car ferry seen from the side, bow to the left, riding up a wave."""

    def part(points, ink):
        sheet.shape(turned([(x + px * size, y + py * size) for px, py in points], (x, y), tilt), ink)

    def slab(left, top, right, bottom, ink):
        part([(left, top), (right, top), (right, bottom), (left, bottom)], ink)

    part([(-300, -62), (-262, -40), (262, -40), (286, -58), (262, 60), (-214, 60)], INDIGO)
    part([(-233, 30), (266, 30), (258, 66), (-206, 66)], MENGKUDU)
    part([(-300, -62), (-286, -66), (-226, -40), (-262, -40)], INK)
    part([(-273, -22), (271, -22), (270, -16), (-270, -16)], PAPER)
    slab(-196, -86, 236, -40, PAPER)
    for i in range(9):
        slab(-170 + i * 43, -72, -146 + i * 43, -54, mix(INDIGO, INK, 0.3))
    slab(-170, -128, 196, -86, WASH)
    slab(-178, -92, 242, -85, MENGKUDU)
    for i in range(11):
        slab(-150 + i * 31, -116, -134 + i * 31, -102, INDIGO)
    part([(-162, -168), (-40, -168), (-40, -128), (-150, -128)], PAPER)
    part([(-155, -160), (-48, -160), (-48, -144), (-151, -144)], INDIGO)
    slab(-170, -173, -34, -166, MENGKUDU)
    part([(86, -192), (142, -192), (148, -128), (80, -128)], KUNYIT)
    part([(85, -176), (143, -176), (145, -160), (83, -160)], MENGKUDU)
    slab(-104, -236, -99, -172, INK)
    slab(-122, -206, -80, -202, INK)
    slab(-114, -222, -88, -218, INK)
    slab(-130, -190, -92, -187, INK)
    slab(214, -130, 217, -86, INK)
    for i in range(4):
        slab(-20 + i * 24, -142, -6 + i * 24, -128, mix(MENGKUDU, KUNYIT, 0.45))
    return turned([(x + 114 * size, y - 194 * size)], (x, y), tilt)[0]


def ferry(sheet):
    """A ferry in high seas under a pale sun."""
    sheet.sky([mix(INDIGO, PAPER, p) for p in (0.62, 0.7, 0.78, 0.86)] + [WASH, SAND], 640, feather=14)
    sheet.disc(1130, 372, 178, mix(KUNYIT, PAPER, 0.12))
    for i in range(4):
        sheet.box(930 - i * 36, 414 + i * 31, 1330 + i * 30, 421 + i * 34, mix(KUNYIT, WASH, 0.62))
    for x, y, long in ((120, 190, 330), (330, 222, 260), (1010, 150, 420), (1230, 184, 300)):
        for i in range(3):
            sheet.box(x + i * 44, y + i * 13, x + long - i * 31, y + i * 13 + 6, mix(PAPER, INDIGO, 0.1))
    sheet.land([(0, 610), (180, 560), (360, 584), (520, 604), (760, 612), (1600, 618)], mix(INDIGO, PAPER, 0.52))
    tones = [mix(INDIGO, PAPER, p) for p in (0.44, 0.3, 0.18)]
    _swell(sheet, 650, 40, 210, tones[0], mix(PAPER, INDIGO, 0.18), shift=40)
    _swell(sheet, 718, 66, 330, tones[1], mix(PAPER, INDIGO, 0.1), shift=210)
    funnel = _ship(sheet, 640, 704, 1.16, -7)
    for i in range(7):
        x, y, size = funnel[0] + 8 + i * 33 + i * i, funnel[1] - 14 - 46 * (i / 6) ** 0.6, 11 + i * 4.4
        sheet.disc(x, y, size, mix(INDIGO, WASH, 0.64), 0.66)
    _swell(sheet, 790, 96, 470, tones[2], PAPER, shift=100)
    _swell(sheet, 914, 108, 610, INDIGO, PAPER, shift=420)
    _swell(sheet, 1040, 104, 760, mix(INDIGO, INK, 0.36), mix(PAPER, INDIGO, 0.12), shift=80)
    for crest, top in ((370, 694), (840, 694), (1310, 694), (190, 806), (800, 806), (1410, 806)):
        for _ in range(16):
            away = abs(sheet.chance.gauss(0, 1))
            x, y = crest + sheet.chance.choice((-1, 1)) * away * 30, top - 26 + away * 26 - sheet.chance.uniform(0, 26)
            sheet.disc(x, y, sheet.chance.uniform(1, 3.6), PAPER)


def _boat(sheet, x, y, size, hull, sail=None):
    """A fishing boat, moored or under sail, and its image in the water."""
    for i in range(7):
        half, y0 = (92 - i * 9) * size, y + (28 + i * 11) * size
        off = sheet.chance.uniform(-12, 12) * size
        sheet.box(x - half + off, y0, x + half + off, y0 + 4.5 * size, mix(hull, INDIGO, 0.45))
    sheet.shape(
        [
            (x + px * size, y + py * size)
            for px, py in ((-130, -34), (-96, -14), (90, -14), (136, -46), (104, 20), (-92, 20))
        ],
        hull,
    )
    sheet.shape(
        [
            (x + px * size, y + py * size)
            for px, py in ((-126, -30), (-96, -12), (90, -12), (130, -40), (126, -30), (92, -3), (-98, -3))
        ],
        PAPER,
    )
    sheet.stroke([(x - 10 * size, y - 12 * size), (x - 4 * size, y - 220 * size)], INK, 4 * size)
    if sail:
        sheet.shape([(x + px * size, y + py * size) for px, py in ((2, -214), (96, -40), (4, -30))], sail)
        sheet.shape(
            [(x + px * size, y + py * size) for px, py in ((-14, -190), (-12, -32), (-92, -30))], mix(sail, PAPER, 0.3)
        )
    else:
        sheet.shape([(x + px * size, y + py * size) for px, py in ((12, -58), (74, -58), (74, -14), (12, -14))], WASH)
        sheet.shape([(x + px * size, y + py * size) for px, py in ((4, -66), (84, -66), (80, -56), (8, -56))], MENGKUDU)


def _glints(sheet, x, top, bottom, half, ink):
    """The light of a sun or lamp on calm water: short threads, wider and fewer towards us."""
    y = top
    while y < bottom:
        far = (y - top) / (bottom - top)
        for _ in range(3):
            centre, long = sheet.chance.gauss(x, half * (0.3 + far * 0.5)), sheet.chance.uniform(14, 60) * (0.5 + far)
            sheet.box(centre - long, y, centre + long, y + 2 + far * 4, ink)
        y += 8 + far * 12


def harbour(sheet):
    """A small harbour at first light: quay, sheds, lighthouse, fishing boats."""
    sheet.sky(
        [mix(INDIGO, WASH, p) for p in (0.25, 0.42, 0.58, 0.74)] + [mix(KUNYIT, WASH, 0.6), mix(KUNYIT, WASH, 0.3)], 560
    )
    sheet.disc(560, 520, 132, mix(KUNYIT, MENGKUDU, 0.25))
    sheet.land(
        [(0, 470), (150, 410), (330, 450), (520, 520), (700, 540), (900, 470), (1130, 360), (1320, 392), (1600, 300)],
        mix(INDIGO, WASH, 0.42),
    )
    sheet.land(
        [(0, 540), (240, 528), (520, 556), (820, 552), (1010, 500), (1210, 452), (1420, 476), (1600, 420)],
        mix(INDIGO, WASH, 0.18),
    )
    sheet.box(0, 556, WIDTH, HEIGHT, mix(INDIGO, WASH, 0.3))
    for i, y in enumerate((600, 668, 756, 862, 980)):
        sheet.woven(y, mix(INDIGO, INK if i > 3 else WASH, (0.24, 0.16, 0.08, 0.0, 0.2)[i]), 7 + i * 2, 6, 700, i, 9)
    _glints(sheet, 560, 566, 1010, 90, mix(KUNYIT, WASH, 0.2))
    _lighthouse(sheet)
    _quay(sheet)
    _boat(sheet, 330, 690, 0.62, mix(INDIGO, INK, 0.35), mix(MENGKUDU, PAPER, 0.1))
    _boat(sheet, 800, 742, 0.8, MENGKUDU)
    _boat(sheet, 250, 902, 1.3, mix(INDIGO, INK, 0.55), KUNYIT)
    for x, y, size in ((700, 214, 1), (752, 240, 0.8), (812, 206, 0.7), (396, 300, 0.7)):
        for side in (-1, 1):
            tip, bend = (x + side * 30 * size, y - 6 * size), (x + side * 13 * size, y - 24 * size)
            sheet.leaf((x, y), bend, tip, 8 * size, mix(INK, INDIGO, 0.4))


def _lighthouse(sheet):
    sheet.shape([(1092, 566), (1108, 300), (1152, 300), (1168, 566)], PAPER)
    for top in (342, 436, 520):
        spread = (top - 300) * 0.06
        sheet.shape(
            [(1107 - spread, top), (1153 + spread, top), (1156 + spread, top + 42), (1104 - spread, top + 42)], MENGKUDU
        )
    sheet.box(1098, 288, 1162, 302, INK)
    sheet.box(1112, 250, 1148, 288, mix(KUNYIT, PAPER, 0.35))
    sheet.shape([(1104, 252), (1130, 216), (1156, 252)], MENGKUDU)


def _quay(sheet):
    """The quay with two sheds and bollards, on piles standing in the water."""
    deep = mix(INDIGO, INK, 0.6)
    for left, right, roof in ((1010, 1250, MENGKUDU), (1280, 1600, mix(MENGKUDU, INK, 0.3))):
        middle = (left + right) / 2
        sheet.box(left + 14, 520, right - 14, 648, WASH if roof == MENGKUDU else SAND)
        sheet.shape([(left - 12, 528), (middle - 46, 462), (middle + 46, 462), (right + 12, 528)], roof)
        for i in range(3):
            x = left + 36 + i * (right - left - 60) / 3
            sheet.box(x, 572, x + (right - left) * 0.17, 648, mix(INDIGO, INK, 0.2))
    sheet.box(930, 642, WIDTH, 684, SAND)
    sheet.box(930, 642, WIDTH, 650, PAPER)
    sheet.box(930, 680, WIDTH, 692, mix(deep, SAND, 0.3))
    for x in range(950, 1600, 92):
        sheet.box(x, 690, x + 20, 830, deep)
        sheet.shape([(x + 20, 690), (x + 36, 690), (x + 20, 716)], deep)
        sheet.shape([(x, 690), (x - 16, 690), (x, 716)], deep)
        sheet.box(x + 2, 622, x + 18, 644, INK)
    _glints(sheet, 1290, 812, 930, 190, mix(SAND, INDIGO, 0.55))
