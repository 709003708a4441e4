"""Makes public/fonts of the web fonts of npm's @fontsource-variable packages: the letters that Polish and English need.

Needs Python with fonttools and brotli, and the packages unpacked side by side in one folder:

    pip install fonttools brotli
    npm install --prefix /tmp/fonts @fontsource-variable/brygada-1918@5.3.0 @fontsource-variable/public-sans@5.3.0
    python3 scripts/make-fonts.py /tmp/fonts/node_modules/@fontsource-variable

Each family keeps its weights from 400 to 700 and stays in two files, as in the packages: the letters of western languages, and
those that Polish has beside them. Names of files end with a part of the hash of their content, so that they can be kept for good;
put them, and the letters where these change, into app/styles/tokens.css and app/root.tsx. What is in no font here (arrows, boxes,
signs of mathematics) is drawn by the reader's system.
"""

import hashlib
import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILIES = ["brygada-1918", "public-sans"]
WESTERN = "".join(map(chr, range(0x20, 0x7F))) + "ÄÖÜäöüßéèêáàâçñíôøåæÉ"
MARKS = "\u00a0\u00ad§©«»°±²³¹·¼½¾×÷„”“‘’‚–—…•€−"
# Kerning, accents, ligatures, digits of one width and of the height of capitals: what the style sheets ask for.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "liga", "locl", "tnum", "pnum", "lnum", "onum"]
POLISH = "ąćęłńśźżĄĆĘŁŃŚŹŻ"
WESTERN += "óÓ"
WANTED = {ord(letter) for letter in WESTERN + MARKS + POLISH}


def subset(source: Path) -> bytes:
    font = instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": (400, 700)})
    # Written and read again: cutting letters out of a font just narrowed meets tables that are half read.
    narrowed = BytesIO()
    font.flavor = None
    font.save(narrowed)
    font = TTFont(BytesIO(narrowed.getvalue()), recalcTimestamp=False)
    options = Options(layout_features=FEATURES, hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True)
    cutter = Subsetter(options)
    cutter.populate(unicodes=WANTED & set(font.getBestCmap()))
    cutter.subset(font)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made, reorderTables=False)
    return made.getvalue()


def main(packages: Path) -> None:
    target = Path(__file__).parent.parent / "public" / "fonts"
    for old in target.glob("*.woff2"):
        old.unlink()
    for family in FAMILIES:
        for part in ["latin", "latin-ext"]:
            made = subset(packages / family / "files" / f"{family}-{part}-wght-normal.woff2")
            name = f"{family}-{part}-{hashlib.sha256(made).hexdigest()[:8]}.woff2"
            (target / name).write_bytes(made)
            print(name, len(made))
        (target / f"{family}-LICENSE.txt").write_bytes((packages / family / "LICENSE").read_bytes())


main(Path(sys.argv[1]))
