"""The demo's pictures: each is drawn by its key, always the same."""

from .pictures_fair import fair
from .pictures_hall import closing, opening
from .pictures_land import dusk, maize
from .pictures_letters import letters
from .pictures_press import WASH, Sheet
from .pictures_regatta import regatta
from .pictures_sea import ferry, harbour
from .pictures_village import posyandu
from .pictures_well import cattle, tap

SCENES = {
    "aula": opening,
    "aula-penutupan": closing,
    "feri": ferry,
    "jagung": maize,
    "keran": tap,
    "lomba": regatta,
    "lontar": dusk,
    "pasar": fair,
    "pelabuhan": harbour,
    "posyandu": posyandu,
    "surat": letters,
    "ternak": cattle,
}


def draw(key: str) -> bytes:
    """Return the picture of this key as a JPEG of 1600 × 1067; KeyError for a key not in SCENES."""
    scene = SCENES[key]
    sheet = Sheet(key, WASH)
    scene(sheet)
    return sheet.printed()
