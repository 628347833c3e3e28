"""How the parts of a report are called; a bureau has its habit, a report may differ."""

from django.db import models


class LabelStyle(models.TextChoices):
    PART_ROMAN = "part_roman", "Part I, Part II"
    BAGIAN_ROMAN = "bagian_roman", "Bagian I, Bagian II"
    BAGIAN_ARABIC = "bagian_arabic", "Bagian 1, Bagian 2"
