"""A table with letters by an open window."""

from .pictures_press import (
    CLOTH,
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
    mix,
    turned,
)


def letters(sheet):
    """Letters on a table by an open window, a cloth beneath them, the sea outside."""
    sheet.box(0, 0, WIDTH, HEIGHT, mix(INDIGO, PAPER, 0.62))
    for x in range(0, WIDTH, 64):
        sheet.box(x, 0, x + 3, 700, mix(INDIGO, PAPER, 0.55))
    frame = mix(OCHRE, INK, 0.25)
    sheet.box(520, 60, 1360, 640, frame)
    sheet.box(548, 88, 1332, 612, WASH)
    for y, ink in ((150, mix(KUNYIT, WASH, 0.7)), (238, mix(KUNYIT, WASH, 0.45)), (312, mix(KUNYIT, MENGKUDU, 0.12))):
        _inside(sheet, y, ink)
    sheet.disc(1030, 352, 84, MENGKUDU)
    for y, ink in ((380, 0.42), (444, 0.28), (512, 0.14), (566, 0.0)):
        _inside(sheet, y, mix(INDIGO, WASH, ink), 3)
    for i in range(24):
        x, y = sheet.chance.gauss(1030, 40 + i * 3), 390 + i * 9
        sheet.box(x - 30, y, x + 30, y + 3.4, mix(KUNYIT, MENGKUDU, 0.25))
    for x, y, size in ((730, 436, 1.0), (860, 410, 0.55)):
        sheet.shape(
            [(x - 60 * size, y), (x + 66 * size, y), (x + 44 * size, y + 24 * size), (x - 40 * size, y + 24 * size)],
            INK,
        )
        sheet.shape([(x, y - 6), (x, y - 150 * size), (x + 72 * size, y - 10)], PAPER)
        sheet.shape(
            [(x - 8 * size, y - 6), (x - 8 * size, y - 126 * size), (x - 60 * size, y - 8)], mix(MENGKUDU, PAPER, 0.15)
        )
    sheet.box(928, 88, 952, 612, frame)
    for left, lean in ((548, 1), (1332, -1)):
        sheet.shape([(left, 88), (left + lean * 150, 88), (left + lean * 46, 612), (left, 612)], mix(PAPER, SAND, 0.3))
        for i in range(4):
            fold = [
                (left + lean * (16 + i * 34), 88),
                (left + lean * (24 + i * 34), 88),
                (left + lean * (10 + i * 9), 612),
            ]
            sheet.shape(fold, mix(SAND, OCHRE, 0.14))
    sheet.box(490, 632, 1390, 668, mix(frame, OCHRE, 0.4))
    sheet.box(0, 712, WIDTH, HEIGHT, mix(OCHRE, MENGKUDU, 0.3))
    for y in (790, 880, 985):
        sheet.box(0, y, WIDTH, y + 4, mix(mix(OCHRE, MENGKUDU, 0.3), INK, 0.22))
    sheet.ikat(0, 820, WIDTH, 980, (INDIGO, KUNYIT, MENGKUDU, PAPER), 150)
    _jar(sheet, 300, 826)
    for x, y, turn, seal in ((530, 824, -9, INDIGO), (606, 898, 5, MENGKUDU), (1330, 880, 9, INDIGO)):
        _envelope(sheet, x, y, turn, seal)
    page = turned([(800, 772), (1120, 772), (1156, 1002), (770, 1002)], (960, 890), -4)
    sheet.shape([(x + 8, y + 9) for x, y in page], mix(INDIGO, INK, 0.5))
    sheet.shape(page, PAPER)
    for i in range(7):
        y, long = 808 + i * 25, (90, 250, 268, 240, 276, 262, 120)[i]
        line = turned(
            [(826 - i * 4, y), (826 - i * 4 + long, y), (826 - i * 4 + long, y + 4), (826 - i * 4, y + 4)],
            (960, 890),
            -4,
        )
        sheet.shape(line, mix(INDIGO, PAPER, 0.25))
    _pencil(sheet, 1150, 930)


def _inside(sheet, y, ink, feather=8):
    """A band of the view, from y down to the sill, its edge frayed like the sky's."""
    x = 548
    while x < 1332:
        sheet.box(x, y + sheet.chance.uniform(-feather, feather), x + 4, 612, ink)
        x += 4


def _envelope(sheet, x, y, turn, seal):
    def part(points, ink, shift=0):
        sheet.shape(
            [(px + shift, py + shift) for px, py in turned([(x + a, y + b) for a, b in points], (x, y), turn)], ink
        )

    part([(-128, -76), (128, -76), (128, 76), (-128, 76)], mix(INDIGO, INK, 0.5), 7)
    part([(-128, -76), (128, -76), (128, 76), (-128, 76)], mix(PAPER, SAND, 0.4))
    part([(-128, -76), (128, -76), (0, 20)], PAPER)
    part([(-128, -76), (-118, -76), (0, 10), (118, -76), (128, -76), (0, 20)], mix(SAND, OCHRE, 0.2))
    for i in range(1, 8):
        part(
            [(-128 + i * 32, 62), (-114 + i * 32, 62), (-120 + i * 32, 76), (-134 + i * 32 + 6, 76)],
            MENGKUDU if i % 2 else INDIGO,
        )
    heart = [(0, 42), (-22, 16), (-18, 2), (-8, -1), (0, 9), (8, -1), (18, 2), (22, 16)]
    part(heart, seal)


def _jar(sheet, x, foot):
    """A jar of bougainvillea."""
    for i in range(9):
        lean = (i - 4) * 34 + sheet.chance.uniform(-8, 8)
        top = (x + lean * 1.25, foot - 330 + abs(i - 4) * 26)
        sheet.leaf((x + lean * 0.1, foot - 120), (x + lean * 0.4, foot - 260), top, 9, OLIVE)
        for _ in range(7):
            bx, by = top[0] + sheet.chance.gauss(0, 22), top[1] + sheet.chance.gauss(8, 24)
            ink = sheet.chance.choice((MENGKUDU, mix(MENGKUDU, PAPER, 0.25), mix(MENGKUDU, PAPER, 0.42), OLIVE))
            for turn in (0, 120, 240):
                sheet.shape(
                    turned([(bx, by), (bx - 9, by - 12), (bx, by - 25), (bx + 9, by - 12)], (bx, by), turn + bx), ink
                )
            sheet.disc(bx, by, 3, KUNYIT)
    sheet.shape(
        [
            (x - 62, foot - 150),
            (x + 62, foot - 150),
            (x + 78, foot - 60),
            (x + 52, foot + 24),
            (x - 52, foot + 24),
            (x - 78, foot - 60),
        ],
        PAPER,
    )
    sheet.ikat(x - 76, foot - 86, x + 76, foot - 34, CLOTH, 50)
    sheet.box(x - 68, foot - 160, x + 68, foot - 146, INDIGO)


def _pencil(sheet, x, y):
    def part(points, ink):
        sheet.shape(turned([(x + a, y + b) for a, b in points], (x, y), -38), ink)

    part([(-120, -9), (90, -9), (90, 9), (-120, 9)], KUNYIT)
    part([(-120, -3), (90, -3), (90, 3), (-120, 3)], mix(KUNYIT, OCHRE, 0.5))
    part([(90, -9), (122, 0), (90, 9)], SAND)
    part([(112, -3), (122, 0), (112, 3)], INK)
    part([(-142, -9), (-120, -9), (-120, 9), (-142, 9)], MENGKUDU)
