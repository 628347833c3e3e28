"""
The press that the demo's pictures are printed on: a sheet, its inks, a few shapes.

Shapes are given in points of the finished picture (1600 × 1067) and drawn at
twice that size, so that reducing the sheet smooths every edge. All chance comes
from one seeded source: the same key gives the same picture.
"""

import io
import math
import random

from PIL import Image, ImageChops, ImageDraw

WIDTH, HEIGHT, SCALE = 1600, 1067, 2

PAPER = (251, 248, 241)
WASH = (243, 236, 221)
SAND = (233, 214, 176)
INK = (28, 26, 22)
INDIGO = (31, 58, 104)
MENGKUDU = (154, 46, 32)
KUNYIT = (224, 168, 74)
OCHRE = (138, 90, 11)
SKIN = (143, 92, 50)
OLIVE = (94, 98, 54)  # kunyit printed over thin indigo

# Ground, figure, heart and line of two cloths, for Sheet.ikat.
CLOTH = (MENGKUDU, KUNYIT, INDIGO, PAPER)
NIGHT_CLOTH = (INDIGO, SAND, MENGKUDU, KUNYIT)


def mix(one, other, part):
    """The colour that lies this part (0–1) of the way from one to the other."""
    return tuple(round(a + (b - a) * part) for a, b in zip(one, other, strict=True))


def turned(points, centre, degrees):
    """The points, turned clockwise on the sheet about a centre."""
    (cx, cy), angle = centre, math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    return [(cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos) for x, y in points]


def curve(start, bend, end, steps=18):
    """Points along a quadratic curve."""
    return [
        tuple((1 - t) ** 2 * a + 2 * (1 - t) * t * b + t * t * c for a, b, c in zip(start, bend, end, strict=True))
        for t in (i / steps for i in range(steps + 1))
    ]


class Sheet:
    """One picture being printed, from the far layers to the near ones."""

    def __init__(self, key, ground):
        self.chance = random.Random(key)
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), ground)
        self.pen = ImageDraw.Draw(self.image)

    def shape(self, points, ink):
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=ink)

    def box(self, left, top, right, bottom, ink):
        self.pen.rectangle((left * SCALE, top * SCALE, right * SCALE, bottom * SCALE), fill=ink)

    def disc(self, x, y, radius, ink, tall=1.0):
        rx, ry = radius * SCALE, radius * tall * SCALE
        self.pen.ellipse((x * SCALE - rx, y * SCALE - ry, x * SCALE + rx, y * SCALE + ry), fill=ink)

    def stroke(self, points, ink, width):
        self.pen.line([(x * SCALE, y * SCALE) for x, y in points], ink, max(1, round(width * SCALE)), joint="curve")

    def leaf(self, start, bend, end, width, ink):
        """A curved blade, thickest a third of the way along."""
        spine = curve(start, bend, end)
        left, right = [], []
        for i, (x, y) in enumerate(spine):
            (x0, y0), (x1, y1) = spine[max(i - 1, 0)], spine[min(i + 1, len(spine) - 1)]
            length = math.hypot(x1 - x0, y1 - y0) or 1
            t = i / (len(spine) - 1)
            half = width / 2 * (1 - t) ** 0.8 * (0.35 + 1.6 * t if t < 0.4 else 1)
            dx, dy = -(y1 - y0) / length * half, (x1 - x0) / length * half
            left.append((x + dx, y + dy))
            right.append((x - dx, y - dy))
        self.shape(left + right[::-1], ink)

    def woven(self, y, ink, feather=12, swell=0, wave=500, phase=0.0, thread=3):
        """Everything below y, its edge drawn thread by thread as tied dye runs in an ikat cloth."""
        edge, x, run = [], 0.0, 0.0
        while x < WIDTH + thread:
            run = run * 0.72 + self.chance.uniform(-feather, feather) * 0.5
            top = (
                y + swell * math.sin(x / wave * math.tau + phase) + run + self.chance.uniform(-feather, feather) * 0.45
            )
            edge += [(x, top), (x + thread, top)]
            x += thread
        self.shape([(0, HEIGHT), *edge, (WIDTH + thread, HEIGHT)], ink)

    def sky(self, inks, bottom, feather=12, swell=10):
        """Bands of sky from the top of the sheet down to bottom."""
        self.box(0, 0, WIDTH, HEIGHT, inks[0])
        for i, ink in enumerate(inks[1:], 1):
            self.woven(bottom * i / len(inks), ink, feather, swell, 900, i * 1.3)

    def land(self, points, ink):
        """A hill or shore: a smooth line through the points, filled to the foot of the sheet."""
        self.shape([(0, HEIGHT), *self.through(points), (WIDTH, HEIGHT)], ink)

    @staticmethod
    def through(points, steps=16):
        """A smooth line that passes through the points."""
        padded = [points[0], *points, points[-1]]
        line = []
        for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
            for i in range(steps):
                t = i / steps
                line.append(
                    tuple(
                        0.5
                        * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
                        for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
                    )
                )
        return [*line, points[-1]]

    def lozenge(self, x, y, wide, tall, ink, steps=5):
        """A diamond with stepped sides, as counted threads make it."""
        for i in range(steps):
            half = wide / 2 * (1 - i / steps)
            rise = tall / 2 * (i + 1) / steps
            fray = self.chance.uniform(-0.06, 0.06) * wide
            self.box(x - half + fray, y - rise, x + half + fray, y + rise, ink)

    def ikat(self, left, top, right, bottom, inks, repeat):
        """A cloth: selvedges, and a row of lozenges between them. Inks: ground, figure, heart, line."""
        ground, figure, heart, line = inks
        tall = bottom - top
        self.box(left, top, right, bottom, ground)
        for y in (top + tall * 0.07, bottom - tall * 0.11):
            self.box(left, y, right, y + tall * 0.04, line)
        middle = (top + bottom) / 2
        count = max(1, round((right - left) / repeat))
        step = (right - left) / count
        for i in range(count):
            x = left + step * (i + 0.5)
            self.lozenge(x, middle, step * 0.86, tall * 0.66, figure)
            self.lozenge(x, middle, step * 0.5, tall * 0.4, ground)
            self.lozenge(x, middle, step * 0.26, tall * 0.2, heart, 3)
            for y in (top + tall * 0.2, bottom - tall * 0.2):
                if i:
                    self.lozenge(x - step / 2, y, step * 0.2, tall * 0.12, line, 3)

    def printed(self):
        """The finished JPEG: reduced, flecked like soft paper, with a fine grain."""
        picture = self.image.reduce(SCALE)
        pen = ImageDraw.Draw(picture, "RGBA")
        for _ in range(800):
            x, y, size = self.chance.uniform(0, WIDTH), self.chance.uniform(0, HEIGHT), self.chance.uniform(0.3, 1.3)
            tone = PAPER if self.chance.random() < 0.7 else INK
            pen.ellipse((x - size, y - size, x + size, y + size), fill=(*tone, self.chance.randint(18, 60)))
        picture = ImageChops.soft_light(picture, self._grain())
        page = io.BytesIO()
        picture.save(page, "JPEG", quality=85, optimize=True, progressive=True)
        return page.getvalue()

    def _grain(self):
        """Uneven inking: broad soft clouds and a small tooth, both near the middle grey that changes nothing."""
        clouds, tooth = (
            Image.frombytes("L", size, self.chance.randbytes(size[0] * size[1])).resize((WIDTH, HEIGHT), how)
            for size, how in (((24, 16), Image.Resampling.BICUBIC), ((640, 427), Image.Resampling.BILINEAR))
        )
        both = Image.blend(clouds, tooth, 0.34).point(lambda v: round(128 + (v - 128) * 0.16))
        return Image.merge("RGB", (both, both, both))
